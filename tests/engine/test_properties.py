"""Properties that hold for any input: numbers, cells, escaping."""

from __future__ import annotations

import csv
import html
import io
import re
from dataclasses import replace
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from invented import table_of
from profil_terbuka.charts.svg import PictureWords, complete_picture, page_svg
from profil_terbuka.downloads.formats.table_csv import csv_bytes
from profil_terbuka.model import Field, Role, read_printed
from profil_terbuka.read import tables
from profil_terbuka.web.fragments import insert, render
from profil_terbuka.web.grid import Reader, grid
from profil_terbuka.web.page import Outline
from profil_terbuka.words import numbers

TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60)


def field(name: str, type_: str, role: Role = Role.REMARK) -> Field:
    return Field(name, name, type_, name, role, unit="orang")


NAME = field("a", "string", Role.DIMENSION)


@given(st.integers(min_value=0, max_value=10**15))
def test_written_numbers_read_back(value: int) -> None:
    assert read_printed(numbers.number(value)) == value
    assert read_printed(f"Rp. {numbers.number(value)},00") == value


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_decimals_keep_their_value(value: Decimal) -> None:
    text = numbers.number(value).replace("\N{MINUS SIGN}", "-")
    assert Decimal(text.replace(".", "").replace(",", ".")) == value


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(TEXT, st.integers().map(str), st.decimals(allow_nan=True).map(str)))
def test_an_integer_is_written_in_one_way_only(tmp_path: Path, text: str) -> None:
    assume(text.strip())
    path = tmp_path / "t.csv"
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\n").writerows([["n"], [text]])
    path.write_text(written.getvalue(), "utf-8", newline="")
    read, findings = tables.read_table(path, table_of([field("n", "integer")]))
    canonical = bool(re.fullmatch(r"-?[1-9][0-9]{0,17}|0", text))
    assert (read is not None) == canonical
    assert bool(findings) != canonical
    if read:
        assert read.rows == ((int(text),),)


@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=5))
def test_published_csv_reads_back(rows: list[tuple[str, str]]) -> None:
    made = table_of([field("a", "string"), field("b", "string")], cells=tuple(rows))
    read = list(csv.reader(io.StringIO(csv_bytes(made).decode(), newline=""), strict=True))
    assert read == [["a", "b"], *map(list, rows)]


class _Text(HTMLParser):
    """Text and tags of a fragment."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: set[str] = set()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)


def parsed(source: str) -> _Text:
    parser = _Text()
    parser.feed(source)
    parser.close()
    return parser


@given(TEXT)
def test_a_heading_shows_its_text_letter_by_letter(text: str) -> None:
    assume(text.strip())
    page = parsed(Outline().section(text))
    assert page.tags == {"h2", "a"}
    assert page.text.removesuffix("\N{PILCROW SIGN}") == " ".join(text.split())


@given(TEXT)
def test_a_table_shows_its_cells_letter_by_letter(text: str) -> None:
    made = replace(
        table_of([field("a", "string", Role.DIMENSION)]), cells=((text,),), rows=((text,),)
    )
    page = parsed(render("tabel", grid=grid(Reader(made)), id="x", slug="t"))
    assert page.tags <= {"div", "table", "caption", "thead", "tbody", "tr", "th", "small"}
    assert " ".join(text.split()) in " ".join(page.text.split())


@given(TEXT)
def test_no_text_can_pretend_to_be_a_mark_or_an_address(text: str) -> None:
    cell = f'{text}<div data-sisip="a"></div> href="akar:/x" {{{{ angka: a }}}}'
    made = replace(
        table_of([field("a", "string", Role.DIMENSION)]), cells=((cell,),), rows=((cell,),)
    )
    fragment = render("tabel", grid=grid(Reader(made)), id="x", slug="t")
    placed = insert(fragment, "..", {"a": "HIT"})
    assert placed == fragment
    assert "{{" not in placed


@given(TEXT)
def test_a_picture_says_its_name_letter_by_letter(text: str) -> None:
    drawing = page_svg('<svg width="10" height="20"><g id="clip1"/></svg>', "a-b", "lebar")
    svg = complete_picture(drawing, PictureWords("Judul", "Temuan.", text, []), "#0b5c8a")
    found = re.search(r'aria-label="([^"]*)"', svg)
    assert found
    assert html.unescape(found[1]) == text


@pytest.mark.parametrize("printed", ["20.84", "3.6190", "-", "", "1.2.3", "12 orang", "1,90"])
def test_what_needs_judgement_is_not_read(printed: str) -> None:
    assert read_printed(printed) is None
