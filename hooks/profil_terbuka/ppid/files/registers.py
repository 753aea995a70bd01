"""Empty registers for the information officer to keep in Excel, ready to print.

What is written in them is personal: they are for the office, never for a site.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from dataclasses import dataclass

import xlsxwriter
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from ...model import Agency, Catalog
from ...model.messages import NOTHING, Message, message
from ...system.row_heights import row_height
from ...words.catalogues import text
from ..law.obligations import read_law
from ..law.site_obligations import SitePart, obligations_of

_MADE = datetime.datetime(2020, 1, 1)
ROWS = 200
"""Prepared lines; Excel adds more by itself."""
_FIRST = 4
"""The first prepared line, from 0: below title, year and two lines of headings."""
_A4 = 9
_GUIDE_WIDTH = 90
_LINE = 15
"""Points of a line."""


@dataclass(frozen=True, slots=True)
class _RegisterColumn:
    """A column of a register, or several below one heading; `choices` are offered in a list."""

    title: Message
    width: int
    below: tuple[Message | str, ...] = ()
    choices: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class _EmptyRegister:
    """What a register is called, its columns, and where these come from."""

    title: Message
    columns: tuple[_RegisterColumn, ...]
    origin: Message


_YES = (message("ppid.register-yes"),)
_NUMBER = _RegisterColumn(message("ppid.register-number"), 8)
_DATE = _RegisterColumn(message("ppid.register-date"), 11)
_PERSON = (
    _RegisterColumn(message("ppid.register-name"), 18),
    _RegisterColumn(message("ppid.register-address"), 22),
    _RegisterColumn(message("ppid.register-contact"), 14),
    _RegisterColumn(message("ppid.register-occupation"), 12),
)
_WANTED = _RegisterColumn(message("ppid.register-wanted"), 26)
_PURPOSE = _RegisterColumn(message("ppid.register-purpose"), 18)
_REQUEST_COLUMNS = (
    _NUMBER,
    _DATE,
    *_PERSON,
    _WANTED,
    _PURPOSE,
    _RegisterColumn(
        message("ppid.register-held"),
        9,
        (message("ppid.register-is-held"), message("ppid.register-not-held")),
        _YES,
    ),
    _RegisterColumn(
        message("ppid.register-form"),
        9,
        (message("ppid.register-printed"), message("ppid.register-file")),
        _YES,
    ),
    _RegisterColumn(
        message("ppid.register-kind"),
        11,
        (message("ppid.register-looking"), message("ppid.register-copying")),
        _YES,
    ),
    _RegisterColumn(
        message("ppid.register-decision"),
        14,
        choices=(
            message("ppid.register-granted"),
            message("ppid.register-granted-in-part"),
            message("ppid.register-refused"),
        ),
    ),
    _RegisterColumn(message("ppid.register-refusal"), 18),
    _RegisterColumn(
        message("ppid.register-days"),
        16,
        (message("ppid.register-told-on"), message("ppid.register-given-on")),
    ),
    _RegisterColumn(
        message("ppid.register-payment"),
        10,
        (message("ppid.register-cost"), message("ppid.register-how")),
    ),
)
_OBJECTION_COLUMNS = (
    _NUMBER,
    _DATE,
    *_PERSON,
    _RegisterColumn(message("ppid.register-request-number"), 12),
    _WANTED,
    _PURPOSE,
    _RegisterColumn(message("ppid.register-reasons"), 5, tuple("abcdefg"), _YES),
    _RegisterColumn(message("ppid.register-superior-decision"), 20),
    _RegisterColumn(message("ppid.register-reply-day"), 13),
    _RegisterColumn(message("ppid.register-superior"), 18),
    _RegisterColumn(message("ppid.register-response"), 16),
)
_RULES = (
    message("ppid.register-rule-office"),
    message("ppid.register-rule-row"),
    message("ppid.register-rule-receipt"),
    message("ppid.register-rule-refusal"),
    message("ppid.register-rule-counts"),
)


def empty_registers(catalog: Catalog) -> dict[str, bytes]:
    """The registers by address."""
    requests = _EmptyRegister(
        message("ppid.register-of-requests"), _REQUEST_COLUMNS, _origin(catalog)
    )
    objections = _EmptyRegister(
        message("ppid.register-of-objections"),
        _OBJECTION_COLUMNS,
        message("ppid.register-unverified"),
    )
    return {
        "ppid/register-permohonan.xlsx": _workbook(requests, catalog.agency),
        "ppid/register-keberatan.xlsx": _workbook(objections, catalog.agency),
    }


def _origin(catalog: Catalog) -> Message:
    """By which regulation the columns of the register of requests are what they are."""
    known = read_law(catalog.reference, catalog.agency.region)
    names = obligations_of(SitePart.REQUEST_REGISTER, catalog.reference)
    found = [known.all[name].law for name in names if known and name in known.all]
    by = message("ppid.register-by", law=found[0]) if found else NOTHING
    return message("ppid.register-origin", by=by)


def _workbook(register: _EmptyRegister, agency: Agency) -> bytes:
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        title = text(register.title)
        book.set_properties({"title": title, "author": agency.name, "created": _MADE})
        _register_sheet(book, register, agency)
        _rules_sheet(book, register)
    return buffer.getvalue()


def _register_sheet(book: Workbook, register: _EmptyRegister, agency: Agency) -> None:
    sheet = book.add_worksheet(text(message("ppid.register-sheet")))
    bold = book.add_format({"bold": True, "font_size": 14})
    sheet.write_string(0, 0, f"{text(register.title)}, {agency.name}", bold)
    sheet.write_string(1, 0, text(message("ppid.register-year")))
    last = _heads(book, sheet, register.columns)
    cell = book.add_format({"border": 1, "text_wrap": True, "valign": "top", "num_format": "@"})
    for row in range(_FIRST, _FIRST + ROWS):
        for column in range(last + 1):
            sheet.write_blank(row, column, None, cell)
    sheet.freeze_panes(_FIRST, 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0, _FIRST - 1)
    sheet.print_area(0, 0, _FIRST - 1 + ROWS, last)
    warning = text(message("ppid.register-warning"))
    sheet.set_header(f"&R{warning}")
    pages = text(message("ppid.sheet-page", page="&P", pages="&N"))
    sheet.set_footer(f"&LPPID &A&R{pages}")


def _heads(book: Workbook, sheet: Worksheet, columns: Sequence[_RegisterColumn]) -> int:
    """Two lines of headings; the number of the last column."""
    style = {"bold": True, "border": 1, "text_wrap": True, "align": "center", "valign": "vcenter"}
    head = book.add_format({**style, "bg_color": "#E7EBF0"})
    at = 0
    for column in columns:
        last = at + max(len(column.below), 1) - 1
        if column.below:
            sheet.merge_range(2, at, 2, last, text(column.title), head)
            for offset, title in enumerate(column.below):
                sheet.write_string(3, at + offset, text(title), head)
        else:
            sheet.merge_range(2, at, 3, at, text(column.title), head)
        sheet.set_column(at, last, column.width)
        if column.choices:
            source = list(map(text, column.choices))
            offer = {"validate": "list", "source": source, "error_type": "warning"}
            sheet.data_validation(_FIRST, at, _FIRST - 1 + ROWS, last, offer)
        at = last + 1
    above = [(text(c.title), c.width * len(c.below)) for c in columns if c.below]
    below = [(_said(title), c.width) for c in columns for title in c.below]
    alone = [(text(c.title), c.width) for c in columns if not c.below]
    lower = row_height(below, bold=True) or _LINE
    upper = row_height(above, bold=True) or _LINE
    sheet.set_row(3, lower)
    sheet.set_row(2, max(upper, (row_height(alone, bold=True) or _LINE) - lower))
    return at - 1


def _said(title: Message | str) -> str:
    return title if isinstance(title, str) else text(title)


def _rules_sheet(book: Workbook, register: _EmptyRegister) -> None:
    sheet = book.add_worksheet(text(message("ppid.register-guide")))
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, _GUIDE_WIDTH)
    for row, rule in enumerate((*_RULES, register.origin)):
        sheet.write_string(row, 0, text(rule), wrapped)
        sheet.set_row(row, row_height([(text(rule), _GUIDE_WIDTH)]))
