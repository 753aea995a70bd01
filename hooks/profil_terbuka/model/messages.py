"""A sentence yet to be said: what it is called in the catalogues of words, and what it tells.

Whoever finds something out names it and hands on the values; only `words.text` makes a sentence of
them, in the language of whoever reads it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeAlias

from .places import Place

Told: TypeAlias = "str | int | float | Decimal | Place | Message | tuple[Told, ...]"
"""What a sentence can tell. A year is a `str`: a number would be written with separators."""


@dataclass(frozen=True, slots=True)
class Message:
    """`name` is the catalogue and the sentence in it: 'check.part-larger'."""

    name: str
    values: tuple[tuple[str, Told], ...] = ()

    def __bool__(self) -> bool:
        """Whether it says anything."""
        return self.name != ""


NOTHING = Message("")
"""What is not said: a clause that has no place in this sentence."""


def message(name: str, /, **values: Told) -> Message:
    """The sentence `name` with its values by the names that the catalogue uses.

    >>> message("check.part-larger", part="Tuna netra", count=3)
    Message(name='check.part-larger', values=(('part', 'Tuna netra'), ('count', 3)))
    """
    return Message(name, tuple(values.items()))


def clauses(said: Message) -> Iterator[Message]:
    """The sentence itself, then the sentences among its values, and theirs.

    >>> inner = message("importer.in-sheet", name="Data")
    >>> [clause.name for clause in clauses(message("importer.cell-misfits", sheet=inner))]
    ['importer.cell-misfits', 'importer.in-sheet']
    """
    yield said
    for _, value in said.values:
        yield from _clauses_in(value)


def _clauses_in(value: Told) -> Iterator[Message]:
    if isinstance(value, Message):
        yield from clauses(value)
    elif isinstance(value, tuple):
        for item in value:
            yield from _clauses_in(item)


def rewritten(said: Message, rewrite: Callable[[str], str]) -> Message:
    """The message with every text among its values, those of its clauses too, put through
    `rewrite`: so that what must not be told is masked before it becomes a sentence."""

    def anew(value: Told) -> Told:
        if isinstance(value, str):
            return rewrite(value)
        if isinstance(value, Message):
            return rewritten(value, rewrite)
        if isinstance(value, Place):
            column = value.column and rewrite(value.column)
            return replace(value, file=rewrite(value.file), column=column)
        return tuple(map(anew, value)) if isinstance(value, tuple) else value

    return replace(said, values=tuple((name, anew(value)) for name, value in said.values))
