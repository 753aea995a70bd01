"""Withheld numbers: which, what goes with them, what readers can work out, and `make tutup`."""

from __future__ import annotations

import csv
import json
import random
import shutil
from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations, product
from pathlib import Path

import frictionless
import pytest

import attack
from invented import AGENCY, table_of
from profil_terbuka import disclosure, downloads, pipeline, web
from profil_terbuka.disclosure.bounds import Interval, narrow_intervals
from profil_terbuka.disclosure.cells import NumberCell, numbers_by_cell
from profil_terbuka.disclosure.closing import Closed, close_small_counts
from profil_terbuka.disclosure.complements import complements
from profil_terbuka.disclosure.equations import Equation, Ties
from profil_terbuka.disclosure.program import Program
from profil_terbuka.disclosure.protection import protection
from profil_terbuka.disclosure.sensitive import sensitive_counts
from profil_terbuka.disclosure.terms import about_people, compiled_terms
from profil_terbuka.model import (
    Catalog,
    CellStatus,
    Constraints,
    Dataset,
    Disclosure,
    Field,
    Role,
    SumRule,
    Suppression,
    Table,
)
from profil_terbuka.read import catalog
from profil_terbuka.system.cache import Cache
from profil_terbuka.words.report import paragraph, report
from support import BASE, ROOT, add_material, change, examples

CASES = "datasets/contoh/kasus"
WIDTH = 4


@pytest.fixture
def root(data: Path) -> Path:
    """The invented agency with tests/bahan/kasus: districts by kind of case, totals both ways."""
    return add_material(data, "kasus")


def load(root: Path) -> Catalog:
    read = catalog.load(root, "contoh")
    assert read.catalog
    assert not read.findings, report(read.findings)
    return read.catalog


def close(root: Path) -> Closed:
    public = load(root)
    known, faults = disclosure.with_true_values(public, root)
    assert not faults
    return close_small_counts(root, public, known)


def found(root: Path) -> list[str]:
    """What disclosure control says of the files as they are."""
    public = load(root)
    known, _ = disclosure.with_true_values(public, root)
    cache = Cache(root / "singgahan")
    return [paragraph(item) for item in disclosure.check_disclosure(public, known, (), cache)]


def test_what_was_found_is_found_again(root: Path) -> None:
    """Only what told nothing is kept."""
    first = found(root)
    assert first
    assert found(root) == first
    close(root)
    assert found(root) == found(root) == []


