"""What is named with its year has an entry; every entry has an address and is used."""

import re
import unicodedata
from functools import cache
from pathlib import Path

import pytest

from provenscape.claims.documents import REFERENCES

ROOT = Path(__file__).parents[2]
BIBLIOGRAPHY = (ROOT / REFERENCES).read_text(encoding="utf-8")
PROSE = (
    "*.md", "docs/*.md", "documents/*.yaml", "proofs/*/judgements.yaml", "src/**/*.py",
    "benchmarks/*.py", "experiments/*/*.py", "figures/*/*.py", "proofs/*/*.py",
)  # fmt: skip

FIELD = re.compile(r"  (\w+) *= \{(.*)\}")
ACCENT = re.compile(r"\\(['\"`^~]|[cv](?=[ {]))[ {]*(\\i|\w)\}?")
MARKS = dict(zip("'\"`^~cv", "\u0301\u0308\u0300\u0302\u0303\u0327\u030c", strict=True))
ADDRESS = {
    "doi": r"10\.\d{4,9}/\S+",
    "eprint": r"\d{4}\.\d{4,5}|[a-z-]+/\d{7}",
    "url": r"https?://\S+",
}

YEAR = r"(?:1[5-9]|20)\d\d\b"
WORD = r"(?P<word>[^\W\d_][\w.'’-]*?)(?:['’]s)?"
NAMED = re.compile(rf"{WORD},? \(?(?P<years>{YEAR}(?:(?:, | and ){YEAR})*)")
JOINED = re.compile(r"(?<![^\W_])[^\W\d_a-z][\w'’-]*(?:,| &| and) $")
PART_OF_A_WORD = re.compile(r"[\w-]$")
NO_NAMES = {"March"}


def works(text):
    """The entries by key, each a dictionary of its fields; all must be of one form."""
    found = {}
    for block in text.strip().split("\n\n"):
        if block.startswith("%"):
            continue
        head, *lines, end = block.split("\n")
        key = re.fullmatch(r"@[a-z]+\{(\w+),", head)
        assert key and end == "}", f"not an entry: {block}"
        fields = [FIELD.fullmatch(line.removesuffix(",")) for line in lines]
        assert all(fields), f"{key[1]}: a line that is no field"
        assert all(line.endswith(",") for line in lines[:-1]), f"{key[1]}: a comma is missing"
        assert all(f[2].count("{") == f[2].count("}") for f in fields), f"{key[1]}: braces"
        names = [f[1] for f in fields]
        assert len(set(names)) == len(names), f"{key[1]}: a field twice"
        assert key[1] not in found, f"{key[1]}: twice"
        found[key[1]] = {f[1]: f[2] for f in fields}
        assert {"author", "title"} <= set(names), f"{key[1]}: author or title is missing"
    return found


def plain(text):
    """Text without TeX's commands."""
    text = ACCENT.sub(lambda m: m[2].removeprefix("\\") + MARKS[m[1]], text)
    text = text.replace(r"{\L}", "Ł").replace(r"{\l}", "ł").replace(r"{\i}", "ı")
    return unicodedata.normalize("NFC", text).replace("{", "").replace("}", "")


@cache
def namings(authors):
    """How prose may name the authors: all of them, or the first and that there are others."""
    names = [plain(author).split(", ")[0] for author in authors.split(" and ")]
    if len(names) == 1:
        return {names[0]}
    *others, last = names
    several = {f"{', '.join(others)} {word} {last}" for word in ("&", "and")}
    return several | {f"{names[0]} et al."} if len(names) > 2 else several


def flat(text):
    """The text on one line, strings over several lines joined, without the marks of comments."""
    text = re.sub(r"\"\s*\n\s*f?\"", "", text)
    return unicodedata.normalize("NFC", " ".join(text.replace("#", " ").split()))


def prose():
    """All texts by path in which works are named."""
    paths = sorted(path for pattern in PROSE for path in ROOT.glob(pattern))
    return {str(path.relative_to(ROOT)): flat(path.read_text(encoding="utf-8")) for path in paths}


def mentions(texts):
    """The path, the words that end with a name, and a year that follows them."""
    for path, text in texts.items():
        for match in NAMED.finditer(text):
            word = match["word"]
            if (word[0].isupper() or word == "al.") and word not in NO_NAMES:
                for year in re.findall(YEAR, match["years"]):
                    yield path, text[max(0, match.start() - 120) : match.end("word")], year


