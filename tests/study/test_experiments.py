"""What an experiment says is rounding noise becomes 0, and nothing else does."""

import pandas as pd
import pytest

from provenscape.errors import UserError
from provenscape.study import experiments

CODE = """import pandas as pd

NOISE = {noise}


def run(parameters, seed):
    cells = [1e-30, -2e-30, 1e-3, None]
    values = pd.DataFrame({{"name": ["a", "b"], "value": [1e-30, "word"]}})
    return {{"t": pd.DataFrame({{"x": cells, "y": cells}}), "values": values}}
"""


@pytest.fixture
def ran(tmp_path):
    def run(noise):
        path = tmp_path / "hardness/e.py"
        path.parent.mkdir()
        path.write_text(CODE.format(noise=noise), encoding="utf-8")
        return experiments.run(path, {}, 1, ("t", "values"))

    return run


def test_noise_becomes_zero_in_the_columns_that_have_it(ran):
    made = ran({"t": {"x": 1.5e-30}, "values": {"value": 1e-20}})
    expected = pd.DataFrame({"x": [0, -2e-30, 1e-3, None], "y": [1e-30, -2e-30, 1e-3, None]})
    pd.testing.assert_frame_equal(made["t"], expected)
    assert list(made["values"]["value"]) == [0, "word"]


@pytest.mark.parametrize("noise", [{"t": {"z": 1.0}}, {"u": {"x": 1.0}}])
def test_noise_of_what_there_is_not_is_refused(ran, noise):
    with pytest.raises(UserError, match=r"NOISE names [xz] of [tu], which there is not"):
        ran(noise)
