"""Damaged input of every kind ends in findings or success: never in an exception, never slowly."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from invented import table_of
from profil_terbuka import pipeline
from profil_terbuka.model import Field, Role
from profil_terbuka.model.findings import Place
from profil_terbuka.read import hygiene, tables
from profil_terbuka.read.notation import Unreadable, from_json, from_yaml
from profil_terbuka.system.cache import Cache
from profil_terbuka.words import catalogues as words
from support import BASE, examples, written

DESCRIPTOR = "datasets/contoh/penerima/datapackage.json"
TABLE = "datasets/contoh/penerima/penerima.csv"
IDENTITY = "datasets/contoh/instansi.yml"
PAGE = "docs/contoh/index.md"

ODD = ["", "\0", "\x1b", "\u200b", "\u202e", "\uffff", "\ud83d", "-1", "1e999", "9" * 5000]
ODD += [
    "2024-02-31",
    "[]",
    "{",
    "---",
    "{{ angka: }}",
    "*a",
    "&a [*a]",
    "null",
    "\u2028",
    "%",
    "ya",
]
ODD_VALUES = [None, True, -1, 0, 10**17, 0.5, [], {}, [[]], {"": ""}, *ODD]
PLACE = Place("x")


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented agency, which a test damages and mends again, and the cache of its verdicts."""
    return Path(shutil.copytree(BASE, tmp_path_factory.mktemp("uji") / "repo"))


def damage(ground: Path, file: str, data: bytes) -> None:
    """Check the agency while one file holds `data`, and make its site where nothing forbids it."""
    before = (ground / file).read_bytes()
    (ground / file).write_bytes(data)
    cache = Cache(ground.parent / "cache")
    try:
        checked = pipeline.examine(ground, "contoh", cache)
        if checked.publishable:
            written(checked, cache)
    finally:
        (ground / file).write_bytes(before)


def places(document: Any) -> list[tuple[Any, Any]]:
    """Every place of a document: the list or object, and the index or key in it."""
    listed = list(document.items() if isinstance(document, dict) else enumerate(document))
    below = [item for _, part in listed if isinstance(part, dict | list) for item in places(part)]
    return [*((document, key) for key, _ in listed), *below]


