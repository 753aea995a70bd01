"""What a descriptor says after rows came in: the years it covers, and where new ones are from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...model import Table
from ...model.messages import message
from ...read.open_places import open_place
from ...words.catalogues import text
from .merge import Merge


@dataclass(frozen=True, slots=True)
class NamedSource:
    """What a file says of where its rows are from; '' for what only people know."""

    title: str = ""
    edition: str = ""
    section: str = ""


def renewed(
    document: Mapping[str, Any], merges: Sequence[Merge], source: NamedSource
) -> dict[str, Any]:
    """The descriptor with the years of new rows in its coverage, and a source for them.

    What only people know of it stays open.
    """
    made = dict(document)
    years = sorted({year for merge in merges for year in _new_years(merge)})
    if not years:
        return made
    coverage = dict(made["cakupan"])
    if "mulai" in coverage:
        coverage["mulai"] = min(coverage["mulai"], years[0])
        coverage["selesai"] = max(coverage["selesai"], years[-1])
    old, new = document["cakupan"], coverage
    made["cakupan"] = coverage
    if "mulai" in old:
        made = _retold(made, (old["mulai"], old["selesai"]), (new["mulai"], new["selesai"]))
    before = sorted({year for merge in merges for year in _years(merge.table, merge.table.cells)})
    made["sources"] = list(_sources(made["sources"], before, years, source))
    return made


def _retold(document: dict[str, Any], old: tuple[int, int], new: tuple[int, int]) -> dict[str, Any]:
    """The descriptor with its range of years where titles and descriptions tell the old one."""
    pattern = re.compile(rf"\b{old[0]}(\s*[-\u2013]\s*|\s+sampai\s+){old[1]}\b")

    def retold(text: str) -> str:
        return pattern.sub(lambda found: f"{new[0]}{found[1]}{new[1]}", text)

    made = _with_texts(document, retold)
    for key in ("resources", "grafik"):
        if key in made:
            made[key] = [_with_texts(item, retold) for item in made[key]]
    return made


def _with_texts(item: Mapping[str, Any], change: Callable[[str], str]) -> dict[str, Any]:
    texts = {key: change(item[key]) for key in ("title", "description", "judul") if key in item}
    return {**item, **texts}


def _sources(
    sources: Sequence[Mapping[str, Any]],
    before: Sequence[int],
    years: Sequence[int],
    source: NamedSource,
) -> Iterator[dict[str, Any]]:
    """The sources so far, told which years are theirs, and that of the new years."""
    for item in sources:
        yield dict(item) if "tahun" in item or not before else {**item, "tahun": list(before)}
    yield {
        "title": source.title or open_place(text(message("importer.hint-source-title"))),
        "version": source.edition or open_place(text(message("importer.hint-source-edition"))),
        "bagian": source.section or open_place(text(message("importer.hint-source-place"))),
        "tahun": list(years),
    }


def _new_years(merge: Merge) -> set[int]:
    """Years that the table has not had before."""
    return _years(merge.table, merge.cells) - _years(merge.table, merge.table.cells)


def _years(table: Table, rows: Sequence[Sequence[str]]) -> set[int]:
    key = table.schema.primary_key
    places = [table.schema.position[n] for n in key if table.schema[n].type == "year"]
    return {int(cells[place]) for cells in rows for place in places if cells[place]}
