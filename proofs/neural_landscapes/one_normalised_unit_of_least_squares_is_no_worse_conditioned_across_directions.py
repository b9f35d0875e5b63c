"""Along the sphere the curvatures of a normalised unit lie between those of plain least squares.

Plain least squares with the second moments Σ of the centred inputs has the Hessian 2Σ. The unit
with batch normalisation (ε = 0) and the best gain has the loss T − ⟨c, w⟩²/w'Σw, c the second
moments of inputs and label, with minima where Σw = c/κ. At w + tv, v ⟂ w, it is φ(t) with B = v'Σw,
A = v'Σv, Q = w'Σw, and φ'' = 2κ²(A − B²/Q) at t = 0, the form of the matrix 2κ²(Σ − Σww'Σ/Q). This
is 2κ² times the least value of u'Σu among u = v − τw, where |u| ≥ |v|: hence the bounds, for any
number of inputs, by the least and the greatest eigenvalue of Σ. So the condition number across
directions is no larger than that of Σ (Cai, Li & Shen 2019 have it for this model). It leaves out
the gain, whose curvature is 2, and several units, whose gains and lengths set the ratio of theirs.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, function, ge, gt, le, real

T, kappa, Q, B, A, t, tau, P, N, low, high = real("T kappa Q B A t tau P N l L")
phi = function("phi", (t,), T - kappa**2 * (Q + t * B) ** 2 / (Q + 2 * t * B + t**2 * A))

claim = Claim(
    id="one-normalised-unit-of-least-squares-is-no-worse-conditioned-across-directions",
    says="At weights w with w'Σw > 0 where the squared loss of a normalised unit of any number of "
    "inputs, with the best gain at all such weights, is least, the curvature across directions "
    "v ⟂ w lies between 2κ²λ_min(Σ)|v|² and 2κ²λ_max(Σ)|v|², κ = ⟨c, w⟩/w'Σw: for definite Σ and "
    "κ ≠ 0 its condition number across them is at most λ_max/λ_min, that of plain least squares.",
    items={"N-63": "instance"},
    where={
        T: "the second moment of the label",
        kappa: "the factor with c = κΣw at a minimum, c the moments of centred inputs and label",
        t: "how far the weights are moved along v",
        Q: (r"the variance of the pre-activation", r"w^\top\Sigma w"),
        B: (r"its covariance with the input along v", r"v^\top\Sigma w"),
        A: (r"the variance of the input along v", r"v^\top\Sigma v"),
        P: ("the squared length of v", r"|v|^2"),
        N: ("the squared length of w", r"|w|^2"),
        tau: "the multiple of w for which v − τw is uncorrelated with w",
        low: ("the least eigenvalue of Σ", r"\lambda_{\min}"),
        high: ("the greatest eigenvalue of Σ", r"\lambda_{\max}"),
    },
    given={
        "spread": gt(Q),
        "uncorrelated": eq(tau * Q, B),
        "least": ge(A - 2 * tau * B + tau**2 * Q, low * (P + tau**2 * N)),
        "greatest": le(A, high * P),
        "eigenvalue": ge(low),
        "length": ge(N),
    },
    then=(
        eq(phi.partial(t, at=(0,))),
        ge(phi.partial(t, t, at=(0,)), 2 * kappa**2 * low * P),
        le(phi.partial(t, t, at=(0,)), 2 * kappa**2 * high * P),
    ),
    facts={"least": "rayleigh-quotient", "greatest": "rayleigh-quotient"},
    repairs="normalisation-lowers-the-condition-number",
    about="the condition number at the minimum, with batch normalisation and without",
    scope="one unit, squared loss as a function of the weights, the gain best at each of them, at "
    "w + tv with v orthogonal to w",
)
witness = {T: 1, kappa: 1, Q: 1, B: 0, A: 1, tau: 0, P: 1, N: 1, low: 1, high: 1}
countermodels = {
    "uncorrelated": witness | {B: 1, tau: 0, low: 1},
    "least": witness | {low: 2},
    "greatest": witness | {A: 2},
}


def proof():
    lower = combine(
        claim.part(1),
        using={
            "least": 2 * kappa**2 * Q,
            "uncorrelated": 2 * kappa**2 * (B - tau * Q),
            "eigenvalue": 2 * kappa**2 * Q * tau**2 * N,
        },
        scale=Q,
    )
    upper = combine(
        claim.part(2), using={"greatest": 2 * kappa**2}, squares=[(2 * kappa**2 / Q, B)]
    )
    return conjoin(claim, [combine(claim.part(0), using={}), lower, upper])
