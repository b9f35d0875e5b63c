"""A square of a real number is not negative."""

from provenscape.kernel import Claim, combine, ge, real

x, y = real("x y")

claim = Claim(
    id="square",
    says="A square is not negative.",
    items={"O-51": "whole"},
    where={x: "a number"},
    given={},
    then=ge(x**2),
    tight=True,
)
witness = {x: 1}
equality = {x: 0}


def proof():
    return combine(claim, using={}, squares=[(1, x)])
