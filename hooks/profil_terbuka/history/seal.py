"""The seal of an edition: a hash of what its readers rely on, the same wherever it is computed."""

from __future__ import annotations

import json

from ..model import Dataset
from ..system.cache import digest

CONTENT = (
    "name",
    "title",
    "description",
    "version",
    "created",
    "licenses",
    "contributors",
    "sources",
    "resources",
    "cakupan",
    "frekuensi",
    "catatan",
)
"""Keys of the descriptor that say what the figures are. The others say how they are drawn, checked,
found and compared, which may get better at any time; and `privasi` may withhold a number at any
time, in older editions as well."""


def edition_seal(dataset: Dataset) -> str:
    """SHA-256 over the cells of all tables and the descriptor's CONTENT; not over bytes of files,
    which Excel writes differently without changing anything.
    """
    said = {key: dataset.descriptor[key] for key in CONTENT if key in dataset.descriptor}
    held = [table.cells for table in dataset.tables]
    return digest(_canonical(said), _canonical(held))


def _canonical(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
