"""Questions about numbers: the largest, their course, what changed, sums, shares, doubts.

Each writes a statement for the first table that it makes sense of; of no table, none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..model import CellStatus, Field, Role
from ..model.messages import NOTHING, Message, message
from ..model.periods import written
from ..words.dates import period_name
from .developments import table_developments
from .measured_tables import SOUND, MeasuredTable
from .sql_text import sql_name, sql_names, sql_value

Question = tuple[str, Message, str]
"""Name, title, statement."""
_FEWEST = 3
"""So many rows at least that a ranking or shares are worth asking for."""
_TABLES_TOGETHER = 20
"""So many tables a single statement counts doubts in."""


def largest_numbers(tables: Sequence[MeasuredTable]) -> Iterator[Question]:
    """The ten largest numbers of the newest period, without what is doubtful."""
    for item in tables:
        if item.telling and len(item.rows) >= _FEWEST and not item.holds_totals:
            measure = sql_name(item.measure.name)
            columns = sql_names([item.telling.name, item.measure.name])
            where = [*_newest(item), f"{measure} IS NOT NULL", *_sound(item)]
            sql = (
                f"SELECT {columns}\nFROM {_table(item)}\n{_where(where)}"
                f"ORDER BY {measure} DESC, {sql_name(item.telling.name)}\nLIMIT 10;"
            )
            said = message("reporting.ask-largest", thing=_small(item.telling), **_about(item))
            yield "terbesar", said, sql
            return


def course_over_time(tables: Sequence[MeasuredTable]) -> Iterator[Question]:
    """A single number for each period, with its status."""
    for item in tables:
        periods = item.table.column(item.time) if item.time else ()
        if len(item.rows) == 1 and len(set(periods)) == len(periods) >= _FEWEST:
            columns = [item.time, item.measure.name, *filter(None, (item.status,))]
            sql = f"SELECT {sql_names(columns)}\nFROM {_table(item)}\n"
            sql += f"ORDER BY {sql_name(item.time)};"
            said = message("reporting.ask-course", table=item.table.title)
            yield "perjalanan", said, sql
            return


def changes_of_a_year(tables: Sequence[MeasuredTable]) -> Iterator[Question]:
    """A table beside itself: the newest year and the one before, both without doubt."""
    for item in tables:
        found = table_developments(item.stored.dataset, item.table, item.measure)
        compared = found.developments
        if len(compared) >= _FEWEST and not found.broken and not found.unpaired:
            years = [written(when) for when in (compared[0].earlier, compared[0].later)]
            said = message("reporting.ask-changes", table=item.table.title, years=tuple(years))
            yield "perubahan", said, _changes_sql(item, years)
            return


def _changes_sql(item: MeasuredTable, years: Sequence[str]) -> str:
    measure, time = sql_name(item.measure.name), sql_name(item.time)
    of_year = [value for value in item.table.column(item.time) if str(value) in years]
    old, new = (next(v for v in of_year if str(v) == year) for year in years)
    joined = [
        field.name
        for field in item.table.schema.fields
        if field.role in (Role.DIMENSION, Role.CODE, Role.UNIT)
        and field.name != item.time
        and field.type != "integer"
    ]
    same = [f"baru.{sql_name(name)} IS lama.{sql_name(name)}" for name in joined]
    on = "\n  AND ".join([*same, f"lama.{time} = {sql_value(old)}"])
    where = [f"baru.{time} = {sql_value(new)}"]
    for one in ("baru", "lama"):
        where += [f"{one}.{condition}" for condition in _sound(item)]
    named = [field.name for field in item.names] or joined
    return (
        f"SELECT {sql_names(named, of='baru')},\n"
        f"  lama.{measure} AS {sql_name(years[0])}, baru.{measure} AS {sql_name(years[1])},\n"
        f"  baru.{measure} - lama.{measure} AS selisih\n"
        f"FROM {_table(item)} AS baru\nJOIN {_table(item)} AS lama ON {on}\n"
        f"{_where([*where, f'baru.{measure} - lama.{measure} IS NOT NULL'])}"
        f"ORDER BY abs(selisih) DESC\nLIMIT 10;"
    )


def sums_of_groups(tables: Sequence[MeasuredTable]) -> Iterator[Question]:
    """Sums of the newest period where the numbers add up; none where one of them is missing."""
    for item in tables:
        for field in item.names:
            held = {item.table.value(row, field.name) for row in item.rows}
            if 1 < len(held) < len(item.rows) and item.adds_up([field.name]):
                yield "jumlah", _sums_said(item, field), _sums_sql(item, field)
                return


def _sums_said(item: MeasuredTable, field: Field) -> Message:
    return message("reporting.ask-sums", group=_small(field), **_about(item))


def _sums_sql(item: MeasuredTable, field: Field) -> str:
    measure, group = sql_name(item.measure.name), sql_name(field.name)
    doubt = ""
    if item.status:
        letter = sql_value(CellStatus.DOUBTFUL.value)
        doubt = f",\n  sum({sql_name(item.status)} = {letter}) AS baris_diragukan"
    return (
        f"SELECT {group},\n"
        f"  CASE WHEN count({measure}) = count(*) THEN sum({measure}) END AS jumlah_semua,\n"
        f"  count(*) AS baris{doubt}\n"
        f"FROM {_table(item)}\n{_where(_newest(item))}GROUP BY {group}\nORDER BY jumlah_semua DESC;"
    )


def shares_of_a_whole(tables: Sequence[MeasuredTable]) -> Iterator[Question]:
    """Each part in percent of all, where every part is known and without doubt."""
    for item in tables:
        if item.telling is None or len(item.rows) < _FEWEST or item.holds_totals:
            continue
        by = [item.time] if item.time else []
        values = [item.table.value(row, item.measure.name) for row in item.rows]
        whole = all(map(item.is_sound, item.rows)) and item.adds_up(by)
        if whole and all(isinstance(v, int) and v >= 0 for v in values) and any(values):
            measure = sql_name(item.measure.name)
            sql = (
                f"SELECT {sql_names([item.telling.name, item.measure.name])},\n"
                f"  round(100.0 * {measure} / sum({measure}) OVER (), 1) AS persen\n"
                f"FROM {_table(item)}\n{_where(_newest(item))}ORDER BY {measure} DESC;"
            )
            said = message("reporting.ask-shares", thing=_small(item.telling), **_about(item))
            yield "bagian", said, sql
            return


def doubts_by_table(tables: Sequence[MeasuredTable]) -> Iterator[Question]:
    """How many rows of each table are doubtful or not valid."""
    found = [item for item in _one_each(tables) if _marked(item, *_IN_DOUBT)]
    if found:
        parts = [_count_of(item) for item in found[:_TABLES_TOGETHER]]
        sql = "\nUNION ALL\n".join(parts) + "\nORDER BY baris DESC;"
        yield "diragukan", message("reporting.ask-doubts"), sql


def _count_of(item: MeasuredTable) -> str:
    status, name = sql_name(item.status), sql_value(item.stored.name)
    chosen = f"WHERE {status} IN ({_letters(_IN_DOUBT)}) GROUP BY {status}"
    counted = f"SELECT {name} AS tabel, {status}, count(*) AS baris"
    return f"{counted} FROM {_table(item)} {chosen}"


def rows_in_doubt(tables: Sequence[MeasuredTable]) -> Iterator[Question]:
    """The rows themselves, of the table with the most of them, as printed too."""
    yield from _marked_rows(tables, _IN_DOUBT, "baris-diragukan", "reporting.ask-doubtful-rows")


def mended_rows(tables: Sequence[MeasuredTable]) -> Iterator[Question]:
    """What was printed and what is published instead."""
    mended = (CellStatus.REVISED,)
    yield from _marked_rows(tables, mended, "diperbaiki", "reporting.ask-mended")


def _marked_rows(
    tables: Sequence[MeasuredTable], statuses: Sequence[CellStatus], name: str, asks: str
) -> Iterator[Question]:
    found = [item for item in _one_each(tables) if _marked(item, *statuses)]
    if found:
        item = max(found, key=lambda one: _marked(one, *statuses))
        shown = (Role.DIMENSION, Role.MEASURE, Role.STATUS, Role.PRINTED)
        columns = [field.name for field in item.table.schema.fields if field.role in shown]
        status = sql_name(item.status)
        sql = f"SELECT {sql_names(columns)}\nFROM {_table(item)}\n"
        sql += f"WHERE {status} IN ({_letters(statuses)});"
        yield name, message(asks, table=item.table.title), sql


_IN_DOUBT = (CellStatus.DOUBTFUL, CellStatus.INVALID)
NUMBER_QUESTIONS: tuple[Callable[[Sequence[MeasuredTable]], Iterator[Question]], ...] = (
    largest_numbers,
    course_over_time,
    changes_of_a_year,
    sums_of_groups,
    shares_of_a_whole,
    doubts_by_table,
    rows_in_doubt,
    mended_rows,
)


def _marked(item: MeasuredTable, *statuses: CellStatus) -> int:
    return sum(1 for _ in item.table.marked(*statuses))


def _one_each(tables: Sequence[MeasuredTable]) -> list[MeasuredTable]:
    """Each table once, whatever many measures it has."""
    return list({item.stored.name: item for item in reversed(tables)}.values())[::-1]


def _table(item: MeasuredTable) -> str:
    return sql_name(item.stored.name)


def _about(item: MeasuredTable) -> dict[str, Message | str]:
    """What the titles of questions tell: of which table, and of which period if it knows time."""
    newest = item.newest
    when = message("reporting.in-period", when=period_name(newest)) if newest else NOTHING
    return {"table": item.table.title, "when": when}


def _small(field: Field) -> str:
    return field.title[:1].lower() + field.title[1:]


def _newest(item: MeasuredTable) -> list[str]:
    if not item.time:
        return []
    column = sql_name(item.time)
    newest = f"SELECT max({column}) FROM {_table(item)}"  # noqa: S608  sql_name quotes
    return [f"{column} = ({newest})"]


def _sound(item: MeasuredTable) -> list[str]:
    if not item.status:
        return []
    return [f"{sql_name(item.status)} IN ({', '.join(map(sql_value, SOUND))})"]


def _letters(statuses: Sequence[CellStatus]) -> str:
    return ", ".join(sql_value(status.value) for status in statuses)


def _where(conditions: Sequence[str]) -> str:
    joined = "\n  AND ".join(conditions)
    return f"WHERE {joined}\n" if conditions else ""
