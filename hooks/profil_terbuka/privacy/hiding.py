"""What a file hides, as found by `pictures`, `media` and `office`."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from ..model.messages import NOTHING, Message

MAX_INFLATED = 20_000_000


@dataclass(frozen=True, slots=True)
class Hidden:
    """Something a file carries along; `text` where it is words, which may be innocent."""

    what: Message | str
    """In words, or the name of a format: 'EXIF'."""
    text: str = ""
    is_author: bool = False
    remedy: Message = NOTHING
    """A mend that fits better than the usual one, which is about properties of a file."""


def inflated(data: bytes, limit: int = MAX_INFLATED) -> bytes:
    """Decompressed bytes up to a limit; nothing when the data is not compressed this way."""
    if limit <= 0:
        return b""
    try:
        return zlib.decompressobj().decompress(data, limit)
    except zlib.error:
        return b""
