"""A small picture for other sites: how many documents that must be announced are there."""

from __future__ import annotations

from html import escape

from ...model.messages import message
from ...model.palette import palette
from ...words.catalogues import text
from ...words.dates import date
from ..desk.openness import Openness
from ..law.obligations import Demand

NAME = "lencana.svg"
_LETTER = 6.2
_INDENT = 8


def badge_svg(openness: Openness) -> bytes:
    """Two boxes with text, in fixed colours that can be read on any page."""
    announced = openness.tallies[Demand.ANNOUNCED]
    left = text(message("ppid.badge-about"))
    right = text(
        message(
            "ppid.badge-count",
            met=announced.settled,
            counted=announced.counted,
            date=date(openness.day.isoformat()),
        )
    )
    first, second = _width(left), _width(right)
    ground = palette(openness.agency.colour).light.accent
    title = escape(f"{openness.agency.name}: {right}")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{first + second}" height="22" '
        f'viewBox="0 0 {first + second} 22" role="img" aria-label="{title}"><title>{title}</title>'
        f'<rect width="{first}" height="22" fill="#3b4652"/>'
        f'<rect x="{first}" width="{second}" height="22" fill="{ground}"/>'
        '<g fill="#fff" font-family="Verdana, Arial, sans-serif" font-size="11">'
        f'<text x="{_INDENT}" y="15">{escape(left)}</text>'
        f'<text x="{first + _INDENT}" y="15">{escape(right)}</text></g></svg>\n'
    ).encode()


def _width(words: str) -> int:
    """How wide a box is for these words.

    >>> _width("Informasi publik")
    115
    """
    return round(len(words) * _LETTER) + 2 * _INDENT
