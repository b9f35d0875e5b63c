"""λ_min of the kernel of m + 1 neurons is at least the mean over the kernels that omit one.

With the output scaled by 1/√m the tangent kernel is K = (1/m) Σ Gᵢ, Gᵢ ⪰ 0 the Gram matrix of
neuron i. That of m + 1 neurons is the mean of the m + 1 kernels that leave one neuron out, and the
least eigenvalue of a mean is at least the mean of the least eigenvalues; for the largest the signs
turn. If the neurons are drawn independently from one law, all kernels of m neurons have one law, so
that E λ_min does not fall and E λ_max does not rise as m grows: wider is better conditioned.
"""

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, le, real

m, r2, form, g, least, most = real("m r2 form g least most")
j, G, low, high = real("j G low high")
omitted = (form - g) / m

claim = Claim(
    id="the-mean-kernel-of-more-neurons-is-better-conditioned",
    says="The form of the kernel of m + 1 neurons, a mean over the neurons, lies between the means "
    "of the least and of the largest eigenvalues of the kernels that leave one neuron out.",
    items={"O-57": "part width"},
    where={
        m: "one less than the number of neurons",
        r2: ("the squared norm of a residual r", r"\|r\|^2"),
        form: ("the sum of all neurons' forms at r", r"\sum_i r^\top G_i r"),
        g: ("the form of the next neuron at r", r"r^\top G_j r"),
        least: ("the least eigenvalue of the kernel without the next neuron", r"\lambda_{\min,j}"),
        most: ("the largest one", r"\lambda_{\max,j}"),
        j: "the number of neurons left out so far, one at a time",
        G: ("the sum of their forms at r", r"\sum_{i \le j} r^\top G_i r"),
        low: ("the sum of the least eigenvalues so far", r"\sum_{i \le j} \lambda_{\min,i}"),
        high: ("the sum of the largest ones", r"\sum_{i \le j} \lambda_{\max,i}"),
    },
    given={
        "neurons": gt(m),
        "least": ge(omitted, least * r2),
        "largest": le(omitted, most * r2),
    },
    then=Invariant(
        (ge((j * form - G) / m, low * r2), le((j * form - G) / m, high * r2)),
        start={j: 0, G: 0, low: 0, high: 0},
        update={j: j + 1, G: G + g, low: low + least, high: high + most},
    ),
    facts={"least": "rayleigh-quotient", "largest": "rayleigh-quotient"},
    repairs="network-pl-constant-falls-with-width",
    about="the tangent kernel of a network as neurons are added",
    scope="every network whose kernel is the mean of its neurons' Gram matrices, any data; after "
    "all j = m + 1 neurons G is the sum of all forms, so that (j · form − G)/m is that sum, m + 1 "
    "times the form of the mean; weights kept",
)
witness = [
    {m: 2, r2: 1, form: 3, g: 1, least: 1, most: 1},
    {g: 1},
    {g: 1},
]
countermodels = {
    "least": [witness[0] | {least: 2, most: 2}, {}],
    "largest": [witness[0] | {least: 0, most: 0}, {}],
}


def proof():
    return induct(
        claim,
        (None, None),
        (
            combine(claim.at_next_state(0), using={"invariant.0": 1, "least": 1}),
            combine(claim.at_next_state(1), using={"invariant.1": 1, "largest": 1}),
        ),
    )
