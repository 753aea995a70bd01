"""What CKAN and udata make of the published catalogues, by their own programs (tests/klien)."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from agencies import AGENCIES, catalog_of
from clients import read_by
from profil_terbuka.model import Dataset
from profil_terbuka.model.registers import REGISTERS

SITES = ["", *AGENCIES]
FORMATS = {
    "CSV": "csv",
    "JSON": "json",
    "XLSX": "xlsx",
    "ZIP": "zip",
    "HTML": "html",
    "Parquet": "parquet",
}
"""Every format as CKAN and as udata call it."""


def expected(slug: str) -> dict[tuple[str, str], Dataset]:
    """The datasets of an agency, or of all in the portal, by agency and name."""
    slugs = [slug] if slug else AGENCIES
    return {(one, item.slug): item for one in slugs for item in catalog_of(one).datasets}


def name_of(uri: str) -> tuple[str, str]:
    """'https://.../pontianak/data/pkh/#dataset' -> ('pontianak', 'pkh')."""
    *_, agency, _, dataset, _ = uri.split("/")
    return agency, dataset


@pytest.fixture(scope="module")
def harvested(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What a client makes of a site's catalogue; each is asked once."""
    kept: dict[tuple[str, str], Any] = {}

    def harvest(client: str, slug: str, file: str = "catalog.ttl", notation: str = "turtle") -> Any:
        asked = (client, f"{slug}/{file}")
        if asked not in kept:
            kept[asked] = read_by(client, built / slug / file, notation)
        return kept[asked]

    return harvest


def with_extras(items: list[dict[str, Any]]) -> dict[tuple[str, str], dict[str, Any]]:
    """CKAN's datasets by name, their extras laid out beside the other fields."""
    whole = [
        {**item, **{extra["key"]: extra["value"] for extra in item["extras"]}} for item in items
    ]
    return {name_of(item["uri"]): item for item in whole}


@pytest.mark.parametrize("slug", SITES)
def test_every_dataset_arrives_at_ckan_with_all_its_fields(
    slug: str, harvested: Any, built: Path
) -> None:
    proof = json.loads((built / slug / "bukti-terbit.json").read_text("utf-8"))
    published_on = proof["tanggal"]
    found = with_extras(harvested("ckan", slug))
    there = expected(slug)
    assert found.keys() == there.keys()
    for name, dataset in there.items():
        told = found[name]
        assert told["notes"] == dataset.description
        assert told["version"] == dataset.version
        assert told["license_id"] == "cc-by"
        assert told["issued"] >= "2026"
        if name[1] in REGISTERS:
            assert told["modified"] == published_on
        else:
            assert told["modified"] >= told["issued"]
        assert told["tags"]
        assert told["spatial_text"]
        assert told["publisher_name"]
        assert told["provenance"]
        assert told["frequency"].startswith("http://publications.europa.eu/")
        assert told["access_rights"].startswith("http://publications.europa.eu/")
        assert json.loads(told["language"]) == [
            "http://publications.europa.eu/resource/authority/language/IND"
        ]
        if dataset.coverage.start:
            assert told["temporal_start"] == f"{dataset.coverage.start}-01-01"
            assert told["temporal_end"] == f"{dataset.coverage.end}-12-31"


@pytest.mark.parametrize("slug", SITES)
def test_every_dataset_arrives_at_ckan_with_a_contact(slug: str, harvested: Any) -> None:
    for told in with_extras(harvested("ckan", slug)).values():
        assert told["contact_name"]
        assert told["contact_url"].startswith("https://")


@pytest.mark.parametrize("slug", SITES)
def test_files_have_the_names_that_ckan_gives_formats(slug: str, harvested: Any) -> None:
    found = [item for one in harvested("ckan", slug) for item in one["resources"]]
    assert {item["format"] for item in found} == FORMATS.keys()
    assert all("/" in item["mimetype"] and "://" not in item["mimetype"] for item in found)
    assert all(item["hash"] and item["size"] for item in found)


def test_titles_in_the_portal_tell_datasets_apart(harvested: Any) -> None:
    titles = Counter(item["title"] for item in harvested("ckan", ""))
    assert max(titles.values()) == 1
    own = [item["title"] for slug in AGENCIES for item in harvested("ckan", slug)]
    alike = {title for title, times in Counter(own).items() if times > 1}
    assert alike
    for title in alike:
        named = [one for one in titles if one.startswith(f"{title} (")]
        assert len(named) == own.count(title)


@pytest.mark.parametrize("slug", SITES)
def test_ckan_makes_the_same_of_rdf_xml(slug: str, harvested: Any) -> None:
    """Its parser is asked by the media type that servers send with the file."""
    told = with_extras(harvested("ckan", slug, "catalog.rdf", "application/rdf+xml"))
    assert sorted_within(told) == sorted_within(with_extras(harvested("ckan", slug)))


def sorted_within(told: dict[tuple[str, str], dict[str, Any]]) -> dict[tuple[str, str], Any]:
    """The same where lists, whose order a graph does not know, are in one order."""
    return {name: _ordered(item) for name, item in told.items()}


def _ordered(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _ordered(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return sorted(map(_ordered, value), key=lambda one: json.dumps(one, sort_keys=True))
    return value


@pytest.mark.parametrize("slug", SITES)
def test_every_dataset_arrives_at_udata(slug: str, harvested: Any) -> None:
    found = {name_of(item["uri"]): item for item in harvested("udata", slug)}
    there = expected(slug)
    assert found.keys() == there.keys()
    for name, dataset in there.items():
        told, covered = found[name], dataset.coverage
        years = covered.start and [f"{covered.start}-01-01", f"{covered.end}-12-31"]
        assert told["period"] == years
        assert told["frequency"]
        assert told["tags"]
        (contact,) = told["contacts"]
        name_, mail, form = contact
        assert name_
        assert mail or form  # without either udata drops it
        kinds = {item["format"] for item in told["resources"]}
        assert kinds <= set(FORMATS.values())
        assert "csv" in kinds
