"""ppid/monev/: what assessments ask, with the evidence this site has; no score."""

from __future__ import annotations

from ...model.products import Page
from ...web.fragments import front_matter, heading, mark
from ..desk.openness import Openness
from ..law.words import STATE
from .templates import render

TITLE = "Lembar isian mandiri"


def indicators_page(openness: Openness) -> Page:
    """One part for each assessment."""
    description = "Pertanyaan penilaian keterbukaan informasi, masing-masing dengan bukti di situs."
    fragments = {"ppid/monev": render("keterbukaan-monev", openness=openness)}
    parts = [front_matter(TITLE, description), f"# {TITLE}", mark("ppid/monev")]
    sources = dict.fromkeys(item.source for item in openness.indicators)
    for number, source in enumerate(sources, start=1):
        key = f"ppid/monev/{number}"
        found = [item for item in openness.indicators if item.source == source]
        fragments[key] = render("keterbukaan-indikator", butir=found, kata_keadaan=STATE)
        parts += [heading(source, 2), mark(key)]
    return Page("ppid/monev/index.md", "\n\n".join(parts) + "\n", fragments)
