"""What pictures carry besides what they show: only the parts that draw them are let through."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from ..model.messages import Message, message
from .hiding import Hidden, inflated

JPEG = b"\xff\xd8\xff"
PNG = b"\x89PNG\r\n\x1a\n"
GIF = (b"GIF87a", b"GIF89a")

_HARMLESS = {"Software", "Creation Time", "date:create", "date:modify", "date:timestamp"}
_TEXTS = {b"tEXt", b"iTXt", b"zTXt"}
_CHUNKS = {
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB",
    b"bKGD", b"hIST", b"pHYs", b"sPLT", b"tIME", b"acTL", b"fcTL", b"fdAT", b"cICP", b"mDCV",
    b"cLLI",
}  # fmt: skip
_WEBP_CHUNKS = {b"VP8 ", b"VP8L", b"VP8X", b"ANIM", b"ANMF", b"ALPH", b"ICCP"}
_JPEG_MARKS: tuple[tuple[int, bytes, Message | str], ...] = (
    (0xE1, b"Exif\0", message("privacy.hidden-exif")),
    (0xE1, b"http://ns.adobe.com/", "XMP"),
    (0xED, b"Photoshop", "IPTC"),
    (0xFE, b"", message("privacy.hidden-remark")),
)
_JPEG_APPLICATIONS = ((0xE0, b"JFIF\0"), (0xE2, b"ICC_PROFILE\0"), (0xEE, b"Adobe"))
"""Application segments that a picture needs to be shown rightly."""
_GIF_APPLICATIONS = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")
"""How often a film is shown, and its colours."""
_GIF_PICTURE, _GIF_EXTENSION, _GIF_END = 0x2C, 0x21, 0x3B
_GIF_DELAY, _GIF_TEXT, _GIF_COMMENT, _GIF_APPLICATION = 0xF9, 0x01, 0xFE, 0xFF
_LONGEST = 40
_END_OF_SCAN = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
_START_OF_SCAN, _END = 0xDA, 0xD9
_SAVE_AGAIN = message("privacy.save-picture-again")
_BEHIND = Hidden(message("privacy.hidden-behind"), remedy=_SAVE_AGAIN)


def hidden_in_picture(data: bytes) -> Iterator[Hidden]:
    """Everything hidden in a JPEG, PNG, GIF or WebP; nothing for other kinds."""
    if data.startswith(JPEG):
        yield from _in_jpeg(data)
    elif data.startswith(PNG):
        yield from _in_png(data)
    elif data.startswith(GIF):
        yield from _in_gif(data)
    elif _is_webp(data):
        yield from _in_webp(data)
    elif b"Exif\0\0" in data:
        yield Hidden("EXIF")


def is_picture(data: bytes) -> bool:
    """Whether it is of a kind of which every part is known: what it hides is found above."""
    return data.startswith((JPEG, PNG, *GIF)) or _is_webp(data)


def _is_webp(data: bytes) -> bool:
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


def _unknown(name: str) -> Hidden:
    name = name if name.isprintable() else name.encode().hex()
    return Hidden(message("privacy.hidden-part", name=name), remedy=_SAVE_AGAIN)


def _in_jpeg(data: bytes) -> Iterator[Hidden]:
    """Every segment up to the end of the picture, also between the scans, and what follows."""
    position = 2
    while position + 4 <= len(data) and data[position] == 0xFF:
        mark = data[position + 1]
        if mark == _END:
            break
        (length,) = struct.unpack_from(">H", data, position + 2)
        yield from _in_segment(mark, data[position + 4 : position + 2 + length])
        position += 2 + max(length, 2)
        if mark == _START_OF_SCAN:
            end = _END_OF_SCAN.search(data, position)
            position = end.start() if end else len(data)
    if data[position + 2 :].strip(b"\0\r\n "):
        yield _BEHIND


def _in_segment(mark: int, content: bytes) -> Iterator[Hidden]:
    for known, prefix, what in _JPEG_MARKS:
        if mark == known and content.startswith(prefix):
            yield Hidden(what)
            return
    is_application = 0xE0 <= mark <= 0xEF
    if is_application and not any(
        mark == known and content.startswith(prefix) for known, prefix in _JPEG_APPLICATIONS
    ):
        yield _unknown(f"APP{mark - 0xE0}")


def _in_png(data: bytes) -> Iterator[Hidden]:
    position = len(PNG)
    while position + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, position)
        chunk = data[position + 8 : position + 8 + length]
        position += 12 + length
        if kind == b"eXIf":
            yield Hidden("EXIF")
        elif kind in _TEXTS:
            yield from _in_text(kind, chunk)
        elif kind not in _CHUNKS:
            yield _unknown(kind.decode("latin-1"))
        if kind == b"IEND":
            break
    if data[position:].strip(b"\0\r\n "):
        yield _BEHIND


def _in_text(kind: bytes, chunk: bytes) -> Iterator[Hidden]:
    keyword, _, rest = chunk.partition(b"\0")
    name = keyword.decode("latin-1")
    if name not in _HARMLESS:
        what = message("privacy.hidden-text", name=name[:_LONGEST])
        yield Hidden(what, _png_text(kind, rest))


def _png_text(kind: bytes, rest: bytes) -> str:
    if kind == b"tEXt":
        return rest.decode("latin-1")
    packed = kind == b"zTXt" or rest[:1] == b"\x01"
    body = rest[1:] if kind == b"zTXt" else rest[2:].split(b"\0", 2)[-1]
    return (inflated(body) if packed else body).decode("utf-8", errors="replace")


def _in_webp(data: bytes) -> Iterator[Hidden]:
    (size,) = struct.unpack_from("<I", data, 4)
    position = 12
    while position + 8 <= min(len(data), size + 8):
        kind, length = struct.unpack_from("<4sI", data, position)
        if kind in (b"EXIF", b"XMP "):
            yield Hidden(kind.decode("ascii").strip())
        elif kind not in _WEBP_CHUNKS:
            yield _unknown(kind.decode("latin-1"))
        position += 8 + length + length % 2
    if data[size + 8 + size % 2 :].strip(b"\0\r\n "):
        yield _BEHIND


def _in_gif(data: bytes) -> Iterator[Hidden]:
    position = 13 + _colours(data, 10)
    while position < len(data) and data[position] != _GIF_END:
        kind = data[position]
        if kind == _GIF_PICTURE:
            # Place and size, its own colours, one byte on how it is packed.
            _, position = _blocks(data, position + 11 + _colours(data, position + 9))
        elif kind == _GIF_EXTENSION:
            mark = data[position + 1 : position + 2]
            content, position = _blocks(data, position + 2)
            yield from _in_extension(mark, content)
        else:
            yield _unknown(f"0x{kind:02X}")
            return
    if data[position + 1 :].strip(b"\0\r\n "):
        yield _BEHIND


def _colours(data: bytes, at: int) -> int:
    """Bytes of the table of colours that the flags at this place announce."""
    flags = data[at] if at < len(data) else 0
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _blocks(data: bytes, position: int) -> tuple[list[bytes], int]:
    """The blocks that begin here, each with its length before it, and where they end."""
    content = []
    while position < len(data) and (length := data[position]):
        content.append(data[position + 1 : position + 1 + length])
        position += 1 + length
    return content, position + 1


def _in_extension(mark: bytes, content: list[bytes]) -> Iterator[Hidden]:
    kind = mark[0] if mark else 0
    if kind == _GIF_COMMENT:
        yield Hidden(message("privacy.hidden-remark"), b"".join(content).decode("latin-1"))
    elif kind == _GIF_TEXT:
        words = b"".join(content[1:]).decode("latin-1")
        yield Hidden(message("privacy.hidden-text-in-picture"), words)
    elif kind == _GIF_APPLICATION:
        if not content or content[0] not in _GIF_APPLICATIONS:
            name = content[0].decode("latin-1") if content else ""
            yield _unknown(name)
    elif kind != _GIF_DELAY:
        yield _unknown(f"0x{kind:02X}")
