"""Service standards: what is known of each service, and what the tables leave open."""

from __future__ import annotations

from ...model import Catalog
from ...model.products import Page
from ...web.fragments import heading
from ..desk import standards
from .parts import STANDARDS, page
from .templates import render

_KEY = "ppid/standar-pelayanan"


def standards_page(catalog: Catalog) -> Page:
    """ppid/standar-pelayanan/: the charters, what holds for all services, then each of them."""
    known, shared = standards.standards(catalog), standards.common(catalog)
    fragments = {
        f"{_KEY}/pengantar": render(
            "ppid-standar",
            layanan=known,
            komponen=standards.components(catalog),
            agency=catalog.agency,
        ),
        f"{_KEY}/maklumat": render(
            "ppid-maklumat", maklumat=standards.charter(catalog), desk=catalog.agency.desk
        ),
    }
    parts = [f"{_KEY}/pengantar", "## Maklumat", f"{_KEY}/maklumat"]
    if shared:
        parts += ["## Sama untuk semua layanan", f"{_KEY}/semua"]
        fragments[f"{_KEY}/semua"] = render("ppid-layanan", isi=shared, semua=True)
    for number, standard in enumerate(known, start=1):
        parts += [heading(standard.service, 2), f"{_KEY}/{number}"]
        fragments[f"{_KEY}/{number}"] = render("ppid-layanan", isi=standard.statements, semua=False)
    description = "Syarat, prosedur, waktu, biaya, hasil, dan pengaduan setiap layanan dinas."
    return page(STANDARDS, "Standar pelayanan", description, parts, fragments)
