"""Near a minimum about which f is α-strongly convex descent converges by the factor 1 − α/ℓ a step.

A step of length 1/ℓ takes the squared distance D to D − (2/ℓ)⟨∇f, x − x*⟩ + ‖∇f‖²/ℓ². Strong
convexity gives ⟨∇f, x − x*⟩ ≥ f(x) − f(x*) + αD/2, and f(x) − f(x*) ≥ ‖∇f‖²/(2ℓ) since the step
lowers f by that and f(x*) is least. So D falls by the factor 1 − α/ℓ at least. The step is at most
√D long, so that it stays within 2ζ, where Ge, Huang, Jin & Yuan (2015) ask for strong convexity.
What perturbed or noisy descent brings within ζ of a minimum, plain descent brings to it.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, le, real

D, P = real("dist2 P")
inner, grad2, height = real("inner grad2 height")
alpha, ell, zeta = real("alpha ell zeta")
factor = 1 - alpha / ell

claim = Claim(
    id="descent-converges-from-near-a-strongly-convex-minimum",
    says="From within ζ of a local minimum, about which f is α-strongly convex and has an "
    "ℓ-Lipschitz gradient within 2ζ, gradient descent with step 1/ℓ converges to it: the squared "
    "distance is at most (1 − α/ℓ)^t ζ² after t steps.",
    items={"O-05": "instance", "E-44": "instance", "N-32": "instance"},
    where={
        D: ("the squared distance after t steps", r"\|x_t-x^*\|^2"),
        P: ("the power (1 − α/ℓ)^t", "P_t"),
        inner: ("a product", r"\langle\nabla f(x_t),x_t-x^*\rangle"),
        grad2: ("the squared gradient norm", r"\|\nabla f(x_t)\|^2"),
        height: ("the height above the minimum", "f(x_t)-f(x^*)"),
        alpha: "the modulus of strong convexity",
        ell: "a Lipschitz constant of the gradient",
        zeta: "the distance of the start from the minimum",
    },
    given={
        "smooth": gt(ell),
        "no_more_convex_than_smooth": le(alpha, ell),
        "strong_convexity": ge(inner, height + alpha * D / 2),
        "descent": ge(height, grad2 / (2 * ell)),
    },
    then=Invariant(
        (ge(P), le(D, P * zeta**2)),
        start={D: zeta**2, P: 1},
        update={D: D - 2 * inner / ell + grad2 / ell**2, P: factor * P},
        fixed=(alpha, ell),
    ),
    facts={
        "strong_convexity": "first-order-condition-for-convexity",
        "descent": "quadratic-upper-bound",
    },
    bridges=("first-order-necessary-condition",),
    scope="every dimension",
)
half = Rational(1, 2)
witness = [
    {alpha: 1, ell: 2, zeta: 1, inner: 1, grad2: 1, height: half},
    {inner: half, grad2: half, height: half / 2},
    {inner: half / 2, grad2: half / 2, height: half / 4},
]
calm = {inner: 100, grad2: 0, height: 0}
countermodels = {
    "no_more_convex_than_smooth": [witness[0] | {alpha: 8, inner: 5, grad2: 4, height: 1}, calm],
    "strong_convexity": [witness[0] | {inner: 0}, calm],
    "descent": [witness[0] | {inner: half, grad2: 4, height: 0}, calm],
}


def proof():
    steps = (
        combine(claim.at_next_state(0), using={"invariant.0": factor}),
        combine(
            claim.at_next_state(1),
            using={
                "invariant.1": factor,
                "strong_convexity": 2 / ell,
                "descent": 2 / ell,
            },
        ),
    )
    return induct(claim, (None, None), steps)
