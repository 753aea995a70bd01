"""Accounts of people: banks and wallets, and e-mail."""

from __future__ import annotations

import re

from . import lookalikes
from .kinds import Detector, PrivateKind, always

_BANK = (
    r"(?:bank(?!\s(?:sampah|darah|data|soal|makanan|pangan|tanah|dunia|pohon|benih|bibit|asi)\b)"
    r"(?:\s[a-z]{3,12}){0,2}|bca|bri|brilink|bni|btn|bsi|mandiri|muamalat|btpn|jenius|cimb(?:\sniaga)?"
    r"|danamon|permata|maybank|ocbc(?:\snisp)?|panin|bukopin|seabank|bjb|bpd|jago|sinarmas)"
)
_WALLET = (
    r"(?:ovo|go-?pay|shopee\s?pay|link\s?aja|doku|astra\s?pay|i\.?saku|(?:akun|dompet)\sdana"
    r"|virtual\saccount|dompet\sdigital|e-?wallet)"
)
_LABEL = (
    r"(?P<label>\b(?:rek(?:ening)?|norek)\b[^\d\n\0]{0,40}?"
    rf"|\b(?:{_BANK}|{_WALLET})\b[\s.,:()/*`_-]{{0,4}}(?:(?:no|nomor)\b[\s.:]{{0,3}})?)"
)
_ACCOUNT = re.compile(rf"{_LABEL}(?P<it>\d(?:[ .\-]?\d){{7,15}})(?!\d)", re.IGNORECASE)
_ACCOUNT_OF = re.compile(
    r"(?<!\d)(?P<it>\d(?:[ .\-]?\d){8,15})(?=\s?[,(]?\s?(?:a\.\s?n\b|a/n\b|atas\snama\b))",
    re.IGNORECASE,
)
_AT = r"(?:@|\s?[\[({<]\s?(?:at|@|a|et)\s?[\])}>]\s?|\s@\s)"
_DOT = r"(?:\.|\s?[\[({]\s?(?:dot|titik|\.)\s?[\])}]\s?)"
_EMAIL = re.compile(
    rf"(?<![\w.+-])(?P<it>[\w.+%-]{{1,64}}{_AT}(?:[\w-]{{1,63}}{_DOT}){{1,5}}(?P<top>[a-z]{{2,24}}))\b",
    re.IGNORECASE,
)
_EMAIL_IN_WORDS = re.compile(
    r"(?<![\w.+-])(?P<it>[\w.+-]{2,64} at \w[\w-]{1,62}"
    r"(?: (?:dot|titik) [\w-]{2,24}){1,4})\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"\brp\b|\bkode\b|telp?\b|telepon|fax|\bhp\b|\bwa\b", re.IGNORECASE)


def _is_account(found: re.Match[str]) -> bool:
    return not (
        lookalikes.is_number(found)
        or lookalikes.is_figures(found)
        or lookalikes.is_budget_code(found)
        or lookalikes.is_years(found)
        or _ANOTHER.search(found["label"])
    )


def _is_account_of(found: re.Match[str]) -> bool:
    return not (lookalikes.is_number(found) or lookalikes.is_figures(found))


def _is_email(found: re.Match[str]) -> bool:
    return found["top"].lower() not in {"png", "jpg", "jpeg", "webp", "svg", "gif", "css", "js"}


_BANKS = (
    "rek", "bank", "bca", "bri", "bni", "btn", "bsi", "mandiri", "muamalat", "btpn", "jenius",
    "cimb", "danamon", "permata", "ocbc", "panin", "bukopin", "bjb", "bpd", "jago", "sinarmas",
    "ovo", "pay", "aja", "doku", "saku", "dana", "virtual", "dompet", "wallet",
)  # fmt: skip
BANK = (
    Detector(PrivateKind.ACCOUNT, _ACCOUNT, _is_account, _BANKS),
    Detector(PrivateKind.ACCOUNT, _ACCOUNT_OF, _is_account_of, ("a.", "a/n", "atas")),
)
EMAIL = (
    Detector(
        PrivateKind.EMAIL,
        _EMAIL,
        _is_email,
        ("@", "at", "a)", "a]", "a}", "a>", "et)", "et]", "et}"),
    ),
    Detector(PrivateKind.EMAIL, _EMAIL_IN_WORDS, always, (" dot ", " titik ")),
)
