"""The yearly report on the desk's services, from the counts that the agency has entered."""

from __future__ import annotations

import datetime

from ...model import Catalog, Table, Value
from ...model.products import Page
from ...words.wording import cell, date
from ..desk import packages
from ..law import deadlines
from .parts import REPORT, page
from .templates import render

_KEY = "ppid/laporan-layanan"
_REGISTERS = (
    ("ppid/register-permohonan.xlsx", "permohonan"),
    ("ppid/register-keberatan.xlsx", "keberatan"),
)
"""Written by `downloads.registers`; a site that lacks one is not published."""


def report_page(catalog: Catalog, today: datetime.date) -> Page:
    """ppid/laporan-layanan/: one section for each year, the newest first."""
    main = packages.desk_table(catalog, packages.SERVICE_REPORT)
    rows = sorted(main.rows, key=lambda row: str(main.value(row, "tahun"))) if main else []
    years = {int(str(main.value(row, "tahun"))) for row in rows} if main else set()
    parts, fragments = [f"{_KEY}/keadaan"], {f"{_KEY}/keadaan": _state(catalog, years, today)}
    for row in reversed(rows):
        assert main is not None
        year = str(main.value(row, "tahun"))
        parts += [f"## Laporan tahun {year}", f"{_KEY}/{year}"]
        fragments[f"{_KEY}/{year}"] = _year(main, row)
    description = "Laporan layanan informasi publik setiap tahun: permintaan, jawaban, keberatan."
    return page(REPORT, "Laporan layanan informasi", description, parts, fragments)


def _state(catalog: Catalog, years: set[int], today: datetime.date) -> str:
    """Whether last year's report is there, and by when it must be."""
    due = deadlines.report_due(catalog)
    last, slug = today.year - 1, packages.SERVICE_REPORT
    day = due.closing.in_year(today.year) if due else None
    return render(
        "ppid-laporan",
        tahun=last,
        ada=last in years,
        pernah=bool(years),
        batas=date(day.isoformat()) if day else "",
        lewat=bool(day and today > day),
        dasar=due.ground if due else "",
        hari=date(today.isoformat()),
        register=_REGISTERS,
        alamat=f"data/{slug}/" if slug in catalog.by_slug else "",
    )


def _year(main: Table, row: tuple[Value, ...]) -> str:
    def lines(names: tuple[str, ...]) -> list[tuple[str, str]]:
        return [
            (main.schema[name].title, cell(value, main.schema[name].type))
            if (value := main.value(row, name)) is not None
            else (main.schema[name].title, "")
            for name in names
        ]

    figures = (*packages.COUNTS, "rata_hari_kerja", "alasan_penolakan")
    return render("ppid-laporan-tahun", angka=lines(figures), bab=lines(packages.CHAPTERS))
