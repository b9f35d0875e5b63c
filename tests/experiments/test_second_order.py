"""Second-order methods leave the saddles that hold descent, and keep their bounds where these bite.

Each check is a function of the tables, tried on the true ones and on some that were tampered with.
"""

from functools import cache

import numpy as np
import pytest

CHAPTER = "second_order"
WITH_A_MODEL = ("cubic", "adaptive cubic", "trust region")
STEPS = {
    "descent": 2,
    "cubic": 1.5,
    "Krylov cubic": 1.5,
    "adaptive cubic, M at least": 1.5,
    "trust region, fixed": 1.5,
}
FREE = {"adaptive cubic, free": 6, "trust region, adaptive": 3}
WHOLE_MODEL = ("cubic", "adaptive cubic, free", "trust region, adaptive")


def left_from_everywhere(left):
    rows = left[left["method"].isin(WITH_A_MODEL)]
    return bool(
        len(rows) == 3 * 13
        and (rows[["left", "at_minimum"]] == 1).all(axis=None)
        and (rows["longest"] <= 30).all()
    )


def held(left):
    """Newton's method off the axis, short steps of descent from 1e-5 on and no farther."""
    off = left[left["distance"] > 0]
    newton = off[off["method"] == "Newton"]
    short = off[off["method"] == "descent, short steps"]
    return bool(
        len(newton) == len(short) == 12
        and (newton["left"] == 0).all()
        and (short["left"] == (short["distance"] > 5e-5)).all()
    )


def grows_by_a_logarithm(left):
    """Descent multiplies x by 1 + 4η(1 − x²), whatever y is, in all runs."""
    for method, step in (("descent", 1 / 8), ("descent, short steps", 1 / 80)):
        rows = left[(left["method"] == method) & (left["distance"] > 0) & (left["left"] > 0)]
        least = -np.log(2 * rows["distance"]) / np.log1p(4 * step)
        more = rows["median"] - least
        if not (len(rows) >= 4 and ((more >= 0) & (more <= 4)).all()):
            return False
        if not (rows["median"] == rows["longest"]).all():
            return False
    return True


def chain_is_passed(chain):
    last = chain[chain["saddle"] == 8].set_index("method")
    second = last.loc[["adaptive cubic", "trust region"]]
    in_time = (second["left"] == 1).all() and (second["high"] <= 200).all()
    known = chain.dropna(subset=["median", "high"])
    ordered = ((known["low"] <= known["median"]) & (known["median"] <= known["high"])).all()
    return bool(in_time and ordered and last.loc["descent", "left"] == 0)


def within_the_bounds(worst, factor=1.0):
    rows = worst[worst["method"].isin(STEPS)]
    return bool((rows["steps"] <= factor * rows["bound"] + 1).all())


def orders_are_attained(worst):
    fits = {}
    for method, rows in worst[worst["method"].isin(STEPS)].groupby("method"):
        last = rows.sort_values("epsilon").head(9)
        fits[method] = np.polyfit(-np.log(last["epsilon"]), np.log(last["steps"]), 1)[0]
    return all(abs(fits[method] - order) < 0.1 for method, order in STEPS.items())


def momentum_makes_steps_ten_times_as_long(worst):
    steps = worst.pivot_table(index="epsilon", columns="method", values="steps")
    lag = steps["Nesterov"] - steps["descent"] / 10
    return bool(((lag >= 0) & (lag <= 20)).all())


def free_to_adapt_steps_are_logarithms(worst):
    return all(
        (rows["steps"] <= factor * -np.log2(rows["epsilon"]) + 5).all() and len(rows) > 8
        for factor, rows in ((c, worst[worst["method"] == name]) for name, c in FREE.items())
    )


def above_the_lower_bounds(worst):
    """But methods that adapt freely: slopes are not the hard functions."""
    rows = worst[~worst["method"].isin(FREE)]
    constant = np.where(rows["order"] == 1, 1824.0, 12 * 2080**0.5)
    power = np.where(rows["order"] == 1, 2.0, 1.5)
    lower = rows["epsilon"] ** -power / constant
    return bool(np.allclose(rows["lower"], lower) and (lower < rows["steps"]).all())


def newton_is_held(typical):
    rows = typical[typical["method"] == "Newton"]
    return bool(len(rows) and rows["high"].isna().all() and np.isfinite(rows["low"]).all())


def slow_growth(typical):
    """At most 4 steps a decade for second-order methods with the whole model, in the median."""
    powers = typical["epsilon"].to_numpy().reshape(-1, 8)
    if not np.allclose(powers, 10.0 ** -np.arange(1, 9), rtol=1e-8):
        return False
    rows = typical[typical["method"].isin(WHOLE_MODEL)].sort_values("epsilon", ascending=False)
    return len(rows) == 8 * len(WHOLE_MODEL) and all(
        (np.diff(each["median"]) <= 4).all() and np.isfinite(each["high"]).all()
        for _, each in rows.groupby("method")
    )