MANY: dict[str, Any] = {
    "max_examples": examples(25),
    "suppress_health_check": [HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
}


@settings(**MANY)
@given(at=st.integers(0, 10_000), value=st.sampled_from(ODD_VALUES), removed=st.booleans())
def test_a_descriptor_may_hold_anything(
    ground: Path, at: int, value: object, removed: bool
) -> None:
    document = json.loads((ground / DESCRIPTOR).read_text("utf-8"))
    where = places(document)
    part, key = where[at % len(where)]
    if removed:
        del part[key]
    else:
        part[key] = value
    damage(ground, DESCRIPTOR, json.dumps(document).encode())


@settings(**MANY)
@given(row=st.integers(0, 9), column=st.integers(0, 6), text=st.sampled_from(ODD) | st.text())
def test_a_cell_may_hold_anything(ground: Path, row: int, column: int, text: str) -> None:
    rows = list(csv.reader(io.StringIO((ground / TABLE).read_text("utf-8"), newline="")))
    rows[row][column] = text
    made = io.StringIO(newline="")
    csv.writer(made, lineterminator="\n").writerows(rows)
    damage(ground, TABLE, made.getvalue().encode("utf-8", "surrogatepass"))


@settings(**MANY)
@given(
    file=st.sampled_from([DESCRIPTOR, TABLE, IDENTITY, PAGE]),
    at=st.integers(0, 10_000),
    cut=st.integers(0, 20),
    put=st.binary(max_size=6) | st.sampled_from([text.encode("utf-8", "ignore") for text in ODD]),
)
def test_a_file_may_be_cut_and_overwritten(
    ground: Path, file: str, at: int, cut: int, put: bytes
) -> None:
    data = (ground / file).read_bytes()
    begin = at % len(data)
    damage(ground, file, data[:begin] + put + data[begin + cut :])


@settings(max_examples=examples(300))
@given(st.text(max_size=80) | st.sampled_from(ODD))
def test_notations_are_read_or_refused(text: str) -> None:
    for read in (from_json, from_yaml):
        try:
            value = read(text)
        except Unreadable:
            continue
        json.dumps(value, allow_nan=False)


@given(st.text())
def test_what_is_clean_can_be_written_everywhere(text: str) -> None:
    assert bool(list(hygiene.forbidden(text, PLACE))) != hygiene.clean(text)
    if hygiene.clean(text):
        assert text.encode("utf-8").decode("utf-8") == text


def test_a_printed_text_of_5000_figures_is_no_number(data: Path, tmp_path: Path) -> None:
    table = data / TABLE
    text = table.read_text("utf-8").replace(",520,A,520,", f",520,A,{'9' * 5000},")
    table.write_text(text, "utf-8")
    (found,) = pipeline.examine(data, "contoh", Cache(tmp_path / "cache")).findings
    assert (found.code.name, found.place.row) == ("tercetak-berbeda", 10)
    assert len(words.text(found.message)) < 200


@pytest.mark.parametrize("of", ["version", "riwayat"])
def test_a_version_of_5000_figures_is_refused(data: Path, tmp_path: Path, of: str) -> None:
    document = json.loads((data / DESCRIPTOR).read_text("utf-8"))
    change = {"tanggal": "2026-01-02", "jenis": "data", "perubahan": "a", "alasan": "b"}
    long = f"1.0.{'9' * 5000}"
    document[of] = long if of == "version" else [{"versi": long, **change}]
    (data / DESCRIPTOR).write_text(json.dumps(document), "utf-8")
    (found,) = pipeline.examine(data, "contoh", Cache(tmp_path / "cache")).findings
    assert found.code.name == "deskriptor-tidak-sesuai"


@pytest.mark.parametrize(
    "text",
    [
        "keluarga \U0001f468\u200d\U0001f469\u200d\U0001f467",
        "cinta \u2764\ufe0f",
        "tombol 1\ufe0f\u20e3",
        "pelangi \U0001f3f3\ufe0f\u200d\U0001f308",
        "jalan \U0001f6b6\U0001f3fd\u200d\u2640\ufe0f",
        "Café, naïve, 5\u202f".rstrip("\u202f") + " °C \N{EN DASH} \u201cya\u201d",
    ],
)
def test_ordinary_text_and_emoji_are_fine(text: str) -> None:
    assert hygiene.clean(text)
    assert not list(hygiene.garbled(text, PLACE))


@pytest.mark.parametrize("mark", ["\u200d", "\ufe0f", "\u00a0", "\u3164", "\U000e0041", "\uf0b7"])
def test_marks_that_nobody_sees_are_refused_within_words(mark: str) -> None:
    assert not hygiene.clean(f"kota{mark}ku")


@pytest.mark.parametrize("meant", ["\N{EN DASH}", "\u201c", "é", "ñ", "…"])
def test_broken_encodings_are_read_back(meant: str) -> None:
    broken = f"a {meant.encode().decode('cp1252')} b"
    (finding,) = hygiene.garbled(broken, PLACE)
    assert words.text(finding.remedy) == f"Ganti dengan `{meant}`."


@pytest.mark.parametrize(("written", "value"), [("TRUE", True), ("FALSE", False), ("true", True)])
def test_booleans_as_excel_writes_them(tmp_path: Path, written: str, value: bool) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"n\n{written}\n", "utf-8")
    field = Field("n", "n", "boolean", "n", Role.REMARK)
    table, findings = tables.read_table(path, table_of([field]))
    assert not findings
    assert table
    assert (table.rows, table.cells) == (((value,),), ((written.lower(),),))


def _link_away(root: Path) -> None:
    (root / "datasets/contoh/penerima").rename(root / "lain")
    (root / "datasets/contoh/penerima").symlink_to(root / "lain")


def _link_in_a_circle(root: Path) -> None:
    (root / "datasets/contoh/putar").symlink_to(root / "datasets/contoh")


def _name_table(root: Path) -> None:
    Path(os.fsdecode(os.fsencode(root) + b"/datasets/contoh/penerima/caf\xe9.csv")).write_text("a")


def _name_page(root: Path) -> None:
    Path(os.fsdecode(os.fsencode(root) + b"/docs/contoh/caf\xe9.md")).write_text("# a\n")


def _alias_bomb(root: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    (root / IDENTITY).write_text("\n".join(lines), "utf-8")


def _deep(root: Path) -> None:
    (root / DESCRIPTOR).write_text("[" * 100_000, "utf-8")


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (_link_away, "tautan-simbolis"),
        (_link_in_a_circle, "tautan-simbolis"),
        (_name_table, "huruf-terlarang"),
        (_name_page, "huruf-terlarang"),
        (_alias_bomb, "deskriptor-tidak-terbaca"),
        (_deep, "deskriptor-tidak-terbaca"),
    ],
)
def test_hostile_folders_are_findings(
    data: Path, tmp_path: Path, spoil: Callable[[Path], None], code: str
) -> None:
    spoil(data)
    found = pipeline.examine(data, "contoh", Cache(tmp_path / "cache")).findings
    assert code in {finding.code.name for finding in found}
    "".join(map(str, found)).encode("utf-8")
