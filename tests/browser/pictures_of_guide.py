"""The pictures of the staff guide: taken where a page shows them, when somebody wants them new."""

from __future__ import annotations

import io
import os

from PIL import Image
from playwright.sync_api import Page

from guide_steps import GUIDE

WANTED = "GAMBAR"
"""Set in the environment, pictures are taken anew; usually they are left as they are."""
WIDTH, HEIGHT = 1000, 640
MOST = 60_000
"""Bytes of a picture: most of the readers pay for each of them."""


def photograph(page: Page, picture: str) -> None:
    """Take the picture, as a page names it, where pictures are wanted anew."""
    if not os.environ.get(WANTED):
        return
    page.wait_for_load_state("networkidle")
    shot = page.screenshot(animations="disabled", caret="hide", scale="css")
    file = GUIDE / picture
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(_small(shot))


def _small(shot: bytes) -> bytes:
    """The picture as WebP without loss of a few colours: letters stay sharp."""
    made = io.BytesIO()
    few = Image.open(io.BytesIO(shot)).convert("RGB").quantize(64, dither=Image.Dither.NONE)
    few.convert("RGB").save(made, "WEBP", lossless=True, quality=100, method=6)
    return made.getvalue()
