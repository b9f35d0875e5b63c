"""Complex phase retrieval is curved at the signal in every direction across the circle of phases.

With x = z the curvature along v is 4|z|²|v|² + 12a² − 4b², ⟨z, v⟩ = a + ib. Along the circle,
v = iz, it is 0; across it, b = 0, at least 4|z|²|v|². It is at most −4|z|²|v|² at x = 0, and
−4|z|⁴ along z where ⟨x, z⟩ = 0 and 2|x|² = |z|². ∇f = (8|x|² − 4|z|²) x − 4⟨z, x⟩ z vanishes
nowhere else: its products with x and z give N(2N − S) = |c|² and c(N − S) = 0.
"""

from dataclasses import replace

from sympy import Rational, S

from provenscape.kernel import Claim, combine, conjoin, eq, ge, gt, real
from provenscape.models.landscapes.phase_retrieval import complex_population

# |x|², |z|², Re⟨z,x⟩, Im⟨z,x⟩, |v|², Re⟨x,v⟩, Re⟨z,v⟩, Im⟨z,v⟩
N, signal, c, e, V, along_x, a, b, t = real("N signal c e V along_x a b t")
loss = complex_population(N, signal, c**2 + e**2)
moved = {N: N + 2 * t * along_x + t**2 * V, c: c + t * a, e: e + t * b}
curvature = loss.xreplace(moved).diff(t, 2).xreplace({t: S.Zero})
at_signal = curvature.xreplace({N: signal, c: signal, e: S.Zero, along_x: a})
at_origin = curvature.xreplace({N: S.Zero, c: S.Zero, e: S.Zero, along_x: S.Zero})
at_saddle = curvature.xreplace(
    {N: signal / 2, c: S.Zero, e: S.Zero, V: signal, along_x: S.Zero, a: signal, b: S.Zero}
)
gradient_x = 2 * loss.diff(N) * N + loss.diff(c) * c + loss.diff(e) * e
gradient_z = 2 * loss.diff(N) * c + loss.diff(c) * signal
gradient_iz = 2 * loss.diff(N) * e + loss.diff(e) * signal

claim = Claim(
    id="complex-phase-retrieval-is-strict-saddle-up-to-phase",
    items=["O-29", "E-36"],
    says="Complex phase retrieval has, in the mean over Gaussian measurements, the strict saddle "
    "property up to the phase: at the minimisers, which form the circle of the signal, the Hessian "
    "vanishes along the circle and is definite across it, and every other stationary point has a "
    "negative eigenvalue.",
    given={
        "signal": gt(signal),
        "Cauchy and Schwarz": ge(signal * V, a**2 + b**2),
        "gradient along x": eq(gradient_x),
        "gradient along z": eq(gradient_z),
        "gradient along iz": eq(gradient_iz),
    },
    then=(
        ge(at_signal, 0),
        ge(at_signal.xreplace({b: S.Zero}), 4 * signal * V),
        eq(at_signal.xreplace({V: signal, a: S.Zero, b: signal}), 0),
        ge(-4 * signal * V, at_origin),
        eq(at_saddle, -4 * signal**2),
        gt(4 * signal**2, 0),
        eq(N * (2 * N - signal), c**2 + e**2),
        eq(c * (N - signal)),
        eq(e * (N - signal)),
    ),
    repairs="complex-phase-retrieval-has-the-strict-saddle-property",
    scope="every dimension, at the signal itself, the other minimisers being its images under a "
    "change of phase; N = |z|² at a stationary point with ⟨z, x⟩ ≠ 0 then makes |⟨z, x⟩| = |x||z|; "
    "for finitely many random measurements see Sun, Qu & Wright (2018)",
)
witness = {signal: 1, V: 1, a: 0, b: 1, N: 0, c: 0, e: 0}
FAR, HALF = Rational(7, 4), Rational(1, 2)
countermodels = {
    "signal": {signal: 0, V: 1, a: 0, b: 0, N: 0, c: 0, e: 0},
    "Cauchy and Schwarz": {signal: 1, V: 1, a: 0, b: 2, N: 0, c: 0, e: 0},
    "gradient along x": {signal: 1, V: 1, a: 0, b: 1, N: 2, c: 0, e: 0},
    "gradient along z": {signal: FAR, V: 1, a: 0, b: 1, N: 1, c: HALF, e: 0},
    "gradient along iz": {signal: FAR, V: 1, a: 0, b: 1, N: 1, c: 0, e: HALF},
}
mutants = [
    (
        "curved along the circle too",
        replace(claim, then=ge(at_signal, signal * V)),
    )
]


def proof():
    eighth = Rational(1, 8)
    parts = [
        combine(claim.part(0), using={"Cauchy and Schwarz": 4}, squares=[(16, a)]),
        combine(claim.part(1), using={}, squares=[(12, a)]),
        combine(claim.part(2), using={}),
        combine(claim.part(3), using={}, squares=[(4, a), (4, b)]),
        combine(claim.part(4), using={}),
        combine(claim.part(5), using={"signal": 4 * signal}),
        combine(claim.part(6), using={"gradient along x": 2 * eighth}),
        combine(claim.part(7), using={"gradient along z": eighth}),
        combine(claim.part(8), using={"gradient along iz": eighth}),
    ]
    return conjoin(claim, parts)
