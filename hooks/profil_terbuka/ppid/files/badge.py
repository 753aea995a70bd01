"""A small picture for other sites: how many obligations are met, and on which day."""

from __future__ import annotations

from html import escape

from ...words.wording import date, number
from ..desk.openness import Openness

NAME = "lencana.svg"
_LETTER = 6.2
_INDENT = 8


def badge(openness: Openness) -> bytes:
    """Two boxes with text, in fixed colours that can be read on any page."""
    left = "Informasi publik"
    met, all_ = number(openness.settled), number(openness.counted)
    right = f"{met} dari {all_} butir terpenuhi, {date(openness.day.isoformat())}"
    first, second = _width(left), _width(right)
    title = escape(f"{openness.agency.name}: {right}")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{first + second}" height="22" '
        f'viewBox="0 0 {first + second} 22" role="img" aria-label="{title}"><title>{title}</title>'
        f'<rect width="{first}" height="22" fill="#3b4652"/>'
        f'<rect x="{first}" width="{second}" height="22" fill="{openness.agency.colour}"/>'
        '<g fill="#fff" font-family="Verdana, Arial, sans-serif" font-size="11">'
        f'<text x="{_INDENT}" y="15">{escape(left)}</text>'
        f'<text x="{first + _INDENT}" y="15">{escape(right)}</text></g></svg>\n'
    ).encode()


def _width(text: str) -> int:
    return round(len(text) * _LETTER) + 2 * _INDENT
