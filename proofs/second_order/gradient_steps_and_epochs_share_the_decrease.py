"""Descent needs 2ℓΔ/ε² steps to ‖∇f‖ ≤ ε; perturbed descent with epochs of K steps 2ℓΔ/ε² + KΔ/F.

A step of length 1/ℓ at a gradient longer than ε gains ε²/(2ℓ), and an epoch, a perturbation with K
steps after it, gains F, as long as no second-order point is met; all gains together are at most Δ =
f(x₀) − f*. Without epochs this is descent. In Jin et al. (2021) K = ℓι/√(ρε) + 1 and F =
√(ε³/ρ)/(100ι³), with ι of the size of a logarithm, so that KΔ/F is of the order ι⁴ℓΔ/ε²; an epoch
gains that but for a small probability (claim
perturbed-descent-takes-few-steps-above-a-lower-bound). This is the deterministic part of the
argument. The sentences name no class; without f* no number of steps need be enough (claim
accuracy-is-reached-without-a-lower-bound).
"""

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, le, real

f, f_mid, f_next, first, floor = real("f f_between f_next f_0 f_star")
ell, eps, a, b, F, N, m = real("ell epsilon a b F N m")

claim = Claim(
    id="gradient-steps-and-epochs-share-the-decrease",
    says="On an ℓ-smooth function with lower bound f* descent with steps of length 1/ℓ makes at "
    "most 2ℓ(f(x₀) − f*)/ε² steps at gradients longer than ε. If each epoch of perturbed "
    "descent, of K steps, gains F, as it does but for a small probability until an "
    "ε-second-order point is met, there are at most (f(x₀) − f*)/F epochs, and N gradient steps "
    "and m epochs have Nε²/(2ℓ) + mF ≤ f(x₀) − f*.",
    items={"O-77": "whole", "O-78": "instance"},
    where={
        f: ("the value at the present iterate", "f(x_t)"),
        f_mid: ("the value after further steps at a gradient longer than ε", "f(x_s)"),
        f_next: ("the value after further epochs", r"f(x_{t'})"),
        first: ("the value at the start", "f(x_0)"),
        floor: ("a lower bound of f", "f^*"),
        ell: "a Lipschitz constant of the gradient",
        eps: "the accuracy asked of the gradient",
        a: "the number of the further steps at a gradient longer than ε",
        b: "the number of the further epochs",
        F: "what an epoch gains",
        N: "the number of gradient steps so far",
        m: "the number of epochs so far",
    },
    given={
        "smooth": gt(ell),
        "gain": gt(F),
        "progress_of_steps": le(f_mid, f - a * eps**2 / (2 * ell)),
        "progress_of_epochs": le(f_next, f_mid - b * F),
        "bounded_below": ge(f_next, floor),
        "steps": ge(a),
        "epochs": ge(b),
    },
    then=Invariant(
        (
            le(N * eps**2 / (2 * ell) + m * F, first - f),
            le(N * eps**2 / (2 * ell) + m * F, first - floor),
            ge(N),
            ge(m),
        ),
        start={f: first, N: 0, m: 0},
        update={f: f_next, N: N + a, m: m + b},
    ),
    facts={
        "progress_of_steps": "quadratic-upper-bound",
        "progress_of_epochs": "perturbed-descent-gains-an-epoch",
    },
    scope="every dimension and every number of steps",
)
begin = {first: 10, f_mid: 8, f_next: 7, floor: 0, ell: 1, eps: 1, a: 2, b: 1, F: 1}
witness = [begin, {f_mid: 5, f_next: 4}, {f_mid: 2, f_next: 1}]
none = begin | {a: 0, b: 0, f_mid: 10, f_next: 10}
countermodels = {
    "progress_of_steps": [none | {a: 2}, {a: 0}],
    "progress_of_epochs": [none | {b: 2}, {b: 0}],
    "bounded_below": [none | {a: 2, f_mid: 9, f_next: 9, floor: 10}, {a: 0}],
}


def proof():
    gains = {"progress_of_steps": 1, "progress_of_epochs": 1}
    above = gains | {"bounded_below": 1, "steps": eps**2 / (2 * ell), "epochs": F}
    at_first = combine(claim.at_start(1), using=above)
    steps = (
        combine(claim.at_next_state(0), using=gains | {"invariant.0": 1}),
        combine(claim.at_next_state(1), using=gains | {"invariant.0": 1, "bounded_below": 1}),
        combine(claim.at_next_state(2), using={"invariant.2": 1, "steps": 1}),
        combine(claim.at_next_state(3), using={"invariant.3": 1, "epochs": 1}),
    )
    return induct(claim, (None, at_first, None, None), steps)
