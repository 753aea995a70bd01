"""The page that tells how to check a copy of the site, and how to rebuild it."""

from __future__ import annotations

from ..model import Agency
from ..model.products import Page
from .fragments import front_matter, mark, render

PATH = "verifikasi/index.md"


def verification_page(agency: Agency) -> Page:
    """What SHA256SUMS and bukti-terbit.json are for, step by step."""
    title = "Periksa keaslian data"
    description = f"Cara memastikan berkas dari {agency.name} utuh dan dapat dibuat ulang."
    parts = [front_matter(title, description), f"# {title}", mark("verifikasi")]
    fragments = {"verifikasi": render("verifikasi", agency=agency)}
    return Page(PATH, "\n\n".join(parts) + "\n", fragments)
