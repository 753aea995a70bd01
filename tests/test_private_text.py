"""Texts that must stop a publication, and texts that must not: tests/pribadi.csv, row by row.

All values are invented: impossible dates, numbers of zeros and nines, people called Fulan.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from profil_terbuka.findings import Place
from profil_terbuka.privacy.official import Official
from profil_terbuka.privacy.patterns import find
from profil_terbuka.privacy.scan import in_rows, in_value
from profil_terbuka.privacy.spread import spread

with (Path(__file__).parent / "pribadi.csv").open(encoding="utf-8", newline="") as stream:
    ROWS = list(csv.DictReader(stream))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["teks"])
def test_row(row: dict[str, str]) -> None:
    found = {str(hit.kind) for hit in find(row["teks"], in_cell=row["tempat"] == "sel")}
    assert found == ({row["jenis"]} if row["harus"] == "berhenti" else set())


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row["harus"] == "berhenti"], ids=lambda row: row["teks"]
)
def test_no_message_tells_more_than_two_signs(row: dict[str, str]) -> None:
    in_cell = row["tempat"] == "sel"
    for finding in in_value(row["teks"], Place("x"), Official.of(), in_cell=in_cell):
        shown = finding.message.split("`")[1]
        assert sum(map(str.isalnum, shown)) <= 2


def test_both_halves_are_large() -> None:
    counted = Counter(row["harus"] for row in ROWS)
    assert min(counted["berhenti"], counted["lolos"]) >= 100
    assert len({(row["tempat"], row["teks"]) for row in ROWS}) == len(ROWS)


CUT = [
    ([["Fulan", "919999", "310290", "0001"]], (0, 3)),
    ([["9199", "9931", "0290", "0001", "x"]], (0, 3)),
    ([["91999931", "02900001"]], (0, 1)),
    ([["919999", "3102900001"]], (0, 1)),
    ([["a", "91999931"], ["b", "02900001"]], (1, 1)),
    ([["919999"], ["310290"], ["0001"]], (2, 0)),
]
WHOLE = [
    [["617103", "120390", "1234"]],
    [["1112", "1213", "1014", "1015"]],
    [["919999", "310290", "0000"]],
    [["919999", "", "310290", "0001"]],
    [["919999", "350290", "0001"]],
    [["61.71", "0561", "0001"], ["2024", "0002", "0003"]],
    [["12345678", "12345678"], ["23456789", "23456789"]],
    [[], ["0001"]],
]


@pytest.mark.parametrize(("rows", "place"), CUT, ids=str)
def test_a_number_cut_into_neighbouring_cells_is_found(rows, place: tuple[int, int]) -> None:
    (found,) = spread(rows)
    assert (found.row, found.column) == place
    (_, finding), *_ = in_rows(rows)
    assert found.figures not in finding.message


@pytest.mark.parametrize("rows", WHOLE, ids=str)
def test_neighbouring_figures_are_no_cut_number(rows) -> None:
    assert list(spread(rows)) == []
