"""Gradient descent on ½|r|² converges from a start where 12M|r₀| ≤ σ², and hardly moves.

J is the Jacobian of the n outputs by the weights, M-Lipschitz, with |J₀ᵀu| ≥ σ|u| and |J₀| ≤ K at
the start: σ² is the least eigenvalue of the tangent kernel there. A step θ′ = θ − ηJᵀr at the
distance d from the start, Md ≤ σ/2, has G = |Jᵀr| ≥ σ|r|/2 (the PL inequality with µ = σ²/4), r′
differs from (I − ηJJᵀ)r by at most ½Mη²G² (the bound of r·u for every unit vector u), and |(I −
ηJJᵀ)r|² ≤ |r|² − ηG² if η(K + σ/2)² ≤ 1. So |r|(|r| − |r′|) ≥ ηG²/3 ≥ σηG|r|/6: each step is paid
for by the fall of 6|r|/σ, the path has at most the length 6|r₀|/σ ≤ σ/(2M), and stays where PL
holds. For the squared loss this is Theorem 6 of Liu, Zhu & Belkin (2022) in shape (also Oymak &
Soltanolkotabi 2019), with constants.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, chain, combine, ge, gt, induct, le, real

sigma, M, K, eta, first = real("sigma M K eta r_0")
r, d, bound, G, p, r_next, d_next = real("r d bound G p q h")
rate = 1 - eta * sigma**2 / 12

claim = Claim(
    id="descent-from-a-well-conditioned-start-fits-all-data",
    says="If the tangent kernel at the start has the least eigenvalue σ², the Jacobian of the "
    "outputs is M-Lipschitz and 12M|r₀| ≤ σ², then descent on the squared loss with η(K + σ/2)² ≤ "
    "1 goes no farther than 6|r₀|/σ ≤ σ/(2M), where PL holds with µ = σ²/4, and |r| falls by the "
    "factor 1 − ησ²/12 at each step.",
    items={"O-56": "whole", "N-53": "instance", "O-59": "instance", "O-54": "instance"},
    where={
        sigma: "a lower bound of the singular values of J₀ᵀ, J₀ the Jacobian at the start",
        M: "a Lipschitz constant of the Jacobian in the operator norm",
        K: "an upper bound of the singular values of J₀",
        eta: ("the step length", r"\eta"),
        first: ("the norm of the residual at the start", r"|r_0|"),
        r: ("the norm of the residual, not yet 0", r"|r|"),
        d: "a bound on the distance from the start, the length of the path",
        bound: "the bound on the residual, multiplied by the rate at each step",
        G: ("the norm of the gradient Jᵀr", r"|J^\top r|"),
        p: ("the norm of (I − ηJJᵀ)r", r"|(I-\eta JJ^\top)r|"),
        r_next: ("the norm of the next residual", "|r'|"),
        d_next: ("the bound on the next distance", "d'"),
    },
    given={
        "sigma": gt(sigma),
        "lipschitz": ge(M),
        "norm": ge(K),
        "step": gt(eta),
        "short": le(eta * (K + sigma / 2) ** 2, 1),
        "near": le(12 * M * first, sigma**2),
        "residual": gt(r),
        "distance": ge(d),
        "gradient": ge(G),
        "kernel": ge(G, (sigma - M * d) * r),
        "next_residual": ge(r_next),
        "operator": le(p**2, r**2 - 2 * eta * G**2 + eta**2 * (K + M * d) ** 2 * G**2),
        "taylor": le(r_next, p + M / 2 * (eta * G) ** 2),
        "path": le(d_next, d + eta * G),
    },
    then=Invariant(
        (
            le(sigma * d, 6 * (first - r)),
            le(2 * M * d, sigma),
            le(r, bound),
        ),
        start={r: first, d: 0, bound: first},
        update={r: r_next, d: d_next, bound: rate * bound},
        fixed=(sigma, M, K, eta, first),
    ),
    facts={"taylor": "quadratic-upper-bound"},
    bridges=("rayleigh-quotient",),
    proves="descent-stays-near-a-well-conditioned-start",
    about="the PL inequality along the path of descent on the squared loss of a network",
    scope="any model with a Jacobian, any number of data",
)
witness = [
    {sigma: 1, M: Rational(1, 24), K: 1, eta: Rational(1, 4), first: 1, G: 1,
     p: Rational(3, 4), r_next: Rational(3, 4), d_next: Rational(1, 4)},
    {G: Rational(3, 4), p: Rational(1, 2), r_next: Rational(1, 2), d_next: Rational(2, 5)},
    {G: Rational(1, 2), p: Rational(1, 3), r_next: Rational(1, 3), d_next: Rational(1, 2)},
]  # fmt: skip
first_state = witness[0]
still = {G: 0, p: 1, r_next: 1, d_next: 0}
last = {G: 1, p: 0, r_next: 0, d_next: 0}
countermodels = {
    "near": [
        first_state | {M: 1},
        {G: 1, p: Rational(2, 5), r_next: Rational(2, 5), d_next: Rational(1, 2)},
        {G: Rational(1, 2), p: Rational(1, 10), r_next: Rational(1, 10), d_next: Rational(5, 8)},
        {G: Rational(1, 10), p: 0, r_next: 0, d_next: Rational(5, 8)},
    ],
    "kernel": [first_state | still, still],
    "operator": [first_state | {p: 1, r_next: 1}, last],
    "taylor": [first_state | {r_next: 1}, last],
    "path": [first_state | {d_next: 13}, last],
    "short": [first_state | {eta: 4, p: 1, r_next: 1, d_next: 1}, last],
}


def proof():
    given = dict(claim.given)
    known = given | {f"invariant.{i}": part for i, part in enumerate(claim.then.relations)}

    def lemma(name, then):
        return claim.lemma(name, known, then)

    half = combine(
        lemma("half", ge(G, sigma * r / 2)),
        using={"kernel": 1, "invariant.1": r / 2},
    )
    size = combine(
        lemma("size", le(eta * (K + M * d) ** 2, 1)),
        using={"short": 1, "invariant.1": eta * (2 * K + sigma / 2 + M * d) / 2},
    )
    inside = chain(
        lemma("inside", le(p**2, r**2 - eta * G**2)),
        {"size": size},
        using={"operator": 1, "size": eta * G**2},
    )
    contracted = chain(
        lemma("contracted", le(r * p, r**2 - eta * G**2 / 2)),
        {"inside": inside},
        using={"inside": Rational(1, 2)},
        squares=[(Rational(1, 2), r - p)],
    )
    few = combine(
        lemma("few", le(eta * sigma**2, 4)),
        using={"short": 4, "step": 4 * K * (K + sigma)},
    )
    flat = chain(
        lemma("flat", le(12 * M * eta * r, 4)),
        {"few": few},
        using={
            "few": 1,
            "near": eta,
            "invariant.0": 2 * M * eta,
            "distance": 2 * M * eta * sigma,
        },
    )
    fall = chain(
        lemma("fall", le(r * r_next, r**2 - eta * G**2 / 3)),
        {"contracted": contracted, "flat": flat},
        using={"taylor": r, "contracted": 1, "flat": eta * G**2 / 24},
    )
    paid = chain(
        lemma("paid", ge(6 * (r - r_next), sigma * eta * G)),
        {"fall": fall, "half": half},
        using={"fall": 6, "half": 2 * eta * G},
        scale=r,
    )
    path = chain(
        claim.at_next_state(0),
        {"paid": paid},
        using={"invariant.0": 1, "path": sigma, "paid": 1},
    )
    inside_ball = chain(
        claim.at_next_state(1),
        {"way": path},
        using={"way": 2 * M, "near": 1, "next_residual": 12 * M},
        scale=sigma,
    )
    positive = chain(
        lemma("positive", ge(rate)), {"few": few}, using={"few": Rational(1, 12)},
        squares=[(Rational(2, 3), 1)],
    )  # fmt: skip
    linear = chain(
        claim.at_next_state(2),
        {"paid": paid, "half": half, "positive": positive},
        using={"paid": Rational(1, 6), "half": sigma * eta / 6, "invariant.2": rate},
    )
    return induct(claim, (None, None, None), (path, inside_ball, linear))
