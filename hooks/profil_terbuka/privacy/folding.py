"""Text as a reader sees it: every spelling of a digit, space or dash becomes the plain one."""

from __future__ import annotations

import unicodedata

_DROPPED = {"Cf", "Mn", "Me"}
"""Zero-width and direction marks, and what sits on another sign: nobody sees them in a number."""


_DASHES = {
    "\N{MINUS SIGN}",
    "\N{HYPHEN BULLET}",
    "\N{KATAKANA-HIRAGANA PROLONGED SOUND MARK}",
}


class _PlainSigns(dict[int, str]):
    """Code point -> plain text, worked out once for each sign that occurs (for str.translate)."""

    def __missing__(self, code: int) -> str:
        self[code] = plain = _plain_sign(chr(code))
        return plain


def _plain_sign(sign: str) -> str:
    category = unicodedata.category(sign)
    if category in _DROPPED:
        return ""
    if category == "Zs":
        return " "
    if category == "Pd" or sign in _DASHES:
        return "-"
    digit = unicodedata.decimal(sign, None)
    return unicodedata.normalize("NFKC", sign) if digit is None else str(digit)


_PLAIN = _PlainSigns()


def fold(text: str) -> str:
    """`text` with plain digits, spaces and dashes, without signs that are not seen.

    >>> fold("\\u0660812\\u20110000")
    '0812-0000'
    """
    return text if text.isascii() else text.translate(_PLAIN)


def origins(text: str) -> list[int]:
    """For each place in `fold(text)`: the place in `text` it came from, and the end of `text`."""
    places = [index for index, sign in enumerate(text) for _ in _PLAIN[ord(sign)]]
    return [*places, len(text)]


def digits(text: str) -> str:
    """Only the digits, as plain ones."""
    return "".join(sign for sign in fold(text) if "0" <= sign <= "9")


def mask(value: str, kept: int = 2) -> str:
    """The first two letters or digits, a dot for each of the others.

    >>> mask("0812-0000-0000")
    '08••-••••-••••'
    """
    shown = 0
    masked = []
    for sign in " ".join(fold(value).split()):
        shown += sign.isalnum()
        masked.append("\N{BULLET}" if sign.isalnum() and shown > kept else sign)
    return "".join(masked)
