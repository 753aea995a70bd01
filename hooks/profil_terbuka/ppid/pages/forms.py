"""Blank forms to print and fill in by hand: nothing that is written on them goes anywhere."""

from __future__ import annotations

from ...model import Agency
from ...model.products import Page
from ..law.deadlines import Periods
from .parts import OBJECTION, OBJECTION_FORM, REQUEST, REQUEST_FORM, page
from .templates import render

ASKED = (
    "Nama",
    "NIK, atau nomor keputusan badan hukum",
    "Alamat",
    "Telepon atau surel",
    "Informasi yang diminta",
    "Tujuan penggunaan informasi",
    "Cara memperoleh (melihat, atau mendapat salinan cetak atau berkas)",
    "Cara mengirimkan",
)
"""What a request must tell; its number is the officer's, and a proxy adds a letter of authority."""

OBJECTED = (
    "Nomor pendaftaran permintaan",
    "Nama pemohon atau kuasanya",
    "Alamat",
    "Telepon atau surel",
    "Tujuan penggunaan informasi",
    "Alasan keberatan",
)
REASONS = (
    "Permintaan ditolak",
    "Informasi berkala tidak disediakan",
    "Permintaan tidak ditanggapi",
    "Ditanggapi tidak sebagaimana diminta",
    "Permintaan tidak dipenuhi",
    "Biaya yang dikenakan tidak wajar",
    "Melebihi waktu yang ditentukan",
)
"""The reasons for an objection, a to g, as the law counts them."""


def request_form(agency: Agency, steps: Periods) -> Page:
    """ppid/formulir-permohonan/"""
    html = render("ppid-formulir-permohonan", agency=agency, tenggat=steps, kembali=REQUEST)
    description = "Formulir kosong untuk dicetak: permintaan informasi publik."
    return _form(REQUEST_FORM, "Formulir permintaan informasi", description, html)


def objection_form(agency: Agency, steps: Periods) -> Page:
    """ppid/formulir-keberatan/"""
    html = render(
        "ppid-formulir-keberatan",
        agency=agency,
        tenggat=steps,
        alasan=REASONS,
        kembali=OBJECTION,
    )
    description = "Formulir kosong untuk dicetak: keberatan atas permintaan informasi publik."
    return _form(OBJECTION_FORM, "Formulir keberatan", description, html)


def _form(name: str, title: str, description: str, html: str) -> Page:
    key = f"ppid/{name}"
    return page(name, title, description, (key,), {key: html})
