"""Every local minimum of |W_k ⋯ W₁X − Y|² is global, for every depth, all widths, X and Y.

The loss is |C_k − M|² and a constant (claim the-data-of-a-linear-network-reduce-to-a-target), with
C_i = W_i ⋯ W₁ and C₀ = I. Let d₀, …, d_k be the widths, p the least of them and R = C_k − M; then
rank C_k ≤ p. If R = 0 the minimum is global. Let R ≠ 0.

Rank C_k < p. Let j be the first layer with rank C_j < p.
1. Choose u with v = Rᵀu ≠ 0. If C_{j−1}v = 0, then j > 1, and there is an x with C_jx = 0 and
   C_{j−1}x ≠ 0, as the rank falls; change W₁ to W₁(I + δxvᵀ) with a small δ. C_j, …, C_k stay, and
   C_{j−1}v becomes δ|v|²C_{j−1}x. So y = C_{j−1}v ≠ 0 now, and R and v are what they were.
2. Put w_k = u, and for i = j, …, k − 1 take a unit vector w_i orthogonal to the range of C_i, which
   exists as rank C_i < p ≤ d_i. Add ε_iw_iw_{i−1}ᵀ to W_i for i = k, …, j + 1: as w_{i−1}ᵀC_{i−1}
   = 0, all C_i stay, and so does the loss.
3. There the slope of ½|C_k − M|² along −w_jyᵀ in layer j is minus T_j, where T_i = q_iᵀw_i with the
   row q_kᵀ = (RC_{j−1}ᵀy)ᵀ times the layers k, …, i + 1. T_k = uᵀRC_{j−1}ᵀy = |y|², and
   T_{i−1} = q_iᵀW_iw_{i−1} + ε_iT_i. With the sign of ε_i such that the two terms agree,
   T_{i−1}² ≥ ε_i²T_i² > 0: a short step in layer j lowers the loss. As δ, all ε_i and the step are
   as small as one likes, this was no local minimum.

Rank C_k = p. If d₀ or d_k is p, the slopes RC_{k−1}ᵀ = 0 and (W_k ⋯ W₂)ᵀR = 0 make R vanish. Else
let d_b = p, 0 < b < k, D = W_k ⋯ W_{b+1} and C = C_b. Then W_{k−1} ⋯ W_{b+1} has a left inverse L
and W_b ⋯ W₂ a right inverse K, so that (W_k + tAL)W_{k−1} ⋯ W_{b+1} = D + tA and
W_b ⋯ W₂(W₁ + tKB) = C + tB: all motions of the two factors are motions of two layers, as is seen by
multiplying out. So DC is critical for two factors of full rank p, a part of the singular value
decomposition of M. If it keeps a value s and leaves out ρ > s,
the loss falls along a motion of the factors (swapping-a-kept-pair-for-a-larger-one-gives-descent).
If not, no matrix of rank p is nearer to M than DC (Eckart and Young), and every product of the
layers has rank p at most.

What is checked are the two ways down: 3., for any number of layers, and the motion of two factors.
Kawaguchi (2016) proved the theorem under rank assumptions on the data, Zhang (2019) with Zhou and
Liang (2018) without any. For other convex losses a narrow layer can create spurious minima.
"""

from sympy import Rational

from provenscape.kernel import (
    Claim,
    Invariant,
    combine,
    conjoin,
    eq,
    function,
    ge,
    gt,
    induct,
    le,
    lt,
    real,
)

T, floor, across, eps, start2 = real("T floor across epsilon start2")
tau, slope, loss, length2, theta = real("tau slope loss length2 theta")
phi = function("phi", (tau, slope), (loss - 2 * tau * slope + tau**2 * length2) / 2)
s, rho, ux, vy, t = real("s rho ux vy t")
psi = function(
    "psi",
    (t,),
    (
        loss
        - 2 * t * s * rho * (ux + vy)
        + t**2 * (s**2 * (2 + 2 * ux * vy) - 2 * s * rho)
        + 2 * t**3 * s**2 * (ux + vy)
        + t**4 * s**2
    )
    / 2,
)

