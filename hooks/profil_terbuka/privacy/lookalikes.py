"""What looks like private data and is not: each function judges a match whose group is `it`."""

from __future__ import annotations

import re

_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_DECIMAL = re.compile(r"[1-9]\d{0,2}\.\d+")
_DATE = r"(?:0?[1-9]|[12]\d|3[01])(?P<sign>[-/.])(?:0[1-9]|1[0-2])(?P=sign)(?:19|20)\d\d(?!\d)"
_DATE_AND_MORE = re.compile(rf"{_DATE}(?!(?P=sign)\d{{3}})")
_OPENING_HOURS = re.compile(r"\d\d\.[0-5]\d\s?[-/ ]\s?\d\d\.[0-5]\d(?!\d)")
_REGION_LIST = re.compile(r"\d\d\.\d\d(?:\.\d\d(?:\.\d{4})?)?[ \-]\d\d\.\d\d")
_FIGURE = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+|\d{1,3}")
_MONEY_BEFORE = re.compile(
    r"\b(?:rp|idr|pagu|anggaran|realisasi|nilai|sebesar|senilai|biaya|belanja|dana|total|jumlah"
    r"|kontrak|nominal|pendapatan|hibah)\b[\s:.=(]{0,4}(?:rp\b[\s.]{0,2})?\Z",
    re.I,
)
_PADDED = re.compile(r"0\d{1,2}(?:\.\d{3}){2,}")
_OFFICE = (
    r"\b(?:kantor|dinas|badan|panti|lksa|lks|yayasan|puskesmas|poskesdes|rumah\ssakit|rsud|rsj"
    r"|sekolah|s[dm]n|s[dm]p?n?|sma|smk|slb|tk|paud|pkbm|masjid|gereja|vihara|pura|balai|upt|uptd"
    r"|loka|sentra|sekretariat|posko|posyandu|puskesos|universitas|politeknik|hotel|gedung|pasar"
    r"|terminal|pelabuhan|polsek|polres\w*|koramil|rumah\ssinggah|pt|cv|ud)\b"
)
_HOME = (
    r"\b(?:rumah(?!\s(?:sakit|singgah))|tinggal|kediaman|domisili|warga|keluarga|korban|penerima"
    r"|klien|pengurus|ketua|ibu|bapak|sdr|sdri|an\.)\b"
)
_OFFICE_ANYWHERE, _HOME_ANYWHERE = re.compile(_OFFICE, re.I), re.compile(_HOME, re.I)
_OFFICE_BEFORE = re.compile(rf"{_OFFICE}[^\n\0]{{0,60}}\Z", re.I)
_HOME_BEFORE = re.compile(rf"{_HOME}[^\n\0]{{0,60}}\Z", re.I)
_BUDGET_CODE = re.compile(r"\d\.\d{1,2}\.\d")
_YEARS = re.compile(r"(?:(?:19|20)\d\d[ .\-]?)+(?:\d{1,3})?")
_LAW = re.compile(
    r"\b(?:undang|peraturan|perda|perwali|perpres|permen\w*|kep\w*san|tentang|pasal)\b", re.I
)
_YEAR_FOLLOWS = re.compile(r"\s{0,2}(?:tahun|thn|th\b|/)", re.I)
_TOKEN_BEFORE = re.compile(r"[0-9A-Za-z]*\Z")
_TOKEN_AFTER = re.compile(r"[0-9A-Za-z]*")
_HASH_LENGTH = 20
"""An unbroken run of hexadecimal digits of this length is a checksum, not a number."""
_SEARCH_NAME = "id_"
"""Before the short checksum in the name of a file of the search: `pagefind.id_c06....pf_meta`."""


def text_before(found: re.Match[str], length: int) -> str:
    """Up to `length` signs that stand before the match."""
    start = found.start("it")
    return found.string[max(0, start - length) : start]


