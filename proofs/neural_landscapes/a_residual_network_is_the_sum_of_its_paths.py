"""x + tanh x followed by another block is not x + tanh x + tanh x + tanh(tanh x), at x = 1.

A second block reads the sum x + F(x), not its two terms apart: F(x + F(x)) is F(x) + F(F(x)) for
linear F only. So a residual network is no superposition of its paths, as a function.
"""

from sympy import tanh

from provenscape.kernel import Claim, eq, function, real, refute

x = real("x")
network = function("network", (x,), x + tanh(x) + tanh(x + tanh(x)))
paths = function("paths", (x,), x + 2 * tanh(x) + tanh(tanh(x)))

claim = Claim(
    id="a-residual-network-is-the-sum-of-its-paths",
    says="A residual network is the superposition of its paths: of two blocks x + F(x), F(x) = "
    "tanh x, the output is the sum x + F(x) + F(x) + F(F(x)) over the four paths.",
    items={"N-65": "part superposition"},
    where={x: "the input"},
    given={},
    then=eq(network(x), paths(x)),
    about="what a residual network has to do with the paths through it",
    scope="two blocks, one unit each",
)


def refutation():
    return refute(claim, {x: 1})