claim = Claim(
    id="linear-networks-of-every-depth-have-no-spurious-minima",
    says="Every local minimum of the squared loss of a linear network is global, for every depth, "
    "all widths and data. A product of smaller rank than the least width that is no fit has "
    "neighbours of equal loss with a slope, at which a short step gives less; one of full rank "
    "that is not a best approximation gives less along a motion of two layers.",
    items={"N-48": "whole", "N-51": "whole"},
    where={
        T: ("q_iᵀw_i, with layers k to i + 1 changed; for i = j the slope in layer j", "T_i"),
        floor: ("the lower bound of its square", "Q_i"),
        across: ("what T becomes without the change of layer i", r"q_i^\top W_iw_{i-1}"),
        eps: ("the size of the change of layer i, of either sign", r"\varepsilon_i"),
        start2: ("the squared length of y, which is T at i = k", "|y|^2"),
        loss: ("the squared norm of the residual", r"\|R\|^2"),
        length2: (
            "the squared norm of the change of the product by a unit step in layer j",
            r"\|W_k\cdots W_{j+1}w_j\|^2\|C_{j-1}^\top y\|^2",
        ),
        theta: "the share of the best step that is made",
        s: "a singular value of C_k, with the unit vectors x and y",
        rho: "a singular value of −R, with the unit vectors u and v",
        ux: ("the product of u and x", r"u^\top x"),
        vy: ("the product of v and y", r"v^\top y"),
    },
    given={
        "image": gt(start2),
        "changed": gt(eps**2),
        "sign_of_the_change": ge(eps * across * T),
        "moves": gt(length2),
        "step_in_one_layer": gt(theta),
        "short": le(theta, 1),
        "columns_orthogonal": eq(ux),
        "rows_orthogonal": eq(vy),
        "kept": gt(s),
        "step": gt(t**2),
        "larger_left_out": ge(rho - s, s * t**2),
    },
    then=(
        Invariant(
            (
                ge(T**2, floor),
                gt(floor),
                le(phi(theta * T / length2, T), phi(0, T) - theta * floor / (2 * length2)),
            ),
            start={T: start2, floor: start2**2},
            update={T: across + eps * T, floor: eps**2 * floor},
            fixed=(s, rho, ux, vy, t),
        ),
        lt(psi(t), psi(0)),
    ),
    bridges=(
        "eckart-young",
        "first-order-necessary-condition",
        "normal-equations-are-solvable",
        "rank-nullity",
        "singular-value-decomposition",
    ),
    scope="the squared loss; φ(τ) is ½|C_k − M|² after the step −τw_jyᵀ in layer j, and ψ(t) at "
    "D + tu(Dᵀx)ᵀ, C + t(Cy)vᵀ, the squared norms multiplied out",
)
half = Rational(1, 2)
still = {loss: 4, length2: 4, theta: half, s: 1, rho: 2, ux: 0, vy: 0, t: 1}
witness = [still | {start2: 1, across: 1, eps: half}, {across: -1, eps: -half}, {across: 0}]
countermodels = {
    "image": still | {start2: 0, across: 1, eps: half},
    "changed": witness[0] | {across: 0, eps: 0},
    "sign_of_the_change": witness[0] | {across: -half},
    "short": witness[0] | {theta: 3},
    "step_in_one_layer": witness[0] | {theta: -1},
    "columns_orthogonal": witness[0] | {ux: 1, t: -1},
    "rows_orthogonal": witness[0] | {vy: 1, t: -1},
    "kept": witness[0] | {s: 0},
    "step": witness[0] | {t: 0},
    "larger_left_out": witness[0] | {t: 2},
}


def proof():
    layers = claim.part(0)
    squares = [(1, across)]
    grow = {"invariant.0": eps**2, "sign_of_the_change": 2}
    share = theta / (2 * length2)
    # φ(0) − φ(θT/ℓ) = θ(2 − θ)T²/(2ℓ)
    steeper = combine(layers.at_next_state(0), using=grow, squares=squares)
    positive = combine(layers.at_next_state(1), using={"invariant.1": eps**2})
    lower = combine(
        layers.at_next_state(2),
        using={name: share * weight for name, weight in grow.items()}
        | {"short": share * (across + eps * T) ** 2},
        squares=[(share, across)],
    )
    # at the start T² is the floor itself
    base = combine(layers.at_start(2), using={"short": share * start2**2})
    deficient = induct(layers, (None, None, base), (steeper, positive, lower))
    swapped = combine(
        claim.part(1),
        using={
            "columns_orthogonal": t * s * rho - t**2 * s**2 * vy - t**3 * s**2,
            "rows_orthogonal": t * s * rho - t**3 * s**2,
            "larger_left_out": s * t**2,
        },
        squares=[(half, s * t**2)],
    )
    return conjoin(claim, [deficient, swapped])
