"""`provenscape find`: what it writes, what it says, and what it leaves alone."""

import itertools
import time

import pytest

from provenscape.claims.verification import verify
from provenscape.cli import main
from provenscape.errors import UserError
from provenscape.finding import race, searches
from provenscape.finding.words import with_remedy
from provenscape.finding.writing import laid_out
from provenscape.search.plans import quoted

BOUNDS = '''"""A product of two bounds."""

from provenscape.kernel import Claim, ge, le, real

A, u, v = real("A u v")  # the largest one first

claim = Claim(
    id="{id}",
    says="If u, v ≤ A ≤ 1 then (2A − u − v)(1 − A) ≥ 0.",
    items={{}},
    where={{(A, u, v): "numbers"}},
    given={{"one": le(A, 1), "u": le(u, {bound}), "v": le(v, A)}},
    then=ge((2 * A - u - v) * (1 - A)),
)
'''
CONTRADICTION = BOUNDS.replace("le(v, A)}}", 'le(v, A), "low": ge(u, 2)}}')
OPEN = BOUNDS.replace("ge((2 * A - u - v) * (1 - A)),", "ge((u - v) ** 2), constants=(A,),")


def stated(folder, text, name="a_claim", **changes):
    path = folder / f"{name}.py"
    path.write_text(text.format(**{"id": name.replace("_", "-"), "bound": "A", **changes}))
    return path


def find(path, *options):
    with pytest.raises(SystemExit) as ended:
        main(["find", str(path), *map(str, options)])
    return ended.value.code


def test_a_proof_is_written_below_the_text_and_verifies(tmp_path, capsys):
    path = stated(tmp_path, BOUNDS)
    before = path.read_text()
    assert find(path) == 0
    after = path.read_text()
    assert after.startswith(before.replace("Claim, ge", "Claim, combine, ge"))
    assert "def proof():" in after and "witness = " in after
    assert verify(path)["verdict"] == "proved"
    said = capsys.readouterr()
    assert said.out.startswith("proved") and "linear" in said.err


def test_a_point_is_written_where_the_claim_fails(tmp_path):
    path = stated(tmp_path, BOUNDS, bound="2 * A")
    assert find(path) == 3
    assert verify(path)["verdict"] == "refuted"


def test_the_same_file_gives_the_same_certificate(tmp_path):
    first, second = (stated(tmp_path / name, BOUNDS) for name in made(tmp_path, "one", "two"))
    assert find(first) == find(second) == 0
    assert first.read_text() == second.read_text()


def made(folder, *names):
    for name in names:
        (folder / name).mkdir()
    return names


def test_contradictory_hypotheses_are_said_and_nothing_is_written(tmp_path, capsys):
    path = stated(tmp_path, CONTRADICTION)
    before = path.read_text()
    assert find(path) == 5
    assert path.read_text() == before
    assert "low, one, u cannot hold together" in capsys.readouterr().out


def test_what_was_tried_is_said_where_nothing_is_found(tmp_path, capsys):
    path = stated(tmp_path, OPEN)
    before = path.read_text()
    assert find(path) == 4
    assert path.read_text() == before
    said = capsys.readouterr().out
    assert "tried, counterexample: families" in said and "next: all that is tried was" in said
    assert "give it longer" not in said and "as ge(y) beside ge(x)" in said


def test_it_is_given_longer_where_a_search_was_not_through(tmp_path, capsys, monkeypatch):
    ended = {"proof": f"{race.LATE} 1 s of processor time", "counterexample": "nothing is found"}
    monkeypatch.setattr(race, "first_found", lambda *_: (None, ended))
    assert find(stated(tmp_path, BOUNDS)) == 4
    assert "next: give it longer" in capsys.readouterr().out


def test_of_a_function_without_rules_it_is_said_what_to_write(tmp_path, capsys):
    text = BOUNDS.replace("from provenscape", "from sympy import tanh\n\nfrom provenscape", 1)
    text = text.replace("ge((2 * A - u - v) * (1 - A))", "le(tanh(A), 2 - A)")
    assert find(stated(tmp_path, text), "--seconds", 2) == 4
    assert "(exp(2*x) - 1)/(exp(2*x) + 1) for tanh(x)" in capsys.readouterr().out


