"""A further layer does not in general worsen the conditioning µ/L of the tangent kernel.

On the two inputs (1, 0) and (0, ½) the linear map (a, b) has the tangent kernel diag(1, ¼), with
µ/L = ¼. With a second layer s, so that the outputs are sa and sb/2, the kernel at (s, 0, b) is
diag(s², (s² + b²)/4), which has µ/L = ½ at s = b = 1.
"""

from provenscape.kernel import Claim, function, le, real, refute

s, a, b = real("s a b")
f_1, f_2 = function("f_1", (a, b), a), function("f_2", (a, b), b / 2)
g_1, g_2 = function("g_1", (s, a, b), s * a), function("g_2", (s, a, b), s * b / 2)


def size(f, *at):
    return sum(slope**2 for slope in f.gradient(at))


most, least = size(f_1, 0, b), size(f_2, 0, b)
deep_most, deep_least = size(g_1, s, 0, b), size(g_2, s, 0, b)

claim = Claim(
    id="network-pl-constant-falls-with-depth",
    says="A further layer does not raise the ratio µ/L of the least and the largest eigenvalue of "
    "the tangent kernel.",
    items={"O-57": "part depth"},
    where={(a, b): "the weights of the first layer, a = 0", s: "the weight of the second"},
    given={"least": le(deep_least, deep_most)},
    then=le(deep_least * most, least * deep_most),
    scope="linear networks of one and two layers on the inputs (1, 0) and (0, ½), weights kept, at "
    "a = 0, where both kernels are diagonal; the article fixes no parametrisation",
)


def refutation():
    return refute(claim, {s: 1, b: 1})
