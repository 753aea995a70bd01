"""The checklist of a year's round: who owes what by when, as text, CSV and a calendar."""

from __future__ import annotations

import datetime
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence

from ...importer.drafting.names import dataset_slug
from ...model.messages import Message, message
from ...system.canonical import csv_text
from ...system.icalendar import CalendarDay, icalendar, product
from ...words.catalogues import text
from .guide import due_words
from .owed import OwedForm, YearRound, earliest
from .standing import YearState


def checklist_text(round_: YearRound) -> str:
    """The checklist for a terminal: the divisions one by one, each dataset a line."""
    return "\n".join(_lines(round_)) + "\n"


def _lines(round_: YearRound) -> Iterator[str]:
    yield text(round_words(round_))
    for division in round_.divisions:
        forms = round_.of(division)
        yield ""
        yield text(message("editing.checklist-division", division=division, count=len(forms)))
        yield from (f"  {text(_line(form))}" for form in forms)
    if round_.unread:
        yield ""
        yield text(message("editing.checklist-unread", datasets=round_.unread))


def round_words(round_: YearRound) -> Message:
    """How far a round is as a whole."""
    counts = _counts(round_.forms)
    return message(
        "editing.checklist",
        agency=round_.agency.name,
        year=str(round_.year),
        done=counts[YearState.DONE],
        partly=counts[YearState.PARTLY],
        missing=counts[YearState.MISSING],
    )


def _counts(forms: Sequence[OwedForm]) -> dict[YearState, int]:
    states = [form.standing.state for form in forms]
    return {state: states.count(state) for state in YearState}


def _line(form: OwedForm) -> Message:
    return message(
        "editing.checklist-line",
        dataset=form.dataset.slug,
        title=form.dataset.title,
        state=standing_words(form),
        due=due_words(form),
    )


def standing_words(form: OwedForm) -> Message:
    """How far a dataset is, in words."""
    standing = form.standing
    if standing.state is YearState.DONE:
        return message("editing.state-done", present=standing.present)
    if standing.state is YearState.PARTLY:
        return message("editing.state-partly", present=standing.present, lacking=standing.lacking)
    return message("editing.state-missing", lacking=standing.lacking)


def checklist_csv(round_: YearRound) -> bytes:
    """The same as a table that Indonesian Excel opens by a double click: a row for each dataset."""
    head = [text(title) for title in _HEAD]
    return BOM_UTF8 + csv_text(head, (_row(form) for form in round_.forms), ";")


_HEAD = (
    message("editing.head-division"),
    message("editing.head-dataset"),
    message("editing.head-title"),
    message("editing.head-former-rows"),
    message("editing.head-present"),
    message("editing.head-lacking"),
    message("editing.head-due"),
    message("editing.head-ground"),
)


def _row(form: OwedForm) -> tuple[str, ...]:
    due = form.due
    return (
        form.division,
        form.dataset.slug,
        form.dataset.title,
        str(former_rows(form)),
        str(form.standing.present),
        str(form.standing.lacking),
        due.day.isoformat() if due else text(message("editing.due-not-set")),
        due.ground if due else "",
    )


def former_rows(form: OwedForm) -> int:
    """How many rows the year before has, all tables together."""
    return sum(len(sheet.asked.rows_of(sheet.former)) for sheet in form.sheets)


def round_calendar(round_: YearRound, today: datetime.date) -> bytes:
    """One entry for each division that still owes something, on the first day it is due."""
    title = text(message("editing.calendar", year=str(round_.year)))
    days = [entry for division in round_.divisions for entry in _entries(round_, division)]
    return icalendar(product(round_.agency.name, title), title, days, today)


def _entries(round_: YearRound, division: str) -> Iterator[CalendarDay]:
    owed = [form for form in round_.of(division) if form.standing.state is not YearState.DONE]
    day = earliest(owed)
    if day is None:
        return
    summary = message(
        "editing.calendar-entry", division=division, year=str(round_.year), count=len(owed)
    )
    yield CalendarDay(
        name=f"profil-terbuka:{round_.agency.slug}:isian-{round_.year}:{dataset_slug(division)}",
        day=day,
        summary=text(summary),
        description="\n".join(f"- {form.dataset.title}: {text(due_words(form))}" for form in owed),
    )
