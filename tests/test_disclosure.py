"""Withheld numbers: which, what goes with them, what readers can work out, and `make tutup`."""

from __future__ import annotations

import csv
import json
import random
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations, product
from pathlib import Path

import frictionless
import pytest

import attack
from profil_terbuka import catalog, clock, disclosure, downloads, history, pages, site
from profil_terbuka.cache import Cache
from profil_terbuka.disclosure.bounds import Interval, narrow
from profil_terbuka.disclosure.cells import Cell, numbers
from profil_terbuka.disclosure.complements import complements
from profil_terbuka.disclosure.equations import Equation
from profil_terbuka.disclosure.program import Program
from profil_terbuka.disclosure.terms import about_people, compiled
from profil_terbuka.findings import report
from profil_terbuka.model import (
    Agency,
    Catalog,
    CellStatus,
    Constraints,
    Dataset,
    Disclosure,
    Field,
    Role,
    Schema,
    SumRule,
    Suppression,
    Table,
)
from support import BASE, ROOT, Run, change, dataset_of

AGENCY = Agency(
    slug="contoh",
    name="Dinas Contoh",
    short_name="Dinas Contoh",
    region="99.01",
    summary="",
    book="",
    address="",
    phone=None,
    website=None,
    colour="#123456",
    menu=(),
)
CASES = "datasets/contoh/kasus"
WIDTH = 4


@pytest.fixture
def root(data: Path) -> Path:
    """The invented agency with tests/bahan/kasus: districts by kind of case, totals both ways."""
    shutil.copytree(ROOT / "tests/bahan/kasus", data / CASES)
    return data


def load(root: Path) -> Catalog:
    found = catalog.load(root, "contoh").catalog
    assert found
    return found


def close(root: Path) -> disclosure.Closed:
    public = load(root)
    known, faults = disclosure.opened(public, root)
    assert not faults
    return disclosure.close(root, public, known)


def found(root: Path) -> list[str]:
    """What disclosure control says of the files as they are."""
    public = load(root)
    known, _ = disclosure.opened(public, root)
    return [str(item) for item in disclosure.check(public, known, ())]