def closed_rows(path: Path) -> list[tuple[str, ...]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [tuple(row) for row in csv.reader(file) if "c" in row]


# The attack ---------------------------------------------------------------------------------


def row(*numbers: int) -> list[NumberCell]:
    return [NumberCell("x.csv", number, "jumlah") for number in numbers]


def total(*parts: NumberCell, whole: NumberCell) -> Equation:
    return Equation({**dict.fromkeys(parts, 1), whole: -1})


def test_a_number_alone_under_its_total_is_known() -> None:
    a, b, whole = row(0, 1, 2)
    tie = total(a, b, whole=whole)
    assert narrow_intervals([tie], [a], {b: 7, whole: 10}, lambda cell: WIDTH) == {
        a: Interval(3, 3)
    }


def test_two_ones_are_known_from_their_sum() -> None:
    a, b, whole = row(0, 1, 2)
    found = narrow_intervals([total(a, b, whole=whole)], [a, b], {whole: 2}, lambda cell: WIDTH)
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
    found = narrow_intervals(ties, [a, b, c, d], value, lambda cell: WIDTH)
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
    assert narrow_intervals([tie], [a, b], {whole: 5}, lambda cell: WIDTH)[a] == Interval(1, 1)


def test_a_total_that_cannot_be_is_not_believed() -> None:
    """The book's own total is wrong: nobody learns anything from it."""
    a, b, whole = row(0, 1, 2)
    assert (
        narrow_intervals([total(a, b, whole=whole)], [a], {b: 7, whole: 5}, lambda cell: WIDTH)
        == {}
    )


def test_a_declared_width_is_asked_for() -> None:
    a, b, whole = row(0, 1, 2)
    tie = total(a, b, whole=whole)
    assert narrow_intervals([tie], [a, b], {whole: 6}, lambda cell: 4) == {}
    assert narrow_intervals([tie], [a, b], {whole: 6}, lambda cell: 5) == {
        a: Interval(1, 5),
        b: Interval(1, 5),
    }


def test_small_details_go_rather_than_a_total() -> None:
    a, b, c, whole = row(0, 1, 2, 3)
    value = {a: 2, b: 40, c: 9, whole: 51}
    found = complements(a, Ties([total(a, b, c, whole=whole)]), {a}, value, WIDTH)
    assert found == {c}


def test_where_nothing_can_be_withheld_that_is_said() -> None:
    a, b = row(0, 1)
    tie = Equation({a: 1, b: 1}, outside=True)
    assert complements(a, Ties([tie]), {a}, {a: 2, b: 0}, WIDTH) is None


def test_the_solver_keeps_quiet(capfd: pytest.CaptureFixture[str]) -> None:
    program = Program()
    several = [program.variable(0, 9) for _ in range(12)]
    program.constrain(dict.fromkeys(several, 2), 7, 7)  # no whole solution: it must branch
    assert program.best({several[0]: 1.0}) is None
    assert capfd.readouterr().out == ""


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """A dataset to be filled with other tables."""
    root = tmp_path_factory.mktemp("kasus") / "repo"
    shutil.copytree(BASE, root)
    add_material(root, "kasus")
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
    return table_of(fields, rows, name, names, cells=cells, file=file)


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
    """Packages of two and three dimensions: every number ranges over 5 values and more."""
    random_, stopped = random.Random(batch), 0
    for _ in range(examples(10)):
        dataset = package(plain, random_.choice(SHAPES), random_)
        plan = protection(Catalog(AGENCY, (dataset,), ()))
        if plan.exposed:
            stopped += 1  # nothing is left to withhold: the build stops, as a test below shows
            continue
        shown = as_published(disclosure.emptied(dataset, plan.withheld))
        hidden = attack.hidden(shown)
        value = numbers_by_cell((dataset,))
        assert {cell for cell in value if 0 < value[cell] < 5} <= plan.withheld
        assert len(hidden) == len(plan.withheld)
        assert attack.narrow(shown, WIDTH) == []
    assert stopped <= examples(10) / 10


def test_where_nothing_is_left_to_withhold_that_is_told(plain: Dataset) -> None:
    """One category of two is zero: the total tells the other whatever is withheld besides."""
    detail = _table("isi", ("a",), {(0,): 3, (1,): 0})
    margin = _table("semua", (), {(): 3})
    only = replace(
        plain,
        tables=(detail, margin),
        rules=(),
        suppressions=(Suppression("isi", "jumlah", by=()),),
    )
    plan = protection(Catalog(AGENCY, (only,), ()))
    assert plan.exposed == (NumberCell(detail.file, 0, "jumlah"),)


# What ties numbers together -----------------------------------------------------------------


def closed_cells(root: Path) -> set[tuple[str, str]]:
    """Key and file of the rows that are withheld after `make tutup`."""
    close(root)
    return {
        (table.name, "/".join(str(value) for value in table.key(row, table.schema.primary_key)))
        for dataset in load(root).datasets
        for table in dataset.tables
        for row in table.rows
        if table.withheld(row)
    }


def test_details_and_totals_of_a_package(root: Path) -> None:
    assert closed_cells(root) == {
        ("kasus", "2024/Utara/Kekerasan terhadap anak"),
        ("kasus", "2024/Utara/Anak terlantar"),
        ("kasus", "2024/Selatan/Kekerasan terhadap anak"),
        ("kasus", "2024/Selatan/Anak terlantar"),
    }
    assert found(root) == []


def declared(root: Path, rules: object) -> None:
    """Other rules in the package of cases."""
    file = root / CASES / "datapackage.json"
    document = json.loads(file.read_text("utf-8"))
    document["aturan"] = rules
    if not rules:
        del document["aturan"]
    file.write_text(json.dumps(document, ensure_ascii=False), "utf-8")


def test_totals_that_nobody_declared_count(root: Path) -> None:
    declared(root, [])
    assert len(closed_cells(root)) == 4


@pytest.mark.parametrize("relation", ["=", "<="])
def test_comparisons_count(root: Path, relation: str) -> None:
    """Of a comparison an attacker learns as much as of a sum; of 'at most' a bound."""
    side = {"tabel": "kasus", "ukuran": "jumlah"}
    other = {"tabel": "kasus-total-kecamatan", "ukuran": "jumlah"}
    by = {"kecamatan": "kecamatan"}
    rule = {"jenis": "banding", "kiri": side, "hubungan": relation, "kanan": other, "menurut": by}
    declared(root, [rule])
    assert ("kasus", "2024/Utara/Anak terlantar") in closed_cells(root)


def test_a_number_column_holds_counts_as_well(root: Path) -> None:
    file = root / CASES / "datapackage.json"
    document = json.loads(file.read_text("utf-8"))
    for field in document["resources"][0]["schema"]["fields"]:
        if field["name"] == "jumlah":
            field["type"] = "number"
    file.write_text(json.dumps(document, ensure_ascii=False), "utf-8")
    change(root / CASES / "kasus.csv", "anak,2,A,2", "anak,2.0,A,2")
    assert any("harus ditutup" in line for line in found(root))
    assert len(closed_cells(root)) == 4


def with_column(root: Path, name: str, unit: str, values: Mapping[str, str]) -> None:
    """A further measure in the table of cases; `values` by 'kecamatan,jenis', '' elsewhere."""
    file = root / CASES / "datapackage.json"
    document = json.loads(file.read_text("utf-8"))
    field = {"name": name, "title": name, "type": "number", "description": name}
    document["resources"][0]["schema"]["fields"].append(
        {**field, "peran": "ukuran", "satuan": unit}
    )
    document["resources"][0]["schema"]["fields"][-1]["aditivitas"] = (
        "nonaditif" if unit == "persen" else "semi-aditif"
    )
    for measure in document["resources"][0]["schema"]["fields"]:
        if measure["name"] == "nilai_tercetak":
            measure["name"] = "jumlah_tercetak"
    file.write_text(json.dumps(document, ensure_ascii=False), "utf-8")
    path = root / CASES / "kasus.csv"
    head, *rows = path.read_text("utf-8").splitlines()
    head = head.replace("nilai_tercetak", "jumlah_tercetak")
    lines = [f"{head},{name}"]
    lines += [f"{row},{values.get(','.join(row.split(',')[1:3]), '')}" for row in rows]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def test_a_percentage_beside_a_withheld_count_goes_with_it(root: Path) -> None:
    with_column(root, "persen", "persen", {"Utara,Kekerasan terhadap anak": "4.3"})
    close(root)
    (line,) = [
        row
        for row in closed_rows(root / CASES / "kasus.csv")
        if "Utara" in row and "Kekerasan terhadap anak" in row
    ]
    assert "4.3" not in line
    change(
        root / CASES / "kasus.csv",
        "2024,Utara,Kekerasan terhadap anak,,c,,,",
        "2024,Utara,Kekerasan terhadap anak,,c,,,4.3",
    )
    assert any("`persen` masih terisi" in line for line in found(root))


def test_a_column_that_is_the_sum_of_others_tells_them(plain: Dataset) -> None:
    """L + P = jumlah, undeclared: in the row of the small count two columns must go."""
    fields = (
        Field("a", "a", "string", "", Role.DIMENSION),
        *(Field(name, name, "integer", "", Role.MEASURE, "orang") for name in ("l", "p", "jumlah")),
        Field(
            "status", "status", "string", "", Role.STATUS, constraints=Constraints(enum=("A", "c"))
        ),
    )
    rows = (("x", 3, 20, 23, "A"), ("y", 30, 40, 70, "A"), ("z", 11, 12, 23, "A"))
    table = table_of(fields, rows, "isi", ("a",), title="", cells=rows)
    only = replace(plain, tables=(table,), rules=(), suppressions=(Suppression("isi", "l"),))
    plan = protection(Catalog(AGENCY, (only,), ()))
    assert {cell.measure for cell in plan.withheld} in ({"l", "p"}, {"l", "jumlah"})


def test_a_row_named_total_tells_its_parts(plain: Dataset) -> None:
    fields = (
        Field("a", "a", "string", "", Role.DIMENSION),
        Field("jumlah", "jumlah", "integer", "", Role.MEASURE, "orang"),
        Field(
            "status", "status", "string", "", Role.STATUS, constraints=Constraints(enum=("A", "c"))
        ),
    )
    rows = (("x", 3, "A"), ("y", 30, "A"), ("z", 11, "A"), ("Jumlah", 44, "A"))
    table = table_of(fields, rows, "isi", ("a",), title="", cells=rows)
    only = replace(plain, tables=(table,), rules=(), suppressions=(Suppression("isi", "jumlah"),))
    plan = protection(Catalog(AGENCY, (only,), ()))
    assert {cell.at for cell in plan.withheld} == {0, 2}


def test_a_total_in_another_dataset_tells(root: Path) -> None:
    """The same sums once more, in a package of its own that declares nothing."""
    declared(root, [])
    other = root / "datasets/contoh/rekap"
    shutil.copytree(root / CASES, other)
    document = json.loads((other / "datapackage.json").read_text("utf-8"))
    document["name"] = "rekap"
    for key in ("privasi", "grafik"):
        document.pop(key)
    total = next(item for item in document["resources"] if item["name"].endswith("total-jenis"))
    document["resources"] = [{**total, "name": "rekap", "path": "rekap.csv"}]
    (other / "datapackage.json").write_text(json.dumps(document, ensure_ascii=False), "utf-8")
    (other / "kasus-total-jenis.csv").rename(other / "rekap.csv")
    for name in ("kasus.csv", "kasus-total-kecamatan.csv"):
        (other / name).unlink()
    document = json.loads((root / CASES / "datapackage.json").read_text("utf-8"))
    document["resources"] = document["resources"][:1]
    (root / CASES / "datapackage.json").write_text(
        json.dumps(document, ensure_ascii=False), "utf-8"
    )
    for name in ("kasus-total-jenis.csv", "kasus-total-kecamatan.csv"):
        (root / CASES / name).unlink()
    assert ("kasus", "2024/Selatan/Kekerasan terhadap anak") in closed_cells(root)


# Sensitive matters --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("unit", "people"),
    [
        ("orang", True),
        ("jiwa", True),
        ("KK", True),
        ("anak", True),
        ("kasus", True),
        ("", True),
        ("panti", False),
        ("butir", False),
        ("persen", False),
        ("rupiah", False),
    ],
)
def test_only_numbers_of_people_are_sensitive(unit: str, people: bool) -> None:
    assert about_people(unit) is people


