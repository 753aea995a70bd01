"""A data package's descriptor (datapackage.json) as a Dataset whose tables are still empty."""

from __future__ import annotations

from pathlib import Path

from ...model import Dataset
from ...model.findings import Finding
from ..documents import read_document
from .build import dataset
from .consistency import inconsistencies

NAME = "datapackage.json"


def read_descriptor(
    folder: Path, file: str, slug: str | None = None
) -> tuple[Dataset | None, tuple[Finding, ...]]:
    """The dataset described in `folder`, or None with findings; `file` is the path people see.

    Its name is that of the folder, unless `slug` says otherwise (an older edition's).
    """
    document, findings = read_document(folder / NAME, file, "datapackage.schema.json")
    if document is None:
        return None, findings
    findings = tuple(inconsistencies(document, slug or folder.name, file))
    return (None, findings) if findings else (dataset(document, file), ())
