"""Claims written out for the proof assistant Coq, each as one theorem with its proof."""