def test_of_e_beside_an_exponential_it_is_said_what_to_write(tmp_path, capsys):
    text = BOUNDS.replace("from provenscape", "from sympy import E, exp\n\nfrom provenscape", 1)
    path = stated(tmp_path, text.replace("ge((2 * A - u - v) * (1 - A))", "ge(exp(A), E * A)"))
    assert find(path, "--seconds", 2) == 4
    assert "exp(y) >= 1 + y for exp(x) >= E*x" in capsys.readouterr().out
    said = path.read_text().replace("E, exp", "exp").replace("E * A", "1 + A")
    path.write_text(said)
    assert find(path) == 0 and verify(path)["verdict"] == "proved"


def test_exponentials_are_put_for_numbers_and_the_file_verifies(tmp_path):
    text = BOUNDS.replace("from provenscape", "from sympy import exp\n\nfrom provenscape", 1)
    text = text.replace('"u": le(u, {bound}), "v": le(v, A)', '"low": ge(A)')
    text = text.replace("(A, u, v): ", "A: ")
    text = text.replace("ge((2 * A - u - v) * (1 - A))", "le(exp(A), 1 + A + A**2)")
    path = stated(tmp_path, text)
    assert find(path) == 0
    assert "of numbers" in path.read_text() and verify(path)["verdict"] == "proved"
    path.write_text(
        path.read_text().replace("then=le(exp(A), 1 + A +", "then=le(exp(A), 1 + A/2 +")
    )
    with pytest.raises(UserError):
        verify(path)


def test_a_bound_without_a_value_at_the_empty_sum_is_said(tmp_path, capsys):
    text = BOUNDS.replace("import Claim, ge", "import Claim, sums, ge")
    text = text.replace('"one": le(A, 1), "u": le(u, {bound}), "v": le(v, A)', '"A": ge(A, 1)')
    text = text.replace(
        "ge((2 * A - u - v) * (1 - A))", "sums(le(u, 2 - 1 / A), {{u: 1 / v**2}}, over=v, upto=A)"
    )
    text = text.replace("(A, u, v): ", "(A, u): ")
    assert find(stated(tmp_path, text)) == 4
    assert "has no value where A = 0, u = 0; let a sum begin" in capsys.readouterr().out


HARMONIC = '''"""The sum of 1/j."""

from sympy import log

from provenscape.kernel import Claim, ge, le, real, sums

n, S, j = real("n S j")

claim = Claim(
    id="a-claim",
    says="The sum of 1/j for j up to n is bounded.",
    items={},
    where={n: "the last index", S: "the sum"},
    given={GIVEN},
    then=sums(THEN, {S: 1 / j}, over=j, upto=n),
)
'''


def harmonic(folder, given, then):
    path = folder / "a_claim.py"
    path.write_text(HARMONIC.replace("GIVEN", given).replace("THEN", then))
    return path


def test_a_bound_on_a_sum_that_fails_after_eighty_terms_is_refuted(tmp_path):
    path = harmonic(tmp_path, '"n": ge(n)', "le(S, 5)")
    assert find(path) == 3
    assert "*[{}] * 83" in path.read_text() and verify(path)["verdict"] == "refuted"
    path.write_text(path.read_text().replace("* 83", "* 82"))
    with pytest.raises(UserError, match="holds along the trajectory"):
        verify(path)


def test_of_trajectories_it_is_said_how_many_states_were_tried(tmp_path, capsys):
    assert find(harmonic(tmp_path, '"n": ge(n)', "le(S, 8)"), "--seconds", 9) == 4
    assert "none of them is seen to fail among its first 400 states" in capsys.readouterr().out
    assert find(harmonic(tmp_path, '"n": ge(n, 1)', "le(S, 1 + log(n))"), "--seconds", 9) == 4
    assert "at no start that is tried do the hypotheses hold" in capsys.readouterr().out


