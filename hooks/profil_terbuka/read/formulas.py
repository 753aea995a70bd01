"""Text that a spreadsheet takes for a formula, wherever it stands at the beginning of a cell."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from ..model import codes
from ..model.findings import Finding, Place
from ..model.messages import message
from ..words.excerpts import excerpt
from .located import texts

_OPERAND = r"[A-Za-z(\"'@=\[{\\$]"
_SIGNED = rf"[+\-\uff0b\uff0d][\s+-]*(?:{_OPERAND}|[\d.,]*[\d%]\s*[-+*/^&=<>!|(])"
_FORMULA = re.compile(rf"[\t\r]|\s*(?:[=@\uff1d\uff20]|{_SIGNED})")
"""A sign runs what follows when that is a name or a sum: -x, +1+1. A dash alone or -5 does not."""

_SUSPECT = re.compile(r"(?:^|[,;])\"?\s*[=@\t+\-\uff1d\uff20\uff0b\uff0d]", re.MULTILINE)
"""Where a table might hold one; few tables do, and only those are worth reading cell by cell."""
_NEVER_RUN = frozenset(
    # Instructions to programs, and contacts of an office: they enter no table.
    {"hubungan", "lineTerminator", "delimiter", "telepon", "nilai", "pattern"}
    # Quoted from the book letter by letter: `quoted` takes care of them.
    | {"tercetak", "terbit"}
)
_LONGEST = 40


def is_formula(text: str) -> bool:
    """Whether Excel or LibreOffice would run a cell of that text.

    >>> [is_formula(text) for text in ("=1+1", "-2+3+cmd|", "-5", "-")]
    [True, True, False, False]
    """
    return bool(_FORMULA.match(text))


def quoted(text: str) -> str:
    """What is printed in a book may not be changed; here it is safe to show.

    >>> quoted("@dinas"), quoted("dinas")
    ('“@dinas”', 'dinas')
    """
    return f"\u201c{text}\u201d" if is_formula(text) else text


def formulas_in_document(document: object, file: str) -> Iterator[Finding]:
    """A finding for each text of a descriptor, instansi.yml or front matter that would be run.

    Any of them may enter a table that people open in Excel.
    """
    for where, key, text in texts(document):
        if key not in _NEVER_RUN and is_formula(text):
            said = message("read.place-runs-as-formula", where=where, text=excerpt(text, _LONGEST))
            remedy = message("read.begin-with-letter")
            yield Finding(codes.CELL_FORMULA, Place(file), said, remedy)


def formulas_in_table(text: str, file: str) -> Iterator[Finding]:
    """A finding for each cell of a published CSV that would be run, whatever it was made of."""
    if not _SUSPECT.search(text):
        return
    delimiter = max(",;", key=text.partition("\n")[0].count)
    for row_number, row in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter), start=1):
        for cell in filter(is_formula, row):
            said = message("read.runs-as-formula", text=excerpt(cell, _LONGEST))
            remedy = message("read.find-formula-source")
            yield Finding(codes.CELL_FORMULA, Place(file, row_number), said, remedy)
