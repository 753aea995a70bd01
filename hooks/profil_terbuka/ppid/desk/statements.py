"""What only the agency can say: there is nothing to publish (nihil), it does not apply to us, or
what stands on its site has been looked through and still holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model import Catalog, codes
from ...model.findings import Finding, Place
from ...model.messages import message
from ...model.registers import DESK_STATEMENTS
from ..law.obligations import Law
from ..law.reference import text_rows
from .packages import desk_table

NIL, NOT_APPLICABLE, STILL_VALID = "nihil", "tidak-berlaku", "masih-berlaku"


@dataclass(frozen=True, slots=True)
class AgencyStatement:
    """One row of the package; `year` is what a nil statement is about.

    `obligation` names one, or a document and with it all that it fulfils.
    """

    obligation: str
    kind: str
    year: int | None
    date: str
    by: str
    reason: str
    place: Place

    @property
    def valid(self) -> bool:
        """Whether it says when, by whom and why; silence is no statement."""
        whole = bool(self.date and self.by and self.reason)
        return whole and (self.kind != NIL or self.year is not None)


def agency_statements(catalog: Catalog) -> tuple[AgencyStatement, ...]:
    """The agency's statements in the order of the table."""
    listed = desk_table(catalog, DESK_STATEMENTS)
    if listed is None:
        return ()
    return tuple(
        AgencyStatement(
            row["kewajiban"],
            row["pernyataan"],
            int(row["tahun"]) if row["tahun"] else None,
            row["tanggal"],
            row["oleh"],
            row["alasan"],
            Place(listed.file, number),
        )
        for number, row in enumerate(text_rows(listed), start=2)
    )


def unfounded_statements(catalog: Catalog, law: Law) -> Iterator[Finding]:
    """Statements without date, author or reason, and nil where something must always exist."""
    for item in agency_statements(catalog):
        if not item.valid:
            said = message("ppid.statement-incomplete", kind=item.kind, obligation=item.obligation)
            yield Finding(codes.STATEMENT_INCOMPLETE, item.place, said)
        leaf = law.leaves.get(item.obligation)
        about = [one for one in law.leaves.values() if item.obligation in (one.name, one.document)]
        if item.kind == STILL_VALID and about and not any(one.standing for one in about):
            said = message("ppid.never-reviewed", obligation=item.obligation)
            yield Finding(codes.STATEMENT_INCOMPLETE, item.place, said)
        if leaf and item.kind == NIL and not leaf.may_be_nil:
            said = message("ppid.never-nil", obligation=item.obligation)
            yield Finding(codes.STATEMENT_INCOMPLETE, item.place, said)
