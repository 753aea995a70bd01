"""A column from elsewhere as it is published: its type among those that there are, and its cells.

What the published format has no type for is kept as text, letter by letter.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from ...model import CellForm
from ...model.messages import Message, message
from ...read.cell_forms import cell_form, contradicts, published_cell
from ...read.spelling import LONGEST
from ..reading.figures import MOST_DECIMALS
from ..reasons import Unusable
from .content import ForeignTable, missing_texts
from .jsonparts import Said, said_text
from .plain_texts import safe_text

_KEPT = ("string", "integer", "number", "boolean", "year", "yearmonth", "date")
_WHOLE = re.compile(r"[+-]?\d+")
_PADDED = re.compile(r"[+-]?0\d+")
_YEAR = re.compile(r"[12]\d{3}")
_MONTH = re.compile(r"(?P<year>[12]\d{3})-(?P<month>0?[1-9]|1[0-2])")
_DAY_MARKS = re.compile(r"%-?[dejDxFc]")
_MONTH_MARKS = re.compile(r"%-?[mbB]")
"""Parts of a pattern for days (`strptime`) that tell day and month."""
_NO_NUMBER = frozenset({"nan", "inf", "-inf", "+inf", "infinity", "-infinity"})
_YES, _NO = frozenset({"true", "True", "TRUE", "1"}), frozenset({"false", "False", "FALSE", "0"})
"""The standard's own values, where a column names none."""


@dataclass(frozen=True, slots=True)
class PlainColumn:
    """A column in the published form; `type` is one that the format has."""

    type: str
    cells: tuple[str, ...]
    told: tuple[Message, ...] = ()
    """What became of its cells, for people."""

    @property
    def full(self) -> bool:
        """Whether no cell is empty."""
        return all(self.cells)


class Misfit(Exception):
    """A cell that is not of its column's type."""


Writer = Callable[[str], str]
"""A cell that is not empty to its published form; raises Misfit."""


def plain_column(table: ForeignTable, at: int, name: str) -> PlainColumn:
    """The column number `at` of a table; `name` is what it is called from now on.

    Raises Unusable for a cell that is not of the type which its package says.
    """
    said = table.fields[at]
    written = [row[at] for row in table.rows]
    missing = missing_texts(said["missingValues"]) if "missingValues" in said else table.missing
    filled = ["" if text in missing else text for text in written]
    emptied = sorted({text for text in written if text in missing and text})
    told = (
        [message("importer.cells-emptied", table=table.called, column=name, cells=tuple(emptied))]
        if emptied
        else []
    )
    if table.unnamed:
        type_ = _type_of_cells(filled)
    else:
        type_ = _published_type(said, filled)
        told += _about_type(table, said, type_, name)
    made = _rewritten(table, said, filled, type_, name)
    return PlainColumn(type_, made.cells, (*told, *made.told))


# Types --------------------------------------------------------------------------------------------


def said_type(said: Said) -> str:
    """The type that a column is said to have; without a word it is text."""
    return said_text(said.get("type")) or "string"


def _published_type(said: Said, cells: Sequence[str]) -> str:
    """The type that keeps every cell as it is meant."""
    type_ = said_type(said)
    filled = [cell for cell in cells if cell]
    if type_ not in _KEPT:
        return "string"
    if type_ == "date":
        return _type_of_days(said_text(said.get("format")), filled)
    if type_ == "integer" and any(map(_names_something, filled)):
        return "string"
    if type_ == "year" and not all(map(_YEAR.fullmatch, filled)):
        return "integer"
    return type_


def _type_of_days(pattern: str, cells: Sequence[str]) -> str:
    """Days, or the months or years that some call dates; text where they are written anyhow.

    >>> _type_of_days("%Y-%m", ["2024-01"]), _type_of_days("any", ["2024"])
    ('yearmonth', 'year')
    """
    if "%" in pattern:
        if _DAY_MARKS.search(pattern):
            return "date"
        return "yearmonth" if _MONTH_MARKS.search(pattern) else "year"
    if pattern != "any":
        return "date"
    kinds: Mapping[str, Callable[[str], object]] = {
        "date": _is_day,
        "yearmonth": _MONTH.fullmatch,
        "year": _YEAR.fullmatch,
    }
    return next((type_ for type_, fits in kinds.items() if all(map(fits, cells))), "string")


def _names_something(cell: str) -> bool:
    """Digits that would be lost as a number: leading zeros, more of them than programs can hold."""
    return bool(_PADDED.fullmatch(cell)) or len(cell.lstrip("+-")) > LONGEST


def _type_of_cells(cells: Sequence[str]) -> str:
    """The type of a column that nobody describes, by its cells alone.

    >>> _type_of_cells(["1", "2.5", ""]), _type_of_cells(["007"]), _type_of_cells(["2024-01-31"])
    ('number', 'string', 'date')
    """
    filled = [cell for cell in cells if cell]
    if not filled or any(map(_names_something, filled)):
        return "string"
    kinds: Mapping[str, Callable[[str], object]] = {
        "integer": _WHOLE.fullmatch,
        "number": re.compile(r"[+-]?\d+(\.\d+)?").fullmatch,
        "date": _is_day,
        "boolean": lambda cell: cell in ("true", "false", "TRUE", "FALSE"),
    }
    return next((type_ for type_, fits in kinds.items() if all(map(fits, filled))), "string")


def _about_type(table: ForeignTable, said: Said, type_: str, name: str) -> list[Message]:
    asked = said_type(said)
    if asked == type_:
        return []
    where = {"table": table.called, "column": name}
    if asked not in _KEPT:
        return [message("importer.type-kept-as-text", **where, type=asked)]
    return [message("importer.type-changed", **where, asked=asked, type=type_)]


