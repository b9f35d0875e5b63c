"""Captions on laws, rates and worst cases: what they quote follows from the raw tables."""

import math

import numpy as np
import published
import pytest
from quoted import check
from scipy.interpolate import RectBivariateSpline
from scipy.optimize import minimize_scalar


def power(length, count):
    """γ of a + bT^γ with the least relative squares: a and b by linear least squares for each γ."""

    def off(gamma):
        design = np.column_stack([1 / count, length**gamma / count])
        return np.square(design @ np.linalg.lstsq(design, np.ones_like(count))[0] - 1).sum()

    return minimize_scalar(off, bounds=(0.5, 1.5), method="bounded", options={"xatol": 1e-10}).x


def test_numbers_on_queries_along_a_chain():
    of = published.of("hardness", "chain_progress")
    queries, exponents = of["chain_queries"], of["chain_exponents"].set_index("method")
    found = published.table("hardness/chain_values").set_index("name")["value"].astype(float)
    for method, rows in queries.groupby("method"):
        length, count = rows[["length", "queries"]].to_numpy(float).T
        order = rows["order"].iloc[0]
        theory = (order + 1) / order
        key = method.replace(" ", "_")
        each = np.diff(count) / np.diff(length)
        slope = np.polyfit(length, count, 1, w=1 / count)[0]
        assert found[f"each_{key}"] == pytest.approx(slope, rel=1e-7)
        assert found[f"each_first_{key}"] == pytest.approx(each[0], rel=1e-8)
        assert found[f"each_last_{key}"] == pytest.approx(each[-1], rel=1e-8)
        rates = [theory * power(length, count)]
        for i in range(len(count)):
            rates.append(theory * power(np.delete(length, i), np.delete(count, i)))
        stored = [found[f"{end}_{key}"] for end in ("exponent", "low", "high")]
        assert stored == pytest.approx([rates[0], min(rates[1:]), max(rates[1:])], rel=1e-5)
        assert exponents.loc[method, ["exponent", "low", "high"]].tolist() == stored
        assert exponents.loc[method, "theory"] == theory
    last = queries[queries["length"] == found["length"]].set_index("method")["queries"]
    assert {f"queries_{m.replace(' ', '_')}": float(q) for m, q in last.items()} == {
        key: value for key, value in found.items() if key.startswith("queries_")
    }
    assert found["least_ratio"] == (queries["queries"] / queries["length"]).min()


def test_numbers_on_reductions():
    checks = published.table("hardness/reduction_checks")
    total = checks.groupby("reduction")[["instances", "agreements", "control"]].sum()
    check(
        "hardness/reduction_numbers",
        {
            f"{name.replace(' ', '_')}_{column}": row[column]
            for name, row in total.iterrows()
            for column in total
        },
        elsewhere=["least_quartic", "least_relu", "gap"],
    )
    assert (total["instances"] == total["agreements"]).all()
    assert (total["control"] < total["agreements"]).all()
    assert (
        checks["control"] == checks["instances"] - checks["wrong_yes"] - checks["wrong_no"]
    ).all()
    counted = checks.set_index(["reduction", "size"])["instances"]
    values = published.table("hardness/reduction_values")
    for name in ("quartic", "one ReLU"):
        assert counted[name].tolist() == values.groupby("n").size().tolist()
    for (name, size), number in counted.items():
        if name in ("clique descent", "sextic descent"):
            assert number == size * 2 ** math.comb(size, 2)  # graphs and sizes of a clique


