"""The pictures of the staff guide: taken where a page shows them, when somebody wants them new."""

from __future__ import annotations

import io
import os

from PIL import Image
from playwright.sync_api import Page

from guide_steps import GUIDE

WANTED = "GAMBAR"
"""Set in the environment, pictures are taken anew; usually they are left as they are."""

_COLOURS = 24
"""So few that a page with three pictures stays within what a first view may cost."""
_SCROLLED = """(found) => {
    const top = found.getBoundingClientRect().top + scrollY;
    scrollTo(0, top > innerHeight - 200 ? top - 24 : 0);
}"""
"""The beginning of the page, unless what it is about stands too far down."""


def photograph(page: Page, picture: str, about: str) -> None:
    """Take the picture, as a page of the guide names it, where pictures are wanted anew.

    `about` are words that it must show; '' for the beginning of the page.
    """
    if not os.environ.get(WANTED):
        return
    page.wait_for_load_state("networkidle")
    page.evaluate("document.activeElement.blur()")
    whole, part = page.get_by_text(about, exact=True), page.get_by_text(about)
    shown = page.locator("body") if not about else whole if whole.count() else part
    shown.first.evaluate(_SCROLLED)
    shot = page.screenshot(animations="disabled", caret="hide", scale="css")
    file = GUIDE / picture
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(_small(shot))


def _small(shot: bytes) -> bytes:
    """The picture as WebP without loss of a few colours: letters stay sharp."""
    made = io.BytesIO()
    few = Image.open(io.BytesIO(shot)).convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
    few.convert("RGB").save(made, "WEBP", lossless=True, quality=100, method=6)
    return made.getvalue()