def test_an_agency_adds_words_of_its_own(root: Path) -> None:
    table = root / "datasets/contoh/penerima/penerima.csv"
    change(table, "Selatan,300,A,300,", "Selatan,3,A,3,")
    change(table, "Timur,450,A,450,", "Timur,747,A,747,")
    assert not any("penerima" in line for line in found(root))
    identity = root / "datasets/contoh/instansi.yml"
    identity.write_text(identity.read_text("utf-8") + "hal_peka: [selatan]\n", "utf-8")
    assert any("`Selatan`" in line for line in found(root))


def test_true_values_leave_the_published_files(root: Path) -> None:
    before = (root / CASES / "kasus.csv").read_text("utf-8")
    done = close(root)
    assert done.files == {f"{CASES}/kasus.csv": 4}
    assert (root / "rahasia/contoh/kasus/kasus.csv").read_text("utf-8") == before
    rows = closed_rows(root / CASES / "kasus.csv")
    assert len(rows) == 4
    assert {row[3:] for row in rows} == {("", "c", "", "")}
    known, faults = disclosure.with_true_values(load(root), root)
    assert not faults
    assert known.by_slug["kasus"].main.cells == tuple(
        tuple(line.split(",")) for line in before.splitlines()[1:]
    )
    assert close(root).files == {}


