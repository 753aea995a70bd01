"""CSV for an Excel set to Indonesian, which takes the comma for the decimal mark."""

from __future__ import annotations

import copy
import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from ...model import Table
from ...model.messages import message
from ...model.products import CSV
from ...words.catalogues import text
from ..offer import Resource, TableFile, TableFormat, TableSource, table_name

_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
_path = table_name(".id-excel.csv")


def excel_csv(table: Table, resource: Resource) -> TableFile:
    """A CSV that Excel opens right where the decimal mark is a comma: semicolons, BOM, CRLF."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow([field.name for field in table.schema.fields])
    decimal = [field.type == "number" for field in table.schema.fields]
    writer.writerows(_with_commas(table.cells, decimal) if any(decimal) else table.cells)
    described = copy.deepcopy(dict(resource))
    for column in described["schema"]["fields"]:
        if column["type"] == "number":
            column["decimalChar"] = ","
    described |= {
        "name": f"{table.name}.id-excel",
        "title": text(message("downloads.excel-csv-title", table=table.title)),
        "path": _path(table),
        "dialect": {"delimiter": ";", "lineTerminator": "\r\n"},
        "turunan": table.name,
    }
    return TableFile((_BOM + written.getvalue()).encode(), described)


def _with_commas(
    cells: Iterable[Sequence[str]], decimal: Sequence[bool]
) -> Iterator[Iterator[str]]:
    """The rows with the decimal mark of columns that have decimals as a comma."""
    for row in cells:
        yield (
            cell.replace(".", ",") if comma else cell
            for cell, comma in zip(row, decimal, strict=True)
        )


def _write(source: TableSource) -> TableFile:
    return excel_csv(source.table, source.resource)


FORMAT = TableFormat(
    kind=CSV,
    name=_path,
    title=lambda table: message("downloads.excel-csv", table=table.title),
    write=_write,
    packaged=True,
)
