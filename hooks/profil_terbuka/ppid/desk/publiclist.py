"""The public-information list (Daftar Informasi Publik): its columns, its rows, in groups."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ...model import Catalog, Dataset
from ...read.atlas import region_names
from ..law.obligations import Law
from ..law.reference import reference_table, text_rows
from .items import Form, Item, Kind

COLUMNS = "kolom-dip"
GROUPS = {"berkala": "Berkala", "serta-merta": "Serta Merta", "setiap-saat": "Setiap Saat"}
"""The three groups of the law, in its order."""
REST = "setiap-saat"
"""Information that no obligation names must be at hand at any time as well."""
FORMS = {
    "bentuk_cetak": (Form.PRINTED, "Cetak"),
    "bentuk_rekam": (Form.RECORDED, "Rekam"),
    "bentuk_daring": (Form.ONLINE, "Daring"),
}
FORM = "bentuk"
"""The column that the reference package has once, and the list three times."""
_YES = "ya"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the list; `above` joins neighbours under a common heading."""

    name: str
    title: str
    above: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: the text of every column by name, and the obligations it was listed under."""

    group: str
    cells: Mapping[str, str]
    address: str
    obligations: tuple[str, ...]

    @property
    def key(self) -> str:
        """What makes it the same entry in another edition of the list."""
        return self.address or self.cells["jenis"]


@dataclass(frozen=True)
class PublicList:
    """The whole list in its order."""

    columns: tuple[Column, ...]
    entries: tuple[Entry, ...]

    def group(self, name: str) -> tuple[Entry, ...]:
        """The entries of one of the `GROUPS`."""
        return tuple(entry for entry in self.entries if entry.group == name)


def public_list(catalog: Catalog, items: Iterable[Item], law: Law) -> PublicList:
    """Each item once, in the first group to which one of its obligations belongs."""
    listed = columns(catalog.reference)
    order = {name: place for place, name in enumerate(law.leaves)}

    def place(item: Item) -> tuple[int, int, str, str]:
        first = min((order.get(claim.obligation, len(order)) for claim in item.claims), default=-1)
        unclaimed = len(order) + 1
        group = list(GROUPS).index(_group(item, law))
        return group, first if first >= 0 else unclaimed, item.kind, item.title

    rows, counts = [], dict.fromkeys(GROUPS, 0)
    for item in sorted(items, key=place):
        group = _group(item, law)
        counts[group] += 1
        cells = _cells(item, catalog, law)
        cells |= {"kategori": GROUPS[group], "nomor": str(counts[group])}
        shown = {column.name: cells[column.name] for column in listed}
        names = tuple(claim.obligation for claim in item.claims)
        rows.append(Entry(group, shown, item.address, names))
    return PublicList(listed, tuple(rows))


def columns(reference: Sequence[Dataset]) -> tuple[Column, ...]:
    """The statutory columns in their order, as far as this list has something to say in them.

    Whether an obligation is met is no part of the list: it tells what there is.
    """
    table = reference_table(reference, COLUMNS, COLUMNS, "kolom", "judul")
    found: list[Column] = []
    for row in text_rows(table) if table else ():
        name, title = row["kolom"], row["judul"]
        if name == FORM:
            heading = title.partition(" (")[0]
            found += [Column(part, short, heading) for part, (_, short) in FORMS.items()]
        elif name in _WRITERS or name in ("kategori", "nomor"):
            found.append(Column(name, title))
    return tuple(found)


def _group(item: Item, law: Law) -> str:
    named = [law.leaves[claim.obligation].category for claim in item.claims]
    groups = [name for name in (*named, item.category) if name in GROUPS]
    return min(groups, key=list(GROUPS).index, default=REST)


Writer = Callable[[Item, Catalog, Law], str]


def _cells(item: Item, catalog: Catalog, law: Law) -> dict[str, str]:
    texts = {name: write(item, catalog, law) for name, write in _WRITERS.items()}
    forms = {name: _YES if form in item.forms else "" for name, (form, _) in FORMS.items()}
    return texts | forms


def _made(item: Item, catalog: Catalog, law: Law) -> str:
    """'Kota X, 2024': the town of the agency unless something else is said."""
    town = region_names(catalog.reference).get(catalog.agency.region, "")
    return ", ".join(filter(None, (item.origin or town, item.date[:4])))


def _media(item: Item, catalog: Catalog, law: Law) -> str:
    if item.elsewhere:
        return "situs lain"
    return "situs web" if item.address else ""


def _link(item: Item, catalog: Catalog, law: Law) -> str:
    """A whole address where the site knows its own, else the path below its root."""
    own = catalog.agency.site_url and item.address and not item.elsewhere
    return f"{catalog.agency.root}{item.address}" if own else item.address


def _basis(item: Item, catalog: Catalog, law: Law) -> str:
    named = [law.leaves[claim.obligation].basis for claim in item.claims]
    return "; ".join(dict.fromkeys(named))


def _often(item: Item, catalog: Catalog, law: Law) -> str:
    rhythms = [law.rhythms[law.leaves[claim.obligation].rhythm].title for claim in item.claims]
    return "; ".join(dict.fromkeys(rhythms))


_WRITERS: Mapping[str, Writer] = {
    "jenis": lambda item, catalog, law: item.title,
    "ringkasan": lambda item, catalog, law: item.summary,
    "penguasa": lambda item, catalog, law: item.custody.holder,
    "penanggung_jawab": lambda item, catalog, law: item.custody.responsible,
    "waktu_tempat": _made,
    "retensi": lambda item, catalog, law: item.custody.retention,
    "media": _media,
    "tautan": _link,
    "frekuensi": _often,
    "tanggal_pembaruan": lambda item, catalog, law: item.date,
    "dasar_hukum": _basis,
}
"""What stands in each column; reference columns without a writer are left out."""


def listable(items: Iterable[Item]) -> tuple[Item, ...]:
    """What belongs into the list: a page only where it meets an obligation, all else always."""
    return tuple(item for item in items if item.kind is not Kind.PAGE or item.claims)
