"""Safe by default: what no reader may add up stands in no column that programs add up."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import PRINTED_END, PRINTED_VALUE, CellStatus, Field, Role, Table, Value, codes
from ..model.findings import Finding, Place
from ..words.labels import CELL_STATUS

_VALUELESS = (CellStatus.INVALID, CellStatus.MISSING, CellStatus.NOT_APPLICABLE)
"""Statuses that say there is no valid value. Of withheld ones privacy takes care."""

Row = tuple[Value, ...]


def valueless_is_empty(table: Table) -> Iterator[Finding]:
    """Every measure of a row without a valid value is empty, whoever adds up its column."""
    for row_number, row in enumerate(table.rows, start=2):
        status = table.status(row)
        if status not in _VALUELESS:
            continue
        for field in table.schema.with_role(Role.MEASURE):
            value = table.value(row, field.name)
            if value is not None:
                place = Place(table.file, row_number, field.name)
                message = (
                    f"Status `{status}` ({CELL_STATUS[status]}), tetapi `{value}` masih terisi "
                    "dan akan ikut terjumlah."
                )
                remedy = f"{_mend(table, row, field, status)}{_permit(field)}"
                yield Finding(codes.CELL_NOT_EMPTY, place, message, remedy)


def _mend(table: Table, row: Row, field: Field, status: CellStatus) -> str:
    if status is not CellStatus.INVALID:
        return "Kosongkan selnya; bila nilainya memang ada, ganti statusnya menjadi A."
    value, column = table.value(row, field.name), table.schema.printed.get(field.name)
    if column is None:
        measures = table.schema.with_role(Role.MEASURE)
        wanted = PRINTED_VALUE if len(measures) == 1 else f"{field.name}{PRINTED_END}"
        return (
            f"Tambahkan kolom teks `{wanted}` (peran `tercetak`) di CSV dan di datapackage.json, "
            f"pindahkan `{value}` ke sana, lalu kosongkan `{field.name}`."
        )
    if printed := table.value(row, column):
        return f"Kosongkan sel `{field.name}`; kolom `{column}` sudah menyimpan `{printed}`."
    return (
        f"Pindahkan `{value}` ke kolom `{column}`, ditulis persis seperti di buku, "
        f"lalu kosongkan `{field.name}`."
    )


def _permit(field: Field) -> str:
    """What the descriptor must allow besides."""
    if not field.constraints.required:
        return ""
    return f" Hapus juga `required` kolom `{field.name}` di datapackage.json."
