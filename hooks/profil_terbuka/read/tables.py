"""The only reader of CSV: bytes on disk to a Table with typed rows, or findings.

Stricter than frictionless, which lets `1.234`, ` 5 `, `1_000` and `NaN` pass as numbers: here a
cell has exactly one way of being written, so that every other program reads the same value.
"""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from ..model import Field, Table, Value, codes, read_period
from ..model.findings import Code, Finding, Place
from ..model.messages import NOTHING, Message, message
from ..model.periods import PERIOD_EXAMPLES
from . import hygiene, layout, spelling
from .cell_forms import contradicts, published_cell
from .documents import closed
from .formulas import is_formula
from .suggestions import suggestion

MAX_BYTES = 200_000_000
MAX_CELL = 10_000
"""Excel cuts cells at 32,767 characters; long before that a text belongs on a page."""

_WHOLE = rf"-?(0|[1-9][0-9]{{0,{spelling.LONGEST - 1}}})"
_INTEGER = re.compile(_WHOLE)
_NUMBER = re.compile(rf"{_WHOLE}(\.[0-9]{{1,10}})?")
_YEAR = re.compile(r"[12][0-9]{3}")
_MONTH = re.compile(r"[12][0-9]{3}-(0[1-9]|1[0-2])")

_AS_CSV = message("read.save-as-csv")
_EXCEL = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How workbooks begin, new and old ones."""

_NOWHERE = Place("")
"""Where a text is wrong that has not been looked for yet."""
_FEW = 100
"""Text has no zero byte or a stray one, told at its cell; with one in so many it is no text."""

Rows = list[tuple[str, ...]]
"""Rows of a file; cells that hold the same are the same string, however many there are."""
Column = tuple[str, ...]


def read_table(path: Path, table: Table) -> tuple[Table | None, tuple[Finding, ...]]:
    """`table` with the cells and rows of the file at `path`, or None and every fault found."""
    rows, findings = _parse(path, table.file, table.writing.delimiter)
    if rows is None:
        return None, findings
    findings = tuple(layout.layout_faults(rows, table))
    if findings:
        return None, findings
    if len(rows) == 1:
        return replace(table, cells=(), rows=()), ()
    fields = table.schema.fields
    written = tuple(zip(*rows[1:], strict=True))
    published = [_published(texts, field) for texts, field in zip(written, fields, strict=True)]
    findings = (*_contradictions(written, table), *_cell_faults(published, table))
    if findings:
        return None, findings
    typed = [_typed(texts, field) for texts, field in zip(published, fields, strict=True)]
    as_written = all(one is other for one, other in zip(published, written, strict=True))
    cells = tuple(rows[1:] if as_written else zip(*published, strict=True))
    return replace(table, cells=cells, rows=tuple(zip(*typed, strict=True))), ()


def _published(texts: Column, field: Field) -> Column:
    """The cells of a column as they are published; each text, which comes again, is made once."""
    made = {text: published_cell(text, field.type, field.form) for text in set(texts)}
    if all(text == cell for text, cell in made.items()):
        return texts
    return tuple(made[text] for text in texts)


def _typed(texts: Column, field: Field) -> tuple[Value, ...]:
    """The well written cells of a column as values."""
    if field.type == "string" and "" not in texts:
        return texts
    made = {text: _value(text, field.type) for text in set(texts)}
    return tuple(made[text] for text in texts)


def _parse(path: Path, file: str, delimiter: str) -> tuple[Rows | None, tuple[Finding, ...]]:
    """Rows of strings, the header first."""

    def refuse(
        code: Code, said: Message, mend: Message = NOTHING, row: int | None = None
    ) -> tuple[None, tuple[Finding, ...]]:
        return None, (Finding(code, Place(file, row), said, mend),)

    try:
        if path.is_symlink() or not path.is_file():
            return refuse(codes.FILE_MISSING, *_missing(path))
        data = path.read_bytes()
    except OSError as problem:
        return None, (closed(problem, file),)
    if len(data) > MAX_BYTES:
        said = message("read.csv-too-large", bytes=len(data), most=MAX_BYTES)
        return refuse(codes.CSV_UNREADABLE, said, message("read.split-table"))
    if data.startswith(_EXCEL):
        return refuse(codes.CSV_UNREADABLE, message("read.excel-named-csv"), _AS_CSV)
    if data.count(0) * _FEW > len(data):
        return refuse(codes.CSV_UNREADABLE, message("read.no-csv"), _AS_CSV)
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        return refuse(codes.CSV_UNREADABLE, _foreign(data, problem.start), row=line)
    try:
        return _without_end(_rows(data, delimiter)), ()
    except csv.Error as problem:
        text = data.decode("utf-8-sig")
        return None, (layout.quote_fault(text, problem, file, delimiter),)


def _rows(data: bytes, delimiter: str) -> Rows:
    """All rows of a file; csv.Error where quotes do not close."""
    lines = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8-sig", newline="")
    one_of_each: dict[str, str] = {}
    of_a_kind = one_of_each.setdefault
    reader = csv.reader(lines, strict=True, delimiter=delimiter)
    return [tuple(map(of_a_kind, row, row)) for row in reader]


def _missing(path: Path) -> tuple[Message, Message]:
    """What is said of a file that is not there, with the one that was perhaps meant."""
    there = [item.name for item in path.parent.glob(f"*{path.suffix}") if item.is_file()]
    hint = suggestion(path.name, there)
    remedy = message("read.rename-file", name=path.name) if hint else NOTHING
    return message("read.no-such-file", name=path.name, hint=hint), remedy


def _foreign(data: bytes, start: int) -> Message:
    """The word in which a letter is not UTF-8, as Windows would show it."""
    begin = max(data.rfind(sign, 0, start) for sign in (b",", b"\n", b";", b'"')) + 1
    word = re.split(rb'[,;"\r\n]', data[begin : start + 30])[0].decode("cp1252", "replace")
    return message("read.cell-not-utf8", word=layout.shown(word))


def _without_end(rows: Rows) -> Rows:
    """Without the empty rows that Excel leaves below a table ("",,,): they say nothing."""
    end = len(rows)
    while end > 1 and len(rows[end - 1]) > 1 and not any(rows[end - 1]):
        end -= 1
    return rows[:end]


def _contradictions(columns: Sequence[Column], table: Table) -> Iterator[Finding]:
    """Points in numbers whose column writes decimals in another way: they would be misread."""
    for texts, field in zip(columns, table.schema.fields, strict=True):
        mark = field.form.decimal
        wrong = {
            text: [_other_mark(text, mark)]
            for text in set(texts)
            if contradicts(text, field.type, field.form)
        }
        yield from _wherever(wrong, texts, field, table)


def _other_mark(text: str, mark: str) -> Finding:
    said = message("read.other-decimal-mark", text=layout.shown(text), mark=mark)
    remedy = message("read.one-decimal-mark", mark=mark)
    return Finding(codes.CELL_NOT_NUMBER, _NOWHERE, said, remedy)


def _cell_faults(columns: Sequence[Column], table: Table) -> Iterator[Finding]:
    """Cells not written the one way their type is written."""
    for texts, field in zip(columns, table.schema.fields, strict=True):
        judged = {text: list(_faults_of_cell(text, field, _NOWHERE)) for text in set(texts)}
        wrong = {text: faults for text, faults in judged.items() if faults}
        yield from _wherever(wrong, texts, field, table)


def _wherever(
    wrong: Mapping[str, Sequence[Finding]], texts: Column, field: Field, table: Table
) -> Iterator[Finding]:
    """What is wrong with some texts, at each cell that holds one of them, from the top.

    However many cells that are, what is said of a text is one message.
    """
    for number, text in enumerate(texts, start=2) if wrong else ():
        for fault in wrong.get(text, ()):
            place = Place(table.file, number, field.name)
            yield Finding(fault.code, place, fault.message, fault.remedy)


def _faults_of_cell(text: str, field: Field, place: Place) -> Iterator[Finding]:
    """A cell that is not written the one way of its column's type and period."""
    if text == "":
        return
    if field.type == "string":
        yield from _text_faults(text, place)
    elif not _well_written(text, field.type):
        yield _cell_fault(text, field, place)
    if field.period and not read_period(text, field.period):
        shown = layout.shown(text)
        said = message("read.no-period", text=shown, period=field.period.value)
        remedy = message("read.write-like", form=PERIOD_EXAMPLES[field.period])
        yield Finding(codes.CELL_BAD_TYPE, place, said, remedy)


