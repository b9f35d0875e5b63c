"""½(⟨u, v⟩ − 1)² with 10⁷ weights: all stationary points but one are global minima.

This is the loss of a network of two linear layers and one datum. Its gradient is L′(s) v along u
and L′(s) u along v, with s = ⟨u, v⟩ and L(s) = ½(s − 1)², so that it vanishes at the origin, a
saddle, and where s = 1: on a hypersurface of global minima. What is a saddle has a loss above the
least, which is 0. The point is u = v, a unit vector; that all others but the origin are such too is
claim stationary-points-of-a-two-layer-network-are-global-minima-but-for-one.
"""

from provenscape.kernel import Claim, eq, function, ge, gt, real, refute

s, first, second = real("s U V")
loss = function("L", (s,), (s - 1) ** 2 / 2)

claim = Claim(
    id="stationary-points-of-a-two-layer-network-are-saddles",
    says="The stationary points of the loss of a network with 10⁷ weights, whatever the network "
    "and the data, are saddles but for a negligible set.",
    items={"L-23": "whole"},
    where={
        s: "the inner product ⟨u, v⟩ of the layers, the output of the network",
        first: ("the squared norm of the first layer", r"\|u\|^2"),
        second: ("the squared norm of the second", r"\|v\|^2"),
    },
    given={
        "stationary_u": eq(loss.partial(s) ** 2 * second),
        "stationary_v": eq(loss.partial(s) ** 2 * first),
        "inner_product": ge(first * second, s**2),
        "not_the_origin": gt(first + second),
    },
    then=gt(loss(s)),
    scope="two linear layers u, v ∈ R^m of any width m, 2m weights, one datum; the negligible set "
    "is one point; a saddle has a loss above the least",
)


def refutation():
    return refute(claim, {s: 1, first: 1, second: 1})
