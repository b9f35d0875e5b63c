"""½|A(UUᵀ − M)|² with a restricted isometry, δ < 1/5, has negative curvature at all but solutions.

M = ZZᵀ with Z of r columns, turned by a rotation so that ZᵀU ⪰ 0; R = UUᵀ − M, Δ = U − Z. At U + tΔ
the residual is (1 + t)R + (t + t²)ΔΔᵀ; where the gradient vanishes, the curvature along Δ is
|A(ΔΔᵀ)|² − 3|A(R)|² ≤ (1 + δ)|ΔΔᵀ|² − 3(1 − δ)|R|², and |ΔΔᵀ|² ≤ 2|R|² leaves −(1 − 5δ)|R|². This
is the theorem of Bhojanapalli, Neyshabur & Srebro (2016) by the way of Ge, Jin & Zheng (2017). More
is known: δ < 1/3 for every rank (Zhang, Bi & Lavaei 2021), δ < 1/2 for rank one, where it is sharp
(Zhang, Sojoudi & Lavaei 2019). δ = 0 is the factorization of M itself. Completion from entries seen
at a rate q is A = P/√q with the projection P on these, which has the property for incoherent
matrices alone (Ge, Lee & Ma 2016).
"""

from sympy import Rational

from provenscape.kernel import Claim, chain, combine, conjoin, eq, function, ge, gt, le, lt, real

w, x, d, t, delta, error = real("w x d t delta error")
lift, cross, overlap, square = real("lift cross overlap square")
phi = function(
    "phi",
    (t,),
    ((1 + t) ** 2 * w + 2 * (1 + t) * (t + t**2) * x + (t + t**2) ** 2 * d) / 2,
)
curvature = phi.partial(t, t, at=(0,))

claim = Claim(
    id="sensing-with-a-restricted-isometry-has-no-spurious-minima",
    says="Recovery of M ⪰ 0 of rank at most r by ½|A(UUᵀ − M)|², A linear with (1 − δ)|X|² ≤ "
    "|A(X)|² ≤ (1 + δ)|X|² for all symmetric X of rank at most 2r and 0 ≤ δ < 1/5: where the "
    "gradient vanishes and UUᵀ ≠ M, the second derivative along U − Z, for some Z with ZZᵀ = M, "
    "is at most −(1 − 5δ)|UUᵀ − M|² < 0, so that every local minimum has UUᵀ = M.",
    items={"N-85": "instance"},
    where={
        w: ("the squared norm of A(R)", r"\|\mathcal A(R)\|^2"),
        x: (
            "the product of A(R) and A(ΔΔᵀ)",
            r"\mathcal A(R)\cdot\mathcal A(\Delta\Delta^\top)",
        ),
        d: ("the squared norm of A(ΔΔᵀ)", r"\|\mathcal A(\Delta\Delta^\top)\|^2"),
        error: ("the squared norm of R = UUᵀ − M", r"\|R\|^2"),
        square: ("the squared norm of ΔΔᵀ", r"\|\Delta\Delta^\top\|^2"),
        lift: ("the trace of ZᵀZ ΔᵀΔ", r"\operatorname{tr}Z^\top Z\Delta^\top\Delta"),
        cross: ("the trace of ZᵀΔ ΔᵀΔ", r"\operatorname{tr}Z^\top\Delta\Delta^\top\Delta"),
        overlap: ("the squared norm of ZᵀΔ, which is symmetric", r"\|Z^\top\Delta\|^2"),
        delta: "the constant of the restricted isometry",
        t: "how far U is moved along Δ = U − Z",
    },
    given={
        "stationary": eq(phi.partial(t, at=(0,))),
        "error_multiplied_out": eq(error, 2 * lift + 2 * overlap + 4 * cross + square),
        "aligned": ge(lift + cross),
        "a_square": ge(square + 4 * cross + 4 * overlap),
        "constant": ge(delta),
        "isometry_above": le(d, (1 + delta) * square),
        "isometry_below": ge(w, (1 - delta) * error),
        "no_solution": gt(error),
        "small_constant": lt(delta, Rational(1, 5)),
    },
    then=(le(curvature, -(1 - 5 * delta) * error), lt(curvature, 0)),
    facts={"aligned": "polar-decomposition"},
    bridges=("second-order-necessary-condition",),
    scope="all n, r and linear maps A with that property; φ(t) is ½|A(UUᵀ − M)|² at U + tΔ; "
    "a_square is |ΔᵀΔ + 2ZᵀΔ|², aligned the trace of ZᵀU ΔᵀΔ; R and ΔΔᵀ have ranks up to 2r",
)
witness = {w: 1, x: -1, d: 1, error: 1, square: 1, lift: 1, cross: -1, overlap: 1, delta: 0}
countermodels = {
    "stationary": witness | {x: 1},
    "error_multiplied_out": witness | {square: 9, d: 9},
    "aligned": witness | {lift: -3, square: 9, d: 9},
    "isometry_above": witness | {d: 9},
    "isometry_below": witness | {w: 0, x: 0},
    "no_solution": witness | {w: 0, x: 0, d: 0, error: 0, square: 0, lift: 0, cross: 0, overlap: 0},
}


def proof():
    double = combine(
        claim.lemma("twice", claim.given, le(square, 2 * error)),
        using={"error_multiplied_out": 2, "aligned": 4, "a_square": 1},
    )
    using = {
        "twice": 1 + delta,
        "isometry_above": 1,
        "isometry_below": 3,
        "stationary": -4,
    }
    bounded = chain(claim.part(0), {"twice": double}, using=using)
    negative = chain(claim.part(1), {"twice": double}, using=using | {"small_constant": 5 * error})
    return conjoin(claim, [bounded, negative])
