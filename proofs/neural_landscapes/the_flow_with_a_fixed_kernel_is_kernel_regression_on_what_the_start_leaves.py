"""f_t(x) = f₀(x) + k(x, X)K⁻¹(I − e^(−Kt))(y − f₀(X)), one eigenvector of K at a time.

With a fixed kernel the gradient flow of ½|f(X) − y|² is a linear equation for the outputs: f(X)' =
−K(f(X) − y) and f(x)' = −k(x, X)(f(X) − y). Along an eigenvector of K with eigenvalue λ the
residual decays as e^(−λt), and the output at any further input tends to f₀(x) plus the prediction
of kernel regression (without a ridge) on the labels less the outputs at the start. The slowest term
has the rate λ_min. (For the mean square, L of the notes, time runs 2/n as fast.) A step of length η
of descent multiplies the same components by 1 − ηλ.
"""

from sympy import exp, log

from provenscape.kernel import (
    Claim,
    chain,
    combine,
    conjoin,
    eq,
    function,
    ge,
    gt,
    le,
    real,
    series,
)

t, c, k, rate, low = real("t c k lambda low")
s, a, b, w = real("s a b w")
r = function("r", (t,), c * exp(-rate * t))
g = function("g", (t,), -k * c / rate * (1 - exp(-rate * t)))
limit = -k * c / rate

claim = Claim(
    id="the-flow-with-a-fixed-kernel-is-kernel-regression-on-what-the-start-leaves",
    says="With a fixed positive definite kernel gradient flow on the squared loss is a linear "
    "equation: along an eigenvector of K the residual is ce^(−λt), and the change of the output "
    "at any input tends, at the rate λ_min or faster, to kernel regression on the labels less the "
    "outputs at the start.",
    items={
        "N-54": "part dynamics",
        "O-58": "part kernel-machine",
        "O-61": "part flow",
        "O-60": "instance",
    },
    where={
        t: "the time of the flow",
        c: (
            "the component of the first residual, output less label, along an eigenvector of K",
            "c",
        ),
        k: ("the component of k(x, X) along it, x a further input", "k"),
        rate: ("its eigenvalue", r"\lambda"),
        low: ("the least eigenvalue of K", r"\lambda_{\min}"),
    },
    given={"positive_definite": gt(rate), "least": ge(rate, low), "later": ge(t)},
    then=(
        eq(r.partial(t), -rate * r(t)),
        eq(r(0), c),
        eq(g.partial(t), -k * r(t)),
        eq(g(0), 0),
        eq(g(t) - limit, -limit * exp(-rate * t)),
        le(exp(-rate * t), exp(-low * t)),
    ),
    bridges=(
        "picard-lindelof",
        "spectral-theorem",
        "tangent-kernel-is-constant-at-infinite-width",
    ),
    repairs="training-at-infinite-width-is-kernel-regression",
    about="what gradient flow with a fixed kernel predicts",
    scope="every number of examples, one eigenvector at a time; r is the residual along it and g "
    "the change of the output at x that comes from it",
)
witness = {t: 1, c: 1, k: 1, rate: 2, low: 1}
countermodels = {
    "positive_definite": {t: 1, c: 1, k: 1, rate: 0, low: 0},
    "least": {t: 1, c: 1, k: 1, rate: 1, low: 2},
    "later": {t: -1, c: 1, k: 1, rate: 2, low: 1},
}


def proof():
    tangent = series(claim.lemma("tangent", {}, ge(exp(s), 1 + s)), exp, s, 1)
    scaled = chain(
        claim.lemma("scaled", {"positive": gt(w)}, ge(exp(a), w * (1 + a - log(w)))),
        {"tangent": (tangent, {s: a - log(w)})},
        using={"tangent": w},
    )
    slower = chain(
        claim.part(5),
        {"above": (scaled, {a: -low * t, w: exp(-rate * t)})},
        using={"above": 1, "least": t * exp(-rate * t)},
    )
    equations = [combine(claim.part(i), using={}) for i in range(5)]
    return conjoin(claim, [*equations, slower])
