"""The published catalogues of the real agencies, harvested as a portal would."""

from __future__ import annotations

import gc
import hashlib
import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from csvw import CSVW
from rdflib import DCAT, DCTERMS, FOAF, RDF, RDFS, BNode, Graph, Namespace, URIRef
from rdflib.compare import isomorphic

from profil_terbuka.read import catalog
from support import ROOT

pytestmark = [
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated"),  # within rdflib
    pytest.mark.parametrize("slug", catalog.agency_slugs(ROOT)),
]
SPDX = Namespace("http://spdx.org/rdf/terms#")
TAG = re.compile(r"[\w \-.]{2,100}")


@pytest.fixture
def harvested(slug: str, built: Path) -> Graph:
    return Graph().parse(built / slug / "catalog.jsonld", format="json-ld")


def home(graph: Graph) -> str:
    """The address of the site."""
    catalogue = graph.value(None, RDF.type, DCAT.Catalog)
    return str(graph.value(catalogue, FOAF.homepage))


def test_both_notations_say_the_same(slug: str, built: Path, harvested: Graph) -> None:
    turtle = Graph().parse(built / slug / "catalog.ttl", format="turtle")
    assert isomorphic(turtle, harvested)


def test_every_dataset_is_listed_once(slug: str, built: Path, harvested: Graph) -> None:
    folders = {path.parent.name for path in (built / slug / "data").glob("*/datapackage.json")}
    datasets = list(harvested.subjects(RDF.type, DCAT.Dataset))
    assert {urlsplit(str(one)).path.split("/")[-2] for one in datasets} == folders
    assert len(datasets) == len(folders)


def test_every_distribution_leads_to_its_file(slug: str, built: Path, harvested: Graph) -> None:
    distributions = list(harvested.subjects(RDF.type, DCAT.Distribution))
    assert len(distributions) > 100
    for one in distributions:
        url = str(harvested.value(one, DCAT.downloadURL))
        data = (built / slug / url.removeprefix(home(harvested))).read_bytes()
        checksum = harvested.value(one, SPDX.checksum)
        assert int(str(harvested.value(one, DCAT.byteSize))) == len(data)
        value = str(harvested.value(checksum, SPDX.checksumValue)).lower()
        assert value == hashlib.sha256(data).hexdigest(), url


def test_ckan_finds_what_it_needs(slug: str, harvested: Graph) -> None:
    """Titles, tags, the licence by its title, formats by their label."""
    for dataset in harvested.subjects(RDF.type, DCAT.Dataset):
        assert str(harvested.value(dataset, DCTERMS.title)).strip()
        for tag in harvested.objects(dataset, DCAT.keyword):
            assert TAG.fullmatch(str(tag))
        for one in harvested.objects(dataset, DCAT.distribution):
            licence = harvested.value(one, DCTERMS.license)
            title = harvested.value(licence, DCTERMS.title)
            assert str(title) == "Creative Commons Attribution"
            media_type = harvested.value(one, DCAT.mediaType)
            assert "/" in str(harvested.value(media_type, RDFS.label))


def test_subjects_lead_to_their_part_of_the_page(slug: str, built: Path, harvested: Graph) -> None:
    page = (built / slug / "data" / "index.html").read_text("utf-8")
    for theme in set(harvested.objects(None, DCAT.theme)):
        address, _, anchor = str(theme).partition("#")
        assert address == f"{home(harvested)}data/"
        assert f'id="{anchor}"' in page


@pytest.mark.filterwarnings("always")
def test_every_csv_is_valid_csvw(slug: str, built: Path) -> None:
    count = 0
    for package in (built / slug / "data").glob("*/datapackage.json"):
        for resource in json.loads(package.read_text("utf-8"))["resources"]:
            read = CSVW(str(package.parent / resource["path"]), validate=True)
            assert not read.no_metadata
            assert read.is_valid, (resource["path"], read.warnings)
            count += 1
    assert count > 100
    del read
    gc.collect()  # csvw leaves files open; elsewhere that would be a failure


def test_data_json_lists_the_same_datasets(slug: str, built: Path, harvested: Graph) -> None:
    document = json.loads((built / slug / "data.json").read_text("utf-8"))
    listed = {one["identifier"] for one in document["dataset"]}
    assert listed == {str(one) for one in harvested.subjects(RDF.type, DCAT.Dataset)}


def test_pages_point_to_the_catalogue_and_their_package(slug: str, built: Path) -> None:
    for package in (built / slug / "data").glob("*/datapackage.json"):
        page = (package.parent / "index.html").read_text("utf-8")
        assert page.count('<script type="application/ld+json">') == 1
        assert 'type="application/ld+json" href="../../catalog.jsonld"' in page
        link = re.search(r'<link rel="describedby"[^>]* href="([^"]+)"', page)
        assert link
        assert (package.parent / link[1]).resolve() == package


def test_portal_holds_what_the_agency_says(slug: str, built: Path, harvested: Graph) -> None:
    """But for titles that other agencies have as well."""
    portal = Graph().parse(built / "catalog.jsonld", format="json-ld")
    left = [
        (subject, term)
        for subject, term, value in harvested
        if not isinstance(subject, BNode) and not isinstance(value, BNode)
        if (subject, term, value) not in portal
    ]
    assert {term for _, term in left} <= {DCTERMS.title}
    for subject, _ in left:
        title = str(harvested.value(subject, DCTERMS.title))
        assert str(portal.value(subject, DCTERMS.title)).startswith(f"{title} (")
    own = URIRef(f"{home(harvested)}catalog.jsonld#catalog")
    assert next(portal.subjects(DCAT.catalog, own))
