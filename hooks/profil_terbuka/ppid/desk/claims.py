"""Whether what people say about obligations can be so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...model import Catalog, Manuscript, codes
from ...model.findings import Finding, Place
from ...model.messages import message
from ...read.documents import violations
from ...read.manuscripts import SCHEMA
from ...read.suggestions import suggestion
from ..law.obligations import OBLIGATIONS, Law, ObligationCategory, read_law
from ..law.reference import reference_table, text_rows
from ..law.rhythms import RHYTHMS, Counting, closing_days, counting_of
from ..law.site_obligations import site_obligations
from .custody import stray_custody
from .exemptions import read_exemptions
from .items import PublicItem, public_items
from .legal_corrections import unfounded_corrections
from .statements import agency_statements, unfounded_statements

_EXAMPLES = 3
"""So many of the obligations below another are named as a way out."""


def check_claims(catalog: Catalog, written: Iterable[Manuscript]) -> Iterator[Finding]:
    """Front matter of the wrong shape, unknown obligations, statements without reason."""
    pages = []
    for page in written:
        faults = tuple(violations(dict(page.head), page.file, SCHEMA))
        yield from faults
        if not faults:
            pages.append(page)
    shown = public_items(catalog, pages)
    yield from _exempt_by_name(catalog, shown)
    if catalog.unfit & {OBLIGATIONS, RHYTHMS}:
        return  # said already; without the law nothing can be judged
    known = read_law(catalog.reference, catalog.agency.region)
    if known is None:
        known = Law({}, {}, catalog.agency.region)
    yield from stray_custody(catalog, _held(shown, known))
    yield from _uncountable(catalog)
    yield from _without_rhythm(catalog, known)
    yield from _without_category(catalog, known)
    for shown_by_site in site_obligations(catalog.reference):
        if shown_by_site.obligation not in known.all:
            yield from _unknown(shown_by_site.obligation, shown_by_site.place, known)
    for item in shown:
        for claim in item.claims:
            yield from _unknown(claim.obligation, item.place, known)
    for statement in agency_statements(catalog):
        if statement.obligation not in known.titles:
            yield from _unknown(statement.obligation, statement.place, known)
    yield from unfounded_statements(catalog, known)
    yield from unfounded_corrections(catalog, known)


def _held(shown: Iterable[PublicItem], known: Law) -> tuple[str, ...]:
    """What a row of the register of custody can be about, as it is named there."""
    addresses = (item.address for item in shown if item.address)
    documents = (document.name for document in known.documents)
    return (*addresses, *dict.fromkeys((*documents, *known.leaves)))


def _uncountable(catalog: Catalog) -> Iterator[Finding]:
    """Rhythms that say in words unknown to the program how they are counted."""
    table = reference_table(catalog.reference, RHYTHMS, RHYTHMS, "cara_hitung", "tanggal_tutup")
    if table is None:
        return
    for row_number, row in enumerate(text_rows(table), start=2):
        word, closings = row["cara_hitung"], row["tanggal_tutup"]
        if counting_of(word) is None:
            yield Finding(
                codes.OBLIGATION_UNKNOWN,
                Place(table.file, row_number, "cara_hitung"),
                message("ppid.counting-unknown", word=word, hint=suggestion(word, set(Counting))),
                message("ppid.choose-one", known=tuple(Counting)),
            )
        if len(closing_days(closings)) != len(closings.split()):
            yield Finding(
                codes.OBLIGATION_UNKNOWN,
                Place(table.file, row_number, "tanggal_tutup"),
                message("ppid.no-closing-day", closings=closings),
                message("ppid.write-closing-day"),
            )


def _without_rhythm(catalog: Catalog, known: Law) -> Iterator[Finding]:
    """Obligations that say nothing usable about when they are due."""
    table = reference_table(catalog.reference, OBLIGATIONS, OBLIGATIONS, "id", "frekuensi")
    if table is None:
        return
    for row_number, row in table.select({}):
        leaf = known.leaves.get(str(table.value(row, "id")))
        if leaf and leaf.rhythm not in known.rhythms:
            hint = suggestion(leaf.rhythm, known.rhythms)
            yield Finding(
                codes.OBLIGATION_UNKNOWN,
                Place(table.file, row_number, "frekuensi"),
                message("ppid.rhythm-unknown", rhythm=leaf.rhythm, table=RHYTHMS, hint=hint),
                message("ppid.add-rhythm", table=RHYTHMS),
            )


def _without_category(catalog: Catalog, known: Law) -> Iterator[Finding]:
    """Obligations of a group that no page lists and no reader has a word for."""
    table = reference_table(catalog.reference, OBLIGATIONS, OBLIGATIONS, "id", "kategori")
    if table is None:
        return
    for row_number, row in table.select({}):
        leaf = known.leaves.get(str(table.value(row, "id")))
        if leaf and leaf.category not in set(ObligationCategory):
            hint = suggestion(leaf.category, tuple(ObligationCategory))
            yield Finding(
                codes.OBLIGATION_UNKNOWN,
                Place(table.file, row_number, "kategori"),
                message("ppid.category-unknown", category=leaf.category, hint=hint),
                message("ppid.choose-one", known=tuple(ObligationCategory)),
            )


def _unknown(name: str, place: Place, known: Law) -> Iterator[Finding]:
    """Only leaves can be claimed: what stands above them follows from them."""
    if name in known.leaves:
        return
    if below := known.below(name):
        examples = tuple(leaf.name for leaf in below[:_EXAMPLES])
        said = message("ppid.obligation-above", obligation=name, examples=examples)
    elif name in known.all:
        said = message("ppid.obligation-not-published", obligation=name)
    else:
        hint = suggestion(name, known.leaves)
        said = message("ppid.obligation-unknown", obligation=name, hint=hint)
    yield Finding(codes.OBLIGATION_UNKNOWN, place, said)


def _exempt_by_name(catalog: Catalog, shown: Iterable[PublicItem]) -> Iterator[Finding]:
    """Documents and pages named like something exempt; for tables see `exemptions`."""
    names = {_comparable(entry.information) for entry in read_exemptions(catalog)}
    for item in shown:
        if _comparable(item.title) in names:
            said = message("ppid.exempt-title", title=item.title)
            yield Finding(codes.EXEMPT_DISCLOSED, item.place, said)


def _comparable(title: str) -> str:
    """The title without what spelling makes of it: capitals and further spaces.

    >>> _comparable("Daftar  Penerima")
    'daftar penerima'
    """
    return " ".join(title.casefold().split())
