"""Text that was meant to be replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Dataset, codes
from ...model.findings import Finding, Place
from ...model.messages import message
from ..kind import DatasetCheck
from ..text_cells import text_cells

# This is the detector of loose ends; the brackets keep a search for them from stopping here.
_PLACEHOLDER = re.compile(
    r"lorem ipsum|dolor sit amet|consectetur|\bT[O]DO\b|\bFIX[M]E\b|\bx{3,}\b|#REF!|#N/A|#VALUE!|"
    r"#DIV/0!|\bisi di ?sini\b|\bcontoh teks\b|\bplaceholder\b",
    re.IGNORECASE,
)


def placeholder_in(text: str) -> str:
    """The first placeholder in a text, or ''.

    >>> placeholder_in("Alamat: Lorem ipsum dolor"), placeholder_in("Alamat kantor")
    ('Lorem ipsum', '')
    """
    found = _PLACEHOLDER.search(text)
    return found[0] if found else ""


def placeholders(dataset: Dataset) -> Iterator[Finding]:
    """Text that was meant to be replaced, in cells, titles and descriptions."""
    for key, text in (("title", dataset.title), ("description", dataset.description)):
        if word := placeholder_in(text):
            said = message("check.placeholder-in-key", placeholder=word, key=key)
            yield Finding(codes.PLACEHOLDER, Place(dataset.file), said)
    for table in dataset.tables:
        for place, text in text_cells(table, placeholder_in):
            if word := placeholder_in(text):
                yield Finding(
                    codes.PLACEHOLDER, place, message("check.placeholder", placeholder=word)
                )


CHECK = DatasetCheck((codes.PLACEHOLDER,), placeholders)
