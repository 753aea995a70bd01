"""The sheet of the half-year's workbook that tells how many asked, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator

from ...catalogues.satu_data.form_book import ListPage
from ...model import Catalog
from ...model.messages import message
from ...words.catalogues import text
from ...words.labels import cell
from ...words.numbers import number
from ..desk.packages import COUNTS, SERVICE_REPORT, desk_table
from ..law.half_years import HalfYear
from ..register.counting import YearCounts

Line = tuple[str, str]
_COUNT_HEADS = ((message("ppid.half-thing"), 50), (message("ppid.half-count"), 24))


def services_list(half: HalfYear, counts: YearCounts | None, catalog: Catalog) -> ListPage:
    """The counts of the half where the office's register was given, else of the yearly report."""
    if counts:
        rows, about = tuple(_counted(counts)), message("ppid.half-counted")
    else:
        year, rows = _reported(half.year, catalog)
        about = (
            message("ppid.half-of-year", year=str(year)) if rows else message("ppid.half-uncounted")
        )
    return ListPage(
        name=text(message("ppid.half-sheet-services")),
        title=text(message("ppid.half-services")),
        heads=_COUNT_HEADS,
        rows=rows,
        lines=(text(about),),
    )


def _counted(counts: YearCounts) -> Iterator[Line]:
    nobody = text(message("ppid.half-nobody-answered"))
    average = nobody if counts.average is None else number(counts.average)
    for thing, told in (
        (message("ppid.half-received"), number(counts.received)),
        (message("ppid.half-granted"), number(counts.granted)),
        (message("ppid.half-in-part"), number(counts.in_part)),
        (message("ppid.half-refused"), number(counts.refused)),
        (message("ppid.half-withdrawn"), number(counts.withdrawn)),
        (message("ppid.half-open"), number(counts.open)),
        (message("ppid.half-average"), average),
        (message("ppid.half-objections"), number(counts.objections)),
        (message("ppid.half-disputes"), number(counts.disputes)),
    ):
        yield text(thing), told
    for ground, count in counts.grounds:
        yield text(message("ppid.half-ground", ground=ground)), number(count)


def _reported(year: int, catalog: Catalog) -> tuple[int, tuple[Line, ...]]:
    """The counts of the newest yearly report up to `year`; none where there is no report."""
    table = desk_table(catalog, SERVICE_REPORT)
    years = {int(str(table.value(row, "tahun"))): row for row in table.rows} if table else {}
    known = [told for told in years if told <= year]
    if table is None or not known:
        return year, ()
    newest = max(known)
    fields = [table.schema[name] for name in (*COUNTS, "rata_hari_kerja")]
    values = [(field, table.value(years[newest], field.name)) for field in fields]
    untold = text(message("ppid.half-untold"))
    return newest, tuple(
        (field.title, untold if value is None else cell(value, field.type))
        for field, value in values
    )
