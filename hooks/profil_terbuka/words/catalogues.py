"""The catalogues of words: sentences by area and name, in PO files (gettext), a folder a language.

`words/id/check.po` holds the sentence `check.part-larger` under `msgid "part-larger"`. What stands
in braces are values: `{count}` is written as the language writes numbers, a list as an enumeration.
`{columns:code}` sets names between backticks, `{columns:list}` joins with commas alone; both go
together. `{faults:semicolons}`, `{faults:sentences}` and `{faults:lines}` join with what they are
called, `{places:bullets}` gives each a line of its own; `{cells:few list}` names the first three
and counts the others; `{told:start}` begins a sentence with what elsewhere ends one. A sentence
that differs by number has `msgid_plural` and counts by its value `n`. Where no values are told,
braces stand for themselves. What `words.where` tells of comes as `msgctxt`.
"""

from __future__ import annotations

import gettext
import string
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as BabelMessage
from babel.messages.pofile import read_po

from ..model.messages import NOTHING, Message, Told, message
from ..model.places import Place
from .language import folder, language
from .numbers import enumeration, number
from .where import reading_place

COUNT = "n"
_JOINTS = {"list": ", ", "semicolons": "; ", "sentences": " ", "lines": "\n"}
"""What stands between the items of a list, where that is no enumeration."""
_MOST_NAMED = 3
"""Of many values that a sentence names but a few of."""


def text(said: Message | str) -> str:
    """The sentence in the reader's language; '' for what is not said. KeyError for an unknown one.

    >>> text(message("report.closing", errors=2, suspicions=1))
    '2 kesalahan, 1 kecurigaan.'
    """
    if isinstance(said, str):
        return said
    if not said.name:
        return ""
    values = dict(said.values)
    sentence = _sentence(said.name, values.get(COUNT, 1))
    return _WRITER.vformat(sentence, (), values) if values else sentence


@cache
def catalogue(code: str, area: str) -> Catalog:
    """One catalogue of a language, as Babel reads it; FileNotFoundError for an unknown area."""
    with (folder(code) / f"{area}.po").open("rb") as file:
        return read_po(file, locale=code, abort_invalid=True)


def _sentence(name: str, count: Told) -> str:
    return form(*_entry(name), count)


def _entry(name: str) -> tuple[BabelMessage, Catalog]:
    area, _, own = name.partition(".")
    spoken = catalogue(language(), area)
    place = reading_place()
    entry = (place and spoken.get(own, place)) or spoken.get(own)
    if entry is None or not entry.string:
        raise KeyError(f"no words for {name} in {language()}")
    return entry, spoken


def forms(name: str) -> tuple[str, tuple[str, ...]]:
    """A sentence whose number is not known yet: which form it takes, as a rule in C, and all forms.

    >>> rule, said = forms("scripts.copy")
    >>> said
    ('Salin',)
    """
    entry, spoken = _entry(name)
    return spoken.plural_expr, _forms(entry)


def form(entry: BabelMessage, spoken: Catalog, count: object) -> str:
    """What an entry says of so many: of one, where that is no whole number."""
    said = _forms(entry)
    chosen = gettext.c2py(spoken.plural_expr) if len(said) > 1 else None
    return said[chosen(count if isinstance(count, int) else 1)] if chosen else said[0]


def _forms(entry: BabelMessage) -> tuple[str, ...]:
    said = entry.string
    return (said,) if isinstance(said, str) else tuple(said or ())


class _Writer(string.Formatter):
    """Writes values as the language does."""

    def get_value(self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        return kwargs[str(key)]

    def format_field(self, value: Told, format_spec: str) -> str:
        return _written(value, frozenset(format_spec.split()))


def _written(value: Told, how: frozenset[str]) -> str:
    if isinstance(value, tuple):
        if "few" in how:
            return _few(value, how - {"few"})
        items = [_written(item, how) for item in value]
        if "bullets" in how:
            return "".join(f"\n      - {item}" for item in items)
        joint = next((joint for name, joint in _JOINTS.items() if name in how), None)
        return enumeration(items) if joint is None else joint.join(items)
    plain = _plain(value)
    if "start" in how:
        plain = plain[:1].upper() + plain[1:]
    return f"`{plain}`" if "code" in how else plain


def _few(values: tuple[Told, ...], how: frozenset[str]) -> str:
    """The first of many values, and how many more there are."""
    others = len(values) - _MOST_NAMED
    shown = _written(values[:_MOST_NAMED], how)
    return text(message("report.and-others", shown=shown, count=others)) if others > 0 else shown


def _plain(value: str | int | float | Decimal | Place | Message) -> str:
    if isinstance(value, Message):
        return text(value)
    if isinstance(value, Place):
        return place_text(value)
    return value if isinstance(value, str) else number(value)


def place_text(where: Place) -> str:
    """'datasets/kota-a/pbi/pbi.csv, baris 3, kolom `jumlah`'."""
    row = message("report.row", row=str(where.row)) if where.row is not None else NOTHING
    column = message("report.column", column=where.column) if where.column else NOTHING
    return ", ".join(filter(None, (where.file, text(row), text(column))))


_WRITER = _Writer()
