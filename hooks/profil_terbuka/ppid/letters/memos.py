"""The memo by which the information officer asks a unit for documents."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...importer import dataset_slug
from ...importer.reasons import Unusable
from ...model.messages import message
from ...words.catalogues import text
from ...words.dates import date
from ..desk.work_words import due_said, form_said, task_said
from ..desk.worklist import WorkTask
from ..law.words import law_in_words
from ..law.workdays import WorkCalendar
from .content import Copies, FactLines, Letter, Listing, Said, SignedBy
from .letterhead import Office
from .open import to_check, to_fill
from .pieces import OFFICER, fact, signature, workday_after

_WORKING_DAYS = 10
"""By when documents are asked for where nobody says a day: a proposal that no rule makes."""
_SHARES = (2, 10, 6, 17, 6, 12, 9)


@dataclass(frozen=True, slots=True)
class MemoDays:
    """The day of a memo, the day documents are wanted by (None: nobody has said), working days."""

    today: datetime.date
    until: datetime.date | None
    calendar: WorkCalendar


def tasks_of_unit(tasks: Iterable[WorkTask], unit: str) -> tuple[WorkTask, ...]:
    """What is asked of a unit, whether it is named or only usual; however capitals are written.

    Raises Unusable, with all units that something is asked of, where it is none of them. Without a
    name it is the only unit there is.
    """
    by_unit: dict[str, list[WorkTask]] = {}
    for task in tasks:
        by_unit.setdefault(task.unit, []).append(task)
    by_unit.pop("", None)
    if not by_unit:
        raise Unusable(message("letters.nothing-to-ask"))
    if not unit and len(by_unit) == 1:
        return tuple(next(iter(by_unit.values())))
    wanted = unit.casefold().strip()
    found = next((name for name in by_unit if name.casefold() == wanted), None)
    if found is None:
        known = tuple(sorted(by_unit))
        name = "letters.no-such-unit" if unit else "letters.name-the-unit"
        raise Unusable(message(name, unit=unit, known=known))
    return tuple(by_unit[found])


def document_request(tasks: Sequence[WorkTask], office: Office, days: MemoDays) -> Letter:
    """Asks one unit for documents: which, of what time, by which rule, in which form, by when."""
    unit = tasks[0].unit
    heading = (
        fact(message("letters.memo-to"), unit),
        fact(message("letters.memo-from"), office.post),
        fact(message("letters.memo-day"), date(days.today.isoformat())),
        fact(message("letters.head-number"), to_fill(message("letters.hint-number"))),
        fact(message("letters.head-urgency"), text(message("letters.usual"))),
        fact(message("letters.head-enclosed"), text(message("letters.nothing-enclosed"))),
        fact(message("letters.head-subject"), text(message("letters.subject-memo"))),
    )
    signed = SignedBy((((f"{office.post},",), signature(to_fill(OFFICER))),))
    return Letter(
        stem=text(message("letters.stem-memo", unit=dataset_slug(unit))),
        head=office.head,
        title=(text(message("letters.title-memo")),),
        blocks=(
            FactLines(heading),
            Said(text(message("letters.memo-opening", agency=office.agency, where=_where(tasks)))),
            _documents(tasks),
            Said(text(message("letters.memo-until", until=_until(days)))),
            Said(text(message("letters.memo-form"))),
            Said(text(message("letters.memo-absent"))),
            Said(text(message("letters.closing"))),
            signed,
            Copies((office.superior,)),
        ),
    )


def _where(tasks: Sequence[WorkTask]) -> str:
    """That the unit holds these documents; marked where nobody has said so."""
    unit = tasks[0].unit
    if all(task.holder for task in tasks):
        return text(message("letters.memo-held", unit=unit))
    usual = text(message("letters.memo-usually", unit=unit))
    return to_check(usual, message("letters.hint-holder-open"))


def _documents(tasks: Sequence[WorkTask]) -> Listing:
    return Listing(
        heads=(
            text(message("letters.head-row")),
            text(message("letters.memo-document")),
            text(message("letters.memo-period")),
            text(message("letters.memo-asked")),
            text(message("letters.memo-as")),
            text(message("letters.head-basis")),
            text(message("letters.memo-due")),
        ),
        rows=tuple(
            (
                str(number),
                task.document.title,
                _period(task),
                task_said(task),
                form_said(task),
                "; ".join(map(law_in_words, task.bases)),
                due_said(task.first),
            )
            for number, task in enumerate(tasks, start=1)
        ),
        shares=_SHARES,
    )


def _period(task: WorkTask) -> str:
    """The years that are asked for, else the newest there is."""
    if task.years:
        return text(message("letters.memo-years", years=tuple(map(str, task.years))))
    return text(message("letters.memo-newest"))


def _until(days: MemoDays) -> str:
    """The day that was said; else one that is proposed, and marked so."""
    if days.until:
        return date(days.until.isoformat())
    proposed = workday_after(days.calendar, days.today, _WORKING_DAYS)
    return to_check(proposed, message("letters.hint-proposed", days=_WORKING_DAYS))
