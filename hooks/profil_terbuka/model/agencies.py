"""An agency, the pages people write for it, and all that it publishes."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlsplit

from .packages import Custody, Dataset
from .services import ServiceOffer, ServicePart
from .tables import Filter
from .timezones import NATIONAL

UNPUBLISHED = "https://profil-terbuka.example/"
"""Stands for the portal's address until it has one: machine-readable catalogues need whole
addresses, and names below `.example` can never lead anywhere (RFC 2606)."""


@dataclass(frozen=True, slots=True)
class OfficialContact:
    """A number or address that belongs to an office and may be published (`kontak_resmi`)."""

    value: str
    role: str


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure that stands for the agency (`angka_utama`): its label and a reference to it."""

    label: str
    reference: str


@dataclass(frozen=True, slots=True)
class InformationDesk:
    """The agency's information officer (`ppid`); what is empty the agency has not told yet."""

    post: str = ""
    superior: str = ""
    basis: str = ""
    """The decree or regulation that appoints them."""
    main: str = ""
    """The desk of the whole city or province, and its site."""
    main_site: str = ""
    address: str = ""
    email: str = ""
    phone: str = ""
    hours: str = ""
    commission: str = ""
    charter: str = ""
    """What the desk promises (maklumat pelayanan informasi)."""
    unverified: tuple[str, ...] = ()
    """Names of the fields above that nobody at the agency has confirmed."""


@dataclass(frozen=True, slots=True)
class DataProtection:
    """Who answers for personal data at the agency (`pelindungan_data`).

    What is empty the agency has not told yet.
    """

    officer: str = ""
    """The post of the officer for the protection of personal data (`petugas`), never a name."""
    basis: str = ""
    """The decision that appoints them."""
    address: str = ""
    email: str = ""
    phone: str = ""
    host: str = ""
    """Who runs the server that the site lies on (`pengelola_server`)."""
    unverified: tuple[str, ...] = ()
    """Names of the fields above that nobody at the agency has confirmed."""


@dataclass(frozen=True, slots=True)
class Stewardship:
    """Who looks after the agency's data, and how they come about (`satu_data`).

    What is empty the agency has not told yet.
    """

    steward: str = ""
    """The office that collects and checks the data of the whole region (`walidata`)."""
    collection: str = ""
    """How the figures are collected (`cara_pengumpulan`): one of the ways of BPS's form."""
    sector: str = ""
    """The sector of the statistical activity, as BPS's form calls it."""
    background: str = ""
    purpose: str = ""
    unverified: tuple[str, ...] = ()
    """Names of the fields above that nobody at the agency has confirmed."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts of a table that say something about the agency's services (`standar_pelayanan`)."""

    table: str
    column: str
    component: str = ""
    """The component of a service standard, by its obligation; '' for the charter."""
    service: str | None = None
    """Column that names the service; None: said of all of them."""
    where: Filter = field(default_factory=dict)
    part: ServicePart | None = None
    """What it is on the page of a service; None: it does not stand there."""
    detail: str | None = None
    """Column with more about each text: the number of a telephone, the address of a channel."""


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """An entry of the main menu: a page by its path below docs/<agency>/, or several below it."""

    title: str
    path: str = ""
    """'' where `below` has the pages."""
    below: tuple[MenuEntry, ...] = ()

    @property
    def pages(self) -> tuple[MenuEntry, ...]:
        """The entries that are pages: itself, or those below it.

        >>> group = MenuEntry("Angka", below=(MenuEntry("Statistik", "statistik/index.md"),))
        >>> [page.title for page in group.pages]
        ['Statistik']
        """
        return self.below or (self,)


@dataclass(frozen=True, slots=True)
class Photograph:
    """A picture on the front page (`foto`): its path below docs/<agency>/, and what it shows."""

    path: str
    caption: str


@dataclass(frozen=True, slots=True)
class Agency:
    """One public agency and how its site presents itself (`instansi.yml`)."""

    slug: str
    name: str
    short_name: str
    region: str
    summary: str
    book: str
    address: str
    phone: str | None
    website: str | None
    colour: str
    menu: tuple[MenuEntry, ...]
    site_url: str | None = None
    comparisons_url: str = ""
    """Where it is laid beside others, seen from its site's root; '' where no others are known."""
    logo: str = ""
    """Path below docs/<agency>/ of the picture beside its name."""
    photograph: Photograph | None = None
    as_of: str = ""
    """The day the information of the book is of (`keadaan`)."""
    custody: Custody = field(default_factory=Custody)
    official: tuple[OfficialContact, ...] = ()
    inspected: tuple[str, ...] = ()
    """Fingerprints of documents that people have read, as no program can (`dokumen_diperiksa`)."""
    figures: tuple[KeyFigure, ...] = ()
    desk: InformationDesk = InformationDesk()
    standards: tuple[Texts, ...] = ()
    charter: Texts | None = None
    zone: datetime.timezone = NATIONAL
    """The time zone whose days and hours its announcements and deadlines are told in."""
    sensitive: tuple[str, ...] = ()
    """Words for sensitive matters besides those of the reference package (`hal_peka`)."""
    stewardship: Stewardship = Stewardship()
    protection: DataProtection = DataProtection()
    named_domains: tuple[str, ...] = ()
    """Domains of the agency, its city and its legal database besides its sites' own."""
    services: ServiceOffer = field(default_factory=ServiceOffer)

    @property
    def domains(self) -> frozenset[str]:
        """Every domain whose pages count as the agency's own."""
        sites = filter(None, (self.website, self.site_url, self.desk.main_site))
        hosts = (urlsplit(site).hostname for site in sites)
        return frozenset(filter(None, (*hosts, *self.named_domains)))

    @property
    def root(self) -> str:
        """The address that identifies the site in catalogues, with a slash at its end."""
        return f"{(self.site_url or UNPUBLISHED + self.slug).rstrip('/')}/"


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A page written by people: its path below the agency's pages, the path shown, its Markdown."""

    path: str
    file: str
    text: str
    head: Mapping[str, object] = field(default_factory=dict)
    """Its front matter; dates in it are text."""
    embargo: str = ""
    """The day before which it is not published (`terbit`, ISO 8601); '' where there is none."""


@dataclass(frozen=True)
class Catalog:
    """Everything one agency publishes, and the reference packages its data points to."""

    agency: Agency
    datasets: tuple[Dataset, ...]
    reference: tuple[Dataset, ...] = ()
    unfit: frozenset[str] = frozenset()
    """Slugs of packages that are there but faulty: what refers to them cannot be judged."""

    @cached_property
    def by_slug(self) -> Mapping[str, Dataset]:
        """The agency's datasets by slug."""
        return {dataset.slug: dataset for dataset in self.datasets}

    @property
    def packages(self) -> tuple[Dataset, ...]:
        """Every data package that is published: the datasets and their older editions."""
        old = (edition for dataset in self.datasets for edition in dataset.editions)
        return (*self.datasets, *old)
