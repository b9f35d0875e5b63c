"""Two runs near a saddle that start apart along the escape direction v part exponentially along it.

Near a saddle with a ρ-Lipschitz Hessian the difference of two runs obeys w⁺ = (I − ηH − ηΔ)w with
‖ηΔ‖ ≤ µ, at most ηρ times the distance to the saddle. With ψ its component along v and φ the rest,
‖w‖ ≤ ψ + φ; φ ≤ 4µtψ is kept as long as 4µt ≤ 1, and then φ ≤ ψ, so that ψ grows by the factor
1 + ηγ − 2µ at least. If ψ₀ times its power with the exponent ⌊1/(4µ)⌋ exceeds the diameter of the
region in which the Hessian changes that little, one of the two runs has left it: of the
perturbations on one line along v, those that do not escape lie within less than ψ₀ of each other.
It is there that the curvature must exceed what the Hessian's change allows, γ ≥ √(ρε). Beyond
1/(4µ) steps the two recursions alone say nothing: with ηγ = 0.1 and µ = 0.049 they allow both runs
to stay. Jin et al. (2017), the coupling of the two sequences.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, induct, le, real

psi, phi, psi_next, phi_next, t, P = real("psi phi psi_next phi_next t P")
gain, mu, first = real("gain mu psi_0")
growth = 1 + gain + 2 * mu

claim = Claim(
    id="two-runs-part-along-the-escape-direction",
    says="Two runs that start ψ₀ apart along the escape direction of a saddle of curvature −γ are "
    "ψ₀(1 + ηγ − 2µ)^t apart along it at least after t ≤ 1/(4µ) steps, and 4µt times their "
    "distance along it apart across at most, as long as η times the change of the Hessian is at "
    "most µ ≤ ηγ/2.",
    items={"O-39": "instance"},
    where={
        psi: ("the distance of the two runs along the escape direction", r"\psi_t"),
        phi: ("their distance across it", r"\varphi_t"),
        psi_next: ("the distance along it after the next step", r"\psi_{t+1}"),
        phi_next: ("the distance across it after the next step", r"\varphi_{t+1}"),
        t: "the number of steps made",
        P: "the power (1 + ηγ − 2µ)^t",
        first: "the distance at the start, all along the escape direction",
        gain: (
            "the step length times the saddle's negative curvature γ, less 2µ",
            r"\eta\gamma-2\mu",
        ),
        mu: "the step length times a bound of the Hessian's change from that at the saddle",
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
    },
    then=Invariant(
        (le(phi, 4 * mu * t * psi), ge(psi, first * P)),
        start={psi: first, phi: 0, t: 0, P: 1},
        update={psi: psi_next, phi: phi_next, t: t + 1, P: (1 + gain) * P},
        fixed=(gain,),
    ),
    facts={
        "grows": "taylor-theorem-for-the-gradient",
        "spreads": "taylor-theorem-for-the-gradient",
    },
    bridges=("rayleigh-quotient",),
    scope="every dimension, steps of 1/L at most, the escape direction of the least eigenvalue",
)
twelfth, eighth = Rational(1, 12), Rational(1, 8)
witness = [
    {gain: Rational(1, 3), mu: twelfth, first: 1, psi_next: 2, phi_next: twelfth},
    {psi_next: 4, phi_next: 3 * twelfth},
    {psi_next: 8, phi_next: 3 * twelfth},
]
lost = {gain: 0, mu: eighth, first: 1, psi_next: 0, phi_next: eighth}
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
    along = combine(
        claim.at_next_state(1),
        using={
            "grows": 1,
            "invariant.0": mu,
            "horizon": mu * psi,
            "along": 4 * mu**2,
            "invariant.1": 1 + gain,
        },
    )
    return induct(claim, (None, None), (across, along))
