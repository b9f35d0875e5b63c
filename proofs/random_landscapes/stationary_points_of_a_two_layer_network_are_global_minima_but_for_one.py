"""½(⟨u, v⟩ − 1)² has one stationary point, the origin, that is no global minimum.

Its gradient is L′(s) v along u and L′(s) u along v, with s = ⟨u, v⟩ and L(s) = ½(s − 1)². If both
are 0 and (u, v) ≠ 0, then L′(s) = 0, and so is L = L′²/2.
"""

from provenscape.kernel import Claim, combine, eq, function, gt, real

s, first, second = real("s U V")
loss = function("L", (s,), (s - 1) ** 2 / 2)

claim = Claim(
    id="stationary-points-of-a-two-layer-network-are-global-minima-but-for-one",
    says="For two linear layers of any width and one datum, with the loss ½(⟨u, v⟩ − 1)², every "
    "stationary point other than the origin is a global minimum.",
    items={"N-12": "instance", "L-23": "instance"},
    where={
        s: "the inner product ⟨u, v⟩ of the layers, the output of the network",
        first: ("the squared norm of the first layer", r"\|u\|^2"),
        second: ("the squared norm of the second", r"\|v\|^2"),
    },
    given={
        "stationary_u": eq(loss.partial(s) ** 2 * second),
        "stationary_v": eq(loss.partial(s) ** 2 * first),
        "not_the_origin": gt(first + second),
    },
    then=eq(loss(s), 0),
    scope="u, v ∈ R^m for every m; the hypotheses are the squared gradients along u and along v",
)
witness = {s: 1, first: 1, second: 1}
countermodels = {
    "stationary_u": {s: 0, first: 0, second: 1},
    "stationary_v": {s: 0, first: 1, second: 0},
    "not_the_origin": {s: 0, first: 0, second: 0},
}


def proof():
    return combine(claim, using={"stationary_u": 1, "stationary_v": 1}, scale=2 * (first + second))
