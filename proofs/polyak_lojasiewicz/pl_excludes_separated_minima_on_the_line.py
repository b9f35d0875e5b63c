"""On the line no PL function has two global minimisers with a higher point between them.

Between the two, f has a highest point (extreme value theorem); it is interior, so the derivative
vanishes there, and PL leaves no gap at it: the highest point is at the height of the minimisers.
"""

from provenscape.kernel import Claim, combine, eq, ge, gt, le, real

mu, slope, top, between, f_star = real("mu slope top between f_star")

claim = Claim(
    id="pl-excludes-separated-minima-on-the-line",
    says="On the line no point between two minimisers of a PL function is higher than they are: "
    "the minimisers form one interval.",
    items={"O-47": "part pl-allows-disjoint-minima"},
    where={
        mu: "the PL constant",
        slope: ("the slope at the highest point between the minimisers", "f'(z)"),
        top: ("the value there", "f(z)"),
        between: ("the value at any point between them", "f(x)"),
        f_star: ("the least value", "f^*"),
    },
    given={
        "pl_constant": gt(mu),
        "pl_at_the_top": ge(slope**2 / 2, mu * (top - f_star)),
        "top_is_stationary": eq(slope),
        "top_is_highest": le(between, top),
    },
    then=le(between, f_star),
    facts={
        "top_is_stationary": "first-order-necessary-condition",
        "top_is_highest": "extreme-value-theorem",
    },
    tight=True,
    repairs="pl-allows-disjoint-minima",
    about="the minimisers of a PL function",
    scope="continuously differentiable functions on the line",
)
witness = {mu: 1, slope: 0, top: 0, between: 0, f_star: 0}
equality = witness
countermodels = {
    "pl_constant": {mu: 0, slope: 0, top: 1, between: 1, f_star: 0},
    "pl_at_the_top": {mu: 1, slope: 0, top: 1, between: 1, f_star: 0},
    "top_is_stationary": {mu: 1, slope: 2, top: 1, between: 1, f_star: 0},
    "top_is_highest": {mu: 1, slope: 0, top: 0, between: 1, f_star: 0},
}


def proof():
    return combine(
        claim,
        using={
            "pl_at_the_top": 1,
            "top_is_stationary": -slope / 2,
            "top_is_highest": mu,
        },
        scale=mu,
    )
