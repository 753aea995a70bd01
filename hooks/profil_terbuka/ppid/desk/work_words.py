"""What is said of a thing to do: its title, what to do, by when, in which form, who holds it."""

from __future__ import annotations

from collections.abc import Mapping

from ...model.messages import Message, message
from ...words.catalogues import text
from ...words.dates import date
from ..law.states import ObligationState
from .standings import Standing
from .worklist import Effort, TaskKind, WorkTask, day_of_work

_FORMS: Mapping[Effort, Message] = {
    Effort.LINK: message("ppid.work-form-link"),
    Effort.STATEMENT: message("ppid.work-form-statement"),
    Effort.DOCUMENT: message("ppid.work-form-document"),
}
_REVIEWED = message("ppid.work-form-review")


def task_title(task: WorkTask) -> str:
    """The document, with the years that are asked for: 'Neraca, 2025'."""
    years = tuple(map(str, task.years))
    title = task.document.title
    return text(message("ppid.work-title", title=title, years=years)) if years else title


def task_said(task: WorkTask) -> str:
    """What to do, in a sentence."""
    return text(_DONE[task.kind](task))


def due_said(item: Standing) -> str:
    """By when an obligation is to be settled, in words."""
    if item.state is ObligationState.LATE or item.old:
        return text(_overdue(item))
    day = day_of_work(item)
    if day is None:
        return text(message("ppid.work-no-day"))
    name = "ppid.work-advised" if item.advice else "ppid.work-until"
    return text(message(name, date=date(day.isoformat())))


def form_said(task: WorkTask) -> str:
    """In which form it can be handed over."""
    return text(_REVIEWED if task.kind is TaskKind.REVIEW else _FORMS[task.effort])


def holder_said(task: WorkTask) -> str:
    """Who holds it; where nobody has said so, who usually does."""
    if task.holder or not task.unit:
        return task.holder or text(message("ppid.work-nobody"))
    return text(message("ppid.work-usually", unit=task.unit))


def shown_as_of(day: str) -> Message:
    """The day that what is shown is of, where anybody knows it."""
    return message("ppid.work-as-of", date=date(day)) if day else message("ppid.work-date-unknown")


def _overdue(item: Standing) -> Message:
    is_late = item.state is ObligationState.LATE
    if item.since is None:
        return message("ppid.work-undated")
    day = date(item.since.isoformat())
    return message("ppid.work-overdue" if is_late else "ppid.work-old", date=day)


def _publish(task: WorkTask) -> Message:
    return message("ppid.work-publish", expected=task.expected)


def _publish_or_nil(task: WorkTask) -> Message:
    return message("ppid.work-publish-or-nil", expected=task.expected)


def _renew(task: WorkTask) -> Message:
    return message("ppid.work-renew", as_of=shown_as_of(task.date))


def _complete(task: WorkTask) -> Message:
    return message("ppid.work-complete", expected=task.expected)


def _renew_and_complete(task: WorkTask) -> Message:
    return message("ppid.work-renew-complete", as_of=shown_as_of(task.date), expected=task.expected)


def _review(task: WorkTask) -> Message:
    return message("ppid.work-review", as_of=shown_as_of(task.date))


_DONE = {
    TaskKind.PUBLISH: _publish,
    TaskKind.PUBLISH_OR_NIL: _publish_or_nil,
    TaskKind.RENEW: _renew,
    TaskKind.COMPLETE: _complete,
    TaskKind.RENEW_AND_COMPLETE: _renew_and_complete,
    TaskKind.REVIEW: _review,
}
