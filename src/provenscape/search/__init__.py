"""Untrusted finders of certificates, points and mutants; the kernel checks what they find."""
