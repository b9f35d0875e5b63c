"""Small faults of code and of published columns, and the tests that can notice them."""
