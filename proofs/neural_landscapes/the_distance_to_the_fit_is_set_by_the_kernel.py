"""‖r‖/√λ_max ≤ ‖δ‖ ≤ ‖r‖/√λ_min for what descent on a linearised network moves: δ = Kᵀ(KKᵀ)⁻¹r.

Every fit, Kδ = r, is at least ‖r‖/√λ_max away. The loss ½‖Kδ − r‖² is PL with λ_min, its gradient
λ_max-Lipschitz: descent with steps below 2/λ_max converges to a fit, and it stays in the row space
of K. So it ends at the nearest one, δ = Kᵀc with KKᵀc = r, for which ‖δ‖² = c'KKᵀc ≤ ‖r‖²/λ_min.
With outputs scaled by 1/√m the kernel tends to a limit, so that the distance stays of order 1 at
every width; ‖θ₀‖² grows as m for weights of order 1, and the relative movement falls as m^(−1/2). A
weight on average moves by ‖δ‖/√p. If the outputs are multiplied by α and the residual is not, the
kernel is multiplied by α² and the distance divided by α: scale makes lazy at any width (Chizat,
Oyallon & Bach 2019).
"""

from provenscape.kernel import Claim, combine, conjoin, eq, ge, gt, le, real

low, high, r2, d2, width, s = real("low high r2 d2 m s")
form, image2 = real("form image2")

claim = Claim(
    id="the-distance-to-the-fit-is-set-by-the-kernel",
    says="Descent on a linearised network moves the parameters by ‖δ‖ between ‖r‖/√λ_max and "
    "‖r‖/√λ_min, r the first residual, λ of KKᵀ > 0: with weights of size ‖θ₀‖² = sm the squared "
    "relative movement is between ‖r‖²/(λ_max sm) and ‖r‖²/(λ_min sm), and tends to 0 with width "
    "if the kernel keeps away from 0.",
    items={"O-64": "part weights-barely-change", "O-62": "part wide", "N-106": "part barely-move"},
    where={
        low: ("the least eigenvalue of KKᵀ", r"\lambda_{\min}"),
        high: ("the largest one", r"\lambda_{\max}"),
        r2: ("the squared norm of the first residual", r"\|r\|^2"),
        d2: ("the squared distance to where descent ends, δ = Kᵀc with KKᵀc = r", r"\|\delta\|^2"),
        form: ("the form of KKᵀ at c, which is the squared norm of Kᵀc", r"c^\top KK^\top c"),
        image2: ("the squared norm of Kδ", r"\|K\delta\|^2"),
        width: "the width",
        s: ("the squared length of the first weights over the width", r"\|\theta_0\|^2/m"),
    },
    given={
        "positive_definite": gt(low),
        "largest": gt(high),
        "fits": eq(image2, r2),
        "least_norm": eq(d2, form),
        "operator_norm": le(image2, high * d2),
        "inverse": ge(r2, low * form),
        "width": gt(width),
        "weights_of_order_one": gt(s),
    },
    then=(
        ge(d2, r2 / high),
        le(d2, r2 / low),
        ge(d2 / (s * width), r2 / (high * s * width)),
        le(d2 / (s * width), r2 / (low * s * width)),
    ),
    facts={
        "fits": "pl-descent-path-length",
        "operator_norm": "rayleigh-quotient",
        "inverse": "spectral-theorem",
    },
    repairs="training-moves-the-weights-of-a-wide-network-little",
    about="how far training moves the weights of a wide network",
    scope="every linearised network with positive definite KKᵀ, every number of examples, the "
    "squared loss, steps below 2/λ_max",
)
witness = {
    low: 1, high: 1, r2: 1, d2: 1, form: 1, image2: 1, width: 2, s: 3,
}  # fmt: skip
countermodels = {
    "positive_definite": witness | {low: -1, r2: 1},
    "fits": witness | {image2: 0, d2: 0, form: 0},
    "least_norm": witness | {d2: 9},
    "operator_norm": witness | {image2: 1, d2: 0, form: 0},
    "inverse": witness | {form: 9, d2: 9},
}


def proof():
    parts = [
        combine(claim.part(0), using={"operator_norm": 1, "fits": 1}, scale=high),
        combine(claim.part(1), using={"inverse": 1, "least_norm": -low}, scale=low),
        combine(claim.part(2), using={"operator_norm": 1, "fits": 1}, scale=high * s * width),
        combine(
            claim.part(3),
            using={"inverse": 1, "least_norm": -low},
            scale=low * s * width,
        ),
    ]
    return conjoin(claim, parts)
