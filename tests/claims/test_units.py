"""The bounds of descent and of second-order methods hold in all units: under f → af and x → bx.

Each symbol of a claim has a dimension (i, j): it becomes a^i b^(−j) times itself when f is
multiplied by a and lengths by b, as an i-th power of values over a j-th of lengths. A relation is
free of units if both of its sides are multiplied by the same power; so is a step of an iteration.
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
SQUARE = (2, 2)
WORST_CASE = {
    "L": BEND, "h": NUMBER, "kappa": NUMBER, "g_2": SQUARE, "n_2": SQUARE, "cross": SQUARE,
    "least": SQUARE,
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
    "second_order/gradient_steps_and_epochs_share_the_decrease": {
        "f_between": VALUE, "ell": BEND, "F": VALUE, "a": NUMBER, "b": NUMBER, "m": NUMBER,
    },
    "saddle_escape/perturbed_descent_takes_few_steps_above_a_lower_bound": {
        "f_between": VALUE, "ell": BEND, "s": BEND, "a": NUMBER, "b": NUMBER, "iota": NUMBER,
        "root_d": NUMBER, "P": NUMBER, "p": NUMBER, "delta": NUMBER,
    },
    "second_order/second_order_methods_find_minima_if_the_property_has_constants": {
        "theta": SLOPE, "g": SLOPE, "zeta": LENGTH, "dist": LENGTH, "lambda_1": BEND,
        "w_3": NUMBER,
    },
    "second_order/cubic_regularisation_is_faster_on_the_worst_function": {
        "L": BEND, "h": VALUE,
    },
    "second_order/cubic_steps_converge_quadratically_at_a_minimum": {"mu": BEND, "g": SLOPE},
    "second_order/the_smallest_gradient_of_short_steps": WORST_CASE,
    "second_order/the_smallest_gradient_of_long_steps": WORST_CASE,
    "second_order/one_step_beyond_root_three": WORST_CASE,
}  # fmt: skip
ROOT_EPSILON = "second_order/cubic_regularisation_reaches_the_tolerance_root_epsilon"


def differences(claim):
    """Left less right side of all hypotheses, conclusions, starts and steps of a claim."""
    found = list(claim.given.values())
    steps = []
    for part in claim.then if isinstance(claim.then, tuple) else (claim.then,):
        found += part.relations if isinstance(part, Invariant) else [part]
        if isinstance(part, Invariant):
            steps += [s - v for s, v in (*part.start.items(), *part.update.items())]
    return [relation.left - relation.right for relation in found] + steps


def powers(polynomial, dimensions):
    """By which powers of a and b the terms are multiplied."""
    found = set()
    for term in sympy.Add.make_args(sympy.expand(polynomial)):
        _, product = term.as_coeff_Mul()
        total = [0, 0]
        for base, exponent in product.as_powers_dict().items():
            if base != 1:  # all others are symbols, or the look-up fails
                total = [
                    had + exponent * own
                    for had, own in zip(total, dimensions[base.name], strict=True)
                ]
        found.add(tuple(total))
    return found


def is_free(difference, dimensions):
    """Whether all terms of the numerator, and of the denominator, take the same power."""
    return all(
        len(powers(part, dimensions)) == 1 for part in sympy.fraction(sympy.together(difference))
    )


@pytest.mark.parametrize("name", FREE)
def test_a_bound_is_free_of_units(name):
    claim = load(PROOFS / f"{name}.py").claim
    dimensions = COMMON | FREE[name]
    assert [d for d in differences(claim) if not is_free(d, dimensions)] == []


@pytest.mark.parametrize("name", FREE)
def test_another_dimension_of_the_lipschitz_constant_is_not(name):
    claim = load(PROOFS / f"{name}.py").claim
    dimensions = COMMON | FREE[name]
    known = "ell" if dimensions["ell"] != NUMBER else "L"
    values, lengths = dimensions[known]
    wrong = dimensions | {known: (values, lengths + 1)}
    assert not all(is_free(d, wrong) for d in differences(claim))


def test_the_tolerance_root_epsilon_is_not():
    claim = load(PROOFS / f"{ROOT_EPSILON}.py").claim
    root = {"L": THIRD, "kappa": NUMBER, "s": (sympy.Rational(1, 2), sympy.Rational(1, 2))}
    bound = {"g": SLOPE, "lambda_1": BEND, "delta": LENGTH, "Delta": VALUE, "N": NUMBER}
    slope, tolerance, _ = (part.left - part.right for part in claim.then)
    assert not is_free(tolerance, root | bound)  # λ_min ≥ −√ε
    assert is_free(slope, root | bound)  # ‖∇f‖ ≤ ε
