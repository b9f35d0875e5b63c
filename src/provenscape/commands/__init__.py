"""The commands of `provenscape`, a module each: `add` gives it a parser, which names what it runs.

What only one command needs (Matplotlib, pandas, solvers) it imports when it runs, so that the
others start without.
"""
