"""At a minimum the loss rises by ½λ_max|δ|² + ρ|δ|³/6 at most, along one line by nearly so much.

Taylor with a ρ-Lipschitz Hessian. The bound is for small changes in the given units of the weights:
multiplied by s, they have λ_max/s². A shift of the data is a change of the loss, not of the
weights, and of it λ_max says nothing: all minima of (uv − c)²/2 are the same function.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, ge, le, real

rise, top, form, square, cube, sharp, rho = real("rise rise_1 q d2 d3 Lambda rho")

claim = Claim(
    id="a-flat-minimum-bears-small-changes-of-the-weights",
    says="A change δ of the weights from a minimum raises the loss by at most ½λ_max|δ|² + "
    "ρ|δ|³/6, and by at least ½λ_max|δ|² − ρ|δ|³/6 along an eigenvector for λ_max: the smaller "
    "λ_max, the less sensitive is the minimum to small changes.",
    items={"N-71": "part insensitive"},
    where={
        rise: ("the change of the loss", r"f(x+\delta)-f(x)"),
        top: ("its change along an eigenvector v for the largest eigenvalue", "f(x+v)-f(x)"),
        form: ("the quadratic form of the change", r"\delta^\top H\delta"),
        square: ("the squared length of the change, that of v too", r"|\delta|^2"),
        cube: ("its cube", r"|\delta|^3"),
        sharp: ("the largest eigenvalue of H", r"\lambda_{\max}"),
        rho: "a Lipschitz constant of the Hessian",
    },
    given={
        "largest": le(form, sharp * square),
        "expansion": le(rise - form / 2, rho * cube / 6),
        "expansion_along_v": ge(top - sharp * square / 2, -rho * cube / 6),
    },
    then=(
        le(rise, sharp * square / 2 + rho * cube / 6),
        ge(top, sharp * square / 2 - rho * cube / 6),
    ),
    facts={
        "largest": "rayleigh-quotient",
        "expansion": "taylor-with-lipschitz-hessian",
        "expansion_along_v": "taylor-with-lipschitz-hessian",
    },
    scope="every number of weights; ∇f = 0 at the minimum",
)
witness = {rise: 1, top: 1, form: 2, square: 1, cube: 1, sharp: 2, rho: 0}
countermodels = {
    "largest": witness | {rise: 2, form: 4},
    "expansion": witness | {rise: 2},
    "expansion_along_v": witness | {top: 0},
}


def proof():
    half = Rational(1, 2)
    above = combine(claim.part(0), using={"largest": half, "expansion": 1})
    below = combine(claim.part(1), using={"expansion_along_v": 1})
    return conjoin(claim, [above, below])
