"""ppid/dip/: the public-information list as a page."""

from __future__ import annotations

from ...model.products import Page
from ...web.fragments import front_matter, mark
from ..desk.openness import Openness
from ..desk.publiclist import FORMS, GROUPS, Entry
from .templates import render

TITLE = "Daftar Informasi Publik"


def list_page(openness: Openness) -> Page:
    """The three groups of the law, each as a table that a phone shows as cards."""
    description = f"Semua informasi publik di situs {openness.agency.name}, menurut kolom DIP."
    fragments = {
        "ppid/dip": render("keterbukaan-dip", openness=openness),
        "ppid/dip/beda": render("keterbukaan-beda", beda=openness.changes),
    }
    parts = [front_matter(TITLE, description), f"# {TITLE}", mark("ppid/dip")]
    for name, title in GROUPS.items():
        key = f"ppid/dip/{name}"
        fragments[key] = render(
            "keterbukaan-kelompok",
            judul=title,
            nama=name,
            butir=openness.listed.group(name),
            bentuk=_forms,
        )
        parts += [f"## {title} {{: #{name} }}", mark(key)]
    parts += ["## Perubahan sejak daftar terakhir", mark("ppid/dip/beda")]
    return Page("ppid/dip/index.md", "\n\n".join(parts) + "\n", fragments)


def _forms(entry: Entry) -> list[str]:
    """The forms in which it can be had, in words."""
    return [title.lower() for name, (_, title) in FORMS.items() if entry.cells[name]]
