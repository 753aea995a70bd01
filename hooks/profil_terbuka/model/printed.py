"""Numbers as a book prints them, read as values."""

from __future__ import annotations

import re
from decimal import Decimal

PRINTED_VALUE = "nilai_tercetak"
"""The column that keeps a table's only measure as the book prints it (the data format's rule)."""
PRINTED_END = "_tercetak"
"""Ends the name of such a column for one measure of several: `anggaran_tercetak`."""

_LONGEST = 40


def read_printed(text: str) -> int | Decimal | None:
    """A printed Indonesian number: 'Rp. 9.788.380.761,00', '3.113.459.219,05', '1,907', '943'.

    None where the string cannot be read without judgement ('20.84', '-', ''), or is too long to be
    one number.
    """
    if len(text) > _LONGEST:
        return None
    bare = re.sub(r"^Rp\.?\s*", "", text.strip())
    bare = re.sub(r",00?$|,-$", "", bare)
    if re.fullmatch(r"\d+", bare):
        return int(bare)
    if re.fullmatch(r"\d{1,3}(\.\d{3})+|\d{1,3}(,\d{3})+", bare):
        return int(re.sub(r"[.,]", "", bare))
    if re.fullmatch(r"\d{1,3}(\.\d{3})+,\d{2}", bare):
        return Decimal(bare.replace(".", "").replace(",", "."))
    return None
