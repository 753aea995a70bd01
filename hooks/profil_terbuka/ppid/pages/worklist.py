"""ppid/daftar-kerja/: for staff, what is left to do, by who holds it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...model.messages import message
from ...model.products import GeneratedPage
from ...words.catalogues import text
from ..desk.openness import Openness
from ..desk.standings import ObligationEvidence
from ..desk.work_words import due_said, form_said, holder_said, task_said, task_title
from ..desk.worklist import FIRST_STEPS, WorkTask
from ..law.words import demand_name, state_name
from .desk_page import WORKLIST, desk_page

UNNAMED = "belum-ditetapkan"
"""The anchor of what nobody is named for."""


@dataclass(frozen=True, slots=True)
class WorkRow:
    """A thing to do in words; `anchor` is where it stands on the page."""

    task: WorkTask
    anchor: str
    title: str
    said: str
    form: str
    holder: str
    due: str
    state: str
    demand: str
    evidence: tuple[ObligationEvidence, ...]

    @property
    def facets(self) -> tuple[tuple[str, ...], str]:
        """By what the rows are filtered: whom to ask, and what is asked of the agency."""
        units = (self.task.holder,) if self.task.holder else self.task.usual
        return units, self.demand


@dataclass(frozen=True, slots=True)
class HolderGroup:
    """What one unit has to do or to hand over; `named`: the register of custody names it."""

    title: str
    anchor: str
    named: bool
    rows: tuple[WorkRow, ...]


@dataclass(frozen=True)
class WorkPageView:
    """What daftar-kerja.html shows; `late` is how many rows are late."""

    openness: Openness
    late: int
    first: tuple[WorkRow, ...]
    groups: tuple[HolderGroup, ...]


def worklist_page(openness: Openness) -> GeneratedPage:
    """The first steps, then everything by its holder; what nobody is named for comes last."""
    rows = tuple(_rows(openness.tasks))
    view = WorkPageView(
        openness=openness,
        late=sum(row.task.late for row in rows),
        first=rows[:FIRST_STEPS],
        groups=tuple(_groups(rows)),
    )
    description = message("ppid.worklist-about", agency=openness.agency.name)
    return desk_page(WORKLIST, message("ppid.worklist"), description, view)


def _rows(tasks: Iterable[WorkTask]) -> Iterator[WorkRow]:
    """A document of which several units hold a part stands once for each of them."""
    times: Counter[str] = Counter()
    for task in tasks:
        name = task.document.name
        times[name] += 1
        again = f"-{times[name]}" if times[name] > 1 else ""
        yield _row(f"dokumen-{name}{again}", task)


def _row(anchor: str, task: WorkTask) -> WorkRow:
    shown = {found.item.title: found for item in task.standings for found in item.evidence}
    return WorkRow(
        task=task,
        anchor=anchor,
        title=task_title(task),
        said=task_said(task),
        form=form_said(task),
        holder=holder_said(task),
        due=due_said(task.first),
        state=state_name(task.first.state),
        demand=demand_name(task.demand),
        evidence=tuple(shown.values()),
    )


def _groups(rows: Iterable[WorkRow]) -> list[HolderGroup]:
    shared: dict[str, list[WorkRow]] = {}
    for row in rows:
        shared.setdefault(row.task.holder, []).append(row)
    named = [
        HolderGroup(unit, f"pemegang-{number}", named=True, rows=tuple(shared[unit]))
        for number, unit in enumerate(sorted(filter(None, shared)), start=1)
    ]
    if "" not in shared:
        return named
    title = text(message("ppid.work-unnamed"))
    return [*named, HolderGroup(title, UNNAMED, named=False, rows=tuple(shared[""]))]
