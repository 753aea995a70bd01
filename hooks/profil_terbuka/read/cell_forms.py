"""From a cell as its column writes it to the one way in which it is published.

Table Schema lets a column say how it writes numbers, days, yes and no, and nothing. What it does
not say stays as it is, and is judged like any other cell.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Any

from ..model import CellForm

_AROUND = re.compile(r"^[^-\d]*|\D*$")
"""What stands around the digits of a number that is not bare: 'Rp 5', '12%'."""
_OTHER_WAYS = ("groupChar", "decimalChar", "bareNumber", "trueValues", "falseValues")
"""Keys of a column that only tell how a file is written; a published file needs none of them."""


def cell_form(column: Mapping[str, Any], missing: frozenset[str] = frozenset({""})) -> CellForm:
    """How a column of a descriptor writes its cells; `missing`: what its table says of all.

    >>> form = cell_form({"name": "pagu", "type": "number", "groupChar": ".", "decimalChar": ","})
    >>> form.group, form.decimal
    ('.', ',')
    """
    usual = CellForm()
    day = column.get("format", "") if column.get("type") == "date" else ""
    return CellForm(
        missing=frozenset(column.get("missingValues", missing)) | {""},
        group=column.get("groupChar", ""),
        decimal=column.get("decimalChar", "."),
        bare=column.get("bareNumber", True),
        true=frozenset(column.get("trueValues", usual.true)),
        false=frozenset(column.get("falseValues", usual.false)),
        day=day if "%" in day else "",
    )


def published_cell(text: str, type_: str, form: CellForm) -> str:
    """The cell as it is published; what its form does not reach comes back as it is.

    >>> pagu = CellForm(group=".", decimal=",", bare=False)
    >>> published_cell("Rp 1.250,50", "number", pagu)
    '1250.50'
    >>> published_cell("31/01/2024", "date", CellForm(day="%d/%m/%Y"))
    '2024-01-31'
    """
    if text in form.missing:
        return ""
    if type_ in ("integer", "number"):
        return _number(text, form)
    if type_ == "boolean":
        return "true" if text in form.true else "false" if text in form.false else text
    return _day(text, form.day) if type_ == "date" and form.day else text


def hand_written_cell(cell: str, type_: str, form: CellForm) -> str:
    """A published cell as its column writes it: the way back of `published_cell`.

    >>> hand_written_cell("-1250.5", "number", CellForm(group=".", decimal=","))
    '-1.250,5'
    >>> hand_written_cell("2024-01-31", "date", CellForm(day="%d/%m/%Y"))
    '31/01/2024'
    """
    if cell == "":
        return ""
    if type_ in ("integer", "number"):
        whole, point, part = cell.partition(".")
        digits = whole.removeprefix("-")
        sign = whole[: len(whole) - len(digits)]
        grouped = f"{int(digits):,}".replace(",", form.group) if form.group else digits
        return f"{sign}{grouped}{point and form.decimal}{part}"
    if type_ == "boolean":
        said = form.true if cell == "true" else form.false
        return cell if cell in said else min(said)
    if type_ == "date" and form.day:
        return datetime.date.fromisoformat(cell).strftime(form.day)
    return cell


def contradicts(text: str, type_: str, form: CellForm) -> bool:
    """Whether a number has a point where its column has another mark before decimals.

    >>> contradicts("1.250", "number", CellForm(decimal=","))
    True
    """
    if type_ not in ("integer", "number") or form.decimal == "." or text in form.missing:
        return False
    return "." in (text.replace(form.group, "") if form.group else text)


def published_column(column: Mapping[str, Any]) -> dict[str, Any]:
    """A column's description without what it says of a file that is written in another way."""
    dated = column.get("type") == "date"
    left_out = {*_OTHER_WAYS, "missingValues", *(("format",) if dated else ())}
    return {key: value for key, value in column.items() if key not in left_out}


def _number(text: str, form: CellForm) -> str:
    if form.bare and not form.group and form.decimal == ".":
        return text
    bare = text if form.bare else _AROUND.sub("", text)
    ungrouped = bare.replace(form.group, "") if form.group else bare
    return ungrouped.replace(form.decimal, ".")


def _day(text: str, pattern: str) -> str:
    try:
        return datetime.datetime.strptime(text, pattern).date().isoformat()
    except ValueError:
        return text
