"""What QR codes and other barcodes in a picture say."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import Any

MAX_PIXELS = 60_000_000
MAX_FRAMES = 60
_SIDE = 2400
"""Larger pictures are made smaller first: a code that a telephone reads is still read."""


class UnreadablePicture(Exception):
    """The picture cannot be opened, or is too large to be searched."""


def texts_in_codes(data: bytes) -> Iterator[str]:
    """The text of every code in a picture, each once; of a film, in all its frames."""
    # Both take long to load, and most pictures were clean before.
    import zxingcpp  # noqa: PLC0415
    from PIL import Image, ImageSequence, UnidentifiedImageError  # noqa: PLC0415

    wanted = zxingcpp.barcode_formats_from_str("AllMatrix,Code128,Code39")
    said: set[str] = set()
    try:
        # A damaged picture raises whatever its plug-in meets, and large ones warn.
        with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(data)) as picture:
            frames = getattr(picture, "n_frames", 1)
            if picture.width * picture.height > MAX_PIXELS or frames > MAX_FRAMES:
                raise UnreadablePicture
            picture.draft("L", (_SIDE, _SIDE))
            for frame in ImageSequence.Iterator(picture):
                shown = _on_white(frame)
                shown.thumbnail((_SIDE, _SIDE))
                for code in zxingcpp.read_barcodes(shown, formats=wanted):
                    if code.text not in said:
                        said.add(code.text)
                        yield code.text
    except (
        UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError,
        EOFError, IndexError, KeyError, TypeError, OverflowError, MemoryError,
    ) as problem:  # fmt: skip
        raise UnreadablePicture from problem


def _on_white(frame: Any) -> Any:
    """The frame in grey; what can be seen through is white, as on the page."""
    if "A" not in frame.getbands() and "transparency" not in frame.info:
        return frame.convert("L")
    from PIL import Image  # noqa: PLC0415

    coloured = frame.convert("RGBA")
    paper = Image.new("RGBA", coloured.size, "white")
    return Image.alpha_composite(paper, coloured).convert("L")
