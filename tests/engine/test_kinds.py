"""Each kind of chart: the schema asks for what it needs, the guide tells of it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from profil_terbuka.charts.kind import ChartKind, Keys
from profil_terbuka.charts.kinds import KINDS, kind_of
from profil_terbuka.charts.schema import with_kinds
from profil_terbuka.model import View
from profil_terbuka.read import schemas
from profil_terbuka.read.descriptor.consistency import inconsistencies
from profil_terbuka.read.descriptor.parts import view
from profil_terbuka.words.catalogues import text
from support import BASE, ROOT

NAME = "datapackage.schema.json"
COMMON = {"nama": "a", "judul": "A", "tabel": "t", "sumbu": "jenis"}
EVERY = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def sound(entry: dict[str, Any], schema: dict[str, Any] | None = None) -> bool:
    """Whether the schema takes an entry of `grafik`."""
    whole = schema or schemas.schema(NAME)
    one = {"$ref": "#/$defs/grafik", "$defs": whole["$defs"]}
    return jsonschema.Draft202012Validator(one).is_valid(entry)


def example(key: str) -> Any:
    """A value that the schema takes for a key."""
    definitions = schemas.schema(NAME)["$defs"]
    asked = definitions["grafik"]["properties"][key]
    asked = definitions.get(asked.get("$ref", "").rpartition("/")[2], asked)
    if "enum" in asked:
        return asked["enum"][0]
    if asked.get("type") == "array":
        return asked["examples"][0]
    if asked.get("type") == "object":
        return {"tabel": "a/b", "ukuran": "jumlah", "per": 1000}
    return {"boolean": True, "integer": 1}.get(asked.get("type", ""), "jumlah")


def entry(kind: ChartKind, *keys: str) -> dict[str, Any]:
    return {**COMMON, "jenis": kind.name} | {key: example(key) for key in keys}


def optional() -> list[str]:
    chart = schemas.schema(NAME)["$defs"]["grafik"]
    return [key for key in chart["properties"] if key not in chart["required"]]


@EVERY
def test_a_kind_asks_for_what_it_needs_and_refuses_what_it_does_not_take(kind: ChartKind) -> None:
    keys = kind.keys
    assert sound(entry(kind, *keys.needs))
    assert sound(entry(kind, *keys.needs, *keys.takes, *keys.own) | {"saring": {"tahun": 2024}})
    for key in keys.needs:
        assert not sound(entry(kind, *(other for other in keys.needs if other != key)))
    strange = set(optional()) - {*keys.needs, *keys.takes, *keys.own, "saring"}
    assert strange
    for key in strange:
        assert not sound(entry(kind, *keys.needs, key))


def test_an_unknown_kind_is_refused() -> None:
    assert not sound({**COMMON, "jenis": "kue", "ukuran": "jumlah"})


def test_another_kind_needs_no_other_file() -> None:
    """Its name, and a key of its own, come into the schema with the kind."""
    dots = replace(
        KINDS[0], name="ubin", keys=Keys(("ukuran",), own={"besar": {"type": "integer"}})
    )
    base = schemas.json.loads((schemas.SCHEMAS / NAME).read_text("utf-8"))
    whole = with_kinds(base, (*KINDS, dots))
    one = {**COMMON, "jenis": "ubin", "ukuran": "jumlah", "besar": 3}
    assert sound(one, whole)
    assert not sound(one)
    assert not sound({**one, "jenis": "batang"}, whole)
    assert not sound({**one, "urut": "nilai"}, whole)
    assert view(one).own == {"besar": 3}


def test_columns_that_a_kind_asks_for_must_be_there() -> None:
    document = schemas.json.loads((BASE / "datasets/contoh/penerima/datapackage.json").read_text())
    for kind in KINDS:
        for key, asked in kind.keys.own.items():
            if asked == {"$ref": "#/$defs/kolom"}:
                chart = entry(kind, *kind.keys.needs) | {"tabel": "penerima", key: "tiada"}
                found = inconsistencies({**document, "grafik": [chart]}, "penerima", "f")
                assert any("`tiada`" in text(finding.message) for finding in found), key


@EVERY
def test_a_kind_is_found_by_its_name_and_told_in_the_guide(kind: ChartKind) -> None:
    assert kind_of(View("a", "A", kind.name, "t", "jenis")) is kind
    assert text(kind.guide.use)
    asked = text(kind.guide.asks)
    for key in kind.keys.needs:
        assert f"`{key}`" in asked


def test_names_of_kinds_differ() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("module", ["charts", "pipeline"])
def test_what_draws_is_loaded_only_when_something_is_drawn(module: str) -> None:
    heavy = "{'altair', 'vl_convert'}"
    code = f"import sys, profil_terbuka.{module}; print(*({heavy} & set(sys.modules)))"
    environment = {"PYTHONPATH": str(ROOT / "hooks")}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout.strip() == ""


def test_the_schema_is_whole_wherever_reading_begins() -> None:
    """Whoever imports nothing but the reader still knows every kind."""
    code = (
        "from profil_terbuka.read.schemas import schema; "
        f"print(*schema('{NAME}')['$defs']['grafik']['properties']['jenis']['enum'])"
    )
    environment = {"PYTHONPATH": str(ROOT / "hooks")}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout.split() == [kind.name for kind in KINDS]