def test_the_package_stays_valid_for_others(root: Path, tmp_path: Path) -> None:
    close(root)
    shown = load(root).by_slug["kasus"]
    files = downloads.dataset_downloads(shown, AGENCY, Cache(tmp_path / "singgahan"))
    target = tmp_path / "paket"
    target.mkdir()
    for name, content in files.items():
        (target / name).write_bytes(content)
    assert frictionless.Package(str(target / "datapackage.json")).validate().valid
    offered = downloads.dataset_offer(shown, files)
    page = web.dataset_page(shown, AGENCY, web.Exhibits((), offered, ()))
    told = page.page.html
    assert "4 angka ditutup" in told
    assert "tidak menariknya dari buku" in told


def test_a_decision_is_written_where_there_was_none(root: Path) -> None:
    file = root / CASES / "datapackage.json"
    document = json.loads(file.read_text("utf-8"))
    del document["privasi"]
    file.write_text(json.dumps(document, ensure_ascii=False, indent=2), "utf-8")
    assert any("akan terbit apa adanya" in line for line in found(root))
    (decided,) = close(root).decided
    assert (decided.table, decided.measure) == ("kasus", "jumlah")
    assert dict(decided.where) == {"jenis": ("Kekerasan terhadap anak",)}
    assert found(root) == []


