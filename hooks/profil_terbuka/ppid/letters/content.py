"""What a letter holds, before it is a file."""

from __future__ import annotations

from dataclasses import dataclass

from .letterhead import Letterhead


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph."""

    text: str
    bold: bool = False
    centred: bool = False


@dataclass(frozen=True, slots=True)
class FactLines:
    """Lines of a form: what is told, and what is told of it."""

    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Clauses:
    """Parts of a decision, marked 'a.', '1.' or 'KESATU'; `head` stands beside the first, '' where
    they go on from others."""

    head: str
    items: tuple[tuple[str, str], ...]
    """The mark of each, and what it says."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A table: headings, rows, and how the width is shared among the columns."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SignedBy:
    """Places to sign, side by side; one alone stands on the right. Each is its lines, the name
    below the space."""

    places: tuple[tuple[tuple[str, ...], str], ...]


@dataclass(frozen=True, slots=True)
class Copies:
    """Who else gets the letter."""

    receivers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NewSheet:
    """From here on a new sheet, of an annex: which one it is, and whether it lies across."""

    title: tuple[str, ...]
    across: bool = True


Block = Said | FactLines | Clauses | Listing | SignedBy | Copies | NewSheet


@dataclass(frozen=True, slots=True)
class Addressed:
    """The head of a letter to somebody: number, urgency, enclosures, subject; day; receiver."""

    lines: tuple[tuple[str, str], ...]
    dated: str
    receiver: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter or a decision; `title` are the lines of one that has a title instead of a receiver.

    `stem` is the name of its file, without anything about people.
    """

    stem: str
    head: Letterhead
    title: tuple[str, ...]
    blocks: tuple[Block, ...]
    addressed: Addressed | None = None
