"""Parts of a descriptor that others wrote: what is not of the kind that is asked for counts as
not said, so that no odd descriptor stops the program.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

Said: TypeAlias = Mapping[str, Any]
"""An object of a descriptor."""


def said_text(value: object) -> str:
    """A text without spaces around it; '' where there is none.

    >>> said_text("  Harga "), said_text(["Harga"])
    ('Harga', '')
    """
    return value.strip() if isinstance(value, str) else ""


def said_objects(value: object) -> list[dict[str, Any]]:
    """The objects of a list; one alone is a list of one.

    >>> said_objects({"name": "a"}), said_objects(["a"])
    ([{'name': 'a'}], [])
    """
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, dict)]


def said_texts(value: object) -> list[str]:
    """The texts of a list; one alone is a list of one.

    >>> said_texts("tahun"), said_texts(None)
    (['tahun'], [])
    """
    items = value if isinstance(value, list) else [value]
    return [text for item in items if (text := said_text(item))]


def without(said: Said, keys: Iterable[str]) -> dict[str, Any]:
    """The object without these keys."""
    unwanted = frozenset(keys)
    return {key: value for key, value in said.items() if key not in unwanted}