def test_readers_are_told_why_small_counts_are_shown(root: Path) -> None:
    shown = load(root).by_slug["kasus"]
    shown = replace(shown, suppressions=(), disclosures=(Disclosure("kasus", "Sudah umum."),))
    page = web.dataset_page(shown, AGENCY, web.Exhibits((), (), ()))
    assert "Sudah umum." in page.page.html


def test_the_build_is_the_same_without_the_private_files(root: Path, tmp_path: Path) -> None:
    close(root)
    with_them = pipeline.examine(root, "contoh", Cache(tmp_path / "a"))
    shutil.rmtree(root / "rahasia")
    without = pipeline.examine(root, "contoh", Cache(tmp_path / "b"))
    assert with_them.publishable
    assert with_them.catalog == without.catalog
    assert with_them.charts == without.charts
    assert with_them.findings == without.findings


def test_a_wrong_total_is_found_only_with_the_true_values(root: Path, tmp_path: Path) -> None:
    """Declared rules are checked on the true values where these are at hand; else passed over."""
    close(root)
    private = root / "rahasia/contoh/kasus/kasus.csv"
    change(private, "2024,Utara,Anak terlantar,14,A,14", "2024,Utara,Anak terlantar,15,A,15")
    known = pipeline.examine(root, "contoh", Cache(tmp_path / "a"))
    assert [item.code.name for item in known.findings].count("total-tidak-cocok") == 2
    shutil.rmtree(root / "rahasia")
    assert pipeline.examine(root, "contoh", Cache(tmp_path / "b")).findings == ()


def without_status(root: Path) -> None:
    """The tables of cases as a book without any status has them."""
    file = root / CASES / "datapackage.json"
    document = json.loads(file.read_text("utf-8"))
    for resource in document["resources"]:
        path = root / CASES / resource["path"]
        fields = resource["schema"]["fields"]
        at = next(number for number, field in enumerate(fields) if field["name"] == "status")
        del fields[at]
        rows = [line.split(",") for line in path.read_text("utf-8").splitlines()]
        lines = [",".join([*row[:at], *row[at + 1 :]]) for row in rows]
        path.write_text("\n".join(lines) + "\n", "utf-8")
    file.write_text(json.dumps(document, ensure_ascii=False, indent=2), "utf-8")


def test_a_table_without_a_status_gets_one(root: Path) -> None:
    without_status(root)
    before = (root / CASES / "kasus.csv").read_text("utf-8")
    assert close(root).files == {f"{CASES}/kasus.csv": 4}
    assert found(root) == []
    assert (root / "rahasia/contoh/kasus/kasus.csv").read_text("utf-8") == before
    known, faults = disclosure.with_true_values(load(root), root)
    assert not faults
    assert {
        table.status(each) for table in known.by_slug["kasus"].tables for each in table.rows
    } == {CellStatus.NORMAL}
    total = root / CASES / "kasus-total-jenis.csv"
    assert "status" not in total.read_text("utf-8")


def test_a_table_with_semicolons_keeps_them(root: Path) -> None:
    file = root / CASES / "datapackage.json"
    document = json.loads(file.read_text("utf-8"))
    document["resources"][0]["dialect"]["delimiter"] = ";"
    file.write_text(json.dumps(document, ensure_ascii=False, indent=2), "utf-8")
    table = root / CASES / "kasus.csv"
    table.write_text(table.read_text("utf-8").replace(",", ";"), "utf-8")
    assert close(root).files == {f"{CASES}/kasus.csv": 4}
    assert "2024;Utara;Kekerasan terhadap anak;;c;;" in table.read_text("utf-8")
    known, faults = disclosure.with_true_values(load(root), root)
    assert not faults
    assert not any(map(known.by_slug["kasus"].main.withheld, known.by_slug["kasus"].main.rows))


