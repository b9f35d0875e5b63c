"""½(⟨u, v⟩ − 1)² with 10⁷ weights: all stationary points but one are global minima.

This is the loss of a network of two linear layers and one datum. Its gradient is (r v, r u) with
r = ⟨u, v⟩ − 1, so that it vanishes at the origin, a saddle, and where r = 0: on a hypersurface of
global minima. What is a saddle has a loss above the least, which is 0.
"""

from provenscape.kernel import Claim, eq, ge, gt, real, refute

inner, first, second = real("s U V")  # ⟨u, v⟩, |u|² and |v|²

claim = Claim(
    id="stationary-points-of-a-two-layer-network-are-saddles",
    items=["N-12", "L-23"],
    says="The stationary points of the loss of a network with 10⁷ weights, but for a negligible "
    "set, are saddles.",
    given={
        "stationary_u": eq((inner - 1) ** 2 * second),
        "stationary_v": eq((inner - 1) ** 2 * first),
        "cauchy_schwarz": ge(first * second, inner**2),
        "not_the_origin": gt(first + second),
    },
    then=gt((inner - 1) ** 2 / 2),
    scope="two linear layers u, v ∈ R^m of any width m, 2m weights, one datum; the negligible set "
    "is one point. Typical networks are not defined: Dauphin et al. (2014) sampled critical points "
    "of small ones; wide ones by claim wide-networks-have-saddles-only-where-features-degenerate",
)


def refutation():
    return refute(claim, {inner: 1, first: 1, second: 1})
