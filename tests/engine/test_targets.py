"""Targets and events of years: dashed lines with their values, signs, and the same in words."""

from __future__ import annotations

import re

import pytest

from pictures import Picture, read
from profil_terbuka import charts
from profil_terbuka.charts.kinds import kind_of
from profil_terbuka.charts.look import INK
from profil_terbuka.charts.render import WIDTHS
from profil_terbuka.model.products import ChartData
from profil_terbuka.read.descriptor.parts import view
from profil_terbuka.web.grid import chart_grid
from shapes import chart

ASKED = {"nama": "a", "judul": "A", "tabel": "t", "sumbu": "tahun", "ukuran": "jumlah"}
ROWS = [(2021, "A", 40, "A"), (2022, "A", 100, "A"), (2023, "A", 58, "A"), (2024, "A", 61, "A")]
EVERY_WIDTH = pytest.mark.parametrize("width", WIDTHS)
KINDS = pytest.mark.parametrize("kind", ["batang", "garis"])


def aimed(kind: str, *targets: tuple[int, int | None], **events: str) -> ChartData:
    """A chart with targets (value, year) and events (`y2023="Pindah"`)."""
    found = [
        {"nilai": value, "sumber": "Renstra."} | ({"tahun": year} if year else {})
        for value, year in targets
    ]
    happened = [{"tahun": int(name[1:]), "teks": what} for name, what in events.items()]
    read_in = view({**ASKED, "jenis": kind, "target": found, "peristiwa": happened})
    return chart(ROWS, kind=kind, axis="tahun", aims=read_in.aims, events=read_in.events)


def svg(data: ChartData, width: str) -> str:
    return kind_of(data.view).pictures.svg(data, width, "uji")


def dashed(drawing: str) -> list[tuple[float, float]]:
    """Length and width in px of the dashed lines of targets, from left to right."""
    lines = re.findall(r"<line [^>]*stroke-dasharray=\"5,3\"[^>]*>", drawing)
    return [tuple(_ends(line)) for line in lines]


def _ends(line: str) -> list[float]:
    found = (re.search(rf'\\b{name}="([-\\d.]+)"', line) for name in ("x2", "y2"))
    return [float(part[1]) if part else 0 for part in found]


def clear(picture: Picture) -> bool:
    """Whether no text meets another, and none in ink a bar."""
    texts = [text for text in picture.texts if text.text]
    apart = all(
        not one.meets(other)
        for place, one in enumerate(texts)
        for other in texts[place + 1 :]
        if one.text != other.text
    )
    return apart and not any(
        text.meets(bar) for text in texts for bar in picture.bars if text.colour == INK
    )


@EVERY_WIDTH
@KINDS
def test_a_target_of_every_year_is_one_line_over_all(kind: str, width: str) -> None:
    data = aimed(kind, (80, None))
    (whole,) = dashed(svg(data, width))
    (one,) = dashed(svg(aimed(kind, (80, 2023)), width))
    assert whole[0] == pytest.approx(4 * one[0], abs=0.5)
    assert "80" in " ".join(text.text for text in read(svg(data, width)).texts)


@EVERY_WIDTH
@pytest.mark.parametrize("value", [20, 55, 58, 60, 64, 75, 95])
def test_the_value_of_a_target_lies_on_nothing(value: int, width: str) -> None:
    picture = read(svg(aimed("batang", (value, 2023)), width))
    assert [text for text in picture.texts if text.text in (f"target {value}", str(value))]
    assert clear(picture)


@EVERY_WIDTH
@KINDS
def test_a_target_above_all_values_is_inside_of_the_scale(kind: str, width: str) -> None:
    drawing = svg(aimed(kind, (900, 2024)), width)
    (place,) = re.findall(r"<line transform=.translate\(([-\d.]+),([-\d.]+)\).[^>]*=.5,3.", drawing)
    assert 0 <= float(place[1]) < 60
    bars = read(drawing).bars
    assert all(bar.bottom - bar.top < 40 for bar in bars)


@EVERY_WIDTH
@KINDS
def test_an_event_has_a_sign_that_words_explain(kind: str, width: str) -> None:
    data = aimed(kind, y2024="Kantor pindah.", y2022="Pendataan diperluas")
    signs = [text.text for text in read(svg(data, width)).texts if text.text in "①②"]
    assert sorted(signs) == ["①", "②"]
    told = charts.remarks_on(data)
    assert told[-2:] == ("① 2022: Pendataan diperluas.", "② 2024: Kantor pindah.")


@KINDS
def test_targets_are_told_in_words_and_in_the_table(kind: str) -> None:
    data = aimed(kind, (80, 2023), (90, None))
    assert charts.remarks_on(data) == (
        "Garis putus-putus: target 80 orang pada 2023 (Renstra) dan target 90 orang (Renstra).",
    )
    table = chart_grid(data)
    assert (table.headings[-1].text, table.headings[-1].unit) == ("Target", "orang")
    assert [row[-1].text for row in table.rows] == ["90", "90", "80", "90"]


def test_a_chart_without_targets_has_no_column_for_them() -> None:
    data = aimed("batang", y2022="Pendataan diperluas")
    assert [heading.text for heading in chart_grid(data).headings] == ["Tahun", "orang"]
