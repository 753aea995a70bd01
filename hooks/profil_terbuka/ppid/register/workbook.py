"""The registers as a workbook for Excel and LibreOffice, without any connection to the net.

What people fill in is open; what the workbook reckons is locked, without a password.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import quote_sheetname
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from ...importer.grid import column_letters
from ...model.messages import NOTHING, Message, message
from ...system.row_heights import row_height
from ...words.catalogues import text
from ..law.deadlines import LegalPeriods
from .columns import (
    FIRST,
    HOLIDAYS_SHEET,
    LAST,
    OBJECTION_COLUMNS,
    OBJECTIONS_SHEET,
    REQUEST_COLUMNS,
    REQUESTS_SHEET,
    SUMMARY_SHEET,
    TITLES,
    EntryColumn,
    EntryKind,
)
from .facts import RegisterFacts
from .formulas import (
    ANSWERED,
    ANSWERED_LATE,
    HOLIDAYS,
    LATE,
    PRESSING,
    TODAY,
    RowCells,
    letters_of,
    objection_formulas,
    request_formulas,
)
from .summary import YEAR_LINE, YEARS, summary_lines, year_formulas

_MADE = datetime.datetime(2020, 1, 1)
"""Equal registers are equal bytes."""
_A3, _A4 = 8, 9
_DAY_PATTERN = "dd/mm/yyyy"
_FIRST_DAY, _LAST_DAY = datetime.date(2000, 1, 1), datetime.date(2100, 12, 31)
_HOLIDAY_LINES = 300
"""Room for the holidays of some ten years."""
_GUIDE_WIDTHS = (28, 96)
_TODAY_CELL = (2, 1)
_SHOWN_STATES: Mapping[Message, tuple[str, str]] = {
    LATE: ("#f9d9d6", "#8c1d18"),
    ANSWERED_LATE: ("#f9d9d6", "#8c1d18"),
    PRESSING: ("#fdebc8", "#6b4700"),
    ANSWERED: ("#dcefe0", "#1d5c2e"),
}
"""Ground and letters of what has been reckoned, by how a line stands."""
_PROTECTION = {
    "format_columns": True,
    "format_rows": True,
    "format_cells": True,
    "select_locked_cells": True,
    "select_unlocked_cells": True,
    "autofilter": True,
}
_RULES = (
    message("ppid.register-rule-office"),
    message("ppid.register-rule-place"),
    message("ppid.register-rule-row"),
    message("ppid.register-rule-date"),
    message("ppid.register-rule-receipt"),
    message("ppid.register-rule-reckoned"),
    message("ppid.register-rule-refusal"),
    message("ppid.register-rule-holidays"),
    message("ppid.register-rule-counts"),
)

_HOLIDAY_HEADS = (
    message("ppid.register-holiday-day"),
    message("ppid.register-holiday-name"),
    message("ppid.register-holiday-ground"),
)
_GROUND_HEADS = (message("ppid.register-ground"), message("ppid.register-ground-text"))

Formulas = Callable[[RowCells, LegalPeriods], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class EntrySheet:
    """A sheet to be filled in: what it is called, its columns, its formulas."""

    sheet: Message
    title: Message
    columns: tuple[EntryColumn, ...]
    formulas: Formulas


REQUESTS = EntrySheet(
    REQUESTS_SHEET, message("ppid.register-of-requests"), REQUEST_COLUMNS, request_formulas
)
OBJECTIONS = EntrySheet(
    OBJECTIONS_SHEET,
    message("ppid.register-of-objections"),
    OBJECTION_COLUMNS,
    objection_formulas,
)


def working_register(facts: RegisterFacts) -> bytes:
    """The workbook of an agency, blank."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        title = text(message("ppid.register-title"))
        book.set_properties({"title": title, "author": facts.agency, "created": _MADE})
        _Writer(book, facts).write()
    return buffer.getvalue()


class _Styles:
    """The formats of the sheets."""

    def __init__(self, book: Workbook) -> None:
        self.title: Format = book.add_format({"bold": True, "font_size": 14})
        self.warning: Format = book.add_format({"bold": True, "font_color": "#8c1d18"})
        line = {"border": 1, "border_color": "#b9c2cc", "text_wrap": True}
        head = {**line, "bold": True, "align": "center", "valign": "vcenter"}
        self.head: Format = book.add_format({**head, "bg_color": "#dde6ee"})
        self.reckoned_head: Format = book.add_format({**head, "bg_color": "#e9e9e4"})
        self.left_head: Format = book.add_format({**head, "bg_color": "#dde6ee", "align": "left"})
        self.wrapped: Format = book.add_format({"text_wrap": True, "valign": "top"})
        self.day: Format = book.add_format(
            {"num_format": _DAY_PATTERN, "align": "left", "bold": True}
        )
        self.count: Format = book.add_format({**line, "num_format": "0"})
        self.average: Format = book.add_format({**line, "num_format": "0.0"})
        self.line: Format = book.add_format(line)
        self.part: Format = book.add_format({**line, "indent": 1})
        cell = {**line, "valign": "top"}
        self._cells = {
            kind: book.add_format({**cell, **_LOOKS[kind], "locked": kind.reckoned})
            for kind in EntryKind
        }

    def cell(self, kind: EntryKind) -> Format:
        """The look of a cell by what it holds."""
        return self._cells[kind]


