"""At every width sigmoid units with the same weight log 2 make a local minimum of loss 25/2.

One hidden layer, output v₁σ(w₁x) + … + v_mσ(w_mx) with σ(z) = 1/(1 + e^(−z)), data (1, −1) and (3,
7). With w_j = log 2 and v_j = 9/(2m) the outputs are 3 and 4, the residuals r = 4 and q = −3. At
other weights the loss is larger by Σ v_j′g(w_j′) + ½|change of the outputs|², where g(w) = rσ(w) +
qσ(3w) = (2s − 1)²/(1 + s³), s = e^(−w): its value and slope at log 2 are 0, its curvature is
positive, so that this is ≥ 0 as long as the v_j′ are positive. From width 2 on two units fit the
data, with outer weights −50 and 36 and inner ones 0 and log 2. There are 2m weights for two data.
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, function, ge, gt, real, refute

M, m, v, s, r, q = real("M m v s r q")
g = function("g", (s,), r / (1 + s) + q / (1 + s**3))

claim = Claim(
    id="local-minima-of-wide-networks-are-global",
    says="From some width on each local minimum of the squared loss of a network is global; with "
    "as many weights as data, at the least.",
    items={"O-09": "whole", "O-54": "whole", "O-11": "part landscapes"},
    where={
        M: "a sufficient width",
        m: "the width, half of the number of weights; there are two data",
        v: "the outer weight of each unit",
        s: ("e^(−w), w being the inner weight of each unit", "e^{-w}"),
        (r, q): "the residuals at the two data",
    },
    given={
        "wide": ge(m, M),
        "can_fit": ge(m, 2),
        "residual": eq(r, m * v / (1 + s) + 1),
        "other_residual": eq(q, m * v / (1 + s**3) - 7),
        "stationary_in_v": eq(g(s), 0),
        "stationary_in_w": eq(v * g.partial(s), 0),
        "inner": gt(s),
        "positive": gt(v),
        "minimum": gt(g.partial(s, s)),
    },
    then=eq(r**2 + q**2, 0),
    constants=(M,),
    about="local minima of the squared loss of a network",
    scope="one hidden layer of sigmoids with equal weights, data (1, −1) and (3, 7), which two "
    "units fit; by the last three hypotheses the loss has a local minimum there",
)


def refutation():
    return refute(
        claim,
        {m: M + 2, v: Rational(9, 2) / (M + 2), s: Rational(1, 2), r: 4, q: -3},
    )
