"""Finds private data in a text: identity and tax numbers, phones, e-mail, homes, bank accounts.

A pattern finds what has the right outline; a validator of `lookalikes` or of this module then
refuses what only looks like it: formatted numbers, dates, opening hours, region and budget codes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from . import lookalikes
from .folding import fold, origins


class Kind(StrEnum):
    """What sort of private data."""

    NIK = "nik"
    NPWP = "npwp"
    PHONE = "telepon"
    EMAIL = "surel"
    ADDRESS = "alamat"
    ACCOUNT = "rekening"


@dataclass(frozen=True, slots=True)
class Hit:
    """Private data at text[start:end]."""

    kind: Kind
    start: int
    end: int


def find(text: str) -> Iterator[Hit]:
    """Private data in `text`, from left to right, none overlapping another."""
    plain = fold(text)
    if not _WORTH_A_LOOK.search(plain):
        return
    hits = list(_in_plain(plain))
    if hits and len(plain) != len(text):
        place = origins(text)
        hits = [Hit(hit.kind, place[hit.start], place[hit.end - 1] + 1) for hit in hits]
    yield from hits


def _in_plain(text: str) -> list[Hit]:
    hits = []
    taken = bytearray(len(text))
    for kind, pattern, is_valid in _DETECTORS:
        position = 0
        while found := pattern.search(text, position):
            start, end = found.span("it")
            if any(taken[start:end]) or not is_valid(found):
                # What is refused may hide the beginning of what is sought.
                position = start + 1
                continue
            hits.append(Hit(kind, start, end))
            taken[start:end] = b"\1" * (end - start)
            position = end
    return sorted(hits, key=lambda hit: hit.start)


# Eight digits close together, or a word without which no address or e-mail is written.
_WORTH_A_LOOK = re.compile(r"\d(?:\D{0,3}\d){7}|@|\bat\b|\bR\.?T\b|\bno", re.IGNORECASE)

_GAP = r"[\s().\-/\\_*`·]{0,3}"
"""What people put between the digits of a phone number, Markdown included."""
_ABROAD = rf"(?:\(?\+\s?\(?62|\(62\)|\(?0062){_GAP}(?:\(?0\)?{_GAP})?"
_AREA = r"(?:2[124]|31|61|[2-79]\d\d)"
_WORD = r"[\w.,'()/-]{1,30}\s{1,3}"
_TELEPHONE_WORD = r"(?:h\.?p|w\.?a|whats?app|telp?|telepon|ponsel|phone|kontak|hubungi)"
_BANK = r"(?:bank(?:\s[a-z]{3,12}){0,2}|bca|bri|bni|btn|bsi|mandiri|muamalat)"
_HAS_ACCOUNT_WORD = rf"(?:\brek(?:ening)?\b[^\d\n\0]{{0,40}}?|\b{_BANK}\b[\s.,:()/*`_-]{{0,4}})"
_AT = r"(?:@|\s?[\[({<]\s?(?:at|@)\s?[\])}>]\s?|\s@\s)"
_DOT = r"(?:\.|\s?[\[({]\s?(?:dot|titik|\.)\s?[\])}]\s?)"
_RT = r"R\.?T\b[\s.:]{0,3}(?:\d{1,3}|[IVX]{1,5})"
_RW = r"R\.?W\b[\s.:]{0,3}(?:\d{1,3}|[IVX]{1,5})"

_NIK = re.compile(r"(?<!\d)(?P<it>\d(?:[ .\-_]?\d){15})(?!\d)")
_NPWP = re.compile(
    r"(?<!\d)(?P<it>\d{2}[. ]?\d{3}[. ]?\d{3}[. ]?\d[-. ]?\d{3}[. ]?\d{3}"
    r"|0\d{3}(?:[ .-]?\d{4}){3})(?!\d)"
)
_MOBILE = re.compile(
    rf"(?<!\d)(?P<it>(?:{_ABROAD}|\(?0\)?[\s)\-]{{0,2}})"
    rf"8{_GAP}[1-357-9](?:{_GAP}\d){{7,10}})(?!\d)"
)
_MOBILE_BARE = re.compile(
    r"(?<!\d)(?P<it>62[ .\-/)]{0,2}(?:\(?0\)?[ .\-/]?)?"
    r"8[1-357-9]\d(?:[ .\-/]?\d){6,9})(?!\d)"
)
_MOBILE_NAMED = re.compile(
    rf"\b{_TELEPHONE_WORD}\b[\s.:=/*`_]{{0,4}}(?:no(?:mor)?\b[\s.:]{{0,3}})?"
    rf"(?P<it>8[1-357-9](?:{_GAP}\d){{7,10}})(?!\d)",
    re.IGNORECASE,
)
_LANDLINE = re.compile(
    rf"(?<!\d)(?P<it>\(0{_AREA}\)[\s.\-]{{0,2}}\d(?:[\s.\-]?\d){{4,7}}"
    rf"|0{_AREA}[\s.\-]{{1,3}}\d(?:[\s.\-]?\d){{4,7}}"
    rf"|0[2-79]\d{{7,10}}"
    rf"|{_ABROAD}{_AREA}{_GAP}\d(?:[\s.\-]?\d){{4,7}})(?!\d)"
)
_ACCOUNT = re.compile(
    rf"(?P<label>{_HAS_ACCOUNT_WORD})(?P<it>\d(?:[ .\-]?\d){{7,15}})(?!\d)", re.IGNORECASE
)
_EMAIL = re.compile(
    rf"(?<![\w.+-])(?P<it>[\w.+%-]{{1,64}}{_AT}(?:[\w-]{{1,63}}{_DOT}){{1,5}}(?P<top>[a-z]{{2,24}}))\b",
    re.IGNORECASE,
)
_EMAIL_IN_WORDS = re.compile(
    r"(?<![\w.+-])(?P<it>[\w.+-]{2,64} at \w[\w-]{1,62}"
    r"(?: (?:dot|titik) [\w-]{2,24}){1,4})\b",
    re.IGNORECASE,
)
_NEIGHBOURHOOD = re.compile(
    rf"\b(?P<it>{_RT}[\s,/\-]{{0,4}}(?:{_RW}|\d{{1,3}}\b(?![.,]?\d))|{_RW}[\s,/\-]{{0,4}}{_RT}"
    r"|R\.?T\.?\s?/\s?R\.?W\b[\s.:]{0,3}\d{1,3}\s?[/\-]\s?\d{1,3}"
    r"|R\.?T\b[\s.:]{0,3}0\d{1,2}\b)",
    re.IGNORECASE,
)
_STREET = re.compile(
    rf"\b(?P<it>(?:jl|jln|jalan|gang|gg)\b\.?\s{{0,2}}(?P<name>(?:{_WORD}){{1,8}}?)"
    r"(?:no|nomor|nmr)\b[.:\s]{0,3}\d{1,4}(?!\d)(?:\s?[a-z]\b)?)",
    re.IGNORECASE,
)

_REGIONS = {
    *range(11, 20), 21, *range(31, 37), *range(51, 54), *range(61, 66),
    *range(71, 77), 81, 82, *range(91, 97),
}  # fmt: skip


def _is_nik(found: re.Match[str]) -> bool:
    """Province, district, subdistrict, then a date of birth (day + 40 for women); KK likewise."""
    figures = re.sub(r"\D", "", found["it"])
    province, district, subdistrict, day, month = (int(figures[i : i + 2]) for i in range(0, 10, 2))
    if province not in _REGIONS or district == 0 or subdistrict == 0:
        return False
    born = day - 40 if day > 40 else day
    if not (1 <= born <= 31 and 1 <= month <= 12):
        return False
    return not (lookalikes.is_number(found) or lookalikes.is_code_list(found))


def _is_npwp(found: re.Match[str]) -> bool:
    value = found["it"]
    from_abroad = value.replace(" ", "").startswith("00628")
    return not (lookalikes.is_number(found) or from_abroad or value.strip("0") == "")


def _is_phone(found: re.Match[str]) -> bool:
    return not lookalikes.is_number(found) and not lookalikes.is_moment(found)


def _is_bare_phone(found: re.Match[str]) -> bool:
    """Without + or 0 in front, only groups of at least two digits make it a phone number."""
    groups = re.findall(r"\d+", found["it"])[1:]
    return _is_phone(found) and all(len(group) > 1 for group in groups)


def _is_account(found: re.Match[str]) -> bool:
    return not (
        lookalikes.is_number(found)
        or lookalikes.is_budget_code(found)
        or lookalikes.is_years(found)
        or re.search(r"\brp\b|\bkode\b|telp?\b|telepon|fax|\bhp\b|\bwa\b", found["label"], re.I)
    )


def _is_email(found: re.Match[str]) -> bool:
    return found["top"].lower() not in {"png", "jpg", "jpeg", "webp", "svg", "gif", "css", "js"}


def _is_street(found: re.Match[str]) -> bool:
    return not lookalikes.is_law(found)


def _always(_: re.Match[str]) -> bool:
    return True


_DETECTORS: tuple[tuple[Kind, re.Pattern[str], Callable[[re.Match[str]], bool]], ...] = (
    (Kind.NIK, _NIK, _is_nik),
    (Kind.NPWP, _NPWP, _is_npwp),
    (Kind.PHONE, _MOBILE, _is_phone),
    (Kind.PHONE, _MOBILE_BARE, _is_bare_phone),
    (Kind.PHONE, _MOBILE_NAMED, _is_phone),
    (Kind.ACCOUNT, _ACCOUNT, _is_account),
    (Kind.PHONE, _LANDLINE, _is_phone),
    (Kind.EMAIL, _EMAIL, _is_email),
    (Kind.EMAIL, _EMAIL_IN_WORDS, _always),
    (Kind.ADDRESS, _NEIGHBOURHOOD, _always),
    (Kind.ADDRESS, _STREET, _is_street),
)
"""The most telling first: a number is taken by the first that accepts it."""
