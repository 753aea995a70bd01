"""`make tutup`: what must not be shown goes from datasets/ to rahasia/, the agency's own folder."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..model import Catalog, CellStatus, Dataset, Field, Role, Suppression, Table
from ..read.cell_forms import hand_written_cell
from ..system.cache import write_atomically
from ..system.canonical import csv_text, json_like
from .cells import NumberCell, withheld_cells
from .decisions import every_edition
from .emptied import STATUS, emptied, status_field, telling_columns, with_status
from .protection import protection
from .sensitive import sensitive_matter, undecided_counts
from .terms import SensitiveTerms, sensitive_terms
from .vault import left_over, vault_path


@dataclass(frozen=True)
class Closed:
    """What was done: numbers that went, by file; tables decided here; numbers still known."""

    files: Mapping[str, int]
    decided: tuple[Suppression, ...]
    exposed: tuple[NumberCell, ...]


def close_small_counts(root: Path, catalog: Catalog, known: Catalog) -> Closed:
    """Withhold in an agency's files what `privasi` and the words for sensitive matters ask for.

    `catalog` is what the files say, `known` the same with the true values from rahasia/. Where
    nothing was decided about a sensitive table, withholding is written into its `privasi`. Tables
    and descriptors are kept in rahasia/ as they were before anything is emptied.
    """
    words = sensitive_terms(catalog)
    true = {item.file: item for item, _ in every_edition(known.datasets)}
    shown = {item.file: item for item, _ in every_edition(catalog.datasets)}
    markable = tuple(map(_markable, known.datasets))
    decided = {item.slug: tuple(_decisions(item, words)) for item in markable}
    known = replace(known, datasets=tuple(_with(item, decided[item.slug]) for item in markable))
    plan = protection(known, withheld_cells(catalog.packages))
    files: Counter[str] = Counter()
    for edition, current in every_edition(known.datasets):
        before = shown[edition.file]
        after = _needed_only(before, emptied(_markable(before), plan.withheld))
        added = decided[current.slug] if edition is current else ()
        if after != before or added:
            _keep(root, true[edition.file], after)
            _write(root, before, after, added)
            files.update(_closed_rows(before, after))
    everything = tuple(item for items in decided.values() for item in items)
    return Closed(+files, everything, plan.exposed)


def _closed_rows(before: Dataset, after: Dataset) -> Mapping[str, int]:
    """How many rows of each table are withheld now that were not before."""
    return {
        table.file: sum(map(left.withheld, left.rows)) - sum(map(table.withheld, table.rows))
        for table, left in zip(before.tables, after.tables, strict=True)
    }


def _markable(dataset: Dataset) -> Dataset:
    """The dataset and its editions with a status in every table, so that a row can be marked."""
    older = tuple(map(_markable, dataset.editions))
    return replace(dataset, tables=tuple(map(with_status, dataset.tables)), editions=older)


def _with(dataset: Dataset, added: tuple[Suppression, ...]) -> Dataset:
    return replace(dataset, suppressions=(*dataset.suppressions, *added))


def _decisions(dataset: Dataset, words: SensitiveTerms) -> Iterator[Suppression]:
    """Withholding for each sensitive table about which nothing was decided.

    All small counts of the measure where the table as a whole is sensitive; else those of the
    categories that are.
    """
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for table, count in undecided_counts(dataset, dataset, words):
        found[table.name, count.measure].append(count.row_number)
    for (name, measure), row_numbers in found.items():
        table = dataset.table(name)
        whole = sensitive_matter(table, table.schema[measure], dataset, words)
        where = {} if whole else _categories(table, row_numbers, words)
        yield Suppression(name, measure, where)


def _categories(
    table: Table, numbers: Iterable[int], words: SensitiveTerms
) -> Mapping[str, tuple[Any, ...]]:
    """The filter that chooses the sensitive categories; empty where no column tells them."""
    rows = [table.rows[number - 2] for number in numbers]
    for field in table.schema.with_role(Role.DIMENSION):
        values = [table.value(row, field.name) for row in rows]
        if all(words.find(str(value)) for value in values):
            return {field.name: tuple(dict.fromkeys(values))}
    return {}


def _needed_only(before: Dataset, after: Dataset) -> Dataset:
    """Tables in which nothing is withheld stay as they are, without a status if they had none."""
    pairs = zip(before.tables, after.tables, strict=True)
    kept = tuple(left if any(map(left.withheld, left.rows)) else table for table, left in pairs)
    return replace(after, tables=kept, editions=before.editions)


def _keep(root: Path, edition: Dataset, after: Dataset) -> None:
    """The true tables in which something is withheld, and the descriptor they came with."""
    for table, left in zip(edition.tables, after.tables, strict=True):
        if any(map(left.withheld, left.rows)):
            cells = (*table.cells, *left_over(root, table))
            write_atomically(root / vault_path(table.file), _by_hand(table, cells))
    kept = root / vault_path(edition.file)
    if not kept.is_file():
        write_atomically(kept, (root / edition.file).read_bytes())


def _write(root: Path, before: Dataset, after: Dataset, added: tuple[Suppression, ...]) -> None:
    """The emptied tables, and a descriptor that lets them be empty."""
    path = root / before.file
    text = path.read_text("utf-8-sig")
    document = json.loads(text)
    for table, left in zip(before.tables, after.tables, strict=True):
        if table != left:
            write_atomically(root / table.file, _by_hand(left, left.cells))
            _permit(document, left)
    document.setdefault("privasi", []).extend(map(_entry, added))
    if not document["privasi"]:
        del document["privasi"]
    write_atomically(path, json_like(text, document))


def _by_hand(table: Table, rows: Sequence[Sequence[str]]) -> bytes:
    """Rows of a table in the way of writing that its descriptor goes on to tell."""
    fields = table.schema.fields
    written = (
        [
            hand_written_cell(cell, field.type, field.form)
            for cell, field in zip(row, fields, strict=True)
        ]
        for row in rows
    )
    return csv_text([field.name for field in fields], written, table.writing.delimiter)


def _permit(document: dict[str, Any], table: Table) -> None:
    """Status c may stand in its column, and nothing that was emptied is required."""
    measures = [field.name for field in table.schema.with_role(Role.MEASURE)]
    statuses = [field.name for field in table.schema.with_role(Role.STATUS)]
    resource = next(item for item in document["resources"] if item["name"] == table.name)
    there = [field["name"] for field in resource["schema"]["fields"]]
    if STATUS not in there and statuses == [STATUS]:
        resource["schema"]["fields"].append(_described(status_field()))
    for field in resource["schema"]["fields"]:
        rules = field.get("constraints", {})
        if field["name"] in (*measures, *telling_columns(table)):
            rules.pop("required", None)
            if not rules:
                field.pop("constraints", None)
        letter = str(CellStatus.WITHHELD)
        if field["name"] in statuses and letter not in rules.get("enum", (letter,)):
            rules["enum"].append(letter)


def _described(field: Field) -> dict[str, Any]:
    """The column of statuses as it stands in a descriptor."""
    return {
        "name": field.name,
        "title": field.title,
        "description": field.description,
        "type": field.type,
        "peran": str(field.role),
        "constraints": {"required": True, "enum": list(field.constraints.enum)},
    }


def _entry(item: Suppression) -> dict[str, Any]:
    """The decision as it stands in a descriptor.

    >>> _entry(Suppression("kasus", "jumlah", {"jenis": ("HIV",)}))
    {'tabel': 'kasus', 'ukuran': 'jumlah', 'saring': {'jenis': ['HIV']}}
    """
    where = {name: list(values) for name, values in item.where.items()}
    return {"tabel": item.table, "ukuran": item.measure, **({"saring": where} if where else {})}
