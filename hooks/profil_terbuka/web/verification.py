"""The page that tells how to check a copy of the site, and how to rebuild it."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Agency
from ..model.messages import message
from ..model.products import GeneratedPage
from ..words.catalogues import text
from .page import write_page


@dataclass(frozen=True)
class VerificationView:
    """What halaman/verifikasi.html shows."""

    agency: Agency


def verification_page(agency: Agency) -> GeneratedPage:
    """What SHA256SUMS and bukti-terbit.json are for, step by step."""
    title = text(message("web.verification"))
    description = text(message("web.verification-description", agency=agency.name))
    view = VerificationView(agency)
    return write_page("verifikasi", "verifikasi/", title, description, view)
