"""What a chart says of itself: the facts, which a language makes a sentence of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol, TypeAlias, cast

from .language import grammar

Number: TypeAlias = int | float
Values: TypeAlias = Mapping[str, Number]
FEW = 3
"""Up to so many values, or names that share one, are simply named."""


@dataclass(frozen=True, slots=True)
class TimelineFacts:
    """Terms of office and other stretches of time; moments as the table has them ('2022-10')."""

    count: int
    first: str
    longest: tuple[str, ...]
    """The longest of those that have ended, where several have."""
    longest_days: int
    going: tuple[tuple[str, str], ...]
    """(name, start) of those that go on."""
    gaps: tuple[tuple[str, str], ...]
    """(end, start) between which nothing is recorded."""


@dataclass(frozen=True, slots=True)
class Peaks:
    """The highest and the lowest value of a series, and the periods in which it stood there."""

    most: Number
    least: Number
    top: tuple[str, ...]
    bottom: tuple[str, ...]
    doubted: bool
    """Whether doubtful values were passed over."""


@dataclass(frozen=True, slots=True)
class CourseFacts:
    """A single series over time."""

    subject: str
    unit: str
    newest: tuple[str, Number]
    """(period, value) of the newest sure value."""
    earlier: tuple[str, Number] | None
    """The same of the period before, where the two compare."""
    peaks: Peaks | None


@dataclass(frozen=True, slots=True)
class UnsureFacts:
    """A chart of which no value can be relied on; without `names` none is whole."""

    subject: str
    when: str
    names: tuple[str, ...]
    """Of the doubtful values."""
    over_time: bool = False
    """Whether the chart is a single series over time."""


@dataclass(frozen=True, slots=True)
class SpendingFacts:
    """What was granted, and what was spent of it."""

    when: str
    unit: str
    granted: Number
    spent: Number


class Ranking(Enum):
    """In what the most and the least are told apart."""

    MONEY = auto()
    COUNT = auto()
    LEVEL = auto()
    """Of ratios, and of what may lie below zero."""


@dataclass(frozen=True, slots=True)
class ExtremeFacts:
    """The values of one period, of which the most and the least are told."""

    sure: Values
    missing: tuple[str, ...]
    doubtful: tuple[str, ...]
    kind: str
    """What the names are: 'kelurahan'; '' where nobody says."""
    ranking: Ranking
    total: Number | None
    """The sum of all of them, where it means something."""
    earlier: Values
    """Values of the period before, of names that compare."""
    earlier_when: str

    @property
    def unsure(self) -> int:
        """How many names cannot be spoken of."""
        return len(self.missing) + len(self.doubtful)


@dataclass(frozen=True, slots=True)
class LevelFacts:
    """The newest period, or all there is where the chart knows no time."""

    subject: str
    unit: str
    when: str
    """'' where the period is not known."""
    extremes: ExtremeFacts
    earlier_total: Number | None
    """The sum of the period before, of the same names."""
    sides: tuple[tuple[str, Number], ...] = ()
    """The sums of two series that complete each other."""


ChartFacts: TypeAlias = TimelineFacts | CourseFacts | UnsureFacts | SpendingFacts | LevelFacts


class ChartWords(Protocol):
    """What a language says in its module `chart_sentences`."""

    def sentence(self, facts: ChartFacts) -> str:
        """The facts in one or two sentences; the first is a headline."""

    def with_unit_read(self, text: str, unit: str) -> str:
        """The text with a mark behind its first unit: that the unit is our reading."""


def chart_sentence(facts: ChartFacts, unit_read: str = "") -> str:
    """What a reader would tell a friend; `unit_read` is a unit that the source does not print.

    >>> chart_sentence(SpendingFacts("2024", "juta rupiah", granted=15_400, spent=14_600))
    'Pada 2024, anggaran Rp15,4 miliar; terpakai Rp14,6 miliar (94,8 %).'
    >>> chart_sentence(CourseFacts("Penerima", "orang", ("2024", 60), ("2023", 50), None), "orang")
    'Penerima pada 2024: 60 orang (satuan bacaan kami), naik 20 % dari 2023.'
    """
    words = cast(ChartWords, grammar("chart_sentences"))
    text = words.sentence(facts)
    return words.with_unit_read(text, unit_read) if unit_read else text
