"""Names that the format allows, made of what people wrote."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 60
"""Letters of a column's or dataset's name (schemas/datapackage.schema.json)."""


_NUMBERED = frozenset({"umur", "usia", "desil", "rt", "rw", "angkatan"})
_JOINING = frozenset({"dan", "atau", "menurut", "per", "di", "ke", "dari", "yang", "pada", "untuk"})
"""Words a name does not end with."""


def column_name(title: str) -> str:
    """A name for a column; what begins with a digit is led by `kolom_`.

    >>> column_name("Jumlah Puskesmas"), column_name("2024")
    ('jumlah_puskesmas', 'kolom_2024')
    """
    name = _shortened(_ascii_words(title), "_")
    return name if name[:1].isalpha() else _shortened(f"kolom_{name}".rstrip("_"), "_")


def named_by_number(title: str) -> bool:
    """Whether the numbers of a column so called name its rows: nobody measures an age in a table
    of how many are of it.

    >>> named_by_number("Umur (tahun)"), named_by_number("Penerima")
    (True, False)
    """
    return column_name(title).split("_")[0] in _NUMBERED


def dataset_slug(stem: str) -> str:
    """A name for a dataset, of whole words within the longest that may be.

    >>> dataset_slug("Penduduk_Miskin 2024")
    'penduduk-miskin-2024'
    """
    return _shortened(_ascii_words(stem).replace("_", "-"), "-")


def is_shortened(stem: str) -> bool:
    """Whether a dataset's name takes only the beginning of what a file is called.

    >>> is_shortened("Penduduk_Miskin 2024"), is_shortened("penduduk " * 9)
    (False, True)
    """
    return len(_ascii_words(stem)) > LONGEST


def spoken_title(text: str) -> str:
    """A title as it is spoken; capitals stay: they may be short names.

    >>> spoken_title("nama_kabupaten_kota")
    'Nama kabupaten kota'
    """
    words = " ".join(re.sub(r"[_\s]+", " ", text).split())
    return words[:1].upper() + words[1:]


def _ascii_words(text: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", ascii_only).strip("_")


def _shortened(name: str, joint: str) -> str:
    """A name cut between two words, or within the first when that alone is too long."""
    if len(name) <= LONGEST:
        return name
    words = name[: LONGEST + 1].split(joint)[:-1]
    while words and words[-1] in _JOINING:
        words.pop()
    return joint.join(words) or name[:LONGEST]
