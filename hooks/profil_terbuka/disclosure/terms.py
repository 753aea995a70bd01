"""Words for what small counts must not tell of people: the reference package `hal-peka`.

Its rows name the ground: UU 27/2022 article 4(2) (health, criminal records, children), or the
practice of social services. An agency adds words of its own (`hal_peka` in instansi.yml).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..check.units import BODIES, counts_people
from ..model import Catalog, Table

PACKAGE = "hal-peka"
_CASES = frozenset(
    (
        *("", "kasus", "perkara", "laporan", "pengaduan", "kejadian", "kunjungan", "pasangan"),
        *("penyandang", "penderita", "warga", "ibu", "bayi", "remaja", "perempuan", "laki-laki"),
        *("wanita", "pria", "santri", "tahanan", "narapidana", "penghuni", "lanjut usia"),
    )
)
"""Units besides persons and families behind which a person stands; '' where none is named."""
_HELPERS = (
    r"(?:pegawai|petugas|tenaga|asn|pns|pppk|staf|pendamping|relawan|jabatan|pejabat|pengurus|"
    r"pekerja sosial|peksos|penyuluh|fasilitator|guru|dosen|dokter|bidan|perawat|psikolog|kader|"
    r"konselor|terapis|instruktur|panitia|kepala (?:bidang|seksi|dinas|sub ?bagian))"
)
_STAFF = re.compile(
    rf"(?<!oleh )(?<!didampingi )(?<!ditangani )(?<!dilayani )(?<!dibina )(?<!kepada )"
    rf"(?<!terhadap )(?<!dari )(?<!untuk )\b{_HELPERS}\b"
    r"(?! (?:yang )?(?:penyandang|dengan|difabel|pengidap|penderita|korban|hamil))",
    re.IGNORECASE,
)
"""Titles that count those who help, not those who are helped: 'pegawai', not 'anak yang didampingi
pekerja sosial', and not 'pegawai penyandang disabilitas' either."""
_HELPER_FIRST = re.compile(rf"\s*{_STAFF.pattern}", re.IGNORECASE)
_NAMES = re.compile(
    r"\b(?:[Kk]ementerian|[Dd]inas|[Bb]adan|[Bb]iro|[Bb]idang|[Ss]eksi|[Dd]irektorat|[Kk]omisi|"
    r"[Ff]orum|[Ss]atgas|[Kk]elurahan|[Dd]esa|[Kk]ecamatan|UPTD?)(?: (?:[A-Z][a-z]+|dan|serta|&))+"
    r"|\b[Hh]ari (?:[A-Z][a-z]+ ?)+|\b[Kk]ota [Ll]ayak [Aa]nak\b"
    r"|\b[Aa]nak (?:perusahaan|cabang|tangga|sungai|buah|kunci|panah)\b"
)
"""Names of bodies, places and days, and things that are called children."""


@dataclass(frozen=True)
class SensitiveTerms:
    """The words as one pattern, None where there are none."""

    pattern: re.Pattern[str] | None

    def find(self, text: str) -> str | None:
        """The first sensitive word of a text, as it stands there.

        >>> SensitiveTerms(re.compile(r"\\b(hiv)\\b", re.IGNORECASE)).find("Orang dengan HIV")
        'HIV'
        >>> SensitiveTerms(re.compile(r"\\b(anak)\\b", re.IGNORECASE)).find("Hari Anak Nasional")
        """
        found = self.pattern.search(_NAMES.sub(" ", text)) if self.pattern else None
        return found[0] if found else None


def sensitive_terms(catalog: Catalog) -> SensitiveTerms:
    """Those of the reference package and of the agency."""
    package = {item.slug: item for item in catalog.reference}.get(PACKAGE)
    shared = map(str, package.main.column("istilah")) if package else ()
    return compiled_terms((*shared, *catalog.agency.sensitive))


def compiled_terms(words: tuple[str, ...]) -> SensitiveTerms:
    """Whole words; spaces stand for any space, so that a line may break within."""
    if not words:
        return SensitiveTerms(None)
    longest = sorted(map(str.casefold, words), key=len, reverse=True)
    spelt = (r"\s+".join(map(re.escape, word.split())) for word in longest)
    return SensitiveTerms(re.compile(rf"(?<!\w)(?:{'|'.join(spelt)})(?!\w)", re.IGNORECASE))


def about_people(unit: str) -> bool:
    """Whether a number of this unit counts persons, families or what befell them."""
    plain = unit.casefold().strip()
    first = re.split(r"[ /(]", plain)[0]
    if plain in BODIES or first in BODIES:
        return False
    return any(each in _CASES or counts_people(each) for each in (plain, first))


def about_staff(table: Table, title: str) -> bool:
    """Whether a table counts those who help, whatever the words in its rows."""
    return bool(_STAFF.search(f"{table.title}\n{title}"))


def names_staff(category: str) -> bool:
    """Whether a category is of those who help: 'Dokter Spesialis Anak'."""
    return bool(_HELPER_FIRST.match(category))
