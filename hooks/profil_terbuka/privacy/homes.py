"""Where people live: neighbourhood, street and number, block of an estate, position on the map."""

from __future__ import annotations

import re

from . import lookalikes
from .kinds import Detector, PrivateKind

_WORD = r"[\w.,'()/-]{1,30}\s{1,3}"
_NAME = r"[\w.'()/-]{1,30}\s{1,3}"
_RT = r"R\.?T(?:\b|(?=\d))[\s.:]{0,3}(?:\d{1,3}|[IVX]{1,5})"
_RW = r"R\.?W(?:\b|(?=\d))[\s.:]{0,3}(?:\d{1,3}|[IVX]{1,5})"
_STREET_WORD = r"(?:jl|jln|jalan|gang|gg|lorong)\b"
_ESTATE = r"(?:kompl?e(?:ks|k|x)|komp|perum(?:ahan|nas)?|griya|asrama|rusun\w*)\b"
_PLACE = r"(?:r\.?t|r\.?w|kel|kelurahan|kec|kecamatan|desa|blok|kota|kab)\b"
_HOUSE = r"\d{1,3}(?:\s?[a-d]\b|/\d{1,3})?(?![\d%]|[.,/:-]\d)"
_NUMBER = r"(?:(?:no|nomor|nmr)(?:\b[.:\s]{0,3}|(?=\d))|#\s?)"
_END = rf"(?=\s*(?:[.,;)|\]\0\n]|\Z|[.,]?\s*{_PLACE}))"

_NEIGHBOURHOOD = re.compile(
    rf"\b(?P<it>{_RT}[\s,/\-]{{0,4}}{_RW}|{_RT}(?:\s?/\s?\d{{1,3}}|\s0\d{{1,2}})\b(?![.,]?\d)|{_RW}[\s,/\-]{{0,4}}{_RT}"
    r"|R\.?T\.?\s?/\s?R\.?W\b[\s.:]{0,3}\d{1,3}\s?[/\-]\s?\d{1,3})",
    re.IGNORECASE,
)
_STREET_AND_RT = re.compile(
    rf"\b(?P<it>{_STREET_WORD}\.?\s{{0,2}}(?P<name>(?:{_WORD}){{1,6}}?){_RT})\b", re.IGNORECASE
)
_STREET = re.compile(
    rf"\b(?P<it>{_STREET_WORD}\.?\s{{0,2}}(?P<name>(?:{_WORD}){{1,8}}?)"
    rf"{_NUMBER}\d{{1,4}}(?!\d)(?:\s?[a-z]\b)?)",
    re.IGNORECASE,
)
_STREET_SHORT = re.compile(
    rf"\b(?P<it>(?:jl|jln|gang|gg)\b\.?\s{{0,2}}(?P<name>(?-i:[A-Z]){_NAME}(?:{_NAME}){{0,4}}?)"
    rf"{_HOUSE}){_END}",
    re.IGNORECASE,
)
_STREET_FULL = re.compile(
    rf"(?:(?:\A|(?<=[\0:]))\s{{0,3}}|\bdi\s)(?P<it>jalan\s(?P<name>(?-i:[A-Z]){_NAME}(?:{_NAME})"
    rf"{{0,4}}?){_HOUSE})(?=\s*(?:\Z|\0|[.,]?\s*{_PLACE}))",
    re.IGNORECASE,
)
_BLOCK = re.compile(
    rf"\b(?P<it>(?:{_ESTATE}\.?\s{{0,2}}(?:{_NAME}){{0,4}}?)?"
    r"(?:blok|blk)\b[.\s]{0,3}(?-i:[A-Z]{1,2}|[a-z])"
    rf"(?:\d{{0,3}}[\s,/.\-]{{0,3}}(?:no|nomor|nmr)\b[.:\s]{{0,3}}\d{{1,3}}\b|[\s/.\-]{{0,2}}{_HOUSE}{_END}))",
    re.IGNORECASE,
)
_ESTATE_NUMBER = re.compile(
    rf"\b(?P<it>{_ESTATE}\.?\s{{0,2}}(?P<name>(?:{_NAME}){{1,5}}?)"
    rf"(?:(?:no|nomor|nmr)\b[.:\s]{{0,3}}\d{{1,3}}\b|(?-i:[A-Z]{{1,2}})[\s./-]?{_HOUSE}{_END}))",
    re.IGNORECASE,
)
_HOME_BEFORE = re.compile(
    r"\b(?:rumah(?!\s(?:sakit|singgah|ibadah|dinas|makan|potong|aman|perlindungan|produksi|bersalin"
    r"|pintar|tahfi\w+|kreatif|budaya|zakat|yatim|susun|jabatan))|tempat\stinggal|kediaman"
    r"|domisili|kpm|keluarga|warga|penerima|korban|klien|tinggal)\b[^\0]{0,80}\Z",
    re.IGNORECASE,
)
_POSITION = re.compile(
    r"(?P<it>(?<![\d.])-?(?:\d|1[01])[.,]\d{4,}°?\s?[,;/ ]\s?"
    r"(?:(?:long?(?:itude)?|lng|bujur)[\s.:=]{1,3})?(?:9[5-9]|1[0-4]\d)[.,]\d{4,}"
    r"|(?<!\d)1?\d°\s?\d{1,2}'\s?\d{1,2}(?:[.,]\d+)?\"?\s?(?:LS|LU|S|N)[\s,;/]{0,3}"
    r"(?:9[5-9]|1[0-4]\d)°\s?\d{1,2}'\s?\d{1,2}(?:[.,]\d+)?\"?\s?(?:BT|E)\b)"
)


def _is_street(found: re.Match[str]) -> bool:
    return not (lookalikes.is_law(found) or lookalikes.is_office(found))


def _is_neighbourhood(found: re.Match[str]) -> bool:
    return not lookalikes.is_office(found)


def _is_home(found: re.Match[str]) -> bool:
    return bool(_HOME_BEFORE.search(lookalikes.text_before(found, 100)))


_STREETS = ("jl", "jalan", "gang", "gg", "lorong")
_ESTATES = ("komp", "perum", "griya", "asrama", "rusun")
_HOMES = (
    "rumah",
    "tinggal",
    "kediaman",
    "domisili",
    "kpm",
    "keluarga",
    "warga",
    "penerima",
    "korban",
    "klien",
)
DETECTORS = (
    Detector(PrivateKind.ADDRESS, _STREET, _is_street, _STREETS),
    Detector(PrivateKind.ADDRESS, _STREET_AND_RT, _is_street, _STREETS),
    Detector(PrivateKind.ADDRESS, _NEIGHBOURHOOD, _is_neighbourhood, ("rt", "r.t")),
    Detector(PrivateKind.ADDRESS, _STREET_SHORT, _is_street, ("jl", "gang", "gg")),
    Detector(PrivateKind.ADDRESS, _STREET_FULL, _is_street, ("jalan",)),
    Detector(PrivateKind.ADDRESS, _BLOCK, _is_neighbourhood, ("blok", "blk")),
    Detector(PrivateKind.ADDRESS, _ESTATE_NUMBER, _is_street, _ESTATES),
    Detector(PrivateKind.POSITION, _POSITION, _is_home, _HOMES),
)
