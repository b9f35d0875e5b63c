"""What an experiment says is rounding noise becomes 0, and nothing else does; shares of one make
the tables that it makes alone."""

import shutil

import numpy as np
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

PARTED = """import numpy as np
import pandas as pd


def part(seed, number):
    draws = np.random.default_rng(seed).standard_normal(3)
    return {"draws": draws / 3, "words": np.array(["a", "bc"]), "number": np.array(number)}


def parts(parameters, seed):
    seeds = enumerate(seed.spawn(parameters["parts"]))
    return [lambda k=k, child=child: part(child, k) for k, child in seeds]


def merged(parameters, found):
    rows = [(int(one["number"]), *one["draws"], *one["words"]) for one in found]
    return {"t": pd.DataFrame(rows, columns=[*"nxyzuv"])}


def run(parameters, seed):
    return merged(parameters, [part() for part in parts(parameters, seed)])
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


@pytest.fixture
def parted(tmp_path):
    path = tmp_path / "hardness/e.py"
    path.parent.mkdir()
    path.write_text(PARTED, encoding="utf-8")
    return path


def cut(path, shares, parts=5):
    files = [path.parent / f"{shares}/{number}.npz" for number in range(shares)]
    for number, file in enumerate(files):
        experiments.run_share(path, {"parts": parts}, 1, number, shares, file)
    return files


@pytest.mark.parametrize("shares", [1, 2, 5, 7])  # of seven two are empty
def test_shares_make_the_tables_that_one_process_makes(parted, shares):
    alone = experiments.run(parted, {"parts": 5}, 1, ("t",))["t"]
    merged = experiments.run(parted, {"parts": 5}, 1, ("t",), cut(parted, shares))["t"]
    pd.testing.assert_frame_equal(merged, alone, check_exact=True)
    assert list(alone["n"]) == [0, 1, 2, 3, 4]
    assert alone[["x", "y", "z"]].stack().nunique() == 15


def test_shares_that_do_not_belong_together_or_are_no_shares_are_refused(parted):
    files = cut(parted, 3)
    for others in (files[:2], [*files[:2], *cut(parted, 2, parts=6)]):
        with pytest.raises(UserError, match="not all shares of one run"):
            experiments.read_shares(others)
    whole = files[0].read_bytes()
    for content in (b"", whole[: len(whole) // 2], b"word"):
        files[0].write_bytes(content)
        with pytest.raises(UserError, match="no share of an experiment"):
            experiments.read_shares(files)
    with files[0].open("wb") as stream:  # objects would be unpickled, which runs code
        np.savez(stream, parts=np.array(5), **{"0/draws": np.array([{}], dtype=object)})
    with pytest.raises(UserError, match="no share of an experiment"):
        experiments.read_shares(files)
    shutil.rmtree(files[0].parent)
    with pytest.raises(UserError, match="no share of an experiment"):
        experiments.read_shares(files)
