"""Outputs scaled down by 10 let features move: less than half the test error of the own kernel.

The kernel has to learn an even function of one direction from 64 inputs as if all directions
mattered; the network turns its units to the one. The control is lazy, with outputs scaled up by 10
at the same width, and predicts as its kernel does.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="a-network-that-moves-its-features-beats-its-kernel-on-one-direction",
    says="On targets that depend on one direction of the input a network trained with small "
    "outputs has, with probability at least 80 %, less than half the test error of regression "
    "with its own tangent kernel.",
    items={"N-95": "instance", "N-107": "instance", "O-58": "instance"},
    given={},
    then=Chance(
        ge(p, Rational(4, 5)),
        p,
        "the test error of the trained network is less than half that of regression with its "
        "tangent kernel at the start",
        "a fresh direction u, 64 training inputs uniform on the sphere of radius √10 in R¹⁰ with "
        "targets |u·x| standardised, a fresh network of 64 ReLU units with outputs (f − f₀)/10 "
        "and 800 steps of full-batch descent",
        trials=(160,),
    ),
    scope="one kind of target, one number of inputs, one dimension, one width, one scale",
)
EVIDENCE = {"table": "regime_counts", "setting": "features"}
CONTROL = {"table": "regime_counts", "setting": "features, lazy"}
