"""What looks like private data and is not: each function judges a match whose group is `it`."""

from __future__ import annotations

import re

_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_DECIMAL = re.compile(r"[1-9]\d{0,2}\.\d+")
_DATE = r"(?:0?[1-9]|[12]\d|3[01])(?P<sign>[-/.])(?:0[1-9]|1[0-2])(?P=sign)(?:19|20)\d\d(?!\d)"
_DATE_AND_MORE = re.compile(rf"{_DATE}(?!(?P=sign)\d{{3}})")
_OPENING_HOURS = re.compile(r"\d\d\.[0-5]\d\s?[-/ ]\s?\d\d\.[0-5]\d(?!\d)")
_REGION_LIST = re.compile(r"\d\d\.\d\d(?:\.\d\d(?:\.\d{4})?)?[ \-]\d\d\.\d\d")
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


def is_number(found: re.Match[str]) -> bool:
    """Grouped thousands, a decimal fraction, or digits out of a checksum."""
    value = found["it"]
    if _THOUSANDS.fullmatch(value) or _DECIMAL.fullmatch(value):
        return True
    return _goes_on_from_digits(found) or _is_in_hash(found)


def _goes_on_from_digits(found: re.Match[str]) -> bool:
    """A decimal fraction, `1.081.234.567.890`, `99.01.08.1001`: it began before the point."""
    start = found.start("it")
    before = found.string[max(0, start - 2) : start]
    alone = re.match(r"\d{4,}[^\d.]", found["it"])
    return bool(re.fullmatch(r"\d\.", before)) and not alone


def _is_in_hash(found: re.Match[str]) -> bool:
    text, (start, end) = found.string, found.span("it")
    before = _TOKEN_BEFORE.search(text[max(0, start - 64) : start])
    after = _TOKEN_AFTER.match(text[end : end + 64])
    token = f"{before[0] if before else ''}{found['it']}{after[0] if after else ''}"
    return len(token) >= _HASH_LENGTH and bool(re.fullmatch(r"[0-9a-fA-F]+", token))


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
        before = text[max(0, found.start("it") - 2) : found.start("it")]
        after = text[found.end("it") : found.end("it") + 2]
        if re.fullmatch(r"\d\.", before) or re.fullmatch(r"\.\d", after):
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