def _text_faults(text: str, place: Place) -> Iterator[Finding]:
    """Text that a spreadsheet would run, that cannot be seen, or that is no cell any more."""
    if is_formula(text):
        said = message("read.runs-as-formula", text=layout.shown(text))
        yield Finding(codes.CELL_FORMULA, place, said)
    if len(text) > MAX_CELL:
        said = message("read.cell-too-long", length=len(text), most=MAX_CELL)
        yield Finding(codes.CELL_UNREADABLE, place, said)
    elif text != text.strip():
        said = message("read.spaces-around", text=layout.shown(text))
        yield Finding(codes.CELL_UNREADABLE, place, said)
    else:
        yield from hygiene.forbidden(text, place)


def _well_written(text: str, type_: str) -> bool:
    if type_ == "integer":
        return bool(_INTEGER.fullmatch(text)) and text != "-0"
    if type_ == "number":
        return bool(_NUMBER.fullmatch(text))
    if type_ == "year":
        return bool(_YEAR.fullmatch(text))
    if type_ == "yearmonth":
        return bool(_MONTH.fullmatch(text))
    if type_ == "boolean":
        return text in ("true", "false")
    return _is_date(text)


def _is_date(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _cell_fault(text: str, field: Field, place: Place) -> Finding:
    said = message("read.not-of-type", text=layout.shown(text), type=_TYPES[field.type])
    if field.type in ("integer", "number"):
        remedy = spelling.number_mend(text, whole=field.type == "integer")
        return Finding(codes.CELL_NOT_NUMBER, place, said, remedy)
    return Finding(codes.CELL_BAD_TYPE, place, said, spelling.type_mend(text, field.type))


_TYPES = {
    "integer": message("read.type-integer"),
    "number": message("read.type-number"),
    "year": message("read.type-year"),
    "yearmonth": message("read.type-month"),
    "boolean": message("read.type-boolean"),
    "date": message("read.type-date"),
}


def _value(text: str, type_: str) -> Value:
    """A well written cell as a value; an empty one is None."""
    if text == "":
        return None
    if type_ in ("integer", "year"):
        return int(text)
    if type_ == "number":
        return Decimal(text)
    return text == "true" if type_ == "boolean" else text
