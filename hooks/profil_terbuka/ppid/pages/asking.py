"""How to ask for information, how to object, and what comes after."""

from __future__ import annotations

import datetime

from ...model import Agency
from ...model.products import Page
from ..law.deadlines import Periods
from ..law.workdays import Calendar
from .dates import Period, Question, dates
from .forms import ASKED, OBJECTED
from .parts import OBJECTION, REQUEST, contact, letter, page
from .templates import render


def request_page(agency: Agency, steps: Periods, calendar: Calendar, today: datetime.date) -> Page:
    """ppid/permohonan/: the steps, where to go, and by when there must be an answer."""
    answer = Period("Jawaban paling lambat", steps.answer)
    extended = Period("Bila diperpanjang", steps.answer + steps.extension)
    asked = Question("Permintaan diterima tanggal", (answer, extended))
    mail = letter(agency, "Permintaan informasi publik", ASKED)
    fragments = {
        "ppid/permohonan/cara": render("ppid-permohonan", tenggat=steps, agency=agency),
        "ppid/permohonan/ke-mana": render(
            "ppid-hubungi", fakta=contact(agency), surat=mail, formulir="ppid/formulir-permohonan/"
        ),
        "ppid/permohonan/tenggat": dates(calendar, today, "Permintaan diterima", (asked,)),
    }
    parts = (
        "ppid/permohonan/cara",
        "## Ke mana",
        "ppid/permohonan/ke-mana",
        "## Kapan harus dijawab",
        "ppid/permohonan/tenggat",
    )
    description = "Cara meminta informasi publik, tempatnya, dan kapan harus dijawab."
    return page(REQUEST, "Meminta informasi", description, parts, fragments)


def objection_page(
    agency: Agency, steps: Periods, calendar: Calendar, today: datetime.date
) -> Page:
    """ppid/keberatan/: reasons and steps of an objection, and the dispute that may follow."""
    found = Period("Keberatan paling lambat", steps.objection)
    received = Period("Tanggapan paling lambat", steps.reply)
    replied = Period("Sengketa diajukan paling lambat", steps.dispute)
    questions = (
        Question("Alasan keberatan ditemukan tanggal", (found,)),
        Question("Keberatan diterima atasan PPID tanggal", (received,)),
        Question("Tanggapan atasan PPID diterima tanggal", (replied,)),
    )
    mail = letter(agency, "Keberatan atas permintaan informasi publik", OBJECTED)
    fragments = {
        "ppid/keberatan/cara": render("ppid-keberatan", tenggat=steps),
        "ppid/keberatan/sengketa": render("ppid-sengketa", tenggat=steps, desk=agency.desk),
        "ppid/keberatan/tenggat": dates(calendar, today, "Hari kejadian", questions),
        "ppid/keberatan/ke-mana": render(
            "ppid-hubungi", fakta=contact(agency), surat=mail, formulir="ppid/formulir-keberatan/"
        ),
    }
    parts = (
        "ppid/keberatan/cara",
        "## Ke mana",
        "ppid/keberatan/ke-mana",
        "## Bila belum puas",
        "ppid/keberatan/sengketa",
        "## Tenggat setiap langkah",
        "ppid/keberatan/tenggat",
    )
    description = "Alasan dan cara mengajukan keberatan, dan sengketa informasi sesudahnya."
    return page(OBJECTION, "Mengajukan keberatan", description, parts, fragments)
