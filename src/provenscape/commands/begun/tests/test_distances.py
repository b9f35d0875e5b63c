"""The experiment passes its acceptance test, and its negative control does not."""

from pathlib import Path

import numpy as np
import pytest

from provenscape.study import experiments

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(("eta", "holds"), [(0.5, True), (2.5, False)])
def test_a_step_of_one_half_halves_the_distance_and_one_of_five_halves_does_not(eta, holds):
    path = ROOT / "experiments/descent/distances.py"
    rows = experiments.run(path, {"starts": 10}, 1, ["distances"])["distances"]
    largest = rows.query("eta == @eta")["largest"].to_numpy()
    assert np.allclose(largest[1:], largest[:-1] / 2) == holds
