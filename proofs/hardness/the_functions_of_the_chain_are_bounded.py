"""Bounds on the two functions of the hard instance and their derivatives, as its proof uses them.

Ψ(t) = e^(1 − 1/(2t − 1)²) for t > ½, here with u = 1/(2t − 1) > 0, so that Ψ = e^(1 − u²),
Ψ' = 4u³e^(1 − u²), Ψ'' = 8u⁴(2u² − 3)e^(1 − u²), Ψ''' = 32u⁵(2u⁴ − 9u² + 6)e^(1 − u²), and
Φ'(t) = e^((1 − t²)/2). On 0 ≤ u ≤ 6 by balls; beyond, u¹⁰e^(1 − u²) ≤ 1. Suprema, rounded:
2.718, 4.457, −8.759 and 32.387, −288.4 and 457.7; Φ ≤ √(2πe) (Gaussian integral), Φ' ≤ √e,
|Φ''| ≤ 1, |Φ'''| ≤ √e. So each link falls by less than e√(2πe) < 12, and the Hessian of the chain,
tridiagonal, has norm at most sup Ψ + sup|Ψ''| sup Φ + 2 sup Ψ' sup Φ' < 152; its Lipschitz constant
is at most sup Ψ sup|Φ'''| + sup|Ψ'''| sup Φ + 3 sup|Ψ''| sup Φ' + 3 sup Ψ' sup|Φ''| < 2080:
claim the-chain-has-lipschitz-derivatives.
"""

from sympy import Add, Poly, Rational, exp, factorial, pi

from provenscape.kernel import (
    Claim,
    cases,
    chain,
    combine,
    conjoin,
    enclose,
    eq,
    function,
    ge,
    gt,
    le,
    lt,
    real,
    series,
)

t, u, x, a = real("t u x a")
psi = function("psi", (t,), exp(1 - 1 / (2 * t - 1) ** 2))
slope = function("phi", (t,), exp((1 - t**2) / 2))
place = (Rational(1, 2) + 1 / (2 * u),)
E1 = exp(1 - u**2)
most, steep = Rational(68, 25), Rational(223, 50)
bent, low = Rational(162, 5), -Rational(9)
high3, low3 = 460, -Rational(290)
root, half = Rational(33, 20), Rational(1, 2)
phi_most = Rational(4133, 1000)

claim = Claim(
    id="the-functions-of-the-chain-are-bounded",
    says="Ψ ≤ 2.72, Ψ' ≤ 4.46, −9 ≤ Ψ'' ≤ 32.4, −290 ≤ Ψ''' ≤ 460 beyond ½; Φ' ≤ 1.65, |Φ''| ≤ 1, "
    "|Φ'''| ≤ 1.65; √(2πe) < 4.133 bounds Φ; so that a link falls by "
    "less than 12.",
    items={"O-83": "instance"},
    where={
        u: ("one over twice the distance of the argument of Ψ from one half", "1/(2t-1)"),
        x: "the argument of Φ",
    },
    given={"beyond_one_half": gt(u)},
    then=(
        le(psi(*place), most),
        le(psi.partial(t, at=place), steep),
        le(psi.partial(t, t, at=place), bent),
        ge(psi.partial(t, t, at=place), low),
        le(psi.partial(t, t, t, at=place), high3),
        ge(psi.partial(t, t, t, at=place), low3),
        le(slope(x), root),
        le(slope.partial(t, at=(x,)), 1),
        ge(slope.partial(t, at=(x,)), -1),
        le(slope.partial(t, t, at=(x,)), root),
        ge(slope.partial(t, t, at=(x,)), -root),
        lt(2 * pi * exp(1), phi_most**2),
    ),
    scope="psi is Ψ beyond ½, phi is Φ'; suprema rounded outwards",
)
witness = {u: 1, x: 0}


