"""The address of a row: readable, its own, and the same whatever the order of the rows."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invented import table_of
from profil_terbuka.citation import anchors
from profil_terbuka.model import Field, Role, Schema, Table, Value
from profil_terbuka.web.fragments import render
from profil_terbuka.web.grid import Reader, grid

KEY = ("tahun", "kode_kecamatan", "kode_kelurahan")
CODES = [
    ((2024, "61.71.01", "61.71.01.1002"), "pbi.2024.61.71.01.1002"),
    # A village under a district that is not its own keeps both codes.
    ((2024, "61.71.03", "61.71.05.1005"), "pbi.2024.61.71.03.61.71.05.1005"),
]


def table(rows: list[tuple[Value, ...]], names: tuple[str, ...] = KEY) -> Table:
    fields = tuple(Field(name, name, "string", name, Role.DIMENSION) for name in names)
    return table_of(fields, rows, "pbi", names)


@pytest.mark.parametrize(("key", "expected"), CODES)
def test_a_row_is_named_by_its_key(key: tuple[Value, ...], expected: str) -> None:
    assert anchors(table([key])) == (expected,)


def test_words_become_short_ascii() -> None:
    assert anchors(table([("Éè / (Lain-lain) St. Ana",)], ("jenis",))) == (
        "pbi.ee-lain-lain-st.-ana",
    )
    (long,) = anchors(table([("kata " * 60,)], ("jenis",)))
    assert len(long) <= 80


def test_without_a_key_there_is_no_anchor() -> None:
    nameless = table([("a",)], ("jenis",))
    assert anchors(replace(nameless, schema=Schema(nameless.schema.fields))) == ("",)


@given(st.lists(st.tuples(st.text(max_size=40)), min_size=2, max_size=8, unique=True))
def test_every_row_has_its_own_in_any_order(rows: list[tuple[Value, ...]]) -> None:
    made = anchors(table(rows, ("jenis",)))
    assert len(set(made)) == len(rows)
    assert all(re.fullmatch(r"[a-z0-9.-]+", name) for name in made)
    assert tuple(reversed(anchors(table(rows[::-1], ("jenis",))))) == made


FIELDS = (
    Field("tahun", "Tahun", "year", "Tahun.", Role.DIMENSION),
    Field("unsur", "Unsur", "string", "Unsur.", Role.DIMENSION),
    Field("jumlah", "Jumlah", "integer", "Jumlah.", Role.MEASURE, unit="orang"),
)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([(2023, "A", 1), (2024, "A", 2)], ["td t.2024.a", "td t.2023.a"]),
        ([(2024, "A", 1), (2024, "B", 2)], ["th t.2024.a", "th t.2024.b"]),
    ],
    ids=["tahun jadi kolom", "baris apa adanya"],
)
def test_a_page_carries_the_anchor_of_every_row(
    rows: list[tuple[Value, ...]], expected: list[str]
) -> None:
    made = grid(Reader(table_of(FIELDS, rows, "t", ("tahun", "unsur"))))
    cited = {"text": "D", "path": "data/t/", "address": "data/t/", "absolute": False}
    html = render("tabel", grid=made, id="t", slug="t", kutipan=cited)
    assert [" ".join(pair) for pair in re.findall(r'<(t[dh])[^>]* id="([^"]+)"', html)] == expected
    assert 'data-kutip="akar:/data/t/"' in html
    assert ' id="t.' not in render("tabel", grid=made, id="t", slug="t")
