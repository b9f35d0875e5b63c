"""½⟨m, Hm⟩ = ¼(½⟨x, Hx⟩ + ½⟨y, Hy⟩) + ¼⟨x, Hy⟩ at the average m: half the mean, if uncorrelated.

x and y are the deviations of two runs from the minimum of one quadratic bowl with Hessian H. If
they are independent with mean 0, or on average uncorrelated in H, the average has half the excess
loss of one of them, and the average of k has 1/k: weight averaging along one run, or across runs
from one start, gains from noise that averages out in a convex bowl. On average, for any H ≥ 0; and
never more than the mean of the two losses. It is no use across bowls, where permuted networks are.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, ge, le, real

a, b, c, m = real("a b c m")

claim = Claim(
    id="the-average-of-two-runs-in-one-bowl-has-half-the-excess-loss",
    says="In one convex quadratic bowl the average of two weights has at most the mean excess loss "
    "of the two, and half of it if products of their deviations from the minimum have mean 0, in "
    "any number of variables.",
    items={"N-60": "instance", "N-105": "instance"},
    where={
        (a, b): "twice the mean excess loss of the one and of the other run",
        c: (r"the mean of the product of the deviations in H", r"E\langle x, Hy\rangle"),
        m: (r"the mean excess loss of the average, ½⟨(x + y)/2, H(x + y)/2⟩", r"E f"),
    },
    given={
        "average": eq(m, (a + 2 * c + b) / 8),
        "difference": ge(a - 2 * c + b),
    },
    then=(
        le(m, (a / 2 + b / 2) / 2),
        eq(m, (a / 2 + b / 2) / 4 + c / 4),
    ),
    about="the loss at the average of two solutions",
    scope="every law of the two runs with these means; in Coq, finitely many outcomes",
)
witness = {a: 4, b: 4, c: 0, m: 1}
countermodels = {"average": witness | {m: 3}}


def proof():
    eighth = Rational(1, 8)
    return conjoin(
        claim,
        [
            combine(claim.part(0), using={"average": -1, "difference": eighth}),
            combine(claim.part(1), using={"average": 1}),
        ],
    )
