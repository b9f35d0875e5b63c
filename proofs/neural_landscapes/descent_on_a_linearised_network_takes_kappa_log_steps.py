"""At most (κ/2) log(1/ε) + 1 iterates have a loss above ε times the first, κ = λ_max/λ_min of KKᵀ.

With the residual r the loss is |r|²/n, and a step of length n/(2λ_max), the inverse of the greatest
curvature, turns r into (I − KKᵀ/λ_max)r. If K has full row rank, λ_min > 0, this is shorter by the
factor 1 − 1/κ at least, since |Gr|² ≤ (λ_min + λ_max)r'Gr − λ_min λ_max |r|² for G = KKᵀ: the loss
tends to 0 for all labels, at that rate, although for p > n it is not strongly convex in θ. So (κ/2)
log(1/ε) counts the steps to a share ε of the first loss; to an absolute ε read log(L₀/ε), and with
λ_min = 0 the number κ does not exist: then least-squares-is-pl gives the rate, with the least
positive eigenvalue, to a loss that may be above 0. κ is the condition number of the Gram matrix
KKᵀ.
"""

from sympy import Rational, exp, factorial, log

from provenscape.kernel import Claim, Invariant, chain, combine, ge, gt, induct, le, real, series

low, kappa, epsilon, first = real("low kappa epsilon first")
tau, r2, form, image2 = real("tau r2 form image2")
s, a, b, w = real("s a b w")
high = kappa * low
next_r2 = r2 - 2 * form / high + image2 / high**2

claim = Claim(
    id="descent-on-a-linearised-network-takes-kappa-log-steps",
    says="Gradient descent on the squared loss of a linearised network with KKᵀ positive definite, "
    "with step one over the greatest curvature, multiplies the loss by at most e^(−2/κ) a step, "
    "and at most (κ/2) log(1/ε) + 1 iterates are above the share ε ≤ 1 of the first loss.",
    items={
        "N-92": "whole",
        "N-93": "definition",
        "N-95": "instance",
        "O-61": "part linear-rate",
        "O-90": "part linear-rate",
    },
    where={
        low: ("the least eigenvalue of KKᵀ", r"\lambda_{\min}"),
        kappa: "the condition number of KKᵀ, the quotient λ_max/λ_min of its eigenvalues",
        epsilon: "the share of the first loss that is asked for",
        first: ("the squared norm of the first residual, n times the first loss", r"\|r_0\|^2"),
        tau: ("the number of steps, times 2/κ", r"\tau"),
        r2: ("the squared norm of the residual", r"\|r\|^2"),
        form: ("the form of KKᵀ at the residual", r"r^\top KK^\top r"),
        image2: ("the squared norm of KKᵀr", r"\|KK^\top r\|^2"),
    },
    given={
        "full_row_rank": gt(low),
        "condition_number": ge(kappa, 1),
        "accuracy": gt(epsilon),
        "first_loss": gt(first),
        "not_there_yet": gt(r2, epsilon * first),
        "rayleigh": ge(form, low * r2),
        "between": le(image2, (low + high) * form - low * high * r2),
    },
    then=Invariant(
        (
            le(exp(tau) * r2, first),
            le(tau, -log(epsilon) + 2 / kappa),
        ),
        start={tau: 0, r2: first},
        update={tau: tau + 2 / kappa, r2: next_r2},
        fixed=(low, kappa, epsilon, first),
    ),
    facts={"rayleigh": "rayleigh-quotient", "between": "spectral-theorem"},
    scope="every number of examples and parameters; the hypotheses are assumed as long as the loss "
    "is above ε times the first",
)
half = Rational(1, 2)
numbers = {low: 1, kappa: 2, epsilon: half**9, first: 1}
slow = [{form: half ** (2 * k), image2: half ** (2 * k)} for k in range(3)]
witness = [numbers | slow[0], *slow[1:]]
countermodels = {
    "condition_number": [numbers | {kappa: half, form: 1, image2: 1}, {}],
    "not_there_yet": [numbers | {epsilon: 2} | slow[0], *slow[1:]],
    "between": [numbers | {form: 1, image2: 9}, {form: 9}],
}


def taylor(x, degree):
    return sum(x**k / factorial(k) for k in range(degree + 1))


def above(degree):
    """exp(a) ≥ exp(b) T(a − b), T the Taylor polynomial of that odd degree."""
    given = {"positive": gt(w)}
    tangent = claim.lemma(f"Taylor {degree}", {}, ge(exp(s), taylor(s, degree)))
    tangent = series(tangent, exp, s, degree)
    scaled = chain(
        claim.lemma(f"scaled {degree}", given, ge(exp(a), w * taylor(a - log(w), degree))),
        {"tangent": (tangent, {s: a - log(w)})},
        using={"tangent": w},
    )
    return chain(
        claim.lemma(f"above {degree}", {}, ge(exp(a), exp(b) * taylor(a - b, degree))),
        {"scaled": (scaled, {w: exp(b)})},
        using={"scaled": 1},
    )


def proof():
    contracts = combine(
        claim.lemma("contracts", claim.given, le(next_r2, (1 - 1 / kappa) ** 2 * r2)),
        using={"between": 1 / high**2, "rayleigh": (kappa - 1) / (kappa * high)},
    )
    power = combine(
        claim.lemma(
            "power",
            {"condition_number": ge(kappa, 1)},
            ge(taylor(-2 / kappa, 5), (1 - 1 / kappa) ** 2),
        ),
        using={"condition_number": (kappa - Rational(1, 6)) ** 2 + Rational(11, 36)},
        squares=[(Rational(1, 15), 1)],
        scale=kappa**5,
    )
    positive = combine(
        claim.lemma("positive", claim.given, gt(r2)),
        using={"not_there_yet": 1, "accuracy": first},
    )
    later = exp(tau + 2 / kappa)
    falls = chain(
        claim.at_next_state(0),
        {
            "contracts": contracts,
            "power": power,
            "positive": positive,
            "above": (above(5), {a: tau, b: tau + 2 / kappa}),
        },
        using={"invariant.0": 1, "contracts": later, "power": later * r2, "above": r2},
    )
    tangent = above(1)
    in_time = chain(
        claim.at_next_state(1),
        {"tangent": (tangent, {a: tau, b: -log(epsilon)})},
        using={
            "tangent": epsilon * first,
            "invariant.0": 1,
            "not_there_yet": exp(tau),
        },
        scale=first,
    )
    early = chain(
        claim.at_start(1),
        {"tangent": (tangent, {a: log(epsilon), b: 0})},
        using={"tangent": first, "not_there_yet": 1},
        squares=[(2 * first / kappa, 1)],
        scale=first,
    )
    return induct(claim, (None, early), (falls, in_time))
