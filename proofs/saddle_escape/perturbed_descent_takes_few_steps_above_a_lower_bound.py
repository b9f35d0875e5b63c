"""Gains of ε²/(2L) a gradient step and of Φ an epoch of K steps leave (2L/ε² + K/Φ)(f₀ − f) steps.

While ‖∇f‖ ≥ ε a step of length 1/L gains ε²/(2L); near a point with λ_min < −γ an epoch of K steps
after a perturbation gains Φ. If f ≥ f*, all this lasts (2L/ε² + K/Φ)(f₀ − f*) steps at most, and a
point that is neither is left. Under the definition with constants (post) it is near a minimum.
"""

from dataclasses import replace

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, le, real

f, f_next, first, T = real("f f_next f_0 T")
L, eps, K, Phi = real("L epsilon K Phi")
a, b = real("a b")  # gradient steps and epochs made between two states
relation = le(T * eps**2 * Phi, (2 * L * Phi + K * eps**2) * (first - f))

claim = Claim(
    id="perturbed-descent-takes-few-steps-above-a-lower-bound",
    items=["O-05", "O-11"],
    says="If a step at a large gradient gains ε²/(2L) and an epoch of K steps at a negative "
    "eigenvalue gains Φ, perturbed descent makes at most (2L/ε² + K/Φ)(f(x₀) − f*) steps before "
    "it meets a point with small gradient and no such eigenvalue; if f is bounded below and a "
    "strict saddle function with constants at all points, that is near a minimum.",
    given={
        "smooth": gt(L),
        "gain_of_an_epoch": gt(Phi),
        "length_of_an_epoch": ge(K),
        "steps": ge(a),
        "epochs": ge(b),
        "progress": le(f_next, f - a * eps**2 / (2 * L) - b * Phi),
    },
    then=Invariant(relation, start={f: first, T: 0}, update={f: f_next, T: T + a + b * K}),
    repairs="perturbed-descent-finds-a-minimum-of-every-strict-saddle-function",
    scope="the gains are hypotheses; that an epoch gains Φ ~ √(ε³/ρ) with high probability is Jin "
    "et al. (2017), for Lipschitz gradient and Hessian; of O-11 the first result alone",
)
witness = {f: 1, f_next: 0, first: 1, T: 0, L: 1, eps: 1, K: 1, Phi: 1, a: 0, b: 1}
countermodels = {
    "gain_of_an_epoch": witness | {Phi: -1, f_next: -1},
    "length_of_an_epoch": witness | {K: -4, a: 1, b: 0, f_next: Rational(1, 2)},
    "steps": witness | {a: -4, b: 0, f_next: 3},
    "epochs": witness | {K: 0, b: -1, f_next: 2},
    "progress": witness | {f_next: 1},
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
            "progress": 2 * L * Phi + K * eps**2,
            "steps": K * eps**4 / (2 * L),
            "epochs": 2 * L * Phi**2,
        },
    )
    return induct(claim, base, step)
