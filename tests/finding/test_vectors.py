"""Claims about inner products whose proofs multiply them: Cauchy and Schwarz's inequality."""

import pytest

from provenscape.claims.verification import verify
from provenscape.cli import main
from provenscape.kernel import Claim, Gram, ge
from provenscape.search import gram
from provenscape.search.plans import Combination
from provenscape.search.semidefinite import NotFound

CLAIM = '''"""Vectors."""

from provenscape.kernel import Claim, Gram, eq, ge, le

space = Gram("a b d")
a, b, d = space
inner, square = space.inner, space.square

claim = Claim(
    id="vectors",
    says="Vectors.",
    items={{}},
    where=space.where,
    given={{**space.given, {given}}},
    then={then},
)
'''


def found(folder, then, given):
    path = folder / "vectors.py"
    path.write_text(CLAIM.format(then=then, given=given), encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["find", str(path), "--seconds", "20"])
    return verify(path)["verdict"] if ended.value.code in (0, 3) else ended.value.code


BUZANO = (
    "le((2 * inner(a, d) * inner(d, b) - inner(a, b) * square(d)) ** 2, "
    "square(a) * square(b) * square(d) ** 2)"
)
DETERMINANT = (
    "ge(square(a) * square(b) * square(d) + {} * inner(a, b) * inner(b, d) * inner(d, a), "
    "square(a) * inner(b, d) ** 2 + square(b) * inner(a, d) ** 2 + square(d) * inner(a, b) ** 2)"
)


@pytest.mark.parametrize(
    ("then", "given"),
    [
        ("le(inner(a, b) ** 2, square(a) * square(b))", ""),
        ("le(inner(a, b) ** 2, 6)", '"a": le(square(a), 2), "b": le(square(b), 3)'),
        ("ge(square(b), 1)", '"a": le(square(a), 1), "b": eq(inner(a, b), 1)'),
        ("le(inner(a, b)**2 + inner(a, d)**2, square(a) * (square(b) + square(d)))", ""),
        ("ge(square(a - b) * square(a + b), (square(a) - square(b)) ** 2)", ""),
        ("le(inner(a, b) * inner(b, d) * inner(d, a), square(a) * square(b) * square(d))", ""),
        (BUZANO, ""),
        (DETERMINANT.format(2), ""),
    ],
)
def test_a_product_of_inner_products_is_bounded(then, given, tmp_path):
    assert found(tmp_path, then, given) == "proved"


@pytest.mark.parametrize(
    ("then", "given"),
    [
        ("le(2 * inner(a, b) ** 2, square(a) * square(b))", ""),
        ("le(2 * inner(a, b) * inner(b, d) * inner(d, a), square(a) * square(b) * square(d))", ""),
        ("le(inner(a, b) ** 2, 5)", '"a": le(square(a), 2), "b": le(square(b), 3)'),
        (BUZANO.replace("2 * inner(a, d)", "3 * inner(a, d)"), ""),
        (DETERMINANT.format(1), ""),
        (
            "le(inner(a, b + d) ** 2, square(a) * (square(b) + square(d) / 2))",
            '"o": eq(inner(b, d), 0)',
        ),
    ],
)
def test_a_bound_that_is_too_small_is_refuted(then, given, tmp_path):
    assert found(tmp_path, then, given) == "refuted"


NORMS = '''"""Norms."""

from provenscape.kernel import Claim, Gram, absolute, le, real, square_root

A, B, C = real("A B C")
space = Gram("a b")
a, b = space
inner, square = space.inner, space.square

claim = Claim(
    id="norms",
    says="Norms.",
    items={{}},
    where={{**space.where, A: "of a", B: "of b", C: "of a third"}},
    given={{
        **space.given,
        **square_root(A, square(a)),
        **square_root(B, square(b)),
        **{third},
    }},
    then={then},
)
'''


@pytest.mark.parametrize(
    ("third", "then", "status"),
    [
        ("square_root(C, square(a + b))", "le(C, A + B)", 0),
        ("square_root(C, square(a - b))", "le(A - B, C)", 0),
        ("absolute(C, inner(a, b))", "le(C, A * B)", 0),
        ("square_root(C, square(a + b))", "le(C, A + B / 2)", 3),
        ("absolute(C, inner(a, b))", "le(2 * C, A * B)", 3),
    ],
)
def test_norms_are_compared_by_their_squares(third, then, status, tmp_path):
    path = tmp_path / "norms.py"
    path.write_text(NORMS.format(third=third, then=then), encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["find", str(path), "--seconds", "20"])
    assert ended.value.code == status
    verify(path)


MATRIX = '''"""A matrix with numbers among its entries."""

from sympy import Matrix

from provenscape.kernel import Claim, Semidefinite, le, real

a, b, p = real("a b p")

claim = Claim(
    id="matrix",
    says="A matrix with numbers among its entries.",
    items={{}},
    where={{a: "an entry", b: "an entry", p: "an entry"}},
    given={{"gram": Semidefinite(Matrix({matrix})), "b": le(b, 2)}},
    then={then},
)
'''


@pytest.mark.parametrize(
    ("matrix", "then", "status"),
    [
        ("[[a, p], [p, 1]]", "le(p**2, a)", 0),
        ("[[1, p], [p, a]]", "le(p**2, a)", 0),
        ("[[a, p, b], [p, 1, b], [b, b, b]]", "le(p**2 * b, 2 * a)", 0),
        ("[[a, p, b], [p, 0, b], [b, b, 1]]", "le(b**2, a)", 0),
        ("[[a, p], [p, 1]]", "le(2 * p**2, a)", 3),
    ],
)
def test_numbers_and_like_entries_of_a_matrix_break_nothing_off(matrix, then, status, tmp_path):
    path = tmp_path / "matrix.py"
    path.write_text(MATRIX.format(matrix=matrix, then=then), encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["find", str(path), "--seconds", "20"])
    assert ended.value.code == status
    verify(path)


def test_a_square_of_numbers_on_a_line_is_one_of_vectors_elsewhere():
    space = Gram("u v")
    u, v = space
    then = ge(space.square(u) - 2 * space.inner(u, v) + space.square(v))
    _, numbers = gram.on_a_line(Claim("line", "On a line.", {}, space.given, then))
    first, second = numbers["inner products"]
    found = gram.lifted(Combination({}, [(1, first - second)]), numbers)
    assert found.using == {"inner products": [(1, (1, -1))]} and not found.squares
    with pytest.raises(NotFound, match="says nothing of others"):
        gram.lifted(Combination({}, [(1, first**2)]), numbers)
