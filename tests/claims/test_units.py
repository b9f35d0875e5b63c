"""The bounds of the second-order methods hold in all units: under f → af and x → bx.

Each symbol of a claim has a dimension (i, j): it becomes a^i b^(−j) times itself when f is
multiplied by a and lengths by b, as an i-th power of values over a j-th of lengths. A relation is
free of units if both of its sides are multiplied by the same power.
"""

from pathlib import Path

import pytest
import sympy

from provenscape.claims.loading import load
from provenscape.kernel import Invariant

PROOFS = Path(__file__).parents[2] / "proofs"
VALUE, LENGTH, SLOPE, BEND, THIRD = (1, 0), (0, -1), (1, 1), (1, 2), (1, 3)
NUMBER = (0, 0)
COMMON = {
    "f": VALUE, "f_next": VALUE, "f_0": VALUE, "f_star": VALUE, "Delta": VALUE, "slope": VALUE,
    "q": VALUE, "epsilon": SLOPE, "G": SLOPE, "rest": SLOPE, "p": BEND, "gamma": BEND, "nu": BEND,
    "r": LENGTH, "t": LENGTH, "delta": LENGTH, "sigma": LENGTH, "k": NUMBER, "N": NUMBER,
    "T": NUMBER, "s": NUMBER, "L": THIRD, "M": THIRD, "ell": NUMBER, "w_1": NUMBER, "w_2": NUMBER,
}  # fmt: skip
FREE = {
    "second_order/cubic_regularisation_finds_a_second_order_point": {},
    "second_order/a_trust_region_of_fixed_radius_finds_a_second_order_point": {},
    "second_order/a_trust_region_step_falls_where_curvature_is_negative": {},
    "second_order/cubic_steps_meet_negative_curvature_finitely_often": {},
    "second_order/cubic_regularisation_matches_the_lower_bound": {},
    "second_order/cubic_regularisation_is_optimal_among_second_order_methods": {"c": NUMBER},
    "hardness/lipschitz_gradients_need_as_many_queries_as_descent_makes": {
        "L": BEND, "fall": NUMBER, "slope": NUMBER,
    },
    "hardness/high_dimensional_minima_take_many_queries": {
        "fall": NUMBER, "slope": NUMBER, "n": NUMBER, "k_next": NUMBER,
    },
}  # fmt: skip
ROOT_EPSILON = "second_order/cubic_regularisation_reaches_the_tolerance_root_epsilon"


def relations(claim):
    """All relations of a claim: hypotheses and conclusions."""
    found = list(claim.given.values())
    for part in claim.then if isinstance(claim.then, tuple) else (claim.then,):
        found += part.relations if isinstance(part, Invariant) else [part]
    return found


def is_free(relation, dimensions):
    """Whether every term of left − right is multiplied by the same power of a and b."""
    powers = set()
    for term in sympy.Add.make_args(sympy.expand(relation.left - relation.right)):
        _, product = term.as_coeff_Mul()
        found = [0, 0]
        for base, exponent in product.as_powers_dict().items():
            if base != 1:  # all others are symbols, or the look-up fails
                found = [
                    had + exponent * own
                    for had, own in zip(found, dimensions[base.name], strict=True)
                ]
        powers.add(tuple(found))
    return len(powers) == 1


@pytest.mark.parametrize("name", FREE)
def test_a_bound_is_free_of_units(name):
    claim = load(PROOFS / f"{name}.py").claim
    dimensions = COMMON | FREE[name]
    assert [r for r in relations(claim) if not is_free(r, dimensions)] == []


def test_the_tolerance_root_epsilon_is_not():
    claim = load(PROOFS / f"{ROOT_EPSILON}.py").claim
    root = {"L": THIRD, "kappa": NUMBER, "s": (sympy.Rational(1, 2), sympy.Rational(1, 2))}
    bound = {"g": SLOPE, "lambda_1": BEND, "delta": LENGTH, "Delta": VALUE, "N": NUMBER}
    tolerance = claim.then[1]  # λ_min ≥ −√ε
    assert not is_free(tolerance, root | bound)
    assert is_free(claim.then[0], root | bound)  # ‖∇f‖ ≤ ε
