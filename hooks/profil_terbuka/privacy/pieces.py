"""What a file is taken apart into, to be searched for private data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from ..model.messages import Message
from .hiding import Hidden


@dataclass(frozen=True, slots=True)
class Piece:
    """A text of a file (`member` names the file within an archive), with its place in a table."""

    text: str
    row: int | None = None
    column: str | None = None
    member: str = ""
    in_cell: bool = False
    """Whether it is a cell of a table, or several with BREAK between them."""


@dataclass(frozen=True, slots=True)
class Rows:
    """All cells of a table of text, to be judged together."""

    cells: tuple[tuple[str, ...], ...]
    member: str = ""


@dataclass(frozen=True, slots=True)
class Extra:
    """Something hidden in a file or in a member of it."""

    hidden: Hidden
    member: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of a file that cannot be searched: why, and what to do."""

    why: Message
    remedy: Message
    member: str = ""
    fingerprint: str = ""
    """Of a document that somebody may read instead, and vouch for (`dokumen_diperiksa`)."""


Part: TypeAlias = Piece | Rows | Extra | Unread
