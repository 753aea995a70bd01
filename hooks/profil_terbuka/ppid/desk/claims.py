"""Whether what people say about obligations can be so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...model import Catalog, Manuscript, codes
from ...model.findings import Finding, Place
from ...read.documents import nearest, violations
from ..law.obligations import CATEGORIES, OBLIGATIONS, Law, law
from ..law.reference import reference_table, text_rows
from ..law.rhythms import RHYTHMS, Counting, closing_days, counting_of
from ..law.site_duties import site_duties
from . import exemptions
from .items import Item, items
from .statements import statements, unfounded

_SCHEMA = "halaman.schema.json"


def check_claims(catalog: Catalog, written: Iterable[Manuscript]) -> Iterator[Finding]:
    """Front matter of the wrong shape, unknown obligations, statements without reason."""
    pages = []
    for page in written:
        faults = tuple(violations(dict(page.head), page.file, _SCHEMA))
        yield from faults
        if not faults:
            pages.append(page)
    shown = items(catalog, pages)
    yield from _withheld(catalog, shown)
    if catalog.unfit & {OBLIGATIONS, RHYTHMS}:
        return  # said already; without the law nothing can be judged
    known = law(catalog.reference, catalog.agency.region)
    if known is None:
        known = Law({}, {}, catalog.agency.region)
    yield from _uncountable(catalog)
    yield from _without_rhythm(catalog, known)
    yield from _without_category(catalog, known)
    for duty in site_duties(catalog.reference):
        if duty.obligation not in known.all:
            yield from _unknown(duty.obligation, duty.place, known)
    for item in shown:
        for claim in item.claims:
            yield from _unknown(claim.obligation, item.place, known)
    for statement in statements(catalog):
        yield from _unknown(statement.obligation, statement.place, known)
    yield from unfounded(catalog, known)


def _uncountable(catalog: Catalog) -> Iterator[Finding]:
    """Rhythms that say in words unknown to the program how they are counted."""
    table = reference_table(catalog.reference, RHYTHMS, RHYTHMS, "cara_hitung", "tanggal_tutup")
    for row_number, row in enumerate(text_rows(table) if table else (), start=2):
        assert table is not None
        word, closings = row["cara_hitung"], row["tanggal_tutup"]
        if counting_of(word) is None:
            message = f"Cara hitung `{word}` tidak dikenal.{nearest(word, set(Counting))}"
            listed = ", ".join(f"`{name}`" for name in Counting)
            place = Place(table.file, row_number, "cara_hitung")
            remedy = f"Pilih salah satu dari {listed}."
            yield Finding(codes.OBLIGATION_UNKNOWN, place, message, remedy)
        if len(closing_days(closings)) != len(closings.split()):
            message = f"`{closings}` bukan tanggal tutup."
            remedy = "Tulis bulan dan tanggal, misalnya `06-30 12-31`, atau kosongkan."
            place = Place(table.file, row_number, "tanggal_tutup")
            yield Finding(codes.OBLIGATION_UNKNOWN, place, message, remedy)


def _without_rhythm(catalog: Catalog, known: Law) -> Iterator[Finding]:
    """Obligations that say nothing usable about when they are due."""
    table = reference_table(catalog.reference, OBLIGATIONS, OBLIGATIONS, "id", "frekuensi")
    if table is None:
        return
    for row_number, row in table.select({}):
        leaf = known.leaves.get(str(table.value(row, "id")))
        if leaf and leaf.rhythm not in known.rhythms:
            hint = nearest(leaf.rhythm, known.rhythms)
            message = f"`{leaf.rhythm}` tidak ada di tabel `{RHYTHMS}`.{hint}"
            remedy = f"Perbaiki, atau tambahkan barisnya di datasets/acuan/{RHYTHMS}."
            place = Place(table.file, row_number, "frekuensi")
            yield Finding(codes.OBLIGATION_UNKNOWN, place, message, remedy)


def _without_category(catalog: Catalog, known: Law) -> Iterator[Finding]:
    """Obligations of a group that no page lists and no reader has a word for."""
    table = reference_table(catalog.reference, OBLIGATIONS, OBLIGATIONS, "id", "kategori")
    if table is None:
        return
    for row_number, row in table.select({}):
        leaf = known.leaves.get(str(table.value(row, "id")))
        if leaf and leaf.category not in CATEGORIES:
            listed = ", ".join(f"`{name}`" for name in CATEGORIES)
            message = (
                f"Kategori `{leaf.category}` tidak dikenal.{nearest(leaf.category, CATEGORIES)}"
            )
            remedy = f"Pilih salah satu dari {listed}."
            place = Place(table.file, row_number, "kategori")
            yield Finding(codes.OBLIGATION_UNKNOWN, place, message, remedy)


def _unknown(name: str, place: Place, known: Law) -> Iterator[Finding]:
    """Only leaves can be claimed: what stands above them follows from them."""
    if name in known.leaves:
        return
    if below := known.below(name):
        listed = ", ".join(f"`{leaf.name}`" for leaf in below[:3])
        message = f"`{name}` terpenuhi lewat butir di bawahnya; sebut butir itu, misalnya {listed}."
    elif name in known.all:
        message = f"`{name}` bukan kewajiban yang dipenuhi dengan menerbitkan sesuatu."
    else:
        message = f"Tidak ada kewajiban `{name}`.{nearest(name, known.leaves)}"
    yield Finding(codes.OBLIGATION_UNKNOWN, place, message)


def _withheld(catalog: Catalog, shown: Iterable[Item]) -> Iterator[Finding]:
    """Documents and pages named like something exempt; for tables see `exemptions`."""
    names = {_plain(entry.information) for entry in exemptions.entries(catalog)}
    for item in shown:
        if _plain(item.title) in names:
            message = f"“{item.title}” terdaftar sebagai informasi dikecualikan."
            yield Finding(codes.EXEMPT_DISCLOSED, item.place, message)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
