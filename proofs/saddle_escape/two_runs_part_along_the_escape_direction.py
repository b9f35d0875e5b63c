"""Two runs near a saddle that start apart along the escape direction v stay apart mostly along v.

Near a saddle with a ρ-Lipschitz Hessian the difference of two runs obeys w⁺ = (I − ηH − ηΔ)w with
‖ηΔ‖ ≤ µ. With ψ its component along v and φ the rest, φ ≤ 4µtψ is kept as long as 4µt ≤ 1. Then ψ
grows (claim parted-runs-cannot-both-stay-near-the-saddle). Jin et al. (2017), the coupling of the
two sequences.
"""

from dataclasses import replace

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, induct, le, real

psi, phi, psi_next, phi_next, t = real("psi phi psi_next phi_next t")
a, mu, first = real("a mu psi_0")  # a = 1 + ηγ

claim = Claim(
    id="two-runs-part-along-the-escape-direction",
    items=["O-39"],
    says="Near a saddle of curvature −γ the difference of two runs that start apart along the "
    "escape direction stays along it: the component across is at most 4µt times that along.",
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
    ),
    scope="µ bounds η‖Δ‖, at most ηρ times the distance to the saddle; the recursions follow from "
    "the Lipschitz Hessian; ‖w‖ ≤ ψ + φ",
)
quarter = Rational(1, 4)
witness = {a: 1, mu: 0, first: 1, psi: 1, phi: 0, t: 0, psi_next: 1, phi_next: 0}
wide = witness | {mu: quarter, psi_next: Rational(3, 4), phi_next: quarter}
countermodels = {
    "small_change_of_hessian": witness | {mu: -1, psi_next: 2, phi_next: -1},
    "amplifying": wide | {a: 0, psi_next: -quarter},
    "along": wide | {first: -1, psi: -1, psi_next: -Rational(3, 4), phi_next: -quarter},
    "horizon": wide | {mu: 1, psi_next: 0, phi_next: 1},
    "grows": wide | {psi_next: 0},
    "spreads": wide | {phi_next: 10},
}


def proof():
    law = claim.then
    given = {name: h.subs(law.start) for name, h in claim.given.items()}
    base = combine(replace(claim, given=given, then=law.relation.subs(law.start)), using={})
    step = combine(
        replace(
            claim, given={**claim.given, "law": law.relation}, then=law.relation.subs(law.update)
        ),
        using={
            "grows": 4 * mu * (t + 1),
            "spreads": 1,
            "law": a + 2 * mu,
            "amplifying": 4 * mu * psi,
            "horizon": mu * (psi + phi) + 2 * mu * psi,
            "along": 8 * mu**2,
        },
    )
    return induct(claim, base, step)
