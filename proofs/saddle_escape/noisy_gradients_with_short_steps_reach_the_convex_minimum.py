"""For convex f descent with noisy gradients gains at every step all but η²(G² + σ²).

E‖x⁺ − x*‖² = E‖x − x*‖² − 2ηE⟨∇f + w, x − x*⟩ + η²E‖∇f + w‖² where the noise w is drawn anew at
each step, with mean 0 at every point, and ⟨∇f, x − x*⟩ ≥ f − f* at every point, so in the mean.
Summed: 2Ση(f − f*) ≤ D₀ − D + (G² + σ²)Ση². With Ση = ∞ and Ση² < ∞ the weighted mean of f − f*
tends to 0 (Robbins & Monro 1951; Nemirovski, Juditsky, Lan & Shapiro 2009).
"""

from provenscape.kernel import Claim, Invariant, combine, eq, ge, induct, le, real

dist2, first, S, Q = real("dist2 dist2_0 S Q")
eta, gap, inner, slope2, noise2 = real("eta gap inner slope2 noise2")
G, sigma, drift, turn = real("G sigma drift turn")

claim = Claim(
    id="noisy-gradients-with-short-steps-reach-the-convex-minimum",
    says="With unbiased gradient noise of variance at most σ² descent on a convex function with "
    "‖∇f‖ ≤ G has 2Ση(f − f*) ≤ ‖x₀ − x*‖² − ‖x − x*‖² + (G² + σ²)Ση² in expectation, for any step "
    "lengths η.",
    items={"E-40": "part no-harm"},
    where={
        dist2: ("the mean squared distance from the minimiser", r"\mathbb{E}\|x_t-x^*\|^2"),
        first: ("that of the start", r"\|x_0-x^*\|^2"),
        S: ("the sum of η times the gap so far", r"\sum\eta_t\,\mathbb{E}(f(x_t)-f^*)"),
        Q: ("the sum of η² so far", r"\sum\eta_t^2"),
        eta: ("the step length", r"\eta_t"),
        gap: ("the mean gap", r"\mathbb{E}(f(x_t)-f^*)"),
        inner: (
            "the mean product of the gradient with x − x*",
            r"\mathbb{E}\langle\nabla f(x_t),x_t-x^*\rangle",
        ),
        slope2: ("the mean squared gradient norm", r"\mathbb{E}\|\nabla f(x_t)\|^2"),
        noise2: ("the mean squared norm of the noise w", r"\mathbb{E}\|w_t\|^2"),
        drift: (
            "the mean product of the noise with x − x*",
            r"\mathbb{E}\langle w_t,x_t-x^*\rangle",
        ),
        turn: (
            "the mean product of the noise with the gradient",
            r"\mathbb{E}\langle w_t,\nabla f(x_t)\rangle",
        ),
        G: "a bound of the gradient norm",
        sigma: "a bound of the noise's standard deviation",
    },
    given={
        "step": ge(eta),
        "convex": ge(inner, gap),
        "slope": le(slope2, G**2),
        "noise": le(noise2, sigma**2),
        "unbiased_along_the_way": eq(drift),
        "unbiased_along_the_gradient": eq(turn),
    },
    then=Invariant(
        le(2 * S, first - dist2 + (G**2 + sigma**2) * Q),
        start={dist2: first, S: 0, Q: 0},
        update={
            dist2: dist2 - 2 * eta * (inner + drift) + eta**2 * (slope2 + 2 * turn + noise2),
            S: S + eta * gap,
            Q: Q + eta**2,
        },
    ),
    facts={
        "convex": "first-order-condition-for-convexity",
        "unbiased_along_the_way": "conditional-means-of-independent-samples",
        "unbiased_along_the_gradient": "conditional-means-of-independent-samples",
    },
    bridges=("expectation-is-linear-and-monotone",),
    proves="noisy-convex-descent-summed",
    repairs="noise-does-no-harm-to-convex-descent",
    scope="every dimension; the state is the mean squared distance, and that of x − η(∇f + w) is "
    "written out in the means of its terms",
)
witness = {
    first: 1, eta: 1, gap: 0, inner: 0, slope2: 0, noise2: 1, drift: 0, turn: 0, G: 0, sigma: 1,
}  # fmt: skip
countermodels = {
    "step": witness | {eta: -1, inner: 1},
    "convex": witness | {gap: 1},
    "slope": witness | {slope2: 1},
    "noise": witness | {noise2: 2},
    "unbiased_along_the_way": witness | {drift: -1},
    "unbiased_along_the_gradient": witness | {turn: 1},
}


def proof():
    step = combine(
        claim.at_next_state(),
        using={
            "invariant": 1,
            "convex": 2 * eta,
            "slope": eta**2,
            "noise": eta**2,
            "unbiased_along_the_way": 2 * eta,
            "unbiased_along_the_gradient": -2 * eta**2,
        },
    )
    return induct(claim, None, step)
