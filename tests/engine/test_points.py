"""What a script reads of a chart: the words and the key of each point, and its mark's key."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from profil_terbuka import charts
from profil_terbuka.charts.kinds import KINDS, kind_of
from profil_terbuka.charts.render import WIDTHS, VegaPictures
from profil_terbuka.charts.told import told_points
from profil_terbuka.system.cache import Cache
from shapes import chart

ROWS = [
    (2023, "Masuk", 20, "A"),
    (2023, "Keluar", 35, "A"),
    (2024, "Masuk", 10, "A"),
    (2024, "Keluar", 25, "A"),
]
YEARLY = {"axis": "tahun", "series": "jenis"}
OF_VALUES = [
    kind
    for kind in KINDS
    if isinstance(kind.pictures, VegaPictures) and "ukuran" in kind.keys.needs
]
"""The kinds whose marks stand for values: a new one is drawn here without being named."""
CHARTS = {
    f"{kind.name}, seri": chart(ROWS, kind=kind.name, **YEARLY)
    for kind in OF_VALUES
    if "seri" in (*kind.keys.needs, *kind.keys.takes)
}
CHARTS |= {
    kind.name: chart(ROWS[2:], kind=kind.name)
    for kind in OF_VALUES
    if "seri" not in kind.keys.needs
}
LONG = "Pemberdayaanmasyarakatsetempatdansekitarnya"
CHARTS["batang-berkelompok, berbaring"] = chart(
    [(year, f"{LONG} {name}", value, status) for year, name, value, status in ROWS],
    kind="batang-berkelompok",
    axis="jenis",
    series="tahun",
)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", CHARTS)
def test_every_point_has_words_and_one_mark_of_its_key(name: str, width: str) -> None:
    data = CHARTS[name]
    told = dict(told_points(data))
    drawing = kind_of(data.view).pictures.svg(data, width, "uji")
    marked = re.findall(r'<path [^>]*data-titik="([^"]+)"', drawing)
    assert sorted(marked) == sorted(told)
    assert len(told) == len(set(told.values())) == len(list(data.points()))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", CHARTS)
def test_a_doubtful_point_does_not_look_like_a_sure_one(name: str, width: str) -> None:
    sure = CHARTS[name]
    doubted = replace(sure, doubtful=((sure.categories[-1], sure.series[-1]),))
    draw = kind_of(sure.view).pictures.svg
    assert draw(doubted, width, "uji") != draw(sure, width, "uji")
    assert sum("diragukan" in said for _, said in told_points(doubted)) == 1


def test_doubt_is_told_and_what_is_missing_is_no_point() -> None:
    rows = [(2022, "Masuk", 4, "A"), (2023, "Masuk", 5, "u"), (2024, "Masuk", None, "i")]
    said = [words for _, words in told_points(chart(rows, axis="tahun"))]
    assert said == ["2022: 4 orang", "2023: 5 orang (diragukan)"]


def test_a_page_gets_the_words_and_a_file_no_keys(tmp_path: Path) -> None:
    data = chart([(2024, "Anak 'A' & \"B\" <i>", 1240, "A"), (2024, "C", 2, "A")])
    drawing = charts.draw_chart(data, Cache(tmp_path))
    (told,) = re.findall("data-baca='([^']*)'", drawing.inline)
    assert json.loads(html.unescape(told)) == dict(told_points(data))
    assert "data-titik" in drawing.inline
    assert b"data-titik" not in drawing.svg
    assert len(drawing.sizes) == len(WIDTHS)
