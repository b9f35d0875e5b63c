"""Two runs near a saddle that start apart along the escape direction v stay apart mostly along v.

Near a saddle with a ρ-Lipschitz Hessian the difference of two runs obeys w⁺ = (I − ηH − ηΔ)w with
‖ηΔ‖ ≤ µ, at most ηρ times the distance to the saddle. With ψ its component along v and φ the rest,
‖w‖ ≤ ψ + φ, and φ ≤ 4µtψ is kept as long as 4µt ≤ 1. Then ψ grows (claim
parted-runs-cannot-both-stay-near-the-saddle). Jin et al. (2017), the coupling of the two sequences.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, induct, le, real

psi, phi, psi_next, phi_next, t = real("psi phi psi_next phi_next t")
a, mu, first = real("a mu psi_0")

claim = Claim(
    id="two-runs-part-along-the-escape-direction",
    says="Near a saddle of curvature −γ the difference of two runs that start apart along the "
    "escape direction stays along it: after t steps the component across is at most 4µt times that "
    "along, as long as 4µ(t + 1) ≤ 1.",
    items={"O-39": "instance"},
    where={
        psi: ("the distance of the two runs along the escape direction", r"\psi_t"),
        phi: ("their distance across it", r"\varphi_t"),
        psi_next: ("the distance along it after the next step", r"\psi_{t+1}"),
        phi_next: ("the distance across it after the next step", r"\varphi_{t+1}"),
        t: "the number of steps made",
        first: "the distance at the start, all along the escape direction",
        a: ("the growth of a step at the saddle itself", r"1+\eta\gamma"),
        mu: "the step length times a bound of the Hessian's change from that at the saddle",
    },
    given={
        "small_change_of_hessian": ge(mu),
        "amplifying": ge(a, 1),
        "along": ge(psi),
        "across": ge(phi),
        "steps_made": ge(t),
        "horizon": le(4 * mu * (t + 1), 1),
        "grows": ge(psi_next, a * psi - mu * (psi + phi)),
        "spreads": le(phi_next, a * phi + mu * (psi + phi)),
    },
    then=Invariant(
        le(phi, 4 * mu * t * psi),
        start={psi: first, phi: 0, t: 0},
        update={psi: psi_next, phi: phi_next, t: t + 1},
        fixed=(a,),
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
    {a: 1, mu: twelfth, first: 1, psi_next: 1, phi_next: twelfth},
    {psi_next: 1, phi_next: 2 * twelfth},
    {psi_next: 1, phi_next: 3 * twelfth},
]
lost = {a: 1, mu: eighth, first: 1, psi_next: 0, phi_next: eighth}
halt = {psi_next: 0, phi_next: 0}
countermodels = {
    "amplifying": [lost | {a: 0}, halt],
    "horizon": [lost | {mu: 1, phi_next: 1}, halt],
    "grows": [lost, halt],
    "spreads": [lost | {psi_next: 1, phi_next: 10}, {psi_next: 1, phi_next: 0}],
}


def proof():
    step = combine(
        claim.at_next_state(),
        using={
            "grows": 4 * mu * (t + 1),
            "spreads": 1,
            "invariant": a + 2 * mu,
            "amplifying": 4 * mu * psi,
            "horizon": mu * (psi + phi) + 2 * mu * psi,
            "along": 8 * mu**2,
        },
    )
    return induct(claim, None, step)
