"""All developments as a table to download, those too that no page has room for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model import Agency
from ..model.periods import written
from ..read.formulas import quoted
from ..system.canonical import csv_text
from ..words.amounts import ShiftKind, shift
from .developments import Development, TableDevelopments
from .largest import ToldChange

DEVELOPMENTS = "perubahan.csv"
DEVELOPMENT_COLUMNS = (
    "dataset",
    "tabel",
    "judul",
    "ukuran",
    "hal",
    "satuan",
    "periode_lama",
    "periode_baru",
    "nilai_lama",
    "nilai_baru",
    "selisih",
    "persen",
    "bacaan",
    "keseluruhan",
    "sementara",
    "alamat",
)
_READINGS = {
    ShiftKind.SAME: "tetap",
    ShiftKind.NEARLY_SAME: "persen",
    ShiftKind.PERCENT: "persen",
    ShiftKind.POINTS: "poin-persen",
    ShiftKind.NUMBER: "selisih",
    ShiftKind.QUANTITY: "angka-kecil",
}
_LEAP = "lonjakan"


def developments_csv(agency: Agency, found: Iterable[TableDevelopments]) -> bytes:
    """One row for each pair of numbers; `persen` is empty where a percentage would mislead."""
    rows = (_row(agency, item) for table in found for item in table.developments)
    return csv_text(DEVELOPMENT_COLUMNS, rows)


def _row(agency: Agency, item: Development) -> Iterator[str]:
    told = ToldChange(item, shift(item.new, item.old, item.unit))
    yield from (item.dataset.slug, item.table.name, quoted(item.table.title), item.measure.name)
    yield from (quoted(" / ".join(item.thing)), item.unit)
    yield from (written(item.earlier), written(item.later), str(item.old), str(item.new))
    yield str(told.difference)
    yield _percent(told)
    yield _READINGS[told.shift.kind] if told.shift else _LEAP
    yield from (_said(item.whole), _said(item.provisional))
    yield f"{agency.root}data/{item.dataset.slug}/#tabel-{item.table.name}"


def _percent(told: ToldChange) -> str:
    if told.shift is None or told.shift.kind is not ShiftKind.PERCENT:
        return "0" if told.is_percent else ""
    return str(told.shift.amount if told.shift.rises else -told.shift.amount)


def _said(holds: bool) -> str:
    return str(holds).lower()
