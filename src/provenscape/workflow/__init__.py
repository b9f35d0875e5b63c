"""What the workflow needs around its jobs: inputs, logs, targets and digests."""
