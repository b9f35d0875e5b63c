"""The spherical p-spin glass: how many critical points of each index, and at which energies.

Design. The mean number of critical points of index k in N dimensions, exact for finite N by the
Kac–Rice formula: for p = 2, where it is 2 for every k (eigenvectors), for p = 3 and others. Against
it a complete count for p = 3: random cubic forms in N = 2, 3, 4, 5 variables, the critical points
of which are all found as eigenvectors (`ensembles.cubic_forms`), 2ᴺ − 1 over ℂ and up to sign. The
annealed complexities and their thresholds E_∞, E_k; how the exact means for N up to 25 approach
them; the exact mean number of each index by energy, N = 25.

Acceptance. (a) In every form 2ᴺ − 1 solutions appear, at distances above 1e-4, with minors below
1e-6, and the counts satisfy Morse's identity on the sphere, Σ (−1)^k N_k = 1 + (−1)^(N−1). (b) The
mean counts by index agree with Kac–Rice within the project's normal quantile, about 4.9 standard
errors, and for N = 2, 3 the exact totals, up to sign, are Breiding's (2019), √(3p − 2) and
1 + 4 (p − 1)^(3/2)/√(3p − 2). (c) For N = 4 more than 1/8 of the critical points are minima (one
drawn from each form): claim minima-of-cubic-forms-are-more-frequent-than-signs-say.

Negative control. Independent signs, with 1/8 exactly, fail test (c). GOE matrices, which have
neither the weight |det| of the Hessians at critical points nor their common shift, are counted
beside.
"""

from collections.abc import Mapping
from math import log, sqrt
from typing import Any

import numpy as np
import pandas as pd

from provenscape.claims.statistics import QUANTILE, counts
from provenscape.models import ensembles
from provenscape.models.ensembles import cubic_forms, inertia, kac_rice, spin_glass
from provenscape.study.tables import scalars

TABLES = (
    "spin_glass_counts",
    "spin_glass_completeness",
    "spin_glass_definite_counts",
    "spin_glass_energies",
    "spin_glass_bands",
    "spin_glass_complexity",
    "spin_glass_thresholds",
    "spin_glass_growth",
    "spin_glass_values",
)
PARAMETERS = {
    "quick": {"forms_2": 2_000, "forms_3": 2_000, "forms_4": 2_500, "forms_5": 60},
    "full": {"forms_2": 20_000, "forms_3": 20_000, "forms_4": 12_000, "forms_5": 1_000},
}

