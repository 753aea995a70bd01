"""What the registers write down of each request and objection, and what is reckoned from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ...model.messages import NOTHING, Message, message
from ...words.catalogues import text

ROWS = 500
"""Prepared lines of each register."""
TITLES = 2
"""Lines above the headings: what the register is, and the warning."""
HEADS = 2
"""Lines of headings."""
FIRST = TITLES + HEADS
"""The first prepared line, from 0."""
LAST = FIRST + ROWS - 1

REQUESTS_SHEET = message("ppid.register-requests-sheet")
OBJECTIONS_SHEET = message("ppid.register-objections-sheet")
HOLIDAYS_SHEET = message("ppid.register-holidays-sheet")
SUMMARY_SHEET = message("ppid.register-summary-sheet")

GRANTED = message("ppid.register-granted")
IN_PART = message("ppid.register-granted-in-part")
REFUSED = message("ppid.register-refused")
WITHDRAWN = message("ppid.register-withdrawn")
HELD = message("ppid.register-is-held")
NOT_HELD = message("ppid.register-not-held")
DECISIONS = (GRANTED, IN_PART, REFUSED, WITHDRAWN)
NOT_HELD_GROUND = message("ppid.register-ground-not-held")
"""Why information is not given that nobody kept back: the agency does not have it."""


class EntryKind(StrEnum):
    """What a cell of a register holds."""

    TEXT = "teks"
    DATE = "tanggal"
    MONEY = "uang"
    CHOICE = "pilihan"
    RECKONED_DATE = "tanggal-dihitung"
    RECKONED = "dihitung"

    @property
    def reckoned(self) -> bool:
        """Whether the workbook fills it by itself."""
        return self in (EntryKind.RECKONED, EntryKind.RECKONED_DATE)

    @property
    def dated(self) -> bool:
        """Whether it holds a day."""
        return self in (EntryKind.DATE, EntryKind.RECKONED_DATE)


@dataclass(frozen=True, slots=True)
class EntryColumn:
    """A column of a register; neighbours of one `group` stand below a common heading.

    A CHOICE without `choices` takes the grounds of refusal, which the reference package lists.
    """

    name: str
    title: Message | str
    width: int
    kind: EntryKind = EntryKind.TEXT
    group: Message = NOTHING
    choices: tuple[Message, ...] = ()

    @property
    def heading(self) -> str:
        """What stands above it, with its group: the two lines of headings as one."""
        return " ".join(filter(None, map(text, (self.group, self.title)))).casefold()


def _date(name: str, title: Message, group: Message = NOTHING) -> EntryColumn:
    return EntryColumn(name, title, 12, EntryKind.DATE, group)


_YES = (message("ppid.register-yes"),)
_RECKONED = message("ppid.register-reckoned")
_REFUSAL = message("ppid.register-refusal")
_EXTENSION = message("ppid.register-extension")
_DAYS = message("ppid.register-days")
_PAYMENT = message("ppid.register-payment")
_REASONS = message("ppid.register-reasons")

PERSON_COLUMNS = (
    EntryColumn("nama", message("ppid.register-name"), 20),
    EntryColumn("alamat", message("ppid.register-address"), 24),
    EntryColumn("kontak", message("ppid.register-contact"), 16),
    EntryColumn("pekerjaan", message("ppid.register-occupation"), 14),
)
"""What is written down about who asks: the personal data of a register."""
_NUMBER = EntryColumn("nomor", message("ppid.register-number"), 11)
_WANTED = EntryColumn("informasi", message("ppid.register-wanted"), 32)
_PURPOSE = EntryColumn("tujuan", message("ppid.register-purpose"), 20)

REQUEST_COLUMNS = (
    _NUMBER,
    _date("tanggal", message("ppid.register-date")),
    *PERSON_COLUMNS,
    _WANTED,
    _PURPOSE,
    EntryColumn(
        "status",
        message("ppid.register-held"),
        12,
        EntryKind.CHOICE,
        choices=(HELD, NOT_HELD),
    ),
    EntryColumn(
        "bentuk",
        message("ppid.register-form"),
        12,
        EntryKind.CHOICE,
        choices=(
            message("ppid.register-printed"),
            message("ppid.register-file"),
            message("ppid.register-printed-and-file"),
        ),
    ),
    EntryColumn(
        "jenis",
        message("ppid.register-kind"),
        16,
        EntryKind.CHOICE,
        choices=(message("ppid.register-looking"), message("ppid.register-copying")),
    ),
    _date("diperpanjang", message("ppid.register-extended-on"), _EXTENSION),
    EntryColumn("alasan_perpanjangan", message("ppid.register-why"), 20, group=_EXTENSION),
    EntryColumn(
        "keputusan",
        message("ppid.register-decision"),
        15,
        EntryKind.CHOICE,
        choices=DECISIONS,
    ),
    EntryColumn("dasar", message("ppid.register-ground"), 18, EntryKind.CHOICE, _REFUSAL),
    EntryColumn("uraian", message("ppid.register-consequence"), 28, group=_REFUSAL),
    _date("diberitahukan", message("ppid.register-told-on"), _DAYS),
    _date("diberikan", message("ppid.register-given-on"), _DAYS),
    EntryColumn("biaya", message("ppid.register-cost"), 11, EntryKind.MONEY, _PAYMENT),
    EntryColumn("cara", message("ppid.register-how"), 12, group=_PAYMENT),
    EntryColumn(
        "batas", message("ppid.register-answer-by"), 12, EntryKind.RECKONED_DATE, _RECKONED
    ),
    EntryColumn(
        "batas_perpanjangan",
        message("ppid.register-extended-until"),
        13,
        EntryKind.RECKONED_DATE,
        _RECKONED,
    ),
    EntryColumn("sisa", message("ppid.register-days-left"), 9, EntryKind.RECKONED, _RECKONED),
    EntryColumn("lama", message("ppid.register-days-taken"), 10, EntryKind.RECKONED, _RECKONED),
    EntryColumn("keadaan", message("ppid.register-state"), 16, EntryKind.RECKONED, _RECKONED),
    EntryColumn("catatan", message("ppid.register-remark"), 20, EntryKind.RECKONED, _RECKONED),
)
"""Those of the regulation, what a letter needs besides, and what is reckoned."""

OBJECTION_REASONS = tuple("abcdefg")
"""The columns of the reasons: letters of the law's list."""

