"""The control group of the mutants is true: derived from the claim, and proved by hand as well."""

from dataclasses import replace

import pytest
import sympy as sp

from provenscape.claims.mutants import known_false
from provenscape.claims.neighbours import Neighbour, derive, true_neighbours
from provenscape.kernel import Claim, Inertia, Rejected, combine, eq, ge, gt, le, lt, real, witness

x, y = real("x y")
WITNESS = {x: 3, y: 1}
SQUARE = Claim(
    "square", "x² exceeds 1 beyond 1.", {}, {"above": gt(x, 1), "room": ge(x, y)}, gt(x**2, 1)
)
LINE = Claim("line", "A sum by its parts.", {}, {"first": eq(x, 3), "last": eq(y, 1)}, eq(x + y, 4))
UPPER = Claim("upper", "A bound from above.", {}, {"high": le(x, 4)}, le(2 * x, 8))

BY_HAND = {  # x² − 1 = 2 (x − 1) + (x − 1)², and what each change adds to it
    "strict conclusion made weak": {"using": {"above": 2}, "squares": [(1, x - 1)]},
    "conclusion weakened by 1": {"using": {"above": 2}, "squares": [(1, x - 1), (1, 1)]},
    "conclusion weakened by 1/100": {
        "using": {"above": 2}, "squares": [(1, x - 1), (1, sp.Rational(1, 10))]
    },
    "conclusion weakened by a square": {"using": {"above": 2}, "squares": [(1, x - 1), (1, x)]},
    "both sides times 2": {"using": {"above": 4}, "squares": [(2, x - 1)]},
    "a hypothesis added": {"using": {"above": 2}, "squares": [(1, x - 1)]},
    "hypotheses renamed": {"using": {"above renamed": 2}, "squares": [(1, x - 1)]},
}  # fmt: skip


def by_kind(claim, *points):
    return {n.kind: n for n in true_neighbours(claim, points)}


@pytest.mark.parametrize("kind", BY_HAND)
def test_each_kind_of_neighbour_is_proved_by_hand_too(kind):
    neighbour = by_kind(SQUARE, WITNESS)[kind].claim
    witness(neighbour, WITNESS)
    assert combine(neighbour, **BY_HAND[kind]).verdict == "proved"
    assert neighbour.digest() != SQUARE.digest()
    assert not known_false(neighbour, [WITNESS, {x: -3, y: 1}, {x: 2, y: 2}])


def test_each_hypothesis_is_strengthened_by_half_of_what_the_witness_leaves():
    found = [n.claim for n in true_neighbours(SQUARE, [WITNESS]) if "strengthened" in n.kind]
    assert [claim.given for claim in found] == [
        {"above": gt(x, 2), "room": ge(x, y)},
        {"above": gt(x, 1), "room": ge(x, y + 1)},
    ]
    first = {"using": {"above": 2}, "squares": [(1, x - 1), (2, 1)]}  # 2 (x − 2) + (x − 1)² + 2
    second = {"using": {"above": 2}, "squares": [(1, x - 1)]}
    for claim, certificate in zip(found, (first, second), strict=True):
        witness(claim, WITNESS)
        assert combine(claim, **certificate).verdict == "proved"


def test_a_hypothesis_without_room_at_the_witness_is_strengthened_at_another_point():
    points = [{x: 2, y: 2}, {x: 5, y: 1}, WITNESS]
    found = [n.claim for n in true_neighbours(SQUARE, points) if "strengthened" in n.kind]
    assert found[1].given["room"] == ge(x, y + 2)


def test_an_upper_bound_is_weakened_upwards_and_its_hypothesis_strengthened_downwards():
    found = by_kind(UPPER, {x: 3})
    assert found["conclusion weakened by 1"].claim.then == le(2 * x, 9)
    assert found["conclusion weakened by a square"].claim.then == le(2 * x, 8 + x**2)
    assert found["a hypothesis strengthened"].claim.given == {"high": le(x, sp.Rational(7, 2))}
    assert "strict conclusion made weak" not in found


def test_an_equation_becomes_an_inequality_and_its_hypotheses_are_left():
    found = by_kind(LINE, WITNESS)
    assert found["equation made an inequality"].claim.then == ge(x + y, 4)
    assert set(found) == {
        "equation made an inequality", "both sides times 2", "a hypothesis added",
        "hypotheses renamed",
    }  # fmt: skip
    for neighbour in found.values():
        names = [n for n in neighbour.claim.given if n != "a square"]
        using = dict.fromkeys(names, neighbour.multiplier)
        assert combine(neighbour.claim, using=using).verdict == "proved"


def test_no_hypothesis_keeps_the_fact_that_it_stood_for():
    cited = replace(SQUARE, facts={"above": "a-fact"})
    kept = {n.kind for n in true_neighbours(cited, [WITNESS]) if n.claim.facts}
    assert kept == {kind for kind in BY_HAND if kind.startswith(("strict", "concl", "both"))}


FALSE = {
    "a larger bound": (Neighbour("x", replace(SQUARE, then=gt(x**2, 2))), "does not follow"),
    "a square added on the left": (
        Neighbour("x", replace(SQUARE, then=gt(x**2 - y**2, 1)), squares=((1, y),)),
        "does not follow",
    ),
    "weak made strict": (Neighbour("x", replace(UPPER, then=lt(2 * x, 8))), "does not follow"),
    "a negative factor": (
        Neighbour("x", replace(SQUARE, then=gt(-(x**2), -1)), multiplier=-1), "does not follow",
    ),
    "a hypothesis dropped": (Neighbour("x", SQUARE.without("above")), "does not follow"),
    "a hypothesis weakened": (
        Neighbour("x", replace(SQUARE, given={"above": gt(x, 0), "room": ge(x, y)})),
        "does not follow",
    ),
    "hypotheses that nothing satisfies": (
        Neighbour("x", replace(SQUARE, given={**SQUARE.given, "below": lt(x, 1)})),
        "no point satisfies",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FALSE)
def test_a_false_or_empty_true_neighbour_is_noticed(name):
    neighbour, message = FALSE[name]
    claim = UPPER if neighbour.claim.id == "upper" else SQUARE
    with pytest.raises(Rejected, match=message):
        derive(neighbour, claim, [WITNESS])


def test_a_generator_that_strengthens_the_conclusion_is_noticed(monkeypatch):
    monkeypatch.setattr("provenscape.claims.neighbours.SHIFTS", (sp.Integer(-1),))
    with pytest.raises(Rejected, match="conclusion weakened by -1: it does not follow"):
        true_neighbours(SQUARE, [WITNESS])


def test_only_claims_of_one_relation_have_neighbours():
    inertia = Inertia(sp.eye(2), 2, 0, 0)
    assert true_neighbours(replace(SQUARE, then=inertia), [WITNESS]) == []
    assert true_neighbours(replace(SQUARE, then=(gt(x**2, 1), gt(x, 1))), [WITNESS]) == []
    assert len(true_neighbours(SQUARE, [WITNESS])) == len(BY_HAND) + 2
