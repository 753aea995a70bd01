"""Findings of disclosure control: what is shown and must not be, what readers can work out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..model import Catalog, CellStatus, Dataset, Manuscript, Role, Table, codes
from ..model.findings import Finding, Place
from ..model.messages import Message, message
from ..read.catalog import VAULT
from ..system.cache import Cache, key
from .bounds import Interval, narrow_intervals
from .cells import NumberCell, numbers_by_cell, withheld_cells
from .decisions import edition_twins, every_edition, required_widths, small_counts
from .emptied import telling_columns
from .inferred import every_equation
from .prose import told_in_prose
from .sensitive import SensitiveCount, undecided_counts
from .shares import Shares, shares
from .terms import SensitiveTerms, sensitive_terms

KIND = "tidak-terungkap"
"""Kept: what was found to tell nothing."""


def check_disclosure(
    catalog: Catalog, known: Catalog, pages: Sequence[Manuscript], cache: Cache
) -> Iterator[Finding]:
    """What forbids publishing `catalog` and the `pages` people wrote.

    `known` is the same catalogue with the true values, as far as they are at hand. What told
    nothing before is not looked at again.

    No message repeats a number that is withheld, or that ought to be.
    """
    said = (repr(page) for page in pages)
    seen = key(__name__, *_content(catalog), *_true_cells(catalog, known), *said)
    if cache.kept(KIND, seen) is not None:
        return
    found = list(told_of_people(catalog, known, pages))
    yield from found
    if not found:
        cache.keep(KIND, seen, b"")


def _content(catalog: Catalog) -> Iterator[str]:
    """All that the findings depend on: descriptors, rows, and files that are named."""
    yield repr(catalog.agency)
    for dataset in (*catalog.packages, *catalog.reference):
        yield from dataset.content()


def _true_cells(catalog: Catalog, known: Catalog) -> Iterator[str]:
    """The cells of tables whose true rows are at hand; all else of `known` is in the catalogue."""
    published = {id(table) for item in catalog.packages for table in item.tables}
    for dataset in known.packages:
        for table in dataset.tables:
            if id(table) not in published:
                yield table.file
                yield table.content


def told_of_people(
    catalog: Catalog, known: Catalog, pages: Iterable[Manuscript]
) -> Iterator[Finding]:
    """The findings themselves, looked for anew."""
    words = sensitive_terms(catalog)
    for dataset in catalog.datasets:
        yield from _unable(dataset)
        for edition, current in every_edition((dataset,)):
            yield from _undecided(edition, current, words)
            yield from _half_withheld(edition)
    yield from _must_be_withheld(catalog)
    yield from _told_by_other_editions(catalog)
    yield from _worked_out(catalog, known)
    yield from told_in_prose(catalog, known, pages, words)


def _undecided(edition: Dataset, current: Dataset, words: SensitiveTerms) -> Iterator[Finding]:
    """Small counts of people about whom nothing was decided (`privasi`), one finding a measure."""
    found: dict[tuple[Table, str], list[SensitiveCount]] = {}
    for table, count in undecided_counts(edition, current, words):
        found.setdefault((table, count.measure), []).append(count)
    for (table, measure), counts in found.items():
        said = message(
            "disclosure.small-counts-undecided",
            numbers=_so_many(len(counts)),
            word=counts[0].word,
        )
        places = [Place(table.file, count.row_number, measure) for count in counts]
        yield Finding(codes.SMALL_COUNT, places[0], said, related=tuple(places[1:]))


def _so_many(count: int) -> Message:
    """'Angka', '4 angka': how a finding about so many begins."""
    if count == 1:
        return message("disclosure.one-number")
    return message("disclosure.numbers", count=count)


def _unable(dataset: Dataset) -> Iterator[Finding]:
    """Columns that do not let a number be left out."""
    place = Place(dataset.file)
    for name, measure in dict.fromkeys((item.table, item.measure) for item in dataset.suppressions):
        schema = dataset.table(name).schema
        statuses = schema.with_role(Role.STATUS)
        if not statuses or CellStatus.WITHHELD not in statuses[0].constraints.enum:
            said = message("disclosure.needs-status-column", table=name)
            mend = message("disclosure.close-adds-status", agency=_agency(dataset.file))
            yield Finding(codes.DESCRIPTOR_INCONSISTENT, place, said, mend)
        if schema[measure].role is not Role.MEASURE:
            said = message("disclosure.not-a-measure", table=name, column=measure)
            yield Finding(codes.DESCRIPTOR_INCONSISTENT, place, said)


def _half_withheld(dataset: Dataset) -> Iterator[Finding]:
    """Rows of status c that keep something which tells the number."""
    for table in dataset.tables:
        measures = [field.name for field in table.schema.with_role(Role.MEASURE)]
        for row_number, row in table.marked(CellStatus.WITHHELD):
            if all(table.value(row, name) is not None for name in measures):
                place = Place(table.file, row_number, measures[0] if measures else None)
                said = message("disclosure.withheld-but-readable")
                yield Finding(codes.SMALL_COUNT, place, said, _close(table.file))
                continue
            for name in telling_columns(table):
                if table.value(row, name) is not None:
                    place = Place(table.file, row_number, name)
                    said = message("disclosure.told-by-column", column=name)
                    mend = message("disclosure.empty-cell-of-row", column=name)
                    yield Finding(codes.SMALL_COUNT, place, said, mend)


def _must_be_withheld(catalog: Catalog) -> Iterator[Finding]:
    """Numbers that `privasi` withholds, and that can be read."""
    for places in _by_column(small_counts(catalog.datasets)):
        said = message("disclosure.must-be-withheld", numbers=_so_many(len(places)))
        yield Finding(codes.SMALL_COUNT, places[0], said, _close(places[0].file), places[1:])


def _told_by_other_editions(catalog: Catalog) -> Iterator[Finding]:
    """Numbers that another edition withholds, and that can be read."""
    withheld = withheld_cells(catalog.packages)
    if not withheld:
        return
    there = numbers_by_cell(catalog.packages)
    must = small_counts(catalog.datasets)
    same = edition_twins(catalog.datasets)
    hiding = {
        other: cell.file
        for cell in withheld
        for other in same.get(cell, ())
        if other in there and other not in must
    }
    for places in _by_column(hiding):
        said = message(
            "disclosure.readable-in-edition",
            numbers=_so_many(len(places)),
            file=hiding[_cell(places[0])],
        )
        yield Finding(codes.SMALL_COUNT, places[0], said, _close(places[0].file), places[1:])


def _worked_out(catalog: Catalog, known: Catalog) -> Iterator[Finding]:
    """Withheld numbers that the others tell, exactly or almost."""
    withheld = withheld_cells(catalog.packages)
    if not withheld:
        return
    value = {**numbers_by_cell(known.packages), **numbers_by_cell(catalog.packages)}
    through = shares(known)
    ties = (*every_equation(known), *through.ties)
    bounds = narrow_intervals(ties, withheld, value, required_widths(catalog.datasets))
    for cell, interval in bounds.items():
        said, mend = _interval_told(interval), _close_more(cell.file)
        yield Finding(codes.SMALL_COUNT, _place(cell), said, mend)
    yield from _told_by_shares(catalog, withheld, through)


def _told_by_shares(
    catalog: Catalog, withheld: Mapping[NumberCell, None], through: Shares
) -> Iterator[Finding]:
    """Percentages and amounts that tell a withheld number and can be read."""
    there = numbers_by_cell(catalog.packages)
    hiding = {
        share: cell.file
        for cell in withheld
        for share in through.beside.get(cell, ())
        if share in there
    }
    for places in _by_column(hiding):
        said = message(
            "disclosure.tells-withheld-number",
            numbers=_so_many(len(places)),
            file=hiding[_cell(places[0])],
        )
        yield Finding(codes.SMALL_COUNT, places[0], said, _close(places[0].file), places[1:])


def _interval_told(interval: Interval) -> Message:
    """How much readers know, without the number itself."""
    values = interval.high - interval.low + 1
    if values <= 1:
        return message("disclosure.worked-out")
    return message("disclosure.nearly-worked-out", values=values)


def _close(file: str) -> Message:
    return message("disclosure.mend-close", agency=_agency(file), vault=VAULT)


def _close_more(file: str) -> Message:
    return message("disclosure.mend-close-more", agency=_agency(file))


def _agency(file: str) -> str:
    """The agency that a file below datasets/ belongs to."""
    return file.split("/")[1]


def _by_column(cells: Iterable[NumberCell]) -> Iterator[tuple[Place, ...]]:
    """The places of cells, those of a column together."""
    columns: dict[tuple[str, str], list[Place]] = {}
    for cell in cells:
        columns.setdefault((cell.file, cell.measure), []).append(_place(cell))
    yield from map(tuple, columns.values())


def _place(cell: NumberCell) -> Place:
    """Where a spreadsheet shows a cell.

    >>> _place(NumberCell("x.csv", 0, "jumlah"))
    Place(file='x.csv', row=2, column='jumlah')
    """
    return Place(cell.file, cell.at + 2, cell.measure)


def _cell(place: Place) -> NumberCell:
    """The cell at a place: `_place` the other way round."""
    return NumberCell(place.file, (place.row or 2) - 2, place.column or "")
