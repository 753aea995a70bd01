"""A statistician's attack on what an agency publishes: how narrowly it bounds withheld numbers.

Knows nothing of the engine: reads CSV files and descriptors as any reader can, believes every
total they declare, and asks a solver how small and how large each empty number can be.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import linprog

Row = dict[str, str]
Cell = tuple[str, int, str]
"""Table ('dataset/table'), row, column."""


@dataclass(frozen=True)
class Published:
    """Tables by 'dataset/table', and the declared rules, each with the dataset that declares it."""

    tables: Mapping[str, list[Row]]
    rules: tuple[tuple[str, dict], ...]
    measures: Mapping[str, tuple[str, ...]]


def published(folder: Path) -> Published:
    """All data packages below a folder of a finished site, older editions included."""
    tables: dict[str, list[Row]] = {}
    measures: dict[str, tuple[str, ...]] = {}
    rules: list[tuple[str, dict]] = []
    for file in sorted(folder.rglob("datapackage.json")):
        document = json.loads(file.read_text("utf-8"))
        name = file.parent.relative_to(folder).as_posix()
        for resource in document["resources"]:
            if not str(resource.get("path", "")).endswith(".csv"):
                continue
            with (file.parent / resource["path"]).open(encoding="utf-8-sig", newline="") as source:
                tables[f"{name}/{resource['name']}"] = list(csv.DictReader(source))
            fields = resource["schema"]["fields"]
            measures[f"{name}/{resource['name']}"] = tuple(
                field["name"] for field in fields if field.get("peran") == "ukuran"
            )
        rules += [(name, rule) for rule in document.get("aturan", ())]
    return Published(tables, tuple(rules), measures)


def hidden(found: Published) -> list[Cell]:
    """Every number that is withheld."""
    return [
        (name, at, measure)
        for name, rows in found.tables.items()
        for at, row in enumerate(rows)
        if row.get("status") == "c"
        for measure in found.measures[name]
        if row[measure] == ""
    ]


def ranges(found: Published) -> dict[Cell, tuple[float, float]]:
    """The least and the largest value of each withheld number that no published one contradicts."""
    cells = hidden(found)
    at = {cell: column for column, cell in enumerate(cells)}
    equal, above = [], []
    for factors, relation in _ties(found):
        row, known = np.zeros(len(cells)), 0.0
        for cell, factor in factors.items():
            if cell in at:
                row[at[cell]] += factor
            else:
                text = found.tables[cell[0]][cell[1]][cell[2]]
                known += factor * (float(text) if text else 0.0)
        if row.any():
            (equal if relation == "=" else above).append((row, -known))
    return {cell: _range(column, len(cells), equal, above) for cell, column in at.items()}


def _range(column: int, size: int, equal: list, above: list) -> tuple[float, float]:
    ends = []
    for sign in (1.0, -1.0):
        cost = np.zeros(size)
        cost[column] = sign
        solved = linprog(
            cost,
            A_eq=np.array([row for row, _ in equal]) if equal else None,
            b_eq=[known for _, known in equal] or None,
            A_ub=np.array([row for row, _ in above]) if above else None,
            b_ub=[known for _, known in above] or None,
            bounds=[(1, None)] * size,
        )
        ends.append(sign * solved.fun if solved.status == 0 else sign * -np.inf)
    return ends[0], ends[1]


def _ties(found: Published) -> Iterator[tuple[dict[Cell, int], str]]:
    for dataset, rule in found.rules:
        if rule["jenis"] == "jumlah":
            yield from _sums(
                found, f"{dataset}/{rule['tabel']}", f"{dataset}/{rule['total']}", rule
            )
        elif rule["jenis"] == "rumus":
            name = f"{dataset}/{rule['tabel']}"
            for at in range(len(found.tables[name])):
                parts = {(name, at, part): 1 for part in rule["kolom"]}
                yield {**parts, (name, at, rule["hasil"]): -1}, "="
        elif rule["jenis"] == "banding":
            yield from _sides(found, dataset, rule)


def _sums(found: Published, detail: str, total: str, rule: dict) -> Iterator:
    by = rule["menurut"]
    groups = _groups(found, detail, tuple(by), {})
    for at, row in enumerate(found.tables[total]):
        key = tuple(row[column] for column in by.values())
        if _passes(row, rule.get("saring", {})) and key in groups and row[rule["ukuran"]]:
            parts = {(detail, other, rule["ukuran"]): 1 for other in groups[key]}
            yield {**parts, (total, at, rule["ukuran"]): -1}, "="


def _sides(found: Published, dataset: str, rule: dict) -> Iterator:
    left, right = rule["kiri"], rule["kanan"]
    names = [_named(found, dataset, side["tabel"]) for side in (left, right)]
    if None in names:
        return
    by = rule.get("menurut", {})
    ours = _groups(found, names[0], tuple(by), left.get("saring", {}))
    theirs = _groups(found, names[1], tuple(by.values()), right.get("saring", {}))
    for key in ours.keys() & theirs.keys():
        factors: dict[Cell, int] = defaultdict(int)
        for at in ours[key]:
            factors[names[0], at, left["ukuran"]] += 1
        for at in theirs[key]:
            factors[names[1], at, right["ukuran"]] -= 1
        yield factors, rule["hubungan"]


def _named(found: Published, dataset: str, table: str) -> str | None:
    return next((name for name in (f"{dataset}/{table}", table) if name in found.tables), None)


def _groups(
    found: Published, name: str, by: tuple[str, ...], where: Mapping
) -> dict[tuple[str, ...], list[int]]:
    groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, row in enumerate(found.tables[name]):
        if _passes(row, where):
            groups[tuple(row[column] for column in by)].append(at)
    return groups


def _passes(row: Row, where: Mapping) -> bool:
    return all(
        row[column] in [str(value) for value in (values if isinstance(values, list) else [values])]
        for column, values in where.items()
    )


def narrow(found: Published, width: float = 4) -> Iterable[Cell]:
    """The withheld numbers that are known to fewer than `width` + 1 values."""
    return [cell for cell, (low, high) in ranges(found).items() if high - low < width - 1e-6]
