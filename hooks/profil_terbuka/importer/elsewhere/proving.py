"""An adopted package is read back before it is handed on, its open places filled for that time."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ...model.messages import message
from ...read import descriptor, tables
from ...read.open_places import hints
from ...words.report import remedy
from ..reasons import Unusable

_CHOSEN = {"subjek": "statistik", "frekuensi": "tidak-tentu", "peran": "keterangan"}
"""Keys whose open place is a choice -> one that fits wherever it stands."""


def hold_against_format(files: Mapping[str, bytes], slug: str) -> None:
    """Raise Unusable with all that the format refuses in a package of these files."""
    with tempfile.TemporaryDirectory() as aside:
        folder = Path(aside) / slug
        folder.mkdir()
        for name, data in files.items():
            (folder / name).write_bytes(data)
        document = choices_made(json.loads(files[descriptor.NAME]))
        (folder / descriptor.NAME).write_text(json.dumps(document), "utf-8")
        dataset, findings = descriptor.read_descriptor(folder, descriptor.NAME, slug)
        for table in dataset.tables if dataset else ():
            findings += tables.read_table(folder / table.path, table)[1]
    if findings:
        faults = tuple(
            message(
                "importer.package-fault",
                place=finding.place,
                fault=finding.message,
                remedy=remedy(finding),
            )
            for finding in findings
        )
        raise Unusable(message("importer.refused", faults=faults))


def choices_made(document: Any) -> Any:
    """A descriptor whose choices are made where they are open; open texts are texts already.

    >>> choices_made({"subjek": "ISI: pilih", "title": "ISI: judul"})
    {'subjek': 'statistik', 'title': 'ISI: judul'}
    """
    if isinstance(document, list):
        return [choices_made(item) for item in document]
    if not isinstance(document, dict):
        return document
    return {
        key: _CHOSEN[key] if _is_open_choice(key, item) else choices_made(item)
        for key, item in document.items()
    }


def choices_reopened(document: Any, before: Any) -> Any:
    """A descriptor whose choices are open again where they were so `before` they were made.

    >>> made = {"subjek": "statistik", "resources": [{"frekuensi": "tahunan"}]}
    >>> choices_reopened(made, {"subjek": "ISI: pilih", "resources": [{"frekuensi": "tahunan"}]})
    {'subjek': 'ISI: pilih', 'resources': [{'frekuensi': 'tahunan'}]}
    """
    if isinstance(document, list) and isinstance(before, list):
        known = before + [None] * len(document)
        return [choices_reopened(item, known[at]) for at, item in enumerate(document)]
    if not isinstance(document, dict) or not isinstance(before, dict):
        return document
    return {
        key: before[key]
        if _is_open_choice(key, before.get(key))
        else choices_reopened(item, before.get(key))
        for key, item in document.items()
    }


def _is_open_choice(key: str, item: Any) -> bool:
    return key in _CHOSEN and isinstance(item, str) and bool(hints(item))
