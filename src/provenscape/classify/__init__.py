"""Stationary points of a function that a user types: all of them, exactly, with their nature.

`naming` looks at the grammar and the variables, `formula` reads the text, `domain` tells where it
is defined, `systems` solves the gradient, `local` decides the nature of a point, `plane` that of
curves and of points on them, `sheets` that of sets of more dimensions, `whole` finds the infimum,
`lojasiewicz` the sublevel sets with the PL property, `boxes` does the same for expressions with
exp, sin, cos and log by enclosures, `report` says it in words and as JSON, `drawing` shows it,
`claim_file` writes it as a claim for the kernel.
"""