# Cells --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Made:
    cells: tuple[str, ...]
    told: tuple[Message, ...]


def _rewritten(
    table: ForeignTable, said: Said, cells: Sequence[str], type_: str, name: str
) -> _Made:
    """The cells in their published form, and an example of what became of them."""
    write = cell_writer(said, type_)
    written = []
    for number, cell in zip(table.numbers, cells, strict=True):
        try:
            written.append(write(cell) if cell else "")
        except Misfit as problem:
            raise Unusable(
                message(
                    "importer.package-cell-wrong",
                    name=table.name,
                    row=str(number),
                    column=said_text(said.get("name")),
                    cell=cell,
                    type=type_,
                )
            ) from problem
    told = []
    lost = sorted({old for old, new in zip(cells, written, strict=True) if old and not new})
    if lost:
        told.append(
            message("importer.cells-no-number", table=table.called, column=name, cells=tuple(lost))
        )
    changed = [(old, new) for old, new in zip(cells, written, strict=True) if new and old != new]
    if changed:
        before, after = changed[0]
        told.append(
            message(
                "importer.cells-rewritten",
                table=table.called,
                column=name,
                before=before,
                after=after,
                count=len(changed),
            )
        )
    if type_ == "number" and any(map(_too_exact, cells)):
        told.append(message("importer.figures-rounded", title=name, decimals=MOST_DECIMALS))
    return _Made(tuple(written), tuple(told))


def cell_writer(said: Said, type_: str) -> Writer:
    """How a cell of a column is published, which `said` describes and has that type now."""
    if type_ == "string":
        return safe_text
    form = cell_form(_declared(said))
    if type_ in ("integer", "number"):
        return lambda cell: _number(cell, form, whole=type_ == "integer")
    if type_ == "boolean":
        return lambda cell: _yes_or_no(cell, said)
    if type_ == "yearmonth":
        return lambda cell: _month(_shortened_day(cell, form, "%Y-%m"))
    if type_ == "year":
        return lambda cell: _year(_shortened_day(cell, form, "%Y"))
    return lambda cell: _day(cell, form)


def _declared(said: Said) -> dict[str, object]:
    """What a column says of its cells, as far as it is said in the standard's way."""
    marks = ("groupChar", "decimalChar")
    kept = {key: said[key] for key in marks if isinstance(said.get(key), str) and said[key]}
    if isinstance(said.get("bareNumber"), bool):
        kept["bareNumber"] = said["bareNumber"]
    if said_type(said) == "date" and isinstance(said.get("format"), str):
        kept["format"] = said["format"].removeprefix("fmt:")
    return {"type": said_type(said), **kept}


def _number(cell: str, form: CellForm, *, whole: bool) -> str:
    """A number without exponent, plus or zeros that say nothing.

    >>> _number("1,234.50", CellForm(group=","), whole=False)
    '1234.50'
    >>> _number("1e3", CellForm(), whole=True)
    '1000'
    """
    stripped = cell.strip()
    if stripped.casefold() in _NO_NUMBER and not whole:
        return ""
    if contradicts(stripped, "number", form):
        raise Misfit(cell)
    try:
        value = Decimal(published_cell(stripped, "number", form).strip())
    except InvalidOperation as problem:
        raise Misfit(cell) from problem
    if not value.is_finite() or (whole and value != value.to_integral_value()):
        raise Misfit(cell)
    if value.adjusted() >= LONGEST:
        raise Misfit(cell)
    return _written_number(value.to_integral_value() if whole else value)


def _written_number(value: Decimal) -> str:
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > MOST_DECIMALS:
        value = round(value, MOST_DECIMALS).normalize()
    return f"{value if value else abs(value):f}"


def _too_exact(cell: str) -> bool:
    try:
        exponent = Decimal(cell).as_tuple().exponent
    except InvalidOperation:
        return False
    return isinstance(exponent, int) and -exponent > MOST_DECIMALS


def _yes_or_no(cell: str, said: Said) -> str:
    yes, no = said.get("trueValues"), said.get("falseValues")
    if cell in (yes if isinstance(yes, list) else _YES):
        return "true"
    if cell in (no if isinstance(no, list) else _NO):
        return "false"
    if cell in ("true", "false"):
        return cell
    raise Misfit(cell)


def _shortened_day(cell: str, form: CellForm, pattern: str) -> str:
    """A month or year that is written in the way of a column of days.

    >>> _shortened_day("Jan-24", CellForm(day="%b-%y"), "%Y-%m")
    '2024-01'
    """
    if not form.day:
        return cell.strip()
    try:
        return datetime.datetime.strptime(cell.strip(), form.day).strftime(pattern)
    except ValueError as problem:
        raise Misfit(cell) from problem


def _year(cell: str) -> str:
    if not _YEAR.fullmatch(cell.strip()):
        raise Misfit(cell)
    return cell.strip()


def _month(cell: str) -> str:
    found = _MONTH.fullmatch(cell.strip())
    if not found:
        raise Misfit(cell)
    return f"{found['year']}-{int(found['month']):02d}"


def _day(cell: str, form: CellForm) -> str:
    day = published_cell(cell.strip(), "date", form)
    if not _is_day(day):
        raise Misfit(cell)
    return day


def _is_day(cell: str) -> bool:
    try:
        return datetime.date.fromisoformat(cell).isoformat() == cell
    except ValueError:
        return False
