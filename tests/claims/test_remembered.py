"""A rule of a proof file makes the theorem of equal claims and arguments once, and of no others."""

from types import SimpleNamespace

import pytest
import sympy as sp

from provenscape import kernel
from provenscape.claims.remembered import content, remember
from provenscape.kernel import Claim, Inertia, Invariant, Rejected, ge, gt, real

x, y = real("x y")


def squares(number=1, **changes):
    parts = {"id": "a", "says": "a", "items": {}, "given": {"above": gt(x, number)}}
    return Claim(**{**parts, "then": gt(x**2, number**2), **changes})


@pytest.fixture
def rules():
    """A module that has names for rules, as a proof file has."""
    module = SimpleNamespace(combine=kernel.combine, again=kernel.combine, witness=kernel.witness)
    remember(module)
    return module


CERTIFICATE = {"using": {"above": 2}, "squares": [(1, x - 1)]}


def test_an_equal_claim_with_equal_arguments_is_the_same_theorem(rules):
    first = rules.combine(squares(), **CERTIFICATE)
    assert kernel.verified(first).verdict == "proved"
    assert rules.combine(squares(), **CERTIFICATE) is first
    assert rules.again(squares(), **CERTIFICATE) is first
    assert kernel.combine(squares(), **CERTIFICATE) is not first
    assert rules.witness is kernel.witness


@pytest.mark.parametrize(
    "change",
    [
        {"id": "b"}, {"says": "b"}, {"given": {"above": gt(x, sp.Rational(3, 2))}},
        {"then": gt(x**2, sp.Rational(1, 2))}, {"then": ge(x**2, 1)},
        {"then": gt(y**2, 1)}, {"given": {"above": gt(x, 1), "more": gt(y)}},
    ],
)  # fmt: skip
def test_another_claim_is_checked_anew(rules, change):
    first = rules.combine(squares(), **CERTIFICATE)
    changed = squares(**change)
    try:
        made = kernel.combine(changed, **CERTIFICATE)
    except Rejected as error:
        with pytest.raises(Rejected, match=r"not an identity"):
            rules.combine(changed, **CERTIFICATE)
        assert "not an identity" in str(error)
    else:
        found = rules.combine(changed, **CERTIFICATE)
        assert found is not first and found.claim.digest() == made.claim.digest()
        assert (found.claim.id, found.claim.says) == (changed.id, changed.says)


@pytest.mark.parametrize(
    "other",
    [
        {"using": {"above": 3}, "squares": [(1, x - 1)]},
        {"using": {"above": 2}, "squares": [(1, x + 1)]},
        {"using": {"above": 2}, "squares": [(2, x - 1)]},
        {"using": {"above": 2}, "squares": ()},
        {**CERTIFICATE, "scale": 2},
        {**CERTIFICATE, "using": {"above": True}},
        {**CERTIFICATE, "using": {"above": 2.0}},
    ],
)
def test_other_arguments_are_checked_anew(rules, other):
    rules.combine(squares(), **CERTIFICATE)
    for _ in range(2):  # a rejection is not remembered either
        with pytest.raises(Rejected):
            rules.combine(squares(), **other)


def test_arguments_that_are_read_once_are_not_compared(rules):
    first = rules.combine(squares(), {"above": 2}, iter([(1, x - 1)]))
    second = rules.combine(squares(), {"above": 2}, iter([(1, x - 1)]))
    assert second is not first


def test_what_differs_has_another_content():
    invariant = Invariant(ge(x), start={x: 1}, update={x: x / 2})
    different = [
        1, sp.Integer(1), True, "1", None, sp.sin, sp.cos, x, x + y, (x, y), (y, x), ((x,), y),
        {x: y}, {y: x}, ge(x), gt(x), ge(x, y), sp.eye(2), sp.zeros(2, 2), sp.zeros(1, 4),
        Inertia(sp.eye(2), 2, 0, 0), Inertia(sp.eye(2), 1, 1, 0), invariant,
        Invariant(ge(x), start={x: 1}, update={x: x / 3}), squares(), squares(2),
    ]  # fmt: skip
    found = list(map(content, different))
    assert len(set(found)) == len(found)
    assert content([x, (y, 1)]) == content((x, [y, 1]))