def test_a_logarithm_of_a_sum_is_proved_and_one_without_a_value_has_a_way_round(tmp_path):
    message = find(harmonic(tmp_path, "", "ge(S, log(n + 1))"))
    assert "log(n + 1) is not evidently positive; let a hypothesis" in message
    assert "ge(n, 0)" in message and "\n" not in message
    path = harmonic(tmp_path, '"n": ge(n, 0)', "ge(S, log(n + 1))")
    assert find(path) == 0 and verify(path)["verdict"] == "proved"


def test_a_form_that_is_never_negative_is_not_assumed_to_be(tmp_path, capsys):
    below = '{"below": lt(A**4 * u**2 + A**2 * u**4 - 3 * A**2 * u**2 + 1, 0)}'
    text = BOUNDS.replace("Claim, ge, le", "Claim, ge, lt").replace(
        '{{"one": le(A, 1), "u": le(u, {bound}), "v": le(v, A)}}',
        below.replace("{", "{{").replace("}", "}}"),
    )
    assert find(stated(tmp_path, text.replace("ge((2 * A - u - v) * (1 - A))", "ge(v, 5)"))) == 5
    assert "below cannot hold" in capsys.readouterr().out


def test_what_is_found_is_verified_in_any_folder(tmp_path, monkeypatch, capsys):
    path = stated(tmp_path, BOUNDS)
    assert find(path) == 0
    capsys.readouterr()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        main(["verify", path.name])
    assert ended.value.code == 0 and capsys.readouterr().out.startswith("proved")
    path.write_text(path.read_text().replace("ge((2 * A", "ge((3 * A"))
    with pytest.raises(SystemExit) as ended:
        main(["verify", path.name])
    assert ended.value.code == 1 and "NO VERDICT" in capsys.readouterr().err


def test_another_file_takes_what_is_found(tmp_path):
    path = stated(tmp_path, BOUNDS)
    before, output = path.read_text(), tmp_path / "done" / path.name
    assert find(path, "--output", output) == 0
    assert path.read_text() == before
    assert verify(output)["verdict"] == "proved"


@pytest.mark.parametrize("name", ["other.py", "done", "a_claim.txt"])
def test_a_place_where_the_claim_would_have_another_id_is_refused_before_the_search(
    name, monkeypatch, tmp_path
):
    monkeypatch.setattr(race, "first_found", lambda *_: pytest.fail("it is searched"))
    path, output = stated(tmp_path, BOUNDS), tmp_path / name
    message = find(path, "--output", output)
    place = (tmp_path if name == "other.py" else output) / path.name
    assert message.endswith(f"give --output {place}") and "\n" not in message
    assert not output.exists()


def test_a_file_with_a_proof_is_left_alone(tmp_path):
    path = stated(tmp_path, BOUNDS)
    assert find(path) == 0
    before = path.read_text()
    assert "has a proof already" in find(path)
    assert path.read_text() == before


def test_a_word_that_is_missing_is_named_with_the_way_round(tmp_path):
    text = BOUNDS.replace("import Claim", "import Claim").replace(
        "from provenscape.kernel", "from sympy import Abs\n\nfrom provenscape.kernel"
    )
    message = find(stated(tmp_path, text))
    assert "Abs" in message and "t**2 = x**2" in message and "\n" not in message


@pytest.mark.parametrize("word", ["sp.Abs", "sympy.Abs"])
def test_a_word_of_a_module_is_named_with_the_way_round(word):
    assert "absolute(t, x)" in with_remedy(f"claim.py:5: a proof may not use {word}")
    assert "absolute" not in with_remedy(f"claim.py:5: a proof may not use {word}olute")


@pytest.mark.parametrize("text", ["claim = 1\n", '"""No claim."""\n', "def ("])
def test_a_file_without_a_claim_is_refused_in_one_line(text, tmp_path):
    path = tmp_path / "a_claim.py"
    path.write_text(text)
    message = find(path)
    assert str(path) in message and "\n" not in message


def test_a_symbol_without_meaning_is_asked_for(tmp_path, capsys):
    path = stated(tmp_path, BOUNDS.replace("(A, u, v)", "(A, u)"))
    assert find(path) == 0
    assert "v of a-claim has no meaning" in capsys.readouterr().out


