"""λ_min(K) ≥ λ₀ − ‖K − K_∞‖: three quarters of λ₀ at the start, half of it while K stays near.

For one hidden layer of ReLU units with trained input weights, output weights ±1 and inputs of norm
1, no two of them parallel, the kernel K_∞ of infinite width has λ₀ > 0; at width m of the order of
(n/λ₀)² log(n/p) the kernel of the start is within λ₀/4 of it with probability 1 − p (Du, Zhai,
Póczos & Singh 2019). λ₀ is a number of the data: it is 0 if two inputs are parallel, and it falls
as inputs come near to each other (near-inputs-make-the-least-eigenvalue-small), hence with n at
fixed dimension. A constant for all data there is not.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, ge, gt, le, real

limit, gap, r2, form, form_limit, loss, grad2 = real("limit gap r2 form form_limit loss grad2")

claim = Claim(
    id="kernels-near-a-positive-limit-are-positive",
    says="If no two inputs are parallel, the tangent kernel of a wide enough ReLU network at a "
    "random start has, with high probability, least eigenvalue at least ¾λ₀, λ₀ > 0 that of "
    "infinite width, and at least λ₀ − g at a distance g from that limit, where the squared loss "
    "is PL with λ₀ − g.",
    items={"O-61": "part least-eigenvalue"},
    where={
        limit: ("the least eigenvalue of the kernel of infinite width on the data", r"\lambda_0"),
        gap: ("the distance of the kernel from that one in the operator norm", r"g"),
        r2: ("the squared norm of the residual", r"\|r\|^2"),
        form: ("the form of the kernel at the residual", r"r^\top K r"),
        form_limit: ("that of the kernel of infinite width", r"r^\top K_\infty r"),
        loss: "half the squared norm of the residual",
        grad2: ("the squared gradient norm of the loss", r"\|\nabla f\|^2"),
    },
    given={
        "positive_limit": gt(limit),
        "norm": ge(r2),
        "at_the_start": le(gap, limit / 4),
        "rayleigh": ge(form_limit, limit * r2),
        "near": ge(form, form_limit - gap * r2),
        "loss": eq(loss, r2 / 2),
        "gradient": eq(grad2, form),
    },
    then=(
        ge(form, (limit - gap) * r2),
        ge(form, Rational(3, 4) * limit * r2),
        ge(grad2 / 2, (limit - gap) * loss),
        gt(Rational(3, 4) * limit),
    ),
    facts={
        "positive_limit": "wide-relu-networks-have-a-positive-kernel",
        "at_the_start": "wide-relu-networks-have-a-positive-kernel",
        "rayleigh": "rayleigh-quotient",
        "near": "rayleigh-quotient",
    },
    repairs="tangent-kernels-are-bounded-below",
    about="the least eigenvalue of the tangent kernel of a network at its start",
    scope="every number of examples; the network is that of the fact",
)
witness = {limit: 4, gap: 1, r2: 2, form: 6, form_limit: 8, loss: 1, grad2: 6}
low = {limit: 4, gap: 1, r2: 2, form: 0, form_limit: 0, loss: 1, grad2: 0}
countermodels = {
    "positive_limit": dict.fromkeys(witness, 0),
    "at_the_start": witness | {gap: 4, form: 0, grad2: 0},
    "rayleigh": low,
    "near": low | {form_limit: 8},
    "loss": witness | {loss: 9},
    "gradient": witness | {grad2: 0},
}


def proof():
    first = combine(claim.part(0), using={"near": 1, "rayleigh": 1})
    second = combine(claim.part(1), using={"near": 1, "rayleigh": 1, "at_the_start": r2})
    third = combine(
        claim.part(2),
        using={
            "near": Rational(1, 2),
            "rayleigh": Rational(1, 2),
            "gradient": Rational(1, 2),
            "loss": -(limit - gap),
        },
    )
    fourth = combine(claim.part(3), using={"positive_limit": Rational(3, 4)})
    return conjoin(claim, [first, second, third, fourth])
