"""While φ ≤ ψ the distance of two runs along v grows by the factor 1 + ηγ − 2µ a step.

With µ < ηγ/2 that is more than 1, so the two cannot both stay in one ball: of two perturbations
that differ along v at most one leaves the run stuck, and those that do form a thin slab. It is
there that the curvature must exceed what the Hessian's change allows, γ ≥ √(ρε). One step alone:
that a run leaves the ball, and how thin the slab is, are not stated here.
"""

from provenscape.kernel import Claim, combine, conjoin, ge, gt, le, real

s, mu, psi, phi, psi_next = real("s mu psi phi psi_next")
factor = 1 + s - 2 * mu

claim = Claim(
    id="parted-runs-cannot-both-stay-near-the-saddle",
    says="The distance along the escape direction of two runs near the saddle grows by the factor "
    "1 + ηγ − 2µ > 1 at least in a step, if they differ along it no less than across.",
    items={"O-39": "instance"},
    where={
        s: ("the step length times the saddle's negative curvature γ", r"\eta\gamma"),
        mu: (
            "the step length times a bound of the Hessian's change from that at the saddle",
            r"\mu",
        ),
        psi: ("the distance of the two runs along the escape direction", r"\psi_t"),
        phi: ("their distance across it", r"\varphi_t"),
        psi_next: ("their distance along it after a step", r"\psi_{t+1}"),
    },
    given={
        "small_change_of_hessian": ge(mu),
        "along": gt(psi),
        "mostly_along": le(phi, psi),
        "grows": ge(psi_next, (1 + s) * psi - mu * (psi + phi)),
        "strong_curvature": gt(s, 2 * mu),
    },
    then=(ge(psi_next, factor * psi), gt(psi_next, psi)),
    facts={"grows": "taylor-theorem-for-the-gradient"},
    scope="every dimension; the case of two-runs-part-along-the-escape-direction with 4µt ≤ 1",
)
witness = {s: 1, mu: 0, psi: 1, phi: 0, psi_next: 2}
countermodels = {
    "small_change_of_hessian": {s: -1, mu: -1, psi: 1, phi: -1, psi_next: 0},
    "along": {s: 1, mu: 0, psi: 0, phi: 0, psi_next: 0},
    "mostly_along": {s: 3, mu: 1, psi: 1, phi: 9, psi_next: 0},
    "grows": witness | {psi_next: 0},
    "strong_curvature": {s: 0, mu: 0, psi: 1, phi: 0, psi_next: 1},
}


def proof():
    grown = combine(claim.part(0), using={"grows": 1, "mostly_along": mu})
    more = combine(claim.part(1), using={"grows": 1, "mostly_along": mu, "strong_curvature": psi})
    return conjoin(claim, [grown, more])
