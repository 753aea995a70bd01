"""A catalogue judged in pieces is judged as the whole is; what was judged is not judged again."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from profil_terbuka import downloads
from profil_terbuka.catalogues import harvest, verdict
from profil_terbuka.catalogues.dcat import graph as nodes_of
from profil_terbuka.catalogues.entries import entry
from profil_terbuka.catalogues.graph import jsonld as as_jsonld
from profil_terbuka.catalogues.graph import turtle as as_turtle
from profil_terbuka.catalogues.graph import unique
from profil_terbuka.catalogues.notations import Notations
from profil_terbuka.catalogues.pieces import divided
from profil_terbuka.catalogues.portal import PublishedCatalogue, portal
from profil_terbuka.catalogues.rdf_xml import rdf_xml
from profil_terbuka.model.products import Criterion, Measurement
from profil_terbuka.read import catalog
from profil_terbuka.system.cache import Cache
from support import BASE, examples

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # within rdflib

SHAPES = sorted(verdict.SHAPES.glob("*.ttl"))
QUALITY = (Measurement(Criterion("isi", "Isi", "Sel yang terisi.", "completeness"), 0.97, "97 %"),)
Nodes = list[dict[str, object]]


@cache
def _made() -> str:
    """The graph of the invented agency with its one dataset."""
    known = catalog.load(BASE, "contoh").catalog or pytest.fail("the base does not load")
    (dataset,) = known.datasets
    with tempfile.TemporaryDirectory() as folder:
        files = downloads.dataset_downloads(dataset, known.agency, Cache(Path(folder)))
    offered = downloads.dataset_offer(dataset, files)
    entries = [entry(dataset, known, offered, files)]
    return as_jsonld(nodes_of(known, entries, {dataset.slug: QUALITY}, ())).decode()


def invented(slugs: Sequence[str]) -> Nodes:
    """The same where the dataset is there under several names."""
    listing = json.loads(_made())["@graph"][0]
    (dataset,) = listing["dcat:dataset"]
    copies = {slug: _made().replace("/data/penerima/", f"/data/{slug}/") for slug in slugs}
    listed = [dataset.replace("/data/penerima/", f"/data/{slug}/") for slug in slugs]
    nodes = [item for text in copies.values() for item in json.loads(text)["@graph"][1:]]
    return [{**listing, "dcat:dataset": listed}, *unique(nodes)]


def written(nodes: Nodes) -> Notations:
    return Notations(as_jsonld(nodes), as_turtle(nodes), rdf_xml(nodes))


def clean_in_pieces(whole: Notations, kept: Cache) -> bool:
    return verdict._clean_in_pieces(whole, kept)


def without_term(nodes: Nodes, place: int) -> Nodes:
    """One value less, anywhere in the graph."""
    there = [(at, term) for at, item in enumerate(nodes) for term in item if term != "@id"]
    at, term = there[place % len(there)]
    left = {name: value for name, value in nodes[at].items() if name != term or name == "@type"}
    if term == "@type":
        left["@type"] = "foaf:Document"
    return [*nodes[:at], left, *nodes[at + 1 :]]


def without_node(nodes: Nodes, place: int) -> Nodes:
    at = place % len(nodes)
    return [*nodes[:at], *nodes[at + 1 :]]


def with_other_target(nodes: Nodes, place: int) -> Nodes:
    """An arrow that leads to another node than it should."""
    known = {str(item["@id"]) for item in nodes}
    told = [(at, term, value) for at, item in enumerate(nodes) for term, value in item.items()]
    arrows = [(at, term) for at, term, value in told if term != "@id" and str(value) in known]
    at, term = arrows[place % len(arrows)]
    other = nodes[(place * 7 + 1) % len(nodes)]["@id"]
    return [*nodes[:at], {**nodes[at], term: other}, *nodes[at + 1 :]]


DAMAGES = (without_term, without_node, with_other_target)


@settings(max_examples=examples(25), deadline=None, derandomize=True)
@given(damage=st.sampled_from(DAMAGES), place=st.integers(0, 10**4))
def test_pieces_are_clean_where_the_whole_is(
    tmp_path_factory: pytest.TempPathFactory,
    damage: Callable[[Nodes, int], Nodes],
    place: int,
) -> None:
    page = written(damage(invented(("satu", "dua")), place))
    kept = Cache(tmp_path_factory.mktemp("kosong"))
    whole = not harvest.harvest_faults(page, SHAPES)
    assert clean_in_pieces(page, kept) == whole


def test_the_invented_catalogue_is_clean_in_pieces(tmp_path: Path) -> None:
    page = written(invented(("satu", "dua", "tiga")))
    assert clean_in_pieces(page, Cache(tmp_path))
    assert len(divided(page).pieces) >= 4


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that every judgement began with, since."""
    found: list[str] = []
    judge = harvest.are_clean

    def told(whole, pieces, shapes):
        found.extend(piece.nodes[0] for piece in pieces)
        return judge(whole, pieces, shapes)

    monkeypatch.setattr(harvest, "are_clean", told)
    return found


