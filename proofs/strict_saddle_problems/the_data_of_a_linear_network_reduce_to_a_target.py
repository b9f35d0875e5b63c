"""|WX − Y|² is |(W − Ŵ)X|² plus a constant, with Ŵ a least-squares solution, for every X and Y.

The normal equations (ŴX − Y)Xᵀ = 0, which say that the gradient vanishes at Ŵ, make ŴX − Y
orthogonal to (W − Ŵ)X. With X = QZ, Q of full column rank and ZZᵀ = I, |(W − Ŵ)X|² is |WQ − ŴQ|²,
and W₁ ↦ W₁Q is linear, onto and open. So a linear network with the squared loss is
|W_k ⋯ W₁ − M|² with M = ŴQ, plus a constant: local minima, critical points and directions of
curvature carry over, whatever the ranks of X and Y.
"""

from sympy import Matrix

from provenscape.kernel import Claim, combine, conjoin, eq, function, real

X, Y = Matrix(2, 3, real("x1:3_1:4")), Matrix(2, 3, real("y1:3_1:4"))
W, best = Matrix(2, 2, real("w1:3_1:3")), Matrix(2, 2, real("b1:3_1:3"))
ENTRIES = [(i, j) for i in range(2) for j in range(2)]


def norm2(matrix):
    return sum(entry**2 for entry in matrix)


F = function("F", tuple(W), norm2(W * X - Y))
fit, cross, rest, t = real("fit cross rest t")
phi = function("phi", (t,), rest + 2 * t * cross + t**2 * fit)

claim = Claim(
    id="the-data-of-a-linear-network-reduce-to-a-target",
    says="As a function of the product W of its layers the squared loss of a linear network is "
    "|(W − Ŵ)X|² plus a constant, Ŵ being a least-squares solution among all matrices, products "
    "or not; no rank assumption on the data is needed for that.",
    items={"N-47": "definition", "N-48": "part one-target", "N-51": "part one-target"},
    where={
        fit: ("the squared norm of (W − Ŵ)X", r"\|(W-\hat W)X\|^2"),
        cross: (
            "the product of (W − Ŵ)X and ŴX − Y",
            r"\langle (W-\hat W)X,\hat WX-Y\rangle",
        ),
        rest: ("the squared norm of ŴX − Y", r"\|\hat WX-Y\|^2"),
        tuple(X): "the inputs, a column for each sample",
        tuple(Y): "the outputs",
        tuple(best): "a least-squares solution Ŵ",
    },
    given={
        "least_squares": eq(phi.partial(t, at=(0,))),
        **{f"normal_{i + 1}{j + 1}": eq(F.partial(W[i, j], at=best)) for i, j in ENTRIES},
    },
    then=(eq(phi(t), phi(0) + t**2 * fit), eq(F(*W), F(*best) + norm2((W - best) * X))),
    bridges=("normal-equations-are-solvable", "singular-value-decomposition"),
    scope="φ(t) is |WX − Y|² at Ŵ + t(W − Ŵ), multiplied out, for all widths, depths, X and Y; F "
    "is |WX − Y|² in explicit entries for two inputs, two outputs and three samples",
)
still = dict.fromkeys((*X, *Y, *W, *best), 0) | {X[0, 0]: 1, X[1, 1]: 1}
still |= {fit: 4, cross: 0, rest: 1, t: 1}
witness = still | {W[0, 0]: 2, Y[0, 2]: 1}
countermodels = {f"normal_{i + 1}{j + 1}": still | {best[i, j]: 1} for i, j in ENTRIES}
countermodels["least_squares"] = witness | {cross: 1}


def proof():
    gap = W - best
    line = combine(claim.part(0), using={"least_squares": t})
    entries = {f"normal_{i + 1}{j + 1}": gap[i, j] for i, j in ENTRIES}
    return conjoin(claim, [line, combine(claim.part(1), using=entries)])
