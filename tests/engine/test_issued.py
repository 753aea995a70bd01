"""First published, last changed, what years: every notation tells the same, and tells the truth.

The oracle is the list of editions with their days; it knows nothing of catalogues or feeds.
"""

from __future__ import annotations

import datetime
import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple
from xml.etree import ElementTree as Xml

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.vendor.pretty import RepresentationPrinter

from profil_terbuka import catalogues, downloads, history
from profil_terbuka.citation.record import chart_record, dataset_record
from profil_terbuka.model import Catalog, Change, ChangeKind, Coverage, Dataset
from profil_terbuka.model.products import Download
from profil_terbuka.publish.feeds import feed_files
from profil_terbuka.read.catalog import load
from profil_terbuka.system.cache import Cache
from support import BASE

PORTAL = "https://portal.example/"
ATOM = "{http://www.w3.org/2005/Atom}"
DAYS = st.dates(datetime.date(2010, 1, 1), datetime.date(2039, 12, 31))
YEARS = st.none() | st.integers(1990, 2039)
Files = Mapping[str, bytes]


class Known(NamedTuple):
    """The invented agency, and what its site offers of its one dataset."""

    whole: Catalog
    offered: tuple[Download, ...]
    files: Files

    def _repr_pretty_(self, printer: RepresentationPrinter, cycle: bool) -> None:
        """Failing examples are printed, and this is megabytes."""
        printer.text("known")


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Known:
    whole = load(BASE, "contoh").catalog or pytest.fail("the base does not load")
    whole = replace(whole, agency=replace(whole.agency, site_url="https://data.contoh.example/"))
    dataset = whole.datasets[0]
    files = downloads.dataset_downloads(
        dataset, whole.agency, Cache(tmp_path_factory.mktemp("cache"))
    )
    files |= catalogues.csvw_files(dataset, whole.agency, files)
    return Known(whole, downloads.dataset_offer(dataset, files), files)


@dataclass(frozen=True)
class Life:
    """When the editions of a dataset came, the oldest first; the day of a register, or ''."""

    editions: tuple[str, ...]
    register: str
    years: tuple[int, int] | None

    @property
    def first(self) -> str:
        return self.editions[0]

    @property
    def last(self) -> str:
        return self.register or self.editions[-1]

    def of(self, base: Dataset, slug: str) -> Dataset:
        """The dataset with these editions, under that name."""
        base = replace(base, slug=slug)
        dates = [f"{day}T00:00:00Z" for day in self.editions]
        old = [
            replace(base, version=f"1.{n}.0", created=date, updated="")
            for n, date in enumerate(dates[:-1])
        ]
        changes = [
            Change(f"1.{n}.0", day, ChangeKind.DATA, "Angka diperbarui.", "Salah ketik.")
            for n, day in enumerate(self.editions)
            if n
        ]
        newest = f"1.{len(dates) - 1}.0"
        coverage = Coverage("99.01", *(self.years or (None, None)))
        return replace(
            base,
            version=newest,
            created=dates[-1],
            updated=self.register,
            coverage=coverage,
            editions=tuple(reversed(old)),
            history=tuple(reversed(changes)),
        )


@st.composite
def lives(draw: st.DrawFn) -> Life:
    days = sorted(draw(st.lists(DAYS, min_size=1, max_size=4, unique=True)))
    later = days[-1] + datetime.timedelta(days=draw(st.integers(1, 400)))
    register = later.isoformat() if draw(st.booleans()) else ""
    start = draw(YEARS)
    years = None if start is None else (start, start + draw(st.integers(0, 9)))
    return Life(tuple(day.isoformat() for day in days), register, years)


@st.composite
def agencies(draw: st.DrawFn) -> dict[str, Life]:
    return {f"penerima-{n}": life for n, life in enumerate(draw(st.lists(lives(), max_size=3)))}


def published(known: Known, told: Mapping[str, Life]) -> tuple[Catalog, dict[str, bytes]]:
    """An agency with datasets that have led these lives, and its catalogues."""
    base = known.whole.datasets[0]
    whole = replace(known.whole, datasets=tuple(life.of(base, s) for s, life in told.items()))
    files = {f"data/{slug}/{name}": data for slug in told for name, data in known.files.items()}
    offered = dict.fromkeys(told, known.offered)
    return whole, dict(catalogues.catalogue_files(whole, offered, files, {}))


def nodes(data: bytes, kind: str) -> list[dict]:
    """The nodes of a JSON-LD catalogue that are of that kind."""
    graph = json.loads(data)["@graph"]
    return [node for node in graph if node["@type"] == kind]


def plain(value: object) -> object:
    """A date without its type."""
    return value["@value"] if isinstance(value, dict) else value


@given(told=agencies())
def test_the_catalogue_tells_the_first_and_the_last_day(
    known: Known, told: dict[str, Life]
) -> None:
    _, made = published(known, told)
    (whole,) = nodes(made["catalog.jsonld"], "dcat:Catalog")
    listed = nodes(made["catalog.jsonld"], "dcat:Dataset")
    firsts, lasts = ([getattr(life, name) for life in told.values()] for name in ("first", "last"))
    assert plain(whole.get("dct:issued")) == min(firsts, default=None)
    assert plain(whole.get("dct:modified")) == max(lasts, default=None)
    assert len(listed) == len(told)
    for node in listed:
        life = told[str(node["dct:identifier"]).split("/")[-1]]
        assert (plain(node["dct:issued"]), plain(node["dct:modified"])) == (life.first, life.last)
    for node in nodes(made["catalog.jsonld"], "dcat:Distribution"):
        slug = str(node["@id"]).split("/data/")[1].split("/")[0]
        assert plain(node["dct:modified"]) == told[slug].last


