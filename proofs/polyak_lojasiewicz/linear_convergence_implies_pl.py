"""If t steps leave at most the share ρ < 1 of the gap from every start, an L-smooth f is PL.

For steps of any length η the constant is L(1 − ρ)/(q^t − 1) with q = (1 + ηL)². For ‖∇f(x⁺)‖ ≤
(1 + ηL)‖∇f(x)‖, a step from x loses at most η(1 + ηL/2)‖∇f(x)‖², and these losses add up to
(q^t − 1)‖∇f(x_0)‖²/(2L). A linear rate C rᵗ from every start leaves the share ρ = C rᵗ, which is
below 1 for some t: up to the constant PL is necessary, as Abbaszadehpeivasti, de Klerk & Zamani
(2023) show.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, le, real

L, eta, first, grad2_0, value_next, next2 = real("L eta first grad2_0 value_next next2")
value, grad2, Q = real("value grad2 Q")

claim = Claim(
    id="linear-convergence-implies-pl",
    says="t steps of length η from x lower an L-smooth f by at most ((1 + ηL)^(2t) − 1)/L times "
    "½‖∇f(x)‖²: where they take a share 1 − ρ of the gap, ½‖∇f(x)‖² is at least "
    "L(1 − ρ)/((1 + ηL)^(2t) − 1) times the gap.",
    items={"O-52": "instance"},
    where={
        L: "a Lipschitz constant of the gradient",
        eta: "the step length",
        first: ("the value at the start", "f(x_0)"),
        grad2_0: ("the squared gradient norm there", r"\|\nabla f(x_0)\|^2"),
        value: ("the value at the present iterate", "f(x_t)"),
        grad2: ("the squared gradient norm there", r"\|\nabla f(x_t)\|^2"),
        value_next: ("the value at the next one", "f(x_{t+1})"),
        next2: ("the squared gradient norm there", r"\|\nabla f(x_{t+1})\|^2"),
        Q: ("(1 + ηL)^(2t), t the number of steps", "Q_t"),
    },
    given={
        "smooth": gt(L),
        "forward": gt(eta),
        "lower_bound": ge(value_next, value - eta * grad2 - L * eta**2 * grad2 / 2),
        "lipschitz": le(next2, (1 + eta * L) ** 2 * grad2),
    },
    then=Invariant(
        (le(first - value, (Q - 1) / L * grad2_0 / 2), le(grad2, Q * grad2_0)),
        start={value: first, grad2: grad2_0, Q: 1},
        update={value: value_next, grad2: next2, Q: (1 + eta * L) ** 2 * Q},
        fixed=(L, eta),
    ),
    facts={"lower_bound": "quadratic-lower-bound"},
    scope="every dimension; attained by −½L‖x‖², which has no infimum",
)
witness = [
    {L: 1, eta: 1, first: 0, grad2_0: 1, value_next: -Rational(3, 2), next2: 4},
    {value_next: -Rational(15, 2), next2: 16},
    {value_next: -Rational(63, 2), next2: 64},
]
one = witness[0]
countermodels = {
    "forward": [
        one | {eta: -Rational(1, 2), value_next: Rational(3, 8), next2: 0},
        {value_next: Rational(3, 8), next2: 0},
        {value_next: Rational(3, 8), next2: 0},
    ],
    "lower_bound": [one | {value_next: -2}, {value_next: -9}],
    "lipschitz": [one | {next2: 8}, {value_next: -Rational(27, 2), next2: 8}],
}


def proof():
    lost = combine(
        claim.at_next_state(0),
        using={"lower_bound": 1, "invariant.0": 1, "invariant.1": eta + L * eta**2 / 2},
    )
    steep = combine(
        claim.at_next_state(1), using={"lipschitz": 1, "invariant.1": (1 + eta * L) ** 2}
    )
    return induct(claim, (None, None), (lost, steep))
