"""At step 1/L and curvature γ ≥ √(ρε) the unstable component doubles within L/√(ρε) steps.

t steps multiply it by (1 + γ/L)^t ≥ 1 + tr/L with r = √(ρε). So the length of a stuck epoch is
governed by L/√(ρε), beside a logarithm, not by a power of log d alone. Jin et al. (2017) wait
t_thres = (χ/c²)·ℓ/√(ρε) steps.
"""

from provenscape.kernel import Claim, Invariant, chain, combine, function, ge, gt, induct, real

x, L, r, gamma, t, first = real("x L r gamma t x_0")
f = function("f", (x,), -gamma * x**2 / 2)

claim = Claim(
    id="stuck-epochs-last-longer-at-weaker-curvature",
    says="With step 1/L the component along curvature −γ, γ ≥ √(ρε), of a quadratic saddle grows "
    "in t steps by the factor 1 + t√(ρε)/L at least, so that L/√(ρε) steps double it.",
    items={"O-38": "instance"},
    where={
        x: "the component of the iterate along the escape direction",
        first: "that component at the start",
        L: "the Lipschitz constant of the gradient, whose inverse is the step length",
        r: ("the threshold of curvature, √(ρε)", r"\sqrt{\rho\varepsilon}"),
        gamma: "the negative curvature of the saddle",
        t: "the number of steps",
    },
    given={
        "smooth": gt(L),
        "threshold": ge(r),
        "strong_curvature": ge(gamma, r),
        "start": ge(first),
    },
    then=Invariant(
        (ge(x, first), ge(L * x, first * (L + r * t))),
        start={x: first, t: 0},
        update={x: x - f.partial(x) / L, t: t + 1},
        fixed=(gamma,),
    ),
    repairs="stuck-epochs-last-polylog-d-steps",
    scope="the coordinate along the escape direction of a quadratic saddle",
)
witness = {L: 1, r: 1, gamma: 1, first: 1}
countermodels = {
    "smooth": witness | {L: -1},
    "strong_curvature": witness | {gamma: 0},
    "start": witness | {first: -1, gamma: 2},
}


def proof():
    growing, counted = claim.at_next_state(0), claim.at_next_state(1)
    ahead = claim.lemma("x ≥ 0", growing.given, ge(x))
    lemma = {"ahead": combine(ahead, using={"invariant.0": 1, "start": 1})}
    step = chain(
        growing,
        lemma,
        using={"invariant.0": 1 + r / L, "strong_curvature": x / L, "start": r / L},
    )
    bound = chain(counted, lemma, using={"invariant.1": 1, "invariant.0": r, "strong_curvature": x})
    return induct(claim, (None, None), (step, bound))
