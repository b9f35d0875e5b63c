"""Captions on networks and implicit bias: what they quote follows from the raw tables."""

import math

import numpy as np
import published
import pytest
from quoted import around, check, half
from scipy.stats import rankdata

from provenscape.models import landscapes


def wide(rows, value, columns="replica"):
    """Replicas beside each other, a row a width that all replicas have."""
    return rows.pivot(index="width", columns=columns, values=value).dropna()


def test_numbers_on_tangent_kernels():
    of = published.of("neural_landscapes", "tangent_kernels")
    starts, training, rates = (of[f"tangent_{n}"] for n in ("starts", "training", "rates"))
    expected = {"fit_from": 32, "deep_replicas": 16, "wide_replicas": 4, "near_width": 512}
    expected["replicas"] = training["replica"].nunique()
    for depth, rows in training.groupby("depth"):
        expected[f"widest_{depth}"] = rows["width"].max()
    groups = [("kernel", d, starts[starts["depth"] == d], "fluctuation") for d in (1, 2, 3)]
    groups += [
        (*key, rows, measure)
        for key, rows in training.groupby(["scaling", "depth"])
        for measure in ("drift", "linearisation", "features", "relative", "absolute")
    ]
    for scaling, depth, rows, measure in groups:
        table = wide(rows[rows["width"] >= 32], measure)
        if table.size:
            slopes = np.polyfit(np.log(table.index), np.log(table), 1)[0]
            for end, value in around(slopes).items():
                expected[f"{scaling}_{depth}_{measure}{end}"] = value
    fitted = training.query("scaling == 'kernel' and width >= 32")
    expected["worst_loss_ratio"] = fitted["loss_ratio"].max()
    plain = rates[rates["nearness"] == 1]
    expected["rate_width"] = plain["width"].max()
    expected["least_kappa"], expected["greatest_kappa"] = rates["kappa"].agg(["min", "max"])
    allowed = rates["kappa"] * math.log(1000) + 1
    expected["worst_share_of_bound"] = (rates["steps"] / allowed).max()
    for name in ("descent", "flow", "network"):
        expected[f"rate_{name}"] = plain[plain["width"] == plain["width"].max()][name].median()
    for (dimension, count), rows in of["tangent_spectrum"].groupby(["dimension", "count"]):
        expected[f"least_{dimension}_{count}"] = np.median(rows["least"])
    stored = set(published.table("neural_landscapes/tangent_values")["name"])
    quoted = {key: value for key, value in expected.items() if key in stored}
    check("neural_landscapes/tangent_values", quoted)
    found = of["tangent_exponents"]
    for row in found.itertuples():
        name = f"{row.scaling}_{row.depth}_{row.measure}"
        ends = [expected[f"{name}{end}"] for end in ("", "_low", "_high")]
        assert [row.exponent, row.low, row.high] == pytest.approx(ends, rel=1e-6, abs=1e-9)


