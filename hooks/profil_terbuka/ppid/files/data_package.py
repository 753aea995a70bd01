"""The data package (datapackage.json) that describes the desk's tables."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from ...model.messages import message
from ...words.catalogues import text
from ..desk.openness import Openness
from .tables import DeskTable

DESCRIPTOR = "datapackage.json"
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}


def package_descriptor(openness: Openness, tables: Iterable[DeskTable]) -> bytes:
    """The descriptor's bytes; a version for each day, since the tables tell of that day."""
    agency = openness.agency
    document = {
        "$schema": _PROFILE,
        "name": f"ppid-{agency.slug}",
        "title": text(message("ppid.package", agency=agency.name)),
        "description": text(message("ppid.package-about")),
        "version": f"{openness.day:%Y.%-m.%-d}",
        "created": f"{openness.day.isoformat()}T00:00:00Z",
        "licenses": [_LICENCE],
        "contributors": [{"title": agency.name, "roles": ["creator"]}],
        "resources": [_resource(table) for table in tables],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(table: DeskTable) -> dict[str, Any]:
    return {
        "name": table.path.removesuffix(".csv"),
        "title": table.title,
        "description": table.description,
        "type": "table",
        "path": table.path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n"},
        "bytes": len(table.data),
        "hash": f"sha256:{hashlib.sha256(table.data).hexdigest()}",
        "schema": {"fields": _fields(table), "missingValues": [""]},
    }


def _fields(table: DeskTable) -> list[dict[str, str]]:
    return [
        {
            "name": name,
            "title": name.replace("_", " ").capitalize(),
            "type": "date" if name in table.dates else "string",
            "description": description,
        }
        for name, description in table.columns.items()
    ]
