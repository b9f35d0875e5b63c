"""From a start with y = 0 a method of first order runs on x² − y² as it does on x² + y².

On the line y = 0 the two functions have the same gradients, without a y-component. A step m ← βm −
η∇f(z), z ← z + m, with the gradient taken at z + θm, is gradient descent (β = θ = 0), the heavy
ball (θ = 0) or Nesterov's method (θ = β), with coefficients that may be others at each step. By
induction both runs are one run on the line, which ends, if it converges to a stationary point, at
the saddle of the one function and the minimum of the other.
"""

from provenscape.kernel import Claim, Invariant, combine, eq, function, induct, real
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
bowl = get("bowl")
g = function("g", bowl.variables, bowl.expression)
p, q = real("p q")
mx, my, mp, mq = real("m_x m_y m_p m_q")
beta, eta, theta, first = real("beta eta theta x_0")
ahead = {f: (x + theta * mx, y + theta * my), g: (p + theta * mp, q + theta * mq)}
next_mx, next_my = (beta * m - eta * f.partial(v, at=ahead[f]) for m, v in ((mx, x), (my, y)))
next_mp, next_mq = (
    beta * m - eta * g.partial(v, at=ahead[g]) for m, v in zip((mp, mq), g.variables, strict=True)
)

claim = Claim(
    id="first-order-methods-can-rest-at-the-saddle",
    says="From a start on the line y = 0 gradient descent, the heavy ball and Nesterov's method, "
    "with any coefficients at each step, make the same steps on x² − y² as on x² + y², all on that "
    "line: nothing that they see tells the saddle from the minimum.",
    items={
        "N-23": "part gradients-alone-may-not-tell",
        "E-15": "instance",
        "E-30": "part algorithms-risk-getting-stuck",
        "E-37": "instance",
    },
    where={
        (x, y): "the iterate on x² − y²",
        (mx, my): "its last move",
        (p, q): "the iterate on x² + y²",
        (mp, mq): "its last move",
        beta: ("the momentum coefficient of the step", r"\beta_t"),
        eta: ("its length", r"\eta_t"),
        theta: ("how far ahead along the last move its gradient is taken", r"\theta_t"),
        first: "x at the start of both",
    },
    given={},
    then=Invariant(
        (eq(x, p), eq(y), eq(q), eq(mx, mp), eq(my), eq(mq)),
        start={x: first, y: 0, p: first, q: 0, mx: 0, my: 0, mp: 0, mq: 0},
        update={
            x: x + next_mx,
            y: y + next_my,
            p: p + next_mp,
            q: q + next_mq,
            mx: next_mx,
            my: next_my,
            mp: next_mp,
            mq: next_mq,
        },
    ),
    scope="methods without noise that take their gradients where they go; one that probes the "
    "gradient off the line can tell the two apart",
)
witness = {first: 1, beta: 1, eta: 1, theta: 1}


def proof():
    a, b = 1 - 2 * eta, beta - 2 * eta * theta  # on x; on y with the other sign of η
    c, d = 1 + 2 * eta, beta + 2 * eta * theta
    moved = (
        {"invariant.0": a, "invariant.3": b},
        {"invariant.1": c, "invariant.4": d},
        {"invariant.2": a, "invariant.5": b},
        {"invariant.0": a - 1, "invariant.3": b},
        {"invariant.1": c - 1, "invariant.4": d},
        {"invariant.2": a - 1, "invariant.5": b},
    )
    steps = tuple(combine(claim.at_next_state(i), using=using) for i, using in enumerate(moved))
    return induct(claim, (None,) * 6, steps)
