"""w_t = ŵ log t + ρ_t with |ρ_t| ≤ C: the length tends to infinity, the direction to that of ŵ.

ŵ is the vector of least length with all margins ≥ 1. That the residual ρ_t is bounded for almost
all separable data, and o(log t) for all, is the theorem of Soudry et al.; here what it means for
the direction: with N = |w|, M = |ŵ|, s = log t and d the distance of w/N and ŵ/M, the square of
the residual is (N − sM)² + sMN d². So N ≥ sM − C and d² ≤ C²/(sMN), of order 1/log t at most for d.
The iterates have no limit; what converges is w_t/|w_t|. The data must be separable and the steps
short (η < 8/σ² for the sum of losses, σ the largest singular value of the data).
"""

from sympy import log

from provenscape.kernel import Claim, cases, chain, combine, conjoin, ge, gt, le, real

t, N, M, q, C, z = real("t N M q C z")
s = log(t)
residual = N**2 - 2 * s * q + s**2 * M**2

claim = Claim(
    id="the-direction-of-descent-on-separable-data-is-that-of-the-largest-margin",
    says="On separable data with the logistic loss and short steps gradient descent has "
    "|w_t − ŵ log t| ≤ C, ŵ the max-margin vector, C fixed for almost all data and O(log log t) "
    "for all: |w_t| ≥ |ŵ| log t − C, and the distance d of the directions has "
    "d² ≤ C²/(|w_t||ŵ| log t).",
    items={"O-73": "whole"},
    where={
        t: "the number of steps",
        N: ("the length of the weights", "|w_t|"),
        M: ("the length of the max-margin vector", r"|\hat w|"),
        q: ("the inner product of the two", r"\hat w^\top w_t"),
        C: "a bound on the residual after t steps",
    },
    given={
        "steps": gt(t, 1),
        "late": ge(s),
        "bound": gt(C),
        "weights": gt(N),
        "vector": gt(M),
        "cauchy_schwarz": le(q, N * M),
        "residual": le(residual, C**2),
    },
    then=(ge(N, s * M - C), le((2 - 2 * q / (N * M)) * s * M * N, C**2)),
    facts={"residual": "descent-on-separable-data-follows-the-max-margin-vector"},
    repairs="the-max-margin-solution-is-the-limit-of-descent",
    about="the limit of descent on the logistic loss of a linear model",
    scope="every number of weights and of examples",
)
witness = {t: 2, N: 1, M: 1, q: 1, C: 1}
countermodels = {
    "bound": {t: 2, N: 1, M: 2, q: 2, C: -1},
    "residual": {t: 2, N: 1, M: 9, q: 9, C: 1},
}


def proof():
    gap = s * M - N
    square = combine(
        claim.lemma("square", {**claim.given}, le(gap**2, C**2)),
        using={"residual": 1, "cauchy_schwarz": 2 * s},
    )
    root = combine(
        claim.lemma("root", {"bound": gt(C), "case": ge(z), "square": le(z**2, C**2)}, ge(C - z)),
        using={"square": 1},
        scale=C + z,
    )
    long = claim.lemma("long", {**claim.given, "case": ge(gap)}, claim.then[0])
    short = claim.lemma("short", {**claim.given, "case": le(gap, 0)}, claim.then[0])
    pieces = [
        chain(long, {"square": square, "root": (root, {z: gap})}, using={"root": 1}),
        combine(short, using={"case": 1, "bound": 1}),
    ]
    grows = cases(claim.part(0), pieces, [ge(gap), le(gap, 0)])
    turns = combine(claim.part(1), using={"residual": 1}, squares=[(1, gap)])
    return conjoin(claim, [grows, turns])
