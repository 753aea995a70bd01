"""ppid/: what there is, how it stands, and the ways on."""

from __future__ import annotations

from ...model.products import Page
from ...web.fragments import front_matter, mark
from ..desk.openness import Openness
from ..law.states import State
from ..law.words import STATE
from .parts import WAYS
from .templates import render

TITLE = "Layanan informasi publik (PPID)"
SHOWN = (State.MISSING, State.LATE, State.PARTIAL, State.MET)


def overview_page(openness: Openness, *, desk: bool) -> Page:
    """The front page of the desk."""
    description = f"Daftar informasi, kewajiban, dan cara meminta informasi {openness.agency.name}."
    fragments = {
        "ppid/pengantar": render("keterbukaan", openness=openness, desk=desk),
        "ppid/ringkasan": render(
            "keterbukaan-ringkasan", openness=openness, tampil=SHOWN, kata_keadaan=STATE
        ),
        "ppid/berkas": render("keterbukaan-berkas", openness=openness),
    }
    parts = [front_matter(TITLE, description), f"# {TITLE}", mark("ppid/pengantar")]
    if desk:
        fragments["ppid/jalan"] = render("keterbukaan-jalan", jalan=WAYS)
        parts += ["## Yang dapat Anda lakukan", mark("ppid/jalan")]
    parts += ["## Keadaan kewajiban", mark("ppid/ringkasan")]
    parts += ["## Untuk petugas dan pemantau", mark("ppid/berkas")]
    return Page("ppid/index.md", "\n\n".join(parts) + "\n", fragments)
