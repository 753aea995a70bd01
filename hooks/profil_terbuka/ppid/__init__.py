"""The information officer's desk (PPID): what the law asks for, held against what is published.

law     what must be published, by when, in which states that can be
desk    what the agency has and says, and how it stands
files   lists, registers, a calendar and a badge to download
pages   the pages below ppid/, each with its templates beside it

Each builds on those before it. Whoever is outside asks this face.
"""

from .desk import check_desk
from .desk.announcements import urgent_notices
from .desk.claims import check_claims
from .desk.former import NAME as LIST_NAME
from .desk.former import FormerList, read_former_list
from .desk.openness import Openness, assess_openness
from .files import empty_registers, produce_desk
from .files.reminder import reminder_text
from .law.states import ObligationState
from .law.year_due import YearDue, year_due
from .pages import desk_pages, openness_pages

__all__ = [
    "LIST_NAME",
    "FormerList",
    "ObligationState",
    "Openness",
    "YearDue",
    "assess_openness",
    "check_claims",
    "check_desk",
    "desk_pages",
    "empty_registers",
    "openness_pages",
    "produce_desk",
    "read_former_list",
    "reminder_text",
    "urgent_notices",
    "year_due",
]
