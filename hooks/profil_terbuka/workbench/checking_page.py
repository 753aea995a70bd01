"""What the checks found, in words, by dataset, each with the way to where it is mended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from starlette.responses import Response

from ..model import codes
from ..model.findings import Finding, Severity
from ..model.messages import message
from ..model.registers import REGISTERS
from ..read.catalog import DATASETS
from ..words.told_findings import ToldFinding, told_in_part
from .bench import Workbench
from .examining import Examined, examination
from .rooms import room_of
from .shelves import shelves
from .showing import Leaf, show_page
from .visits import Visit
from .waiting import waiting_page


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """The findings about one dataset, or about one file that is none; `slug` leads to forms."""

    title: str
    slug: str
    register: bool
    left_open: bool
    told: tuple[ToldFinding, ...]
    more: int


@dataclass(frozen=True, slots=True)
class CheckView:
    """All that was found."""

    errors: int
    suspicions: int
    groups: tuple[FindingGroup, ...]


def check_page(bench: Workbench, visit: Visit) -> Response:
    """Check the agency, and tell what was found."""
    room = room_of(bench, visit, "periksa")
    errand = examination(bench, visit.agency)
    if not errand.wait():
        return waiting_page(bench, room, message("workbench.checking"), errand)
    examined: Examined = errand.outcome()
    titles = {item.slug: item.title for item in shelves(bench.root, visit.agency)}
    groups = tuple(finding_groups(examined.findings, visit.agency, titles))
    wrong = len(examined.errors)
    view = CheckView(wrong, len(examined.findings) - wrong, groups)
    return show_page(bench, room, Leaf("periksa", message("workbench.check")), view)


def finding_groups(
    findings: Iterable[Finding], agency: str, titles: dict[str, str]
) -> Iterator[FindingGroup]:
    """Findings by what they are about; those that stop publication first."""
    by_subject: dict[str, list[Finding]] = {}
    for finding in findings:
        by_subject.setdefault(_subject(finding.place.file, agency), []).append(finding)
    for subject, found in sorted(by_subject.items(), key=lambda item: _is_mild(item[1])):
        ordered = sorted(found, key=lambda finding: finding.code.severity is not Severity.ERROR)
        told = tuple(told_in_part(ordered))
        slug = subject if subject in titles else ""
        yield FindingGroup(
            title=titles.get(subject, subject),
            slug=slug,
            register=slug in REGISTERS,
            left_open=any(finding.code == codes.PLACE_OPEN for finding in found),
            told=told,
            more=len(found) - len(told),
        )


def _is_mild(findings: list[Finding]) -> bool:
    return all(finding.code.severity is not Severity.ERROR for finding in findings)


def _subject(file: str, agency: str) -> str:
    """The dataset that a file belongs to, or the file itself.

    >>> _subject("datasets/kota-a/pkh/pkh.csv", "kota-a")
    'pkh'
    """
    parts = file.split("/")
    inside = parts[:2] == [DATASETS, agency] and len(parts) > 3
    return parts[2] if inside else file
