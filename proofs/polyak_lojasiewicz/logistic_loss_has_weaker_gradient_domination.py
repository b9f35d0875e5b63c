"""On separable data of margin γ and norms ≤ B the logistic loss f has γf/(1 + f) ≤ ‖∇f‖ ≤ Bf.

An example with margin x = ⟨w, a⟩ adds ℓ(x) = log(1 + e^(−x)) to the loss and −ℓ′(x)a to −∇f, and
ℓ/(1 + ℓ) ≤ −ℓ′ ≤ ℓ. So ½‖∇f‖² ≤ (B²f/2)f: the inequality holds with µ at no point where
f < 2µ/B², and as the infimum of f is 0, with no µ > 0 near infinity. From below ‖∇f‖ is at least
the component of −∇f along a unit direction u that separates the data, ⟨u, aᵢ⟩ ≥ γ for each i: it
never vanishes, so that there is no finite minimiser, and it is of the order of f, not of √f.
"""

from sympy import Rational, exp, log

from provenscape.kernel import (
    Claim,
    Invariant,
    chain,
    combine,
    function,
    ge,
    gt,
    induct,
    le,
    real,
    series,
)

x, t = real("x t")
a, along, norm_next, gamma, B = real("a along norm_next gamma B")
loss, slope, norm = real("loss slope norm")
example = function("l", (x,), log(1 + exp(-x)))
fall = -example.partial(x)

claim = Claim(
    id="logistic-loss-has-weaker-gradient-domination",
    says="On any number of examples that a direction separates with margin γ, and of norms at "
    "most B, the logistic loss f has γf ≤ (1 + f)‖∇f‖ and ½‖∇f‖² ≤ (B²f/2)f.",
    items={"O-46": "part pl-at-infinity"},
    where={
        x: "the label of the next example times the score that the weights give it",
        a: ("the norm of the next example", r"\|a_i\|"),
        along: ("its component along the separating unit direction u", r"\langle u, a_i \rangle"),
        norm_next: ("the gradient norm of the loss of the examples with it", r"\|\nabla f_i\|"),
        gamma: "the margin of the data",
        B: "a bound of the norms of the examples",
        loss: ("the loss of the examples so far", "f"),
        slope: ("the component of minus its gradient along u", r"\langle -\nabla f, u \rangle"),
        norm: ("its gradient norm", r"\|\nabla f\|"),
    },
    given={
        "margin": gt(gamma),
        "bounded": ge(B),
        "separated": ge(along, gamma),
        "norm": le(a, B),
        "triangle": le(norm_next, norm + fall * a),
        "cauchy_schwarz": ge(norm_next, slope + fall * along),
    },
    then=Invariant(
        (
            ge(loss),
            ge(slope),
            ge((1 + loss) * slope, gamma * loss),
            ge((1 + loss) * norm, gamma * loss),
            le(norm, B * loss),
            ge(norm),
            le(norm**2 / 2, B**2 * loss / 2 * loss),
        ),
        start={loss: 0, slope: 0, norm: 0},
        update={
            loss: loss + example(x),
            slope: slope + fall * along,
            norm: norm_next,
        },
    ),
    repairs="logistic-loss-is-pl",
    scope="the sum over any number of examples; the mean is 1/n of it, with the same B",
)
witness = [
    {
        gamma: Rational(1, 2), B: 1, x: 0, a: 1, along: Rational(1, 2),
        norm_next: Rational(1, 2),
    },
    {norm_next: Rational(3, 4)},
    {norm_next: 1},
]  # fmt: skip
one = witness[0]
countermodels = {
    "margin": [one | {gamma: -1, along: -1, norm_next: Rational(1, 2)}, {}],
    "separated": [one | {along: -1, norm_next: Rational(1, 2)}, {}],
    "norm": [one | {a: 2, norm_next: 1}, {norm_next: 2}],
    "triangle": [one | {norm_next: 2}, {norm_next: 3}],
    "cauchy_schwarz": [one | {norm_next: 0}, {norm_next: 0}],
}


def proof():
    z = exp(-x)
    added, share = log(1 + z), z / (1 + z)
    growth = series(claim.lemma("growth", {}, ge(exp(t), 1 + t)), exp, t, 1)
    up, down = {"growth": (growth, {t: added})}, {"growth": (growth, {t: -added})}
    least = chain(
        claim.lemma("least", {}, ge((1 + example(x)) * fall, example(x))),
        up,
        using={"growth": 1 / (1 + z)},
    )
    most = chain(claim.lemma("most", {}, le(fall, example(x))), down, using={"growth": 1})
    positive = chain(
        claim.lemma("positive", {}, gt(example(x))), down, using={"growth": 1}, squares=[(share, 1)]
    )
    known = {"least": least, "most": most, "positive": positive}
    steps = [claim.at_next_state(i) for i in range(len(claim.then.relations))]
    losses = chain(steps[0], known, using={"invariant.0": 1, "positive": 1})
    slopes = combine(steps[1], using={"invariant.1": 1, "separated": share, "margin": share})
    low = chain(
        steps[2],
        known,
        using={
            "invariant.2": 1,
            "invariant.1": added,
            "separated": (1 + loss + added) * share,
            "least": gamma,
            "invariant.0": gamma * share,
        },
    )
    below = chain(
        steps[3],
        {"positive": positive, "low": low},
        using={"cauchy_schwarz": 1 + loss + added, "low": 1},
    )
    above = chain(
        steps[4],
        known,
        using={"triangle": 1, "invariant.4": 1, "norm": share, "most": B},
    )
    norms = chain(steps[5], {"slopes": slopes}, using={"cauchy_schwarz": 1, "slopes": 1})
    half = Rational(1, 2)
    ratio = chain(
        steps[6],
        {"above": above, "norms": norms},
        using={"above": norm_next},
        squares=[(half, B * (loss + added) - norm_next)],
    )
    return induct(claim, (None,) * 7, (losses, slopes, low, below, above, norms, ratio))