_RECKONED_GROUND = "#f5f5f1"
_LOOKS: Mapping[EntryKind, dict[str, object]] = {
    EntryKind.TEXT: {"num_format": "@"},
    EntryKind.CHOICE: {},
    EntryKind.DATE: {"num_format": _DAY_PATTERN, "align": "center"},
    EntryKind.MONEY: {"num_format": "#,##0"},
    EntryKind.RECKONED: {"bg_color": _RECKONED_GROUND, "align": "center"},
    EntryKind.RECKONED_DATE: {
        "bg_color": _RECKONED_GROUND,
        "num_format": _DAY_PATTERN,
        "align": "center",
    },
}


class _Writer:
    """Writes the sheets one after the other."""

    def __init__(self, book: Workbook, facts: RegisterFacts) -> None:
        self.book, self.facts, self.styles = book, facts, _Styles(book)

    def write(self) -> None:
        """All sheets in the order in which people need them."""
        pages = {
            register.title: self.book.add_worksheet(text(register.sheet))
            for register in (REQUESTS, OBJECTIONS)
        }
        summary = self.book.add_worksheet(text(SUMMARY_SHEET))
        holidays = self.book.add_worksheet(text(HOLIDAYS_SHEET))
        guide = self.book.add_worksheet(text(message("ppid.register-guide")))
        self._holidays(holidays)
        self._guide(guide)
        for register in (REQUESTS, OBJECTIONS):
            self._register(pages[register.title], register)
        self._summary(summary)

    def _register(self, page: Worksheet, register: EntrySheet) -> None:
        styles = self.styles
        title = f"{text(register.title)}, {self.facts.agency}"
        page.write_string(0, 0, title, styles.title)
        page.write_string(1, 0, text(message("ppid.register-warning")), styles.warning)
        self._heads(page, register.columns)
        for at, column in enumerate(register.columns):
            page.set_column(at, at, column.width)
            self._rule(page, at, column)
        letters = letters_of(register.columns)
        for row in range(FIRST, LAST + 1):
            formulas = register.formulas(RowCells(letters, row + 1), self.facts.periods)
            for at, column in enumerate(register.columns):
                look = styles.cell(column.kind)
                if column.kind.reckoned:
                    page.write_formula(row, at, formulas[column.name], look, "")
                else:
                    page.write_blank(row, at, None, look)
        self._colours(page, register.columns)
        page.freeze_panes(FIRST, 2)
        page.protect("", _PROTECTION)
        _print_setup(page, rows=(0, FIRST - 1))

    def _heads(self, page: Worksheet, columns: Sequence[EntryColumn]) -> None:
        top, bottom = TITLES, FIRST - 1
        for group, found in groupby(enumerate(columns), key=lambda item: item[1].group):
            members = list(found)
            look = self._head_look(members[0][1])
            if group == NOTHING:
                for at, column in members:
                    page.merge_range(top, at, bottom, at, text(column.title), look)
                continue
            page.merge_range(top, members[0][0], top, members[-1][0], text(group), look)
            for at, column in members:
                page.write_string(bottom, at, text(column.title), look)
        page.set_row(top, 32)
        page.set_row(bottom, 48)

    def _head_look(self, column: EntryColumn) -> Format:
        return self.styles.reckoned_head if column.kind.reckoned else self.styles.head

    def _rule(self, page: Worksheet, at: int, column: EntryColumn) -> None:
        """What may be typed into a column."""
        rule = self._rule_of(column)
        if rule:
            page.data_validation(FIRST, at, LAST, at, rule)

    def _rule_of(self, column: EntryColumn) -> dict[str, object]:
        if column.kind is EntryKind.DATE:
            return {
                "validate": "date",
                "criteria": "between",
                "minimum": _FIRST_DAY,
                "maximum": _LAST_DAY,
                "error_title": text(message("ppid.register-no-day-title")),
                "error_message": text(message("ppid.register-no-day")),
            }
        if column.kind is EntryKind.MONEY:
            return {
                "validate": "decimal",
                "criteria": ">=",
                "value": 0,
                "error_title": text(message("ppid.register-no-amount-title")),
                "error_message": text(message("ppid.register-no-amount")),
            }
        if column.kind is not EntryKind.CHOICE:
            return {}
        return {
            "validate": "list",
            "source": list(map(text, column.choices)) or self._grounds_range(),
            "error_title": text(message("ppid.register-no-choice-title")),
            "error_message": text(message("ppid.register-no-choice")),
        }

    def _colours(self, page: Worksheet, columns: Sequence[EntryColumn]) -> None:
        """What has been reckoned of a line shows how the line stands."""
        names = [column.name for column in columns]
        first, state = names.index("batas"), names.index("keadaan")
        cell = f"${column_letters(state)}{FIRST + 1}"
        for said, (ground, letters) in _SHOWN_STATES.items():
            look = self.book.add_format({"bg_color": ground, "font_color": letters})
            rule = {"type": "formula", "criteria": f'={cell}="{text(said)}"', "format": look}
            page.conditional_format(FIRST, first, LAST, state, rule)

    def _summary(self, page: Worksheet) -> None:
        styles = self.styles
        page.write_string(0, 0, text(message("ppid.register-summary-title")), styles.title)
        page.write_string(1, 0, text(message("ppid.register-summary-about")))
        page.write_string(_TODAY_CELL[0], 0, text(message("ppid.register-reckoned-on")))
        page.write_formula(*_TODAY_CELL, "=TODAY()", styles.day, "")
        column, row = column_letters(_TODAY_CELL[1]), _TODAY_CELL[0] + 1
        self.book.define_name(TODAY, f"={quote_sheetname(text(SUMMARY_SHEET))}!${column}${row}")
        page.write_string(
            YEAR_LINE - 1, 0, text(message("ppid.register-counted")), styles.left_head
        )
        for at, formula in enumerate(year_formulas(), start=1):
            page.write_formula(YEAR_LINE - 1, at, formula, styles.head, "")
        lines = summary_lines([ground for ground, _ in self.facts.grounds])
        for row, line in enumerate(lines, start=YEAR_LINE):
            page.write_string(row, 0, line.title, styles.part if line.part else styles.line)
            look = styles.average if line.average else styles.count
            for at, formula in enumerate(line.formulas, start=1):
                page.write_formula(row, at, formula, look, "")
        page.set_column(0, 0, 58)
        page.set_column(1, YEARS, 11)
        page.protect("", _PROTECTION)
        _print_on_a4(page)

    def _holidays(self, page: Worksheet) -> None:
        """The holidays that are known, and open lines for those that will be decided."""
        styles = self.styles
        for at, said in enumerate(_HOLIDAY_HEADS):
            page.write_string(0, at, text(said), styles.head)
        looks = [styles.cell(EntryKind.DATE), *[styles.cell(EntryKind.TEXT)] * 2]
        for line in range(_HOLIDAY_LINES):
            for at, look in enumerate(looks):
                page.write_blank(line + 1, at, None, look)
        for line, holiday in enumerate(self.facts.holidays, start=1):
            day = datetime.datetime.combine(holiday.day, datetime.time())
            page.write_datetime(line, 0, day, looks[0])
            page.write_string(line, 1, holiday.name, looks[1])
            page.write_string(line, 2, holiday.ground, looks[2])
        page.data_validation(1, 0, _HOLIDAY_LINES, 0, self._rule_of(REQUEST_COLUMNS[1]))
        page.set_column(0, 0, 13)
        page.set_column(1, 1, 42)
        page.set_column(2, 2, 90)
        page.freeze_panes(1, 0)
        page.set_landscape()
        page.repeat_rows(0)
        _print_on_a4(page)
        self.book.define_name(
            HOLIDAYS, f"={quote_sheetname(text(HOLIDAYS_SHEET))}!$A$2:$A${_HOLIDAY_LINES + 1}"
        )

    def _guide(self, page: Worksheet) -> None:
        """How the workbook is used, and below that the grounds of refusal."""
        styles = self.styles
        for at, width in enumerate(_GUIDE_WIDTHS):
            page.set_column(at, at, width)
        rules = (*_RULES, self.facts.origin, message("ppid.register-unverified"))
        for row, rule in enumerate(rules):
            said = text(rule)
            page.merge_range(row, 0, row, 1, said, styles.wrapped)
            page.set_row(row, row_height([(said, sum(_GUIDE_WIDTHS))]))
        first = self._first_ground()
        for at, head in enumerate(_GROUND_HEADS):
            page.write_string(first - 1, at, text(head), styles.left_head)
        for row, (ground, said) in enumerate(self.facts.grounds, start=first):
            page.write_string(row, 0, ground, styles.wrapped)
            page.write_string(row, 1, said, styles.wrapped)
        page.protect("", _PROTECTION)
        _print_on_a4(page)

    def _first_ground(self) -> int:
        """The line, from 0, of the first ground on the guide's sheet."""
        return len(_RULES) + 4

    def _grounds_range(self) -> str:
        first = self._first_ground() + 1
        sheet = quote_sheetname(text(message("ppid.register-guide")))
        return f"={sheet}!$A${first}:$A${first + len(self.facts.grounds) - 1}"


def _print_on_a4(page: Worksheet) -> None:
    """One page wide, its sheet and number at the foot."""
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.set_footer(f"&LPPID &A&R{text(message('ppid.sheet-page', page='&P', pages='&N'))}")


def _print_setup(page: Worksheet, rows: tuple[int, int]) -> None:
    page.set_landscape()
    page.set_paper(_A3)
    page.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    page.fit_to_pages(1, 0)
    page.repeat_rows(*rows)
    page.set_header(f"&R{text(message('ppid.register-warning'))}")
    page.set_footer(f"&LPPID &A&R{text(message('ppid.sheet-page', page='&P', pages='&N'))}")
