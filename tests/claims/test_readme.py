"""What README and CONTRIBUTING say is what the code does: verdict table and worked examples."""

import re
from collections import Counter
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from matplotlib import pyplot as plt

from provenscape import figures
from provenscape.claims import accepted, ledger, loading, verification
from provenscape.claims.documents import documents
from provenscape.claims.judgements import judgements
from provenscape.claims.settling import settle
from provenscape.claims.statement import statement
from provenscape.study import experiments, registry

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
IN_COQ = (ROOT / "docs/coq.md").read_text(encoding="utf-8")


WHOLE = (
    "of these: a theorem of Coq about functions, matrices or finite probability spaces applies the "
    "claim, and assumes none of its facts (`make coq`; column `coq` of `ledger.csv`)"
)
BY_NAME = (
    "of these: named facts, each proved here or in Coq, are joined to the claim by name, which is "
    "for the reader to compare (column `facts`)"
)
BARE = (
    "of these: no named fact is used; what is proved is a formula, and that it says what the "
    "sentence says of functions is for the reader to compare"
)


def decided(records):
    """The claims, settled, and the table of items, as the ledger has them."""
    known = documents(ROOT)
    settled = settle(records, known)
    return settled, ledger.items(settled, judgements(ROOT), known)


def ways(settled):
    """The proved claims that a theorem of Coq about functions applies, by the record that `make
    coq` writes, and those of the others that rest on facts or on none."""
    entries = accepted.read(ROOT)
    found = {WHOLE: set(), BY_NAME: set(), BARE: set()}
    for claim in settled:
        if claim["verdict"] == "proved":
            whole = accepted.standing(claim, entries)["status"] == accepted.END_TO_END
            found[WHOLE if whole else BY_NAME if claim["facts"] else BARE].add(claim["id"])
    return found


def verdict_table(settled, table):
    """The README's table of verdicts, computed."""
    of_items = Counter(row["verdict"] for row in table)
    of_claims = Counter(claim["verdict"] for claim in settled)
    proved = ways(settled)
    lines = ["| verdict | claims | items | meaning |", "|---|--:|--:|---|"]
    for v in ledger.VERDICTS:
        lines.append(f"| {v} | {of_claims[v]} | {of_items[v]} | {ledger.MEANING[v]} |")
        if v == "proved":
            lines.append(f"| – end to end | {len(proved[WHOLE])} | | {WHOLE} |")
            lines.append(f"| – facts by name | {len(proved[BY_NAME])} | | {BY_NAME} |")
            lines.append(f"| – no facts | {len(proved[BARE])} | | {BARE} |")
    return "\n".join(lines)


def supported(path):
    """What the table needs of a claim that is judged on tables; its own test judges it."""
    claim = loading.load(path).claim
    return {
        "id": claim.id,
        "chapter": path.parent.name,
        "verdict": "supported",
        "items": dict(claim.items),
        "title": claim.says,
        "says": claim.says,
        "statement": statement(claim),
        "repairs": claim.repairs,
        "about": claim.about,
        "counterexample": None,
        "rules": ["sample"],
        "facts": list(claim.bridges),
        "assumptions": [],
        "proves": claim.proves,
        "file": path.relative_to(ROOT).as_posix(),
    }


def example(folder, document=README):
    """Path and text of the code block of a document that stands for a file in a folder."""
    blocks = re.findall(rf"```python\n# ({folder}/\S+)\n(.*?)```", document, flags=re.DOTALL)
    assert len(blocks) == 1
    return blocks[0]


def test_the_verdict_table_is_what_the_claims_give(verified):
    proved = [verified(path) for path in loading.proof_files(ROOT)]
    shown = README.split("<!-- verdicts: begin -->\n")[1].split("\n<!-- verdicts: end -->")[0]
    sampled = [supported(claim.path) for claim in registry.sampled(ROOT)]
    settled, table = decided([*proved, *sampled])
    assert shown == verdict_table(settled, table)
    reasons = IN_COQ.split("## Proved, with facts joined by name\n")[1].split("\n## ")[0]
    assert sorted(re.findall(r"`(\w+-[\w-]+)`", reasons)) == sorted(ways(settled)[BY_NAME])
    bare = sum(not row["claims"] for row in table)
    of_items = Counter(row["verdict"] for row in table)
    opening = README.split("**Is it really true")[1].split("\n\n")[0]
    assert re.findall(r"\d+", opening) == [
        str(number)
        for number in (
            len(table), len(table) - bare, bare,
            of_items["cited"], of_items["opinion"], of_items["definition"],
        )
    ]  # fmt: skip


def test_the_worked_claim_is_proved(tmp_path):
    place, text = example("proofs")
    path = tmp_path / place
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    assert verification.verify(path)["verdict"] == "proved"


def test_the_worked_figure_is_drawn_from_its_table(tmp_path):
    place, text = example("figures")
    path = tmp_path / place
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    (tmp_path / "documents").symlink_to(ROOT / "documents")
    (tmp_path / "experiments").symlink_to(ROOT / "experiments")
    section = pd.DataFrame({"landscape": "bowl", "axis": "x", "s": [-1, 0, 1], "z": [1, 0, 1]})
    data = tmp_path / "data" / "critical_points"
    data.mkdir(parents=True)
    section.to_csv(data / "axis_sections.csv", index=False)
    written = figures.draw_file(path, tmp_path / "data", tmp_path / "out")
    assert {file.suffix for file in written} == {".pdf", ".svg", ".png", ".webp", ".json"}
    assert not plt.get_fignums()


def test_the_worked_experiment_passes_its_acceptance_and_fails_its_control(tmp_path):
    place, text = example("experiments", CONTRIBUTING)
    path = tmp_path / place
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    [made] = registry.experiments(tmp_path)
    tables = experiments.run(path, made.parameters["quick"], 1, made.tables)
    rows = tables["bowl_distances"].set_index("landscape")
    for name, holds in (("bowl", True), ("quadratic_saddle", False)):
        low = rows.loc[name, "low"].to_numpy()
        assert np.allclose(low[1:], 3 / 4 * low[:-1]) == holds


@pytest.mark.parametrize("path", re.findall(r"\]\(([^)#:]+)\)", README))
def test_every_link_of_the_readme_leads_somewhere(path):
    assert (ROOT / path).exists()