def test_numbers_on_positive_definite_matrices():
    table = published.table("random_landscapes/positive_definite_probability")
    work = published.table("random_landscapes/splitting_work").query("ensemble == 'goe'").iloc[-1]
    by = table.set_index(["method", "ensemble", "n"])["probability"].sort_index()
    limit = (1 - math.erf(math.sqrt(1 / 2))) / 2
    quadrature = by["tridiagonal quadrature"]
    expected = {
        **{f"goe_{n}": quadrature["goe", n] for n in (8, 30)},
        **{f"signs_{n}": 2.0**-n for n in (8, 30, 100)},
        "correlated_last": quadrature["correlated", 32],
        "correlated_limit": limit,
        "largest": work["n"],
        "largest_error": 100 * work["relative_error"],
        "largest_power": math.log10(work["plain"]) - math.log10(work["factorizations"]),
        "largest_work": work["factorizations"] / 10**6,
    }
    check("random_landscapes/positive_definite_values", expected)
    every = published.table("random_landscapes/splitting_work")
    rare = (1 - every["probability"]) / (every["probability"] * every["relative_error"] ** 2)
    np.testing.assert_allclose(every["plain"], rare, rtol=1e-6)
    np.testing.assert_allclose(every["ratio"], rare / every["factorizations"], rtol=1e-6)


def test_numbers_on_worst_cases_of_descent():
    of = published.of("second_order", "gradient_worst_cases")
    cases, apart = of["gradient_worst_cases"], of["gradient_worst_case_held_out"]
    proved = cases[cases["h"] <= math.sqrt(3) + 1e-9]
    most = cases[cases["steps"] == cases["steps"].max()]
    best, one = most.loc[most["measured"].idxmin()], most[most["h"] == 1].iloc[0]
    (between,) = cases[(cases["steps"] == 2) & (cases["h"] == 1.8)].itertuples()
    last = cases[cases["h"] == 1.8].sort_values("steps")["measured"].to_numpy()
    check(
        "second_order/gradient_worst_case_values",
        {
            "most_steps": cases["steps"].max(),
            "best_h": best["h"], "best": best["measured"],
            "at_one": one["measured"], "textbook_at_one": one["textbook"],
            "between": between.measured, "between_proved": between.proved,
            "between_parabola": 2 * 0.8**4,
            "added": 1 / last[-1] - 1 / last[-2], "added_below": (4 * 1.8 - 1.8**3) / 4,
            "held_out": len(apart),
        },
        elsewhere=["error", "error_fitted", "error_held_out"],
    )  # fmt: skip
    found = published.table("second_order/gradient_worst_case_values").set_index("name")["value"]
    for name, off in (
        ("error", proved["measured"] - proved["proved"]),
        ("error_fitted", cases["measured"] - cases["completed"]),
        ("error_held_out", apart["measured"] - apart["completed"]),
    ):
        assert found[name] == pytest.approx(off.abs().max(), abs=6e-9)
        assert found[name] < 1e-5


def test_numbers_on_the_rate_and_the_plateau():
    curves = published.table("polyak_lojasiewicz/rate_curves").pivot(
        index="step", columns="curve", values="loss"
    )
    found = published.table("polyak_lojasiewicz/rate_values").set_index("name")["value"]
    steps = curves.index.max()
    assert found["steps"] == steps and found["count"] == 8
    assert found["width"] in (256, 1024)
    assert found["bound_rate"] == pytest.approx(
        -math.log(1 - found["mu"] / found["smoothness"]), rel=1e-7
    )
    bound = np.log(curves["bound"].iloc[1:]) / curves.index[1:]
    np.testing.assert_allclose(
        bound[curves["bound"].iloc[1:] > 1e-300], -found["bound_rate"], rtol=1e-6
    )
    above = curves["network"] > 1e-24
    assert (curves["network"] <= curves["bound"] * (1 + 1e-8))[above].all()
    assert found["tested"] >= above.sum() and found["violations"] == 0
    high = np.log(curves["network"][curves["network"] > 1e-20]).tail(1)
    low = np.log(curves["network"][curves["network"] <= 1e-20]).head(1)
    slope = (high.iloc[0] - low.iloc[0]) / (low.index[0] - high.index[0])
    crossed = high.index[0] + (high.iloc[0] - math.log(1e-20)) / slope
    assert found["tested"] == pytest.approx(crossed + 0.5, abs=0.55)  # steps 0, 1, … before it
    decade = curves[curves.index >= steps / 10]
    for name, height in (("quartic", decade["quartic"]), ("ring", decade["ring"] - 0.5)):
        slope = np.polyfit(np.log(decade.index), np.log(height), 1)[0]
        assert found[f"{name}_slope"] == pytest.approx(slope, rel=2e-2)  # of the steps kept
        assert found[f"{name}_recursion_slope"] == pytest.approx(found[f"{name}_slope"], rel=1e-6)
    limits = (found["quartic_far_slope"], found["ring_far_slope"])
    assert limits == pytest.approx((-2, -3), abs=1e-3)
    assert found["ring_end"] == pytest.approx(curves["ring"].iloc[-1], rel=1e-8)
    low = curves.index[curves["well"] < 0.45]
    high = curves.index[curves["well"] >= 0.45]
    assert high.max() < found["well_leaves"] <= low.min()
    tail = curves[(curves["network"] < 1e-3) & (curves["network"] > 1e-12)]
    slope = -np.polyfit(tail.index, np.log(tail["network"]), 1)[0]
    assert found["measured_rate"] == pytest.approx(slope, rel=2e-2)
    assert found["measured_rate"] > found["bound_rate"]


