"""What assessments ask, as a workbook to work in: evidence with its links, and room for notes.

No score: the weights are not known, and people judge.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from ...model import Agency
from ...model.messages import Message, message
from ...words.catalogues import text
from ...words.dates import date
from ..desk.indicators import Indicator
from ..desk.openness import Openness
from ..law.words import state_name
from .monev_evidence import EvidenceFile

_COLUMNS: tuple[tuple[Message, int], ...] = (
    (message("ppid.monev-number"), 5),
    (message("ppid.monev-group"), 16),
    (message("ppid.monev-question"), 46),
    (message("ppid.monev-evidence"), 30),
    (message("ppid.monev-link"), 36),
    (message("ppid.monev-date"), 12),
    (message("ppid.monev-states"), 24),
    (message("ppid.monev-lacking"), 34),
    (message("ppid.monev-notes"), 30),
)
"""Headings and widths; the last column is the office's own."""
_BESIDE = (message("ppid.monev-file"), 30)
"""The column of what lies beside the workbook, behind that of links, where something does."""
_LINK = 4
_FIRST = 4
"""From 0: the row of the headings, below title, agency and day."""
_LONGEST_NAME = 31
_NOT_IN_NAMES = str.maketrans("[]:*?/\\", "       ")
_LINE, _HIGHEST = 14, 400
_A4 = 9


Line = tuple[str, ...]
"""A question with one of its pieces of evidence, or with none; a text for each column."""
_Names = Mapping[tuple[str, str], str]
"""Question and address -> the name of the file beside the workbook."""


def monev_sheet(openness: Openness, beside: Iterable[EvidenceFile] = ()) -> bytes:
    """XLSX bytes: a sheet for each assessment, A4 landscape, one page wide.

    `beside` are the files that lie in the same folder as the workbook: it links them as well.
    """
    names = {(file.indicator, file.address): file.name for file in beside}
    columns = (*_COLUMNS[: _LINK + 1], _BESIDE, *_COLUMNS[_LINK + 1 :]) if names else _COLUMNS
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        moment = datetime.datetime.combine(openness.day, datetime.time())
        title = text(message("ppid.indicators"))
        book.set_properties({"title": title, "author": openness.agency.name, "created": moment})
        styles = _Styles(book)
        for number, (source, asked) in enumerate(_by_source(openness), start=1):
            page = book.add_worksheet(_sheet_name(number, source))
            lines = list(_lines(asked, openness.agency, names))
            _write(page, _Listed(source, columns, lines), styles, openness)
    return buffer.getvalue()


class _Styles:
    """The few formats of the sheets."""

    def __init__(self, book: Workbook) -> None:
        cell = {"text_wrap": True, "valign": "top", "border": 1, "font_size": 10}
        self.title: Format = book.add_format({"bold": True, "font_size": 14})
        self.plain: Format = book.add_format({"font_size": 10})
        self.head: Format = book.add_format({**cell, "bold": True, "bg_color": "#e4e9ee"})
        self.text: Format = book.add_format({**cell, "num_format": "@"})
        self.own: Format = book.add_format({**cell, "num_format": "@", "bg_color": "#fff9d6"})
        link = {"font_color": "#0b4f8a", "underline": 1}
        self.link: Format = book.add_format({**cell, **link})


def _by_source(openness: Openness) -> Iterator[tuple[str, list[Indicator]]]:
    for source in dict.fromkeys(item.source for item in openness.indicators):
        yield source, [item for item in openness.indicators if item.source == source]


def _sheet_name(number: int, source: str) -> str:
    """A name that Excel takes, and no other sheet has.

    >>> _sheet_name(2, "Monev KI Pusat: Kuesioner Penilaian Mandiri")
    '2 Monev KI Pusat  Kuesioner'
    """
    words = f"{number} {source.translate(_NOT_IN_NAMES)}"
    return words if len(words) <= _LONGEST_NAME else words[:_LONGEST_NAME].rsplit(" ", 1)[0]


def _lines(asked: list[Indicator], agency: Agency, names: _Names) -> Iterator[Line]:
    for number, item in enumerate(asked, start=1):
        states = tuple(dict.fromkeys(state_name(found.state) for found in item.standings))
        told = "; ".join(states) or text(message("ppid.monev-not-on-site"))
        head = (str(number), item.group, item.question)
        for found in item.evidence:
            shown = found.item
            when = date(shown.date) if shown.date else ""
            link = _whole(shown.address, agency)
            beside = (names.get((item.name, shown.address), ""),) if names else ()
            yield (*head, shown.title, link, *beside, when, told, found.lacking, "")
        if not item.evidence:
            wanted = text(message("ppid.monev-would-show", expected=item.expected))
            beside = ("",) if names else ()
            yield (*head, "", "", *beside, "", told, wanted if item.expected else "", "")


def _whole(address: str, agency: Agency) -> str:
    """The whole address where the site knows its own."""
    is_own = bool(agency.site_url and address) and "://" not in address
    return f"{agency.root}{address}" if is_own else address


@dataclass(frozen=True, slots=True)
class _Listed:
    """A sheet: what it is called, its headings and widths, its lines."""

    source: str
    columns: tuple[tuple[Message, int], ...]
    lines: list[Line]


def _write(page: Worksheet, listed: _Listed, styles: _Styles, openness: Openness) -> None:
    lines, columns = listed.lines, listed.columns
    page.write_string(0, 0, listed.source, styles.title)
    page.write_string(1, 0, openness.agency.name, styles.plain)
    told = text(message("ppid.monev-as-of", date=date(openness.day.isoformat())))
    page.write_string(2, 0, told, styles.plain)
    widths = [width for _, width in columns]
    for at, (heading, width) in enumerate(columns):
        page.write_string(_FIRST, at, text(heading), styles.head)
        page.set_column(at, at, width)
    for row, line in enumerate(lines, start=_FIRST + 1):
        for at, cell in enumerate(line):
            if at == _LINK and "://" in cell:
                page.write_url(row, at, cell, styles.link, cell)
            elif cell and columns[at] == _BESIDE:
                page.write_url(row, at, f"external:{cell}", styles.link, cell)
            else:
                own = at == len(columns) - 1
                page.write_string(row, at, cell, styles.own if own else styles.text)
        high = max(ceil(len(cell) / width) for cell, width in zip(line, widths, strict=True))
        page.set_row(row, min(max(high, 1) * _LINE, _HIGHEST))
    page.autofilter(_FIRST, 0, _FIRST + len(lines), len(columns) - 1)
    page.freeze_panes(_FIRST + 1, 0)
    page.repeat_rows(_FIRST)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.set_footer("&C&P / &N")
