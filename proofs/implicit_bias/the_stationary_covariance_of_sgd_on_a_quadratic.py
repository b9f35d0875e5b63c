"""(I − ηH)C(I − ηH) + η²S = C, entry by entry in an eigenbasis of H, for noise of covariance S.

SGD with constant step η on ½x'Hx, with independent gradient noise of mean 0 and covariance S,
multiplies the covariance of the iterate by I − ηH from both sides and adds η²S. In an eigenbasis of
H entry (i, j) becomes (1 − ηh_i)(1 − ηh_j)C_ij + η²S_ij: no two entries meet, whatever S is. With
0 < ηh < 2 for all h it tends to ηS_ij/(h_i + h_j − ηh_ih_j). For short steps this is the solution
of HC + CH = ηS (Mandt, Hoffman & Blei 2017), ηS_ij/(h_i + h_j); ½ηH⁻¹S where the two commute. The
error is the share ηh_ih_j/(h_i + h_j) of the exact entry. The law is not named: see
the-stationary-law-of-sgd-need-not-be-gaussian.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, gt, induct, lt, real

eta, h, k, S, C, A, first, P = real("eta h k S C A C_0 P")
factor = (1 - eta * h) * (1 - eta * k)
weight = h + k - eta * h * k

claim = Claim(
    id="the-stationary-covariance-of-sgd-on-a-quadratic",
    says="On ½x'Hx SGD with constant step η and noise of covariance S brings entry (i, j) of the "
    "covariance, in an eigenbasis of H, to A = ηS_ij/(h_i + h_j − ηh_ih_j): the error is "
    "multiplied by (1 − ηh_i)(1 − ηh_j) a step. A is above ηS_ij/(h_i + h_j) by its share "
    "ηh_ih_j/(h_i + h_j).",
    items={"O-69": "part covariance"},
    where={
        eta: "the step length",
        h: ("an eigenvalue of H", "h_i"),
        k: ("an eigenvalue of H, the same or another", "h_j"),
        S: ("that entry of the covariance of the gradient noise", "S_{ij}"),
        C: ("the entry of the covariance of the iterate", "C_{ij}"),
        A: ("the stationary entry", "A_{ij}"),
        first: "the entry at the start",
        P: "the product of the factors so far",
    },
    given={
        "step": gt(eta),
        "first_curvature": gt(h),
        "second_curvature": gt(k),
        "short_for_the_first": lt(eta * h, 2),
        "short_for_the_second": lt(eta * k, 2),
        "stationary": eq(A, factor * A + eta**2 * S),
    },
    then=Invariant(
        (
            eq(C - A, (first - A) * P),
            lt(factor**2, 1),
            gt(weight),
            eq(A * weight, eta * S),
            eq(A - eta * S / (h + k), A * eta * h * k / (h + k)),
        ),
        start={C: first, P: 1},
        update={C: factor * C + eta**2 * S, P: factor * P},
        fixed=(eta, h, k, S),
    ),
    scope="every number of variables: the iteration of one entry of the covariance",
)
half = Rational(1, 2)
witness = {eta: half, h: 1, k: 2, S: 1, A: half * half, first: 0}
countermodels = {
    "step": [{eta: -half, h: 1, k: 2, S: 0, A: 0, first: 1}, {}],
    "first_curvature": [{eta: half, h: -1, k: 2, S: 0, A: 0, first: 1}, {}],
    "short_for_the_first": [{eta: half, h: 6, k: 1, S: 0, A: 0, first: 1}, {}],
    "stationary": [{eta: half, h: 1, k: 2, S: 1, A: 0, first: 0}, {}],
}


def proof():
    steps = [claim.at_next_state(i) for i in range(5)]
    firsts = [claim.at_start(i) for i in range(1, 5)]
    error = combine(steps[0], using={"invariant.0": factor, "stationary": -1})

    def others(relations):
        contracts, positive, value, share = relations
        return (
            combine(
                contracts,
                using={
                    "short_for_the_first": eta * h,
                    "short_for_the_second": (1 - eta * h) ** 2 * eta * k,
                },
            ),
            combine(
                positive,
                using={"short_for_the_first": k, "short_for_the_second": h},
                scale=2,
            ),
            combine(value, using={"stationary": 1}, scale=eta),
            combine(share, using={"stationary": 1}, scale=eta * (h + k)),
        )

    return induct(claim, (None, *others(firsts)), (error, *others(steps[1:])))
