"""The register of exempt information: read, held against what is published, watched for age."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from ...model import Catalog, Dataset, codes
from ...model.findings import Finding, Place
from ...model.messages import message
from ...model.registers import EXEMPT_INFORMATION
from ...words.dates import date
from .packages import desk_table

DECIDED = "ditetapkan"


@dataclass(frozen=True, slots=True)
class Exemption:
    """A row: something the agency does not publish; a draft until its officer has decided.

    `column` of `dataset`, the whole `dataset`, or nothing that has a place in a table.
    """

    row: int
    information: str
    dataset: str
    column: str
    ground: str
    ground_verified: bool
    reason: str
    tested_on: str
    test_number: str
    if_opened: str
    if_closed: str
    """What follows from opening and from closing the information, as the test found."""
    decided_by: str
    decided_on: str
    until: str
    decided: bool

    @property
    def decision(self) -> tuple[object, ...]:
        """What rows about the same information in other tables have in common."""
        return (
            *(self.information, self.ground, self.reason, self.until, self.decided),
            *(self.if_opened, self.if_closed, self.decided_by, self.decided_on),
        )

    @property
    def undecidable(self) -> tuple[str, ...]:
        """The columns that are empty though the officer cannot have decided without them."""
        told = {
            "uji_konsekuensi_tanggal": self.tested_on,
            "uji_konsekuensi_nomor": self.test_number,
            "konsekuensi_dibuka": self.if_opened,
            "konsekuensi_ditutup": self.if_closed,
            "ditetapkan_oleh": self.decided_by,
            "ditetapkan_tanggal": self.decided_on,
        }
        return tuple(column for column, value in told.items() if self.decided and not value)

    def past(self, today: datetime.date) -> bool:
        """Whether the period has run out."""
        return bool(self.until) and datetime.date.fromisoformat(self.until) < today


def read_exemptions(catalog: Catalog) -> tuple[Exemption, ...]:
    """The register in its own order; nothing without one."""
    main = desk_table(catalog, EXEMPT_INFORMATION)
    if main is None:
        return ()

    def text(row: tuple[object, ...], name: str) -> str:
        value = row[main.schema.position[name]] if name in main.schema else None
        return "" if value is None else str(value)

    return tuple(
        Exemption(
            row=number,
            information=text(row, "informasi"),
            dataset=text(row, "dataset"),
            column=text(row, "kolom"),
            ground=text(row, "dasar_hukum"),
            ground_verified=text(row, "dasar_terverifikasi") == "ya",
            reason=text(row, "alasan"),
            tested_on=text(row, "uji_konsekuensi_tanggal"),
            test_number=text(row, "uji_konsekuensi_nomor"),
            if_opened=text(row, "konsekuensi_dibuka"),
            if_closed=text(row, "konsekuensi_ditutup"),
            decided_by=text(row, "ditetapkan_oleh"),
            decided_on=text(row, "ditetapkan_tanggal"),
            until=text(row, "berlaku_sampai"),
            decided=text(row, "status") == DECIDED,
        )
        for number, row in enumerate(main.rows, start=2)
    )


def disclosed_exemptions(catalog: Catalog) -> Iterator[Finding]:
    """Tables that hold what the register exempts, older editions included.

    A draft guards like a decision, and so does an entry whose period is over: nothing appears by
    the passing of time alone.
    """
    for entry in read_exemptions(catalog):
        for dataset in catalog.packages:
            yield from _in_dataset(entry, dataset, catalog)


def _in_dataset(entry: Exemption, dataset: Dataset, catalog: Catalog) -> Iterator[Finding]:
    listed = Place(_file(catalog), entry.row)
    if entry.dataset and entry.dataset != dataset.slug:
        return
    if entry.dataset and not entry.column:
        said = message("ppid.exempt-dataset", dataset=dataset.slug)
        yield Finding(codes.EXEMPT_DISCLOSED, Place(dataset.file), said, related=(listed,))
    for found in dataset.tables if entry.column else ():
        if entry.column in found.schema:
            said = message("ppid.exempt-column", column=entry.column)
            place = Place(found.file, column=entry.column)
            yield Finding(codes.EXEMPT_DISCLOSED, place, said, related=(listed,))


def unfounded_decisions(catalog: Catalog) -> Iterator[Finding]:
    """Entries said to be decided without a test, its consequences, or who decided and when."""
    for entry in read_exemptions(catalog):
        if entry.undecidable:
            said = message("ppid.decision-incomplete", lacking=entry.undecidable)
            place = Place(_file(catalog), entry.row, "status")
            yield Finding(codes.DECISION_INCOMPLETE, place, said)


def expired_exemptions(catalog: Catalog, today: datetime.date) -> Iterator[Finding]:
    """Entries whose period ended before `today`: to be renewed, or the information opened."""
    for entry in read_exemptions(catalog):
        if entry.past(today):
            place = Place(_file(catalog), entry.row, "berlaku_sampai")
            said = message("ppid.exemption-over", date=date(entry.until))
            yield Finding(codes.EXEMPTION_EXPIRED, place, said)


def _file(catalog: Catalog) -> str:
    return catalog.by_slug[EXEMPT_INFORMATION].main.file
