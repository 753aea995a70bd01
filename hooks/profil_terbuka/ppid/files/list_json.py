"""The public-information list for programs, and for comparing the next one with."""

from __future__ import annotations

import json

from ..desk.openness import Openness
from .list_sheet import list_title


def list_json(openness: Openness) -> bytes:
    """The file's bytes; `desk.former` reads them again."""
    listed = openness.listed
    document = {
        "judul": list_title(),
        "badan_publik": openness.agency.name,
        "tanggal": openness.day.isoformat(),
        "kolom": {column.name: column.title for column in listed.columns},
        "baris": [
            {"kunci": entry.key, "kewajiban": list(entry.obligations), "isi": dict(entry.cells)}
            for entry in listed.entries
        ],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
