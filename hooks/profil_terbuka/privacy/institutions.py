"""Where institutions are, as tables tell: a column names them, another holds their addresses."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Field, Table
from .lookalikes import names_home, names_office

_ADDRESS = frozenset({"alamat", "lokasi", "jalan"})
_NAMES = frozenset({"nama", "lembaga", "instansi", "kantor", "unit", "sarana", "fasilitas"})


def addresses(table: Table) -> Iterator[str]:
    """The addresses in rows that name an institution; a house, or who runs it, is none."""
    fields = list(enumerate(table.schema.fields))
    places = [index for index, field in fields if _is_address(field)]
    if not places:
        return
    names = [index for index, field in fields if index not in places and _is_name(field)]
    for row in table.cells:
        # `nama_panti` says it for the whole column, `Panti ...` for a row.
        if any(
            row[index] and names_office(f"{_title(table.schema.fields[index])} {row[index]}")
            for index in names
        ):
            yield from (row[index] for index in places if not names_home(row[index]))


def _title(field: Field) -> str:
    return f"{field.name.replace('_', ' ')} {field.title}"


def _is_address(field: Field) -> bool:
    words = set(_title(field).lower().split())
    return bool(words & _ADDRESS) and not names_home(_title(field))


def _is_name(field: Field) -> bool:
    title = _title(field)
    return bool(set(title.lower().split()) & _NAMES) or names_office(title)
