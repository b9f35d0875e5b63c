"""Width 8 against width 512 on the same data, outputs divided by √m: three times as far or more.

By the-distance-to-the-fit-is-set-by-the-kernel one expects √(512/8) = 8, and finite width takes a
part. It is the movement relative to the length of θ₀; the distance itself is about the same. The
control divides the wide network's outputs by √m once more, the mean-field scaling: there it moves
about as far as the narrow one.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="a-narrow-network-moves-farther-than-a-wide-one",
    says="Trained on the same data in the tangent-kernel scaling a network of width 8 moves, with "
    "probability at least 80 %, at least three times as far as one of width 512, relative to the "
    "length of its first parameters.",
    items={"O-62": "part narrow", "O-64": "instance"},
    given={},
    then=Chance(
        ge(p, Rational(4, 5)),
        p,
        "‖θ − θ₀‖/‖θ₀‖ after training is at least three times as large at width 8 as at width 512",
        "8 fresh inputs uniform on the sphere of radius √5 in R⁵ with standard normal targets, "
        "fresh networks of one hidden tanh layer of both widths and 96 steps of full-batch "
        "descent of length 1/16",
        trials=(160,),
    ),
    scope="two widths, one hidden layer, one kind of data",
)
EVIDENCE = {"table": "regime_counts", "setting": "narrow"}
CONTROL = {"table": "regime_counts", "setting": "narrow, mean field"}
