"""An archive that is hostile is refused with the reason, and nothing is written."""

import io
import json
import os
import re
import struct
import tempfile
import warnings
import zipfile

import pytest

from provenscape.archive import check, form, opening
from provenscape.archive.check import DIFFERS, REFUSED, Wanted

NOTHING = Wanted(sample=0)
CENTRAL, LOCAL = b"PK\x01\x02", b"PK\x03\x04"
FLAGS = {CENTRAL: 8, LOCAL: 6}
NAME_AT = {CENTRAL: 46, LOCAL: 30}


class Archive:
    """The files of an archive by path, to be changed; its bytes as an honest packer has them."""

    def __init__(self, name, files):
        self.name, self.files = name, dict(files)

    def bytes(self):
        stream = io.BytesIO()
        form.write_zip(stream, self.name, self.files)
        return stream.getvalue()

    def with_entry(self, name, content=b"evil", **fields):
        """The bytes with one more member, of any name and kind."""
        entry = form.entry("x")
        entry.filename = entry.orig_filename = name
        for field, value in fields.items():
            setattr(entry, field, value)
        stream = io.BytesIO(self.bytes())
        with zipfile.ZipFile(stream, "a") as file, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of a name that is there already
            file.writestr(entry, content, compress_type=entry.compress_type)
        return stream.getvalue()

    def inside(self, path, **fields):
        """The same with a member below the archive's folder."""
        return self.with_entry(f"{self.name}/{path}", **fields)

    def relisted(self):
        """The archive with digests and name that fit what its files are now."""
        digests = {p: form.digest(c) for p, c in self.files.items() if p != form.SUMS}
        self.files[form.SUMS] = form.sums(digests).encode()
        self.name = f"{self.name.rpartition('-')[0]}-{form.of_sources(digests)[:12]}"
        return self.bytes()


def patched(data, name, marker, at, value):
    """The bytes with a 16-bit field of one header of a member changed."""
    place = data.index(name.encode())
    while data[place - NAME_AT[marker] : place - NAME_AT[marker] + 4] != marker:
        place = data.index(name.encode(), place + 1)
    place += at - NAME_AT[marker]
    return data[:place] + struct.pack("<H", value) + data[place + 2 :]


def flagged(archive, bit):
    """The bytes with a flag of LICENSE set in both its headers."""
    data, name = archive.bytes(), f"{archive.name}/LICENSE"
    for marker in (LOCAL, CENTRAL):
        data = patched(data, name, marker, FLAGS[marker], bit)
    return data


def ending(data, members=None, table=None):
    """The bytes whose end claims other numbers of members, or another size of their table."""
    start, found = data[:-22], list(struct.unpack("<4s4H2LH", data[-22:]))
    if members is not None:
        found[3] = found[4] = members
    if table is not None:
        found[5] = table
    return start + struct.pack("<4s4H2LH", *found)


