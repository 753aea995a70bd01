"""What is left to do, by who holds it: each document once for each unit, in the order of work."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from ...model import Agency
from ..law.obligations import AskedDocument, Demand, Law, document_of
from ..law.states import ObligationState
from ..law.timing import year_asked
from .asked_documents import DocumentStanding
from .custody import CustodyRule
from .standings import Standing

FIRST_STEPS = 5
"""So many things to do stand before all others."""
_OPEN = (
    ObligationState.LATE,
    ObligationState.MISSING,
    ObligationState.PARTIAL,
    ObligationState.REVIEW,
)
"""The states in which something is left to do, the one with the most effect first."""


class Effort(IntEnum):
    """How little it takes to settle an obligation, the least first."""

    LINK = 0
    STATEMENT = 1
    DOCUMENT = 2


class TaskKind(StrEnum):
    """What is to be done about a document."""

    PUBLISH = "terbitkan"
    PUBLISH_OR_NIL = "terbitkan-atau-nihil"
    """It may be that there is nothing: then the agency says so."""
    RENEW = "perbarui"
    COMPLETE = "lengkapi"
    RENEW_AND_COMPLETE = "perbarui-dan-lengkapi"
    REVIEW = "tinjau"
    """To be looked through, and declared to hold still."""


@dataclass(frozen=True, slots=True)
class WorkTask:
    """A document that somebody has to do something about; `standings` are its open obligations.

    `holder` is the unit that the register of custody names; '' where it names none. `shown` is
    whether the site has anything of the document.
    """

    document: AskedDocument
    standings: tuple[Standing, ...]
    holder: str
    shown: bool

    @property
    def first(self) -> Standing:
        """Of its obligations, the one to be settled first."""
        return self.standings[0]

    @property
    def usual(self) -> tuple[str, ...]:
        """Units that usually hold such documents, as the reference package has it."""
        told = [unit for item in self.standings for unit in usual_holders(item.obligation.holder)]
        return tuple(dict.fromkeys(told))

    @property
    def unit(self) -> str:
        """Whom to ask: the named holder, else the first who usually holds it; '' for nobody."""
        return self.holder or next(iter(self.usual), "")

    @property
    def demand(self) -> Demand:
        """The strictest that any of its open obligations makes."""
        return min((item.obligation.demand for item in self.standings), key=list(Demand).index)

    @property
    def late(self) -> bool:
        """Whether a rule's day has passed."""
        return self.first.state is ObligationState.LATE

    @property
    def effort(self) -> Effort:
        """What it takes to settle all of it."""
        return max(map(effort, self.standings))

    @property
    def years(self) -> tuple[int, ...]:
        """The years that are asked for; none where a rhythm asks for no certain year."""
        told = (
            year_asked(item.rhythm, item.due, item.since)
            for item in self.standings
            if item.state is not ObligationState.PARTIAL or item.old
        )
        return tuple(sorted({year for year in told if year}))

    @property
    def kind(self) -> TaskKind:
        """What is to be done about it."""
        if not self.shown:
            nil = all(item.obligation.may_be_nil for item in self.standings)
            return TaskKind.PUBLISH_OR_NIL if nil else TaskKind.PUBLISH
        partial = any(item.partial or not item.evidence for item in self.standings)
        old = [item for item in self.standings if item.old]
        if partial:
            return TaskKind.RENEW_AND_COMPLETE if old else TaskKind.COMPLETE
        review = all(item.obligation.standing for item in self.standings)
        return TaskKind.REVIEW if review else TaskKind.RENEW

    @property
    def bases(self) -> tuple[str, ...]:
        """The rules that ask for it, each once; a law by its articles where any is known."""
        asked = [item.obligation for item in self.standings]
        numbered = {leaf.law for leaf in asked if leaf.article}
        told = (leaf.basis for leaf in asked if leaf.article or leaf.law not in numbered)
        return tuple(dict.fromkeys(told))

    @property
    def expected(self) -> tuple[str, ...]:
        """What would settle it, each thing once."""
        told = (item.obligation.expected for item in self.standings)
        return tuple(dict.fromkeys(filter(None, told)))

    @property
    def date(self) -> str:
        """The day that the newest of what is shown is of; '' where nobody knows."""
        return max((item.date for item in self.standings), default="")


