"""Values as bytes, for results that are kept; of kinds that are named when they are read.

What is kept could have been put there by another program; so nothing but the kinds named is made of
it, and no code of its own can run.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Collection
from typing import Any


def packed(value: object) -> bytes:
    """A value as bytes: texts, numbers, bytes, tuples, mappings, and dataclasses of these."""
    return pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)


def unpacked(data: bytes, kinds: Collection[type]) -> Any:
    """The value that `packed` wrote, of dataclasses of these `kinds` alone.

    Raises pickle.UnpicklingError where anything else is in it.

    >>> from ..model.products import Section
    >>> unpacked(packed({"a": Section("a", "A")}), {Section})
    {'a': Section(anchor='a', title='A')}
    """
    known = {(kind.__module__, kind.__qualname__): kind for kind in kinds}
    return _Unpickler(io.BytesIO(data), known).load()


class _Unpickler(pickle.Unpickler):
    """Finds no class but those it is given."""

    def __init__(self, file: io.BytesIO, kinds: dict[tuple[str, str], type]) -> None:
        super().__init__(file)
        self._kinds = kinds

    def find_class(self, module: str, name: str) -> type:
        """The class of that name; nothing else has one here."""
        try:
            return self._kinds[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name}") from None