@given(told=agencies())
def test_a_period_begins_on_its_first_day_and_ends_on_its_last(
    known: Known, told: dict[str, Life]
) -> None:
    _, made = published(known, told)
    spans = {
        str(node["@id"]).split("/data/")[1].split("/")[0]: (
            plain(node["dct:temporal"]["dcat:startDate"]),
            plain(node["dct:temporal"]["dcat:endDate"]),
        )
        for node in nodes(made["catalog.jsonld"], "dcat:Dataset")
        if "dct:temporal" in node
    }
    assert spans == {
        slug: (f"{life.years[0]}-01-01", f"{life.years[1]}-12-31")
        for slug, life in told.items()
        if life.years
    }


@given(told=agencies())
def test_other_catalogues_tell_the_same(known: Known, told: dict[str, Life]) -> None:
    whole, made = published(known, told)
    by_slug = {item.slug: item for item in whole.datasets}
    for entry in json.loads(made["data.json"])["dataset"]:
        life = told[str(entry["identifier"]).split("/data/")[1].split("/")[0]]
        assert (entry["issued"], entry["modified"]) == (life.first, life.last)
        span = f"{life.years[0]}-01-01/{life.years[1]}-12-31" if life.years else None
        assert entry.get("temporal") == span
    packages = ckan(made["ckan.zip"])
    assert len(packages) == len(told)
    for package in packages:
        life = told[str(package["name"]).removeprefix("contoh-")]
        extras = {item["key"]: item["value"] for item in package["extras"]}
        assert (extras["issued"], extras["modified"]) == (life.first, life.last)
        start, end = life.years or ("", "")
        assert extras.get("temporal_start", "") == (f"{start}-01-01" if life.years else "")
        assert extras.get("temporal_end", "") == (f"{end}-12-31" if life.years else "")
    for slug, life in told.items():
        markup = catalogues.markup(slug, whole, known.offered, known.files)
        page = json.loads(markup.partition(">")[2].rpartition("</script>")[0])
        assert (page["datePublished"], page["dateModified"]) == (life.first, life.last)
        described = catalogues.csvw_files(by_slug[slug], whole.agency, known.files)
        for data in described.values():
            assert json.loads(data)["dc:modified"]["@value"] == life.last


def ckan(data: bytes) -> list[dict]:
    """The packages that a portal would create."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.endswith("/dataset.json")]
        return [json.loads(archive.read(name)) for name in names]


@given(told=agencies())
def test_feeds_tell_every_edition_with_its_day_the_newest_first(
    known: Known, told: dict[str, Life]
) -> None:
    base = known.whole.datasets[0]
    table = base.main.path
    named = {slug: replace(base, tables=(replace(base.main, name=slug),)) for slug in told}
    made_of = tuple(life.of(named[slug], slug) for slug, life in told.items())
    whole = replace(known.whole, datasets=made_of)
    places = {
        f"{history.edition_address(item, edition.version)}{table}": b"1"
        for item in whole.datasets
        for edition in (item, *item.editions)
    }
    made = feed_files(whole, places)
    for slug, life in told.items():
        feed = Xml.fromstring(made[f"data/{slug}/feed.xml"])
        days = [entry.findtext(f"{ATOM}updated", "")[:10] for entry in feed.iter(f"{ATOM}entry")]
        assert days == sorted(life.editions, reverse=True)
        assert feed.findtext(f"{ATOM}updated", "")[:10] == life.editions[-1]
    whole_feed = Xml.fromstring(made["feed.xml"])
    told_days = [e.findtext(f"{ATOM}updated", "")[:10] for e in whole_feed.iter(f"{ATOM}entry")]
    every = sorted((day for life in told.values() for day in life.editions), reverse=True)
    assert told_days == every
    assert whole_feed.findtext(f"{ATOM}updated", "")[:10] == (every[0] if every else "1970-01-01")


@given(life=lives())
def test_whoever_cites_gives_the_day_of_what_is_there(known: Known, life: Life) -> None:
    dataset, agency = life.of(known.whole.datasets[0], "penerima"), known.whole.agency
    chart = dataset.views[0]
    assert dataset.issued == life.last
    for record in (dataset_record(dataset, agency), chart_record(chart, dataset, agency)):
        assert record.issued == life.last


@given(one=agencies(), other=agencies())
def test_the_portal_is_as_new_as_its_newest_agency(
    known: Known, one: dict[str, Life], other: dict[str, Life]
) -> None:
    made = [published(known, told)[1] for told in (one, other)]
    offers = [
        catalogues.PublishedCatalogue(files["catalog.jsonld"], files["data.json"]) for files in made
    ]
    merged = dict(catalogues.portal("Portal", PORTAL, offers))["catalog.jsonld"]
    (whole,) = (n for n in nodes(merged, "dcat:Catalog") if str(n["@id"]).startswith(PORTAL))
    lasts = [life.last for told in (one, other) for life in told.values()]
    assert plain(whole.get("dct:modified")) == max(lasts, default=None)


def test_the_readers_above_find_what_there_is(known: Known) -> None:
    """One that finds nothing would compare nothing."""
    life = Life(("2026-01-02", "2026-05-01"), "", (2022, 2024))
    _, made = published(known, {"penerima-0": life})
    assert len(nodes(made["catalog.jsonld"], "dcat:Distribution")) > 5
    (dataset,) = nodes(made["catalog.jsonld"], "dcat:Dataset")
    assert "dct:temporal" in dataset
    (package,) = ckan(made["ckan.zip"])
    extras = {item["key"]: item["value"] for item in package["extras"]}
    assert extras["modified"] == "2026-05-01"
    assert extras["temporal_end"] == "2024-12-31"
