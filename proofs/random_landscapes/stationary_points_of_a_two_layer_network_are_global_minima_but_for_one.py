"""½(⟨u, v⟩ − 1)² has one stationary point, the origin, that is no global minimum.

If r v = 0 and r u = 0 with r = ⟨u, v⟩ − 1 and (u, v) ≠ 0, then r = 0.
"""

from provenscape.kernel import Claim, combine, eq, gt, real

inner, first, second = real("s U V")  # ⟨u, v⟩, |u|² and |v|²

claim = Claim(
    id="stationary-points-of-a-two-layer-network-are-global-minima-but-for-one",
    items=["N-12", "L-23"],
    says="For two linear layers of any width and one datum, every stationary point other than the "
    "origin is a global minimum.",
    given={
        "stationary_u": eq((inner - 1) ** 2 * second),
        "stationary_v": eq((inner - 1) ** 2 * first),
        "not_the_origin": gt(first + second),
    },
    then=eq((inner - 1) ** 2 / 2, 0),
    scope="u, v ∈ R^m for every m; the minima are a hypersurface, of dimension 2m − 1",
)
witness = {inner: 1, first: 1, second: 1}
countermodels = {
    "stationary_u": {inner: 0, first: 0, second: 1},
    "stationary_v": {inner: 0, first: 1, second: 0},
    "not_the_origin": {inner: 0, first: 0, second: 0},
}


def proof():
    return combine(claim, using={"stationary_u": 1, "stationary_v": 1}, scale=2 * (first + second))
