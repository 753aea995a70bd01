"""What is published and refers to what is not published yet (`terbit`).

It would lead nowhere, or show figures before their day; so it is told, with the day, at its line.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..model import Catalog, Dataset, Manuscript, codes
from ..model.embargo import Waiting
from ..model.findings import Finding, Place
from ..model.messages import Message, message
from ..model.registers import REGISTERS
from ..read.agency import NAME as AGENCY_FILE
from ..read.catalog import DATASETS
from ..read.located import texts
from ..read.manuscripts import EMBARGO, HOME, address
from ..words.dates import date
from .text_cells import text_cells

_LINK = re.compile(r"\]\(\s*<?([^)\s>#?]+)")


def references_to_waiting(
    catalog: Catalog, pages: Iterable[Manuscript], waiting: Sequence[Waiting]
) -> Iterator[Finding]:
    """A finding for each place in what is published that names what waits.

    A dataset of which an older edition is published is there: nothing that names it is wrong.
    """
    pages = tuple(pages)
    for item in waiting:
        if not item.path and not item.replaces:
            named = _Named.of(item.slug)
            for reference in _references_of_agency(catalog):
                if named.begins(reference):
                    identity = Place(f"{DATASETS}/{catalog.agency.slug}/{AGENCY_FILE}")
                    yield _finding(identity, reference, item, message("check.awaited-leave-out"))
        yield from _naming(catalog.datasets, pages, item)


def references_too_early(
    catalog: Catalog, pages: Iterable[Manuscript], waiting: Sequence[Waiting]
) -> Iterator[Finding]:
    """The same for what waits itself, and names what waits for a later day than its own.

    `catalog` and `pages` are those of a site in which all of it is. Without this it would be told
    on its day alone, when nobody is there.
    """
    days = {item.day for item in waiting}
    early = [dataset for dataset in catalog.datasets if dataset.embargo in days]
    waiting_pages = [page for page in pages if page.embargo in days]
    for item in waiting:
        datasets = [dataset for dataset in early if dataset.embargo < item.day]
        yield from _naming(
            datasets, [page for page in waiting_pages if page.embargo < item.day], item
        )


def _naming(
    datasets: Iterable[Dataset], pages: Iterable[Manuscript], item: Waiting
) -> Iterator[Finding]:
    """What of these names an item that waits."""
    if item.path:
        yield from _links(pages, item)
    elif not item.replaces:
        yield from _of_dataset(datasets, pages, item)


def _of_dataset(
    datasets: Iterable[Dataset], pages: Iterable[Manuscript], item: Waiting
) -> Iterator[Finding]:
    named = _Named.of(item.slug)
    for page in pages:
        for number, line in enumerate(page.text.splitlines(), start=1):
            if found := named.on_page(line):
                yield _finding(Place(page.file, number), found, item, _mend(page, item))
    for dataset in datasets:
        for _, _, text in texts(dataset.descriptor):
            if named.table(text) or named.leads(text):
                remedy = message("check.awaited-leave-out")
                yield _finding(Place(dataset.file), text, item, remedy)
        register = dataset.slug in REGISTERS
        for table in dataset.tables:
            for place, text in text_cells(table, named.in_register if register else named.leads):
                yield _finding(place, text, item, message("check.awaited-row"))


def _references_of_agency(catalog: Catalog) -> Iterator[str]:
    """What instansi.yml takes from datasets."""
    agency = catalog.agency
    yield from (figure.reference for figure in agency.figures)
    yield from (said.table for said in agency.standards)
    if agency.charter:
        yield agency.charter.table


def _links(pages: Iterable[Manuscript], item: Waiting) -> Iterator[Finding]:
    """Links to a page that waits, by its path or its address."""
    for page in pages:
        folder = posixpath.dirname(page.path)
        for number, line in enumerate(page.text.splitlines(), start=1):
            for target in _LINK.findall(line):
                led = posixpath.normpath(posixpath.join(folder, target))
                if led in (item.path, address(item.path).rstrip("/")):
                    yield _finding(Place(page.file, number), target, item, _mend(page, item))


def _mend(page: Manuscript, item: Waiting) -> Message:
    """A page may wait as well; the front page cannot."""
    if page.path == HOME:
        return message("check.awaited-leave-out")
    return message("check.awaited-on-page", line=f"{EMBARGO}: {item.day}")


def _finding(place: Place, named: str, item: Waiting, remedy: Message) -> Finding:
    said = message("check.awaited", reference=named, title=item.title, day=date(item.day))
    return Finding(codes.REFERENCE_AWAITED, place, said, remedy)


@dataclass(frozen=True, slots=True)
class _Named:
    """The ways in which a dataset is named."""

    slug: str
    _directive: re.Pattern[str]
    _address: re.Pattern[str]

    @classmethod
    def of(cls, slug: str) -> _Named:
        name = re.escape(slug)
        directive = rf"\{{\{{\s*[a-z]+\s*:\s*(?:[^}}]*?[\s=])?[\"']?({name})(?=[/\s\"'}}])"
        return cls(slug, re.compile(directive), re.compile(rf"(?<![\w-])data/{name}(?![\w-])"))

    def on_page(self, line: str) -> str:
        """What names it on a line of a page; '' where nothing does."""
        if found := self._directive.search(line):
            return found[0].lstrip("{ ")
        return f"data/{self.slug}/" if self._address.search(line) else ""

    def begins(self, reference: str) -> bool:
        """Whether a reference is to it: 'pkh tahun=2024', 'pkh/pkh'."""
        return re.split(r"[/\s]", reference.strip(), maxsplit=1)[0] == self.slug

    def table(self, text: str) -> bool:
        """Whether a text is the name of one of its tables, as rules of other datasets write it."""
        return re.fullmatch(rf"{re.escape(self.slug)}/[a-z0-9-]+", text) is not None

    def leads(self, text: str) -> bool:
        """Whether a text holds its address."""
        return self._address.search(text) is not None

    def in_register(self, text: str) -> bool:
        """Whether a cell of a register names it, or leads there."""
        return text == self.slug or self.leads(text)
