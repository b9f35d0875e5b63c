"""Tangent kernels of networks of finite width: fluctuation, drift, linearisation, spectrum, rate.

Design. tanh networks with 1 to 3 hidden layers of width m in the tangent-kernel parametrisation, in
double precision. A replica is a data set, 8 inputs of norm √5 in R⁵, uniform in direction, with
normal targets, the same at all widths and depths; its starts are independent. At the start:
fluctuation, the relative distance (Frobenius) of the kernel on its inputs to the limit of infinite
width, found by quadrature. After 64 steps of descent on ½ Σ (f − y)², of length 1/λ_max of the
limit: drift of the kernel, relative; features, the relative change of the last
hidden layer on the inputs; relative and absolute movement of the parameters; linearisation, the
distance of the outputs at 8 further inputs from those of the network linearised at the start,
trained by the same steps, over the change of the latter. In the control, one hidden layer, the
outputs are divided by √m once more and the step is multiplied by m: the mean-field scaling.

Exponents are least-squares slopes of logarithms over the widths from 32, one a replica; intervals
are Student's over replicas, at the project's confidence. Training reaches the width 2¹³ with one
hidden layer, and 2¹¹ and 2¹⁰ with two and three, on the first 16 data sets, where a step costs as
m². Kernels at the start reach 2¹³ at all depths, with two and three hidden layers on the first 4
data sets beyond these widths, where they are drawn by their law, without weights (models.networks.
tangent); the exponents are of widths that all 16 have.

Rates. Two-layer networks (module two_layer) with one data set of 4 inputs of norm 1 in R¹⁰: the
linearised network by descent with step 1/λ_max, its flow in steps of a twentieth of that, and the
network itself with that step. For a wider range of κ, the linearised network of one width too with
the second input nearer to the first, (1 − δ)x₁ + δx₂ to norm 1, δ < 1. Recorded are κ, the steps to
10⁻⁶ of the first loss and the bound (κ/2) log 10⁶ + 1 that is proved; and the rate of the loss
between 10⁻⁸ and 10⁻¹⁶ of the first, over −2 log(1 − 1/κ) a step, and for the flow over 2λ_min in
time, nan where it does not get there or is not run.

Least eigenvalue. λ_min at a start of width 512, one hidden layer, by the number n of inputs of norm
√d and their dimension d.

Hypotheses. Fluctuation and features have the exponent −1/2; relative movement −1/2 at depth 1, and
deeper −1, since ‖θ₀‖ grows as m there; absolute movement 0. What is proved for one hidden layer
makes drift and linearisation fall as m^(−1/2) at least; at random starts their leading terms have
random signs, so that −1 is expected (Dyer & Gur-Ari 2020).

Acceptance. The exponents of fluctuation, features and movement are within 0.2 of these; those of
drift and linearisation are below −1/2, and at depth 1 so is the whole interval of the drift's. No
linearised network needs more steps than the bound. In the median λ_min falls with n at every d, and
rises with d at every n. (Whole intervals were asked at first, which is more than two widths, at
effort quick, can show; a step of 1/8 for all data, also tried at first, was too long for some at
depth 3, where the kernel then changed by a quarter at every width.)

Negative control. In the mean-field scaling the interval of the drift's exponent lies above −1/2.

Other root seeds. At nine, effort quick, all is accepted, and the control fails as it should.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from provenscape.claims.statistics import half_width, slope
from provenscape.models.networks import TwoLayerNetwork
from provenscape.models.networks.mlp import MLP
from provenscape.models.networks.tangent import Course, descend, limit_kernel, start_kernels
from provenscape.study.tables import scalars

TABLES = (
    "tangent_starts",
    "tangent_training",
    "tangent_exponents",
    "tangent_rates",
    "tangent_spectrum",
    "tangent_values",
)
PARAMETERS = {
    "quick": {
        "replicas": 32,
        "widths": {"1": [32, 512], "2": [32, 128], "3": [32, 128]},
        "started": {},
        "rates": [8, 64, 512],
        "nearness": [0.25],
    },
    "full": {
        "replicas": 24,
        "widths": {
            "1": [8, 32, 128, 512, 2048, 8192],
            "2": [8, 32, 128, 512, 2048],
            "3": [8, 32, 128, 512, 1024],
        },
        "started": {"2": [8192], "3": [2048, 8192]},
        "rates": [8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192],
        "nearness": [0.7, 0.5, 0.35, 0.25, 0.18],
    },
}

INPUTS, DIMENSION, FURTHER = 8, 5, 8
STEPS, DEEP = 64, 16  # replicas with more than one hidden layer
FIT_FROM, WIDE = 32, 4  # the least width in a slope; replicas at widths that are only started
SCALINGS = ("kernel", "mean_field")
MEASURES = ("drift", "linearisation", "features", "relative", "absolute")
RATE_INPUTS, RATE_DIMENSION, RATE_STEPS, FINE = 4, 10, 500, 20
NEAR_WIDTH, NEAR_STEPS = 512, 4_000
TOGETHER = 2**17  # parameters of networks that are trained at once: the cache holds them
SHARE, WINDOW = 1e-6, (1e-8, 1e-16)
COUNTS, DIMENSIONS, SPECTRUM_WIDTH = (4, 8, 12, 16), (2, 4, 8, 16), 512


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return the tables.

    tangent_starts: depth, width, replica, fluctuation, least. tangent_training: scaling, depth,
    width, replica, one column a measure, loss_ratio. tangent_exponents: scaling, depth, measure,
    exponent, low, high. tangent_rates: nearness (δ, or 1), width, replica, kappa, steps, bound,
    descent, network (rates of the loss a step over the predicted one), flow (in time, likewise).
    tangent_spectrum: count, dimension, replica, least. tangent_values: name, value.
    """
    replicas = parameters["replicas"]
    rng = np.random.default_rng(seed)
    rows = sphere(rng, replicas, INPUTS + FURTHER, DIMENSION)
    targets = rng.standard_normal((replicas, INPUTS))
    parts = []
    for depth, widths in parameters["widths"].items():
        some = slice(None if depth == "1" else DEEP)
        parts.append(courses(rng, int(depth), widths, rows[some], targets[some]))
        for width in parameters["started"].get(depth, ()):
            parts.append((started(rng, int(depth), width, rows[:WIDE, :INPUTS]), None))
    start, training = (pd.concat(part, ignore_index=True) for part in zip(*parts, strict=True))
    found = exponents(start, training)
    rated = rates(rng, parameters["rates"], parameters["nearness"], replicas)
    spectrum = least(rng, replicas)
    return {
        "tangent_starts": start,
        "tangent_training": training,
        "tangent_exponents": found,
        "tangent_rates": rated,
        "tangent_spectrum": spectrum,
        "tangent_values": scalars(summary(parameters, training, found, rated, spectrum)),
    }