SOLVED, DISTINCT, AGREE = 1e-6, 1e-4, 1e-9
SIZES = (2, 3, 4, 5)
DEGREES = (2, 3, 4, 6, 10)
SHOWN = 4  # variables of the forms whose energies are shown
BINS = np.linspace(-2.5, 2.5, 41)
ENERGIES = np.linspace(-2.6, 2.6, 105)
BANDS, BAND_INDICES = 25, (0, 1, 2, 4, 8, 12)
DEPTHS = np.linspace(-1.70, -1.60, 101)
LAYERS = (0, 1, 2, 3)
GROWTH = (2, 3, 4, 6, 8, 10, 13, 17, 21, 25)
CHUNK = 500


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return mean counts by p, N, index and route; the tests of completeness; counts for the claim;
    energies by index, counted and exact; complexities; thresholds; finite N; scalars."""
    generator = np.random.default_rng(seed)
    found = {N: enumerated(N, parameters[f"forms_{N}"], generator) for N in SIZES}
    tallies = {N: each.counts() for N, each in found.items()}
    mean_counts = tabulated(tallies)
    completeness = pd.DataFrame([complete(N, found[N], tallies[N]) for N in SIZES])
    thresholds = pd.DataFrame([threshold(degree) for degree in DEGREES])
    growth = finite_sizes()
    return {
        "spin_glass_counts": mean_counts,
        "spin_glass_completeness": completeness,
        "spin_glass_definite_counts": drawn(tallies[4], generator),
        "spin_glass_energies": energies(found[SHOWN]),
        "spin_glass_bands": bands(),
        "spin_glass_complexity": complexities(),
        "spin_glass_thresholds": thresholds,
        "spin_glass_growth": growth,
        "spin_glass_values": values(mean_counts, completeness, thresholds, growth),
    }


def enumerated(N: int, forms: int, generator: np.random.Generator) -> cubic_forms.CriticalPoints:
    """All critical points of that many cubic forms, found in chunks."""
    tensors = cubic_forms.sample(N, forms, generator)
    starts = range(0, forms, CHUNK)
    parts = [cubic_forms.critical_points(tensors[start : start + CHUNK]) for start in starts]
    joined = {
        name: np.concatenate([getattr(part, name) for part in parts])
        for name in ("x", "energy", "index", "residual", "gap")
    }
    form = np.concatenate([part.form + start for part, start in zip(parts, starts, strict=True)])
    return cubic_forms.CriticalPoints(form=form, **joined)


def tabulated(tallies: Mapping[int, np.ndarray]) -> pd.DataFrame:
    """Mean numbers of critical points: p, N, index, mean, error, route."""
    rows = []
    for N, tally in tallies.items():
        for degree in (2, 3):
            exact = [float(value) for value in spin_glass.exact_counts(degree, N)]
            rows += [(degree, N, k, value, 0.0, "Kac–Rice") for k, value in enumerate(exact)]
        errors = tally.std(axis=0, ddof=1) / sqrt(len(tally))
        columns = zip(tally.mean(axis=0), errors, strict=True)
        rows += [(3, N, k, mean, error, "count") for k, (mean, error) in enumerate(columns)]
    return pd.DataFrame(rows, columns=["p", "N", "index", "mean", "error", "route"])


def complete(N: int, found: cubic_forms.CriticalPoints, tally: np.ndarray) -> dict[str, Any]:
    """One row of tests that nothing is missing."""
    each = tally.sum(axis=1)
    breiding = 2 * sqrt(7) if N == 2 else 2 + 8 * sqrt(8) / sqrt(7) if N == 3 else np.nan
    characteristic = 1 + (-1) ** (N - 1)
    return {
        "N": N,
        "forms": len(tally),
        "complex_solutions": 2**N - 1,
        "unsolved": int((found.residual > SOLVED).sum()),
        "coincident": int((found.gap < DISTINCT).sum()),
        "euler_violations": int((tally @ (-1) ** np.arange(N) != characteristic).sum()),
        "even_pairs": int((each // 2 % 2 == 0).sum()),
        "fewest": int(each.min()),
        "most": int(each.max()),
        "mean_total": each.mean(),
        "total_error": each.std(ddof=1) / sqrt(len(each)),
        "kac_rice_total": float(spin_glass.mean_counts(3, N).sum()),
        "breiding_total": breiding,
    }


def drawn(tally: np.ndarray, generator: np.random.Generator) -> pd.DataFrame:
    """Whether one critical point drawn from each form is a minimum, and as many random signs and
    GOE matrices."""
    rank = generator.random(len(tally)) * tally.sum(axis=1)
    signs, goe = (
        ensembles.get(name).sample(tally.shape[1] - 1, len(tally), generator)
        for name in ("signs", "goe")
    )
    return counts(
        {
            "cubic forms": rank < tally[:, 0],
            "independent signs": inertia.positive_definite(signs),
            "GOE matrices": inertia.positive_definite(goe),
        }
    )


def energies(found: cubic_forms.CriticalPoints) -> pd.DataFrame:
    """Mean numbers per unit of energy and form, by index: counted in bins, exact on a grid."""
    N = found.x.shape[1]
    both = np.concatenate([found.energy, -found.energy]) / sqrt(N)
    index = np.concatenate([found.index, N - 1 - found.index])
    exact = np.round(spin_glass.energy_densities(3, N, ENERGIES), 6)
    middle = (BINS[1:] + BINS[:-1]) / 2
    scale = len(found.gap) * np.diff(BINS)
    parts = []
    for k in range(N):
        density = np.histogram(both[index == k], BINS)[0] / scale
        parts.append(pd.DataFrame({"route": "count", "index": k, "u": middle, "density": density}))
        parts.append(
            pd.DataFrame({"route": "Kac–Rice", "index": k, "u": ENERGIES, "density": exact[:, k]})
        )
    return pd.concat(parts, ignore_index=True)


def bands() -> pd.DataFrame:
    """The share of some indices among the critical points at each energy, p = 3 and N = BANDS."""
    u = np.linspace(-2.0, 0.6, 131)
    exact = spin_glass.energy_densities(3, BANDS, u)
    exact = np.round(exact / exact.sum(axis=1, keepdims=True), 5)
    parts = [pd.DataFrame({"index": k, "u": u, "share": exact[:, k]}) for k in BAND_INDICES]
    return pd.concat(parts, ignore_index=True)


def complexities() -> pd.DataFrame:
    """Θ_(k,3)(u) near the bottom, for the lowest indices and in total."""
    curves = {str(k): spin_glass.complexity(3, k, DEPTHS) for k in LAYERS}
    curves["all"] = spin_glass.total_complexity(3, DEPTHS)
    parts = [pd.DataFrame({"index": k, "u": DEPTHS, "rate": rate}) for k, rate in curves.items()]
    return pd.concat(parts, ignore_index=True)


def threshold(degree: int) -> dict[str, float]:
    """E_∞, E_0, E_1, E_2, and the rate at which minima become rare."""
    lowest = [spin_glass.lowest_energy(degree, k) if degree > 2 else sqrt(2) for k in range(3)]
    return {
        "p": degree,
        "E_infinity": spin_glass.threshold(degree),
        **{f"E_{k}": value for k, value in enumerate(lowest)},
        "minima": log(degree - 1) / 2 - spin_glass.minima_rate(degree),
        "total": log(degree - 1) / 2,
        "minima_rate": spin_glass.minima_rate(degree),
    }


def finite_sizes() -> pd.DataFrame:
    """Exact means for p = 3: minima, all critical points, those below −E_∞, and signs.

    Columns N, minima, total, share, signs, low_minima_share: of the critical points below −E_∞.
    """
    edge = spin_glass.threshold(3)
    nodes, rule = np.polynomial.legendre.leggauss(80)
    depth = 3.0
    u = -edge - depth * (1 + nodes) / 2
    rows = []
    for N in GROWTH:
        mean = kac_rice.trusted(spin_glass.mean_counts(3, N), N - 1)
        low = (depth / 2 * rule) @ spin_glass.energy_densities(3, N, u)
        rows.append(
            {
                "N": N,
                "minima": mean[0],
                "total": mean.sum(),
                "share": mean[0] / mean.sum(),
                "signs": 2.0 ** (1 - N),
                "low_minima_share": kac_rice.trusted(low[0] / low.sum(), N - 1),
            }
        )
    return pd.DataFrame(rows)


def values(
    mean_counts: pd.DataFrame,
    completeness: pd.DataFrame,
    thresholds: pd.DataFrame,
    growth: pd.DataFrame,
) -> pd.DataFrame:
    """Scalars: deviations in standard errors, and numbers for captions."""
    cubic = mean_counts[mean_counts["p"] == 3].set_index(["route", "N", "index"])
    count, exact = cubic.loc["count"], cubic.loc["Kac–Rice"]
    of_three = thresholds.set_index("p").loc[3]
    sizes = completeness.set_index("N")
    last = growth.iloc[-1]
    quadratic = mean_counts[mean_counts["p"] == 2]["mean"]
    breiding = completeness.dropna(subset="breiding_total")
    found = {
        "quantile": QUANTILE,
        "index_deviation": ((count["mean"] - exact["mean"]).abs() / count["error"]).max(),
        "total_deviation": (
            (sizes["mean_total"] - sizes["kac_rice_total"]).abs() / sizes["total_error"]
        ).max(),
        "breiding_disagreements": (
            (breiding["kac_rice_total"] - breiding["breiding_total"]).abs() > AGREE
        ).sum(),
        "quadratic_disagreements": ((quadratic - 2).abs() > AGREE).sum(),
        "unsolved": completeness["unsolved"].sum(),
        "coincident": completeness["coincident"].sum(),
        "euler_violations": completeness["euler_violations"].sum(),
        "even_pairs": completeness["even_pairs"].sum(),
        **{f"forms_{N}": sizes.loc[N, "forms"] for N in SIZES},
        "minima_share_4": exact.loc[4, "mean"][0] / exact.loc[4, "mean"].sum(),
        "signs_4": 2.0**-3,
        "edge_3": of_three["E_infinity"],
        "lowest_3": of_three["E_0"],
        "rate_3": of_three["minima_rate"],
        "largest_N": last["N"],
        "largest_share": last["share"],
        "largest_minima": last["minima"],
        "largest_signs": last["signs"],
        "low_share_10": growth.set_index("N").loc[10, "low_minima_share"],
        "low_share_25": last["low_minima_share"],
    }
    return scalars(found)
