"""What is left to do as a sheet to print, to hand round, to tick off."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from ...catalogues.satu_data.form_book import ListPage, form_book
from ...model.messages import message
from ...words.catalogues import text
from ...words.dates import date
from ..desk.openness import Openness
from ..desk.work_words import due_said, form_said, holder_said, task_said, task_title
from ..desk.worklist import WorkTask
from ..law.words import demand_name, state_name

NAME = "daftar-kerja.xlsx"
_HEADS = (
    (message("ppid.work-head-number"), 5),
    (message("ppid.work-head-holder"), 20),
    (message("ppid.work-head-document"), 24),
    (message("ppid.work-head-task"), 42),
    (message("ppid.work-head-form"), 12),
    (message("ppid.work-head-due"), 16),
    (message("ppid.work-head-basis"), 20),
    (message("ppid.work-head-state"), 14),
    (message("ppid.work-head-done"), 10),
)
"""Headings and widths; the last column is the office's own."""


def worklist_sheet(openness: Openness) -> bytes:
    """XLSX bytes: everything in the order of work, with room to tick off."""
    title = text(message("ppid.worklist"))
    made = datetime.datetime.combine(openness.day, datetime.time())
    return form_book((worklist_list(openness),), title, openness.agency.name, made)


def worklist_list(openness: Openness) -> ListPage:
    """The sheet itself."""
    day = date(openness.day.isoformat())
    return ListPage(
        name=text(message("ppid.worklist")),
        title=text(message("ppid.worklist")),
        heads=_HEADS,
        rows=tuple(_rows(openness.tasks)),
        lines=(openness.agency.name, text(message("ppid.as-of", date=day))),
    )


def _rows(tasks: Iterable[WorkTask]) -> Iterator[tuple[str, ...]]:
    for number, task in enumerate(tasks, start=1):
        yield (
            str(number),
            holder_said(task),
            task_title(task),
            task_said(task),
            form_said(task),
            due_said(task.first),
            "; ".join(task.bases),
            f"{state_name(task.first.state)}; {demand_name(task.demand).lower()}",
            "",
        )
