"""Measure and tell: make bench [N="50 200 1000"] [BARIS=1000000]

The table goes to standard output, what is being measured to standard error, every figure to
.cache/bench/figures.json, what the commands told to the logs beside it. Exit status 1 when
something failed or was cut.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from .comparing import Bench, Measure, site_measures, table_measures
from .datasets_made import MOST
from .repository_made import ROOT
from .telling import told

KEPT = ROOT / ".cache" / "bench"
SIZES = "50 200 1000"


def main() -> int:
    """Run everything that was asked for, the small sizes first."""
    options = _options()
    KEPT.mkdir(parents=True, exist_ok=True)
    measures: list[Measure] = []
    with tempfile.TemporaryDirectory(prefix="bangku-") as work:
        bench = Bench(Path(work), KEPT, options.seconds)
        for measure in _all(bench, options.sizes, options.rows):
            measures.append(measure)
            _note(measure)
            _keep(measures)
    sys.stdout.write(f"{told(measures)}\n")
    return 0 if all(one.well or one.cost is None for one in measures) else 1


def _all(bench: Bench, sizes: list[int], rows: int) -> Iterator[Measure]:
    for size in sorted(sizes):
        yield from site_measures(bench, size)
    if rows:
        yield from table_measures(bench, rows)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__.splitlines()[0])
    sizes = f"numbers of datasets, at most {MOST} ({SIZES})"
    parser.add_argument("sizes", nargs="?", type=_sizes, default=SIZES, help=sizes)
    rows = "rows of the long table; 0 leaves it out (%(default)s)"
    parser.add_argument("--rows", type=int, default=1_000_000, help=rows)
    seconds = "after which a single command is ended (%(default)s)"
    parser.add_argument("--seconds", type=float, default=600, help=seconds)
    return parser.parse_args()


def _sizes(told: str) -> list[int]:
    """'50 200' as numbers; what is none, or has no titles, is refused by argparse."""
    sizes = [int(word) for word in told.split() or SIZES.split()]
    if not all(0 < size <= MOST for size in sizes):
        raise ValueError(told)
    return sizes


def _note(measure: Measure) -> None:
    cost = measure.cost
    said = f"{cost.cpu:.2f} s CPU, {cost.wall:.1f} s, {cost.peak:.0f} MB" if cost else measure.why
    unwell = f", exit status {cost.status}: {KEPT}" if cost and cost.status else ""
    sys.stderr.write(f"{measure.size} {measure.what}: {said}{unwell}\n")


def _keep(measures: list[Measure]) -> None:
    """Everything so far, so that whoever stops a long run keeps what it found."""
    figures = {
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "measures": [asdict(measure) for measure in measures],
    }
    (KEPT / "figures.json").write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
