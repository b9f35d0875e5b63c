"""Certificates found by semidefinite programming, and none for what has none."""

import pytest
import sympy as sp

from provenscape.kernel import Claim, Rejected, combine, eq, ge, gt, le, real
from provenscape.search import semidefinite
from provenscape.search.certificates import Size, certificate, identity
from provenscape.search.linear import least
from provenscape.search.problem import Problem
from provenscape.search.semidefinite import NotFound

x, y, a, b, c, d = real("x y a b c d")
MOTZKIN = x**4 * y**2 + x**2 * y**4 - 3 * x**2 * y**2 + 1
UNIT = {"low": ge(x), "high": le(x, 1)}


def claim(then, given=()):
    return Claim("found", "A certificate is found.", {}, dict(given), then)


TRUE = {
    "double well, attained at ±1": (claim(ge(x**4 - 2 * x**2 + 1)), {}),
    "attained at irrational points": (claim(ge((x**2 - 2) ** 2 * (x**2 + 1))), {}),
    "Motzkin with a multiplier": (claim(ge(MOTZKIN)), {"scale": x**2 + y**2 + 1}),
    "means of four": (claim(ge(a**4 + b**4 + c**4 + d**4 - 4 * a * b * c * d)), {}),
    "means of three": (
        claim(ge(a**3 + b**3 + c**3 - 3 * a * b * c), {s.name: ge(s) for s in (a, b, c)}),
        {},
    ),
    "product of two hypotheses": (claim(ge(x - x**2), UNIT), {"products": 2}),
    "cubic on an interval": (claim(ge(x - x**3), UNIT), {}),
    "strict by a constant": (claim(gt(x**4 - 2 * x**2 + 2)), {}),
    "strict by a hypothesis": (claim(gt(x**2, 1), {"beyond": gt(x, 1)}), {}),
    "strict by a power": (claim(gt(x**3), {"positive": gt(x)}), {}),
    "strict by a product": (
        claim(gt(a**2 * c), {"a": gt(a), "small": gt(b, a), "taylor": ge(c, b)}),
        {},
    ),
    "on the circle": (claim(le(x + y, 2), {"circle": eq(x**2 + y**2, 1)}), {}),
    "equation from equations": (claim(eq(x * y, 1), {"x": eq(x, 1), "y": eq(y, x)}), {}),
    "denominators cleared": (claim(le(a / b, c), {"b": gt(b), "a": le(a, c * b)}), {}),
}
REDUCED = {  # bounds attained where there is freedom left, so that rounding alone fails
    "attained at one point": claim(
        ge((7 * x - 1) ** 2 * (x**2 + y**2 + 1) + (5 * y + 2) ** 2 * (x**2 + y**2 + x * y + 1))
    ),
    "attained at two points": claim(
        ge(
            (x**2 + y**2 - 2) ** 2
            + (x * y - 1) ** 2 * (x**2 + 1)
            + (x - y) ** 2 * (3 + y**2 + x * y + x**2)
        )
    ),
    "attained at two irrational points": claim(
        ge((x**2 - 3) ** 2 * (y**2 + x * y + x**2 + 2) + (3 * y - 1) ** 2 * (x**2 + y**2 + 1))
    ),
    "attained inside a triangle": claim(
        le(27 * x * y * (1 - x - y), 1), {"x": ge(x), "y": ge(y), "sum": le(x + y, 1)}
    ),
}
TRUE |= {name: (statement, {}) for name, statement in REDUCED.items()}
NONE = {
    "Motzkin is no sum of squares": (claim(ge(MOTZKIN)), {}),
    "false by a hundredth": (claim(ge(x**4 - 2 * x**2 + sp.Rational(99, 100))), {}),
    "false near the ends": (claim(ge(x - x**2, sp.Rational(1, 1000)), UNIT), {"products": 2}),
    "attained, so not strict": (claim(gt(x**4 - 2 * x**2 + 1)), {}),
    "no equation to use": (claim(eq(x, 1)), {}),
    "a scale that may vanish": (claim(ge(MOTZKIN)), {"scale": x**2 + y**2}),
    "a hypothesis with the wrong sign": (claim(ge(x), {"negative": le(x)}), {}),
    "too large": (claim(ge(a + b + c + d + x)), {"degree": 12}),
    "not polynomial": (claim(ge(sp.exp(x), 1 + x)), {}),
}


@pytest.mark.parametrize("size", [sp.Rational(1, 10**9), 1, 10**12], ids=str)
def test_multipliers_of_a_linear_program_are_found_whatever_their_size(size):
    columns = [{"x": 1}, {"x": -1, "y": 1}, {"y": 2}]
    found = least(columns, {"x": size, "y": 3 * size}, costs=[1, 1, 1], free=[False] * 3)
    assert found == {0: size, 2: sp.Rational(3, 2) * size}


@pytest.mark.parametrize("name", TRUE)
def test_a_certificate_is_found_and_the_kernel_accepts_it(name):
    statement, options = TRUE[name]
    assert combine(statement, **certificate(statement, **options)).verdict == "proved"


@pytest.mark.parametrize("name", REDUCED)
def test_a_bound_that_is_attained_needs_facial_reduction(name, monkeypatch):
    monkeypatch.setattr(semidefinite, "THRESHOLDS", ())
    with pytest.raises(NotFound):
        certificate(REDUCED[name])


@pytest.mark.parametrize("name", NONE)
def test_no_certificate_is_found(name):
    statement, options = NONE[name]
    with pytest.raises(NotFound):
        certificate(statement, **options)


@pytest.mark.parametrize("name", TRUE)
def test_one_per_cent_on_any_part_of_a_certificate_is_rejected(name):
    statement, options = TRUE[name]
    found = certificate(statement, **options)
    changed = sp.Rational(101, 100)
    perturbed = [{**found, "scale": found["scale"] * changed}]
    for key in found["using"]:
        perturbed.append({**found, "using": {**found["using"], key: changed * found["using"][key]}})
    for i, (weight, root) in enumerate(found["squares"]):
        squares = [*found["squares"][:i], (weight * changed, root), *found["squares"][i + 1 :]]
        perturbed.append({**found, "squares": squares})
    for arguments in perturbed:
        with pytest.raises(Rejected):
            combine(statement, **arguments)


def test_the_search_gives_the_same_certificate_twice():
    statement, options = TRUE["means of four"]
    assert certificate(statement, **options) == certificate(statement, **options)


def test_a_product_has_a_number_before_it_up_to_the_degree_of_the_statement():
    given = {"x": ge(x), "y": ge(y)}
    problem = Problem(claim(ge(x * y + x + y), given))
    assert identity(problem, size=Size(products=0, singles=2))
    with pytest.raises(NotFound):
        identity(problem, size=Size(products=0, singles=1))


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (Size(), "sums of squares"),
        (Size(products=2), "sums of squares, products of 2 hypotheses"),
        (Size(1, 0, 3), "squares and numbers, degree + 1, numbers times products of 3"),
    ],
)
def test_what_is_sought_is_said(size, said):
    assert str(size) == said
