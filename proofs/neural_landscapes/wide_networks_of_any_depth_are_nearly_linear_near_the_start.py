"""|f(θ₀ + δ) − f(θ₀) − ∇f(θ₀)'δ| ≤ K|δ|²/2, K the norm of the Hessian, O(1/√m) for width m.

Each layer of width m multiplies by its weights over √m, weights are normal at the start, the
activation is smooth and the output unit linear: then the Hessian of the output by all weights has,
in a ball of any fixed radius R, a norm of the order of 1/√m up to logarithms, while the gradient
keeps its size (Liu, Zhu & Belkin 2020). With κ/√m for that bound the second-order term is at most
κR²/(2√m), with R and κ fixed as small as one likes. With a nonlinear output unit it is not
(`a-nonlinear-output-unit-is-linear-at-no-width`); for one hidden layer the constants are in
`the-remainder-of-a-wide-network-falls-with-its-width`.
"""

from sympy import Rational

from provenscape.kernel import Claim, chain, combine, ge, gt, le, real

s, K, kappa, d2, R, value, first, slope = real("s K kappa d2 R value first slope")
half = Rational(1, 2)
gap = value - (first + slope)

claim = Claim(
    id="wide-networks-of-any-depth-are-nearly-linear-near-the-start",
    says="A fully connected network of any depth and width m, each layer scaled by 1/√m, with "
    "smooth activations and a linear output unit, differs within a distance R of its start by at "
    "most κR²/(2√m) from f(θ₀) + ∇f(θ₀)'δ, with high probability, κ being free of m up to "
    "logarithms.",
    items={"N-89": "whole", "O-60": "part linear", "O-90": "part linear"},
    where={
        s: ("the square root of the width m", r"\sqrt{m}"),
        K: "a bound on the norm of the Hessian of the output by the weights, in the ball",
        kappa: "the constant of that bound, by depth, radius, input and activation",
        R: "the radius of the ball",
        d2: ("the squared length of the change of the weights", r"\|\delta\|^2"),
        value: ("the output at the changed weights", r"f(\theta_0+\delta)"),
        first: ("the output at the start", r"f(\theta_0)"),
        slope: ("the linear term", r"\nabla f(\theta_0)^\top\delta"),
    },
    given={
        "width": gt(s),
        "above": le(value, first + slope + K / 2 * d2),
        "below": ge(value, first + slope - K / 2 * d2),
        "ball": le(d2, R**2),
        "change": ge(d2),
        "hessian": le(K, kappa / s),
        "constant": ge(kappa),
    },
    then=le((value - first - slope) ** 2, (kappa * R**2 / (2 * s)) ** 2),
    facts={
        "above": "quadratic-upper-bound",
        "below": "quadratic-lower-bound",
        "hessian": "wide-networks-have-small-hessians",
    },
    tight=True,
    about="the distance of a wide network from its linearisation",
    scope="one output at one input",
)
witness = {s: 1, K: 1, kappa: 1, R: 1, d2: 1, value: half, first: 0, slope: 0}
equality = witness
countermodels = {
    "above": witness | {value: 1},
    "below": witness | {value: -1},
    "ball": witness | {d2: 2, value: 1},
    "hessian": witness | {K: 2, value: 1},
}


def proof():
    top = kappa * R**2 / (2 * s)
    room = {"hessian": d2 / 2, "ball": kappa / (2 * s)}
    up = combine(claim.lemma("up", claim.given, ge(top - gap)), using={"above": 1} | room)
    down = combine(claim.lemma("down", claim.given, ge(top + gap)), using={"below": 1} | room)
    return chain(claim, {"up": up, "down": down}, using={"up": top + gap})