def closed_rows(path: Path) -> list[tuple[str, ...]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [tuple(row) for row in csv.reader(file) if "c" in row]


# The attack ---------------------------------------------------------------------------------


def row(*numbers: int) -> list[Cell]:
    return [Cell("x.csv", number, "jumlah") for number in numbers]


def total(*parts: Cell, whole: Cell) -> Equation:
    return Equation({**dict.fromkeys(parts, 1), whole: -1})


def test_a_number_alone_under_its_total_is_known() -> None:
    a, b, whole = row(0, 1, 2)
    tie = total(a, b, whole=whole)
    assert narrow([tie], [a], {b: 7, whole: 10}, lambda cell: WIDTH) == {a: Interval(3, 3)}


def test_two_ones_are_known_from_their_sum() -> None:
    a, b, whole = row(0, 1, 2)
    found = narrow([total(a, b, whole=whole)], [a, b], {whole: 2}, lambda cell: WIDTH)
    assert found == {a: Interval(1, 1), b: Interval(1, 1)}


def test_bounds_are_told_from_several_totals_together() -> None:
    """Two rows and two columns: each total hides two cells, and still one sum pins a corner."""
    a, b, c, d, *margins = row(*range(8))
    ties = [
        total(a, b, whole=margins[0]),
        total(c, d, whole=margins[1]),
        total(a, c, whole=margins[2]),
        total(b, d, whole=margins[3]),
    ]
    value = dict(zip(margins, (3, 40, 30, 13), strict=True))
    found = narrow(ties, [a, b, c, d], value, lambda cell: WIDTH)
    assert found == {
        a: Interval(1, 2),
        b: Interval(1, 2),
        c: Interval(28, 29),
        d: Interval(11, 12),
    }


def test_whole_numbers_are_known_better_than_fractions() -> None:
    """Thrice a number and a number at least 1 that make 5: only 1 and 2."""
    a, b, whole = row(0, 1, 2)
    tie = Equation({a: 3, b: 1, whole: -1})
    assert narrow([tie], [a, b], {whole: 5}, lambda cell: WIDTH)[a] == Interval(1, 1)


def test_a_total_that_cannot_be_is_not_believed() -> None:
    """The book's own total is wrong: nobody learns anything from it."""
    a, b, whole = row(0, 1, 2)
    assert narrow([total(a, b, whole=whole)], [a], {b: 7, whole: 5}, lambda cell: WIDTH) == {}


def test_a_declared_width_is_asked_for() -> None:
    a, b, whole = row(0, 1, 2)
    tie = total(a, b, whole=whole)
    assert narrow([tie], [a, b], {whole: 6}, lambda cell: 4) == {}
    assert narrow([tie], [a, b], {whole: 6}, lambda cell: 5) == {
        a: Interval(1, 5),
        b: Interval(1, 5),
    }


def test_small_details_go_rather_than_a_total() -> None:
    a, b, c, whole = row(0, 1, 2, 3)
    value = {a: 2, b: 40, c: 9, whole: 51}
    found = complements(a, [total(a, b, c, whole=whole)], {a}, value, WIDTH)
    assert found == {c}


def test_where_nothing_can_be_withheld_that_is_said() -> None:
    a, b, whole = row(0, 1, 2)
    tie = Equation({a: 1, b: 1}, outside=True)
    assert complements(a, [tie], {a}, {a: 2, b: 0}, WIDTH) is None


def test_the_solver_keeps_quiet(capfd: pytest.CaptureFixture[str]) -> None:
    program = Program()
    several = [program.variable(0, 9) for _ in range(12)]
    program.constrain({each: 2 for each in several}, 7, 7)  # no whole solution: it must branch
    assert program.best({several[0]: 1.0}) is None
    assert capfd.readouterr().out == ""


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """A dataset to be filled with other tables."""
    root = tmp_path_factory.mktemp("kasus") / "repo"
    shutil.copytree(BASE, root)
    shutil.copytree(ROOT / "tests/bahan/kasus", root / CASES)
    return load(root).by_slug["kasus"]


# Random tables ------------------------------------------------------------------------------


def package(plain: Dataset, dims: tuple[int, ...], random_: random.Random) -> Dataset:
    """A table with every margin as a table of its own, as a book prints them."""
    names = tuple("abc"[: len(dims)])
    counts = {
        key: random_.choice([0, random_.randint(1, 6), random_.randint(1, 60)])
        for key in product(*map(range, dims))
    }
    tables, rules = [_table("isi", names, counts)], []
    for size in range(len(names)):
        for kept in combinations(range(len(names)), size):
            margin: dict[tuple[int, ...], int] = {}
            for key, count in counts.items():
                part = tuple(key[at] for at in kept)
                margin[part] = margin.get(part, 0) + count
            by = tuple(names[at] for at in kept)
            tables.append(_table(f"menurut-{''.join(by) or 'semua'}", by, margin))
            rules.append(SumRule("isi", "jumlah", tables[-1].name, {name: name for name in by}))
    shown = tuple(Suppression(table.name, "jumlah") for table in tables)
    return replace(plain, tables=tuple(tables), rules=tuple(rules), suppressions=shown)


def _table(name: str, names: tuple[str, ...], counts: Mapping[tuple[int, ...], int]) -> Table:
    fields = (
        *(Field(each, each, "string", "", Role.DIMENSION) for each in names),
        Field("jumlah", "Jumlah", "integer", "", Role.MEASURE, "orang"),
        Field(
            "status", "Status", "string", "", Role.STATUS, constraints=Constraints(enum=("A", "c"))
        ),
    )
    rows = tuple((*(str(at) for at in key), count, "A") for key, count in counts.items())
    cells = tuple(tuple(map(str, each)) for each in rows)
    file = f"datasets/contoh/data/{name}.csv"
    return Table(name, name, "", f"{name}.csv", file, Schema(fields, names), cells, rows)


def as_published(dataset: Dataset) -> attack.Published:
    """What a reader gets of a dataset: strings and declared rules."""
    head = {table.name: [field.name for field in table.schema.fields] for table in dataset.tables}
    tables = {
        f"kasus/{table.name}": [
            dict(zip(head[table.name], row, strict=True)) for row in table.cells
        ]
        for table in dataset.tables
    }
    rules = tuple(
        (
            "kasus",
            {
                "jenis": "jumlah",
                "tabel": rule.table,
                "ukuran": rule.measure,
                "total": rule.total,
                "menurut": dict(rule.by),
            },
        )
        for rule in dataset.rules
        if isinstance(rule, SumRule)
    )
    return attack.Published(tables, rules, dict.fromkeys(tables, ("jumlah",)))


SHAPES = ((3, 4), (4, 6), (5, 5), (2, 8), (3, 3, 2), (2, 3, 4), (3, 3, 3))


@pytest.mark.parametrize("batch", range(10))
def test_nothing_is_recovered_from_random_packages(plain: Dataset, batch: int) -> None:
    """300 packages of two and three dimensions: every number ranges over 5 values and more."""
    random_, stopped = random.Random(batch), 0
    for _ in range(30):
        dataset = package(plain, random_.choice(SHAPES), random_)
        plan = disclosure.protection(Catalog(AGENCY, (dataset,), ()))
        if plan.exposed:
            stopped += 1  # nothing is left to withhold: the build stops, as a test below shows
            continue
        shown = as_published(disclosure.emptied(dataset, plan.hidden))
        hidden = attack.hidden(shown)
        value = numbers((dataset,))
        assert {cell for cell in value if 0 < value[cell] < 5} <= plan.hidden
        assert len(hidden) == len(plan.hidden)
        assert attack.narrow(shown, WIDTH) == []
    assert stopped <= 3
