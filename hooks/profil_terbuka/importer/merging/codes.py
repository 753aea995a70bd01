"""The codes that a table has for its names."""

from __future__ import annotations

from collections.abc import Mapping

from ...model import Field, Role, Table


def with_known_codes(table: Table, told: Mapping[str, str]) -> dict[str, str]:
    """A row with the codes that the table has for its names.

    >>> from ...model.invented import invented_table
    >>> table = invented_table("kode_desa, desa, jumlah (orang)", ("01", "Dadap", 7))
    >>> with_known_codes(table, {"desa": "Dadap", "jumlah": "9"})
    {'desa': 'Dadap', 'jumlah': '9', 'kode_desa': '01'}
    """
    found = dict(told)
    for item in table.schema.with_role(Role.CODE):
        if item.labels and item.labels in told and not told.get(item.name):
            found[item.name] = _code(table, item, told)
    return found


def _code(table: Table, field: Field, told: Mapping[str, str]) -> str:
    """The code that the table gives to a name; '' where it gives none, or several.

    Of namesakes the one that has the same names beside it: the village in that district.
    """
    labels = [item.labels for item in table.schema.with_role(Role.CODE) if item.labels in told]
    named = [(table.schema.position[str(label)], told[str(label)]) for label in labels]
    at = table.schema.position[field.name]
    codes = {
        cells[at] for cells in table.cells if all(cells[place] == name for place, name in named)
    }
    return codes.pop() if len(codes) == 1 else ""
