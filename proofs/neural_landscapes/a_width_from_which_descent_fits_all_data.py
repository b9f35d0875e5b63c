"""From the width 144nL²|r₀|²/σ⁴ on descent on the hidden weights fits all n data, at a linear rate.

M = L√(n/m) is a Lipschitz constant of the Jacobian of m^(−½) Σ a_jφ(w_j·x), |x| ≤ 1
(`hidden-weights-move-the-jacobian-of-a-wide-network-little`); for these widths 12M|r₀| ≤ σ², and
`descent-from-a-well-conditioned-start-fits-all-data` applies, σ² the least eigenvalue of the
tangent kernel at the start. With random weights σ² tends to that of the kernel of infinite width,
positive for a smooth φ that is no polynomial if no two inputs are parallel, and |r₀|² is of the
order of n. Du, Zhai, Póczos & Singh (2019) have such a theorem for rectified units, only hidden
weights trained, squared loss, |x| = 1 and no two inputs parallel, with a width of the order of n⁶.
Li & Liang (2018) is on classification of separated clusters by SGD, with cross-entropy, and bounds
the test error.
"""

from provenscape.kernel import Claim, chain, combine, ge, gt, le, real

m, n, L, M, sigma, first = real("m n L M sigma r_0")

claim = Claim(
    id="a-width-from-which-descent-fits-all-data",
    says="For networks m^(−½) Σ a_jφ(w_j·x), a_j = ±1, |x| ≤ 1, φ′ L-Lipschitz, of a width m ≥ "
    "144nL²|r₀|²/σ⁴, σ² the least eigenvalue of the tangent kernel at the start and r₀ its "
    "residual, 12M|r₀| ≤ σ²: short descent steps on the hidden weights lead to training loss 0.",
    items={"N-53": "instance", "O-59": "instance"},
    where={
        m: "the width",
        n: "the number of data",
        L: "a Lipschitz constant of φ′",
        M: "the least Lipschitz constant of the Jacobian of the outputs by the hidden weights",
        sigma: "the root of the least eigenvalue of the tangent kernel at the start",
        first: ("the norm of the residual at the start", r"|r_0|"),
    },
    given={
        "width": gt(m),
        "kernel": gt(sigma),
        "residual": ge(first),
        "constant": ge(M),
        "jacobian": le(M**2 * m, n * L**2),
        "wide": ge(m * sigma**4, 144 * n * L**2 * first**2),
    },
    then=le(12 * M * first, sigma**2),
    facts={"jacobian": "hidden-weights-move-the-jacobian-little"},
    bridges=("descent-stays-near-a-well-conditioned-start", "rayleigh-quotient"),
    repairs="wide-two-layer-networks-descend-to-loss-zero",
    about="descent on the training loss of wide networks",
    scope="squared loss, one hidden layer, only its weights trained",
)
witness = {m: 144, n: 1, L: 1, M: 0, sigma: 1, first: 1}
bad = {m: 1, n: 1, L: 1, M: 1, sigma: 1, first: 1}
countermodels = {
    "jacobian": {m: 144, n: 1, L: 1, M: 1, sigma: 1, first: 1},
    "wide": bad,
}


def proof():
    square = combine(
        claim.lemma("square", claim.given, le(144 * M**2 * first**2, sigma**4)),
        using={"jacobian": 144 * first**2, "wide": 1},
        scale=m,
    )
    return chain(
        claim,
        {"square": square},
        using={"square": 1},
        scale=sigma**2 + 12 * M * first,
    )
