"""The code for other sites, the answer for programs, and the specification of a chart."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import chain
from typing import Any

import pytest
import vl_convert
from altair import Chart

from profil_terbuka import charts, pipeline
from profil_terbuka.charts.render import VEGA_LITE
from profil_terbuka.model.products import Drawing
from profil_terbuka.system.cache import Cache
from profil_terbuka.web.embedding import embed_height
from shapes import chart
from support import BASE, page_of, written

ADDRESS = "https://data.example.id/"
ROWS = [(2024, "Utara", 40, "A"), (2024, "Selatan", 25, "u"), (2024, "Timur", None, "i")]
FOOT = "Sumber: Buku. Edisi 1.0.0, 2 Januari 2026; angkanya tidak berubah lagi."


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> pipeline.Written:
    """The invented agency's site below an address."""
    cache = Cache(tmp_path_factory.mktemp("cache"))
    return written(pipeline.examine(BASE, "contoh", cache, ADDRESS), cache)


@pytest.fixture(scope="module")
def drawing(tmp_path_factory: pytest.TempPathFactory) -> Drawing:
    return charts.draw_chart(chart(list(ROWS)), Cache(tmp_path_factory.mktemp("cache")))


def answer(made: pipeline.Written) -> dict[str, Any]:
    return dict(json.loads(made.files["data/penerima/per-kecamatan.oembed.json"]))


class Tags(HTMLParser):
    """The start tags of some HTML, with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_programs_learn_how_to_embed_a_chart(made: pipeline.Written) -> None:
    told = answer(made)
    assert (told["version"], told["type"]) == ("1.0", "rich")
    (frame, at), (script, loaded) = Tags(told["html"]).found
    assert (frame, script) == ("iframe", "script")
    root = f"{ADDRESS}contoh/"
    assert at["src"] == f"{root}data/penerima/sematan/per-kecamatan/"
    assert at["height"] == str(told["height"])
    assert loaded["src"] == f"{root}aset/sematan.js"
    assert f"{at['src']}index.html".removeprefix(root) in made.files
    picture = made.files[told["thumbnail_url"].removeprefix(root)]
    size = (told["thumbnail_width"], told["thumbnail_height"])
    assert size == tuple(int.from_bytes(picture[at : at + 4]) for at in (16, 20))


def test_the_page_and_its_bare_sister_lead_to_the_answer(made: pipeline.Written) -> None:
    name = "data/penerima/per-kecamatan.oembed.json"
    assert page_of(made, "data/penerima/").head.embed == name
    live = made.files["data/penerima/sematan/per-kecamatan/index.html"].decode()
    assert f'type="application/json+oembed" href="{ADDRESS}contoh/{name}"' in live
    kept = made.files["data/penerima/v/1.0.0/sematan/per-kecamatan/index.html"].decode()
    assert "json+oembed" not in kept  # the answer shows whichever edition is the newest


def test_more_words_ask_for_more_height(drawing: Drawing) -> None:
    plain = embed_height(replace(drawing, remarks=()), FOOT)
    warned = embed_height(replace(drawing, remarks=("Nilai diragukan, agaknya tertukar.",)), FOOT)
    talkative = embed_height(replace(drawing, sentence=f"{drawing.sentence} Juga ini." * 9), FOOT)
    assert plain < warned < talkative


def test_a_frame_is_at_least_as_high_as_its_drawing(drawing: Drawing) -> None:
    tall = replace(drawing, sizes=((344.0, 2000.0), (700.0, 300.0)))
    assert embed_height(tall, FOOT) > 2000


def test_the_specification_draws_the_chart_by_itself(drawing: Drawing) -> None:
    document = json.loads(drawing.specification)
    Chart.from_dict(document)  # held against Vega-Lite's own schema
    picture = vl_convert.vegalite_to_svg(drawing.specification.decode(), vl_version=VEGA_LITE)
    assert "Utara" in picture
    assert "40" in picture
    assert re.search(r'fill="#[0-9a-f]{6}"', picture)
    assert "var(--" not in picture
    assert "currentColor" not in picture
    assert document["description"] == drawing.sentence
    assert document["usermeta"]["keterangan"] == list(drawing.remarks)


def test_the_specification_holds_no_value_that_is_none(drawing: Drawing) -> None:
    values = {
        row.get("nilai", row.get("value"))
        for rows in json.loads(drawing.specification)["datasets"].values()
        for row in rows
    }
    assert {40, 25} <= values
    assert values <= {40, 25, None}


def test_the_specification_is_published_beside_the_pictures(made: pipeline.Written) -> None:
    for drawn in chain.from_iterable(made.drawn.drawings.values()):
        assert set(drawn.files) == {
            f"{drawn.data.view.name}.{kind}" for kind in ("svg", "png", "vl.json")
        }
        for name, data in drawn.files.items():
            assert made.files[f"data/{drawn.data.slug}/{name}"] == data
    block = made.exhibits["penerima/per-kecamatan"]
    assert 'per-kecamatan.vl.json" download' in block
