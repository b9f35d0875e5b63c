"""Where a coordinate of the hard instance is not found yet, the gradient is longer than one.

f(x) = −Ψ(1)Φ(x_1) + Σ_{i ≥ 2} (Ψ(−x_{i−1})Φ(−x_i) − Ψ(x_{i−1})Φ(x_i)) with Ψ(t) = e^(1 − 1/(2t −
1)²) for t > ½ and 0 otherwise, Φ(t) = √e ∫ e^(−s²/2) ds up to t (Carmon et al. 2020, Section 3).
Let j be the first coordinate with |x_j| < 1, a = |x_{j−1}| ≥ 1, or a = 1 for j = 1. As Φ' is even
and one of Ψ(t), Ψ(−t) is 0, −∂f/∂x_j = Ψ(a)Φ'(x_j) + Ψ'(−x_j)Φ(−x_{j+1}) + Ψ'(x_j)Φ(x_{j+1}). The
last two are not negative, Ψ(a) ≥ 1 and Φ'(x_j) > 1.
"""

from sympy import Rational, exp

from provenscape.kernel import Claim, chain, function, ge, gt, lt, real, series

a, t, x, rest = real("a t x rest")
psi = function("psi", (t,), exp(1 - 1 / (2 * t - 1) ** 2))
slope = function("phi", (t,), exp((1 - t**2) / 2))

claim = Claim(
    id="a-chain-keeps-a-slope-until-its-last-coordinate",
    says="At a point of the hard instance of Carmon et al., at the first coordinate x_j between "
    "−1 and 1, with a = |x_{j−1}| ≥ 1, or 1 at first: |∂f/∂x_j| = Ψ(a)Φ'(x_j) + r > 1 with "
    "r ≥ 0.",
    items={"O-83": "instance"},
    where={
        a: ("the size of the coordinate before, one for the first", "|x_{j-1}|"),
        x: ("the first coordinate of size below one", "x_j"),
        rest: (
            "the two other terms of the derivative, products of non-negative factors",
            r"\Psi'(-x_j)\Phi(-x_{j+1})+\Psi'(x_j)\Phi(x_{j+1})",
        ),
    },
    given={"found_before": ge(a, 1), "not_found": lt(x**2, 1), "other_terms": ge(rest)},
    then=gt(psi(a) * slope(x) + rest, 1),
    scope="every length of the chain; psi is Ψ beyond ½, phi is Φ'",
)
witness = {a: 2, x: 0, rest: 0}
countermodels = {
    "found_before": {a: Rational(7, 10), x: 0, rest: 0},
    "not_found": {a: 1, x: 2, rest: 0},
}


def proof():
    exponent = 1 - 1 / (2 * a - 1) ** 2
    given = claim.given
    high = series(
        claim.lemma("above its tangent", given, ge(psi(a), 1 + exponent)), exp, exponent, 1
    )
    steep = series(
        claim.lemma("above its tangent", given, ge(slope(x), 1 + (1 - x**2) / 2)),
        exp,
        (1 - x**2) / 2,
        1,
    )
    return chain(
        claim,
        {"high": high, "steep": steep},
        {
            "high": slope(x),
            "steep": 1,
            "found_before": slope(x) * 4 * a / (2 * a - 1) ** 2,
            "not_found": Rational(1, 2),
            "other_terms": 1,
        },
    )
