"""An agency's data and pages are checked, once for each state that they are in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..model.findings import Finding, errors
from ..model.messages import message
from ..pipeline import review
from ..ppid import Openness, is_list_record
from ..read.catalog import DATASETS, REFERENCE
from ..read.manuscripts import PAGES
from ..system.cache import digest
from .bench import Workbench
from .errands import Errand, Tell

RECORDS = frozenset({"alamat.txt", "edisi.csv"})
"""Files about what was published: they change with publishing itself, not before."""
_CHECKING = message("workbench.step-checking")


def is_record(name: str) -> bool:
    """Whether a file tells of what was published."""
    return name in RECORDS or is_list_record(name)


@dataclass(frozen=True, slots=True)
class Examined:
    """What the checks say of an agency."""

    findings: tuple[Finding, ...]
    openness: Openness | None

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What stands against publishing."""
        return errors(self.findings)


def examination(bench: Workbench, agency: str) -> Errand:
    """The check of an agency as it lies there now: under way, or done before."""

    def work(tell: Tell) -> Examined:
        tell(_CHECKING)
        prepared = review(bench.root, agency, bench.cache())
        return Examined(prepared.findings, prepared.openness)

    return bench.errands.begin(f"periksa/{agency}/{state_of(bench.root, agency)}", work)


def state_of(root: Path, agency: str) -> str:
    """Changes whenever a file of the agency does, or one that all share."""
    folders = (f"{DATASETS}/{agency}", f"{DATASETS}/{REFERENCE}", f"{PAGES}/{agency}")
    return digest(*(line for folder in folders for line in _lines(root / folder)))


def state_of_dataset(folder: Path) -> str:
    """Changes whenever a file of a dataset does; of one that is not there it is always the same."""
    return digest(*_lines(folder))


def _lines(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not is_record(path.name):
            told = path.stat()
            yield f"{path} {told.st_mtime_ns} {told.st_size}"
