"""The information officer's desk (PPID): what the law asks for, held against what is published.

law       what must be published, by when, in which states that can be
desk      what the agency has and says, and how it stands
register  the workbook in which requests and objections are kept, outside of the repository
letters   letters and decisions as Word documents, drawn outside of the repository
files     lists, registers, a calendar and a badge to download
pages     the pages below ppid/, each with its templates beside it

Each builds on those before it. Whoever is outside asks this face.
"""

from .desk import check_desk
from .desk.announcements import urgent_notices
from .desk.claims import check_claims
from .desk.custody import ASKING, with_custody
from .desk.document_checks import check_documents, file_faults, proposed_slug
from .desk.document_text import document_reading
from .desk.documents import (
    DOCUMENT_COLUMNS,
    comparable_name,
    document_rows,
    read_public_documents,
)
from .desk.former import NAME as LIST_NAME
from .desk.former import (
    FormerList,
    is_list_record,
    kept_for_half,
    list_at_start,
    list_changes,
    read_former_list,
)
from .desk.openness import Openness, assess_openness
from .desk.packages import SERVICE_REPORT
from .desk.standings import Standing
from .desk.worklist import FIRST_STEPS, in_order_of_work
from .files import empty_registers, produce_desk
from .files.half_year import HalfYearReport, half_year_book, half_year_name
from .files.monev_evidence import EvidenceFile, evidence_files
from .files.monev_sheet import monev_sheet
from .files.reminder import reminder_text
from .law.half_years import HalfYear, half_year_named, half_year_of
from .law.obligations import Demand, ObligationCategory, read_law
from .law.states import ObligationState
from .law.words import category_name, state_name
from .law.year_due import YearDue, year_due
from .letters.content import Letter
from .letters.drawing import letter_bytes
from .letters.kinds import (
    LETTER_TITLES,
    LetterKind,
    Wanted,
    letter_about_asking,
    letter_of_desk,
)
from .pages import (
    desk_pages,
    document_pages,
    openness_pages,
    personal_data_pages,
    takes_requests,
)
from .register.counting import YearCounts, counted_half_year, counted_year
from .register.entries import is_working_register

__all__ = [
    "ASKING",
    "DOCUMENT_COLUMNS",
    "FIRST_STEPS",
    "LETTER_TITLES",
    "LIST_NAME",
    "SERVICE_REPORT",
    "Demand",
    "EvidenceFile",
    "FormerList",
    "HalfYear",
    "HalfYearReport",
    "Letter",
    "LetterKind",
    "ObligationCategory",
    "ObligationState",
    "Openness",
    "Standing",
    "Wanted",
    "YearCounts",
    "YearDue",
    "assess_openness",
    "category_name",
    "check_claims",
    "check_desk",
    "check_documents",
    "comparable_name",
    "counted_half_year",
    "counted_year",
    "desk_pages",
    "document_pages",
    "document_reading",
    "document_rows",
    "empty_registers",
    "evidence_files",
    "file_faults",
    "half_year_book",
    "half_year_name",
    "half_year_named",
    "half_year_of",
    "in_order_of_work",
    "is_list_record",
    "is_working_register",
    "kept_for_half",
    "letter_about_asking",
    "letter_bytes",
    "letter_of_desk",
    "list_at_start",
    "list_changes",
    "monev_sheet",
    "openness_pages",
    "personal_data_pages",
    "produce_desk",
    "proposed_slug",
    "read_former_list",
    "read_law",
    "read_public_documents",
    "reminder_text",
    "state_name",
    "takes_requests",
    "urgent_notices",
    "with_custody",
    "year_due",
]
