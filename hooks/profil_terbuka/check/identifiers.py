"""Identifiers declared as measures: they would be added up, ranked and drawn."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ..model import Dataset, Field, Role, Table, codes
from ..model.findings import Finding, Place
from ..model.identifiers import Identifier, identifier

_MEND = {
    Identifier.ROW: '`"peran": "keterangan"`, atau hapus kolomnya',
    Identifier.CODE: '`"type": "string"`, `"peran": "kode"`, dan `"untuk"`: kolom namanya',
    Identifier.TIME: '`"peran": "dimensi"`',
}


def identifiers_as_measures(dataset: Dataset) -> Iterator[Finding]:
    """A measure whose name and numbers are those of a row number, a code or a point in time."""
    for table in dataset.tables:
        for field in table.schema.with_role(Role.MEASURE):
            kind = identifier(field.name, _numbers(table, field))
            if kind:
                yield _finding(dataset, table, field, kind)


def _numbers(table: Table, field: Field) -> list[int | Decimal]:
    values = table.column(field.name)
    return [value for value in values if isinstance(value, int | Decimal)]


def _finding(dataset: Dataset, table: Table, field: Field, kind: Identifier) -> Finding:
    numbers = dict.fromkeys(str(value) for value in _numbers(table, field))
    shown = ", ".join(f"`{number}`" for number in list(numbers)[:3]) or "kosong"
    message = (
        f"Tabel `{table.name}`: kolom `{field.name}` berperan `ukuran`, padahal nama dan isinya "
        f"({shown}) adalah {kind}: menjumlahkannya tidak berarti apa-apa."
    )
    remedy = (
        f"Di datapackage.json, beri kolom itu {_MEND[kind]}; hapus `satuan`-nya. Bila memang "
        "mengukur sesuatu, beri nama kolom yang menyebut hal yang diukur."
    )
    return Finding(codes.MEASURE_IDENTIFIES, Place(dataset.file, None, field.name), message, remedy)
