"""The desk's files to download, by address.

tables        the public list, the obligations, the assessments' questions, the law, as CSV
data_package  the descriptor of these tables
list_sheet    the public list, to print and sign
list_json     the public list, for programs and for the next comparison
due_calendar  all due dates
badge         a small picture for other sites
worklist_sheet  what is left to do, to print and hand round
monev_sheet   what assessments ask, to work in
monev_evidence  captures and documents that go with it
half_year     what goes to the main information officer every half-year
half_year_services  how many asked in it, and what became of it
registers     the working registers, blank
reminder      what an agency still owes, for a terminal
"""

from __future__ import annotations

from ...model import Catalog
from ..desk.former import NAME as LIST_JSON
from ..desk.openness import Openness
from .badge import NAME as BADGE
from .badge import badge_svg
from .data_package import DESCRIPTOR, package_descriptor
from .due_calendar import NAME as CALENDAR
from .due_calendar import calendar_bytes
from .list_json import list_json
from .list_sheet import list_sheet
from .monev_sheet import monev_sheet
from .registers import empty_registers
from .tables import desk_tables
from .worklist_sheet import NAME as WORKLIST_XLSX
from .worklist_sheet import worklist_sheet

__all__ = ["empty_registers", "produce_desk"]

FOLDER = "ppid/"
LIST_XLSX = "dip.xlsx"
MONEV_XLSX = "monev.xlsx"


def produce_desk(openness: Openness, catalog: Catalog) -> dict[str, bytes]:
    """Every file by its address: list, compliance, indicators, the law itself, calendar, badge."""
    tables = tuple(desk_tables(openness, catalog.reference))
    files = {table.path: table.data for table in tables}
    files[DESCRIPTOR] = package_descriptor(openness, tables)
    files[LIST_XLSX] = list_sheet(openness)
    files[LIST_JSON] = list_json(openness)
    if openness.indicators:
        files[MONEV_XLSX] = monev_sheet(openness)
    files[WORKLIST_XLSX] = worklist_sheet(openness)
    files[CALENDAR] = calendar_bytes(openness)
    files[BADGE] = badge_svg(openness)
    return {f"{FOLDER}{name}": data for name, data in files.items()}
