"""Suspicion about one thing that is listed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Field, Role, Table, Value
from ...model.findings import Code, Finding, Place, Severity
from ...model.messages import message
from ..doubtful_rows import any_shared
from ..kind import TableCheck
from ..row_text import row_shown

CODE = Code("baris-terulang", Severity.SUSPICION, answerable=True, area="check")
_COUNTER = re.compile(r"(.*_)?(no|nomor|urut|urutan|id)(_.*)?")
"""How columns are named that only number the rows; a month or a grade may be a number too."""
_ASIDE = {Role.ORIGIN, Role.PRINTED, Role.STATUS}
"""Columns about how a row was printed; twins may differ in them."""


def repeated_rows(table: Table) -> Iterator[Finding]:
    """Rows that differ only in their number, their print, or a yes or no."""
    names = tuple(field.name for field in table.schema.fields if _tells(field))
    if len(names) < 2:
        return
    columns = [table.column(name) for name in names]
    if table.is_long and not any_shared(columns):
        return
    told = {field.name for field in table.schema.fields if field.role is not Role.CODE}
    seen: dict[tuple[Value, ...], int] = {}
    for number, key in enumerate(zip(*columns, strict=True), start=2):
        first = seen.setdefault(key, number)
        if first != number:
            values = tuple(part for part, name in zip(key, names, strict=True) if name in told)
            this, other = str(number), str(first)
            said = message("check.row-repeated", row=this, other=other, values=row_shown(values))
            mend = message("check.mend-repeated-row", row=this, other=other, code=CODE.name)
            yield Finding(CODE, Place(table.file, number), said, mend)


def _tells(field: Field) -> bool:
    """Whether a column says what a row is about, and does not only number or mark it.

    >>> from profil_terbuka.model.invented import invented_field
    >>> [_tells(invented_field(name)) for name in ("kelurahan", "jumlah (orang)", "status")]
    [True, True, False]
    """
    if field.role is Role.MEASURE:
        return True
    numbers = field.type == "integer" and bool(_COUNTER.fullmatch(field.name))
    return not numbers and field.type != "boolean" and field.role not in _ASIDE


CHECK = TableCheck((CODE,), repeated_rows)