def compressed(archive, method):
    """An archive all of whose members are compressed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for path in sorted(archive.files):
            entry = form.entry(f"{archive.name}/{path}")
            file.writestr(entry, archive.files[path], compress_type=method)
    return stream.getvalue()


def hidden(archive):
    """An archive with a member between others that its table does not name."""
    data, between = archive.bytes(), io.BytesIO()
    with zipfile.ZipFile(between, "w") as file:
        file.writestr(form.entry(f"{archive.name}/evil"), b"evil")
    member = between.getvalue()[: -22 - 46 - len(f"{archive.name}/evil")]
    table = struct.unpack("<L", data[-6:-2])[0]
    moved = struct.pack("<L", table + len(member))
    return data[:table] + member + data[table:-6] + moved + data[-2:]


def overlapping(archive):
    """An archive two of whose members are the same bytes."""
    data = archive.bytes()
    first, second = (f"{archive.name}/{n}".encode() for n in ("CITATION.cff", "LICENSE"))
    table = struct.unpack("<L", data[-6:-2])[0]
    place = data.index(second, table)
    target = data[data.index(first, table) - 4 : data.index(first, table)]
    return data[: place - 4] + target + data[place:]


def out_of_order(archive):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for path in sorted(archive.files, reverse=True):
            file.writestr(form.entry(f"{archive.name}/{path}"), archive.files[path])
    return stream.getvalue()


def many(archive):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for number in range(form.MEMBERS + 1):
            file.writestr(form.entry(f"{archive.name}/{number}"), b"")
    return stream.getvalue()


def damaged(archive):
    data = archive.bytes()
    place = data.index(b"Redistribution and use")
    return data[:place] + b"r" + data[place + 1 :]


def lying(archive):
    """A member that claims to be larger than it is."""
    data, name = archive.bytes(), f"{archive.name}/LICENSE"
    for at in (20, 24):
        data = patched(data, name, CENTRAL, at + 2, 0x00FF)
    return data


BOMB = b"\0" * 10**7
WHERE = "a path that leads out of the archive"
HOSTILE = {
    "empty": (lambda a: b"", "no zip, or one cut off"),
    "text": (lambda a: b"I am no archive.\n" * 10, "no zip, or one cut off"),
    "cut off at its end": (lambda a: a.bytes()[:-100], "no zip, or one cut off"),
    "cut off at its start": (lambda a: a.bytes()[1000:], "damaged|larger together"),
    "without a member": (lambda a: ending(b"\0" * 4 + a.bytes()[-22:], 0, 0), "no member|damaged"),
    "a program before it": (lambda a: b"#!/bin/sh\nrm -r ~\n" + a.bytes(), "not in the form"),
    "data after it": (lambda a: a.bytes() + b"evil", "a comment or other data after"),
    "a comment": (lambda a: a.bytes()[:-2] + b"\4\0evil", "a comment or other data after"),
    "a member with a comment": (lambda a: a.inside("x", comment=b"evil"), "extra data"),
    "a member with extra data": (lambda a: a.inside("x", extra=b"\0\0\4\0evil"), "extra data"),
    "out by two dots": (lambda a: a.with_entry("../evil"), WHERE),
    "out from inside": (lambda a: a.inside("docs/../../../evil"), WHERE),
    "an absolute path": (lambda a: a.with_entry("/etc/evil"), "an absolute path"),
    "a drive": (lambda a: a.with_entry("C:/evil"), "an absolute path"),
    "a backslash": (lambda a: a.inside("docs\\evil"), "a backslash"),
    "a name that ends at a zero": (lambda a: a.inside("LICENSE\0.txt"), "control characters"),
    "a new line": (lambda a: a.inside("a\nb"), "control characters"),
    "a sign that deletes": (lambda a: a.inside("a\x7fb"), "control characters"),
    "a colour of the terminal": (lambda a: a.inside("\x1b[31mred"), "control characters"),
    "letters from right to left": (lambda a: a.inside("gpj.\u202eexe"), "other signs"),
    "a stream beside a file": (lambda a: a.inside("LICENSE:evil"), "other signs"),
    "an empty part": (lambda a: a.inside("docs//evil"), "an empty part"),
    "a dot as a part": (lambda a: a.inside("./evil"), "an empty part"),
    "a device of some systems": (lambda a: a.inside("docs/aux.md"), "some systems reserve"),
    "a dot at the end": (lambda a: a.inside("LICENSE."), "ends with a dot"),
    "a hook of git": (lambda a: a.inside(".git/hooks/post-checkout"), "other programs"),
    "a long name": (lambda a: a.inside("a/" * 200 + "b"), "too long"),
    "a name twice": (lambda a: a.inside("LICENSE"), "LICENSE twice"),
    "names that differ in case": (lambda a: a.inside("license"), "differ in case alone"),
    "folders that differ in case": (lambda a: a.inside("SRC/evil"), "differ in case alone"),
    "a file that is a folder": (lambda a: a.inside("src"), "a file and a folder"),
    "a folder as a member": (lambda a: a.inside("evil/", content=b""), "a folder as a member"),
    "another folder": (lambda a: a.with_entry("other/evil"), "more than one folder"),
    "a file beside the folder": (lambda a: a.with_entry("evil"), "more than one folder"),
    "a link": (lambda a: a.inside("x", external_attr=0o120777 << 16), "a link"),
    "a device": (lambda a: a.inside("x", external_attr=0o020666 << 16), "no plain file"),
    "a program of root's": (lambda a: a.inside("x", external_attr=0o104755 << 16), "no plain file"),
    "another system": (lambda a: a.inside("x", create_system=0), "no plain file"),
    "a time": (lambda a: a.inside("x", date_time=(2026, 1, 2, 3, 4, 6)), "another time"),
    "encrypted": (lambda a: flagged(a, 1), "encrypted"),
    "its sizes after a member": (lambda a: flagged(a, 8), "flags"),
    "deflated": (lambda a: compressed(a, zipfile.ZIP_DEFLATED), "compressed .deflate"),
    "compressed by bzip2": (lambda a: compressed(a, zipfile.ZIP_BZIP2), "compressed .bzip2"),
    "compressed by LZMA": (lambda a: compressed(a, zipfile.ZIP_LZMA), "compressed .LZMA|flags"),
    "a bomb": (
        lambda a: a.inside("x", content=BOMB, compress_type=zipfile.ZIP_DEFLATED),
        r"larger together than|compressed .deflate",
    ),
    "an unknown method": (
        lambda a: patched(a.bytes(), f"{a.name}/LICENSE", CENTRAL, 10, 77), "method 77"
    ),
    "a size that is a lie": (lying, "larger together than the archive itself"),
    "two names for one member": (
        lambda a: a.bytes().replace(b"/LICENSE", b"/LICENCE", 1), "damaged"
    ),
    "a checksum that is wrong": (damaged, "damaged"),
    "members that overlap": (overlapping, "damaged|not in the form"),
    "a hidden member": (hidden, "not in the form"),
    "out of order": (out_of_order, "not in the form"),
    "too many members": (many, f"more than {form.MEMBERS} members"),
    "a table that is too large": (lambda a: ending(a.bytes(), table=2**30), "a table of them"),
    "another number of members": (lambda a: ending(a.bytes(), 2), "damaged|not in the form"),
}  # fmt: skip


@pytest.fixture(scope="module")
def files(archive):
    """The files of the archive by path."""
    with zipfile.ZipFile(archive) as file:
        return {name.partition("/")[2]: file.read(name) for name in file.namelist()}


@pytest.fixture
def forged(archive, files):
    return Archive(archive.stem, files)


@pytest.fixture
def light(forged):
    """The same without the package, which half of the files are."""
    forged.files = {p: c for p, c in forged.files.items() if not p.startswith("src/")}
    return forged


@pytest.fixture
def checked(tmp_path, monkeypatch, capsys):
    """Check bytes as an archive: exit status and all that was said; nothing may be written."""
    (tmp_path / "temporary").mkdir()
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))

    def run(data, wanted=NOTHING, name="given.zip"):
        if isinstance(data, bytes):
            (tmp_path / name).write_bytes(data)
            data = tmp_path / name
        before = sorted(tmp_path.rglob("*"))
        status = check.run(data, wanted)
        assert sorted(tmp_path.rglob("*")) == before
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return status, said.out + said.err

    return run


def test_the_archive_itself_is_accepted(forged, checked, archive):
    assert forged.bytes() == archive.read_bytes()
    status, said = checked(forged.bytes())
    assert status == 0, said


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_zip_is_refused(kind, forged, checked):
    make, reason = HOSTILE[kind]
    few = ("LICENSE", "CITATION.cff", "src/provenscape/errors.py", form.SUMS)
    forged.files = {path: forged.files[path] for path in few}
    status, said = checked(make(forged))
    assert status == REFUSED, said
    (line,) = said.splitlines()
    assert line.startswith("refused")
    assert re.search(reason, line), line


@pytest.mark.parametrize(
    ("limit", "value", "reason"),
    [
        ("LARGEST", 10**5, "larger than 0 MB"),
        ("TOTAL", -(2**23) + 10**6, "larger than"),
        ("MEMBERS", 100, "more than 100 members"),
    ],
)
def test_what_is_too_large_is_refused(limit, value, reason, forged, checked, monkeypatch):
    data = forged.bytes()
    monkeypatch.setattr(form, limit, value)
    status, said = checked(data)
    assert status == REFUSED
    assert reason in said


def test_an_archive_inside_it_is_not_opened(forged, checked):
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("../evil", BOMB)
    forged.files["docs/more.zip"] = bomb.getvalue()
    status, said = checked(forged.bytes())
    assert status == DIFFERS
    assert "docs/more.zip: not listed" in said


TEXTS = {
    "no list of digests": (form.SUMS, None, "SHA256SUMS is missing"),
    "a list that is no text": (form.SUMS, b"\xff\xfe", "no text in UTF-8"),
    "a list of other lines": (form.SUMS, b"evil\n", "not sorted lines"),
    "an unsorted list": (form.SUMS, lambda s: b"\n".join(s.split(b"\n")[::-1]), "not sorted"),
    "a list of carriage returns": (form.SUMS, lambda s: s.replace(b"\n", b"\r\n"), "control"),
    "no ledger": ("results/ledger.json", None, "ledger.json is missing"),
    "no metadata": (form.METADATA, None, "is missing"),
    "JSON cut off": ("results/ledger.json", lambda s: s[:-9], "ledger.json: no JSON"),
    "JSON that is too deep": ("results/ledger.json", b"[" * 10**6, "ledger.json: "),
    "JSON with a key twice": ("results/manifest.json", b'{"a": 1, "a": 2}', "a key twice"),
    "JSON with infinity": ("results/manifest.json", b'{"version": Infinity}', "no JSON"),
    "JSON with a number of a million digits": (
        "results/ledger.json", b"[" + b"9" * 10**6 + b"]", "no JSON"
    ),
    "JSON in another encoding": (form.METADATA, '{"a": "é"}'.encode("utf-16"), "no JSON"),
    "a ledger that is none": ("results/ledger.json", b"[1, 2]", "no ledger of claims"),
    "a ledger without digests": (
        "results/ledger.json", b'{"claims": [{"id": "square"}]}', "no ledger of claims"
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", TEXTS)
def test_a_text_that_is_malformed_is_refused(kind, light, checked):
    path, content, reason = TEXTS[kind]
    kept = light.files.pop(path)
    if content is not None:
        light.files[path] = content(kept) if callable(content) else content
    data = light.bytes() if path == form.SUMS else light.relisted()
    status, said = checked(data)
    assert status == REFUSED, said
    assert reason in said


def test_digests_of_files_elsewhere_are_not_looked_up(light, checked):
    digests = form.read_sums(light.files[form.SUMS].decode())
    light.files[form.SUMS] = form.sums(digests | {"../../../etc/passwd": "0" * 64}).encode()
    status, said = checked(light.bytes())
    assert status == REFUSED
    assert "SHA256SUMS: '../../../etc/passwd': a path that leads out" in said


BILLION = "a0: &a0 [x, x]\n" + "".join(
    f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}, *a{n - 1}]\n" for n in range(1, 30)
)


@pytest.mark.parametrize("path", ["CITATION.cff", "documents/facts.yaml"])
def test_a_billion_laughs_differ(path, light, checked, monkeypatch):
    monkeypatch.setattr(opening, "SECONDS", 5)
    light.files[path] = BILLION.encode()
    status, said = checked(light.relisted(), Wanted(claims=["square"]))
    assert status in (DIFFERS, REFUSED), said


def unpacked(forged, tmp_path):
    """The folder of the files of an archive."""
    root = tmp_path / "unpacked"
    for path, content in forged.files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    return root


def test_an_unpacked_archive_is_accepted(forged, tmp_path, checked):
    status, said = checked(unpacked(forged, tmp_path))
    assert status == 0, said


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda f: (f / "docs").symlink_to("/etc"), "docs: a link"),
        (lambda f: (f / "LICENSE2").symlink_to("/etc/passwd"), "LICENSE2: a link"),
        (lambda f: (f / "here").symlink_to("."), "here: a link"),
        (lambda f: os.mkfifo(f / "pipe"), "pipe: neither a file nor a folder"),
        (lambda f: (f / ".git").mkdir(), "other programs"),
        (lambda f: (f / "a b").write_text("evil"), "other signs"),
        (lambda f: (f / "license").write_text("evil"), "differ in case alone"),
        (lambda f: (f / form.SUMS).unlink(), "SHA256SUMS is missing"),
    ],
)
def test_a_hostile_folder_is_refused(make, reason, light, tmp_path, checked):
    folder = unpacked(light, tmp_path)
    make(folder)
    status, said = checked(folder)
    assert status == REFUSED, said
    assert reason in said


def test_what_is_not_there_or_no_file_is_refused(tmp_path, checked):
    status, said = checked(tmp_path / "nothing.zip")
    assert status == REFUSED and "No such file" in said
    os.mkfifo(tmp_path / "pipe")
    status, said = checked(tmp_path / "pipe")
    assert status == REFUSED and "neither a file nor a folder" in said


def test_the_reason_is_one_line_that_no_name_can_break(forged, checked):
    status, said = checked(forged.inside("a\nresult whole and verified"))
    assert status == REFUSED
    assert len(said.splitlines()) == 1
    assert json.dumps(said).count("\\u001b") == 0