def test_a_table_with_marks_of_its_own_keeps_them(root: Path) -> None:
    file = root / CASES / "datapackage.json"
    document = json.loads(file.read_text("utf-8"))
    fields = document["resources"][0]["schema"]["fields"]
    next(field for field in fields if field["name"] == "jumlah")["groupChar"] = "."
    file.write_text(json.dumps(document, ensure_ascii=False, indent=2), "utf-8")
    table = root / CASES / "kasus.csv"
    table.write_text(
        f"{table.read_text('utf-8')}2024,Utara,Lanjut usia telantar,1.250,A,,20\n", "utf-8"
    )
    assert close(root).files == {f"{CASES}/kasus.csv": 4}
    assert "2024,Utara,Lanjut usia telantar,1.250,A,,20" in table.read_text("utf-8")
    assert found(root) == []


def test_thousands_of_figures_in_a_sentence_are_no_number(root: Path) -> None:
    file = root / CASES / "datapackage.json"
    change(file, "Kasus yang ditangani menurut kecamatan", f"Kasus nomor {'7' * 4900} menurut")
    close(root)
    assert found(root) == []


def test_a_damaged_private_file_is_told(root: Path) -> None:
    close(root)
    (root / "rahasia/contoh/kasus/kasus.csv").write_bytes(b"PK\x03\x04")
    known, faults = disclosure.with_true_values(load(root), root)
    assert "rahasia/contoh/kasus/kasus.csv" in report(faults)
    assert known.by_slug["kasus"].main == load(root).by_slug["kasus"].main


def test_next_years_rows_join_the_private_ones(root: Path) -> None:
    """Closing again keeps what was closed before."""
    close(root)
    public, private = root / CASES / "kasus.csv", root / "rahasia/contoh/kasus/kasus.csv"
    before = private.read_text("utf-8")
    fresh = "2025,Utara,Kekerasan terhadap anak,3,A,3,20\n2025,Utara,Anak terlantar,14,A,14,20\n"
    public.write_text(public.read_text("utf-8") + fresh, "utf-8")
    assert close(root).files
    assert private.read_text("utf-8") == before + fresh
    assert "2025,Utara,Kekerasan terhadap anak,,c,," in public.read_text("utf-8")


def test_what_is_closed_serves_for_what_comes_later(root: Path) -> None:
    """Closing again withholds nothing for numbers that are well protected as they are."""
    close(root)
    public = root / CASES / "kasus.csv"
    private = root / "rahasia/contoh/kasus/kasus.csv"
    change(private, "2024,Selatan,Anak terlantar,9,A,9", "2024,Selatan,Anak terlantar,25,A,25")
    change(private, "2024,Utara,Anak terlantar,14,A,14", "2024,Utara,Anak terlantar,33,A,33")
    before = public.read_text("utf-8")
    assert close(root).files == {}
    assert public.read_text("utf-8") == before


def test_rows_that_were_replaced_stay_in_the_private_copy(root: Path) -> None:
    """Somebody puts next year's file in the place of this year's."""
    close(root)
    public, private = root / CASES / "kasus.csv", root / "rahasia/contoh/kasus/kasus.csv"
    before = private.read_text("utf-8").splitlines()
    fresh = [line.replace("2024,", "2025,", 1) for line in before[1:]]
    public.write_text("\n".join([before[0], *fresh]) + "\n", "utf-8")
    declared(root, [])
    close(root)
    assert private.read_text("utf-8").splitlines() == [before[0], *fresh, *before[1:]]


def test_a_true_number_is_corrected_in_the_private_copy(root: Path) -> None:
    close(root)
    private = root / "rahasia/contoh/kasus/kasus.csv"
    change(
        private,
        "2024,Utara,Kekerasan terhadap anak,2,A,2",
        "2024,Utara,Kekerasan terhadap anak,3,A,3",
    )
    assert close(root).files == {}
    assert "terhadap anak,3,A,3" in private.read_text("utf-8")


def test_a_number_that_is_opened_again_by_hand_is_told(root: Path) -> None:
    close(root)
    public = root / CASES / "kasus.csv"
    change(public, "2024,Utara,Anak terlantar,,c,,", "2024,Utara,Anak terlantar,14,A,14,20")
    assert any("dapat dihitung" in line for line in found(root))
    close(root)
    assert found(root) == []


