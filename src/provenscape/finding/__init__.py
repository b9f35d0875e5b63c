"""`provenscape find`: a proof or a counterexample for the claim of a file that has none."""