def is_number(found: re.Match[str]) -> bool:
    """Grouped thousands, a decimal fraction, or digits out of a checksum."""
    value = found["it"]
    if _THOUSANDS.fullmatch(value) or _DECIMAL.fullmatch(value):
        return True
    return _goes_on_from_digits(found) or is_in_hash(found)


def _goes_on_from_digits(found: re.Match[str]) -> bool:
    """A decimal fraction, `1.081.234.567.890`, `99.01.08.1001`: it began before the point."""
    alone = re.match(r"\d{4,}[^\d.]", found["it"])
    return bool(re.fullmatch(r"\d\.", text_before(found, 2))) and not alone


def is_in_hash(found: re.Match[str]) -> bool:
    """Out of the middle of a checksum, or of a short one in the name of a file of the search."""
    text, (start, end) = found.string, found.span("it")
    head = _TOKEN_BEFORE.search(text[max(0, start - 64) : start])
    tail = _TOKEN_AFTER.match(text[end : end + 64])
    token = f"{head[0] if head else ''}{found['it']}{tail[0] if tail else ''}"
    if not re.fullmatch(r"[0-9a-fA-F]+", token):
        return False
    before = start - len(head[0] if head else "")
    is_search_name = text[max(0, before - len(_SEARCH_NAME)) : before] == _SEARCH_NAME
    return len(token) >= _HASH_LENGTH or (is_search_name and not token.isdecimal())


def is_moment(found: re.Match[str]) -> bool:
    """A date followed by an hour, a second date or a count; or opening hours."""
    start, end = found.start("it"), found.end("it") + 8
    if _OPENING_HOURS.match(found.string, start, end):
        return True
    # The day may stand before what was found: `01-08-2024 10.00` holds `08-2024 10.00`.
    return any(_DATE_AND_MORE.match(found.string, max(0, start - back), end) for back in (0, 2, 3))


def is_code_list(found: re.Match[str]) -> bool:
    """Region codes one after the other, or a date and what follows it."""
    value, text = found["it"], found.string
    if "." in value:
        after = text[found.end("it") : found.end("it") + 2]
        if re.fullmatch(r"\d\.", text_before(found, 2)) or re.fullmatch(r"\.\d", after):
            return True
    return bool(_REGION_LIST.match(value) or _DATE_AND_MORE.match(value))


def is_budget_code(found: re.Match[str]) -> bool:
    """`5.1.02.01.01.0024`: an account of the budget (kode rekening), not of a bank."""
    return bool(_BUDGET_CODE.match(found["it"]))


def is_years(found: re.Match[str]) -> bool:
    """`2021 2022` or `2021-2024`."""
    return bool(_YEARS.fullmatch(found["it"]))


def is_law(found: re.Match[str]) -> bool:
    """`... tentang Jalan ... Nomor 38 Tahun 2004`."""
    rest = found.string[found.end("it") : found.end("it") + 10]
    return bool(_LAW.search(found["name"]) or _YEAR_FOLLOWS.match(rest))


def is_figures(found: re.Match[str]) -> bool:
    """Figures one after the other, none long enough to be a part of a number: `10 20 30 40`."""
    parts = re.split(r"[ ]|(?<!\d)-", found["it"])
    return len(parts) > 1 and all(_FIGURE.fullmatch(part) for part in parts)


def is_padded_amount(found: re.Match[str]) -> bool:
    """`Pagu 081.234.567.890`: an amount that was given a 0 in front."""
    return bool(_PADDED.fullmatch(found["it"]) and _MONEY_BEFORE.search(text_before(found, 40)))


def is_office(found: re.Match[str]) -> bool:
    """The address of an institution that is named before it, and of nobody's home."""
    near = text_before(found, 90)
    return bool(_OFFICE_BEFORE.search(near)) and not _HOME_BEFORE.search(near)


def names_office(text: str) -> bool:
    """Whether the text names an institution and nobody's home."""
    return bool(_OFFICE_ANYWHERE.search(text)) and not names_home(text)


def names_home(text: str) -> bool:
    """Whether the text speaks of somebody's home, or of a person."""
    return bool(_HOME_ANYWHERE.search(text))