def test_numbers_on_batch_size_and_sharpness():
    of = published.of("implicit_bias", "batch_size_and_sharpness")
    runs, rescaled = of["sharpness_runs"], of["sharpness_rescaled"]
    whole, small = runs["batch"].max(), runs["batch"].min()
    noisy = runs[runs["labels"] == "noisy"]
    step = noisy["step"].max()

    def at(batch, column):
        rows = noisy[(noisy["batch"] == batch) & (noisy["step"] == step)]
        return rows.set_index("replica")[column].sort_index()

    expected = {"replicas": runs["replica"].nunique()}
    expected |= {name: runs[name].max() for name in ("residual", "relative_residual")}
    for name in ("lambda_max", "relative", "trace"):
        logs = np.log(at(small, name) / at(whole, name))
        for end, value in around(logs).items():
            expected[f"{name}{end or '_mean'}"] = math.exp(value)
    for name, factor in (("error", 100), ("test_loss", 1)):
        for end, value in around(factor * (at(small, name) - at(whole, name))).items():
            expected[f"{name}{end or '_mean'}"] = value
    expected["less_loss"] = (at(small, "test_loss") < at(whole, "test_loss")).sum()
    means, told = [], 0
    for _, rows in runs.groupby("labels"):
        for measure in ("lambda_max", "relative", "trace"):
            for outcome in ("error", "test_loss"):
                x, y = (
                    rows.pivot(index="replica", columns=["batch", "step"], values=name).to_numpy()
                    for name in (measure, outcome)
                )
                for a, b in ((x, y), (x.T, y.T)):
                    pairs = zip(a, b, strict=True)
                    each = [np.corrcoef(rankdata(u), rankdata(v))[0, 1] for u, v in pairs]
                    means.append(np.mean(each))
                    told += abs(means[-1]) > half(each)
    expected |= {"correlations": len(means), "told": told, "widest": np.abs(means).max()}
    more = rescaled.groupby("replica")["lambda_max"].max()
    expected["raised"] = (more / at(whole, "lambda_max").loc[more.index]).median()
    expected["changed"] = rescaled["changed"].max()
    budgets = of["sharpness_budgets"].query("budget == 'epochs'").set_index(["batch", "replica"])
    fewer, most = budgets.loc[small], budgets.loc[whole]
    for end, value in around(100 * (fewer["error"] - most["error"])).items():
        expected[f"epochs_error{end or '_mean'}"] = value
    for name, rows in (("small", fewer), ("whole", most)):
        expected[f"epochs_lambda_max_{name}"] = rows["lambda_max"].mean()
        expected[f"epochs_loss_{name}"] = rows["loss"].mean()
    check("implicit_bias/sharpness_values", expected)


def test_effects_of_batch_and_step_are_paired_differences():
    of = published.of("implicit_bias", "batch_size_and_sharpness")
    runs, whole = of["sharpness_runs"], of["sharpness_runs"]["batch"].max()
    for row in of["sharpness_effects"].itertuples():
        some = runs[(runs["labels"] == row.labels) & (runs["step"] == row.step)]
        values = some.pivot(index="replica", columns="batch", values=row.quantity)
        if row.quantity in ("lambda_max", "relative", "trace"):
            values = np.log(values)
        off = values[row.batch] - values[whole]
        ends = list(around(off).values())
        assert [row.mean, row.low, row.high] == pytest.approx(ends, rel=1e-5, abs=1e-7)
        assert row.less == (off < 0).sum()


