"""ppid/dip/: the public-information list as a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model.messages import message
from ...model.products import GeneratedPage
from ...words.catalogues import text
from ..desk.openness import Openness
from ..desk.public_list import FORMS, GROUPS, DipEntry
from .desk_page import LIST, desk_page


@dataclass(frozen=True, slots=True)
class ListRow:
    """An entry of the list, and the forms in which it can be had, in words."""

    entry: DipEntry
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListGroup:
    """One of the law's three groups, and what is in it."""

    name: str
    title: str
    rows: tuple[ListRow, ...]


@dataclass(frozen=True)
class ListView:
    """What dip.html shows."""

    openness: Openness
    groups: tuple[ListGroup, ...]
    unfilled: tuple[str, ...]
    """Statutory columns that some rows leave empty, each with how many."""


def list_page(openness: Openness) -> GeneratedPage:
    """The three groups of the law, each as a table that a phone shows as cards."""
    groups = tuple(
        ListGroup(name, text(title), tuple(map(_row, openness.listed.group(name))))
        for name, title in GROUPS.items()
    )
    description = message("ppid.list-about", agency=openness.agency.name)
    view = ListView(openness, groups, tuple(_unfilled(openness)))
    return desk_page(LIST, message("ppid.public-list"), description, view)


def _unfilled(openness: Openness) -> Iterator[str]:
    for column, count in openness.listed.unfilled.items():
        yield text(
            message(
                "ppid.list-unfilled",
                column=column.title,
                count=count,
                all=len(openness.listed.entries),
            )
        )


def _row(entry: DipEntry) -> ListRow:
    forms = (text(title).lower() for name, (_, title) in FORMS.items() if entry.cells[name])
    return ListRow(entry, tuple(forms))
