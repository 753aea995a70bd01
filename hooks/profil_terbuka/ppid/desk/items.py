"""Everything that holds information for the public: pages, datasets, documents kept elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from ...model import Catalog, Claim, Custody, Dataset, Manuscript
from ...model.document_files import document_address
from ...model.findings import Place
from ...model.messages import message
from ...model.registers import (
    CUSTODY,
    DESK_DOCUMENTS,
    DESK_STATEMENTS,
    EXEMPT_INFORMATION,
    LEGAL_CORRECTIONS,
    URGENT_ANNOUNCEMENTS,
)
from ...read.agency import NAME as AGENCY_FILE
from ...read.catalog import DATASETS
from ...read.manuscripts import address
from ...read.obligation_claims import read_claims, read_custody
from ...services import PublicService, public_services
from ...words.catalogues import text
from ..law.reference import text_rows
from .custody import CustodyRule, custody_told, read_custody_rules
from .packages import desk_table

_BOOKKEEPING = frozenset(
    {CUSTODY, DESK_DOCUMENTS, DESK_STATEMENTS, EXEMPT_INFORMATION, LEGAL_CORRECTIONS}
)
"""Packages from which the public list is made; they are no information of their own in it."""
_HOME = "index.html"
"""The front page's own address is empty; here an empty one means that there is none."""


class ItemKind(StrEnum):
    """What an item is."""

    PAGE = "halaman"
    DATASET = "dataset"
    DOCUMENT = "dokumen"


class ItemForm(StrEnum):
    """In which forms information can be had."""

    PRINTED = "cetak"
    RECORDED = "rekam"
    ONLINE = "daring"


@dataclass(frozen=True, slots=True)
class PublicItem:
    """Something that can be shown, and the obligations it is claimed to meet."""

    kind: ItemKind
    title: str
    summary: str
    address: str
    """Relative to the agency's root, or a whole address elsewhere; '' where there is none."""
    date: str
    """The day its information is of; '' where nobody has said."""
    forms: tuple[ItemForm, ...]
    custody: Custody
    claims: tuple[Claim, ...]
    place: Place
    origin: str = ""
    """Where it was made; '' means the agency's town."""
    category: str = ""
    """The group it belongs to where it meets no obligation."""
    has_file: bool = False
    """Whether the agency publishes it as a file of its own: more than a link can show."""
    own: frozenset[str] = frozenset()
    """Domains whose pages are the agency's own, though the site only points to them."""

    @property
    def elsewhere(self) -> bool:
        """Whether the site only points to it."""
        return "://" in self.address

    @property
    def foreign(self) -> bool:
        """Whether it stands on a site that is not the agency's own."""
        return self.elsewhere and not on_own_domain(self.address, self.own)


def on_own_domain(address: str, own: Iterable[str]) -> bool:
    """Whether a whole address leads to one of these domains, or to one below it.

    >>> on_own_domain("https://jdih.contoh.go.id/a", ["contoh.go.id"])
    True
    >>> on_own_domain("https://contoh.go.id@lain.example/a", ["contoh.go.id"])
    False
    """
    host = urlsplit(address).hostname or ""
    return any(host == domain or host.endswith(f".{domain}") for domain in own)


def public_items(catalog: Catalog, written: Iterable[Manuscript]) -> tuple[PublicItem, ...]:
    """Pages that meet an obligation, datasets that hold something, documents listed beside them."""
    rules = read_custody_rules(catalog)
    return (
        *(_page(page, catalog, rules) for page in written if page.head.get("kewajiban")),
        *(_service(item, catalog, rules) for item in public_services(catalog) if item.claims),
        *(
            _dataset(dataset, catalog, rules)
            for dataset in catalog.datasets
            if dataset.slug not in _BOOKKEEPING and any(table.rows for table in dataset.tables)
        ),
        *_documents(catalog, rules),
    )


