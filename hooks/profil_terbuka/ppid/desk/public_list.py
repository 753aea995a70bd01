"""The public-information list (Daftar Informasi Publik): its columns, its rows, in groups."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ...model import Catalog, Dataset
from ...model.messages import Message, message
from ...read.atlas import region_names
from ...words.catalogues import text
from ..law.obligations import Law, ObligationCategory
from ..law.reference import reference_table, text_rows
from .items import ItemForm, ItemKind, PublicItem

COLUMNS = "kolom-dip"
GROUPS: Mapping[str, Message] = {
    ObligationCategory.PERIODIC: message("ppid.group-periodic"),
    ObligationCategory.URGENT: message("ppid.group-urgent"),
    ObligationCategory.ANY_TIME: message("ppid.group-any-time"),
}
"""The three groups of the law, in its order."""
REST = ObligationCategory.ANY_TIME
"""Information that no obligation names must be at hand at any time as well."""
FORMS: Mapping[str, tuple[ItemForm, Message]] = {
    "bentuk_cetak": (ItemForm.PRINTED, message("ppid.form-printed")),
    "bentuk_rekam": (ItemForm.RECORDED, message("ppid.form-recorded")),
    "bentuk_daring": (ItemForm.ONLINE, message("ppid.form-online")),
}
"""The list's three columns that say in which forms information can be had."""
FORM = "bentuk"
"""The column that the reference package has once, and the list three times."""
_YES = "ya"
_STATUTORY = "wajib"


@dataclass(frozen=True, slots=True)
class DipColumn:
    """A column of the list; `above` joins neighbours under a common heading."""

    name: str
    title: str
    above: str = ""
    is_statutory: bool = False
    """Whether the law asks for it in every row; of forms one is enough."""


@dataclass(frozen=True, slots=True)
class DipEntry:
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

    columns: tuple[DipColumn, ...]
    entries: tuple[DipEntry, ...]

    @property
    def unfilled(self) -> Mapping[DipColumn, int]:
        """Statutory columns that some rows leave empty, and how many do."""
        asked = [column for column in self.columns if column.is_statutory and not column.above]
        counts = {
            column: sum(1 for entry in self.entries if not entry.cells[column.name])
            for column in asked
        }
        return {column: count for column, count in counts.items() if count}

    def group(self, name: str) -> tuple[DipEntry, ...]:
        """The entries of one of the `GROUPS`."""
        return tuple(entry for entry in self.entries if entry.group == name)


def public_list(catalog: Catalog, items: Iterable[PublicItem], law: Law) -> PublicList:
    """Each item once, in the first group to which one of its obligations belongs.

    Every group counts from 1, in the order of the law.
    """
    columns = dip_columns(catalog.reference)
    numbers = dict.fromkeys(GROUPS, 0)
    entries = []
    for item in sorted(items, key=lambda item: _position(item, law)):
        group = _group(item, law)
        numbers[group] += 1
        cells = _cells(item, catalog, law)
        cells |= {"kategori": text(GROUPS[group]), "nomor": str(numbers[group])}
        entries.append(
            DipEntry(
                group=group,
                cells={column.name: cells[column.name] for column in columns},
                address=item.address,
                obligations=tuple(claim.obligation for claim in item.claims),
            )
        )
    return PublicList(columns, tuple(entries))


def _position(item: PublicItem, law: Law) -> tuple[int, int, str, str]:
    """Where an item stands: by group, then by the first of its obligations; others come last."""
    order = {name: place for place, name in enumerate(law.leaves)}
    places = [order.get(claim.obligation, len(order)) for claim in item.claims]
    first = min(places, default=len(order) + 1)
    return list(GROUPS).index(_group(item, law)), first, item.kind, item.title


def dip_columns(reference: Sequence[Dataset]) -> tuple[DipColumn, ...]:
    """The statutory columns in their order, as far as this list has something to say in them.

    Whether an obligation is met is no part of the list: it tells what there is.
    """
    table = reference_table(reference, COLUMNS, COLUMNS, "kolom", "judul", "sifat")
    found: list[DipColumn] = []
    for row in text_rows(table) if table else ():
        name, title, asked = row["kolom"], row["judul"], row["sifat"] == _STATUTORY
        if name == FORM:
            heading = title.partition(" (")[0]
            found += [
                DipColumn(part, text(short), heading, asked) for part, (_, short) in FORMS.items()
            ]
        elif name in _WRITERS or name in ("kategori", "nomor"):
            found.append(DipColumn(name, title, is_statutory=asked))
    return tuple(found)


def _group(item: PublicItem, law: Law) -> str:
    """The first of the three groups that one of its obligations, or it itself, belongs to."""
    named = [law.leaves[claim.obligation].category for claim in item.claims]
    groups = [name for name in (*named, item.category) if name in GROUPS]
    return min(groups, key=list(GROUPS).index, default=REST)


Writer = Callable[[PublicItem, Catalog, Law], str]


def _cells(item: PublicItem, catalog: Catalog, law: Law) -> dict[str, str]:
    texts = {name: write(item, catalog, law) for name, write in _WRITERS.items()}
    forms = {name: _YES if form in item.forms else "" for name, (form, _) in FORMS.items()}
    return texts | forms


def _made(item: PublicItem, catalog: Catalog, law: Law) -> str:
    """'Kota X, 2024': the town of the agency unless something else is said."""
    town = region_names(catalog.reference).get(catalog.agency.region, "")
    return ", ".join(filter(None, (item.origin or town, item.date[:4])))


def _media(item: PublicItem, catalog: Catalog, law: Law) -> str:
    if item.elsewhere:
        return text(message("ppid.medium-elsewhere"))
    return text(message("ppid.medium-here")) if item.address else ""


def _link(item: PublicItem, catalog: Catalog, law: Law) -> str:
    """A whole address where the site knows its own, else the path below its root."""
    own = catalog.agency.site_url and item.address and not item.elsewhere
    return f"{catalog.agency.root}{item.address}" if own else item.address


def _basis(item: PublicItem, catalog: Catalog, law: Law) -> str:
    named = [law.leaves[claim.obligation].basis for claim in item.claims]
    return "; ".join(dict.fromkeys(named))


def _often(item: PublicItem, catalog: Catalog, law: Law) -> str:
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


def listable_items(items: Iterable[PublicItem]) -> tuple[PublicItem, ...]:
    """What belongs into the list: a page only where it meets an obligation, all else always."""
    return tuple(item for item in items if item.kind is not ItemKind.PAGE or item.claims)
