"""What a unit tells about its numbers: counts of people or things, shares, or measured amounts."""

from __future__ import annotations

import re
from functools import lru_cache

from ..model import Additivity, usual_additivity

PEOPLE = frozenset(
    (
        *("orang", "jiwa", "anak", "balita", "lansia", "penduduk", "pegawai", "pekerja", "petugas"),
        *("peserta", "penerima", "klien", "pasien", "korban", "siswa", "mahasiswa", "relawan"),
    )
)
FAMILIES = frozenset(("kk", "kpm", "keluarga", "kepala keluarga", "rumah tangga"))
BODIES = frozenset(
    (
        *("unit", "lembaga", "panti", "lks", "sekolah", "puskesmas", "posyandu", "gedung"),
        *("kelurahan", "kecamatan", "desa", "rw", "rt", "buah", "bidang", "ruas"),
    )
)
CACHED = 1024
"""Units are few, and asked about at every value."""
_AMOUNT = re.compile(
    r"\b(rp|rupiah|ribu|juta|miliar|triliun|usd|dolar|[mckd]?m[23²³]?|ha|hektare?|meter|"
    r"ton|kg|kuintal|kwintal|gram|liter|cc|kwh|mw|jam|menit|hari|bulan|tahun)\b",
    re.IGNORECASE,
)
_LAND = re.compile(r"([mk]?m[2²]?|ha|hektare?|meter( persegi)?)", re.IGNORECASE)


@lru_cache(CACHED)
def is_share(unit: str) -> bool:
    """Whether numbers of this unit are shares, rates or indices: they cannot be added up.

    >>> is_share("persen"), is_share("orang")
    (True, False)
    """
    return usual_additivity(unit, "") is Additivity.NON_ADDITIVE


@lru_cache(CACHED)
def counts_things(unit: str) -> bool:
    """Whether numbers of this unit count things, so that small ones differ by chance.

    A unit nobody knows is taken for a thing that is counted: books name units as they please.

    >>> [counts_things(unit) for unit in ("orang", "laporan", "juta rupiah", "persen")]
    [True, True, False, False]
    """
    return not is_share(unit) and not _AMOUNT.search(unit)


@lru_cache(CACHED)
def stands_still(unit: str) -> bool:
    """Whether what is counted or measured stays from year to year: buildings, bodies, land.

    >>> [stands_still(unit) for unit in ("panti", "m2", "orang")]
    [True, True, False]
    """
    return unit.casefold() in BODIES or bool(_LAND.fullmatch(unit))


@lru_cache(CACHED)
def counts_people(unit: str) -> bool:
    """Whether persons or families are counted: those come and go, as buildings do not.

    >>> [counts_people(unit) for unit in ("Jiwa", "KK", "panti")]
    [True, True, False]
    """
    return unit.casefold() in PEOPLE | FAMILIES


def is_whole(unit: str) -> bool:
    """Whether the unit is known to come in whole numbers only."""
    return unit.casefold() in PEOPLE | FAMILIES | BODIES
