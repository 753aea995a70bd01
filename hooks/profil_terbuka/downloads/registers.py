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

from ..model import Agency
from ..model.messages import Message, message
from ..words.catalogues import text

_MADE = datetime.datetime(2020, 1, 1)
ROWS = 200
"""Prepared lines; Excel adds more by itself."""
_A4 = 9


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of a register, or several below one heading; `choices` are offered in a list."""

    title: Message
    width: int
    below: tuple[Message | str, ...] = ()
    choices: tuple[Message | str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Register:
    title: Message
    columns: tuple[_Column, ...]
    remark: Message


_YES = message("downloads.register-yes")
_PERSON = (
    _Column(message("downloads.register-name"), 18),
    _Column(message("downloads.register-address"), 22),
    _Column(message("downloads.register-contact"), 14),
    _Column(message("downloads.register-occupation"), 12),
)
_REQUESTS = _Register(
    message("downloads.requests"),
    (
        _Column(message("downloads.register-number"), 8),
        _Column(message("downloads.register-date"), 11),
        *_PERSON,
        _Column(message("downloads.register-wanted"), 26),
        _Column(message("downloads.register-purpose"), 18),
        _Column(
            message("downloads.register-held"),
            9,
            (message("downloads.register-is-held"), message("downloads.register-is-not-held")),
            (_YES,),
        ),
        _Column(
            message("downloads.register-form"),
            9,
            (message("downloads.register-on-paper"), message("downloads.register-as-file")),
            (_YES,),
        ),
        _Column(
            message("downloads.register-kind"),
            11,
            (message("downloads.register-to-see"), message("downloads.register-to-copy")),
            (_YES,),
        ),
        _Column(
            message("downloads.register-decision"),
            14,
            (),
            (
                message("downloads.register-granted"),
                message("downloads.register-granted-in-part"),
                message("downloads.register-refused"),
            ),
        ),
        _Column(message("downloads.register-why-refused"), 18),
        _Column(
            message("downloads.register-days"),
            13,
            (message("downloads.register-day-told"), message("downloads.register-day-given")),
        ),
        _Column(
            message("downloads.register-cost"),
            10,
            (message("downloads.register-amount"), message("downloads.register-how-paid")),
        ),
    ),
    message("downloads.requests-remark"),
)
_OBJECTIONS = _Register(
    message("downloads.objections"),
    (
        _Column(message("downloads.register-number"), 8),
        _Column(message("downloads.register-date"), 11),
        *_PERSON,
        _Column(message("downloads.register-request-number"), 12),
        _Column(message("downloads.register-wanted"), 26),
        _Column(message("downloads.register-purpose"), 18),
        _Column(message("downloads.register-objection"), 5, tuple("abcdefg"), (_YES,)),
        _Column(message("downloads.register-superior-decision"), 20),
        _Column(message("downloads.register-day-answered"), 13),
        _Column(message("downloads.register-superior"), 18),
        _Column(message("downloads.register-answer"), 16),
    ),
    message("downloads.objections-remark"),
)
_REGISTERS = {
    "ppid/register-permohonan.xlsx": _REQUESTS,
    "ppid/register-keberatan.xlsx": _OBJECTIONS,
}
_RULES = (
    message("downloads.rule-personal"),
    message("downloads.rule-one-row"),
    message("downloads.rule-number"),
    message("downloads.rule-refusal"),
    message("downloads.rule-counts-only"),
)


def registers(agency: Agency) -> dict[str, bytes]:
    """The registers by address."""
    return {name: _workbook(register, agency) for name, register in _REGISTERS.items()}


def _workbook(register: _Register, agency: Agency) -> bytes:
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties(
            {"title": text(register.title), "author": agency.name, "created": _MADE}
        )
        _register_sheet(book, register, agency)
        _rules_sheet(book, register)
    return buffer.getvalue()


def _register_sheet(book: Workbook, register: _Register, agency: Agency) -> None:
    sheet = book.add_worksheet(text(message("downloads.register-sheet")))
    bold = book.add_format({"bold": True, "font_size": 14})
    title = message("downloads.register-of", register=register.title, agency=agency.name)
    sheet.write_string(0, 0, text(title), bold)
    sheet.write_string(1, 0, text(message("downloads.register-year")))
    last = _heads(book, sheet, register.columns)
    cell = book.add_format({"border": 1, "text_wrap": True, "valign": "top", "num_format": "@"})
    for row in range(4, 4 + ROWS):
        for column in range(last + 1):
            sheet.write_blank(row, column, None, cell)
    sheet.freeze_panes(4, 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0, 3)
    sheet.print_area(0, 0, 3 + ROWS, last)
    sheet.set_header(text(message("downloads.register-header")))
    sheet.set_footer(text(message("downloads.register-footer")))


def _heads(book: Workbook, sheet: Worksheet, columns: Sequence[_Column]) -> int:
    """Two lines of headings; the number of the last column."""
    style = {"bold": True, "border": 1, "text_wrap": True, "align": "center", "valign": "vcenter"}
    head = book.add_format({**style, "bg_color": "#E7EBF0"})
    at = 0
    for column in columns:
        title = text(column.title)
        last = at + max(len(column.below), 1) - 1
        if column.below:
            sheet.merge_range(2, at, 2, last, title, head)
            for offset, below in enumerate(map(text, column.below)):
                sheet.write_string(3, at + offset, below, head)
        else:
            sheet.merge_range(2, at, 3, at, title, head)
        sheet.set_column(at, last, column.width)
        if column.choices:
            offer = {
                "validate": "list",
                "source": [*map(text, column.choices)],
                "error_type": "warning",
            }
            sheet.data_validation(4, at, 3 + ROWS, last, offer)
        at = last + 1
    return at - 1


def _rules_sheet(book: Workbook, register: _Register) -> None:
    sheet = book.add_worksheet(text(message("downloads.register-guide")))
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 90)
    for row, rule in enumerate((*_RULES, register.remark)):
        sheet.write_string(row, 0, text(rule), wrapped)