def _page(page: Manuscript, catalog: Catalog, rules: Sequence[CustodyRule]) -> PublicItem:
    head, where = page.head, address(page.path) or _HOME
    listed, told = head["kewajiban"], head.get("dip")
    return PublicItem(
        kind=ItemKind.PAGE,
        title=_named(str(head.get("title") or page.path), where, catalog),
        summary=str(head.get("description") or ""),
        address=where,
        date=str(head.get("keadaan") or catalog.agency.as_of),
        forms=(ItemForm.ONLINE,),
        custody=_custody(
            read_custody(told if isinstance(told, dict) else {}),
            (where, where.partition("/")[0]),
            catalog,
            rules,
        ),
        claims=read_claims(listed if isinstance(listed, list) else ()),
        place=Place(page.file),
    )


def _service(service: PublicService, catalog: Catalog, rules: Sequence[CustodyRule]) -> PublicItem:
    """The page of a service; away from it, the service is called as the book calls it."""
    about = (service.address, service.address.partition("/")[0])
    return PublicItem(
        kind=ItemKind.PAGE,
        title=service.name,
        summary=service.summary,
        address=service.address,
        date=catalog.agency.as_of,
        forms=(ItemForm.ONLINE,),
        custody=_custody(Custody(), about, catalog, rules),
        claims=service.claims,
        place=Place(f"{DATASETS}/{catalog.agency.slug}/{AGENCY_FILE}"),
    )


def _named(title: str, where: str, catalog: Catalog) -> str:
    """What a page's information is called away from its menu: 'Beranda', 'Profil' say nothing."""
    agency = catalog.agency.name
    if where == _HOME:
        return text(message("ppid.information-in-short", agency=agency))
    if where.count("/") > 1 or agency in title:
        return title
    return text(message("ppid.information-of", title=title, agency=agency))


def _dataset(dataset: Dataset, catalog: Catalog, rules: Sequence[CustodyRule]) -> PublicItem:
    end, where = dataset.coverage.end, f"data/{dataset.slug}/"
    return PublicItem(
        kind=ItemKind.DATASET,
        title=dataset.title,
        summary=dataset.description,
        address=where,
        date=dataset.as_of or (f"{end}-12-31" if end else catalog.agency.as_of),
        forms=(ItemForm.RECORDED, ItemForm.ONLINE),
        custody=_custody(dataset.custody, (where, dataset.subject), catalog, rules),
        claims=dataset.claims,
        place=Place(dataset.file),
        category=URGENT_ANNOUNCEMENTS if dataset.slug == URGENT_ANNOUNCEMENTS else "",
    )


def _documents(catalog: Catalog, rules: Sequence[CustodyRule]) -> Iterator[PublicItem]:
    """The rows of the package; one column holds several names with spaces between."""
    listed = desk_table(catalog, DESK_DOCUMENTS)
    for number, row in enumerate(text_rows(listed) if listed else (), start=2):
        told = Custody(row["penguasa"], row["penanggung_jawab"], row["retensi"])
        slug = row.get("pengenal", "") if row.get("berkas") else ""
        yield PublicItem(
            kind=ItemKind.DOCUMENT,
            title=row["judul"],
            summary=row["ringkasan"],
            address=document_address(slug) if slug else row["alamat"],
            date=row["tanggal"],
            forms=tuple(form for form in ItemForm if form in row["bentuk"].split()),
            custody=_custody(told, (row["alamat"], ""), catalog, rules),
            claims=tuple(Claim(name, row["sebagian"]) for name in row["kewajiban"].split()),
            place=Place(catalog.by_slug[DESK_DOCUMENTS].main.file, number),
            origin=row["tempat"],
            category=row["kategori"],
            has_file=bool(slug),
            own=catalog.agency.domains,
        )


def _custody(
    own: Custody, about: tuple[str, str], catalog: Catalog, rules: Sequence[CustodyRule]
) -> Custody:
    """What the item says, else the register, else what the agency says of all.

    `about`: the item's address and its subject. The agency holds what it publishes.
    """
    agency = catalog.agency
    told = custody_told(own, *about, rules)
    return Custody(
        told.holder or agency.custody.holder or agency.name,
        told.responsible or agency.custody.responsible,
        told.retention or agency.custody.retention,
    )
