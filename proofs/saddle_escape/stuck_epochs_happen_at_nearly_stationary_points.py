"""In an epoch of steps of length 1/L that lowers f by less than Φ, ‖∇f‖ < √(2LΦ) at each step.

Descent lemma: each step lowers f by at least ‖∇f‖²/(2L), and no other step of the epoch raises f.
The perturbation comes before the epoch so understood.
"""

from provenscape.kernel import Claim, combine, gt, le, lt, real

L, Phi, f, f_next, grad2, first, last = real("L Phi f f_next grad2 f_first f_last")

claim = Claim(
    id="stuck-epochs-happen-at-nearly-stationary-points",
    says="While gradient steps of length 1/L lower f by less than Φ in all, ‖∇f‖² < 2LΦ at each "
    "step.",
    items={"O-39": "part nearly-stationary"},
    where={
        L: "a Lipschitz constant of the gradient",
        Phi: "a bound of what the steps gain in all",
        first: "the value at the start of the epoch",
        last: "the value at its end",
        f: ("the value before the step", "f(x)"),
        f_next: ("the value after it", r"f(x-\nabla f(x)/L)"),
        grad2: ("the squared gradient norm before it", r"\|\nabla f(x)\|^2"),
    },
    given={
        "smooth": gt(L),
        "descent": le(f_next, f - grad2 / (2 * L)),
        "steps_before": le(f, first),
        "steps_after": le(last, f_next),
        "stuck": lt(first - last, Phi),
    },
    then=lt(grad2, 2 * L * Phi),
    facts={
        "descent": "quadratic-upper-bound",
        "steps_before": "quadratic-upper-bound",
        "steps_after": "quadratic-upper-bound",
    },
    scope="every dimension, the steps after the perturbation",
)
witness = {L: 1, Phi: 1, f: 0, f_next: 0, grad2: 0, first: 0, last: 0}
countermodels = {
    "descent": witness | {grad2: 4},
    "steps_before": witness | {f: 4, grad2: 4},
    "steps_after": witness | {f_next: -4, grad2: 4},
    "stuck": witness | {first: 4, f: 4, grad2: 4},
}


def proof():
    return combine(
        claim,
        using={
            "descent": 2 * L,
            "steps_before": 2 * L,
            "steps_after": 2 * L,
            "stuck": 2 * L,
        },
    )
