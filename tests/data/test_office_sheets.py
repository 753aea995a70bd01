"""Tables of both books, drawn up again as their offices do, come back as what is published."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from agencies import AGENCIES, catalog_of
from profil_terbuka.importer import gazetteer, read_book, receipt_text
from profil_terbuka.importer.merging import into
from profil_terbuka.model import Dataset, Field, Role, Table
from profil_terbuka.read.catalog import reference
from spreadsheets import saved
from support import ROOT

REFERENCE = reference(ROOT)
Row = list[object]


def counted(dataset: Dataset) -> bool:
    """Whether its main table tells one number for each combination of names."""
    schema = dataset.main.schema
    return len(schema.with_role(Role.MEASURE)) == 1 and len(dataset.main.cells) > 1


def everything() -> Iterator[tuple[str, str]]:
    for agency in AGENCIES:
        for dataset in catalog_of(agency).datasets:
            if counted(dataset):
                yield agency, dataset.slug


def names(table: Table) -> list[Field]:
    """The columns that an office's sheet has: names, no codes."""
    codes = {field.labels for field in table.schema.with_role(Role.CODE)}
    return [
        field
        for field in table.schema.fields
        if (field.role is Role.DIMENSION or field.name in codes or field.role is Role.UNIT)
    ]


def measure(table: Table) -> Field:
    return table.schema.with_role(Role.MEASURE)[0]


def number(text: str) -> object:
    if not text:
        return "-"
    return float(text) if "." in text else int(text)


def typed(field: Field, text: str) -> object:
    return int(text) if field.type in ("year", "integer") and text else text


def long_sheet(table: Table) -> bytes:
    """A line for each row of the table, below a letterhead."""
    at = table.schema.position
    fields = names(table)
    rows: list[Row] = [["PEMERINTAH KOTA"], [table.title], []]
    numbered = all(field.title != "Nomor" for field in fields)
    rows.append([*(["No"] * numbered), *(f.title for f in fields), measure(table).title])
    for count, cells in enumerate(table.cells, start=1):
        told = [typed(field, cells[at[field.name]]) for field in fields]
        rows.append([*([count] * numbered), *told, number(cells[at[measure(table).name]])])
    rows += [[], ["Sumber: buku profil"]]
    return workbook(rows)


def wide_sheet(table: Table) -> bytes | None:
    """Years over the columns; None where the table has none, or other names than years alone."""
    at = table.schema.position
    years = [field for field in names(table) if field.type == "year"]
    others = [field for field in names(table) if field.type != "year"]
    if len(years) != 1 or not others:
        return None
    told = sorted({cells[at[years[0].name]] for cells in table.cells})
    found: dict[tuple[str, ...], dict[str, str]] = {}
    for cells in table.cells:
        key = tuple(cells[at[field.name]] for field in others)
        found.setdefault(key, {})[cells[at[years[0].name]]] = cells[at[measure(table).name]]
    if len(told) < 2 or any(len(row) < len(told) for row in found.values()):
        return None
    rows: list[Row] = [["PEMERINTAH KOTA"], [], [*(f.title for f in others), *map(int, told)]]
    rows += [[*key, *(number(row[year]) for year in told)] for key, row in found.items()]
    return workbook(rows)


def workbook(rows: list[Row]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    return saved(book)


@pytest.mark.parametrize("drawn", [long_sheet, wide_sheet], ids=["panjang", "lebar"])
@pytest.mark.parametrize(("agency", "slug"), list(everything()))
def test_a_sheet_of_the_office_says_what_is_published(
    agency: str, slug: str, drawn: object, tmp_path: Path
) -> None:
    catalog = catalog_of(agency)
    dataset = next(item for item in catalog.datasets if item.slug == slug)
    data = drawn(dataset.main)  # type: ignore[operator]
    if data is None:
        return
    known = gazetteer(catalog.agency.region, REFERENCE)
    found = into(read_book(data, f"{slug}.xlsx"), dataset, {}, known)
    assert not found.receipt.open, receipt_text(found.receipt)
    merge = found.merges[0]
    assert (merge.added, merge.changed, merge.missing) == ((), (), ()), receipt_text(found.receipt)