def test_an_only_number_whose_truth_is_lost_cannot_be_protected(root: Path) -> None:
    """Its total is known elsewhere, and nobody here knows what could stand in for it."""
    close(root)
    shutil.rmtree(root / "rahasia")
    public = root / CASES / "kasus.csv"
    lines = public.read_text("utf-8").replace(",,c,,", ",9,A,9,20").splitlines()
    lines[1] = "2024,Utara,Kekerasan terhadap anak,,c,,"
    public.write_text("\n".join(lines) + "\n", "utf-8")
    declared(root, [])
    file = root / CASES / "datapackage.json"
    document = json.loads(file.read_text("utf-8"))
    document["privasi"][0]["menurut"] = []
    file.write_text(json.dumps(document, ensure_ascii=False), "utf-8")
    assert NumberCell(f"{CASES}/kasus.csv", 0, "jumlah") in close(root).exposed


def test_true_rows_go_along_with_a_kept_edition(root: Path) -> None:
    close(root)
    shutil.copytree(root / CASES, root / CASES / "v/1.0.0", ignore=shutil.ignore_patterns("v"))
    disclosure.carry_true_rows(root, root / CASES / "v/1.0.0")
    for name in ("kasus.csv", "datapackage.json"):
        kept = root / "rahasia/contoh/kasus/v/1.0.0" / name
        assert kept.read_bytes() == (root / "rahasia/contoh/kasus" / name).read_bytes()


@pytest.mark.parametrize(
    ("title", "tells"),
    [
        ("Seluruhnya 95 kasus", True),
        ("Kasus, seluruhnya sembilan puluh lima", True),
        ("Di Utara dua orang korban", True),
        ("Seluruhnya 96 kasus", False),
        ("Kasus selama 95 hari", False),
    ],
)
def test_titles_and_words_tell(root: Path, title: str, tells: bool) -> None:
    """95 is the sum of all, which stands in no table."""
    close(root)
    file = root / CASES / "datapackage.json"
    change(file, '"title": "Kasus yang ditangani"', f'"title": "{title}"')
    assert any("menyebut angka yang ditutup" in line for line in found(root)) is tells


def test_where_a_table_stands_in_its_book_tells_nothing(root: Path) -> None:
    """`baris: 2` of a source is no sentence about two people in `Utara`."""
    close(root)
    change(root / CASES / "datapackage.json", '"baris": "20-23"', '"baris": "95"')
    assert found(root) == []


@pytest.mark.parametrize(
    ("title", "unit", "category", "word"),
    [
        ("Jumlah staf menurut bidang", "orang", "Rehabilitasi Sosial Anak", None),
        ("Sumber daya manusia", "orang", "Dokter Spesialis Anak", None),
        ("Kader posyandu balita", "orang", "Utara", None),
        ("Peserta Peringatan Hari Anak Nasional", "orang", "Undangan", None),
        ("Anggota", "orang", "Forum Anak Daerah", None),
        ("Mitra", "orang", "Kementerian Pemberdayaan Perempuan dan Perlindungan Anak", None),
        ("Panti sosial", "unit", "Panti Sosial Tuna Netra", None),
        ("Pekerja anak perusahaan", "orang", "Utara", None),
        ("Anak yang didampingi pekerja sosial", "anak", "Utara", "anak"),
        ("Pegawai penyandang disabilitas", "orang", "Utara", "penyandang disabilitas"),
        ("Penghuni Panti Sosial Tuna Netra", "orang", "Utara", "tuna netra"),
        ("Kasus kekerasan", "perkara", "Utara", "kekerasan"),
        ("Perkawinan anak", "pasangan", "Utara", "perkawinan anak"),
        ("Ibu hamil", "ibu", "Utara", "hamil"),
    ],
)
def test_which_small_counts_are_sensitive(
    plain: Dataset, title: str, unit: str, category: str, word: str | None
) -> None:
    with (ROOT / "datasets/acuan/hal-peka/hal-peka.csv").open(encoding="utf-8") as file:
        words = compiled_terms(tuple(item["istilah"] for item in csv.DictReader(file)))
    fields = (
        Field("uraian", "Uraian", "string", "", Role.DIMENSION),
        Field("jumlah", "Jumlah", "integer", "", Role.MEASURE, unit),
    )
    table = table_of(fields, [(category, 3)], "isi", title=title)
    told = [item[2].casefold() for item in sensitive_counts(table, replace(plain, title=""), words)]
    assert told == ([word] if word else [])


# What is published --------------------------------------------------------------------------
