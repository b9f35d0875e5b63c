"""Where targets are drawn from the kernel's own Gaussian process, regression with it is not beaten.

There the kernel of infinite width, with the ridge of the noise, has the least mean test error of
all methods; a network of 64 units that moves its features is above it in nearly every trial. On
targets of one direction, the control, it is below.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="moving-features-gains-nothing-on-targets-of-the-kernel",
    says="On targets drawn from the Gaussian process of the tangent kernel of infinite width a "
    "network that moves its features has, with probability at least 2/3, no smaller test error "
    "than regression with that kernel.",
    items={"N-95": "instance", "N-107": "instance"},
    given={},
    then=Chance(
        ge(p, Rational(2, 3)),
        p,
        "the test error of the trained network is not less than that of regression with the "
        "tangent kernel of infinite width and the ridge of the noise",
        "64 training inputs uniform on the sphere of radius √10 in R¹⁰ with targets a fresh draw "
        "of the process plus noise of deviation 1/10, a fresh network of 64 ReLU units with "
        "outputs (f − f₀)/10 and 800 steps of full-batch descent",
        trials=(160,),
    ),
    scope="one kind of target, one number of inputs, one dimension, one width, one scale",
)
EVIDENCE = {"table": "regime_counts", "setting": "no gain"}
CONTROL = {"table": "regime_counts", "setting": "no gain, one direction"}