OBJECTION_COLUMNS = (
    _NUMBER,
    _date("tanggal", message("ppid.register-date")),
    *PERSON_COLUMNS,
    EntryColumn("nomor_permohonan", message("ppid.register-request-number"), 13),
    _WANTED,
    _PURPOSE,
    *(
        EntryColumn(
            letter,
            letter,
            4,
            EntryKind.CHOICE,
            _REASONS,
            _YES,
        )
        for letter in OBJECTION_REASONS
    ),
    EntryColumn("keputusan", message("ppid.register-superior-decision"), 30),
    _date("ditanggapi", message("ppid.register-reply-day")),
    _date("diterima", message("ppid.register-reply-received")),
    EntryColumn("atasan", message("ppid.register-superior"), 20),
    EntryColumn("tanggapan", message("ppid.register-response"), 18),
    _date("sengketa", message("ppid.register-dispute-day")),
    EntryColumn("batas", message("ppid.register-reply-by"), 12, EntryKind.RECKONED_DATE, _RECKONED),
    EntryColumn(
        "batas_sengketa",
        message("ppid.register-dispute-by"),
        13,
        EntryKind.RECKONED_DATE,
        _RECKONED,
    ),
    EntryColumn("sisa", message("ppid.register-days-left"), 9, EntryKind.RECKONED, _RECKONED),
    EntryColumn("keadaan", message("ppid.register-state"), 16, EntryKind.RECKONED, _RECKONED),
    EntryColumn("catatan", message("ppid.register-remark"), 20, EntryKind.RECKONED, _RECKONED),
)
