"""What the workflow needs around its jobs: inputs, logs, targets, digests and the archive."""
