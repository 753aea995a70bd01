"""The page that tells how to check a copy of the site, and how to rebuild it."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Agency
from ..model.products import GeneratedPage
from .page import write_page


@dataclass(frozen=True)
class VerificationView:
    """What halaman/verifikasi.html shows."""

    agency: Agency


def verification_page(agency: Agency) -> GeneratedPage:
    """What SHA256SUMS and bukti-terbit.json are for, step by step."""
    description = f"Cara memastikan berkas dari {agency.name} utuh dan dapat dibuat ulang."
    view = VerificationView(agency)
    return write_page("verifikasi", "verifikasi/", "Periksa keaslian data", description, view)