def test_numbers_on_the_movement_of_parameters():
    of = published.of("neural_landscapes", "parameter_movement")
    final, curves = of["movement_final"], of["movement_curves"]
    widths = sorted(final["width"].unique())
    last_from = max(64, widths[-1] // 4)
    expected = {
        "narrow": widths[0], "wide": widths[-1], "fit_from": 64, "last_from": last_from,
        "replicas": final["replica"].nunique(), "steps": curves["step"].max(), "step": 0.1,
        "worst_loss_ratio": final[final["width"] >= 64]["loss_ratio"].max(),
    }  # fmt: skip
    for name, scaling, least in (
        ("kernel", "kernel", 64), ("mean_field", "mean_field", 64), ("last", "kernel", last_from)
    ):  # fmt: skip
        rows = final[(final["scaling"] == scaling) & (final["width"] >= least)]
        logs = np.log(wide(rows, "movement"))
        at = np.log(logs.index.to_numpy())
        weights = (at - at.mean()) / np.square(at - at.mean()).sum()
        exponent, width = np.polyfit(at, logs, 1)[0].mean(), half(logs.to_numpy(), weights)
        ends = {"exponent": exponent, "low": exponent - width, "high": exponent + width}
        expected |= {f"{name}_{end}": value for end, value in ends.items()}
    for (scaling, width), rows in final.groupby(["scaling", "width"]):
        for name in ("narrow", "wide"):
            if width == expected[name]:
                expected[f"{scaling}_{name}"] = np.median(rows["movement"])
                expected[f"{scaling}_{name}_distance"] = np.median(rows["distance"])
        ends = curves.query("scaling == @scaling and width == @width").iloc[-1]
        quantiles = np.quantile(rows["movement"], [0.1, 0.5, 0.9])
        assert ends[["low", "median", "high"]].tolist() == pytest.approx(quantiles, rel=1e-6)
    check(
        "neural_landscapes/movement_values",
        expected,
        elsewhere=["share_narrow", "share_wide", "least_eigenvalue"],
    )


def test_paths_end_as_far_from_the_start_as_the_weights_and_shares_are_what_a_plane_keeps():
    of = published.of("neural_landscapes", "parameter_movement")
    paths, final = of["movement_paths"], of["movement_final"].query("scaling == 'kernel'")
    far = final.set_index(["width", "replica"])["movement"]
    found = published.table("neural_landscapes/movement_values").set_index("name")["value"]
    for name, width in (("narrow", paths["width"].min()), ("wide", paths["width"].max())):
        rows = paths[(paths["width"] == width) & (paths["step"] == paths["step"].max())]
        kept = np.hypot(rows["u"], rows["v"]).to_numpy() / far[width][rows["replica"]].to_numpy()
        assert (kept <= 1 + 1e-6).all() and (kept**2 > 0.99).all()
        assert 0.99 < float(found[f"share_{name}"]) <= 1
    first = paths[paths["step"] == 0]
    assert (first[["u", "v"]].abs() < 1e-12).all(axis=None)
    assert float(found["least_eigenvalue"]) >= 0.05


def test_numbers_on_networks_against_kernels():
    of = published.of("neural_landscapes", "networks_against_kernels")
    trials, sweep = of["regime_trials"], of["regime_sweep"]
    first = trials[trials["trial"] < 40]
    expected = {
        "trials": trials["trial"].nunique(), "swept": 40, "count": 64, "width": 64, "steps": 800,
        "worst_train": trials["train"].max(),
    }  # fmt: skip
    for (target, scale, width), rows in first.groupby(["target", "scale", "width"]):
        ends = [math.exp(v) for v in around(np.log(rows["network"] / rows["own"])).values()]
        other = math.exp(np.log(rows["network"] / rows["infinite"]).mean())
        medians = rows[["features", "drift", "train"]].median()
        (row,) = sweep.query(
            "target == @target and scale == @scale and width == @width"
        ).itertuples()
        assert [row.ratio, row.low, row.high] == pytest.approx(ends, rel=1e-6)
        assert row.against_infinite == pytest.approx(other, rel=1e-6)
        assert [row.features, row.drift, row.train] == pytest.approx(list(medians), rel=1e-6)
        regime = {0.1: "features", 10: "lazy"}.get(scale)
        if regime and width == 64:
            key = f"{target}_{regime}"
            names = ("ratio", "low", "high")
            expected |= {f"{key}_{name}": end for name, end in zip(names, ends, strict=True)}
            expected[f"{key}_against_infinite"] = other
            expected[f"{key}_drift"], expected[f"{key}_moved"] = (
                medians["drift"],
                medians["features"],
            )
    check("neural_landscapes/regime_values", expected)


def test_numbers_on_flat_and_sharp_minima():
    minima = published.table("implicit_bias/basin_minima")
    expected = {"shift": 0.325, "stretch": 7.5, "depth_difference": 0.01}
    for row in minima.itertuples():
        expected[f"{row.minimum}_gap_{row.coordinates}"] = row.test - row.training
        expected[f"{row.minimum}_curvature_{row.coordinates}"] = row.curvature
    check("implicit_bias/basin_values", expected)
    by = minima.set_index(["coordinates", "minimum"])
    assert by["training"].tolist() == pytest.approx([0.03, 0.02] * 2, abs=1e-9)
    assert by.loc["x", "place"].tolist() == [-2, 2]
    for name, coordinate in (("basins", "x"), ("basins_reparametrised", "u")):
        curve = published.table(f"implicit_bias/{name}")
        for row in by.loc[coordinate].itertuples():
            reached = np.interp(row.place, curve[coordinate], curve["training"])
            assert reached == pytest.approx(row.training, abs=2e-2)
            shifted = np.interp(row.place - 0.325, curve[coordinate], curve["training"])
            assert shifted == pytest.approx(row.test, abs=2e-2)
            assert np.interp(row.place, curve[coordinate], curve["test"]) == pytest.approx(
                row.test, abs=2e-2
            )


def test_numbers_on_connectivity():
    of = published.of("neural_landscapes", "linear_connectivity")
    pairs = of["connectivity_pairs"]
    claimed = pairs[(pairs["width"] == 32) & (pairs["normalised"] == 0)]
    expected = {"trials": claimed["pair"].nunique()}
    for (name, measure), rows in claimed.groupby(["comparison", "measure"]):
        key = name.replace(" ", "_")
        if measure == "training_loss":
            expected[f"{key}_barrier"] = np.median(rows["barrier"])
        if measure == "test_error":
            expected[f"{key}_error"] = 100 * rows["middle"].mean()
        if (name, measure) == ("tail", "training_loss"):
            expected["loss"] = np.median(rows["first"])
        if (name, measure) == ("tail", "test_error"):
            ends = {"error": 100 * rows["first"].mean(), "tail_error": 100 * rows["second"].mean()}
    check("neural_landscapes/connectivity_values", expected | ends)
    keys = ["width", "normalised", "comparison", "measure"]
    found = of["connectivity_barriers"].set_index(keys)
    for key, rows in pairs.groupby(keys):
        if key in found.index:
            row, barrier = found.loc[key], rows["barrier"]
            quantiles = np.quantile(barrier, [0.1, 0.5, 0.9])
            assert row[["low", "median", "high"]].tolist() == pytest.approx(quantiles, abs=1e-8)
            assert row["mean"] == pytest.approx(barrier.mean(), abs=1e-8)
            assert row["pairs"] == len(rows)
    lines = of["connectivity_lines"]
    for end, column in ((0, "first"), (1, "second")):
        for (name, measure), rows in lines[lines["share"] == end].groupby(
            ["comparison", "measure"]
        ):
            values = claimed[(claimed["comparison"] == name) & (claimed["measure"] == measure)]
            quantiles = np.quantile(values[column], [0.1, 0.5, 0.9])
            assert rows[["low", "median", "high"]].iloc[0].tolist() == pytest.approx(
                quantiles, rel=1e-6, abs=1e-9
            )
    assert sorted(lines["share"].unique()) == pytest.approx(
        np.linspace(0, 1, lines["share"].nunique())
    )


def test_numbers_on_normalisation_and_skips():
    of = published.of("neural_landscapes", "normalisation_and_skips")
    ratios = of["design_ratios"]
    expected = {
        "_".join([row.first, row.second, row.measure, row.time]).replace(" ", "_"): row.ratio
        for row in ratios.itertuples()
    }
    budgets = of["design_budgets"]
    expected |= {
        "trials": budgets["trials"].max(),
        "replicas": 12,
        "smooth": ratios[ratios["measure"] == "sharpness"]["pairs"].max(),
    }
    check("neural_landscapes/design_values", expected)
    smooth = of["design_smoothness"]
    for row in ratios.itertuples():
        part = smooth[smooth["time"] == row.time]
        values = part.pivot(index="replica", columns="design", values=row.measure)
        pairs = np.log(values[row.first] / values[row.second]).dropna()
        ends = [math.exp(value) for value in around(pairs).values()]
        assert row.pairs == len(pairs)
        assert [row.ratio, row.low, row.high] == pytest.approx(ends, rel=1e-6)
        decided = "lower" if row.high < 1 else "higher" if row.low > 1 else "not decided"
        assert row.verdict == decided


def test_numbers_on_wells_and_their_shares():
    table = published.table("implicit_bias/time_in_wells").set_index("noise")
    expected = {"runs": table["runs"].iloc[0]}
    for noise, row in table.iterrows():
        key = noise.split()[0]
        expected |= {f"{key}_share": row["in_flat"] / row["runs"], f"{key}_theory": row["theory"]}
    check("implicit_bias/wells_values", expected)
    strengths = {"isotropic": (1, 1), "curvature": (1 / 2, 2)}
    densities = published.table("implicit_bias/densities_in_wells")
    for noise, rows in densities.groupby("noise"):
        flat = rows["x"] < 2
        height = np.where(flat, rows["x"] ** 2 / 2, 2 * (rows["x"] - 3) ** 2)
        np.testing.assert_allclose(rows["loss"], height, atol=1e-8)
        low, high = strengths[noise]  # of the noise; what p times it is continuous at the barrier
        down = np.exp(-2 / low - (rows["loss"] - 2) / high) / high
        law = np.where(flat, np.exp(-rows["loss"] / low) / low, down)
        np.testing.assert_allclose(rows["theory"], 10 * law / law.sum(), rtol=5e-3)
        assert rows["density"].sum() == pytest.approx(10, rel=1e-6)  # cells of 1/10
        share = rows["density"][flat].sum() / 10
        assert share == pytest.approx(table.loc[noise, "share"], abs=1e-6)
        theory = rows["theory"][flat].sum() / 10
        assert theory == pytest.approx(table.loc[noise, "theory"], abs=2e-3)
    assert table.loc["label", "theory"] == table.loc["curvature", "theory"]


def test_numbers_on_the_edge_of_stability():
    table = published.table("implicit_bias/edge_of_stability")
    np.testing.assert_allclose(table["ratio"], table["lambda_max"] * table["eta"] / 2, rtol=1e-7)
    steps = np.sort(table["step"].unique())
    late = table[table["step"].isin(steps[-2:])]
    expected = {
        f"ratio_{batch}_{round(100 * eta)}": rows["ratio"].mean()
        for (batch, eta), rows in late.groupby(["batch", "eta"])
    }
    expected |= {
        "replicas": table["replica"].nunique(),
        "start": table[table["step"] == 0]["lambda_max"].mean(),
        "residual": (late["residual"] / late["lambda_max"]).max(),
    }
    check("implicit_bias/edge_values", expected)
    counted = published.table("implicit_bias/edge_counts").set_index("setting")
    assert (counted["trials"] == table["replica"].nunique()).all()
    for batch in (192, 8):
        rows = late[(late["batch"] == batch) & (late["eta"] == 0.3)]
        near = rows["ratio"].sub(1).abs().groupby(rows["replica"]).max()
        assert counted.loc[f"batches of {batch}", "successes"] == (near <= 0.1).sum()


def test_numbers_on_indices_and_losses_of_critical_points():
    table = published.table("neural_landscapes/critical_candidates")
    certified = table["kind"].isin(["minimum", "saddle"])
    met = table[(table["origin"] == "trajectory") & certified]
    ranks = (rankdata(met[name]) for name in ("index", "gap"))
    found = published.table("neural_landscapes/critical_values").set_index("name")["value"]
    shares = published.table("neural_landscapes/critical_shares")
    far = table["origin"].str.startswith("descent") & (table["moved"] > 0.1)
    kinds = table["kind"].mask(far, "unfinished")
    for origin, rows in shares.groupby("origin"):
        np.testing.assert_allclose(rows["share"], rows["number"] / rows["number"].sum(), rtol=1e-8)
        counted = kinds[table["origin"] == origin].value_counts()
        assert dict(zip(rows["kind"], rows["number"], strict=True)) == counted.to_dict()
    saddles = met[met["kind"] == "saddle"]
    assert found["saddles"] == len(saddles)
    descents = published.table("neural_landscapes/critical_descents")
    assert found["searched"] == table[table["origin"] == "trajectory"]["landscape"].nunique()
    assert found["landscapes"] == descents["landscape"].nunique()
    assert found["correlation"] == pytest.approx(np.corrcoef(*ranks)[0, 1], abs=1e-8)
    assert found["saddles_near"] == pytest.approx((saddles["gap"] <= 0.1).mean(), rel=1e-8)


def test_numbers_on_lengths_of_paths():
    runs = published.table("neural_landscapes/path_runs")
    expected = {"trials": runs["trial"].nunique(), "shallow": 4, "blocks": 16}
    for (design, time), rows in runs.groupby(["design", "time"]):
        key = f"{design}_{time}".replace(" ", "_")
        expected[f"{key}_mean"] = rows["mean"].median()  # of runs that have not diverged
        expected[f"{key}_share"] = rows["shallow"].median()
    check("neural_landscapes/path_values", expected)
    shares = published.table("neural_landscapes/path_shares")
    number = [math.comb(16, k) for k in shares["length"]]
    np.testing.assert_allclose(shares["all"], shares["single"] * number, rtol=1e-7)
    for (design, time), rows in shares.groupby(["design", "time"]):
        assert rows["length"].tolist() == list(range(17))
        if rows["share"].isna().all():  # all have diverged
            continue
        assert rows["share"].sum() == pytest.approx(1, abs=1e-6)
        some = runs[(runs["design"] == design) & (runs["time"] == time) & (runs["trial"] < 12)]
        if some["mean"].notna().all():
            mean, shallow = some["mean"].mean(), some["shallow"].mean()
            assert (rows["share"] * rows["length"]).sum() == pytest.approx(mean, rel=1e-5)
            assert rows["share"].iloc[:5].sum() == pytest.approx(shallow, rel=1e-5)


def test_numbers_on_directions_of_separable_data():
    directions = published.table("implicit_bias/separable_directions")
    margins = published.table("implicit_bias/separable_margins")
    steps = directions[directions["method"] == "gradient descent"]["step"].max()
    check("implicit_bias/separable_values", {"steps": steps, "diagonal": math.atan(1 / 3)})
    assert (margins["low"] <= margins["margin"] + 1e-9).all()
    assert (margins["margin"] <= margins["high"] + 1e-9).all()


def test_flat_and_sharp_basins_are_those_of_the_landscape():
    value = landscapes.get("flat_sharp").value
    plain = published.table("implicit_bias/basins")
    other = published.table("implicit_bias/basins_reparametrised")
    for table in (plain, other):
        x = table["x"].to_numpy()
        np.testing.assert_allclose(table["training"], value(x[:, None]), rtol=1e-5, atol=1e-7)
    x = plain["x"].to_numpy()
    np.testing.assert_allclose(plain["test"], value(x[:, None] - 0.325), rtol=1e-5, atol=1e-7)
    s, w = 7.5, 0.05

    def at(u):
        bent = w * np.log(np.cosh(u / w))
        return ((s + 1 / s) * u - (s - 1 / s) * bent) / 2

    u = other["u"].to_numpy()
    np.testing.assert_allclose(other["x"], at(u), rtol=1e-7, atol=1e-8)
    before = value(at(u - 0.325)[:, None])
    np.testing.assert_allclose(other["test"], before, rtol=1e-6, atol=1e-7)
    minima = published.table("implicit_bias/basin_minima")
    np.testing.assert_allclose(minima["gap"], minima["test"] - minima["training"], atol=2e-9)


def test_averages_of_connected_networks_are_those_of_the_pairs():
    of = published.of("neural_landscapes", "linear_connectivity")
    pairs = of["connectivity_pairs"].query("measure == 'test_error'")
    keys = ["width", "normalised", "comparison"]
    for key, rows in pairs.groupby(keys):
        found = of["connectivity_averages"].set_index(keys)
        if key not in found.index:
            continue
        row, tail = found.loc[key], key[-1] == "tail"
        error = rows["second" if tail else "middle"]
        mean = rows["first"] if tail else (rows["first"] + rows["second"]) / 2
        assert row["error"] == pytest.approx(error.mean(), abs=1e-8)
        assert row["excess"] == pytest.approx((error - mean).mean(), abs=1e-8)
        assert row["pairs"] == len(rows)


def test_summaries_of_widths_are_those_of_the_runs():
    of = published.of("neural_landscapes", "width_and_scale")
    runs, keys = of["width_runs"], ["labels", "scale", "width"]
    by = runs[runs["start"] == 0].groupby(keys)
    for row in of["width_summary"].itertuples():
        rows = by.get_group((row.labels, row.scale, row.width))
        assert row.trials == len(rows)
        assert row.median == pytest.approx(rows["best"].median(), rel=1e-7)
        for name in ("equal_time", "best_time"):
            given, own = getattr(row, name), rows[name]
            if not math.isnan(given):
                assert given == pytest.approx(own.fillna(math.inf).median(), rel=1e-7)
