"""Tangent kernels by width and networks against kernels, judged from the raw tables."""

import math
from functools import cache

import numpy as np
import published
import pytest

from provenscape.claims.statistics import half_width, slope
from provenscape.models.networks.tangent import limit_kernel
from provenscape.study.experiments import seed_for
from provenscape.study.loading import load
from provenscape.study.settings import configuration

CHAPTER = "neural_landscapes"
EXPECTED = {"fluctuation": -0.5, "features": -0.5, "absolute": 0.0}


def exponent(rows, measure):
    """The slope over widths from 32 of a raw table, and half its interval."""
    wide = rows[rows["width"] >= 32].pivot(index="width", columns="replica", values=measure)
    wide = wide.dropna()  # widths that some replicas have not
    slopes = slope(np.log(wide.index.to_numpy()), np.log(wide.to_numpy()).T)
    return slopes.mean(), half_width(slopes[None], np.ones(1))


def kernels_are_accepted(tables) -> bool:
    training = tables["tangent_training"]
    right = True
    for depth, rows in tables["tangent_starts"].groupby("depth"):
        right &= abs(exponent(rows, "fluctuation")[0] + 0.5) < 0.2
        trained = training[(training["scaling"] == "kernel") & (training["depth"] == depth)]
        for measure in ("features", "relative", "absolute"):
            expected = EXPECTED.get(measure, -0.5 if depth == 1 else -1.0)
            right &= abs(exponent(trained, measure)[0] - expected) < 0.2
        right &= exponent(trained, "linearisation")[0] < -0.5
        found, half = exponent(trained, "drift")
        right &= found + (half if depth == 1 else 0) < -0.5
    return bool(right)


def outputs_and_jacobians(theta, rows):
    """v'tanh(W'x/√d + b)/√m + c of each replica at each input, its derivatives, what enters v."""
    (W, b), (v, c) = ((layer["weights"], layer["biases"]) for layer in theta)
    x, root = rows / rows.shape[2] ** 0.5, W.shape[2] ** 0.5
    h = np.tanh(x @ W + b[:, None])
    back = v[:, None, :, 0] / root * (1 - h**2)
    parts = (x[..., None] * back[..., None, :], back, h / root, np.ones((*h.shape[:2], 1)))
    jacobian = np.concatenate([part.reshape(*h.shape[:2], -1) for part in parts], axis=2)
    return (h @ v)[..., 0] / root + c, jacobian, h


def changed(theta, change):
    """The parameters after a change, in the order of the derivatives."""
    found, place = [], 0
    for layer in theta:
        found.append({})
        for name in ("weights", "biases"):
            shape = layer[name].shape
            end = place + math.prod(shape[1:])
            found[-1][name] = layer[name] + change[:, place:end].reshape(shape)
            place = end
    return found


def trained(theta, rows, targets, step, scale):
    """The measures of training with the outputs times `scale`, by Jacobians written out."""

    def size(array):
        return np.sqrt((array**2).reshape(len(array), -1).sum(axis=1))

    known, step, start = targets.shape[1], step[:, None] / scale**2, theta
    first, jacobian, h = outputs_and_jacobians(theta, rows)
    linear = np.zeros(jacobian.shape[::2])  # the parameters of the linearised network, less θ₀
    for _ in range(64):
        outputs, slopes, _ = outputs_and_jacobians(theta, rows[:, :known])
        pull = scale * (scale * outputs - targets)
        theta = changed(theta, -step * (pull[:, None] @ slopes)[:, 0])
        at = first + (jacobian @ linear[..., None])[..., 0]
        pull = scale * (scale * at[:, :known] - targets)
        linear = linear - step * (pull[:, None] @ jacobian[:, :known])[:, 0]
    last, after, other = outputs_and_jacobians(theta, rows)
    kernels = [J[:, :known] @ J[:, :known].transpose(0, 2, 1) for J in (jacobian, after)]
    change = (jacobian[:, known:] @ linear[..., None])[..., 0]
    ends = [[layer[name] for layer in t for name in layer] for t in (start, theta)]
    length = np.sqrt(sum(size(array) ** 2 for array in ends[0]))
    moved = np.sqrt(sum(size(b - a) ** 2 for a, b in zip(*ends, strict=True)))
    residuals = [size(scale * f[:, :known] - targets) for f in (first, last)]
    return {
        "drift": size(kernels[1] - kernels[0]) / size(kernels[0]),
        "linearisation": size((last - first)[:, known:] - change) / size(change),
        "features": size((other - h)[:, :known]) / size(h[:, :known]),
        "relative": moved / length,
        "absolute": moved,
        "loss_ratio": (residuals[1] / residuals[0]) ** 2,
    }


