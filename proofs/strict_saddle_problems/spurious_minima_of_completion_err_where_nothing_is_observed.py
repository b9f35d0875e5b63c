"""At a spurious minimum of completion at least a third of the squared error is unobserved.

M = ZZᵀ with Z of r columns, which a rotation turns so that ZᵀU ⪰ 0; R = UUᵀ − M, Δ = U − Z. Then
UΔᵀ + ΔUᵀ = R + ΔΔᵀ, so that UUᵀ − M at U + tΔ is (1 + t)R + (t + t²)ΔΔᵀ, and where the gradient
vanishes the curvature along Δ is |ΔΔᵀ|² − 3|R|² over the observed entries. Over all entries |ΔΔᵀ|²
≤ 2|R|², for 2|R|² − |ΔΔᵀ|² = |ΔᵀΔ + 2ZᵀΔ|² + 4 tr(ZᵀU ΔᵀΔ). So with w of |R|² observed and v not
the curvature is at most 2v − w. The idea is of Ge, Jin & Zheng (2017); that random entries of an
incoherent matrix leave no spurious minima, with a regulariser, is Ge, Lee & Ma (2016).
"""

from provenscape.kernel import Claim, chain, combine, conjoin, eq, function, ge, gt, le, lt, real

w, v, x, d, t, q, kappa = real("w v x d t q kappa")
lift, cross, overlap, square = real("lift cross overlap square")
phi = function(
    "phi",
    (t,),
    ((1 + t) ** 2 * w + 2 * (1 + t) * (t + t**2) * x + (t + t**2) ** 2 * d) / 2,
)
curvature = phi.partial(t, t, at=(0,))

claim = Claim(
    id="spurious-minima-of-completion-err-where-nothing-is-observed",
    says="In completion of M ⪰ 0 by UUᵀ, rank M ≤ r, whichever entries are observed, there is "
    "negative curvature where the gradient vanishes and the unobserved entries have less than half "
    "the squared error of the observed ones: a spurious minimum has at least a third of its "
    "squared error at unobserved entries. If no squared error exceeds κ times their mean, there is "
    "none with fewer than a share 1/(3κ) of the entries missing.",
    items={"N-85": "part matrix-completion", "O-29": "instance"},
    where={
        w: ("the squared error at the observed entries", r"\|R_\Omega\|^2"),
        v: ("the squared error at the others", r"\|R-R_\Omega\|^2"),
        x: (
            "the product of the observed entries of R and ΔΔᵀ",
            r"R_\Omega\cdot(\Delta\Delta^\top)_\Omega",
        ),
        d: ("the squared observed entries of ΔΔᵀ", r"\|(\Delta\Delta^\top)_\Omega\|^2"),
        square: ("the squares of all entries of ΔΔᵀ", r"\|\Delta\Delta^\top\|^2"),
        lift: ("the trace of ZᵀZ ΔᵀΔ", r"\operatorname{tr}Z^\top Z\Delta^\top\Delta"),
        cross: ("the trace of ZᵀΔ ΔᵀΔ", r"\operatorname{tr}Z^\top\Delta\Delta^\top\Delta"),
        overlap: ("the squared norm of ZᵀΔ, which is symmetric", r"\|Z^\top\Delta\|^2"),
        q: "the share of the entries that is not observed",
        kappa: "the largest squared entry of R by the mean one",
        t: "how far U is moved along Δ = U − Z",
    },
    given={
        "stationary": eq(phi.partial(t, at=(0,))),
        "error_multiplied_out": eq(w + v, 2 * lift + 2 * overlap + 4 * cross + square),
        "aligned": ge(lift + cross),
        "a_square": ge(square + 4 * cross + 4 * overlap),
        "some_entries": le(d, square),
        "no_fit": gt(w + v),
        "spread": le(v, q * kappa * (w + v)),
        "few_missing": lt(3 * q * kappa, 1),
    },
    then=(le(curvature, 2 * v - w), lt(curvature, 0)),
    facts={"aligned": "polar-decomposition"},
    bridges=("second-order-necessary-condition",),
    repairs="matrix-completion-has-no-spurious-minima",
    about="spurious minima of matrix completion",
    scope="all n, r and sets of observed entries, symmetric with M; φ(t) is ½ Σ over the observed "
    "entries of (UUᵀ − M)² at U + tΔ; a_square is |ΔᵀΔ + 2ZᵀΔ|², aligned the trace of ZᵀU ΔᵀΔ",
)
witness = {w: 1, v: 0, x: -1, d: 1, square: 1, lift: 1, cross: -1, overlap: 1}
witness |= {q: 0, kappa: 1}
countermodels = {
    "stationary": witness | {x: 1},
    "error_multiplied_out": witness | {square: 9, d: 9},
    "aligned": witness | {lift: -3, square: 9, d: 9},
    "some_entries": witness | {d: 9},
    "no_fit": witness | {w: 0, x: 0, d: 0, square: 0, lift: 0, cross: 0, overlap: 0},
    "spread": witness | {v: 3, square: 4, d: 4},
    "few_missing": witness | {v: 3, square: 4, d: 4, q: 1},
}


def proof():
    # 2(w + v) − |ΔΔᵀ|² = 4(lift + cross) + |ΔᵀΔ + 2ZᵀΔ|²
    double = combine(
        claim.lemma("twice", claim.given, le(square, 2 * (w + v))),
        using={"error_multiplied_out": 2, "aligned": 4, "a_square": 1},
    )
    using = {"twice": 1, "some_entries": 1, "stationary": -4}
    bounded = chain(claim.part(0), {"twice": double}, using=using)
    # w − 2v = 3(qκ(w + v) − v) + (1 − 3qκ)(w + v)
    negative = chain(
        claim.part(1), {"twice": double}, using=using | {"spread": 3, "few_missing": w + v}
    )
    return conjoin(claim, [bounded, negative])
