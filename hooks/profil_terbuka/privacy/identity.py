"""Numbers that the state gives to one person: NIK and KK, NIP, NPWP, cards, passport, NISN."""

from __future__ import annotations

import re

from . import lookalikes
from .kinds import Detector, PrivateKind

LENGTH = 16
_WEAK = r"(?:[ .\-_\t]|\s?[,/:|;\\+*~=]\s?|\s{2}|\n)"
"""What else breaks a number: lists of figures are written like this too (see `SHAPES`)."""
SHAPES = {
    (6, 6, 4), (4, 4, 4, 4), (2, 2, 2, 6, 4), (4, 2, 6, 4), (2, 2, 2, 2, 2, 2, 4), (6, 2, 2, 2, 4),
    (6, 10), (10, 6), (12, 4), (4, 12), (8, 8), (2, 14), (2, 2, 12),
}  # fmt: skip
"""Digits in each group as people break up a NIK, or a list seldom falls into by chance."""

_NIK_WORD = r"\b(?:n\s?i\s?k|no(?:mor)?\.?\s?(?:kk|ktp)|kk|e?-?ktp|kependudukan|kartu\s+keluarga)\b"
_NIK = re.compile(r"(?<!\d)(?P<it>\d(?:[ .\-_]?\d){15})(?!\d)")
_NIK_BROKEN = re.compile(rf"(?<!\d)(?<!\d[,./:])(?P<it>\d(?:{_WEAK}?\d){{15}})(?!{_WEAK}?\d)")
_NIK_NAMED = re.compile(
    rf"{_NIK_WORD}[^\w\0]{{0,6}}(?:\w{{1,12}}[^\w\0]{{1,4}}){{0,2}}?"
    rf"(?P<it>[\dOoIl](?:{_WEAK}{{0,2}}[\dOoIl]){{15}})(?![\dOoIl])",
    re.IGNORECASE,
)
_NIK_WITH_LETTERS = re.compile(r"(?<!\w)(?P<it>(?=\d*[OoIl])[\dOoIl]{16})(?!\w)")
_NIK_ROUNDED = re.compile(r"(?<![\d.,])(?P<it>[1-9][.,]\d{5,15}E\+?15)(?!\d)", re.IGNORECASE)
_NIP = re.compile(
    r"(?<!\d)(?P<it>(?P<born>(?:19|20)\d{6})[ .\-]?(?P<since>(?:19|20)\d{4})[ .\-]?[12]"
    r"[ .\-]?\d{3})(?!\d)"
)
_NPWP = re.compile(
    r"(?<!\d)(?P<it>\d{2}[. ]?\d{3}[. ]?\d{3}[. ]?\d[-. ]?\d{3}[. ]?\d{3}"
    r"|0\d{3}(?:[ .-]?\d{4}){3})(?!\d)"
)
_CARD = re.compile(
    r"\b(?:bpjs(?:\s?-?\s?(?:kesehatan|ketenagakerjaan|kes|tk))?|kis|kks|kip|jkn|jamkesmas|kpj"
    r"|kartu\s(?:indonesia\s(?:sehat|pintar)|keluarga\ssejahtera)"
    r"|(?P<school>nisn))\b(?P<label>[^\d\0\n]{0,25}?)(?P<it>\d(?:[ .\-]?\d){9,15})(?!\d)",
    re.IGNORECASE,
)
_PASSPORT = re.compile(
    r"\b(?:paspor|passport)\b[^\d\0\n]{0,20}?(?P<it>\b[A-Z]{1,2}\s?\d{6,7})\b", re.IGNORECASE
)

_REGIONS = {
    *range(11, 20), 21, *range(31, 37), *range(51, 54), *range(61, 66),
    *range(71, 77), 81, 82, *range(91, 97),
}  # fmt: skip
_LETTERS = str.maketrans("OoIl", "0011")