def test_numbers_on_first_order_chains():
    of = published.of("hardness", "first_order_chain")
    queries = of["first_order_queries"]
    by = queries.drop_duplicates("mu").sort_values("length")
    (short, long), (coarse, fine) = by["length"].iloc[-2:], by["accuracy"].iloc[-2:]
    drawn = queries[queries["mu"] == 0.02]
    check(
        "hardness/first_order_values",
        {
            "drawn_mu": 0.02, "drawn_length": drawn["length"].iloc[0],
            "longest_mu": queries["mu"].min(), "longest": queries["length"].max(),
            "least": queries["least"].min(),
            "least_ratio": (queries["queries"] / queries["length"]).min(),
            "slope_of_bound": math.log(long / short) / math.log(coarse / fine),
        },
        elsewhere=["from_one_half"],
    )  # fmt: skip
    progress = of["first_order_progress"]
    for method, rows in progress.groupby("method"):
        (row,) = drawn[drawn["method"] == method].itertuples()
        assert rows["query"].max() == row.queries and rows["found"].max() == row.found
        assert rows["found"].is_monotonic_increasing
        assert (rows["found"] <= rows["query"]).all()  # a query finds one coordinate at most


def test_numbers_on_the_index_and_its_spread():
    table = published.table("random_landscapes/index_variance").set_index(["ensemble", "n"])
    law = published.table("random_landscapes/index_distribution").query("method != 'Monte Carlo'")
    expected = {f"{name}_variance_{n}": row["variance"] for (name, n), row in table.iterrows()}
    n = law["n"].max()
    for name, rows in law[law["n"] == n].groupby("ensemble"):
        near = rows[(rows["index"] - n // 2).abs() <= 2]
        expected[f"{name}_near_half"] = near["probability"].sum()
    check("random_landscapes/index_values", expected)
    for (name, n), rows in law.groupby(["ensemble", "n"]):
        assert rows["probability"].sum() == pytest.approx(1, abs=1e-7)
        if (name, n) in table.index:
            spread = (rows["probability"] * (rows["index"] - n / 2) ** 2).sum()
            assert table.loc[(name, n), "variance"] == pytest.approx(spread, rel=1e-6)
    last = table.index.get_level_values("n").max()
    for name, growth in (("signs", lambda n: n / 4), ("goe", lambda n: np.log(n) / np.pi**2)):
        rows = table.loc[name]
        law = rows.loc[last, "variance"] + growth(rows.index) - growth(last)
        np.testing.assert_allclose(rows["shifted"], law, rtol=1e-7)


def test_numbers_on_the_large_deviation_rate():
    table = published.table("random_landscapes/large_deviation_rate").set_index("n")
    found = published.table("random_landscapes/large_deviation_values").set_index("name")["value"]
    limit, linear = math.log(3) / 4, math.log(2 + math.sqrt(3)) / 2 - math.log(3) / 4
    expected = {
        "limit": limit, "linear_guess": linear, "logarithmic_guess": 1 / 24, "fitted_from": 20,
        **{f"rate_{n}": table.loc[n, "rate"] for n in (8, 100)},
        **{f"excess_{n}": 100 * (table.loc[n, "rate"] / limit - 1) for n in (8, 100)},
    }  # fmt: skip
    estimated = ["theta", "linear", "logarithmic", "theta_without_logarithm", "fitted_to"]
    check("random_landscapes/large_deviation_values", expected, elsewhere=estimated)
    assert found["fitted_to"] % 20 == 0 and found["fitted_to"] >= 100
    assert found["theta"] == pytest.approx(limit, abs=1e-6)
    assert found["linear"] == pytest.approx(linear, abs=1e-4)
    assert found["logarithmic"] == pytest.approx(1 / 24, abs=2e-3)
    assert 0 < abs(found["theta_without_logarithm"] - limit) < 1e-4
    n = table.index.to_numpy()
    np.testing.assert_allclose(table["limit"], limit, rtol=1e-8)
    np.testing.assert_allclose(table["excess"], table["rate"] - limit, atol=2e-9)
    np.testing.assert_allclose(table["linear"], linear / n, rtol=1e-8)
    np.testing.assert_allclose(table["signs"], math.log(2) / n, rtol=1e-8)
    known = published.table("random_landscapes/positive_definite_probability")
    goe = known.query("ensemble == 'goe'").drop_duplicates("n").set_index("n")["probability"]
    for size in table.index.intersection(goe.index):
        rate = -math.log(goe[size]) / size**2
        assert table.loc[size, "rate"] == pytest.approx(rate, rel=1e-8)


def test_numbers_on_powers_of_a_distance():
    rates = published.table("polyak_lojasiewicz/lojasiewicz_rates")
    curves = published.table("polyak_lojasiewicz/lojasiewicz_curves")
    np.testing.assert_allclose(rates["theta"], 1 - 1 / rates["power"], rtol=1e-8)
    np.testing.assert_allclose(rates["predicted"], 1 / (1 - 2 / rates["power"]), rtol=1e-8)
    off = (rates["measured"] / rates["predicted"] - 1).abs().groupby(rates["family"]).max()
    morse = curves.query("family == 'circle' and power == 2").set_index("step")["gap"]
    found = published.table("polyak_lojasiewicz/lojasiewicz_values").set_index("name")["value"]
    assert found["steps"] == curves["step"].max()
    assert found["morse_bott_factor"] == pytest.approx(morse.iloc[-1] / morse.iloc[-2], rel=1e-5)
    assert found["morse_bott_predicted"] == pytest.approx(0.36, rel=1e-9)
    for family in ("line", "circle"):
        assert found[f"{family}_error"] == pytest.approx(off[family], abs=1e-8)
    for key, rows in curves.query("power > 2").groupby(["family", "power"]):
        row = rates.set_index(["family", "power"]).loc[key]
        late = rows[rows["step"] >= rows["step"].max() / 10]
        slope = np.polyfit(np.log(late["step"]), np.log(late["gap"]), 1)[0]
        assert -slope == pytest.approx(row.measured, rel=1e-2)


def test_numbers_on_random_fields_and_their_minima():
    points = published.table("random_landscapes/field_points")
    found = published.table("random_landscapes/random_fields_values").set_index("name")["value"]
    for nature, count in points["nature"].value_counts().items():
        assert found[f"shown_{nature}"] == count


def test_numbers_on_spin_glasses():
    counts = published.table("random_landscapes/spin_glass_counts")
    exact = counts.query("route == 'Kac–Rice' and p == 3").set_index(["N", "index"])["mean"]
    growth = published.table("random_landscapes/spin_glass_growth").set_index("N")
    thresholds = published.table("random_landscapes/spin_glass_thresholds").set_index("p")
    sizes = published.table("random_landscapes/spin_glass_completeness").set_index("N")["forms"]
    last = growth.iloc[-1]
    check(
        "random_landscapes/spin_glass_values",
        {
            **{f"forms_{N}": number for N, number in sizes.items()},
            "minima_share_4": exact[4, 0] / exact[4].sum(), "signs_4": 1 / 8,
            "edge_3": math.sqrt(8 / 3), "lowest_3": thresholds.loc[3, "E_0"],
            "rate_3": thresholds.loc[3, "minima_rate"], "largest_N": growth.index[-1],
            "largest_share": last["share"], "largest_minima": last["minima"],
            "largest_signs": last["signs"], "low_share_25": last["low_minima_share"],
            "low_share_10": growth.loc[10, "low_minima_share"],
        },
        elsewhere=[
            "quantile", "index_deviation", "total_deviation", "breiding_disagreements",
            "quadratic_disagreements", "unsolved", "coincident", "euler_violations", "even_pairs",
        ],
    )  # fmt: skip
    p = thresholds.index.to_numpy()
    np.testing.assert_allclose(thresholds["E_infinity"], 2 * np.sqrt((p - 1) / p), rtol=1e-8)
    np.testing.assert_allclose(thresholds["total"], np.log(p - 1) / 2, rtol=1e-7, atol=1e-12)
    np.testing.assert_allclose(
        thresholds["minima"], thresholds["total"] - thresholds["minima_rate"], atol=1e-8
    )
    np.testing.assert_allclose(growth["share"], growth["minima"] / growth["total"], rtol=1e-5)
    np.testing.assert_allclose(growth["signs"], 0.5 ** (growth.index - 1), rtol=1e-8)
    for N in growth.index.intersection(exact.index.get_level_values("N")):
        assert growth.loc[N, "minima"] == pytest.approx(exact[N, 0], rel=1e-5)
        assert growth.loc[N, "total"] == pytest.approx(exact[N].sum(), rel=1e-5)
    complexity = published.table("random_landscapes/spin_glass_complexity")
    edge = math.sqrt(8 / 3)  # E_∞, p = 3
    for index, rows in complexity.groupby(complexity["index"].astype(str)):
        u = rows["u"].to_numpy()
        beyond = np.sqrt(np.maximum(u**2 - edge**2, 0))
        action = -u * beyond / edge**2 - np.log((beyond - u) / edge)
        if index == "all":
            rate = math.log(2) / 2 - u**2 / 8 - np.where(u < -edge, action, 0)
        else:
            inside = math.log(2) / 2 - u**2 / 8 - (int(index) + 1) * action
            rate = np.where(u < -edge, inside, math.log(2) / 2 - 1 / 3)
        np.testing.assert_allclose(rows["rate"], rate, atol=1e-8)
    for index in (0, 1, 2):  # the rate is 0 at −E_k, from −E_∞ on it is that of all the others
        rows = complexity[complexity["index"].astype(str) == str(index)].sort_values("u")
        edge = np.interp(0, rows["rate"], rows["u"])
        assert -edge == pytest.approx(thresholds.loc[3, f"E_{index}"], abs=2e-4)
    bands = published.table("random_landscapes/spin_glass_bands")
    total = bands.groupby("u")["share"].sum()
    assert (total <= 1 + 1e-4).all() and bands["share"].between(0, 1).all()
    assert total.iloc[0] == pytest.approx(1, abs=1e-3)
    energies = published.table("random_landscapes/spin_glass_energies")
    counted = energies[energies["route"] == "count"]
    for index, rows in energies.query("route == 'Kac–Rice'").groupby("index"):
        area = np.trapezoid(rows["density"], rows["u"])
        assert area == pytest.approx(exact[4, index], rel=1e-3)
        other = counted[counted["index"] == index]
        width = np.diff(other["u"]).mean()
        assert (other["density"] * width).sum() == pytest.approx(area, rel=0.05)
        middle = np.average(rows["u"], weights=rows["density"])
        assert np.average(other["u"], weights=other["density"]) == pytest.approx(middle, abs=0.03)


def test_numbers_on_landscapes_of_problems():
    tensor = published.table("strict_saddle_problems/tensor_points")
    points = published.table("strict_saddle_problems/problem_points")
    spurious = points[(points["nature"] == "minimum") & (points["z"] > 0.1)]
    least = spurious.groupby("problem")["z"].min()
    check(
        "strict_saddle_problems/problem_values",
        {
            "points": len(tensor), **tensor["nature"].value_counts(),
            "spurious_phases": least["measured"], "spurious_completion": least["completion"],
        },
    )  # fmt: skip
    sphere = published.table("strict_saddle_problems/tensor_sphere")
    for table in (tensor, sphere):
        np.testing.assert_allclose((table[["x", "y", "z"]] ** 2).sum(axis=1), 1, rtol=1e-7)
        quartic = (table[["x", "y", "z"]] ** 4).sum(axis=1)
        np.testing.assert_allclose(table["value"], -quartic, atol=1e-8)
    np.testing.assert_allclose(tensor["value"], -1 / tensor["size"], rtol=1e-8)
    ways = sphere["longitude"], sphere["latitude"]
    np.testing.assert_allclose(sphere["z"], np.sin(ways[1]), atol=1e-8)
    np.testing.assert_allclose(sphere["x"], np.cos(ways[1]) * np.cos(ways[0]), atol=1e-8)
    np.testing.assert_allclose(sphere["y"], np.cos(ways[1]) * np.sin(ways[0]), atol=1e-8)


def test_numbers_on_plateaus():
    of = published.of("strict_saddle_problems", "saddle_to_saddle")
    met = of["plateau_visits"].query("depth > 1 and rank < 3")
    curves = of["plateau_curves"]
    expected = {
        "fewest_steps": met["steps"].min(), "gradient": met["gradient"].max(),
        "distance": met["distance"].max(),
    }  # fmt: skip
    for depth, rows in curves.groupby("depth"):
        expected[f"end_{depth}"] = rows["loss"].iloc[-1]
    check("strict_saddle_problems/plateau_values", expected)
    for (depth, plateau), rows in of["plateau_visits"].groupby(["depth", "plateau"]):
        assert len(rows) == 1 and plateau == {0: 14, 1: 5, 2: 1, 3: 0}[rows["rank"].iloc[0]]
        curve = curves[curves["depth"] == depth]
        inside = curve[(curve["loss"] - plateau).abs() <= 0.28]["step"]
        steps = rows["steps"].iloc[0]
        assert len(inside) <= steps  # the curve is kept at some of the steps
        if len(inside) > 1:
            assert steps >= inside.max() - inside.min() + 1 - 1e-9 or depth == 1


def test_a_random_field_is_flat_at_its_points_and_has_their_heights():
    surface = published.table("random_landscapes/field_surface")
    points = published.table("random_landscapes/field_points")
    side = np.sort(surface["x"].unique())
    np.testing.assert_array_equal(side, np.sort(surface["y"].unique()))
    grid = surface.pivot(index="x", columns="y", values="z").to_numpy()
    spline = RectBivariateSpline(side, side, grid)
    inside = points[(points[["x", "y"]] < side[-1]).all(axis=1)]
    x, y = inside["x"].to_numpy(), inside["y"].to_numpy()
    assert np.abs(spline.ev(x, y) - inside["z"]).max() < 5e-3
    assert np.hypot(spline.ev(x, y, dx=1), spline.ev(x, y, dy=1)).max() < 0.1
    bent = spline.ev(x, y, dx=2) * spline.ev(x, y, dy=2) - spline.ev(x, y, dx=1, dy=1) ** 2
    down = spline.ev(x, y, dx=2) < 0
    nature = np.where(bent < 0, "saddle", np.where(down, "maximum", "minimum"))
    assert (nature == inside["nature"]).mean() > 0.9


def test_a_reduction_is_a_quartic_along_the_ray_of_the_clique():
    for k, rows in published.table("hardness/reduction_rays").groupby("k"):
        s = rows["s"].to_numpy()
        np.testing.assert_allclose(s, np.linspace(0, 0.5, len(s)), atol=1e-9)
        fitted = np.polynomial.polynomial.polyfit(s**2, rows["value"], 3)
        np.testing.assert_allclose(fitted[:2], 0, atol=1e-7)
        assert fitted[3] == pytest.approx(27, rel=1e-4)  # |x|⁶ of three vertices
        assert rows["minimum"].nunique() == 1
        assert (fitted[2] > -1e-6) == rows["minimum"].iloc[0] or k == 3
        assert fitted[2] == pytest.approx(3 * (k - 3), abs=1e-4)


def test_two_lines_tell_the_corners_of_a_square_apart():
    points = published.table("hardness/reduction_points")
    corners = points[points["panel"] == "network"]
    assert sorted(zip(corners["x"], corners["y"], strict=True)) == [(0, 0), (0, 1), (1, 0), (1, 1)]
    first, second = (
        np.polynomial.Polynomial.fit(rows["x"], rows["y"], 1)(corners["x"])
        for _, rows in points[points["panel"] != "network"].groupby("panel")
    )
    between = (first < corners["y"]) & (corners["y"] < second)
    assert (between == (corners["label"] == 1)).all() and between.sum() == 2
    assert first.tolist() == pytest.approx(list(corners["x"] / 2 - 1 / 4), rel=1e-8)
    assert second.tolist() == pytest.approx(list(2 * corners["x"] + 1 / 2), rel=1e-8)


def test_parabolas_and_quartics_meet_their_boundary():
    table = published.table("polyak_lojasiewicz/pl_curves")
    for name, rows in table.groupby("function"):
        x = rows["x"]
        quartic = (x**2 - 1.2) ** 2 / 2, 2 * x * (x**2 - 1.2)
        gap, slope = quartic if name == "quartic" else (x**2 / 2, x)
        np.testing.assert_allclose(rows["gap"], gap, rtol=1e-6, atol=1e-8)
        np.testing.assert_allclose(rows["slope_squared"], slope**2, rtol=1e-6, atol=1e-8)
        np.testing.assert_allclose(rows["boundary"], gap, rtol=1e-6, atol=1e-8)  # 2µ = 1
        assert (rows["holds"] == (slope**2 >= gap * (1 - 1e-9))).all()


def test_the_first_step_on_a_power_is_exact():
    curves = published.table("polyak_lojasiewicz/lojasiewicz_curves").query("step == 1")
    for row in curves.itertuples():
        p = row.power
        if row.family == "line":
            h = 1 - 1 / (p - 1)
        else:
            radius = math.sqrt(2) * (1 - 2 * p / (8 * p * (p - 1) + 2 * p))
            h = radius**2 - 1
        assert row.gap == pytest.approx(h**p, rel=1e-6)


def test_slices_of_problems_have_the_heights_of_their_points():
    surfaces = published.table("strict_saddle_problems/problem_surfaces")
    points = published.table("strict_saddle_problems/problem_points")
    for name, rows in surfaces.groupby("problem"):
        side = np.sort(rows["x"].unique())
        np.testing.assert_array_equal(side, np.sort(rows["y"].unique()))
        np.testing.assert_allclose(side, -side[::-1], atol=1e-9)
        grid = rows.pivot(index="x", columns="y", values="z").to_numpy()
        spline = RectBivariateSpline(side, side, grid)
        own = points[points["problem"] == name]
        scale = 1 + np.abs(own["z"])
        assert (np.abs(spline.ev(own["x"], own["y"]) - own["z"]) < 1e-3 * scale).all()
        slope = np.hypot(*(spline.ev(own["x"], own["y"], **way) for way in ({"dx": 1}, {"dy": 1})))
        assert slope.max() < 2e-2 * scale.max()
