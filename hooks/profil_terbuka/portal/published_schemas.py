"""The schemas of what people write, at addresses that stay: for editors and programs of others.

`skema/1/datapackage.schema.json` is the form of a descriptor. The number counts up when something
that was right before would be wrong; the older files then stay where they are.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from ..model import UNPUBLISHED
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
        document = {"$id": f"{root}/{place}", **schema(name)}
        files[place] = (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
    return files