@cache
def narrow_networks():
    """Measures of one hidden layer up to the width 128 by Jacobians: at the start, by width, and of
    training, by scaling and width; data and starts are drawn as the experiment does."""
    (made,) = (one for one in published.EXPERIMENTS if one.name == "tangent_kernels")
    module, built = load(made.path), published.is_built(made)
    seed = configuration(published.ROOT)["seed"] if built else published.ROOT_SEED
    effort = configuration(published.ROOT)["effort"] if built else "quick"
    rng = np.random.default_rng(seed_for(CHAPTER, made.name, seed))
    replicas = module.PARAMETERS[effort]["replicas"]
    rows = rng.standard_normal((replicas, 16, 5))
    rows *= 5**0.5 / np.linalg.norm(rows, axis=2, keepdims=True)
    targets = rng.standard_normal((replicas, 8))
    limit = limit_kernel(module.network(1, 1), rows[:, :8])
    step = 1 / np.linalg.eigvalsh(limit)[:, -1]
    starts, training = {}, {}
    for width in (w for w in module.PARAMETERS[effort]["widths"]["1"] if w <= 128):
        for scaling, scale in (("kernel", 1.0), ("mean_field", width**-0.5)):
            start = module.network(1, width).initial(rng, replicas, dtype=np.float64)
            start = [{name: np.asarray(a) for name, a in layer.items()} for layer in start]
            if scaling == "kernel":
                slopes = outputs_and_jacobians(start, rows[:, :8])[1]
                kernel = slopes @ slopes.transpose(0, 2, 1)
                gap = np.linalg.norm(kernel - limit, axis=(1, 2))
                gap /= np.linalg.norm(limit, axis=(1, 2))
                starts[width] = {"fluctuation": gap, "least": np.linalg.eigvalsh(kernel)[:, 0]}
            training[scaling, width] = trained(start, rows, targets, step, scale)
    return starts, training


def narrow_networks_are_the_same_by_jacobians(tables) -> bool:
    starts, training = narrow_networks()
    table = tables["tangent_training"].set_index(["depth", "scaling", "width"])
    first = tables["tangent_starts"].set_index(["depth", "width"])
    right = all(
        np.allclose(first.loc[(1, width), name], values, rtol={"least": 1e-5}.get(name, 1e-6))
        for width, found in starts.items()
        for name, values in found.items()
    )
    return right and all(
        np.allclose(table.loc[(1, *place), name], values, rtol=1e-6)
        for place, found in training.items()
        for name, values in found.items()
    )


def the_other_scaling_fails(tables) -> bool:
    training = tables["tangent_training"]
    found, half = exponent(training[training["scaling"] == "mean_field"], "drift")
    return bool(found - half > -0.5)


def rates_are_accepted(tables) -> bool:
    rates = tables["tangent_rates"]
    bound = rates["kappa"] / 2 * np.log(1e6) + 1
    within = (rates["steps"] <= bound).all() and np.allclose(bound, rates["bound"])
    plain, closer = rates[rates["nearness"] == 1], rates[rates["nearness"] <= 0.25]
    within &= closer["kappa"].median() > 3 * plain["kappa"].median()
    within &= abs(closer["descent"].median() - 1) < 0.02
    wide = plain[plain["width"] == plain["width"].max()]
    near = (wide[["descent", "flow", "network"]].median().sub(1).abs() < 0.02).all()
    return bool(within and near)


