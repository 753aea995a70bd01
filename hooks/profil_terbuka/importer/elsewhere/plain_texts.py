"""Texts from elsewhere as the published format allows them: seen letters, no formulas."""

from __future__ import annotations

from typing import Any

from ...read import hygiene
from ...read.formulas import is_formula, quoted
from ..grid import tidy


def clean_text(text: str) -> str:
    r"""A text without spaces around it and without letters that nobody sees; most are so already.

    >>> clean_text("Kota\u00a0Contoh "), clean_text("a\u2060b")
    ('Kota Contoh', 'ab')
    """
    if text == text.strip() and "\r" not in text and hygiene.clean(text):
        return text
    tidied = tidy(text)
    return "".join(filter(hygiene.clean, tidied)) if not hygiene.clean(tidied) else tidied


def safe_text(text: str) -> str:
    """The same, and between quotation marks what Excel would run as a formula.

    >>> safe_text("=1+1"), safe_text("-5")
    ('“=1+1”', '-5')
    """
    cleaned = clean_text(text)
    return quoted(cleaned) if is_formula(cleaned) else cleaned


def safe_value(value: Any) -> Any:
    """Every text of a value, however deep, and the names of its keys."""
    if isinstance(value, str):
        return safe_text(value)
    if isinstance(value, list):
        return [safe_value(item) for item in value]
    if isinstance(value, dict):
        return {safe_text(key): safe_value(item) for key, item in value.items()}
    return value
