"""The staff guide's page on findings, written from the code's own registry."""

from __future__ import annotations

from ..model import codes
from ..model.products import Page
from .fragments import front_matter, mark, render

PATH = "panduan/temuan/index.md"


def guide_page() -> Page:
    """Every finding code with cause, example and mend."""
    title = "Arti setiap temuan"
    description = "Daftar kode temuan saat memeriksa data: sebab, contoh, dan cara memperbaikinya."
    parts = [front_matter(title, description), f"# {title}", mark("panduan/temuan")]
    listed = sorted(codes.ALL, key=lambda code: code.name)
    fragments = {"panduan/temuan": render("temuan", codes=listed)}
    return Page(PATH, "\n\n".join(parts) + "\n", fragments)
