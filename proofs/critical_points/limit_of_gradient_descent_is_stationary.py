"""If the iterates come arbitrarily near a point while their gradients vanish, it is stationary.

With an L-Lipschitz gradient ‖∇f(x*)‖ ≤ ‖∇f(x_t)‖ + L‖x_t − x*‖, and both terms tend to 0. What the
article's sentence lacks is that the iterates stay bounded and converge.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, ge, le, real

L, at_limit, at_iterate, distance = real("L at_limit at_iterate distance")
epsilon, delta = real("epsilon delta")

claim = Claim(
    id="limit-of-gradient-descent-is-stationary",
    says="If iterates come within δ of a point with gradients of norm at most ε, the gradient "
    "there is at most ε + Lδ; so if they converge and their gradients tend to 0, it is stationary.",
    items={"O-03": "whole", "O-20": "part converges"},
    where={
        L: "a Lipschitz constant of the gradient",
        at_limit: ("the gradient norm at the limit", r"\|\nabla f(x^*)\|"),
        at_iterate: ("the gradient norm at a late iterate", r"\|\nabla f(x_t)\|"),
        distance: ("the distance of that iterate from the limit", r"\|x_t-x^*\|"),
        epsilon: "a bound of the gradient norm at the iterate",
        delta: "a bound of the distance",
    },
    given={
        "lipschitz_gradient": le(at_limit, at_iterate + L * distance),
        "smoothness": ge(L),
        "small_gradient": le(at_iterate, epsilon),
        "near": le(distance, delta),
    },
    then=le(at_limit, epsilon + L * delta),
    tight=True,
    repairs="vanishing-gradients-lead-to-a-stationary-point",
    about="the iterates of gradient descent and their limit",
    scope="every dimension; an L-Lipschitz gradient, and iterates that are assumed to converge",
)
witness = {L: 1, at_limit: 2, at_iterate: 1, distance: 1, epsilon: 1, delta: 1}
equality = witness
countermodels = {
    "lipschitz_gradient": witness | {at_limit: 3},
    "smoothness": {L: -1, at_limit: 1, at_iterate: 1, distance: 0, epsilon: 1, delta: 1},
    "small_gradient": witness | {epsilon: Rational(1, 2)},
    "near": witness | {delta: Rational(1, 2)},
}


def proof():
    return combine(claim, using={"lipschitz_gradient": 1, "small_gradient": 1, "near": L})