def test_only_what_changed_is_judged_again(tmp_path: Path, judged: list[str]) -> None:
    nodes, kept = invented(("satu", "dua", "tiga")), Cache(tmp_path)
    assert clean_in_pieces(written(nodes), kept)
    judged.clear()
    assert clean_in_pieces(written(nodes), kept)
    assert not judged
    (at,) = (at for at, item in enumerate(nodes) if str(item["@id"]).endswith("dua/#dataset"))
    nodes[at] = {**nodes[at], "dct:title": "Judul lain"}
    assert clean_in_pieces(written(nodes), kept)
    assert judged == [nodes[at]["@id"]]


def test_a_portal_judges_only_what_is_its_own(tmp_path: Path, judged: list[str]) -> None:
    page = written(invented(("satu", "dua")))
    kept = Cache(tmp_path)
    assert clean_in_pieces(page, kept)
    judged.clear()
    root = "https://portal.example/"
    made = dict(portal("Portal", root, [PublishedCatalogue(page.jsonld, b'{"dataset": []}')]))
    names = ("catalog.jsonld", "catalog.ttl", "catalog.rdf")
    assert clean_in_pieces(Notations(*(made[name] for name in names)), kept)
    assert all(address.startswith(root) for address in judged)


def jsonld(change: Callable[[bytes], bytes]) -> Callable[[Notations], Notations]:
    return lambda page: replace(page, jsonld=change(page.jsonld))


def turtle(change: Callable[[bytes], bytes]) -> Callable[[Notations], Notations]:
    return lambda page: replace(page, turtle=change(page.turtle))


def xml(change: Callable[[bytes], bytes]) -> Callable[[Notations], Notations]:
    return lambda page: replace(page, rdf_xml=change(page.rdf_xml))


@pytest.mark.parametrize(
    "spoiled",
    [
        turtle(lambda data: data.replace(b"Dinas", b"Kantor", 1)),
        turtle(lambda data: data.rpartition(b"\n\n")[0]),
        turtle(lambda data: data + b"\n<x:a> a <x:b> .\n"),
        turtle(lambda data: data + b"\n" + data.split(b"\n\n")[-1]),
        xml(lambda data: data.replace(b"Dinas", b"Kantor", 1)),
        xml(lambda data: data.replace(b' xml:lang="id"', b"", 1)),
        xml(lambda data: data.rpartition(b"\n\n")[0]),
        xml(lambda data: b"\n\n".join([*data.split(b"\n\n")[:-2], b"</rdf:RDF>\n"])),
        xml(lambda data: data.replace(b"</rdf:RDF>", b'<x:a xmlns:x="x:"/>\n\n</rdf:RDF>')),
        jsonld(lambda data: data[:-9]),
        jsonld(lambda data: b"[]"),
        jsonld(lambda data: data.replace(b'"@type": "dcat:Dataset"', b'"x": "y"')),
    ],
)
def test_notations_that_differ_are_not_clean(tmp_path: Path, spoiled: Callable) -> None:
    assert not clean_in_pieces(spoiled(written(invented(("satu",)))), Cache(tmp_path))
