"""From every start near a nondegenerate minimum gradient descent converges linearly.

With m ≤ H ≤ L at the minimum x* and 0 < η ≤ 1/L a step sends x to x* + (I − ηH)(x − x*) − ηr, where
|r| ≤ ρ|x − x*|²/2. So |x⁺ − x*| ≤ (1 − ηm)d + ηρd²/2, which is at most (1 − ηm/2)d for ρd ≤ m.
Compare Nesterov (2004), Section 1.2.3. Convexity is used at the point alone. So a run that tends to
a nondegenerate minimum has no lasting plateau, on whatever landscape.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, chain, combine, ge, gt, induct, le, real

eta, m, rho, Q, start = real("eta m rho Q start")
dist, dist_next, linear, rest = real("dist dist_next linear rest")

claim = Claim(
    id="descent-near-a-nondegenerate-minimum-is-linear",
    says="With m ≤ H ≤ L at a stationary point x*, m > 0 and 0 < η ≤ 1/L, gradient descent from "
    "every x₀ with |x₀ − x*| ≤ m/ρ has |x_t − x*| ≤ (1 − ηm/2)^t |x₀ − x*|, whether f is convex "
    "or not.",
    items={"O-63": "part plateau"},
    where={
        eta: "the step length, at most 1/L with L the greatest eigenvalue of H",
        m: "the least eigenvalue of the Hessian H at the stationary point",
        rho: "a Lipschitz constant of the Hessian",
        Q: ("the power (1 − ηm/2)^t, t the number of steps", "Q_t"),
        start: ("the first distance", r"\|x_0-x^*\|"),
        dist: ("the distance of the iterate from the stationary point", r"\|x_t-x^*\|"),
        dist_next: ("the distance of the next iterate", r"\|x_{t+1}-x^*\|"),
        linear: ("what a step on the quadratic model leaves of it", r"\|(I-\eta H)(x_t-x^*)\|"),
        rest: (
            "by how much the gradient differs from that of the model",
            r"\|\nabla f(x_t)-H(x_t-x^*)\|",
        ),
    },
    given={
        "step": gt(eta),
        "short_step": le(eta * m, 1),
        "hessian_varies": ge(rho),
        "first_near": le(rho * start, m),
        "first_distance": ge(start),
        "distance": ge(dist_next),
        "triangle": le(dist_next, linear + eta * rest),
        "model": le(linear, (1 - eta * m) * dist),
        "remainder": le(rest, rho * dist**2 / 2),
    },
    then=Invariant(
        (le(dist, Q * start), le(rho * dist, m), ge(dist)),
        start={dist: start, Q: 1},
        update={dist: dist_next, Q: (1 - eta * m / 2) * Q},
        fixed=(eta, m, rho),
    ),
    facts={"remainder": "gradient-change-with-lipschitz-hessian", "model": "rayleigh-quotient"},
    bridges=("spectral-theorem",),
    repairs="a-nonconvex-landscape-has-a-sublinear-plateau",
    about="gradient descent without the PL inequality",
    scope="every dimension; the bound of (I − ηH) is that of its square, whose "
    "eigenvectors are those of H, with eigenvalues between m and 1/η",
)
half = Rational(1, 2)
witness = [
    {eta: half, m: 1, rho: 1, start: 1, dist_next: half, linear: half, rest: half},
    {dist_next: Rational(1, 4), linear: Rational(1, 4), rest: Rational(1, 8)},
    {dist_next: Rational(1, 8), linear: Rational(1, 8), rest: 0},
]
first = witness[0]
countermodels = {
    "step": {eta: -1, m: 1, rho: 1, start: 1, dist_next: 2, linear: 2, rest: 0},
    "first_near": {eta: half, m: 1, rho: 4, start: 1, dist_next: 1, linear: half, rest: 1},
    "triangle": first | {dist_next: 1},
    "model": first | {linear: 1, dist_next: 1},
    "remainder": first | {rest: 1, dist_next: 1},
}


def proof():
    kept = 1 - eta * m / 2
    before = {"invariant.1": claim.then.relations[1], "invariant.2": claim.then.relations[2]}
    shorter = combine(
        claim.lemma("a step", {**claim.given, **before}, le(dist_next, kept * dist)),
        using={"triangle": 1, "model": 1, "remainder": eta, "invariant.1": eta * dist / 2},
    )
    nearer, near, apart = (claim.at_next_state(i) for i in range(3))
    steps = (
        chain(nearer, {"shorter": shorter}, {"shorter": 1, "invariant.0": kept}),
        chain(near, {"shorter": shorter}, {"shorter": rho, "invariant.1": kept}, [(eta / 2, m)]),
        combine(apart, using={"distance": 1}),
    )
    return induct(claim, (None, None, None), steps)
