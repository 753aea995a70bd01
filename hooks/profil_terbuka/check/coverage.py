"""Coverage, sources and titles follow the data: none of them may tell other years than the rows.

Registers of the information desk are records of what it does, not taken from a book.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping

from ..model import Dataset, Role, Table, View, ViewKind, codes
from ..model.findings import Finding, Place
from ..ppid.contract import REGISTERS
from ..words.dates import years
from ..words.numbers import enumeration

_YEAR = r"(?:19|20)\d{2}"
_RANGE = re.compile(
    rf"\b({_YEAR})\s*(?:[-\u2013\u2014]|sampai(?:\s+dengan)?|hingga|s\.?\s?/?\s?d\.?)\s*({_YEAR})\b"
)
_LAW = re.compile(r"\b(nomor|no\.?)\s*\d+\s*(tahun\s*)?\d{4}|\b\d+/\d{4}\b", re.IGNORECASE)
"""'Nomor 24 Tahun 2011': the year of a law is not that of the data."""
_APART = 15
"""Years without a row between two rows of one dataset, at the most."""
_MENTION = re.compile(rf"\b{_YEAR}\b")


def coverage_fits(dataset: Dataset) -> Iterator[Finding]:
    """`cakupan` begins and ends with the data."""
    start, end = dataset.coverage.start, dataset.coverage.end
    if start is None or end is None or dataset.slug in REGISTERS:
        return
    for table in dataset.tables:
        for year in sorted(table.years()):
            if not start <= year <= end and _begins_outside(table, year, start, end):
                row = _first_row(table, year)
                message = f"Baris tahun {year} di luar `cakupan` {years(start, end)}."
                remedy = _mend(year, start, end)
                yield Finding(codes.COVERAGE_WRONG, Place(table.file, row), message, remedy)
    held = _held(dataset)
    for year in sorted({start, end} - held) if held else ():
        message = f"`cakupan` menyebut {year}, tetapi tidak ada satu baris pun tentang tahun itu."
        remedy = f"{_written(min(held), max(held))}, atau lengkapi barisnya."
        yield Finding(codes.COVERAGE_WRONG, Place(dataset.file), message, remedy)


def years_apart(dataset: Dataset) -> Iterator[Finding]:
    """A row of 1924 or 2042 among rows of today, where `cakupan` names no years to judge by."""
    told = dataset.descriptor.get("cakupan")
    if (isinstance(told, Mapping) and "mulai" in told) or dataset.slug in REGISTERS:
        return
    groups = _near(sorted(_begun(dataset)))
    if len(groups) < 2:
        return
    usual = max(groups, key=lambda group: (_rows(dataset, group), group[-1]))
    spanned = years(usual[0], usual[-1])
    for year in sorted({year for group in groups for year in group} - set(usual)):
        gap = min(abs(year - other) for other in usual)
        for table in dataset.tables:
            if row := _first_row(table, year):
                message = (
                    f"Baris tahun {year} terpaut {gap} tahun dari baris-baris lain ({spanned})."
                )
                remedy = _mend(year, usual[0], usual[-1])
                yield Finding(codes.COVERAGE_WRONG, Place(table.file, row), message, remedy)


def _near(found: list[int]) -> list[list[int]]:
    """Years in groups; between two groups lie more than _APART years."""
    groups: list[list[int]] = []
    for year in found:
        if groups and year - groups[-1][-1] <= _APART:
            groups[-1].append(year)
        else:
            groups.append([year])
    return groups


def _rows(dataset: Dataset, group: Collection[int]) -> int:
    """How many rows are of these years."""
    held = [table.years([row]) for table in dataset.tables for row in table.rows]
    return sum(not found.isdisjoint(group) for found in held)


def _begins_outside(table: Table, year: int, start: int, end: int) -> bool:
    """Whether a period of that year begins outside: the school year 2024/2025 belongs to 2024."""
    found = (table.period(row, name) for row in table.rows for name in _times(table))
    return any(when and year in when.years and not start <= when.year <= end for when in found)


def _begun(dataset: Dataset) -> frozenset[int]:
    """The years in which the periods of a dataset begin."""
    found: set[int] = set()
    for table in dataset.tables:
        for name in _times(table):
            periods = (table.period(row, name) for row in table.rows)
            found |= {when.year for when in periods if when}
    return frozenset(found)


def _times(table: Table) -> list[str]:
    """The columns of periods."""
    dimensions = table.schema.with_role(Role.DIMENSION)
    return [field.name for field in dimensions if table.period_kind(field.name)]


def _written(start: int, end: int) -> str:
    return f"Tulis `mulai` {start} dan `selesai` {end} di `cakupan`"


def _mend(year: int, start: int, end: int) -> str:
    """What is likely first: a year far away was mistyped, one close by was added."""
    wider = _written(min(start, year), max(end, year))
    if max(start - year, year - end) > _APART:
        return f"Perbaiki tahunnya. Bila memang benar: {wider[:1].lower()}{wider[1:]}."
    return f"{wider}, atau perbaiki tahunnya."


def _held(dataset: Dataset) -> frozenset[int]:
    return frozenset().union(*(table.years() for table in dataset.tables))


def _first_row(table: Table, year: int) -> int | None:
    for number, row in enumerate(table.rows, start=2):
        if year in table.years([row]):
            return number
    return None


def sources_cover(dataset: Dataset) -> Iterator[Finding]:
    """Every year of the data comes from a source that can know it."""
    bare = [
        year
        for year in sorted(_begun(dataset))
        if not any(source.covers(year) for source in dataset.sources)
    ]
    if not bare or dataset.slug in REGISTERS:
        return
    known = enumeration([f"“{source.title}” ({source.version})" for source in dataset.sources])
    told = enumeration([str(year) for year in bare])
    first = next(
        f" Pertama kali di {posixpath.basename(table.file)}, baris {row}."
        for table in dataset.tables
        if (row := _first_row(table, bare[0]))
    )
    message = f"Tahun {told} tidak punya sumber: {known} tidak memuatnya.{first}"
    remedy = (
        f'Tambahkan buku atau berkas asalnya ke `sources`, dengan `"tahun": '
        f"[{', '.join(map(str, bare))}]`; bila asalnya sumber yang sudah disebut, tambahkan "
        "tahunnya di sana."
    )
    yield Finding(codes.SOURCE_MISSING, Place(dataset.file), message, remedy)


def titles_fit(dataset: Dataset) -> Iterator[Finding]:
    """Years in titles and descriptions are those of the rows they stand above."""
    held = _held(dataset)
    yield from _title(dataset, "`title`", dataset.title, held)
    yield from _description(dataset, "`description`", dataset.description, held)
    for table in dataset.tables:
        where = f"tabel `{table.name}`"
        yield from _title(dataset, f"`title` {where}", table.title, table.years())
        yield from _description(dataset, f"`description` {where}", table.description, table.years())
    for view in dataset.views:
        if view.kind is not ViewKind.TIMELINE:
            drawn = _drawn(view, dataset)
            yield from _title(dataset, f"`judul` grafik `{view.name}`", view.title, drawn)


def newest_is_drawn(dataset: Dataset) -> Iterator[Finding]:
    """Of a table whose newest year is whole and without doubt, some chart shows that year."""
    views = [view for view in dataset.views if view.kind is not ViewKind.TIMELINE]
    for table in dataset.tables:
        own = [view for view in views if view.table == table.name]
        newest = max(table.years(), default=0)
        if not own or not _is_sure(table, newest, own[0].measure):
            continue
        drawn = {view.name: max(_drawn(view, dataset), default=newest) for view in own}
        if max(drawn.values()) < newest:
            names = enumeration([f"`{name}` ({year})" for name, year in drawn.items()])
            message = f"Grafik {names} tidak menunjukkan {newest}, tahun terbaru `{table.name}`."
            yield Finding(codes.NOT_NEWEST, Place(dataset.file), message)


def _is_sure(table: Table, year: int, measure: str) -> bool:
    """Whether every row of a year has a value that nobody doubts."""
    rows = [row for row in table.rows if year in table.years([row])]
    return all(
        table.value(row, measure) is not None
        and table.status(row).counts
        and not table.status(row).doubted
        for row in rows
    )


def _drawn(view: View, dataset: Dataset) -> frozenset[int]:
    """The years of which a chart shows a value."""
    table = dataset.table(view.table)
    rows = [row for _, row in table.select(view.where)]
    usable = [row for row in rows if table.value(row, view.measure) is not None]
    return table.years(row for row in usable if table.status(row).counts)


def _title(dataset: Dataset, what: str, text: str, held: Collection[int]) -> Iterator[Finding]:
    """A title that names years names the first and the last; of one year that one."""
    named = sorted(int(found) for found in _MENTION.findall(_LAW.sub("", text)))
    if not named or not held:
        return
    wrong = named[-1] != max(held) or (len(named) > 1 and named[0] != min(held))
    wrong = wrong or (len(named) == 1 and len(set(held)) > 1 and "sejak" not in text.lower())
    if wrong:
        yield _contradiction(dataset, what, text, held)


def _description(
    dataset: Dataset, what: str, text: str, held: Collection[int]
) -> Iterator[Finding]:
    """A span of years that begins with the data ends with them, if the text names no later one."""
    spans = [(int(start), int(end)) for start, end in _RANGE.findall(text)]
    if not held or not spans:
        return
    first, last = min(held), max(held)
    ends = [end for start, end in spans if start == first]
    told = max(int(found) for found in _MENTION.findall(text))
    if ends and last not in ends and told == max(ends):
        yield _contradiction(dataset, what, text, held)


def _contradiction(dataset: Dataset, what: str, text: str, held: Collection[int]) -> Finding:
    shown = text if len(text) <= 90 else f"{text[:89]}\N{HORIZONTAL ELLIPSIS}"
    spanned = years(min(held), max(held))
    message = f"{what} menyebut tahun lain daripada barisnya ({spanned}): “{shown}”."
    filtered = ", atau pilih barisnya dengan `saring`" if what.startswith("`judul`") else ""
    remedy = f"Tulis {spanned} di sana{filtered}."
    return Finding(codes.TITLE_WRONG, Place(dataset.file), message, remedy)
