"""Small charts of tables that nobody has published: for worked examples."""

from __future__ import annotations

from typing import Any

from ..model import Role, Value, View
from ..model.findings import Finding
from ..model.invented import invented_dataset, invented_table
from ..model.products import ChartData
from . import prepare_chart


def invented_chart(columns: str, *rows: tuple[Value, ...], **asked: Any) -> ChartData:
    """The numbers of a chart of these columns; `asked` is what its view says otherwise.

    >>> data = invented_chart("jenis, jumlah (orang)", ("A", 3), ("B", 5))
    >>> data.categories, data.values, data.unit
    (('A', 'B'), ((3,), (5,)), 'orang')
    """
    table = invented_table(columns, *rows)
    measure = table.schema.with_role(Role.MEASURE)[0].name
    view = {"name": "contoh", "title": "Penerima", "kind": "batang", "table": table.name}
    axis = table.schema.fields[0].name
    told = {**view, "axis": axis, "measure": measure, **asked}
    found = prepare_chart(View(**told), invented_dataset(table))
    if isinstance(found, Finding):
        raise ValueError(found)
    return found
