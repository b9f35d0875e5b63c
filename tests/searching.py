"""Stationary points by Newton's method from many starts: no proof, and independent of any."""

import numpy as np
import sympy as sp

from provenscape.classify import formula


def searched(text, box, starts=400):
    """The regular stationary points reached from starts in the box, to five digits, with kinds."""
    expr, names = formula.parse(text)
    symbols = [sp.Symbol(n, real=True) for n in names]
    gradient = sp.lambdify(symbols, [sp.diff(expr, s) for s in symbols])
    hessian = sp.lambdify(symbols, sp.hessian(expr, symbols))
    low, high = np.array(box, float).T
    found = {}
    for start in np.random.default_rng(5).uniform(low, high, (starts, len(names))):
        at = start
        for _ in range(40):
            matrix = np.array(hessian(*at), float)
            if np.linalg.cond(matrix) > 1e12:
                break
            at = at - np.linalg.solve(matrix, np.array(gradient(*at)))
            if not np.all(np.abs(at) < 20):
                break
        else:
            if np.abs(gradient(*at)).max() < 1e-9:
                signs = np.linalg.eigvalsh(np.array(hessian(*at), float)) > 0
                kind = "minimum" if all(signs) else "saddle" if any(signs) else "maximum"
                found[tuple(round(float(v), 5) + 0.0 for v in at)] = kind
    return sorted(found.items())
