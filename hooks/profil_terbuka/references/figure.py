"""One figure by reference: `pkh tahun=2024` becomes the sum of the rows chosen."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ..model import Catalog, CellStatus, Role, Table
from ..model.aggregation import Obstacle, Row, obstacle, total
from ..words.labels import CELL_STATUS
from .targets import Unresolved, find_table, pairs, row_filter


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its unit; `doubtful` where a row it comes from is."""

    value: int | Decimal
    unit: str
    unit_read: bool
    """Whether the unit is our reading, because the source prints none."""
    doubtful: bool
    provisional: bool = False

    @property
    def mark(self) -> str:
        """What must stand behind it: ' (diragukan)', ' (sementara)' or nothing."""
        return " (diragukan)" if self.doubtful else " (sementara)" if self.provisional else ""


_BLIND = (Role.STATUS, Role.PRINTED, Role.ORIGIN)
_OTHER = "Pilih baris lain yang angkanya ada, atau hapus rujukan itu."


def figure(target: str, options: list[str], catalog: Catalog) -> Figure:
    """The sum of a measure over the rows chosen.

    `ukuran=` names the measure; it is needed only where the table has several. Unresolved where a
    row has no value that may be quoted, or where the rows do not make a sum: then the message names
    the dimension that is left open.
    """
    _, table = find_table(target, catalog)
    wanted = pairs(options)
    measure = _measure(table, dict(wanted).get("ukuran"))
    where = row_filter([(name, value) for name, value in wanted if name != "ukuran"], table)
    if blind := next((name for name in where if table.schema[name].role in _BLIND), ""):
        raise Unresolved(
            f"`{blind}` bukan pembeda baris; memilih menurut kolom itu menyisakan sebagian.",
            f"Hapus `{blind}=...` dari rujukan itu.",
        )
    rows = [row for _, row in table.select(where)]
    if not rows:
        raise Unresolved("tidak ada baris yang cocok.")
    if found := obstacle(table, measure, rows, ()):
        raise Unresolved(f"{found.message}.", _choice(found))
    values = [_quotable(table, row, measure, rows) for row in rows]
    field = table.schema[measure]
    units = table.schema.with_role(Role.UNIT)
    return Figure(
        total(values),
        str(table.value(rows[0], units[0].name)) if units else field.unit or "",
        table.unit_is_read(rows, measure),
        any(table.status(row).doubted for row in rows),
        any(table.status(row) is CellStatus.PROVISIONAL for row in rows),
    )


def key_figure(target: str, options: list[str], catalog: Catalog) -> Figure:
    """A figure that stands for the agency, on a card: Unresolved also where it is doubtful."""
    found = figure(target, options, catalog)
    if found.doubtful:
        raise Unresolved(
            "nilainya diragukan, jadi tidak boleh menjadi angka utama.",
            "Pilih angka lain, atau kutip dengan `angka` dalam kalimat, yang menandainya.",
        )
    return found


def _quotable(table: Table, row: Row, measure: str, rows: list[Row]) -> int | Decimal:
    status, value = table.status(row), table.value(row, measure)
    if not status.counts:
        barred = sum(not table.status(other).counts for other in rows)
        word = CELL_STATUS[status]
        raise Unresolved(f"{barred} baris berstatus `{status}` ({word}).", _OTHER)
    if not isinstance(value, int | Decimal):
        empty = sum(table.value(other, measure) is None for other in rows)
        raise Unresolved(f"{empty} sel kosong ikut terpilih; angkanya tidak lengkap.", _OTHER)
    return value


def _choice(found: Obstacle) -> str:
    value = found.choice
    shown = f'"{value}"' if " " in value else value
    return f"Pilih satu, misalnya `{found.column}={shown}`, di rujukan itu."


def _measure(table: Table, named: str | None) -> str:
    measures = [field.name for field in table.schema.with_role(Role.MEASURE)]
    measure = named or (measures[0] if len(measures) == 1 else "")
    if measure not in measures:
        raise Unresolved(
            f"tabel punya beberapa ukuran: {', '.join(measures)}.",
            f"Tambahkan `ukuran={measures[0]}`, atau ukuran lain, di rujukan itu.",
        )
    return measure
