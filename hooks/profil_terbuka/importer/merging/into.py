"""A file comes into a dataset: which rows of which tables change, told row by row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ...model import Dataset
from ...model.messages import Message, message
from ...words.catalogues import text
from ..choosing import Chosen
from ..grid import Book
from ..importing import read_table_in
from ..layout.wording import years_within
from ..questions import Answers, asked
from ..reasons import Unusable
from ..receipt import Receipt
from ..shaping.regions import Gazetteer
from .fixed_values import VALUE
from .following import following_totals
from .incoming import Incoming, IncomingRow
from .merge import Key, Merge, amended_rows, merged_rows
from .new_codes import with_new_codes
from .office import fitted
from .pinned_notes import PinnedNote, pinned_notes
from .printed_totals import printed_totals, totals_left
from .renewed import NamedSource
from .returned import returned_forms
from .rows_deleted import rows_deleted


@dataclass(frozen=True, slots=True)
class Renewal:
    """What a file changes in a dataset: the receipt, and its tables where nothing is open."""

    receipt: Receipt
    merges: tuple[Merge, ...] = ()
    source: NamedSource = field(default_factory=NamedSource)
    """What the file says of where its rows are from."""
    chosen: Chosen | None = None
    """The table that was read, where it stands; None for forms, which hold several."""
    pinned: tuple[PinnedNote, ...] = ()
    """Notes that would speak of the new rows as well, and are not about them."""

    @property
    def alters(self) -> bool:
        """Whether anything is new or other than before."""
        return any(merge.alters for merge in self.merges)


def into(book: Book, dataset: Dataset, answers: Answers, known: Gazetteer) -> Renewal:
    """What the rows of a file change in a dataset; raises Unusable where no table is found."""
    ours = returned_forms(book, dataset.tables, answers)
    if ours:
        names = ", ".join(item.sheet for item in ours if item.sheet)
        tables = tuple(item.table.name for item in ours)
        is_form = not all(item.whole for item in ours)
        recognised = "importer.step-form" if is_form else "importer.step-published"
        steps = (message(recognised, tables=tables),)
        receipt = Receipt(book.file, names, steps=(*book.told, *steps))
        coded = [with_new_codes(item, known, answers) for item in ours]
        gone = tuple(said for item in ours for said in rows_deleted(item, dataset))
        receipt = replace(receipt, unfilled=gone)
        return replace(_merged(receipt, dataset, coded), source=_form_source(ours))
    answers = _with_year(book.file, dataset, answers)
    found = read_table_in(book, answers, known)
    if found.readings is None:
        return Renewal(found.receipt, chosen=found.chosen)
    sheet = found.receipt.sheet
    made = fitted(found.readings, dataset.main, sheet, answers)
    totals = printed_totals(found.readings, dataset, made.titles, sheet)
    left = totals_left(found.readings, dataset, made.titles)
    receipt = replace(found.receipt, steps=(*found.receipt.steps, *left))
    incoming = (with_new_codes(made.incoming, known, answers), *totals)
    merged = _merged(receipt, dataset, incoming)
    return replace(merged, source=NamedSource(found.source), chosen=found.chosen)


def _form_source(ours: Sequence[Incoming]) -> NamedSource:
    """A form that asks for the numbers of a year is itself where these are from."""
    forms = [item for item in ours if not item.whole and item.rows]
    if not forms:
        return NamedSource()
    times = [item.name for item in forms[0].table.schema.fields if item.type == "year"]
    year = forms[0].rows[0].told[times[0]]
    sheets = ", ".join(item.sheet for item in forms)
    return NamedSource(text(message("importer.form-source", year=year)), year, sheets)


def _with_year(file: str, dataset: Dataset, answers: Answers) -> Answers:
    """The year that the name of a file tells answers for the year of its rows."""
    years = years_within(file.replace("_", " ").replace("-", " "))
    times = [field.name for field in dataset.main.schema.fields if field.type == "year"]
    if len(years) != 1 or len(times) != 1:
        return answers
    return {asked(VALUE, times[0]): str(years[0]), **answers}


def _merged(receipt: Receipt, dataset: Dataset, incoming: Sequence[Incoming]) -> Renewal:
    steps = [*receipt.steps, *(step for item in incoming for step in item.steps)]
    receipt = replace(
        receipt,
        questions=(*receipt.questions, *(q for item in incoming for q in item.questions)),
        obstacles=(*receipt.obstacles, *(o for item in incoming for o in item.obstacles)),
        unfilled=(*receipt.unfilled, *(blank for item in incoming for blank in item.unfilled)),
        rows_read=receipt.rows_read or sum(len(item.rows) for item in incoming),
    )
    if receipt.open:
        return Renewal(replace(receipt, steps=tuple(steps)))
    try:
        merges = _with_totals(dataset, incoming, [_merge(item) for item in incoming])
    except Unusable as reason:
        return Renewal(replace(receipt, steps=tuple(steps), obstacles=(reason.said,)))
    changes = tuple(said for merge in merges for said in told_changes(merge))
    pinned = tuple(pin for merge in merges for pin in pinned_notes(dataset.notes, merge))
    steps += [pin.told for pin in pinned]
    told = replace(receipt, steps=tuple(steps), changes=changes)
    return Renewal(told, tuple(merges), pinned=pinned)


def _merge(item: Incoming, more: Sequence[IncomingRow] = ()) -> Merge:
    """The table with the rows that came, and with `more` that they do not tell themselves."""
    rows = [*item.rows, *more]
    return merged_rows(item.table, rows) if item.whole else amended_rows(item.table, rows)


def _with_totals(
    dataset: Dataset, incoming: Sequence[Incoming], merges: Sequence[Merge]
) -> list[Merge]:
    """The merges with the totals that follow them, unless the file brings all of these itself."""
    following: dict[str, list[IncomingRow]] = {}
    for merge in merges:
        for name, found in following_totals(dataset, merge).items():
            following.setdefault(name, []).extend(found)
    made: list[Merge] = []
    for item, merge in zip(incoming, merges, strict=True):
        more = following.pop(item.table.name, []) if merge.alters else []
        made.append(merge if item.whole or not more else _merge(item, _untold(more, item)))
    made = [merge for merge in made if merge.alters or merge.table.name not in following]
    return made + [
        amended_rows(dataset.table(name), found) for name, found in following.items() if found
    ]


def _untold(rows: Sequence[IncomingRow], item: Incoming) -> list[IncomingRow]:
    """The rows that came in do not speak of."""
    names = item.table.schema.primary_key
    told = {tuple(row.told.get(name, "") for name in names) for row in item.rows}
    return [row for row in rows if tuple(row.told.get(name, "") for name in names) not in told]


def told_changes(merge: Merge) -> Iterator[Message]:
    """What a merge does to a table: its sums, then row by row."""
    changed = {change.key for change in merge.changed}
    yield message(
        "importer.merge-summary",
        table=merge.table.name,
        added=len(merge.added),
        changed=len(changed),
        missing=len(merge.missing),
        same=len(merge.table.cells) - len(changed) - len(merge.missing),
    )
    named = _names(merge)
    for key in merge.added:
        yield message("importer.row-added", row=named[key])
    for key in dict.fromkeys(change.key for change in merge.changed):
        if key in merge.withheld:
            yield message("importer.row-withheld", row=named[key])
    for change in merge.changed:
        if change.key in merge.withheld:
            continue
        yield message(
            "importer.cell-changed",
            row=named[change.key],
            column=merge.table.schema[change.column].title,
            old=change.old or message("importer.empty-cell"),
            new=change.new or message("importer.empty-cell"),
        )
    for key in merge.missing:
        yield message("importer.row-missing", row=named[key])


def _names(merge: Merge) -> Mapping[Key, tuple[str, ...]]:
    """Each row as people call it: by names, not by codes."""
    table = merge.table
    at = table.schema.position
    labels = {field.name: field.labels or field.name for field in table.schema.fields}
    key = [at[name] for name in table.schema.primary_key]
    shown = [at[labels[name]] for name in table.schema.primary_key]
    return {
        tuple(cells[place] for place in key): tuple(cells[place] for place in shown)
        for cells in merge.cells
    }
