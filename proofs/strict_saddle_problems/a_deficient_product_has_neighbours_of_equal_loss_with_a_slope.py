"""A polynomial with positive leading coefficient cannot vanish at all of 0, ε, …, hε.

A step towards: where the product of the layers of a linear network is deficient and not a fit,
equal-loss neighbours have a slope. Let C_i = W_i ⋯ W₁, d_0, …, d_k the widths, p the least of them,
R = C_k − M ≠ 0 and rank C_k < p. Let j be the first layer with rank C_j < p.

1. Choose u with v = Rᵀu ≠ 0. If C_{j−1}v = 0 (then j > 1), take x with C_jx = 0 ≠ C_{j−1}x, which
   exists as the rank falls, and change W₁ to W₁(I + δxvᵀ) with a small δ: C_j, …, C_k stay, and
   y = C_{j−1}v is δ|v|²C_{j−1}x ≠ 0.
2. Put w_k = u, and for i = j, …, k − 1 take a unit vector w_i orthogonal to the range of C_i, which
   exists as rank C_i < p ≤ d_i. Add εw_{i+1}w_iᵀ to W_{i+1}: again all C_i stay, hence the loss.
3. There the slope of the loss along −w_jyᵀ in layer j is −g(ε), where g is a polynomial of degree
   h = k − j in ε with leading coefficient uᵀRC_{j−1}ᵀy = |y|² > 0.

What is checked is the end: with c_i = (−1)ʰ⁻ⁱ C(h, i) the sum Σ c_i g(iε) is the h-th difference
h!|y|²εʰ > 0, and (Σ c_i²)(Σ g(iε)²) is its square and the squares of the c_i g(jε) − c_j g(iε). So
g does not vanish at all of 0, ε, …, hε; where it does not, a short step in layer j lowers the loss
(claim a-slope-at-equal-loss-lowers-the-loss).
"""

from sympy import binomial, factorial

from provenscape.kernel import Claim, combine, conjoin, function, gt, real

c0, c1, c2, c3, lead, step, x = real("c0:4 lead epsilon x")
lower = (c0, c1, c2, c3)
DEGREES = (1, 2, 3, 4)
slopes = {
    h: function(f"g{h}", (x,), sum(lower[i] * x**i for i in range(h)) + lead * x**h)
    for h in DEGREES
}


def sampled(h):
    """g at 0, ε, …, hε, and the weights of its h-th difference."""
    weights = [(-1) ** (h - i) * binomial(h, i) for i in range(h + 1)]
    return [slopes[h](i * step) for i in range(h + 1)], weights


claim = Claim(
    id="a-deficient-product-has-neighbours-of-equal-loss-with-a-slope",
    says="A polynomial of degree h = 1 to 4 with leading coefficient |y|² > 0 does not vanish at "
    "all of 0, ε, …, hε: if it is the slope of a layer at neighbours of equal loss, one of them "
    "has a slope.",
    items={},
    where={
        lower: "the polynomial's lower coefficients",
        lead: ("its leading coefficient", "|y|^2"),
        step: "the distance between the points",
    },
    given={"image": gt(lead), "scale": gt(step)},
    then=tuple(gt(sum(g**2 for g in sampled(h)[0])) for h in DEGREES),
    scope="degrees 1 to 4, which belong to layers one to four below the last; the degree 0 is the "
    "hypothesis itself",
)
witness = dict.fromkeys(lower, 0) | {lead: 1, step: 1}
points = [dict.fromkeys(lower, 1) | {lead: 1, step: 2}]
countermodels = {
    "image": dict.fromkeys(lower, 0) | {lead: 0, step: 1},
    "scale": dict.fromkeys(lower, 0) | {lead: 1, step: 0},
}


def proof():
    done = []
    for part, h in enumerate(DEGREES):
        g, weights = sampled(h)
        squares = [(1, weights[i] * g[j] - weights[j] * g[i]) for i, j in pairs(h + 1)]
        squares.append((1, factorial(h) * lead * step**h))
        scale = sum(weight**2 for weight in weights)
        done.append(combine(claim.part(part), using={}, squares=squares, scale=scale))
    return conjoin(claim, done)


def pairs(count):
    return [(i, j) for j in range(count) for i in range(j)]
