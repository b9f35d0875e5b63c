"""On one example x Adam with ε = 0 goes along the signs of x, gradient descent along x itself.

The gradient of a loss of the margin w·x is gx, g its slope. Along each coordinate Adam's first
moment is the coordinate a times one number, its second a² times one, so that the quotients M/√V are
equal, for all decay rates, steps and bias corrections. The signs of x are the direction of the
largest margin for a given largest weight (ℓ∞), x that for a given length (ℓ2), and both logistic
losses tend to 0. For all separable data Zhang, Zou & Cao (2024) have the ℓ∞ margin for Adam without
ε and decreasing steps. Where all coordinates of x are equally large the two directions are one:
that Adam finds another solution is so on most data, not on all.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, chain, combine, eq, gt, induct, real

u, v, p, q, a, b, g, h = real("u v p q a b g h")
M, N, V, W, r, s, c, eta, beta, gamma = real("M N V W r s c eta beta_1 beta_2")
next_M, next_N = (beta * old + (1 - beta) * g * x for old, x in ((M, a), (N, b)))
next_V, next_W = (gamma * old + (1 - gamma) * g**2 * x**2 for old, x in ((V, a), (W, b)))

claim = Claim(
    id="adam-without-epsilon-moves-along-the-diagonal",
    says="On one example, with the logistic loss or any other of the margin, from 0, Adam with "
    "ε = 0 stays on u = v at every decay rate and step, u, v any two weights with inputs a, b > "
    "0, and gradient descent on bp = aq: other directions unless all inputs are equally large.",
    items={"O-74": "instance", "O-N5": "instance"},
    where={
        (a, b): "two coordinates of the example, its label multiplied in",
        (u, v): "their weights under Adam",
        (p, q): "their weights under gradient descent",
        g: "the slope of the loss at Adam's margin, any number at each step",
        h: "the slope of the loss at the margin of gradient descent, any number at each step",
        (M, N): "Adam's first moments",
        (V, W): "Adam's second moments",
        (r, s): "the roots of the next second moments",
        c: "the factor of Adam's step with its bias corrections, any number at each step",
        eta: "the step length of gradient descent, any number at each step",
        beta: "the decay rate of the first moment",
        gamma: "that of the second",
    },
    given={
        "first_input": gt(a),
        "second_input": gt(b),
        "first_root": gt(r),
        "second_root": gt(s),
        "first_square": eq(r**2, next_V),
        "second_square": eq(s**2, next_W),
    },
    then=Invariant(
        (eq(u, v), eq(b * M, a * N), eq(b**2 * V, a**2 * W), eq(b * p, a * q)),
        start={u: 0, v: 0, p: 0, q: 0, M: 0, N: 0, V: 0, W: 0},
        update={
            u: u - c * next_M / r,
            v: v - c * next_N / s,
            p: p - eta * h * a,
            q: q - eta * h * b,
            M: next_M,
            N: next_N,
            V: next_V,
            W: next_W,
        },
        fixed=(beta, gamma),
    ),
    scope="one example, or several on one line, of any number of coordinates, two of them at a "
    "time; ε = 0; a coordinate below 0 with the sign of its weight changed",
)
one = {c: 1, eta: 1, g: -1, h: -1, r: 2, s: 1}
witness = [
    {a: 2, b: 1, beta: 0, gamma: 0} | one,
    {g: -Rational(1, 2), h: -Rational(1, 3), r: 1, s: Rational(1, 2), c: 2, eta: 3},
    one,
]


def proof():
    given = {**claim.given, "moments": eq(b**2 * V, a**2 * W)}
    roots = combine(
        claim.lemma("roots", given, eq(b * r, a * s)),
        using={"first_square": b**2, "second_square": -(a**2), "moments": gamma},
        scale=b * r + a * s,
    )
    steps = [claim.at_next_state(i) for i in range(4)]
    diagonal = chain(
        steps[0],
        {"roots": roots},
        using={
            "invariant.0": 1,
            "invariant.1": -c * beta / (b * r),
            "roots": c * next_N / (b * r * s),
        },
    )
    first = combine(steps[1], using={"invariant.1": beta})
    second = combine(steps[2], using={"invariant.2": gamma})
    line = combine(steps[3], using={"invariant.3": 1})
    return induct(claim, (None,) * 4, (diagonal, first, second, line))
