"""The law as the agency's legal office reads it: its corrections of single rows."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Catalog, codes
from ...model.findings import Finding, Place
from ...model.messages import message
from ...model.registers import LEGAL_CORRECTIONS
from ...read.suggestions import suggestion
from ..law.corrections import CORRECTABLE, corrected_law
from ..law.obligations import Demand, Law, ObligationCorrection, read_law
from ..law.reference import text_rows
from .packages import desk_table


def agency_law(catalog: Catalog) -> Law | None:
    """The law with the agency's corrections; None where no reference package holds it."""
    known = read_law(catalog.reference, catalog.agency.region)
    if known is None:
        return None
    return corrected_law(known, (said for said, _ in _corrections(catalog)))


def _corrections(catalog: Catalog) -> Iterator[tuple[ObligationCorrection, Place]]:
    """Every row of the package, and where it stands."""
    listed = desk_table(catalog, LEGAL_CORRECTIONS)
    for number, row in enumerate(text_rows(listed) if listed else (), start=2):
        said = ObligationCorrection(
            obligation=row["kewajiban"],
            column=row["kolom"],
            value=row["isi"],
            by=row["oleh"],
            date=row["tanggal"],
            reason=row["alasan"],
        )
        yield said, Place(catalog.by_slug[LEGAL_CORRECTIONS].main.file, number)


def unfounded_corrections(catalog: Catalog, known: Law) -> Iterator[Finding]:
    """Corrections of what is no obligation, and values that mean nothing in their column."""
    choices = {"frekuensi": tuple(known.rhythms), "sifat": tuple(Demand)}
    for said, place in _corrections(catalog):
        if said.obligation not in known.all:
            hint = suggestion(said.obligation, known.all)
            told = message("ppid.obligation-unknown", obligation=said.obligation, hint=hint)
            yield Finding(codes.OBLIGATION_UNKNOWN, place, told)
        if said.column not in CORRECTABLE:
            yield _one_of(said.column, tuple(CORRECTABLE), place)
        elif said.value not in choices.get(said.column, (said.value,)):
            yield _one_of(said.value, choices[said.column], place)


def _one_of(word: str, known: tuple[str, ...], place: Place) -> Finding:
    told = message("ppid.not-correctable", word=word, hint=suggestion(word, known))
    return Finding(codes.OBLIGATION_UNKNOWN, place, told, message("ppid.choose-one", known=known))