def spectrum_is_accepted(tables) -> bool:
    medians = tables["tangent_spectrum"].groupby(["dimension", "count"])["least"].median().unstack()
    falls = (medians.diff(axis=1).iloc[:, 1:] < 0).all(axis=None)
    return bool(falls and (medians.diff().iloc[1:] > 0).all(axis=None))


def regimes_are_accepted(tables) -> bool:
    trials, counts = tables["regime_trials"], tables["regime_counts"].set_index("setting")
    direction = trials[trials["target"] == "direction"]
    base = direction[direction["width"] == 64]
    events = {
        "features": base["network"][base["scale"] == 0.1] < base["own"][base["scale"] == 0.1] / 2,
        "features, lazy": base["network"][base["scale"] == 10]
        < base["own"][base["scale"] == 10] / 2,
    }
    kernel = trials[(trials["target"] == "kernel") & (trials["scale"] == 0.1)]
    events["not halved"] = kernel["network"] >= kernel["own"] / 2
    right = all(event.sum() == counts.loc[name, "successes"] for name, event in events.items())
    right &= all(len(event) == 160 for event in events.values())
    lazy = trials[(trials["scale"] == 10) & (trials["trial"] < 40)]
    for _, rows in lazy.groupby("target"):
        logs = np.log(rows["network"] / rows["own"]).to_numpy()
        half = half_width(logs[None], np.ones(1))
        right &= np.log(0.9) < logs.mean() - half < logs.mean() + half < np.log(1.1)
    return bool(right)


def test_exponents_are_those_of_theory_and_the_other_scaling_has_none(tables):
    found = tables("tangent_kernels")
    assert kernels_are_accepted(found)
    assert the_other_scaling_fails(found)


def test_training_of_narrow_networks_is_the_same_by_jacobians_written_out(tables):
    assert narrow_networks_are_the_same_by_jacobians(tables("tangent_kernels"))


def test_rates_are_those_of_the_condition_number(tables):
    assert rates_are_accepted(tables("tangent_kernels"))


def test_least_eigenvalues_fall_with_inputs_and_rise_with_dimension(tables):
    assert spectrum_is_accepted(tables("tangent_kernels"))


def test_counts_and_ratios_follow_from_the_trials(tables):
    assert regimes_are_accepted(tables("networks_against_kernels"))


@pytest.mark.parametrize("measure", ["drift", "features", "relative", "absolute"])
def test_tampered_exponents_are_told(tables, measure):
    found = {name: table.copy() for name, table in tables("tangent_kernels").items()}
    training = found["tangent_training"]
    training[measure] *= training["width"] ** 0.5
    assert not kernels_are_accepted(found)


@pytest.mark.parametrize(
    "measure", ["drift", "linearisation", "features", "relative", "absolute", "loss_ratio"]
)
def test_a_changed_measure_of_training_is_told(tables, measure):
    found = {name: table.copy() for name, table in tables("tangent_kernels").items()}
    found["tangent_training"][measure] *= 1.0001
    assert not narrow_networks_are_the_same_by_jacobians(found)


@pytest.mark.parametrize("measure", ["fluctuation", "least"])
def test_a_changed_kernel_at_the_start_is_told(tables, measure):
    found = {name: table.copy() for name, table in tables("tangent_kernels").items()}
    found["tangent_starts"][measure] *= 1.001
    assert not narrow_networks_are_the_same_by_jacobians(found)


@pytest.mark.parametrize(("column", "change"), [("steps", 99), ("kappa", -1), ("network", 0.1)])
def test_tampered_rates_are_told(tables, column, change):
    found = {name: table.copy() for name, table in tables("tangent_kernels").items()}
    found["tangent_rates"][column] += change
    assert not rates_are_accepted(found)


@pytest.mark.parametrize(
    ("table", "column"), [("regime_counts", "successes"), ("regime_trials", "own")]
)
def test_tampered_trials_are_told(tables, table, column):
    found = {name: table.copy() for name, table in tables("networks_against_kernels").items()}
    found[table][column] = found[table][column] / 2
    assert not regimes_are_accepted(found)
