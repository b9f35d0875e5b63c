"""Exact worst cases of first-order methods, from PEPit's problems or a file of their own."""
