"""Gains of ε²/(2L) a gradient step and of Φ an epoch of K steps allow (2L/ε² + K/Φ)(f₀ − f*) steps.

While ‖∇f‖ ≥ ε a step of length 1/L gains ε²/(2L); near a point with λ_min < −γ an epoch of K steps
after a perturbation gains Φ, with high probability. If f ≥ f*, all this lasts that many steps at
most, and a point that is neither is left. Under the definition with constants (post) it is near a
minimum.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, le, real

f, f_between, f_next, first, floor, T = real("f f_between f_next f_0 f_star T")
L, eps, K, Phi = real("L epsilon K Phi")
a, b = real("a b")
rate = 2 * L * Phi + K * eps**2

claim = Claim(
    id="perturbed-descent-takes-few-steps-above-a-lower-bound",
    says="If each step at a gradient of norm ε or more lowers f by ε²/(2L) and each epoch of K "
    "steps at a clearly negative eigenvalue by Φ, perturbed descent on a function with lower bound "
    "f* has made (2L/ε² + K/Φ)(f(x₀) − f*) of such steps at most.",
    items={"O-05": "part number-of-steps", "O-11": "instance"},
    where={
        f: ("the value at the present iterate", "f(x_t)"),
        f_between: ("the value after further steps at a large gradient", "f(x_s)"),
        f_next: ("the value after further epochs", r"f(x_{t'})"),
        first: ("the value at the start", "f(x_0)"),
        floor: ("a lower bound of f", "f^*"),
        T: "the number of steps so far",
        L: "a Lipschitz constant of the gradient",
        eps: "the threshold ε of the gradient norm",
        K: "the number of steps of an epoch",
        Phi: "what an epoch gains",
        a: "the number of the further steps at a large gradient",
        b: "the number of the further epochs",
    },
    given={
        "smooth": gt(L),
        "gain_of_an_epoch": gt(Phi),
        "length_of_an_epoch": ge(K),
        "steps": ge(a),
        "epochs": ge(b),
        "progress_of_steps": le(f_between, f - a * eps**2 / (2 * L)),
        "progress_of_epochs": le(f_next, f_between - b * Phi),
        "bounded_below": ge(f_next, floor),
    },
    then=Invariant(
        (
            le(T * eps**2 * Phi, rate * (first - f)),
            le(T * eps**2 * Phi, rate * (first - floor)),
        ),
        start={f: first, T: 0},
        update={f: f_next, T: T + a + b * K},
    ),
    facts={
        "progress_of_steps": "quadratic-upper-bound",
        "progress_of_epochs": "perturbed-descent-gains-an-epoch",
    },
    repairs="perturbed-descent-finds-a-minimum-of-every-strict-saddle-function",
    scope="every dimension; the runs on which each epoch gains",
)
witness = [
    {f_between: 3, f_next: 2, first: 3, floor: 0, L: 1, eps: 1, K: 1, Phi: 1, a: 0, b: 1},
    {f_between: 1, f_next: 1, a: 2, b: 0},
    {f_between: 1, f_next: 0, a: 0, b: 1},
]
least = witness[0] | {first: 1, f_between: 1, f_next: 0}


def then_rest(point):
    """The state of the point, after which nothing more is done."""
    value = point[f_next]
    return [point, {a: 0, b: 0, f_between: value, f_next: value}]


countermodels = {
    "gain_of_an_epoch": then_rest(least | {Phi: -1, f_next: -1, floor: -1}),
    "length_of_an_epoch": then_rest(least | {K: -4, a: 1, b: 0, f_between: Rational(1, 2)}),
    "steps": then_rest(least | {a: -4, b: 0, f_between: 3, f_next: 3}),
    "epochs": then_rest(least | {K: 0, b: -1, f_next: 2}),
    "progress_of_steps": then_rest(least | {f_between: 2, f_next: 1}),
    "progress_of_epochs": then_rest(least | {f_next: 1}),
    "bounded_below": then_rest(least | {floor: Rational(3, 4)}),
}


def proof():
    spent = {
        "invariant.0": 1,
        "progress_of_steps": rate,
        "progress_of_epochs": rate,
        "steps": K * eps**4 / (2 * L),
        "epochs": 2 * L * Phi**2,
    }
    base = combine(
        claim.at_start(1),
        using={
            "progress_of_steps": rate,
            "progress_of_epochs": rate,
            "bounded_below": rate,
            "steps": rate * eps**2 / (2 * L),
            "epochs": rate * Phi,
        },
    )
    steps = (
        combine(claim.at_next_state(0), using=spent),
        combine(claim.at_next_state(1), using={**spent, "bounded_below": rate}),
    )
    return induct(claim, (None, base), steps)
