"""Which characters no text of a publication may hold, and traces of a wrong encoding.

One judgement for cells, descriptors, instansi.yml, pages, front matter and names of files.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ..model import codes
from ..model.findings import Finding, Place
from ..model.messages import NOTHING, Message, message
from .located import told_there

_PLANES = range(0, 0x110000, 0x10000)
_NO_CHARACTERS = "\ud800-\udfff\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in _PLANES
)
_DELETE = message("read.delete-with-neighbours")
_KINDS = (
    (
        "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000",
        message("read.character-space"),
        message("read.type-plain-space"),
    ),
    (
        "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
        message("read.character-direction"),
        _DELETE,
    ),
    (
        "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2028\u2029\u2060-\u2065"
        "\u206a-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff",
        message("read.character-unseen"),
        _DELETE,
    ),
    ("\x00-\x08\x0b-\x1f\x7f-\x9f", message("read.character-control"), _DELETE),
    (
        "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd",
        message("read.character-private"),
        message("read.type-plain-letter"),
    ),
    ("\ufffd", message("read.character-lost"), message("read.type-lost-letter")),
    (_NO_CHARACTERS, message("read.character-none"), _DELETE),
)
"""Ranges of characters, what they are, and the mend."""
_PATTERNS = tuple((re.compile(f"[{marks}]"), what, mend) for marks, what, mend in _KINDS)
_FORBIDDEN = re.compile(f"[{''.join(marks for marks, _, _ in _KINDS)}]")

_JOINER, _TEXT_STYLE, _EMOJI_STYLE, _KEYCAP = "\u200d", "\ufe0e", "\ufe0f", "\u20e3"
_PICTURES = ("So", "Sk", "Sm", "Po")
"""Unicode categories of characters that emoji are made of."""
_WORD = re.compile(r"[^\W\d_]{2,20}\W?\Z")

_TAIL = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xC0))
_GARBLED = re.compile(
    f"[\u00c2\u00c3][{re.escape(_TAIL)}]|\u00e2\u20ac[{re.escape(_TAIL)}]"
    f"|\u00f0\u0178[{re.escape(_TAIL)}]{{2}}"
)
"""UTF-8 that was read as Windows-1252: accents, dashes and quotation marks, emoji."""


def forbidden(
    text: str,
    place: Place,
    within: Message = NOTHING,
    mend: Message = NOTHING,
    *,
    escaped: bool = False,
) -> Iterator[Finding]:
    """The first character of a text that may stand nowhere.

    `within`: where in the file ('Pada `title`:'); `mend`: in place of what mends such a character;
    `escaped`: the file holds not the character but its code.
    """
    found = next(_flaws(text), None)
    if found is None:
        return
    what, usual = next((what, mend) for kind, what, mend in _PATTERNS if kind.match(found[0]))
    word = _WORD.search(text[max(0, found.start() - 22) : found.start()])
    told = message(
        "read.forbidden-character",
        position=str(found.start() + 1),
        after=message("read.after-word", word=word[0].strip()) if word else NOTHING,
        point=f"U+{ord(found[0]):04X}",
        what=what,
    )
    if escaped:
        mend = message("read.delete-its-code", code=_code(found[0]))
    yield Finding(codes.CHARACTER_FORBIDDEN, place, told_there(within, told), mend or usual)


def forbidden_by_line(text: str, file: str) -> Iterator[Finding]:
    """The same for each line of a text file."""
    if clean(text.replace("\r\n", "\n")):
        return
    for number, line in enumerate(text.split("\n"), start=1):
        yield from forbidden(line.removesuffix("\r"), Place(file, number))


def garbled(text: str, place: Place, within: Message = NOTHING) -> Iterator[Finding]:
    """A suspicion where a text holds UTF-8 that was once read as Windows-1252."""
    for found in _GARBLED.finditer(text):
        if meant := _meant(found[0]):
            told = message("read.garbled", found=found[0], meant=meant)
            remedy = message("read.replace-with", meant=meant)
            yield Finding(codes.TEXT_GARBLED, place, told_there(within, told), remedy)
            return


def clean(text: str) -> bool:
    r"""Whether no character is forbidden: quick, for whole files; line ends are LF.

    >>> clean("Kota Contoh"), clean("Kota\u200bContoh")
    (True, False)
    """
    return next(_flaws(text), None) is None


def visible(text: str) -> str:
    r"""The text with code points in place of characters that nobody could see.

    >>> print(visible("a\u200b"))
    a\u200b
    """
    return _FORBIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _flaws(text: str) -> Iterator[re.Match[str]]:
    return (found for found in _FORBIDDEN.finditer(text) if not _part_of_emoji(found, text))


def _part_of_emoji(found: re.Match[str], text: str) -> bool:
    """Whether a joiner or a variation selector stands where emoji have it."""
    before = text[: found.start()][-2:].rstrip(_EMOJI_STYLE)[-1:]
    after = text[found.end() : found.end() + 1]
    if found[0] == _JOINER:
        return _picture(before) and _picture(after)
    if found[0] in (_TEXT_STYLE, _EMOJI_STYLE):
        return _picture(before) or (before in "0123456789#*" and after == _KEYCAP)
    return False


def _code(mark: str) -> str:
    """How JSON and YAML write a character without showing it."""
    return f"\\u{ord(mark):04x}" if ord(mark) < 0x10000 else f"\\U{ord(mark):08x}"


def _picture(mark: str) -> bool:
    return mark != "" and unicodedata.category(mark) in _PICTURES


def _meant(text: str) -> str:
    r"""What was written before it was read in a wrong encoding; '' where that cannot be told.

    >>> _meant("\u00c3\u00a9")
    '\xe9'
    """
    try:
        data = b"".join(_byte(mark) for mark in text)
        meant = data.decode("utf-8")
    except UnicodeError:
        return ""
    return meant if meant.isprintable() else ""


def _byte(mark: str) -> bytes:
    return mark.encode("latin-1" if ord(mark) < 0x100 else "cp1252")
