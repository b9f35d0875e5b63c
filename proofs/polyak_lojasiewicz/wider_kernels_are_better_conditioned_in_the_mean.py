"""With independent neurons of one law E λ_min of the tangent kernel does not fall with the width.

With the output scaled by 1/√m the tangent kernel is K_m = (1/m) Σ Gᵢ, Gᵢ ⪰ 0 the Gram matrix of
neuron i. Of m + 1 neurons leave one out, chosen at random: the others are m neurons of that law.
For a unit eigenvector v of K_{m+1} to its least eigenvalue the mean of vᵀG_Jv over the choice J is
the (m + 1)-th part of Σ vᵀGᵢv, so that the kernel that is left has in the mean the form
λ_min(K_{m+1}) at v, and its own least eigenvalue is no larger in any draw, so not in the mean; in
law it is λ_min(K_m). For the largest the signs turn. In words, λ_min is concave, and K_{m+1} is the
mean of the kernels that leave one neuron out.
"""

from sympy import Rational

from provenscape.kernel import Claim, chain, combine, conjoin, eq, ge, gt, le, real

m = real("m")
form, omitted, low, low_next = real("form omitted a a_next")
top, omitted_top, high, high_next = real("top omitted_top b b_next")

claim = Claim(
    id="wider-kernels-are-better-conditioned-in-the-mean",
    says="If the neurons are drawn independently from one law, the output being scaled by 1/√m, "
    "then E λ_min of the tangent kernel does not fall, E λ_max does not rise and their ratio does "
    "not fall as the width m grows.",
    items={"O-57": "part width"},
    where={
        m: "the width, one less than the number of neurons",
        form: (
            "the mean of the sum of the neurons' forms at a unit eigenvector v of the kernel of "
            "m + 1 neurons to its least eigenvalue",
            r"\mathbb{E}\sum_i v^\top G_i v",
        ),
        omitted: (
            "the mean of the form, at v, of the one neuron that is left out at random",
            r"\mathbb{E}\,v^\top G_J v",
        ),
        low: ("the mean least eigenvalue at width m", r"\mathbb{E}\lambda_{\min}(K_m)"),
        low_next: ("the mean least one at width m + 1", r"\mathbb{E}\lambda_{\min}(K_{m+1})"),
        top: (
            "the mean of the sum of the neurons' forms at a unit eigenvector w to the largest one",
            r"\mathbb{E}\sum_i w^\top G_i w",
        ),
        omitted_top: (
            "the mean of the form, at w, of the neuron left out",
            r"\mathbb{E}\,w^\top G_J w",
        ),
        high: ("the mean largest eigenvalue at width m", r"\mathbb{E}\lambda_{\max}(K_m)"),
        high_next: ("the mean largest one at width m + 1", r"\mathbb{E}\lambda_{\max}(K_{m+1})"),
    },
    given={
        "neurons": gt(m),
        "eigenvector": eq(form, (m + 1) * low_next),
        "left_out_at_random": eq((m + 1) * omitted, form),
        "least_of_the_others": ge((form - omitted) / m, low),
        "eigenvector_of_the_largest": eq(top, (m + 1) * high_next),
        "left_out_at_random_too": eq((m + 1) * omitted_top, top),
        "largest_of_the_others": le((top - omitted_top) / m, high),
        "semidefinite": ge(low),
        "semidefinite_too": ge(high),
    },
    then=(ge(low_next, low), le(high_next, high), ge(low_next * high, low * high_next)),
    facts={
        "eigenvector": "rayleigh-quotient",
        "eigenvector_of_the_largest": "rayleigh-quotient",
        "left_out_at_random": "leaving-out-one-of-many-at-random",
        "left_out_at_random_too": "leaving-out-one-of-many-at-random",
        "least_of_the_others": "leaving-out-one-of-many-at-random",
        "largest_of_the_others": "leaving-out-one-of-many-at-random",
    },
    bridges=("expectation-is-linear-and-monotone",),
    repairs="network-pl-constant-falls-with-width",
    about="the tangent kernel of a network as neurons are added",
    scope="every network whose kernel is the mean of its neurons' Gram matrices, at the start, any "
    "data, every law with finite means; the ratio is that of the two means",
)
witness = {
    m: 1, form: 2, omitted: 1, low: 0, low_next: 1, top: 4, omitted_top: 2, high: 3, high_next: 2,
}  # fmt: skip
countermodels = {
    "eigenvector": witness | {low: 1, low_next: 0},
    "left_out_at_random": witness | {form: 1, low_next: Rational(1, 2), omitted: 0, low: 1},
    "least_of_the_others": witness | {low: 2},
    "eigenvector_of_the_largest": witness | {high_next: 4},
    "left_out_at_random_too": witness | {omitted_top: 3, high: 1},
    "largest_of_the_others": witness | {high: 1},
}


def proof():
    # (form − omitted)/m is form/(m + 1), the mean least eigenvalue at width m + 1
    share = 1 / (m + 1)
    rises = combine(
        claim.part(0),
        using={"least_of_the_others": 1, "eigenvector": -share, "left_out_at_random": share / m},
    )
    falls = combine(
        claim.part(1),
        using={
            "largest_of_the_others": 1,
            "eigenvector_of_the_largest": share,
            "left_out_at_random_too": -share / m,
        },
    )
    ratio = chain(
        claim.part(2), {"rises": rises, "falls": falls}, using={"rises": high, "falls": low}
    )
    return conjoin(claim, [rises, falls, ratio])
