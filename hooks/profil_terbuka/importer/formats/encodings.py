"""Which letters the bytes of a text stand for: UTF-8, UTF-16, or what Windows wrote before."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from ...model.messages import NOTHING, Message, message

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CALLED = {"utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "cp1252": "Windows-1252"}
_SAMPLE = 4096
_SPACES = frozenset("\t\n\r\f\v\x1a")
"""Controls that texts hold; the last ends a text of DOS."""


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A text, and what is told of how it was read."""

    text: str
    told: Message = NOTHING


def decoded_text(data: bytes) -> DecodedText:
    """The text of bytes; letters that are none become U+FFFD, NUL bytes between letters go.

    >>> decoded_text("Desa Ñ".encode("utf-8-sig")).text, decoded_text("a;b".encode("utf-16")).text
    ('Desa Ñ', 'a;b')
    >>> decoded_text("Desa Ñ".encode("cp1252")).text
    'Desa Ñ'
    """
    encoding, body = _encoding(data)
    text = body.decode(encoding, "replace").replace("\0", "")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    called = _CALLED.get(encoding)
    if called is None:
        return DecodedText(text)
    return DecodedText(text, message("importer.text-read-as", encoding=called))


def is_text(data: bytes) -> bool:
    """Whether bytes are a text at all; pictures and programs hold controls everywhere.

    >>> is_text(b"a,b\\n1,2"), is_text(bytes(range(256)))
    (True, False)
    """
    sample = decoded_text(data[: 2 * _SAMPLE]).text[:_SAMPLE]
    controls = sum(letter < " " and letter not in _SPACES for letter in sample)
    return bool(sample.strip()) and controls * 100 <= len(sample)


def _encoding(data: bytes) -> tuple[str, bytes]:
    """The encoding, and the bytes behind the mark that names it."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            body = data[len(mark) :]
            return (encoding if encoding != "utf-8" or _is_utf8(body) else "cp1252"), body
    if wide := _wide(data[:_SAMPLE]):
        return wide, data
    return ("utf-8" if _is_utf8(data) else "cp1252"), data


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _wide(sample: bytes) -> str:
    """UTF-16 without a mark: every other byte of European letters is a NUL. '' for none.

    >>> _wide("Desa".encode("utf-16-be")), _wide(b"Desa")
    ('utf-16-be', '')
    """
    pairs = len(sample) // 2
    first, second = sample[0 : 2 * pairs : 2].count(0), sample[1 : 2 * pairs : 2].count(0)
    if pairs and max(first, second) * 10 >= pairs * 7 and min(first, second) * 10 <= pairs:
        return "utf-16-be" if first > second else "utf-16-le"
    return ""
