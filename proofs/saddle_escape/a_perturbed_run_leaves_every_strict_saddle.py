"""A perturbation uniform in a ball makes descent leave where λ_min < 0, but for a small chance.

Let λ_min(∇²f(x̂)) = −γ with the unit eigenvector v, η ≤ 1/L, and let descent start from x̂ + ξ with ξ
uniform in the ball of radius r. Call a perturbation bad if the run stays within R of x̂ for T steps,
and take two bad ones on one line along v, ψ₀ apart. With a ρ-Lipschitz Hessian the difference of
the runs obeys w⁺ = (I − ηH − ηΔ)w with ‖ηΔ‖ ≤ µ = ηρR; with ψ its component along v and φ the rest,
‖w‖ ≤ ψ + φ. As long as 4µt ≤ 1, φ ≤ 4µtψ is kept, so that φ ≤ ψ, and ψ grows by the factor
1 + ηγ − 2µ at least. Two runs within R of x̂ are at most 2R apart, hence ψ₀(1 + ηγ − 2µ)^T ≤ 2R: on
no line along v are bad perturbations further apart, and by Fubini's theorem their share of the ball
is at most 2RK(1 + ηγ − 2µ)^−T with K = √((d + 1)/(2π))/r.

To have the growth G = 2RK/δ within T ≤ 1/(4ηρR) steps, R = γ/(8ρ log G) will do if G ≥ 15: the
failure probability δ and √d enter through a logarithm. Beyond 1/(4µ) steps the two recursions alone
say nothing: with ηγ = 0.1 and µ = 0.049 they allow both runs to stay. Jin et al. (2017) couple two
sequences so; that the run has gained enough by then is their further step.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, le, real

psi, phi, psi_next, phi_next, t, P = real("psi phi psi_next phi_next t P")
gain, mu, first, R, K, p = real("gain mu psi_0 R K p")
growth = 1 + gain + 2 * mu

claim = Claim(
    id="a-perturbed-run-leaves-every-strict-saddle",
    says="From a perturbation uniform in a ball of radius r about a point of curvature −γ, descent "
    "with η ≤ 1/L stays within R of it for t ≤ 1/(4ηρR) steps with probability at most "
    "(2R/r)√((d + 1)/(2π))(1 + ηγ − 2ηρR)^−t, if ηγ ≥ 2ηρR: two such runs part along the escape "
    "direction by the factor 1 + ηγ − 2ηρR a step.",
    items={
        "O-26": "part strict-saddle-panel",
        "O-39": "part trajectory-escapes",
        "O-33": "part driven-off-the-saddle",
        "O-06": "part small-amount-suffices",
        "E-37": "part saddles-are-unstable",
        "O-88": "whole",
        "N-08": "whole",
    },
    where={
        psi: ("the distance of two bad runs along the escape direction", r"\psi_t"),
        phi: ("their distance across it", r"\varphi_t"),
        psi_next: ("the distance along it after the next step", r"\psi_{t+1}"),
        phi_next: ("the distance across it after the next step", r"\varphi_{t+1}"),
        t: "the number of steps made",
        P: "the power (1 + ηγ − 2µ)^t",
        first: "the greatest distance of two bad perturbations on a line along it",
        gain: (
            "the step length times the negative curvature γ, less 2µ",
            r"\eta\gamma-2\mu",
        ),
        mu: (
            "the step length times the greatest change of the Hessian within R, at most ρR",
            r"\mu",
        ),
        R: "the radius within which the bad runs stay",
        K: ("√((d + 1)/(2π)) over the radius r of the perturbation", "K"),
        p: "the probability of a bad perturbation",
    },
    given={
        "small_change_of_hessian": ge(mu),
        "strong_curvature": ge(gain),
        "along": ge(psi),
        "across": ge(phi),
        "steps_made": ge(t),
        "horizon": le(4 * mu * (t + 1), 1),
        "grows": ge(psi_next, growth * psi - mu * (psi + phi)),
        "spreads": le(phi_next, growth * phi + mu * (psi + phi)),
        "stays_in_the_ball": le(psi_next, 2 * R),
        "scale": ge(K),
        "thin": le(p, K * first),
    },
    then=Invariant(
        (
            le(phi, 4 * mu * t * psi),
            ge(psi, first * P),
            gt(P),
            le(p * P, 2 * K * R),
        ),
        start={psi: first, phi: 0, t: 0, P: 1},
        update={psi: psi_next, phi: phi_next, t: t + 1, P: (1 + gain) * P},
        fixed=(gain,),
    ),
    facts={
        "grows": "taylor-theorem-for-the-gradient",
        "spreads": "taylor-theorem-for-the-gradient",
        "thin": "sets-thin-along-lines-of-a-ball",
    },
    bridges=("rayleigh-quotient",),
    repairs="any-noise-leaves-the-saddle",
    about="noisy descent at a saddle",
    scope="every dimension and every point with λ_min = −γ < 0; Lipschitz gradient and Hessian",
)
twelfth, eighth = Rational(1, 12), Rational(1, 8)
still = {R: 4, K: 1, p: eighth, first: 1}
witness = [
    still | {gain: Rational(1, 3), mu: twelfth, psi_next: 2, phi_next: twelfth},
    {psi_next: 4, phi_next: 3 * twelfth},
    {psi_next: 8, phi_next: 3 * twelfth},
]
lost = still | {gain: 0, mu: eighth, psi_next: 0, phi_next: eighth}
halt = {psi_next: 0, phi_next: 0}
countermodels = {
    "strong_curvature": [lost | {gain: -1, psi_next: eighth}, halt],
    "horizon": [
        lost | {mu: 1, psi_next: 2, phi_next: 1},
        {psi_next: 3, phi_next: 6},
        halt,
        halt,
    ],
    "grows": [lost, halt],
    "spreads": [lost | {psi_next: 2, phi_next: 20}, halt],
    "stays_in_the_ball": [
        lost | {mu: 0, gain: 1, p: 1, psi_next: 20, phi_next: 0},
        {psi_next: 40, phi_next: 0},
        {psi_next: 80, phi_next: 0},
        {psi_next: 160, phi_next: 0},
        {psi_next: 320, phi_next: 0},
    ],
    "thin": [
        lost | {mu: 0, p: 1, K: Rational(1, 100), psi_next: 1, phi_next: 0},
        {psi_next: 1, phi_next: 0},
    ],
}


def proof():
    across = combine(
        claim.at_next_state(0),
        using={
            "grows": 4 * mu * (t + 1),
            "spreads": 1,
            "invariant.0": 1 + gain + 4 * mu,
            "strong_curvature": 4 * mu * psi,
            "horizon": mu * (psi + phi) + 2 * mu * psi,
            "along": 16 * mu**2,
        },
    )
    parting = {
        "grows": 1,
        "invariant.0": mu,
        "horizon": mu * psi,
        "along": 4 * mu**2,
        "invariant.1": 1 + gain,
    }
    along = combine(claim.at_next_state(1), using=parting)
    positive = combine(claim.at_next_state(2), using={"invariant.2": 1 + gain})
    rare = combine(
        claim.at_next_state(3),
        using={name: K * weight for name, weight in parting.items()}
        | {"stays_in_the_ball": K, "thin": (1 + gain) * P},
    )
    base = combine(
        claim.at_start(3),
        using={"stays_in_the_ball": K, "grows": K, "along": K * (gain + mu), "thin": 1},
    )
    return induct(claim, (None, None, None, base), (across, along, positive, rare))
