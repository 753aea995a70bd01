"""Where a document departs from its JSON Schema: which departures are told, and their place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from jsonschema.exceptions import ValidationError

from ..model.messages import Message, message
from .located import path

_NAMED: Mapping[str | int | None, Callable[[str, str], Message]] = {
    "fields": lambda path, name: message("read.path-in-column", path=path, name=name),
    "grafik": lambda path, name: message("read.path-in-chart", path=path, name=name),
    "catatan": lambda path, name: message("read.path-in-note", path=path, name=name),
}
"""Lists whose entries have a name, and how the way to something in such an entry is told."""
_ABOUT_VALUE = frozenset({"enum", "const", "type", "pattern", "format"})
"""Rules about one value: it can only be wrong once."""


def one_a_cause(errors: Iterable[ValidationError]) -> list[ValidationError]:
    """The errors, with one for each value: that of the rule which fits its neighbours best.

    A condition stands deeper in the schema than the general rule, and knows more.
    """
    kept: list[ValidationError] = []
    of_value: dict[tuple[str | int, ...], ValidationError] = {}
    for error in errors:
        if error.validator not in _ABOUT_VALUE:
            kept.append(error)
            continue
        place = tuple(error.absolute_path)
        known = of_value.get(place)
        if known is None or len(error.absolute_schema_path) > len(known.absolute_schema_path):
            of_value[place] = error
    return [*kept, *of_value.values()]


def key_place(keys: Sequence[str | int], document: object) -> Message:
    """The path of a place in a document, with the name of the column or chart it lies in.

    >>> document = {"resources": [{"schema": {"fields": [{"name": "jumlah", "type": "bilangan"}]}}]}
    >>> dict(key_place(("resources", 0, "schema", "fields", 0, "type"), document).values)
    {'path': 'resources[0].schema.fields[0].type', 'name': 'jumlah'}
    """
    shown, part = path(keys), document
    told = unnamed = message("read.path", path=shown)
    for key, below in pairwise((*keys, None)):
        try:
            part = part[key]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            break
        if key in _NAMED and isinstance(below, int) and isinstance(part, list):
            name = _entry_name(part[below]) if below < len(part) else None
            told = _NAMED[key](shown, name) if name else unnamed
    return told


def _entry_name(entry: object) -> str | None:
    """What an entry of a list is called, by itself."""
    called = (entry.get("name") or entry.get("nama")) if isinstance(entry, dict) else None
    return called if isinstance(called, str) else None
