"""What there is to build, and how it is read, run and written."""