def beyond(polynomial, variable, start, weight=1):
    """The polynomial in powers of z = variable − start, as weights and squares.

    All coefficients but that of z are positive; with that of z, if it is not, z² makes a square.
    """
    moved = Poly(polynomial, variable).compose(Poly(variable + start, variable)).all_coeffs()
    first, linear, square, *rest = reversed(moved)
    z = variable - start
    shift = min(linear, 0) / (2 * square)
    return [
        (weight * (first - shift**2 * square), 1),
        (weight * max(linear, 0) * z, 1),
        (weight * square, z + shift),
        *((weight * c * z ** (k % 2), z ** (k // 2)) for k, c in enumerate(rest, 3) if c),
    ]


def tangent(degree):
    """eᵃ is at least its Taylor polynomial of odd degree, and that polynomial."""
    polynomial = Add(*(a**k / factorial(k) for k in range(degree + 1)))
    return series(claim.lemma("Taylor", {}, ge(exp(a), polynomial)), exp, a, degree), polynomial


def decay():
    """(a + 1)⁵e^(−a) ≤ 1 for a ≥ 35."""
    taylor, polynomial = tangent(9)
    return chain(
        claim.lemma("decay", {"far": ge(a, 35)}, le((a + 1) ** 5 * exp(-a), 1)),
        {"taylor": taylor},
        {"taylor": 1},
        beyond(polynomial - (a + 1) ** 5, a, 35),
        scale=exp(a),
    )


def on_psi(index, factor, sign=1):
    """The bound on factor·e^(1 − u²), below for sign −1: by balls up to 6, by the decay beyond."""
    part = claim.part(index)
    size = sign * part.then.right
    near = {**claim.given, "near": le(u, 6)}
    far = {**claim.given, "far": ge(u, 6)}
    square = combine(claim.lemma("square", far, ge(u**2, 36)), {"far": u + 6})
    return cases(
        part,
        [
            enclose(claim.lemma("near", near, part.then), {u: (0, 6)}),
            chain(
                claim.lemma("far", far, part.then),
                {"square": square, "decay": (decay(), {a: u**2 - 1})},
                {"decay": size},
                beyond(size * u**10 - sign * factor, u, 6, E1),
            ),
        ],
        [le(u, 6), ge(u, 6)],
    )


def on_phi(index, factor, sign=1):
    """The bound on factor·e^(−a), below for sign −1, where a = (x² − 1)/2 ≥ −½."""
    part = claim.part(index)
    size = sign * part.then.right
    taylor, polynomial = tangent(9)
    bound = chain(
        claim.lemma("bound", {"low": ge(a, -half)}, le(sign * factor * exp(-a), size)),
        {"taylor": taylor},
        {"taylor": size},
        beyond(size * polynomial - sign * factor, a, -half),
        scale=exp(a),
    )
    return chain(part, {"bound": (bound, {a: (x**2 - 1) / 2})}, {"bound": 1})


def on_the_second_derivative(index, sign):
    """−x·e^(−a) between −1 and 1, as eᵃ ≥ 1 + a = (1 + x²)/2."""
    taylor, _ = tangent(1)
    bound = chain(
        claim.lemma("bound", {"place": eq(2 * a, x**2 - 1)}, le(-sign * x * exp(-a), 1)),
        {"taylor": taylor},
        {"taylor": 1, "place": half},
        [(half, x + sign)],
        scale=exp(a),
    )
    return chain(claim.part(index), {"bound": (bound, {a: (x**2 - 1) / 2})}, {"bound": 1})


def proof():
    second, third = 8 * u**4 * (2 * u**2 - 3), 32 * u**5 * (2 * u**4 - 9 * u**2 + 6)
    return conjoin(
        claim,
        [
            on_psi(0, 1),
            on_psi(1, 4 * u**3),
            on_psi(2, second),
            on_psi(3, second, -1),
            on_psi(4, third),
            on_psi(5, third, -1),
            on_phi(6, 1),
            on_the_second_derivative(7, 1),
            on_the_second_derivative(8, -1),
            on_phi(9, 2 * a),
            on_phi(10, 2 * a, -1),
            enclose(claim.part(11), {}),
        ],
    )
