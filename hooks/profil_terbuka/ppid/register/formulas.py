"""What the workbook reckons by itself, as formulas that Excel (2007 on) and LibreOffice know.

They reckon as `law.workdays` does: the first working day after a day is the first that counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter.utility import quote_sheetname

from ...importer.grid import column_letters
from ...model.messages import Message, message
from ...words.catalogues import text
from ..law.deadlines import LegalPeriods
from .columns import FIRST, LAST, WITHDRAWN, EntryColumn

HOLIDAYS = "HariLibur"
"""The name of the cells that hold the holidays."""
TODAY = "HariIni"
"""The name of the cell that holds the day on which is reckoned."""
SOON = 2
"""So many working days before the last one an answer is pressing."""

ANSWERED = message("ppid.register-state-answered")
ANSWERED_LATE = message("ppid.register-state-answered-late")
LATE = message("ppid.register-state-late")
PRESSING = message("ppid.register-state-pressing")
RUNNING = message("ppid.register-state-running")
STATE_WITHDRAWN = message("ppid.register-state-withdrawn")


@dataclass(frozen=True, slots=True)
class RowCells:
    """The cells of one line by the names of their columns; `row` counts from 1.

    >>> from .columns import REQUEST_COLUMNS
    >>> RowCells(letters_of(REQUEST_COLUMNS), 5)["tanggal"]
    '$B5'
    """

    letters: Mapping[str, str]
    row: int

    def __getitem__(self, name: str) -> str:
        return f"${self.letters[name]}{self.row}"


def letters_of(columns: Sequence[EntryColumn]) -> Mapping[str, str]:
    """The letters of each column by its name."""
    return {column.name: column_letters(at) for at, column in enumerate(columns)}


def days_between(start: str, end: str) -> str:
    """Working days after `start`, up to `end`; below 0 where it is earlier.

    >>> days_between("B5", "Q5")
    'IF(Q5>B5,NETWORKDAYS(B5+1,Q5,HariLibur),IF(Q5<B5,-NETWORKDAYS(Q5+1,B5,HariLibur),0))'
    """
    forward = f"NETWORKDAYS({start}+1,{end},{HOLIDAYS})"
    backward = f"-NETWORKDAYS({end}+1,{start},{HOLIDAYS})"
    return f"IF({end}>{start},{forward},IF({end}<{start},{backward},0))"


def request_formulas(cells: RowCells, periods: LegalPeriods) -> Mapping[str, str]:
    """The formulas of a line of the register of requests, by column."""
    received, told, extended = cells["tanggal"], cells["diberitahukan"], cells["diperpanjang"]
    decision, answer_by, longer = cells["keputusan"], cells["batas"], cells["batas_perpanjangan"]
    until = f"IF(ISNUMBER({longer}),{longer},{answer_by})"
    withdrawn = f'{decision}="{text(WITHDRAWN)}"'
    answer = f"WORKDAY({received},{periods.answer.days},{HOLIDAYS})"
    extension = f"WORKDAY({received},{periods.answer.days + periods.extension.days},{HOLIDAYS})"
    state = _state(told, until, cells["sisa"])
    return {
        "batas": f'=IF(ISNUMBER({received}),{answer},"")',
        "batas_perpanjangan": f'=IF(AND(ISNUMBER({received}),ISNUMBER({extended})),{extension},"")',
        "sisa": f"=IF(OR(NOT(ISNUMBER({received})),ISNUMBER({told}),{withdrawn}),"
        f'"",{days_between(TODAY, until)})',
        "lama": f"=IF(AND(ISNUMBER({received}),ISNUMBER({told})),"
        f'{days_between(received, told)},"")',
        "keadaan": f'=IF(NOT(ISNUMBER({received})),"",'
        f'IF({withdrawn},"{text(STATE_WITHDRAWN)}",{state}))',
        "catatan": _unknown_holidays(received, until),
    }


def objection_formulas(cells: RowCells, periods: LegalPeriods) -> Mapping[str, str]:
    """The formulas of a line of the register of objections, by column."""
    received, replied, taken = cells["tanggal"], cells["ditanggapi"], cells["diterima"]
    reply_by = cells["batas"]
    reply = f"WORKDAY({received},{periods.reply.days},{HOLIDAYS})"
    dispute = f"WORKDAY({taken},{periods.dispute.days},{HOLIDAYS})"
    return {
        "batas": f'=IF(ISNUMBER({received}),{reply},"")',
        "batas_sengketa": f'=IF(ISNUMBER({taken}),{dispute},"")',
        "sisa": f"=IF(OR(NOT(ISNUMBER({received})),ISNUMBER({replied})),"
        f'"",{days_between(TODAY, reply_by)})',
        "keadaan": f'=IF(NOT(ISNUMBER({received})),"",{_state(replied, reply_by, cells["sisa"])})',
        "catatan": _unknown_holidays(received, reply_by),
    }


def _state(done: str, until: str, left: str) -> str:
    """How a line stands: done, late, pressing or running."""
    finished = f'IF({done}>{until},"{text(ANSWERED_LATE)}","{text(ANSWERED)}")'
    running = f'IF({left}<={SOON},"{text(PRESSING)}","{text(RUNNING)}")'
    return f'IF(ISNUMBER({done}),{finished},IF({TODAY}>{until},"{text(LATE)}",{running}))'


def _unknown_holidays(start: str, end: str) -> str:
    """A word where no holidays of a year are known: the period may end later then."""
    years = (f"YEAR({start})", f"YEAR({end})")
    first, last = (_remark(year) for year in years)
    told = f'IF({_holidays_in(years[0])}=0,{first},IF({_holidays_in(years[1])}=0,{last},""))'
    return f'=IF(ISNUMBER({start}),{told},"")'


def _remark(year: str) -> str:
    before, after = _around(message("ppid.register-holidays-unknown", year=_YEAR_MARK))
    return f'"{before}"&{year}&"{after}"'


_YEAR_MARK = "#"


def _around(said: Message) -> tuple[str, str]:
    """A sentence before and after the year in it."""
    before, _, after = text(said).partition(_YEAR_MARK)
    return before, after


def _holidays_in(year: str) -> str:
    return f'COUNTIFS({HOLIDAYS},">="&DATE({year},1,1),{HOLIDAYS},"<="&DATE({year},12,31))'


def column_range(sheet: str, columns: Sequence[EntryColumn], name: str) -> str:
    """All prepared cells of a column, for formulas of other sheets.

    >>> from .columns import REQUEST_COLUMNS
    >>> column_range("Permohonan", REQUEST_COLUMNS, "tanggal")
    'Permohonan!$B$5:$B$504'
    """
    letters = letters_of(columns)[name]
    return f"{quote_sheetname(sheet)}!${letters}${FIRST + 1}:${letters}${LAST + 1}"
