"""What `make bench` measures: invented data, the same each time, in which nothing is found."""

from __future__ import annotations

import doctest
import shutil
from importlib import import_module
from pathlib import Path

import pytest

import programs
from bench import floors
from bench.comparing import CHECK, COLD, FLOOR, FRICTIONLESS, Measure
from bench.datasets_made import COLUMNS, MOST, ROWS, made_datasets
from bench.long_table import add_long_table, long_rows
from bench.measuring import Cost, measured
from bench.region import Region, first_town
from bench.repository_made import (
    AGENCY,
    add_datasets,
    begin_repository,
    change_one_cell,
    table_of_dataset,
)
from bench.telling import told
from support import ROOT, snapshot

DATASETS = 3
REGIONS = ROOT / "datasets" / "acuan" / "wilayah" / "wilayah.csv"


WITH_EXAMPLES = ("datasets_made", "long_table", "telling")


@pytest.fixture(scope="module")
def region() -> Region:
    return first_town(REGIONS)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with three datasets and a longer table, which no test changes."""
    folder = tmp_path_factory.mktemp("bangku") / "repo"
    begun = begin_repository(folder)
    add_datasets(folder, made_datasets(DATASETS, begun), begun)
    add_long_table(folder, 200, begun)
    return folder


def test_nothing_is_found_in_what_is_made(made: Path) -> None:
    done = programs.run(made, "periksa.py", "--strict", TANGGAL="2025-06-30")
    assert done.returncode == 0, done.stderr
    assert f"1 instansi, {DATASETS + 1} dataset, 0 temuan" in done.stdout


def test_no_real_agency_is_in_it(made: Path) -> None:
    assert sorted(path.name for path in (made / "datasets").iterdir()) == ["acuan", AGENCY]


def test_datasets_are_the_same_each_time_and_all_of_one_size(region: Region) -> None:
    datasets = made_datasets(MOST, region)
    assert datasets == made_datasets(MOST, region)
    assert datasets[:DATASETS] == made_datasets(DATASETS, region)
    assert len({dataset.title for dataset in datasets}) == MOST
    assert {len(dataset.rows) for dataset in datasets} == {ROWS}
    assert {len(row) for dataset in datasets for row in dataset.rows} == {len(COLUMNS)}


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_worked_examples_of_the_bench_hold(name: str) -> None:
    """They hold the invented numbers still as well: figures of two years can be compared."""
    found = doctest.testmod(import_module(f"bench.{name}"))
    assert found.attempted
    assert not found.failed


def test_more_datasets_than_titles_are_refused(region: Region) -> None:
    with pytest.raises(ValueError, match=str(MOST)):
        made_datasets(MOST + 1, region)


def test_a_long_table_has_no_row_twice() -> None:
    rows = list(long_rows(2500))
    assert len({row[:3] for row in rows}) == len(rows) == 2500


def test_one_cell_is_changed_and_no_other(made: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(made / "datasets", tmp_path / "datasets")).parent
    path = table_of_dataset(folder, "bangku-taman-diperiksa")
    before, others = path.read_text("utf-8"), snapshot(folder)
    change_one_cell(folder, "bangku-taman-diperiksa")
    pairs = zip(before.split(), path.read_text("utf-8").split(), strict=True)
    assert sum(old != new for old, new in pairs) == 1
    changed = snapshot(folder)
    assert [name for name in others if others[name] != changed[name]] == [
        path.relative_to(folder).as_posix()
    ]


def test_the_floor_holds_every_row(region: Region, tmp_path: Path) -> None:
    (dataset,) = made_datasets(1, region)
    floors.write_floor(tmp_path, [dataset])
    page = (tmp_path / "docs" / "data" / f"{dataset.slug}.md").read_text("utf-8")
    assert page.count("\n| ") == ROWS + 2
    assert f"| {' | '.join(map(str, dataset.rows[-1]))} |" in page


def test_work_of_children_is_counted(tmp_path: Path) -> None:
    """A shell that only waits for another that works."""
    busy = "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done"
    cost = measured(["sh", "-c", f"sh -c '{busy}'; exit 3"], tmp_path, tmp_path / "log", 60)
    assert cost.cpu > 0.05
    assert cost.status == 3
    assert not cost.cut


def test_a_command_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    cost = measured(["sleep", "60"], tmp_path, tmp_path / "log", 0.1)
    assert cost.cut
    assert cost.wall < 30


def _measure(what: str, size: int, cpu: float, **more: object) -> Measure:
    return Measure(what, size, Cost(cpu, cpu, 100, **{"status": 0, **more}))  # type: ignore[arg-type]


def test_the_table_tells_ratio_and_growth() -> None:
    lines = told(
        [
            *(_measure(FLOOR, 100, 1.0), _measure(FLOOR, 400, 2.0)),
            *(_measure(COLD, 100, 10.0), _measure(COLD, 400, 160.0)),
        ]
    ).splitlines()
    assert lines[0] == "|  | N=100 | N=400 | growth |"
    assert f"| {FLOOR} | 1.00 | 2.00 | 0.50 |" in lines
    assert f"| {COLD} | 10.00 (10.0x) | 160.00 (80.0x) | 2.00 |" in lines


def test_the_table_tells_what_did_not_end_well() -> None:
    lines = told(
        [
            Measure("polars", 1000, None, "tidak terpasang: pip install polars"),
            _measure(FRICTIONLESS, 1000, 2.0, status=1),
            Measure(CHECK, 1000, Cost(420.0, 600.0, 100, -9, cut=True)),
        ]
    ).splitlines()
    assert lines[0] == "| 1,000 rows | CPU s (times frictionless) | peak MB |"
    assert "| polars | tidak terpasang: pip install polars |  |" in lines
    assert f"| {FRICTIONLESS} | failed: exit status 1 |  |" in lines
    assert f"| {CHECK} | > 420: ended after 600 s |  |" in lines
