"""Perturbed descent meets a second-order point in 200ι⁴ℓΔ/ε² steps, but for probability δ.

The method of Jin et al. (2021): steps of length 1/ℓ; where ‖∇f‖ ≤ ε a perturbation, and then an
epoch of ℓι/√(ρε) + 1 steps. As long as no ε-second-order point is met, a step at a larger gradient
gains ε²/(2ℓ), and an epoch gains √(ε³/ρ)/(100ι³) but for the probability p of its lemma; f can fall
by Δ in all. The bound is 100ι³(ιℓ + √(ρε))Δ/ε², and √(ρε) ≤ ℓ. With ι = max{100, 2 log₂ u}, u =
ℓ√dΔ/(ε²δ), it has the fourth power of a logarithm (the-logarithm-makes-failure-improbable). Up to
ℓι/√(ρε) + 1 steps come on top at the start, and as many for an epoch that is not over: from a
minimum, where Δ = 0, the method makes these too. One epoch more than counted cannot begin, since it
would gain with a positive probability, and cannot.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, le, real

f, f_between, f_next, first, floor = real("f f_between f_next f_0 f_star")
T, N, a, b = real("T N a b")
ell, eps, s, iota, root_d, power, p, delta = real("ell epsilon s iota root_d P p delta")
length = ell * iota / s + 1
rate = 100 * iota**3 * (iota * ell + s)
gain = eps**2 / (100 * iota**3 * s)

claim = Claim(
    id="perturbed-descent-takes-few-steps-above-a-lower-bound",
    says="Until it meets an ε-second-order point, perturbed descent on a function with ℓ-Lipschitz "
    "gradient, ρ-Lipschitz Hessian and lower bound f* makes at most "
    "100ι³(ιℓ + √(ρε))Δ/ε² steps, Δ = f(x₀) − f*, in gradient steps and in finished epochs that "
    "gain; these epochs number at most 100ι³√(ρε)Δ/ε², and the probabilities of failure of so many "
    "epochs add up to at most δ if 25600ι⁵ℓ√dΔ ≤ 2^ι δε².",
    items={
        "N-39": "instance",
        "O-78": "whole",
        "O-38": "part count-of-epochs",
        "O-05": "part number-of-steps",
        "O-35": "instance",
        "O-11": "instance",
    },
    where={
        f: ("the value at the present iterate", "f(x_t)"),
        f_between: ("the value after further steps at a gradient longer than ε", "f(x_s)"),
        f_next: ("the value after further epochs", r"f(x_{t'})"),
        first: ("the value at the start", "f(x_0)"),
        floor: ("a lower bound of f", "f^*"),
        T: "the number of steps so far",
        N: "the number of epochs so far",
        a: "the number of the further steps at a gradient longer than ε",
        b: "the number of the further epochs",
        ell: "a Lipschitz constant of the gradient",
        eps: "the accuracy ε",
        s: (
            "the tolerance of negative curvature, with ρ a Lipschitz constant of the Hessian",
            r"\sqrt{\rho\varepsilon}",
        ),
        iota: "the parameter ι of the method, of the size of a logarithm",
        root_d: ("the root of the dimension", r"\sqrt{d}"),
        power: ("a power of two", r"2^\iota"),
        p: "the probability that an epoch does not gain that much",
        delta: "a bound of the failure probability",
    },
    given={
        "smooth": gt(ell),
        "accuracy": gt(eps),
        "curvature": gt(s),
        "parameter": ge(iota, 1),
        "dimension": ge(root_d),
        "power": gt(power),
        "steps": ge(a),
        "progress_of_steps": le(f_between, f - a * eps**2 / (2 * ell)),
        "progress_of_epochs": le(f_next, f_between - b * gain),
        "start_above": ge(first, floor),
        "bounded_below": ge(f_next, floor),
        "probability": ge(p),
        "failure_of_an_epoch": le(p * s * power, 256 * ell * root_d * iota**2),
        "long_epochs": le(25600 * iota**5 * ell * root_d * (first - floor), power * delta * eps**2),
    },
    then=Invariant(
        (
            le(T * eps**2, rate * (first - f)),
            le(N * eps**2, 100 * iota**3 * s * (first - f)),
            le(T * eps**2, rate * (first - floor)),
            le(N * eps**2, 100 * iota**3 * s * (first - floor)),
            le(N * p, delta),
        ),
        start={f: first, T: 0, N: 0},
        update={f: f_next, T: T + a + b * length, N: N + b},
        fixed=(power, root_d),
    ),
    facts={
        "progress_of_steps": "quadratic-upper-bound",
        "progress_of_epochs": "perturbed-descent-gains-an-epoch",
        "failure_of_an_epoch": "perturbed-descent-gains-an-epoch",
    },
    scope="every dimension; the method of 2021, in which an epoch is a perturbation, uniform in "
    "the ball of radius ε/(400ι³ℓ), and ℓι/√(ρε) + 1 steps, a whole number; √(ρε) ≤ ℓ",
)
begin = {
    f_between: 3, f_next: 2, first: 4, floor: 0, a: 2, b: 1, ell: 1, eps: 1, s: Rational(1, 100),
    iota: 1, root_d: 1, power: 102_400, p: Rational(1, 10), delta: 1,
}  # fmt: skip
witness = [begin, {f_between: 1, f_next: 1, a: 2, b: 0}, {f_between: 1, f_next: 0, a: 0, b: 1}]

none = {a: 0, b: 0, f_between: 4, f_next: 4}


def then_rest(change):
    """The start with the change, after which nothing more is done."""
    point = begin | none | change
    value = point[f_next]
    return [point, {a: 0, b: 0, f_between: value, f_next: value}]


countermodels = {
    "progress_of_steps": then_rest({a: 2}),
    "progress_of_epochs": then_rest({b: 1}),
    "bounded_below": then_rest({b: 1, f_next: 3, floor: 4}),
    "failure_of_an_epoch": then_rest(
        {p: 1, delta: Rational(1, 2), power: 204_800, b: 1, f_next: 3}
    ),
    "long_epochs": then_rest({delta: Rational(1, 100), b: 1, f_next: 3}),
}


def proof():
    gap = first - floor
    falls = ("progress_of_steps", "progress_of_epochs")
    # a(50ι⁴ − 1) = 49aι⁴ + a(ι⁴ − 1)
    taken = {
        **dict.fromkeys(falls, rate),
        "steps": 49 * iota**4 * eps**2 + 50 * iota**3 * s * eps**2 / ell,
        "parameter": a * eps**2 * (iota + 1) * (iota**2 + 1),
    }
    begun = {
        **dict.fromkeys(falls, 100 * iota**3 * s),
        "steps": 50 * iota**3 * s * eps**2 / ell,
    }
    few = {"invariant.0": 1, **taken, "bounded_below": rate}
    rare = {"invariant.1": 1, **begun, "bounded_below": 100 * iota**3 * s}
    improbable = {
        "long_epochs": 1,
        "failure_of_an_epoch": 100 * iota**3 * gap,
        **{name: p * power * weight for name, weight in rare.items()},
    }
    base = (
        None,
        None,
        combine(claim.at_start(2), using={"start_above": rate}),
        combine(claim.at_start(3), using={"start_above": 100 * iota**3 * s}),
        combine(
            claim.at_start(4),
            using={"long_epochs": 1, "start_above": 25600 * iota**5 * ell * root_d},
            scale=power * eps**2,
        ),
    )
    steps = (
        combine(claim.at_next_state(0), using={"invariant.0": 1, **taken}),
        combine(claim.at_next_state(1), using={"invariant.1": 1, **begun}),
        combine(claim.at_next_state(2), using=few),
        combine(claim.at_next_state(3), using=rare),
        combine(claim.at_next_state(4), using=improbable, scale=power * eps**2),
    )
    return induct(claim, base, steps)
