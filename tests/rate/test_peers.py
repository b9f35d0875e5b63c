"""The methods that benchmarks/pepit_peers.py gives to AutoLyap and PEPFlow, without these: each of
PEPit's examples once, with its own arguments, and as many calls as are announced."""

import ast
import importlib
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import PEPit.examples
import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "benchmarks/pepit_peers.py"
EXAMPLES = Path(PEPit.examples.__file__).parent


class Stated:
    """Any class of AutoLyap's or PEPFlow's, which keeps what it is given."""

    def __init__(self, *given, **named):
        self.given = given
        vars(self).update(named)


class Algorithm(Stated):
    def __init__(self, states, parts, calls, functions, operators):
        self.n, self.m, self.m_bar = states, parts, sum(calls)
        self.I_func, self.m_func = functions, len(functions)
        self.m_bar_func = sum(calls[i - 1] for i in functions)


class Package(ModuleType):
    """A module that has each name that is asked for."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        found = Algorithm if name == "Algorithm" else type(name, (Stated,), {})
        setattr(self, name, found)
        return found


def script(monkeypatch):
    for name in ("autolyap", "autolyap.algorithms", "autolyap.problemclass", "pepflow"):
        monkeypatch.setitem(sys.modules, name, Package(name))
    spec = importlib.util.spec_from_file_location("pepit_peers", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "pepit_peers", module)  # which dataclasses look for
    spec.loader.exec_module(module)
    return module


def own_arguments(name):
    """What PEPit's example gives to its function where it is run as a script."""
    path = EXAMPLES / f"{name}.py"
    names = dict(vars(importlib.import_module(f"PEPit.examples.{name.replace('/', '.')}")))
    given = {}

    def note(**named):
        given.update(named)
        return 0, 0

    names.update({key: note for key in names if key.startswith("wc_")})
    *_, block = ast.parse(path.read_text(encoding="utf-8")).body
    exec(compile(ast.Module(block.body, []), str(path), "exec"), names)
    return {k: v for k, v in given.items() if k not in ("wrapper", "solver", "verbose")}


@pytest.mark.filterwarnings("ignore:invalid escape sequence")  # PEPit's docstrings
def test_each_example_is_a_row_or_left_out_for_a_reason_with_its_own_arguments(monkeypatch):
    peers = script(monkeypatch)
    rows = {name: arguments for name, arguments, _ in peers.ROWS}
    left = [name for names in peers.LEFT.values() for name in names]
    paths = (p for p in EXAMPLES.glob("*/*.py") if p.name != "__init__.py")
    every = sorted(f"{p.parent.name}/{p.stem}" for p in paths)
    assert sorted([*(name for name, *_ in peers.ROWS), *left]) == every
    assert all(peers.LEFT) and all(peers.LEFT.values())
    for name, arguments in rows.items():
        own = own_arguments(name)
        assert arguments.keys() == own.keys(), name
        assert all(arguments[key] == pytest.approx(value) for key, value in own.items()), name


def test_each_method_makes_the_calls_and_states_that_it_announces(monkeypatch):
    peers = script(monkeypatch)
    for name, _, method in peers.ROWS:
        for one in (method, peers.whole(method)) if method.steps else (method,):
            for k in range(one.steps + 1):
                at = peers.Traced(one).trace(k)
                assert [len(part.points) for part in at.parts] == one.calls, (name, k)
                assert len(at.next) == one.states, (name, k)


def test_the_tables_are_those_of_the_script(monkeypatch):
    peers = script(monkeypatch)
    text = (ROOT / "docs/benchmarks.md").read_text(encoding="utf-8")
    text = text.split("benchmarks/pepit_peers.py", 1)[1]
    shown = [line.split(" | ")[0].removeprefix("| ") for line in text.splitlines()]
    assert [name for name in shown if "/" in name and name.count(" ") == 0] == [
        name for name, *_ in peers.ROWS
    ]
    for reason, names in peers.LEFT.items():
        assert f"| {reason} | {len(names)} |" in text
