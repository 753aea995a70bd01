"""The charts of a large agency are drawn in processes of their own, into the cache."""

from __future__ import annotations

from pathlib import Path

import pytest

from profil_terbuka.charts import draw_chart
from profil_terbuka.charts.invented import invented_chart
from profil_terbuka.pipeline import drawing
from profil_terbuka.pipeline.drawing import draw_beforehand
from profil_terbuka.system.cache import Cache

COLOUR = "#0b5c8a"
SHOWN = [
    invented_chart("jenis, jumlah (orang)", ("A", number), ("B", 5)) for number in range(1, 13)
]


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """So few charts are many already."""
    monkeypatch.setattr(drawing, "MANY", len(SHOWN))


@pytest.mark.usefixtures("large")
def test_what_was_drawn_beforehand_is_not_drawn_again(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "satu")
    draw_beforehand(SHOWN, cache, 2, COLOUR)
    counted = dict(cache.made)
    assert counted["gambar"] >= 3 * len(SHOWN)
    here = Cache(tmp_path / "dua")
    assert [draw_chart(data, cache, COLOUR) for data in SHOWN] == [
        draw_chart(data, here, COLOUR) for data in SHOWN
    ]
    assert cache.made == counted


@pytest.mark.usefixtures("large")
def test_where_most_is_drawn_no_process_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path)
    for data in SHOWN[:-1]:
        draw_chart(data, cache, COLOUR)
    monkeypatch.setattr(drawing, "ProcessPoolExecutor", pytest.fail)
    draw_beforehand(SHOWN, cache, 2, COLOUR)


def test_few_charts_are_left_to_who_needs_them(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    draw_beforehand(SHOWN, cache, 2, COLOUR)
    assert cache.made == {}
