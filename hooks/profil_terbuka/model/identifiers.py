"""Numbers that name instead of measure: row numbers, codes and points in time.

Judged by name and by value: a sum of them says nothing, and a chart of them misleads.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from decimal import Decimal
from enum import StrEnum

Number = int | Decimal


class Identifier(StrEnum):
    """What a column of numbers names, as people read it."""

    ROW = "nomor urut"
    CODE = "kode"
    TIME = "waktu"


_ROWS = frozenset({"id", "no"})
_ROWS_BY_VALUE = frozenset(
    {"nomor", "nr", "urut", "urutan", "no_urut", "nomor_urut", "no_baris", "objectid", "fid", "gid"}
)
_CODES = frozenset({"kode", "kd", "code", "kodepos"})
_REGISTERS = frozenset({"nik", "nip", "npsn", "nisn", "npwp", "nib"})
_YEARS = frozenset({"tahun", "thn", "year"})
_PERIODS = frozenset({*_YEARS, "periode", "tahun_anggaran", "tahun_ajaran", "tahun_data"})
_PARTS_OF_YEAR = {"bulan": 12, "triwulan": 4, "kuartal": 4, "caturwulan": 3, "semester": 2}
"""Name -> its highest number."""
_REGIONS = frozenset(
    {"wilayah", "provinsi", "kabupaten", "kota", "kabupaten_kota", "kecamatan", "kelurahan", "desa"}
)
_REGION_DIGITS = ({4}, {6}, {7}, {10})
"""Region codes of one level are of one length; two digits could as well be a count."""
_FIRST_YEAR, _LAST_YEAR = 1800, 2100


def identifier(name: str, values: Sequence[Number]) -> Identifier | None:
    """What a column called `name` (snake_case) names with these numbers; None: it may measure.

    `id`, `no`, `kode...` and `tahun` never measure anything; other names need fitting values.
    """
    words = name.split("_")
    if name in _ROWS:
        return Identifier.ROW
    if words[0] in _CODES:
        return Identifier.CODE
    if name in _YEARS:
        return Identifier.TIME
    suspected = _suspected(name, words)
    if suspected is None or not values or any(value != int(value) for value in values):
        return None
    kind, fits = suspected
    return kind if fits([int(value) for value in values]) else None


def _suspected(
    name: str, words: Sequence[str]
) -> tuple[Identifier, Callable[[Sequence[int]], bool]] | None:
    """What a name makes of whole numbers that pass the test beside it."""
    if name in _ROWS_BY_VALUE:
        return Identifier.ROW, _distinct
    if name in _REGISTERS or words[0] in {"no", "nomor", "id"} or words[-1] == "id":
        return Identifier.CODE, bool
    if name in _REGIONS:
        return Identifier.CODE, lambda values: _lengths(values) in _REGION_DIGITS
    if words[0] in _YEARS and not any(map(str.isdigit, words)):
        return Identifier.TIME, lambda values: _within(values, _FIRST_YEAR, _LAST_YEAR)
    highest = _PARTS_OF_YEAR.get(_bare(name))
    if highest:
        return Identifier.TIME, lambda values: _within(values, 1, highest)
    return None


def _bare(name: str) -> str:
    return re.sub(r"_ke$", "", name)


def part_of_year(name: str) -> bool:
    """Whether a column is called after months, quarters or half-years."""
    return _bare(name) in _PARTS_OF_YEAR


def attribute_year(name: str) -> bool:
    """Whether a year belongs to the thing itself: 'tahun_berdiri'; 'tahun' is that of the data."""
    return name.split("_", maxsplit=1)[0] in _YEARS and name not in _PERIODS


def counts_rows(values: Sequence[Number]) -> bool:
    """Whether numbers are exactly 1, 2, 3 ... in this order."""
    return all(value == at for at, value in enumerate(values, start=1))


def run_of_years(values: Collection[Number]) -> bool:
    """Whether numbers are years without a gap, at least two of them: 2022, 2023, 2023, 2024."""
    if not all(1945 <= value <= _LAST_YEAR for value in values):
        return False
    known = {int(value) for value in values if value == int(value)}
    if len(known) < 2 or len(known) < len(set(values)):
        return False
    return max(known) - min(known) + 1 == len(known)


def _distinct(values: Sequence[int]) -> bool:
    return len(set(values)) == len(values)


def _lengths(values: Sequence[int]) -> set[int]:
    return {len(str(value)) for value in values}


def _within(values: Sequence[int], least: int, most: int) -> bool:
    return all(least <= value <= most for value in values)
