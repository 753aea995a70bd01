"""What values of the domain are called in the language that is spoken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Protocol, TypeVar, cast

from ..model import (
    CellStatus,
    ChangeKind,
    MeasureKind,
    NoteStatus,
    PeriodKind,
    Role,
    Value,
)
from .dates import moment
from .language import grammar
from .numbers import number

K = TypeVar("K")


class LabelWords(Protocol):
    """What a language says in its module `labels`."""

    CELL_STATUS: Mapping[CellStatus, str]
    NOTE_STATUS: Mapping[NoteStatus, str]
    CHANGE: Mapping[ChangeKind, str]
    SUBJECT: Mapping[str, str]
    FREQUENCY: Mapping[str, str]
    TYPE: Mapping[str, str]
    ROLE: Mapping[Role, str]
    MEASURE_KIND: Mapping[MeasureKind, str]
    PERIOD_KIND: Mapping[PeriodKind, str]
    TROUBLE: Mapping[int, str]
    YES: str
    NO: str
    UNIT_READ: str


def _words() -> LabelWords:
    return cast(LabelWords, grammar("labels"))


class _Labels(Mapping[K, str]):
    """One table of labels, looked up when it is asked: in the language that is spoken then."""

    def __init__(self, name: str) -> None:
        self._name = name

    def _spoken(self) -> Mapping[K, str]:
        return cast(Mapping[K, str], getattr(_words(), self._name))

    def __getitem__(self, key: K) -> str:
        return self._spoken()[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._spoken())

    def __len__(self) -> int:
        return len(self._spoken())


CELL_STATUS: Mapping[CellStatus, str] = _Labels("CELL_STATUS")
"""Of a value in a table (`status`).

>>> CELL_STATUS[CellStatus.DOUBTFUL]
'diragukan'
"""
NOTE_STATUS: Mapping[NoteStatus, str] = _Labels("NOTE_STATUS")
"""Of a note on quality."""
CHANGE: Mapping[ChangeKind, str] = _Labels("CHANGE")
"""What changed in an edition."""
SUBJECT: Mapping[str, str] = _Labels("SUBJECT")
"""What a dataset is about (`subjek`), in the order of the catalogue."""
FREQUENCY: Mapping[str, str] = _Labels("FREQUENCY")
"""How often a dataset appears (`frekuensi`)."""
TYPE: Mapping[str, str] = _Labels("TYPE")
"""Types of columns, by their name in Table Schema."""
ROLE: Mapping[Role, str] = _Labels("ROLE")
"""What a column is for (`peran`)."""
MEASURE_KIND: Mapping[MeasureKind, str] = _Labels("MEASURE_KIND")
"""What kind of quantity a measure is."""
PERIOD_KIND: Mapping[PeriodKind, str] = _Labels("PERIOD_KIND")
"""What the periods of a time column are (`periode`)."""
TROUBLE: Mapping[int, str] = _Labels("TROUBLE")
"""Why the system refused, by its number for that."""


def yes_no(holds: bool) -> str:
    """'ya' or 'tidak'."""
    spoken = _words()
    return spoken.YES if holds else spoken.NO


def unit_is_reading() -> str:
    """What stands behind the first unit of a sentence that the source does not print."""
    return _words().UNIT_READ


def cell(value: Value | float, type_: str) -> str:
    """A value as it stands in a table: empty cells become an em dash, years keep no separators.

    >>> cell(2024, "year"), cell(2024, "integer"), cell(None, "integer"), cell(True, "boolean")
    ('2024', '2.024', '—', 'ya')
    """
    if value is None:
        return "\N{EM DASH}"
    if isinstance(value, bool):
        return yes_no(value)
    if type_ in ("date", "yearmonth"):
        return moment(str(value))
    if type_ in ("integer", "number") and isinstance(value, int | float | Decimal):
        return number(value)
    return str(value)


def failure(error: OSError) -> str:
    """Why the system refused.

    >>> import errno
    >>> failure(OSError(errno.ENOSPC, "No space left on device"))
    'disk penuh'
    """
    return TROUBLE.get(error.errno or 0) or error.strerror or str(error)


def trouble(error: OSError) -> str:
    """A failure of the disk or the system as one sentence: 'Disk penuh: site/index.html.'"""
    reason = failure(error)
    reason = reason[:1].upper() + reason[1:]
    return f"{reason}: {error.filename}." if error.filename else f"{reason}."