def cubic(gradient, bend, M):
    """The step that takes g s + h s²/2 + M|s|³/6 lowest, and by how much; h ≥ 0."""
    g = abs(gradient)
    size = 2 * g / (bend + (bend**2 + 2 * M * g) ** 0.5)
    return -size if gradient > 0 else size, g * size - bend * size**2 / 2 - M * size**3 / 6


def ball(gradient, bend, radius):
    """The same of g s + h s²/2 over |s| ≤ r."""
    g = abs(gradient)
    size = min(radius, g / bend) if bend > 0 else radius
    return -size if gradient > 0 else size, g * size - bend * size**2 / 2


@cache
def steps_of(method, epsilon):
    """Steps until |f'| ≤ ε on Gx for x ≥ 0, Gx − x³/6 down to f' = 0, and a parabola from there."""
    G = (1 + 1e-6) * epsilon
    w = (2 * G) ** 0.5

    def value(x):
        if x < -w:
            return -2 / 3 * G * w + w * (x + w) ** 2 / 2
        return G * x - min(x, 0.0) ** 3 / 6

    def grad(x):
        return w * (x + w) if x < -w else G - min(x, 0.0) ** 2 / 2

    x, before, size, steps = (1 - 2 / 3 * G * w) / G, 0.0, 1.0, 0
    if method == "descent":  # as long as all its steps are the same
        steps = int(x / G)
        x -= steps * G
    while abs(g := grad(x)) > epsilon:
        steps += 1
        bend = min(max(-x, 0.0), w)
        if method == "descent":
            x -= g
        elif method == "Nesterov":
            before = 0.9 * before - grad(x + 0.9 * before)
            x += before
        elif method == "trust region, fixed":
            x += ball(g, bend, (2 * epsilon / 3) ** 0.5)[0]
        elif method == "trust region, adaptive":
            s, drop = ball(g, bend, size)
            ratio = (value(x) - value(x + s)) / drop
            x += s if ratio > 0.15 else 0
            size *= 1 / 4 if ratio < 1 / 4 else 2 if ratio > 3 / 4 and abs(s) == size else 1
        elif method == "adaptive cubic, free":
            s, drop = cubic(g, bend, size)
            ratio = (value(x) - value(x + s)) / drop
            x += s if ratio >= 0.1 else 0
            size *= 1 / 2 if ratio >= 0.9 else 1 if ratio >= 0.1 else 2
        else:  # with constants of 1 at least the model is never below f: all steps are taken
            x += cubic(g, bend, 1.0)[0]
    return steps


def steps_are_those_of_the_rules(worst):
    """One number at a time, and bounds as they are proved."""
    counted = [steps_of(*key) for key in zip(worst["method"], worst["epsilon"], strict=True)]
    bounds = {"descent": (2, 2.0), "trust region, fixed": (3 * 1.5**1.5, 1.5)}
    bounds |= dict.fromkeys(("cubic", "Krylov cubic", "adaptive cubic, M at least"), (12, 1.5))
    told = worst[worst["method"].isin(bounds)]
    factor, power = np.array([bounds[name] for name in told["method"]]).T
    right = np.allclose(told["bound"], factor * told["epsilon"] ** -power, rtol=1e-7)
    right &= worst["bound"].notna().sum() == len(told)
    return bool(right and (worst["steps"] == counted).all())


@pytest.fixture
def left(tables):
    return tables("saddles_left")["saddles_left"]


@pytest.fixture
def chain(tables):
    return tables("saddles_left")["saddles_left_chain"]


@pytest.fixture
def worst(tables):
    return tables("iteration_bounds")["iteration_bounds"]


@pytest.fixture
def typical(tables):
    return tables("iteration_bounds")["iteration_typical"]


def test_saddles_are_left_from_everywhere_by_methods_with_a_model_and_not_by_the_others(left):
    assert left_from_everywhere(left)
    assert held(left)
    assert grows_by_a_logarithm(left)


def test_the_chain_of_saddles_is_passed_at_a_few_steps_a_saddle(chain):
    assert chain_is_passed(chain)
    growth = chain[chain["method"] == "descent"]["median"].dropna().to_numpy()
    assert (growth[1:] > 2 * growth[:-1]).all()


def test_steps_are_within_the_bounds_and_attain_their_orders(worst, tables):
    assert within_the_bounds(worst)
    assert orders_are_attained(worst)
    assert momentum_makes_steps_ten_times_as_long(worst)
    assert free_to_adapt_steps_are_logarithms(worst)
    assert above_the_lower_bounds(worst)
    assert steps_are_those_of_the_rules(worst)
    values = tables("iteration_bounds")["iteration_values"].set_index("name")["value"]
    for method, order in STEPS.items():
        assert round(values[method.replace(",", "").replace(" ", "_")], 1) == order


def test_in_the_well_steps_hardly_grow(typical):
    assert slow_growth(typical)
    assert newton_is_held(typical)


