"""What is measured, in which order: sites of so many datasets, and the check of one long table.

Each site is built in a folder of its own that is thrown away. `cold` is without cache and without
a site that stands already; a site of MkDocs is cold each time, as MkDocs keeps nothing. Once a
build has failed or was cut, what would build upon it is not run.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from . import columnar, floors
from .datasets_made import made_datasets
from .long_table import SLUG, add_long_table
from .measuring import Cost, measured
from .repository_made import (
    ROOT,
    add_datasets,
    agency_folder,
    begin_repository,
    change_one_cell,
    table_of_dataset,
)

FLOOR = "floor: MkDocs + Material, cold"
PEER = f"peer: {floors.PEER_PACKAGE}, cold"
COLD = "ours, cold"
SAME = "ours, nothing changed"
CELL = "ours, one cell changed"
SITES = (FLOOR, PEER, COLD, SAME, CELL)
FRICTIONLESS = "frictionless validate"
CHECK = "ours, make check, cold"
CHECK_AGAIN = "ours, make check, nothing changed"
TABLES = (*columnar.ENGINES, FRICTIONLESS, CHECK, CHECK_AGAIN)
SURROUNDINGS = {"NO_MKDOCS_2_WARNING": "1", "TANGGAL": "2025-06-30"}
"""The day of publication is an input: another one must not make another site."""


@dataclass(frozen=True)
class Measure:
    """What one run of `what` cost with `size` datasets or rows; without cost: `why` it was not."""

    what: str
    size: int
    cost: Cost | None
    why: str = ""

    @property
    def well(self) -> bool:
        """Whether it ran to its end, and found nothing wrong."""
        return self.cost is not None and not self.cost.cut and self.cost.status == 0


@dataclass(frozen=True)
class Bench:
    """Where it is done: `work` is thrown away, `logs` hold what commands told; each command has
    so many `seconds`."""

    work: Path
    logs: Path
    seconds: float

    def run(self, what: str, size: int, folder: Path, *command: str | Path) -> Measure:
        """Measure a module or script of Python in a folder."""
        log = self.logs / f"{what.replace(' ', '-').replace(',', '').replace(':', '')}-{size}.log"
        words = [sys.executable, *command]
        return Measure(what, size, measured(words, folder, log, self.seconds, SURROUNDINGS))


def site_measures(bench: Bench, count: int) -> Iterator[Measure]:
    """Sites of `count` datasets: the floor, the peer, ours."""
    folder = bench.work / f"situs-{count}"
    region = begin_repository(folder)
    datasets = made_datasets(count, region)
    add_datasets(folder, datasets, region)
    build = ("-m", "mkdocs", "build", "--quiet")
    floors.write_floor(bench.work / f"lantai-{count}", datasets)
    yield bench.run(FLOOR, count, bench.work / f"lantai-{count}", *build)
    if find_spec(floors.PEER):
        floors.write_peer(bench.work / f"pembanding-{count}", datasets)
        yield bench.run(PEER, count, bench.work / f"pembanding-{count}", *build)
    else:
        yield _not_installed(PEER, count, floors.PEER_PACKAGE)
    cold = bench.run(COLD, count, folder, "scripts/bangun.py")
    yield cold
    if not cold.well:
        return
    yield bench.run(SAME, count, folder, "scripts/bangun.py")
    change_one_cell(folder, datasets[count // 2].slug)
    yield bench.run(CELL, count, folder, "scripts/bangun.py")


def table_measures(bench: Bench, rows: int) -> Iterator[Measure]:
    """The check of a table of so many rows by columnar engines, by frictionless, by ours."""
    folder = bench.work / f"tabel-{rows}"
    add_long_table(folder, rows, begin_repository(folder))
    table = table_of_dataset(folder, SLUG)
    for engine in columnar.ENGINES:
        if find_spec(engine):
            checking = ("-m", "bench.columnar", engine, table)
            yield bench.run(engine, rows, ROOT / "tests", *checking)
        else:
            yield _not_installed(engine, rows, engine)
    package = agency_folder(folder) / SLUG / "datapackage.json"
    yield bench.run(FRICTIONLESS, rows, folder, "-m", "frictionless", "validate", package)
    cold = bench.run(CHECK, rows, folder, "scripts/periksa.py")
    yield cold
    if cold.well:
        yield bench.run(CHECK_AGAIN, rows, folder, "scripts/periksa.py")


def _not_installed(what: str, size: int, package: str) -> Measure:
    return Measure(what, size, None, f"tidak terpasang: pip install {package}")
