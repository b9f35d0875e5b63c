"""Experiments on the Polyak–Łojasiewicz inequality."""
