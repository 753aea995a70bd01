"""One figure by reference: `pkh tahun=2024` becomes the sum of the rows chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..model import Catalog, CellStatus, Filter, Role, Table
from ..model.aggregation import Obstacle, Row, obstacle, total
from ..model.messages import message
from ..words.catalogues import text
from ..words.labels import CELL_STATUS
from ..words.obstacles import obstacle_sentence
from .targets import Unresolved, chosen_rows, option_pairs, referenced_table

_MEASURE = "ukuran"
"""The option that names the measure."""
_BLIND = (Role.STATUS, Role.PRINTED, Role.ORIGIN)


@dataclass(frozen=True, slots=True)
class QuotedFigure:
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
        if self.doubtful:
            return text(message("references.mark-doubtful"))
        return text(message("references.mark-provisional")) if self.provisional else ""


def quoted_figure(target: str, options: Sequence[str], catalog: Catalog) -> QuotedFigure:
    """The sum of a measure over the rows chosen.

    `ukuran=` names the measure; it is needed only where the table has several. Unresolved where a
    row has no value that may be quoted, or where the rows do not make a sum: then the message names
    the dimension that is left open.

    >>> from profil_terbuka.model.invented import invented_catalog, invented_dataset, invented_table
    >>> rows = [(2024, "Utara", 30), (2024, "Timur", 12)]
    >>> table = invented_table("tahun, kecamatan, jumlah (orang)", *rows, name="pkh")
    >>> catalog = invented_catalog(invented_dataset(table))
    >>> found = quoted_figure("pkh", ["tahun=2024"], catalog)
    >>> found.value, found.unit
    (42, 'orang')
    """
    _, table = referenced_table(target, catalog)
    wanted = option_pairs(options)
    measure = _measure(table, dict(wanted).get(_MEASURE))
    where = chosen_rows([(name, value) for name, value in wanted if name != _MEASURE], table)
    rows = _rows(table, where)
    if found := obstacle(table, measure, rows, ()):
        said = message("references.not-a-sum", obstacle=obstacle_sentence(found))
        raise Unresolved(said, message("references.choose-one", choice=_choice(found)))
    values = [_quotable(table, row, measure, rows) for row in rows]
    units = table.schema.with_role(Role.UNIT)
    own_unit = table.schema[measure].unit or ""
    return QuotedFigure(
        value=total(values),
        unit=str(table.value(rows[0], units[0].name)) if units else own_unit,
        unit_read=table.unit_is_read(rows, measure),
        doubtful=any(table.status(row).doubted for row in rows),
        provisional=any(table.status(row) is CellStatus.PROVISIONAL for row in rows),
    )


def key_figure(target: str, options: Sequence[str], catalog: Catalog) -> QuotedFigure:
    """A figure that stands for the agency, on a card: Unresolved also where it is doubtful."""
    found = quoted_figure(target, options, catalog)
    if found.doubtful:
        raise Unresolved(
            message("references.doubtful-key-figure"),
            message("references.mend-doubtful-key-figure"),
        )
    return found


def _rows(table: Table, where: Filter) -> list[Row]:
    """The rows that columns of categories choose; there are some."""
    if blind := next((name for name in where if table.schema[name].role in _BLIND), ""):
        raise Unresolved(
            message("references.chosen-by-other-column", column=blind),
            message("references.drop-option", option=blind),
        )
    rows = [row for _, row in table.select(where)]
    if not rows:
        raise Unresolved(message("references.no-rows"))
    return rows


def _quotable(table: Table, row: Row, measure: str, rows: Sequence[Row]) -> int | Decimal:
    status, value = table.status(row), table.value(row, measure)
    if not status.counts:
        said = message(
            "references.barred-rows",
            count=sum(not table.status(other).counts for other in rows),
            letter=str(status),
            status=CELL_STATUS[status],
        )
        raise Unresolved(said, message("references.choose-other-rows"))
    if not isinstance(value, int | Decimal):
        empty = sum(table.value(other, measure) is None for other in rows)
        said = message("references.empty-cells", count=empty)
        raise Unresolved(said, message("references.choose-other-rows"))
    return value


def _choice(found: Obstacle) -> str:
    """How a reference would choose one of the categories that are open.

    >>> from profil_terbuka.model.aggregation import Hindrance
    >>> areas = ("Utara", "Rekaan Timur")
    >>> _choice(Obstacle("jumlah", "orang", "kecamatan", areas, Hindrance.NOT_ADDITIVE))
    'kecamatan="Rekaan Timur"'
    """
    value = found.choice
    shown = f'"{value}"' if " " in value else value
    return f"{found.column}={shown}"


def _measure(table: Table, named: str | None) -> str:
    measures = [field.name for field in table.schema.with_role(Role.MEASURE)]
    measure = named or (measures[0] if len(measures) == 1 else "")
    if measure not in measures:
        raise Unresolved(
            message("references.several-measures", measures=tuple(measures)),
            message("references.name-measure", measure=measures[0]),
        )
    return measure
