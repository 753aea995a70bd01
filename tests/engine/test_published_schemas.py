"""The portal publishes the schemas of what people write, at addresses that stay."""

from __future__ import annotations

import json
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from profil_terbuka.model import UNPUBLISHED
from profil_terbuka.portal.published_schemas import published_schemas
from profil_terbuka.privacy.outputs import check_outputs
from profil_terbuka.read.catalog import RESERVED
from profil_terbuka.read.schemas import schema
from profil_terbuka.system.cache import Cache
from support import BASE

DESCRIPTOR = "skema/1/datapackage.schema.json"
AGENCY = "skema/1/instansi.schema.json"


def test_a_schema_tells_its_own_address() -> None:
    files = published_schemas("https://data.example/profil/")
    for place, data in files.items():
        assert json.loads(data)["$id"] == f"https://data.example/profil/{place}"
    unknown = json.loads(published_schemas("")[AGENCY])
    assert unknown["$id"] == f"{UNPUBLISHED.rstrip('/')}/{AGENCY}"


def without_examples(node: Any) -> Any:
    if isinstance(node, list):
        return [without_examples(item) for item in node]
    if isinstance(node, dict):
        return {key: without_examples(item) for key, item in node.items() if key != "examples"}
    return node


def test_what_is_published_is_what_the_program_asks_for() -> None:
    """The kinds of chart among it."""
    told = json.loads(published_schemas("")[DESCRIPTOR])
    del told["$id"]
    assert without_examples(told) == without_examples(schema("datapackage.schema.json"))
    assert '"examples": [' in published_schemas("")[DESCRIPTOR].decode()


def test_the_gate_of_the_portal_lets_them_through(cache: Cache) -> None:
    """Examples of addresses and numbers would be taken for somebody's."""
    assert list(check_outputs(published_schemas(""), [], cache, portal=True)) == []


def test_others_can_judge_with_it() -> None:
    files = published_schemas("https://data.example/")
    agency = yaml.safe_load((BASE / "datasets/contoh/instansi.yml").read_text("utf-8"))
    judge = Draft202012Validator(json.loads(files[AGENCY]))
    assert list(judge.iter_errors(agency)) == []
    assert list(judge.iter_errors({**agency, "warna": 7}))
    described = json.loads((BASE / "datasets/contoh/penerima/datapackage.json").read_text("utf-8"))
    assert list(Draft202012Validator(json.loads(files[DESCRIPTOR])).iter_errors(described)) == []


def test_no_agency_takes_their_place() -> None:
    assert {name.partition("/")[0] for name in published_schemas("")} <= RESERVED