def has_nik_structure(figures: str) -> bool:
    """Province, district, subdistrict, then a date of birth (day + 40 for women); KK likewise.

    Of a number that was cut short only the parts that are left are judged.

    >>> has_nik_structure("9199993102900001"), has_nik_structure("9199993502900001")
    (True, False)
    """
    known = figures[: len(figures) // 2 * 2][:10]
    province, *rest = (int(known[at : at + 2]) for at in range(0, len(known), 2))
    district, subdistrict, day, month = (*rest, *(1, 1, 1, 1)[len(rest) :])
    born = day - 40 if day > 40 else day
    is_place = province in _REGIONS and district > 0 and subdistrict > 0
    return is_place and 1 <= born <= 31 and 1 <= month <= 12


def _is_nik(found: re.Match[str]) -> bool:
    figures = re.sub(r"\D", "", found["it"])
    if not has_nik_structure(figures):
        return False
    return not (lookalikes.is_number(found) or lookalikes.is_code_list(found))


def _is_broken_nik(found: re.Match[str]) -> bool:
    """A NIK over several lines or with a sign that lists have: only in groups of a known shape."""
    groups = re.findall(r"\d+", found["it"])
    shape = tuple(map(len, groups))
    # `1.200, 1.340`, `1112, 1213, 1014, 1015`: figures one after the other.
    is_list = shape == (4, 4, 4, 4) and re.search(r", |\n", found["it"])
    return shape in SHAPES and not is_list and _is_nik(found)


def _is_named_nik(found: re.Match[str]) -> bool:
    """What is called a NIK is one, however it is mistyped; zeros alone stand for `none`."""
    figures = re.sub(r"\W", "", found["it"]).translate(_LETTERS)
    groups = re.findall(r"\w+", found["it"])
    # `KK 1.250 1.340 1.420 1.510`: households counted.
    is_list = len(groups) > 2 and len(groups[-1]) < 4
    is_years = lookalikes.is_years(found)
    return figures.isdecimal() and bool(figures.strip("0")) and not (is_list or is_years)


def _is_mistyped_nik(found: re.Match[str]) -> bool:
    figures = found["it"].translate(_LETTERS)
    return sum(map(str.isdigit, found["it"])) >= LENGTH // 2 and has_nik_structure(figures)


def _is_rounded_nik(found: re.Match[str]) -> bool:
    """As Excel shows it: 9,10101E+15."""
    return has_nik_structure(re.sub(r"\D", "", found["it"][:-3])[:LENGTH])


def _is_nip(found: re.Match[str]) -> bool:
    """Date of birth, month of appointment."""
    month, day, since = (
        int(found["born"][4:6]),
        int(found["born"][6:8]),
        int(found["since"][4:6]),
    )
    is_date = 1 <= month <= 12 and 1 <= day <= 31 and since <= 12
    return is_date and found["born"][:4] < found["since"][:4] and not lookalikes.is_number(found)


def _is_npwp(found: re.Match[str]) -> bool:
    value = found["it"]
    from_abroad = value.replace(" ", "").startswith("00628")
    # `0001 0002 0003 0004`: numbers in a row.
    is_list = all(group.startswith("0") for group in value.split(" ")[1:])
    is_nothing = value.strip("0") == "" or (" " in value and is_list)
    return not (lookalikes.is_number(found) or from_abroad or is_nothing)


def _is_card(found: re.Match[str]) -> bool:
    """In one piece; in groups only where it is called a number, as counts stand in groups too."""
    groups = re.findall(r"\d+", found["it"])
    if found["school"] and len("".join(groups)) != 10:
        return False
    is_called_number = re.search(r"\bno|\bnomor|:|#", found["label"], re.IGNORECASE)
    is_whole = len(groups) == 1
    return (
        bool(is_whole or (is_called_number and min(map(len, groups[:-1])) > 2))
        and not lookalikes.is_number(found)
        and not lookalikes.is_figures(found)
    )


def _is_passport(found: re.Match[str]) -> bool:
    return found["it"][0].isalpha()


_CARDS = ("bpjs", "kis", "kks", "kip", "jkn", "jamkesmas", "kpj", "nisn", "kartu")
DETECTORS = (
    Detector(PrivateKind.NIP, _NIP, _is_nip),
    Detector(
        PrivateKind.NIK,
        _NIK_NAMED,
        _is_named_nik,
        ("nik", "n i k", "kk", "ktp", "penduduk", "keluarga"),
    ),
    Detector(PrivateKind.NIK, _NIK, _is_nik),
    Detector(PrivateKind.NIK, _NIK_BROKEN, _is_broken_nik),
    Detector(PrivateKind.NIK, _NIK_WITH_LETTERS, _is_mistyped_nik),
    Detector(PrivateKind.NIK, _NIK_ROUNDED, _is_rounded_nik, ("e15", "e+15")),
    Detector(PrivateKind.CARD, _CARD, _is_card, _CARDS),
    Detector(PrivateKind.CARD, _PASSPORT, _is_passport, ("paspor", "passport")),
    Detector(PrivateKind.NPWP, _NPWP, _is_npwp),
)