def named(before, year, known):
    """The keys of the works of the year whose authors the words end with."""
    return {
        key
        for key, work in known.items()
        if work.get("year") == year
        for naming in namings(work["author"])
        if before.endswith(naming)
        and not PART_OF_A_WORD.search(rest := before.removesuffix(naming))
        and not JOINED.search(rest)
    }


def unknown(mentioned, known):
    """What is named with a year and has no entry."""
    return [
        f"{path}: …{before[-60:]} ({year})"
        for path, before, year in mentioned
        if not named(before, year, known)
    ]


def unused(texts, mentioned, known):
    """The entries that no text names, by key, by authors and year, or by number."""
    found = {key for _, before, year in mentioned for key in named(before, year, known)}
    words = {word for text in texts.values() for word in re.findall(r"[\w.]+\w", text)}
    return sorted(
        key
        for key, work in known.items()
        if key not in found and not {key, work.get("eprint")} & words
    )


def has_address(work):
    """Whether there is a page of the repository, or a DOI, number or link, all of their form."""
    given = {kind: form for kind, form in ADDRESS.items() if kind in work}
    if not given:
        return "file" in work and (ROOT / work["file"]).is_file()
    formed = all(re.fullmatch(form, work[kind]) for kind, form in given.items())
    return formed and ("eprint" in work) == (work.get("archiveprefix") == "arXiv")


def without_address(known):
    """The entries with no address, or with one that is not of its form."""
    return sorted(key for key, work in known.items() if not has_address(work))


@pytest.fixture(scope="module")
def texts():
    return prose()


@pytest.fixture(scope="module")
def mentioned(texts):
    return list(mentions(texts))


@pytest.fixture(scope="module")
def known():
    return works(BIBLIOGRAPHY)


def test_every_work_named_with_its_year_has_an_entry(mentioned, known):
    assert unknown(mentioned, known) == []


def test_every_entry_is_used(texts, mentioned, known):
    assert unused(texts, mentioned, known) == []


def test_every_entry_has_an_address(known):
    assert without_address(known) == []


def test_an_entry_that_is_missing_is_told_by_what_names_it(mentioned, known):
    found = [named(before, year, known) for _, before, year in mentioned]
    alone = {key for keys in found if len(keys) == 1 for key in keys}
    assert len(alone) > 60
    for key in alone:
        fewer = {other: work for other, work in known.items() if other != key}
        places = [one for one, keys in zip(mentioned, found, strict=True) if keys == {key}]
        assert len(unknown(mentioned, fewer)) == len(places), key


ENTRY = """@article{Ng2001,
  author = {Ng, A. and Yu, B.},
  title  = {A {T}},
  year   = {2001},
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("as Ng & Yu (2001) show", 1),
        ("the step (Ng and Yu 2001, Lemma 3)", 1),
        ("Ng & Yu's (2001), then (Ng &\n# Yu 2000, 2001) and Yu (2001)", 2),
        ("Ng & Yu (2002)", 0),
        ("Yu (2001)", 0),
        ("Li, Ng & Yu (2001)", 0),
        ("Ng et al. (2001)", 0),
    ],
)
def test_a_work_is_known_by_all_its_authors_and_the_year(text, found):
    known = works(f"{ENTRY}  doi    = {{10.1000/1}}\n}}")
    texts = {"a.md": flat(text)}
    mentioned = list(mentions(texts))
    assert len(mentioned) - len(unknown(mentioned, known)) == found
    assert (unused(texts, mentioned, known) == []) is (found > 0)


@pytest.mark.parametrize(
    ("last", "good"),
    [
        ("  doi    = {10.1000/1}", True),
        ("  eprint = {2001.01234},\n  archiveprefix = {arXiv}", True),
        ("  url    = {https://example.org/}", True),
        ("  doi    = {https://doi.org/10.1000/1}", False),
        ("  eprint = {2001.01234}", False),
        ("  note   = {arXiv:2001.01234}", False),
    ],
)
def test_an_address_is_a_doi_a_number_or_a_link(last, good):
    assert (without_address(works(f"{ENTRY}{last}\n}}")) == []) is good


@pytest.mark.parametrize(
    "text",
    [
        ENTRY,
        f"{ENTRY}  doi = {{1}}\n}}\n\n{ENTRY}  doi = {{1}}\n}}",
        f"{ENTRY}  doi = {{{{1}}\n}}",
        f"{ENTRY}  year = {{2002}}\n}}",
        f"{ENTRY[:-2]}\n  doi = {{1}}\n}}",
        "@misc{Ng2001,\n  title = {T}\n}",
    ],
)
def test_a_faulty_entry_is_refused(text):
    with pytest.raises(AssertionError):
        works(text)
