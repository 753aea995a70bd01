"""What pages tell about themselves: a picture for those who share them, a record for citing."""

from __future__ import annotations

import datetime
import re
import struct
from dataclasses import replace

import pytest

from profil_terbuka import pipeline
from profil_terbuka.citation import citation_head, dataset_citations
from profil_terbuka.model import Agency
from profil_terbuka.publish.sharing import shared_drawing, shared_picture_of
from profil_terbuka.render.rendering import layout_pages, render_website
from profil_terbuka.system.cache import Cache
from profil_terbuka.web.frame import SHARED_PICTURE, SHARED_SIZE, Frame, agency_frame
from support import BASE, page_of

ADDRESS = "https://data.example.id/"
LARGEST = 40_000
DAY = datetime.date(2026, 1, 2)
_META = re.compile(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">')


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every file of the invented agency's site below an address."""
    cache = Cache(tmp_path_factory.mktemp("cache"))
    prepared = pipeline.examine(BASE, "contoh", cache, ADDRESS)
    website = pipeline.publication(prepared, cache).website
    return render_website(website, layout_pages(website))


def metas(site: dict[str, bytes], page: str) -> dict[str, str]:
    return dict(_META.findall(site[page].decode()))


def size(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_every_page_has_a_picture_of_the_size_it_tells(site: dict[str, bytes]) -> None:
    root = f"{ADDRESS}contoh/"
    pages = [name for name in site if name.endswith("index.html") and "sematan" not in name]
    shown = set()
    for page in pages:
        told = metas(site, page)
        path = told["og:image"].removeprefix(root)
        shown.add(path)
        assert size(site[path]) == (int(told["og:image:width"]), int(told["og:image:height"]))
        assert told["og:image:alt"]
        assert told["twitter:card"] == "summary_large_image"
    assert shown == {SHARED_PICTURE, "data/penerima/per-kecamatan.png"}


def test_the_sites_picture_is_light(site: dict[str, bytes]) -> None:
    assert len(site[SHARED_PICTURE]) <= LARGEST
    assert size(site[SHARED_PICTURE]) == SHARED_SIZE


def frame_of(agency: Agency) -> Frame:
    return agency_frame(agency, DAY)


@pytest.fixture(scope="module")
def agency(tmp_path_factory: pytest.TempPathFactory) -> Agency:
    found = pipeline.examine(BASE, "contoh", Cache(tmp_path_factory.mktemp("singgahan"))).catalog
    assert found
    return found.agency


@pytest.mark.parametrize("name", ["Dinas", "Dinas A & B <Contoh> " * 12], ids=["short", "long"])
def test_any_name_fits_the_picture(name: str, agency: Agency, cache: Cache) -> None:
    frame = frame_of(replace(agency, name=name))
    drawn = shared_drawing(frame, "Ringkas &amp; jelas")
    assert "Ringkas &amp; jelas" in drawn
    tops = [int(top) for top in re.findall(r'y="(\d+)"', drawn)]
    assert max(tops) < SHARED_SIZE[1]
    assert size(shared_picture_of(frame, "", cache)) == SHARED_SIZE


def test_a_datasets_page_tells_reference_managers_what_its_files_say(
    site: dict[str, bytes],
) -> None:
    told = metas(site, "data/penerima/index.html")
    names = dataset_citations("penerima")
    record = site[f"data/penerima/{names['RIS']}"].decode()
    assert f"TI  - {told['citation_title']}\r\n" in record
    assert f"PB  - {told['citation_publisher']}\r\n" in record
    assert f"UR  - {told['citation_public_url']}\r\n" in record
    assert f"DA  - {told['citation_publication_date']}/\r\n" in record
    assert told["z:itemType"] == "dataset"
    assert told["DC.creator"] == told["citation_publisher"]
    assert "citation_title" not in metas(site, "index.html")


def test_without_an_address_no_record_names_one(cache: Cache) -> None:
    found = pipeline.examine(BASE, "contoh", cache).catalog
    assert found
    told = dict(citation_head(found.datasets[0], replace(found.agency, site_url=None)))
    assert not {"citation_public_url", "DC.identifier"} & told.keys()


def test_hostile_titles_stay_in_their_attribute(cache: Cache) -> None:
    prepared = pipeline.examine(BASE, "contoh", cache, ADDRESS)
    assert prepared.catalog
    first = prepared.catalog.datasets[0]
    hostile = replace(first, title='A "b" <script>')
    catalog = replace(prepared.catalog, datasets=(hostile, *prepared.catalog.datasets[1:]))
    made = pipeline.write(pipeline.draw(replace(prepared, catalog=catalog), cache), cache)
    head = dict(page_of(made, f"data/{first.slug}/").head.citation)
    assert head["citation_title"] == "A &#34;b&#34; &lt;script&gt;"
