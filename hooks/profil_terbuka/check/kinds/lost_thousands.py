"""Suspicion about points that part thousands and are read as decimal points."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...model import Additivity, Field, Role, Table
from ...model.findings import Code, Finding, Place, Severity
from ...model.messages import NOTHING, message
from ...model.units import is_percent
from ..kind import TableCheck
from ..units import is_share, is_whole

CODE = Code("ribuan-terbaca-desimal", Severity.SUSPICION, answerable=True, area="check")
_FRACTION = re.compile(r"-?\d+\.\d*[1-9]\d*")
_PERCENT = "persen"
_LOST_ZEROS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")

NumberedCell = tuple[int, str]
"""Spreadsheet row, and what stands there."""


def thousands_as_decimals(table: Table) -> Iterator[Finding]:
    """`1.234` in a number column: one thousand two hundred, or one and a bit? Asked once a column.

    Persons come in whole numbers only, so any fraction of them is asked about.
    """
    for field in table.schema.with_role(Role.MEASURE):
        if field.type == "number" and field.additivity is not Additivity.NON_ADDITIVE:
            index = table.schema.position[field.name]
            cells = [(at, row[index]) for at, row in enumerate(table.cells, start=2)]
            if odd := _odd_cells(field, cells):
                yield _read_as_fraction(odd, Place(table.file, odd[0][0], field.name))


def _odd_cells(field: Field, cells: Sequence[NumberedCell]) -> list[NumberedCell]:
    """The cells that read as fractions and may be thousands."""
    if _counts_wholes(field):
        return [cell for cell in cells if _FRACTION.fullmatch(cell[1])]
    if _is_decimal(field, cells):
        return []
    return [cell for cell in cells if _LOST_ZEROS.fullmatch(cell[1])]


def _counts_wholes(field: Field) -> bool:
    return is_whole(field.unit or "") and not is_share(field.name.replace("_", " "))


def _is_decimal(field: Field, cells: Sequence[NumberedCell]) -> bool:
    """Whether a column's points are decimal: a percentage, a 0 before one, or a short share."""
    if _PERCENT in field.name or is_percent(field.unit or ""):  # none is of thousands
        return True
    share = is_share(field.unit or "")
    return any(
        text.lstrip("-").startswith("0.") or (share and not _LOST_ZEROS.fullmatch(text))
        for _, text in cells
        if "." in text
    )


def _read_as_fraction(odd: Sequence[NumberedCell], place: Place) -> Finding:
    (_, text), *others = odd
    also = message("check.and-cells-of-column", count=len(others)) if others else NOTHING
    said = message("check.read-as-fraction", cell=text, others=also)
    mend = message("check.mend-fraction", number=_full_number(text), code=CODE.name)
    related = tuple(Place(place.file, row, place.column) for row, _ in others)
    return Finding(CODE, place, said, mend, related)


def _full_number(text: str) -> str:
    """What lost its last zeros when it was read as a fraction.

    >>> _full_number("20.84"), _full_number("1.234")
    ('20840', '1234')
    """
    whole, _, fraction = text.partition(".")
    return f"{whole}{fraction.ljust(3, '0')}"


CHECK = TableCheck((CODE,), thousands_as_decimals)