@pytest.mark.parametrize(
    "endless", ["while True:\n    pass\n", "n = sum(1 for i in range(10**12))\n"]
)
def test_a_file_that_does_not_end_is_left_at_the_limit(endless, tmp_path):
    path = stated(tmp_path, BOUNDS + "\n" + endless)
    before, start = path.read_text(), time.monotonic()
    message = find(path, "--seconds", 1)
    assert "takes longer than 1 s; look for a loop" in message and "\n" not in message
    assert time.monotonic() - start < 20 and path.read_text() == before


def test_a_search_that_hangs_is_left_at_the_limit(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(searches, "proof", lambda *_, **__: time.sleep(600))
    monkeypatch.setattr(searches, "counterexample", lambda *_: time.sleep(600))
    monkeypatch.setattr(race, "PATIENCE", 2)
    path = stated(tmp_path, BOUNDS)
    before, start = path.read_text(), time.monotonic()
    assert find(path, "--seconds", 1) == 4
    assert time.monotonic() - start < 20 and path.read_text() == before
    assert "proof: not through after 2 s by the clock" in capsys.readouterr().out


def test_the_limit_is_of_processor_time(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(searches, "proof", lambda *_, **__: max(itertools.count()))
    monkeypatch.setattr(searches, "counterexample", lambda *_: {"nothing": "no point"})
    path = stated(tmp_path, BOUNDS)
    assert find(path, "--seconds", 1) == 4
    assert "proof: not through after 1 s of processor time" in capsys.readouterr().out


def test_line_ends_and_links_stay_as_they_are(tmp_path):
    path = stated(tmp_path, BOUNDS)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    (tmp_path / "link").mkdir()
    link = tmp_path / "link" / path.name
    link.symlink_to(path)
    assert find(link) == 0
    written = path.read_bytes()
    assert link.is_symlink() and b"def proof():" in written
    assert written.count(b"\n") == written.count(b"\r\n")


@pytest.mark.parametrize("given", ['"one": le(A, 1), "u": le(u, A), "v": le(v, A)', ""])
def test_a_witness_without_values_is_noted_and_another_one_found(given, tmp_path, capsys):
    text = BOUNDS.replace('"one": le(A, 1), "u": le(u, {bound}), "v": le(v, A)', given)
    text = text if given else text.replace("(2 * A - u - v) * (1 - A)", "(A - u) ** 2 + v**2")
    path = stated(tmp_path, text + "\nwitness = {{}}\n")
    assert find(path) == 0
    assert "the file's `witness` is none: " in capsys.readouterr().err
    assert path.read_text().count("witness = ") == 2
    assert verify(path)["verdict"] == "proved"


def test_a_witness_that_is_one_is_kept(tmp_path, capsys):
    path = stated(tmp_path, BOUNDS + "\nwitness = {{A: 1, u: 0, v: 1}}\n")
    assert find(path) == 0
    assert "`witness`" not in capsys.readouterr().err
    assert path.read_text().count("witness = ") == 1


@pytest.mark.parametrize(("bound", "status"), [("A", 0), ("2 * A", 3)])
def test_a_witness_at_which_a_hypothesis_fails_stops_neither_search(
    bound, status, tmp_path, capsys
):
    path = stated(tmp_path, BOUNDS + "\nwitness = {{A: 2, u: 0, v: 1}}\n", bound=bound)
    assert find(path) == status
    said = capsys.readouterr().err
    assert "hypothesis one" in said and "remove its line" in said
    assert ("takes its place" in said) == (status == 0)
    assert verify(path)["verdict"] == {0: "proved", 3: "refuted"}[status]


def test_what_stands_in_quotes_breaks_no_line():
    """Commas and brackets in the name of a hypothesis are no places to break a line at."""
    names = [f"bound {k}, of (x" for k in range(12)]
    line = f"found({', '.join(quoted(name) for name in names)})"
    whole = laid_out(line)
    assert max(map(len, whole.splitlines())) <= 100
    assert eval(whole, {"found": lambda *given: list(given)}) == names
