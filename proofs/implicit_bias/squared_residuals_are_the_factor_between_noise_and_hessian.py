"""For a linear model with squared loss ∇ℓ∇ℓ′ = 2ℓ∇²ℓ, the squared residual times the Hessian.

The mean over examples is 2E(ℓ H). Where the squared residual is independent of the inputs, as with
noise of variance σ² in the labels, it is σ²H at the solution: there the noise follows the
curvature, along every direction. Where the residuals are 0 there is no noise, and with residuals
that go with the inputs the noise has another shape. For networks the same holds with the
Gauss–Newton matrix in place of the Hessian.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, function, real

w, v, a, b, y = real("w v a b y")
loss = function("l", (w, v), (a * w + b * v - y) ** 2 / 2)

claim = Claim(
    id="squared-residuals-are-the-factor-between-noise-and-hessian",
    says="For the squared loss ℓ of a linear model each product of two partial derivatives of an "
    "example is 2ℓ times the second derivative: with residuals independent of the inputs and of "
    "variance σ² the gradient noise at the solution has covariance σ²H.",
    items={"O-67": "part noise"},
    where={
        (w, v): "the weights",
        (a, b): "the inputs of the example that go with them",
        y: "its label",
    },
    given={},
    then=(
        eq(loss.partial(w) * loss.partial(v), 2 * loss(w, v) * loss.partial(w, v)),
        eq(loss.partial(w) ** 2, 2 * loss(w, v) * loss.partial(w, w)),
    ),
    bridges=("expectation-of-independent-factors",),
    repairs="gradient-noise-follows-the-curvature",
    about="the second moments of the gradients of examples and the Hessian",
    scope="any two of any number of weights, what the others contribute moved into the label",
)
witness = {w: 1, v: 1, a: 1, b: 2, y: Rational(1, 2)}
points = [witness]


def proof():
    return conjoin(claim, [combine(claim.part(i), using={}) for i in range(2)])
