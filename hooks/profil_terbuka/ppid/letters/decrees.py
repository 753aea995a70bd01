"""Decisions on the list of public information and on that of what is kept back, lists annexed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from ...model.messages import Message, message
from ...words.catalogues import text
from ..desk.exemptions import Exemption
from ..desk.public_list import FORMS, GROUPS, PublicList
from .content import Block, Clauses, Copies, Letter, Listing, NewSheet, Said
from .letterhead import Office
from .open import to_fill, told_or_open
from .pieces import day_said, decree_title, laws, signed_decree
from .sheets import consequences, exemption_ground, valid_until

_SHARES = {
    "nomor": 2,
    "jenis": 6,
    "ringkasan": 9,
    "penguasa": 5,
    "penanggung_jawab": 5,
    "waktu_tempat": 4,
    "retensi": 4,
}
"""The columns that stand in the annexed list, and their shares of its width."""
_FORM_SHARE = 4
_HINTS = {
    "penanggung_jawab": message("letters.hint-responsible"),
    "retensi": message("letters.hint-retention"),
}


def public_list_decree(listed: PublicList, office: Office, year: int) -> Letter:
    """The decision that lays down the list of public information, with the list."""
    decided = (
        text(message("letters.list-decided", agency=office.agency, year=str(year))),
        text(message("letters.list-served")),
        text(message("letters.list-renewed")),
        text(message("letters.in-force")),
    )
    about = message("letters.title-list", agency=office.agency, year=str(year))
    return Letter(
        stem=text(message("letters.stem-list", year=str(year))),
        head=office.head,
        title=decree_title(office, about),
        blocks=(
            *_decided(office, message("letters.list-considered"), decided),
            _annex(office, about),
            *_list(listed),
            signed_decree(office, day_said(None)),
        ),
    )


def exempt_list_decree(
    entries: Sequence[Exemption], office: Office, today: datetime.date
) -> Letter:
    """The decision that lays down what is kept back, with the list of it."""
    year = str(today.year)
    decided = (
        text(message("letters.exempt-decided", agency=office.agency, year=year)),
        text(message("letters.exempt-opened")),
        text(message("letters.exempt-reviewed")),
        text(message("letters.in-force")),
    )
    about = message("letters.title-exempt", agency=office.agency, year=year)
    return Letter(
        stem=text(message("letters.stem-exempt", year=year)),
        head=office.head,
        title=decree_title(office, about),
        blocks=(
            *_decided(office, message("letters.exempt-considered"), decided),
            _annex(office, about),
            _exempt_list(entries),
            signed_decree(office, day_said(None)),
        ),
    )


_PLACES = (
    message("letters.first"),
    message("letters.second"),
    message("letters.third"),
    message("letters.fourth"),
)


def _decided(office: Office, considered: Message, decided: Sequence[str]) -> tuple[Block, ...]:
    """A decision from what it considers to its signature."""
    considering = (("a.", text(considered)), ("b.", text(message("letters.therefore"))))
    clauses = tuple(zip(map(text, _PLACES), decided, strict=True))
    return (
        Clauses(text(message("letters.considering")), considering),
        Clauses(text(message("letters.regarding")), laws(office)),
        Said(text(message("letters.decides")), bold=True, centred=True),
        Clauses(text(message("letters.ordaining")), clauses),
        signed_decree(office, day_said(None)),
        Copies((office.superior, office.commission)),
    )


def _annex(office: Office, about: Message) -> NewSheet:
    number = to_fill(message("letters.hint-number"))
    day = day_said(None)
    return NewSheet(
        (
            text(message("letters.annex")),
            text(message("letters.decree-of", post=office.post)),
            text(message("letters.annex-number", number=number, day=day)),
            text(about).upper(),
        )
    )


def _list(listed: PublicList) -> Iterator[Block]:
    """The list in the law's three groups; forms in which it can be had stand in one column."""
    titles = {column.name: column.title for column in listed.columns}
    heads = [titles[name] for name in _SHARES if name in titles]
    forms = [name for name in FORMS if name in titles]
    above = next((column.above for column in listed.columns if column.name in forms), "")
    for letter, (group, title) in zip("ABC", GROUPS.items(), strict=True):
        entries = listed.group(group)
        yield Said(f"{letter}. {text(title)}", bold=True)
        if not entries:
            yield Said(text(message("letters.none-yet")))
            continue
        rows = tuple(
            (
                *(_cell(name, entry.cells[name]) for name in _SHARES if name in titles),
                ", ".join(text(FORMS[name][1]) for name in forms if entry.cells[name]),
            )
            for entry in entries
        )
        shares = tuple(share for name, share in _SHARES.items() if name in titles)
        yield Listing((*heads, above), rows, (*shares, _FORM_SHARE))


def _cell(column: str, told: str) -> str:
    """What stands in a column of the list; none of them may be empty by law."""
    hint = _HINTS.get(column, message("letters.hint-cell"))
    return told_or_open(told, hint)


def _exempt_list(entries: Sequence[Exemption]) -> Listing:
    """What is kept back, each once however many tables it concerns."""
    once = {entry.decision: entry for entry in entries}
    return Listing(
        heads=(
            text(message("letters.head-row")),
            text(message("letters.head-information")),
            text(message("letters.head-basis")),
            text(message("letters.fact-reason")),
            text(message("letters.head-opened")),
            text(message("letters.head-closed")),
            text(message("letters.head-test")),
            text(message("letters.head-until")),
        ),
        rows=tuple(
            (
                str(number),
                entry.information,
                exemption_ground(entry),
                entry.reason,
                *consequences(entry),
                _test(entry),
                valid_until(entry),
            )
            for number, entry in enumerate(once.values(), start=1)
        ),
        shares=(2, 6, 6, 7, 6, 6, 5, 5),
    )


def _test(entry: Exemption) -> str:
    if not (entry.tested_on and entry.test_number):
        return to_fill(message("letters.hint-test"))
    day = day_said(datetime.date.fromisoformat(entry.tested_on))
    return text(message("letters.test", number=entry.test_number, day=day))
