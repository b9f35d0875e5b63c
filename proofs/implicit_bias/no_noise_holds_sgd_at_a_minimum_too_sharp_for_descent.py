"""E⟨v, x⟩² ≥ (1 − ηλ)^(2t)⟨v, x_0⟩² for SGD too: noise of mean zero adds to it and takes nothing.

Near a minimum with Hessian H, in any number of variables, let v be an eigenvector of H with
eigenvalue λ. Whatever examples SGD draws, its mean step is that of descent, so that the mean square
of ⟨v, x⟩ becomes (1 − ηλ)² times what it was plus η² times the variance of ⟨v, ∇⟩. If λ > 2/η it
grows without bound: where descent cannot stay, SGD cannot stay in mean square either. The minima
that SGD can stay at are so a part of those that descent can (see
sgd-stays-at-a-minimum-only-if-its-curvatures-are-small-and-alike for a proper part), at one step
length; steps of SGD are often shorter.
"""

from provenscape.kernel import Claim, Invariant, combine, ge, induct, real

m, a, t, w, c, eta, lam = real("m a t w c eta lambda")

claim = Claim(
    id="no-noise-holds-sgd-at-a-minimum-too-sharp-for-descent",
    says="Near a minimum, in any number of variables, SGD with any noise of mean zero has along an "
    "eigenvector of curvature λ with (1 − ηλ)² ≥ 1 + c a mean square distance of at least (1 + ct) "
    "times the first after t steps: it stays at no minimum where descent cannot, λ > 2/η.",
    items={"O-65": "instance"},
    where={
        m: (r"the mean square of the component along v", r"E\langle v, x_t\rangle^2"),
        a: "its value at the start",
        t: "the number of steps so far",
        w: (r"the mean conditional variance of the gradient along v", r"\sigma_v^2"),
        c: "how far the square of 1 − ηλ is above 1",
        eta: "the step length",
        lam: "the curvature along v",
    },
    given={
        "too_sharp": ge((1 - eta * lam) ** 2, 1 + c),
        "beyond": ge(c),
        "variance": ge(w),
        "square": ge(a),
    },
    then=Invariant(
        (ge(m, (1 + c * t) * a), ge(m, a), ge(m), ge(t)),
        start={m: a, t: 0},
        update={m: (1 - eta * lam) ** 2 * m + eta**2 * w, t: t + 1},
        fixed=(eta, lam),
    ),
    scope="the loss of each example quadratic near the minimum",
)
witness = {a: 1, eta: 1, lam: 3, c: 3, w: 1}
countermodels = {"too_sharp": [witness | {lam: 1, w: 0}, {w: 0}]}


def proof():
    steps = [claim.at_next_state(i) for i in range(4)]
    grow = {"too_sharp": m, "variance": eta**2}
    return induct(
        claim,
        (None, None, None, None),
        (
            combine(steps[0], using=grow | {"invariant.0": 1, "invariant.1": c}),
            combine(steps[1], using=grow | {"invariant.1": 1 + c, "square": c}),
            combine(steps[2], using={"invariant.2": (1 - eta * lam) ** 2, "variance": eta**2}),
            combine(steps[3], using={"invariant.3": 1}, squares=[(1, 1)]),
        ),
    )
