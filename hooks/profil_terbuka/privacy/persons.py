"""What points at one person without a number of theirs: a vehicle, a child beside a case."""

from __future__ import annotations

import re

from . import lookalikes
from .kinds import Detector, PrivateKind

_PREFIX = (
    r"(?:A[ABDEG]?|B[ABDEGHKLMNP]?|D[ABCDEGHKLMNPRSTW]?|E[ABD]?|F|G|H|K[BHTU]?|L|M|N|P[ABKLMS]?"
    r"|R|S|T|W|Z)"
)
"""Of the regions where vehicles are registered."""
_PLATE = rf"(?P<it>\b{_PREFIX}[\s.\-]{{0,2}}\d{{1,4}}[\s.\-]{{0,2}}[A-Z]{{1,3}}\b)"
_NO_SUFFIX = {"DAN", "DI", "KE", "TH", "THN", "KM", "KG", "HA", "RT", "RW", "PUS", "IUD", "PIL"}
"""Words in capitals that follow a count: `PESERTA KB 1250 PUS`."""
_VEHICLE_BEFORE = re.compile(
    r"\b(?:pe?lat|nopol|no\.?\s?pol|nomor\s(?:polisi|kendaraan)|tnkb|kendaraan|sepeda\smotor|motor"
    r"|mobil|pick-?\s?up|truk|minibus|ambulans?)\b[^\0\n]{0,40}\Z",
    re.IGNORECASE,
)
_VEHICLE_AFTER = re.compile(
    r"\s?[,(]?\s?(?:mobil|motor|sepeda\smotor|kendaraan|truk|minibus|ambulans?)\b", re.IGNORECASE
)
_VEHICLES = (
    "plat", "pelat", "pol", "tnkb", "kendaraan", "motor", "mobil", "pick", "truk", "minibus",
    "ambulan",
)  # fmt: skip

CASE = re.compile(
    r"\b(?:kekerasan|kdrt|pencabulan|pe(?:me)?rkosaan|pelecehan|persetubuhan|tppo|trafficking"
    r"|perdagangan\s(?:orang|anak)|eksploitasi|penelantaran|perundungan|hiv|abh|inses"
    r"|berhadapan\s(?:dengan\s)?hukum|narkoba|pencurian|hamil|pernikahan\sdini)\b",
    re.IGNORECASE,
)
"""Kinds of cases that must never be tied to a child."""
_CASES = (
    "kekerasan", "kdrt", "cabul", "perkosa", "leceh", "setubuh", "tppo", "traffick", "dagang",
    "eksploit", "lantar", "rundung", "hiv", "abh", "inses", "hukum", "narkoba", "curi", "hamil",
    "dini",
)  # fmt: skip
_PLACES = frozenset({"Kota", "Kabupaten", "Kecamatan", "Kelurahan", "Desa", "Panti", "Provinsi"})
_NO_NAMES = frozenset({
    "Anak", "Korban", "Usia", "Umur", "Remaja", "Perempuan", "Laki", "Dinas", "Selama", "Tahun",
    "Bulan", "Kasus", "Jumlah", "Data", "Hukum", "Orang", "Seksual", "Fisik", "Psikis", "Balita",
    "Kekerasan", "Bayi", "Di", "Dari", "Dan", "Pada", "Untuk", "Dengan", "Yang", "Atau", "Antara",
    "Kurang", "Lebih", "Sampai", "Rata", "Rentang",
})  # fmt: skip
"""Words with a capital that stand before an age and are no names."""
_NAME = r"[A-Z](?<!\w\w)[a-z']{2,20}(?:\s[A-Z][a-z']{1,20}){0,3}"
_UNDER_AGE = (
    r"\s?[,(]?\s?(?:(?:ber)?(?:usia|umur)\s)?(?:\d|1[0-7])\s?(?:tahun|thn|th)\b"
    r"(?!\s(?:terakhir|lalu|ke|berturut|pertama|anggaran))"
)
_IN_SCHOOL = r"\s?[,(]\s?(?:siswa|siswi|murid|pelajar|santri)\skelas\s(?:\d|[IVX])"
_LOUD = r"[A-Z]{3,20}(?:\s[A-Z]{2,20}){0,3}(?=\s?[,(])"
_CALLED = r"(?:[Aa]nak|[Kk]orban|[Pp]enyintas)\s?(?:bernama|atas\snama|a\.\s?n\.?|yaitu|:)\s?"
_CHILD_AGED = re.compile(rf"(?P<it>(?P<name>{_NAME}|\b{_LOUD})(?:{_UNDER_AGE}|{_IN_SCHOOL}))")
_CHILD_INITIALS = re.compile(
    r"(?P<it>\b(?:ber)?inisial\s?:?\s?(?P<name>[A-Z]{1,4}(?:\.[A-Z])*\.?)(?![A-Za-z]))"
)
_CHILD_NAMED = re.compile(rf"(?P<it>{_CALLED}(?P<name>{_NAME})\b)")
_NEAR = 90


def _is_plate(found: re.Match[str]) -> bool:
    suffix = re.search(r"[A-Z]+\Z", found["it"])
    return suffix is not None and suffix[0] not in _NO_SUFFIX


def _is_plate_of_vehicle(found: re.Match[str]) -> bool:
    after = found.string[found.end("it") : found.end("it") + 30]
    near = _VEHICLE_BEFORE.search(lookalikes.text_before(found, _NEAR)) or _VEHICLE_AFTER.match(
        after
    )
    return _is_plate(found) and bool(near)


def _is_name(found: re.Match[str]) -> bool:
    words = found["name"].split()
    is_place = _PLACES.intersection(words) or re.search(
        r"\bdi\s\Z", lookalikes.text_before(found, 4)
    )
    return not (is_place or words[-1].title() in _NO_NAMES or CASE.search(words[-1]))


def _is_in_case(found: re.Match[str]) -> bool:
    """A name, and a case near it in the same line."""
    if not _is_name(found):
        return False
    start, end = found.span("it")
    line = re.split(r"[\0\n]", lookalikes.text_before(found, _NEAR))[-1]
    rest = re.split(r"[\0\n]", found.string[end : end + _NEAR])[0]
    return bool(CASE.search(f"{line}{found.string[start:end]}{rest}"))


DETECTORS = (
    Detector(PrivateKind.PLATE, re.compile(_PLATE), _is_plate_of_vehicle, _VEHICLES),
    Detector(PrivateKind.CHILD, _CHILD_AGED, _is_in_case, _CASES),
    Detector(PrivateKind.CHILD, _CHILD_NAMED, _is_in_case, _CASES),
    Detector(PrivateKind.CHILD, _CHILD_INITIALS, _is_in_case, ("inisial",)),
)
IN_CELLS = (
    Detector(
        PrivateKind.PLATE, re.compile(rf"(?:\A|(?<=\0))\s*{_PLATE}\s*(?:\Z|(?=\0))"), _is_plate
    ),
)
