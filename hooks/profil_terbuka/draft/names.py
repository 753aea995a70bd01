"""Names that the format allows, made of what people wrote."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 60
"""Letters of a column's or dataset's name (schemas/datapackage.schema.json)."""


def column_name(title: str) -> str:
    """'Jumlah Puskesmas' -> 'jumlah_puskesmas'; what begins with a digit is led by `kolom_`."""
    name = _shortened(_plain(title), "_")
    return name if name[:1].isalpha() else _shortened(f"kolom_{name}".rstrip("_"), "_")


def slug(stem: str) -> str:
    """'Penduduk_Miskin 2024' -> 'penduduk-miskin-2024', whole words within the longest name."""
    return _shortened(_plain(stem).replace("_", "-"), "-")


def sentence(text: str) -> str:
    """'nama_kabupaten-kota' -> 'Nama kabupaten kota'; words in capitals throughout are lowered."""
    words = " ".join(re.sub(r"[_\s]+|-(?=\D)", " ", text).split())
    if words.isupper() and " " in words:
        words = words.lower()
    return words[:1].upper() + words[1:]


def _plain(text: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", ascii_only).strip("_")


def _shortened(name: str, joint: str) -> str:
    """A name cut between two words, or within the first when that alone is too long."""
    if len(name) <= LONGEST:
        return name
    whole = name[: LONGEST + 1].rpartition(joint)[0]
    return whole or name[:LONGEST]
