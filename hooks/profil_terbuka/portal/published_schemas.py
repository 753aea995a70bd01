"""The schemas of what people write, at addresses that stay: for editors and programs of others.

`skema/1/datapackage.schema.json` is the form of a descriptor. The number counts up when something
that was right before would be wrong; the older files then stay where they are. Examples that look
like somebody's address or number are left out: nothing that is published holds any.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ..model import UNPUBLISHED
from ..model.findings import Place
from ..privacy.official import Official
from ..privacy.scan import in_value
from ..read.schemas import schema

FOLDER = "skema"
EDITION = "1"
_NAMES = ("datapackage.schema.json", "instansi.schema.json", "halaman.schema.json")
"""Of descriptors, of instansi.yml, of the head of a page."""


def published_schemas(address: str) -> Mapping[str, bytes]:
    """The schemas by their addresses below the portal's own, which is `address`; '' while nobody
    knows it."""
    root = (address or UNPUBLISHED).rstrip("/")
    files = {}
    for name in _NAMES:
        place = f"{FOLDER}/{EDITION}/{name}"
        document = {"$id": f"{root}/{place}", **_without_contacts(schema(name))}
        files[place] = (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
    return files


def _without_contacts(node: Any) -> Any:
    """A schema, or a part of one, without such examples."""
    if isinstance(node, list):
        return [_without_contacts(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _without_contacts(value) for key, value in node.items()}
    if isinstance(examples := kept.get("examples"), list):
        kept["examples"] = [item for item in examples if not _is_contact(item)]
    return kept


def _is_contact(example: object) -> bool:
    return isinstance(example, str) and any(in_value(example, Place(FOLDER), Official.of()))
