"""For convex f descent with noisy gradients gains at every step all but η²(G² + σ²).

E‖x⁺ − x*‖² = ‖x − x*‖² − 2η⟨∇f, x − x*⟩ + η²(‖∇f‖² + σ²) if the noise has mean 0 and variance at
most σ², and ⟨∇f, x − x*⟩ ≥ f − f*. Summed: 2Ση(f − f*) ≤ D₀ − D + (G² + σ²)Ση². With Ση = ∞ and
Ση² < ∞ the weighted mean of f − f* tends to 0 (Robbins & Monro 1951; Nemirovski, Juditsky, Lan &
Shapiro 2009).
"""

from dataclasses import replace

from provenscape.kernel import Claim, Invariant, combine, ge, induct, le, real

D, D_next, first, S, Q = real("D D_next D_0 S Q")  # E‖x − x*‖², Σ η(f − f*), Σ η²
eta, gap, inner, slope2, noise2 = real("eta gap inner slope2 noise2")
G, sigma = real("G sigma")

claim = Claim(
    id="noisy-gradients-with-short-steps-reach-the-convex-minimum",
    items=["E-40"],
    says="With unbiased gradient noise of variance at most σ² descent on a convex function with "
    "‖∇f‖ ≤ G has 2Ση(f − f*) ≤ ‖x₀ − x*‖² + (G² + σ²)Ση²: with step lengths that decrease "
    "suitably the noise does not prevent convergence.",
    given={
        "step": ge(eta),
        "convex": ge(inner, gap),
        "slope": le(slope2, G**2),
        "noise": le(noise2, sigma**2),
        "expansion": le(D_next, D - 2 * eta * inner + eta**2 * (slope2 + noise2)),
    },
    then=Invariant(
        le(2 * S, first - D + (G**2 + sigma**2) * Q),
        start={D: first, S: 0, Q: 0},
        update={D: D_next, S: S + eta * gap, Q: Q + eta**2},
    ),
    repairs="noise-does-no-harm-to-convex-descent",
    scope="all quantities are expectations; every dimension; the square expanded is a hypothesis, "
    "with the cross term E⟨x − η∇f − x*, noise⟩ = 0; that a noisy gradient is cheaper, one of n "
    "terms of a sum, is not in question",
)
witness = {
    D: 1, D_next: 2, first: 1, S: 0, Q: 0, eta: 1, gap: 0, inner: 0, slope2: 0, noise2: 1, G: 0,
    sigma: 1,
}  # fmt: skip
countermodels = {
    "step": witness | {eta: -1, inner: 1, D_next: 4},
    "convex": witness | {gap: 1},
    "slope": witness | {slope2: 1, D_next: 3},
    "noise": witness | {noise2: 2, D_next: 3},
    "expansion": witness | {D_next: 3},
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
            "law": 1,
            "expansion": 1,
            "convex": 2 * eta,
            "slope": eta**2,
            "noise": eta**2,
        },
    )
    return induct(claim, base, step)