def usual_holders(told: str) -> tuple[str, ...]:
    """The units that a row names, one by one.

    >>> usual_holders("Bidang yang menangani bencana; BPBD kota")
    ('Bidang yang menangani bencana', 'BPBD kota')
    """
    return tuple(name.strip() for name in told.split(";") if name.strip())


def effort(standing: Standing) -> Effort:
    """What it takes to settle an obligation."""
    if standing.obligation.link_suffices:
        return Effort.LINK
    is_reviewed = standing.state is ObligationState.REVIEW and standing.obligation.standing
    may_be_stated = standing.obligation.may_be_nil or is_reviewed
    return Effort.STATEMENT if may_be_stated else Effort.DOCUMENT


def day_of_work(item: Standing) -> datetime.date | None:
    """The day by which an open obligation is to be settled, or should have been.

    What is there in part and not old has none: its next day is that of its renewal.
    """
    if item.state is ObligationState.LATE or item.old:
        return item.since
    return None if item.state is ObligationState.PARTIAL else item.due


def in_order_of_work(standings: Iterable[Standing]) -> list[Standing]:
    """The open obligations: duties before practice, late ones first, then by day, by effort, and
    last by effect."""
    return sorted((item for item in standings if item.state in _OPEN), key=_urgency)


_Urgency = tuple[bool, bool, datetime.date, Effort, int]


def _urgency(item: Standing) -> _Urgency:
    """The smaller, the sooner it has to be settled; what has no day comes after what has one."""
    is_late = item.state is ObligationState.LATE
    return (
        item.obligation.demand is Demand.PRACTICE,
        not is_late,
        day_of_work(item) or datetime.date.max,
        effort(item),
        _OPEN.index(item.state),
    )


def named_holders(
    standings: Iterable[Standing], law: Law, rules: Sequence[CustodyRule], agency: Agency
) -> dict[str, str]:
    """Obligation -> the unit that holds what it asks for, as far as somebody has said so.

    Nearest is a row about the obligation or its document; then what is said of the information
    that shows it; then what is said of everything. That the agency itself holds it names no unit.
    """
    by_name = {rule.address: rule.custody.holder for rule in rules if rule.address}
    of_all = [rule.custody.holder for rule in rules if not (rule.address or rule.subject)]
    found = {}
    for item in standings:
        leaf = item.obligation
        told = (
            by_name.get(leaf.name, ""),
            by_name.get(document_of(leaf, law.titles), ""),
            *(evidence.item.custody.holder for evidence in item.evidence),
            *of_all,
            agency.custody.holder,
        )
        found[leaf.name] = next((unit for unit in told if unit and unit != agency.name), "")
    return found


def work_tasks(
    documents: Iterable[DocumentStanding], holders: Mapping[str, str]
) -> tuple[WorkTask, ...]:
    """What is left to do in the order of work; of two documents alike, the one that settles more
    comes first."""
    found = [
        WorkTask(document.document, tuple(items), holder, bool(document.evidence))
        for document in documents
        for holder, items in _by_holder(document, holders).items()
    ]
    return tuple(sorted(found, key=lambda task: (*_urgency(task.first), -len(task.standings))))


def _by_holder(
    document: DocumentStanding, holders: Mapping[str, str]
) -> Mapping[str, list[Standing]]:
    shared: dict[str, list[Standing]] = {}
    for item in in_order_of_work(document.standings):
        shared.setdefault(holders.get(item.obligation.name, ""), []).append(item)
    return shared