def sphere(rng: np.random.Generator, replicas: int, count: int, dimension: int) -> np.ndarray:
    """Inputs of norm √dimension, uniform in direction; (replicas, count, dimension)."""
    found = rng.standard_normal((replicas, count, dimension))
    return found * dimension**0.5 / np.linalg.norm(found, axis=-1, keepdims=True)


def network(depth: int, width: int) -> MLP:
    return MLP((DIMENSION, *[width] * depth, 1), "tanh", kernel_scaling=True)


def courses(
    rng: np.random.Generator, depth: int, widths: list[int], rows: np.ndarray, targets: np.ndarray
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """What is measured at the start, and in training, of networks of that depth."""

    def course(width: int, step: float | np.ndarray, steps: int, scale: float) -> Course:
        net = network(depth, width)
        start = net.initial(rng, len(rows), dtype=np.float64)
        return descend(net, start, rows, targets, step / scale**2, steps, scale)

    limit = limit_kernel(network(depth, 1), rows[:, :INPUTS])
    step = 1 / np.linalg.eigvalsh(limit)[:, -1]
    starts, trained = [], []
    for width in widths:
        for scaling in SCALINGS if depth == 1 else SCALINGS[:1]:
            scale = 1.0 if scaling == "kernel" else width**-0.5
            found = course(width, step, STEPS, scale)
            about = {"depth": depth, "width": width, "replica": np.arange(len(rows))}
            trained.append(
                pd.DataFrame(
                    {"scaling": scaling} | about | measures(found, targets, step / scale**2)
                )
            )
            if scaling == "kernel":
                kernel = found.kernels[0][:, :INPUTS, :INPUTS]
                starts.append(pd.DataFrame(about | at_start(kernel, limit)))
    return pd.concat(starts), pd.concat(trained)


def started(rng: np.random.Generator, depth: int, width: int, rows: np.ndarray) -> pd.DataFrame:
    """What is measured at the start alone, where no weights need to be drawn."""
    net = network(depth, width)
    about = {"depth": depth, "width": width, "replica": np.arange(len(rows))}
    return pd.DataFrame(about | at_start(start_kernels(net, rng, rows), limit_kernel(net, rows)))


def at_start(kernel: np.ndarray, limit: np.ndarray) -> dict[str, np.ndarray]:
    """Distance of kernels to their limits, and the least eigenvalue."""
    gap = size(kernel - limit) / size(limit)
    return {"fluctuation": gap, "least": np.linalg.eigvalsh(kernel)[:, 0]}


def size(arrays: np.ndarray) -> np.ndarray:
    """The Euclidean norm of what each replica has."""
    return np.linalg.norm(arrays.reshape(len(arrays), -1), axis=1)


def measures(course: Course, targets: np.ndarray, step: np.ndarray) -> dict[str, np.ndarray]:
    """The measures of the docstring."""
    before, after = (kernel[:, :INPUTS, :INPUTS] for kernel in course.kernels)
    first, last = course.outputs
    hidden = [layer[:, :INPUTS] for layer in course.hidden]
    change = linearised(course.kernels[0], first[:, :INPUTS] - targets, step)[:, INPUTS:]
    residuals = [size(outputs[:, :INPUTS] - targets) for outputs in (first, last)]
    return {
        "drift": size(after - before) / size(before),
        "linearisation": size((last - first)[:, INPUTS:] - change) / size(change),
        "features": size(hidden[1] - hidden[0]) / size(hidden[0]),
        "relative": course.moved / course.length,
        "absolute": course.moved,
        "loss_ratio": (residuals[1] / residuals[0]) ** 2,
    }


def linearised(kernel: np.ndarray, residual: np.ndarray, step: np.ndarray) -> np.ndarray:
    """The change of all outputs of the linearised networks by the same steps."""
    by_residual = step[:, None, None] * kernel[:, :, :INPUTS]
    change = np.zeros(kernel.shape[:2])
    for _ in range(STEPS):
        at = residual + change[:, :INPUTS]
        change = change - (by_residual @ at[..., None])[..., 0]
    return change


def exponents(start: pd.DataFrame, training: pd.DataFrame) -> pd.DataFrame:
    """Slopes over the widths from FIT_FROM, with intervals."""
    found = []
    groups = [("kernel", *group, ("fluctuation",)) for group in start.groupby("depth")]
    groups += [(*key, rows, MEASURES) for key, rows in training.groupby(["scaling", "depth"])]
    for scaling, depth, rows, names in groups:
        wide = rows[rows["width"] >= FIT_FROM]
        for name in names:
            table = np.log(wide.pivot(index="width", columns="replica", values=name).dropna())
            slopes = slope(np.log(table.index.to_numpy()), table.to_numpy().T)
            exponent, half = slopes.mean(), half_width(slopes[None], np.ones(1))
            found.append((scaling, depth, name, exponent, exponent - half, exponent + half))
    return pd.DataFrame(found, columns=["scaling", "depth", "measure", "exponent", "low", "high"])


def rates(
    rng: np.random.Generator, widths: list[int], nearness: list[float], replicas: int
) -> pd.DataFrame:
    """Rates and counts of steps against κ, on one data set, and with two of its inputs nearer."""
    inputs = sphere(rng, 1, RATE_INPUTS, RATE_DIMENSION)[0] / RATE_DIMENSION**0.5
    targets = rng.standard_normal(RATE_INPUTS)
    frames = []
    for width, delta in [(m, 1.0) for m in widths] + [(NEAR_WIDTH, delta) for delta in nearness]:
        rows = inputs.copy()
        rows[1] = (1 - delta) * inputs[0] + delta * inputs[1]
        rows[1] /= np.linalg.norm(rows[1])
        net = TwoLayerNetwork(width, rows, targets)
        theta = net.initial(rng, replicas)
        kernel, residual = net.kernel(theta), net.residual(theta)
        values = np.linalg.eigvalsh(kernel)
        kappa, eta = values[:, -1] / values[:, 0], 1 / values[:, -1]
        descent = decay(kernel, residual, eta, RATE_STEPS if delta == 1 else NEAR_STEPS)
        predicted = -2 * np.log1p(-1 / kappa)
        flow = trained = np.ones((1, replicas))  # not run where two inputs are near
        if delta == 1:
            flow = decay(kernel, residual, eta / FINE, RATE_STEPS * FINE)
            trained = network_decay(net, theta, eta)
        columns = {
            "nearness": delta,
            "width": width,
            "replica": np.arange(replicas),
            "kappa": kappa,
            "steps": (descent > SHARE).sum(axis=0),
            "bound": kappa / 2 * np.log(1 / SHARE) + 1,
            "descent": rate(descent) / predicted,
            "flow": rate(flow) * FINE * kappa / 2,
            "network": rate(trained) / predicted,
        }
        frames.append(pd.DataFrame(columns))
    return pd.concat(frames, ignore_index=True)


def decay(kernel: np.ndarray, residual: np.ndarray, eta: np.ndarray, steps: int) -> np.ndarray:
    """‖r‖² over the first, step by step, where r ← r − ηKr; shape (steps, replicas)."""
    found = []
    for _ in range(steps):
        found.append((residual**2).sum(axis=1))
        residual = residual - eta[:, None] * (kernel @ residual[..., None])[..., 0]
    return np.array(found) / found[0]


def network_decay(net: TwoLayerNetwork, theta: np.ndarray, eta: np.ndarray) -> np.ndarray:
    """The loss over the first, step by step, of the network itself."""
    parts = []
    for some in np.array_split(np.arange(len(theta)), -(-theta.size // TOGETHER)):
        at, found = theta[some], []
        for _ in range(RATE_STEPS):
            loss, slope = net.value_and_gradient(at)
            found.append(loss)
            at = at - eta[some, None] * slope
        parts.append(np.array(found) / found[0])
    return np.concatenate(parts, axis=1)


def rate(losses: np.ndarray) -> np.ndarray:
    """The mean fall of the log loss a step between two shares of the first; nan if not reached."""
    early, late = ((losses > share).sum(axis=0) for share in WINDOW)
    replica = np.arange(losses.shape[1])
    reached = late < len(losses)
    last = np.minimum(late, len(losses) - 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        fall = np.log(losses[np.minimum(early, last), replica] / losses[last, replica])
        return np.where(reached, fall / (late - early), np.nan)


def least(rng: np.random.Generator, replicas: int) -> pd.DataFrame:
    """λ_min of kernels of one hidden layer at the start, by number of inputs and dimension."""
    frames = []
    for dimension in DIMENSIONS:
        for count in COUNTS:
            rows = sphere(rng, replicas, count, dimension)
            inner = rng.standard_normal((replicas, SPECTRUM_WIDTH, dimension))
            outer = rng.standard_normal((replicas, SPECTRUM_WIDTH, 1))
            hidden = np.tanh(inner @ rows.transpose(0, 2, 1) / dimension**0.5)
            slopes = outer * (1 - hidden**2)
            products = rows @ rows.transpose(0, 2, 1) / dimension
            kernel = hidden.transpose(0, 2, 1) @ hidden
            kernel += slopes.transpose(0, 2, 1) @ slopes * (1 + products)
            values = np.linalg.eigvalsh(kernel / SPECTRUM_WIDTH + 1)[:, 0]
            columns = {"count": count, "dimension": dimension, "replica": np.arange(replicas)}
            frames.append(pd.DataFrame(columns | {"least": values}))
    return pd.concat(frames, ignore_index=True)


def summary(
    parameters: Mapping[str, Any],
    training: pd.DataFrame,
    found: pd.DataFrame,
    rated: pd.DataFrame,
    spectrum: pd.DataFrame,
) -> dict[str, float | str]:
    """What the caption says."""
    values: dict[str, float | str] = {"replicas": parameters["replicas"], "fit_from": FIT_FROM}
    for depth, widths in parameters["widths"].items():
        values[f"widest_{depth}"] = widths[-1]
    for row in found.itertuples():
        name = f"{row.scaling}_{row.depth}_{row.measure}"
        values |= {name: row.exponent, f"{name}_low": row.low, f"{name}_high": row.high}
    kernel = training[training["scaling"] == "kernel"]
    wide = kernel[kernel["width"] >= FIT_FROM]
    values["worst_loss_ratio"] = wide["loss_ratio"].max()
    plain = rated[rated["nearness"] == 1]
    widest = plain[plain["width"] == plain["width"].max()]
    values["rate_width"] = int(widest["width"].iloc[0])
    values |= {"near_width": NEAR_WIDTH, "deep_replicas": DEEP, "wide_replicas": WIDE}
    values |= {"least_kappa": rated["kappa"].min(), "greatest_kappa": rated["kappa"].max()}
    values["worst_share_of_bound"] = (rated["steps"] / rated["bound"]).max()
    for name in ("descent", "flow", "network"):
        values[f"rate_{name}"] = widest[name].median()
    medians = spectrum.groupby(["dimension", "count"])["least"].median()
    for dimension in (DIMENSIONS[0], DIMENSIONS[-1]):
        for count in (COUNTS[0], COUNTS[-1]):
            values[f"least_{dimension}_{count}"] = medians[dimension, count]
    return values
