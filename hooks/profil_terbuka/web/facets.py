"""By what the datasets of a catalogue are filtered: subject, years, areas, what became of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import CellStatus, Dataset, Role
from ..model.geo import level_of
from ..model.messages import message
from ..words.catalogues import text
from ..words.labels import CELL_STATUS, SUBJECT

FacetTitle = str | tuple[str, str]
"""Two titles: from one value to another."""
_LEVELS = {
    1: message("web.level-province"),
    2: message("web.level-city"),
    3: message("web.level-district"),
    4: message("web.level-village"),
}
_MARKED = (CellStatus.DOUBTFUL, CellStatus.INVALID, CellStatus.WITHHELD)


def facet_titles(*, subject: bool = True) -> list[FacetTitle]:
    """What the filters are called; those of a single subject do not ask for it."""
    years = (text(message("web.facet-from")), text(message("web.facet-to")))
    others: list[FacetTitle] = [years]
    others += [text(message("web.facet-area")), text(message("web.facet-state"))]
    return [text(message("web.facet-subject")), *others] if subject else others


def facet_values(dataset: Dataset, *, subject: bool = True) -> list[list[str]]:
    """The values of one dataset, in the order of the titles.

    >>> from ..model.invented import invented_dataset, invented_table
    >>> table = invented_table("tahun, jumlah (orang), status", (2024, 7, "u"))
    >>> facet_values(invented_dataset(table))[3]
    ['ada yang diragukan']
    """
    years = years_covered(dataset.coverage.start, dataset.coverage.end)
    others = [years, list(_areas(dataset)), list(_states(dataset))]
    return [[SUBJECT[dataset.subject]], *others] if subject else others


def years_covered(start: int | None, end: int | None) -> list[str]:
    """All years a dataset covers, as values to filter by; none where it has no years."""
    return [] if start is None or end is None else [str(year) for year in range(start, end + 1)]


def _areas(dataset: Dataset) -> Iterator[str]:
    """Down to which level the rows of a dataset tell areas apart; of the whole region without."""
    whole = dataset.coverage.region
    levels = {level_of(whole)}
    for table in dataset.tables:
        for field in table.schema.with_role(Role.CODE):
            codes = {code for code in table.first_rows(field.name) if isinstance(code, str)}
            levels |= {level_of(code) for code in codes if code.startswith(f"{whole}.")}
    yield from (text(_LEVELS[level]) for level in sorted(levels) if level in _LEVELS)


def _states(dataset: Dataset) -> Sequence[str]:
    found = [status for status in _MARKED if _holds(dataset, status)]
    said = [text(message("web.state-some", status=CELL_STATUS[status])) for status in found]
    if not said:
        noted = bool(dataset.notes)
        said = [text(message("web.state-noted" if noted else "web.state-plain"))]
    return said


def _holds(dataset: Dataset, status: CellStatus) -> bool:
    return any(next(table.marked(status), None) for table in dataset.tables)
