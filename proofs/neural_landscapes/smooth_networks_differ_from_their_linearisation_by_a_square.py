"""|f(θ₀ + δ) − f(θ₀) − ∇f(θ₀)'δ| ≤ L|δ|²/2 in every ball where the gradient by θ is L-Lipschitz.

f is the output of the network at one input, of any depth and width. With activations that have two
continuous derivatives it has such an L in every ball, since it is twice continuously differentiable
in θ and its Hessian is bounded on the closed ball; L depends on the ball, the input, the width and
the scaling. With ReLU there is none where a unit is at its kink. The bound is attained: f = Lθ²/2
has the remainder Lδ²/2.
"""

from sympy import Rational

from provenscape.kernel import Claim, chain, combine, ge, le, real

L, d2, value, first, slope = real("L d2 value first slope")
half = Rational(1, 2)
linear = first + slope

claim = Claim(
    id="smooth-networks-differ-from-their-linearisation-by-a-square",
    says="A network whose gradient by its parameters is L-Lipschitz in a ball around θ₀, as with "
    "twice continuously differentiable activations, differs there by at most L|δ|²/2 from f(θ₀) + "
    "∇f(θ₀)'δ.",
    items={"N-88": "whole"},
    repairs="every-network-is-linear-near-its-start-up-to-a-square",
    where={
        L: "a Lipschitz constant of the gradient by the parameters in the ball",
        d2: ("the squared length of the change of the parameters", r"\|\delta\|^2"),
        value: ("the output at the changed parameters", r"f(\theta_0+\delta)"),
        first: ("the output at the start", r"f(\theta_0)"),
        slope: ("the linear term", r"\nabla f(\theta_0)^\top\delta"),
    },
    given={
        "above": le(value, first + slope + L / 2 * d2),
        "below": ge(value, first + slope - L / 2 * d2),
    },
    then=le((value - linear) ** 2, (L * d2 / 2) ** 2),
    facts={"above": "quadratic-upper-bound", "below": "quadratic-lower-bound"},
    bridges=("extreme-value-theorem", "mean-value-inequality"),
    tight=True,
    about="the distance of a network from its linearisation at the start",
    scope="every depth, width and number of parameters; one input",
)
witness = {L: 1, d2: 1, value: half, first: 0, slope: 0}
equality = witness
countermodels = {
    "above": witness | {value: 1},
    "below": witness | {value: -1},
}


def proof():
    gap = value - linear
    up = combine(claim.lemma("up", claim.given, ge(L * d2 / 2 - gap)), using={"above": 1})
    down = combine(claim.lemma("down", claim.given, ge(L * d2 / 2 + gap)), using={"below": 1})
    return chain(claim, {"up": up, "down": down}, using={"up": L * d2 / 2 + gap})
