"""Words for what small counts must not tell of people: the reference package `hal-peka`.

Its rows name the ground: UU 27/2022 article 4(2) (health, criminal records, children), or the
practice of social services. An agency adds words of its own (`hal_peka` in instansi.yml).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..checks.units import BODIES, counts_people
from ..model import Catalog, Table

PACKAGE = "hal-peka"
_CASES = frozenset(("", "kasus", "laporan", "pengaduan", "kejadian", "penyandang", "kunjungan"))
"""Units besides persons and families behind which a person stands; '' where none is named."""
_STAFF = re.compile(
    r"\b(pegawai|petugas|tenaga|asn|pns|pendamping|relawan|jabatan|pengurus|pekerja sosial|"
    r"penyuluh|fasilitator)\b",
    re.IGNORECASE,
)
"""Titles of tables that count those who help, not those who are helped."""


@dataclass(frozen=True)
class Terms:
    """The words as one pattern, None where there are none."""

    pattern: re.Pattern[str] | None

    def find(self, text: str) -> str | None:
        """The first sensitive word of a text, as it stands there.

        >>> Terms(re.compile(r"\\b(hiv)\\b", re.IGNORECASE)).find("Orang dengan HIV")
        'HIV'
        """
        found = self.pattern.search(text) if self.pattern else None
        return found[0] if found else None


def terms(catalog: Catalog) -> Terms:
    """Those of the reference package and of the agency."""
    package = {item.slug: item for item in catalog.reference}.get(PACKAGE)
    shared = map(str, package.main.column("istilah")) if package else ()
    return compiled((*shared, *catalog.agency.sensitive))


def compiled(words: tuple[str, ...]) -> Terms:
    """Whole words; spaces stand for any space, so that a line may break within."""
    if not words:
        return Terms(None)
    longest = sorted(map(str.casefold, words), key=len, reverse=True)
    spelt = (r"\s+".join(map(re.escape, word.split())) for word in longest)
    return Terms(re.compile(rf"(?<!\w)(?:{'|'.join(spelt)})(?!\w)", re.IGNORECASE))


def about_people(unit: str) -> bool:
    """Whether a number of this unit counts persons, families or what befell them."""
    plain = unit.casefold()
    return plain not in BODIES and (plain in _CASES or counts_people(plain))


def about_staff(table: Table, title: str) -> bool:
    """Whether a table counts those who help, whatever the words in its rows."""
    return bool(_STAFF.search(f"{table.title} {title}"))
