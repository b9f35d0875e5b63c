"""Claims: how each is verified, and what became of all of them."""
