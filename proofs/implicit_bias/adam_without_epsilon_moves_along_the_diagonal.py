"""One example x = (a, b), a ≠ b: Adam with ε = 0 goes along (1, 1), gradient descent along (a, b).

The gradient of the logistic loss is g(a, b), g = f′(w'x). Along each coordinate Adam's first moment
is a or b times one number, its second a² or b² times one, so that the quotients M/√V are equal, for
all decay rates, steps and bias corrections. (1, 1) is the direction of the largest margin a + b for
a given largest weight (ℓ∞), (a, b) that for a given length (ℓ2), and both losses tend to 0. For all
separable data Zhang, Zou & Cao (2024) have the ℓ∞ margin for Adam without ε and decreasing steps.
Where a = b the two directions are one, so that Adam need not find another solution.
"""

from sympy import Rational, exp, log

from provenscape.kernel import Claim, Invariant, chain, combine, eq, function, gt, induct, real

m, u, v, p, q, a, b = real("m u v p q a b")
M, N, V, W, r, s, c, eta, beta, gamma = real("M N V W r s c eta beta_1 beta_2")
f = function("f", (m,), log(1 + exp(-m)))
slope, plain = (f.partial(m, at=(margin,)) for margin in (a * u + b * v, a * p + b * q))
next_M, next_N = (beta * old + (1 - beta) * slope * x for old, x in ((M, a), (N, b)))
next_V, next_W = (gamma * old + (1 - gamma) * slope**2 * x**2 for old, x in ((V, a), (W, b)))

claim = Claim(
    id="adam-without-epsilon-moves-along-the-diagonal",
    says="On one example (a, b), a, b > 0, with the logistic loss, from 0, Adam with ε = 0 stays "
    "on the diagonal u = v at every decay rate and step, and gradient descent on bp = aq: other "
    "directions unless a = b.",
    items={"O-74": "instance", "O-N5": "instance"},
    where={
        m: "the margin",
        (a, b): "the coordinates of the example, its label multiplied in",
        (u, v): "the weights of Adam",
        (p, q): "the weights of gradient descent",
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
            p: p - eta * plain * a,
            q: q - eta * plain * b,
            M: next_M,
            N: next_N,
            V: next_V,
            W: next_W,
        },
        fixed=(beta, gamma),
    ),
    repairs="adam-finds-another-solution-on-every-data-set",
    scope="one example of two coordinates; ε = 0",
)
later = exp(-3) / (1 + exp(-3))
witness = [
    {a: 2, b: 1, beta: 0, gamma: 0, c: 1, eta: 1, r: 1, s: Rational(1, 2)},
    {r: 2 * later, s: later, c: 0, eta: 0},
    {},
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