def test_slopes_have_the_closed_form(worst):
    """Steps until Δ less the tail is gone: of G²/L for descent, of G√(2G/M) for cubic steps."""
    for method, drop in (("descent", lambda g: g**2), ("cubic", lambda g: g * np.sqrt(2 * g))):
        rows = worst[worst["method"] == method]
        slope = (1 + 1e-6) * rows["epsilon"]
        height = 1 - 2 / 3 * slope * np.sqrt(2 * slope)
        assert (np.abs(rows["steps"] - height / drop(slope)) <= 2).all()


def test_tampered_tables_are_told(left, chain, worst, typical):
    def changed(table, method, column, factor):
        other = table.copy()
        rows = other["method"] == method
        other[column] = other[column].astype(float)
        other.loc[rows, column] = factor * other.loc[rows, column]
        return other

    assert not left_from_everywhere(changed(left, "cubic", "left", 0.99))
    assert not left_from_everywhere(left[left["distance"] > 0])
    assert not held(left.assign(left=1.0))
    assert not held(left.assign(left=0.0))
    assert not grows_by_a_logarithm(changed(left, "descent", "median", 1.2))
    assert not chain_is_passed(changed(chain, "trust region", "left", 0.9))
    assert not chain_is_passed(changed(chain, "trust region", "median", 1.02))
    assert not within_the_bounds(changed(worst, "descent", "steps", 3))
    descent = worst[worst["method"] == "descent"]
    assert (descent["steps"] > descent["bound"] / 10 + 1).all()  # the bound is nearly attained
    assert not orders_are_attained(worst.assign(steps=worst["steps"] * worst["epsilon"] ** 0.5))
    assert not slow_growth(changed(typical, "cubic", "median", 10))
    assert not slow_growth(changed(typical, "descent", "epsilon", 1.02))
    assert not newton_is_held(typical.fillna(400))
    assert not momentum_makes_steps_ten_times_as_long(changed(worst, "Nesterov", "steps", 2))
    assert not free_to_adapt_steps_are_logarithms(
        changed(worst, "adaptive cubic, free", "steps", 3)
    )
    assert not above_the_lower_bounds(changed(worst, "descent", "steps", 1e-4))
    assert not above_the_lower_bounds(worst.assign(lower=worst["lower"] / 2))
    for method in worst["method"].unique():
        assert not steps_are_those_of_the_rules(changed(worst, method, "steps", 1.02))
    more = worst["steps"] + (worst.index == worst.index[-1])
    assert not steps_are_those_of_the_rules(worst.assign(steps=more))
    assert not steps_are_those_of_the_rules(changed(worst, "descent", "bound", 1.02))


def slow_for_every_accuracy(exponents):
    """Each range includes 1/p and is within 0.15 of it, runs are exact and the descents bounded."""
    tied = exponents[exponents["method"] != "adaptive cubic, free"]
    return bool(
        len(tied) == 5 * 3
        and (tied["low"] <= tied["theory"]).all()
        and (tied["high"] >= tied["theory"]).all()
        and (abs(tied[["low", "high", "exponent"]].sub(tied["theory"], axis=0)) < 0.15).all(
            axis=None
        )
        and (tied["missed"] < 1e-9).all()
        and (tied["fall"] <= tied["most"]).all()
    )


def counts_of_the_construction(steps, exponents):
    """ε^(−1/p) up to one step, on the line."""
    theory = exponents.set_index(["method", "margin"])["theory"]
    rows = steps[steps["method"].isin(("descent", "cubic", "adaptive cubic"))]
    power = theory.loc[list(zip(rows["method"], rows["margin"], strict=True))].to_numpy()
    exact = rows["epsilon"] ** -power
    return bool((abs(rows["steps"] - exact) <= 1 + 1e-8 * exact).all())


def free_is_fast(steps):
    last = steps.pivot_table(index="method", columns="margin", values="steps", aggfunc="max")
    return bool((last.loc["adaptive cubic, free"] < last.loc["cubic"] / 10).all())


def test_on_one_function_steps_grow_as_the_slopes_allow(tables):
    tables = tables("slow_functions")
    exponents, steps = tables["slow_function_exponents"], tables["slow_functions"]
    assert slow_for_every_accuracy(exponents)
    assert counts_of_the_construction(steps, exponents)
    assert free_is_fast(steps)
    for column, other in (("theory", 2.0), ("missed", 1e-6), ("fall", 30.0), ("high", 1.0)):
        assert not slow_for_every_accuracy(exponents.assign(**{column: other}))
    assert not counts_of_the_construction(steps.assign(steps=steps["steps"] + 3), exponents)
    assert not free_is_fast(steps.assign(steps=100))


def test_slopes_drawn_are_lipschitz(tables):
    shapes = tables("slow_functions")["slow_function_shapes"]
    for name, rows in shapes.groupby("function"):
        assert rows["iterate"].sum() == 6
        at = rows[rows["iterate"]]["slope"].to_numpy()
        power = {"descent": 0.55, "cubic": 2 / 3 + 0.05}[name]
        assert np.allclose(at, np.arange(1, 7) ** -power)
        along, slope = rows["x"].to_numpy(), rows["slope"].to_numpy()
        assert (abs(np.diff(slope)) <= np.diff(along) + 2e-8).all()
