"""How like two files are: byte for byte, else number by number, else pixel by pixel."""

import csv
import io
import re
import zlib
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import numpy as np
from PIL import Image

AGREE = 1e-6  # of the largest number of the file, or of the column of a table
PIXELS = 1e-3  # of all, that may differ by more than a shade
SHADE = 8  # of 256
INFLATED = 2**26  # bytes of all streams of a PDF
NUMBER = re.compile(rb"(?<![\w.])[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
PICTURES = (".png", ".webp")


@dataclass(frozen=True)
class Likeness:
    """Whether two files are the `same` bytes, agree in their numbers (`close`) or it `differs`."""

    kind: str
    detail: str = ""


def compared(kept: Path, made: Path) -> Likeness:
    """How like two files are; the first may be hostile."""
    for path, word in ((kept, "not in the archive"), (made, "not made again")):
        if not path.is_file():
            return Likeness("differs", word)
    first, second = kept.read_bytes(), made.read_bytes()
    if first == second:
        return Likeness("same")
    if kept.suffix in PICTURES:
        return _pictures(first, second)
    shown = {".pdf": _inflated, ".json": _without_digests}.get(kept.suffix, bytes)
    return _numbers(shown(first), shown(second), columns=kept.suffix == ".csv")


def _numbers(first: bytes, second: bytes, columns: bool) -> Likeness:
    """Texts that are the same between their numbers, whose numbers agree; those of a table are
    small or large beside the others of their column."""
    if NUMBER.sub(b"#", first) != NUMBER.sub(b"#", second):
        return Likeness("differs", "other words or marks, not only other numbers")
    groups = (_columns(first), _columns(second)) if columns else ([first], [second])
    count, off = 0, list[tuple[float, float]]()
    for one, other in zip(*groups, strict=True):
        a, b = (np.array(NUMBER.findall(text), float) for text in (one, other))
        scale = max(abs(a).max(initial=0), abs(b).max(initial=0))
        count += len(a)
        off += [(a[i], b[i]) for i in np.flatnonzero(abs(a - b) > AGREE * scale)]
    if not off:
        return Likeness("close", f"{count} numbers agree to {AGREE:g} of the largest beside them")
    most = max(off, key=lambda pair: abs(pair[0] - pair[1]))
    shown = " and ".join(f"{number:.9g}" for number in most)
    return Likeness("differs", f"{len(off)} of {count} numbers, such as {shown}")


def _columns(table: bytes) -> list[bytes]:
    """The columns of a table as texts; tables of unequal rows are filled up."""
    rows = csv.reader(io.StringIO(table.decode("utf-8", "replace")))
    return [" ".join(column).encode() for column in zip_longest(*rows, fillvalue="")]


def _without_digests(text: bytes) -> bytes:
    """Without the digests of the tables, which are compared themselves."""
    return re.sub(rb"\b[0-9a-f]{64}\b", b"", text)


def _inflated(pdf: bytes) -> bytes:
    """A PDF with its streams in the clear, without its table of places."""
    pieces, left = list[bytes](), INFLATED
    for piece in re.split(rb"(stream\r?\n.*?endstream)", pdf, flags=re.DOTALL):
        body = re.fullmatch(rb"stream\r?\n(.*?)endstream", piece, flags=re.DOTALL)
        if body is None:
            pieces.append(re.sub(rb"/Length \d+|xref.*", b"", piece, flags=re.DOTALL))
            continue
        try:
            pieces.append(zlib.decompressobj().decompress(body[1], max(left, 1)))
        except zlib.error:
            pieces.append(body[1])
        left -= len(pieces[-1])
    return b"".join(pieces)


def _pictures(first: bytes, second: bytes) -> Likeness:
    """Pictures of one size in which few pixels have another shade."""
    try:
        one, other = (Image.open(io.BytesIO(content)) for content in (first, second))
        if one.size != other.size:
            return Likeness("differs", f"pictures of {one.size} and {other.size} pixels")
        a, b = (np.asarray(picture.convert("RGB"), np.int16) for picture in (one, other))
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        return Likeness("differs", f"no picture: {error}")
    share = float((abs(a - b).max(axis=-1) > SHADE).mean())
    detail = f"{share:.2%} of the pixels have another shade"
    return Likeness("close" if share <= PIXELS else "differs", detail)
