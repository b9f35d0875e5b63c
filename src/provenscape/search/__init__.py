"""Untrusted finders of certificates, counterexamples and mutants; the kernel checks what they find."""
