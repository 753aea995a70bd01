"""The dossier: all of a dataset in one page that needs no network. Pages make it."""

from __future__ import annotations

from ...model.messages import message
from ...model.products import DOSSIER, FileFormat
from ..offer import DatasetFormat, dataset_name

FORMAT = DatasetFormat(
    kind=FileFormat("HTML", "text/html", "HTML"),
    name=dataset_name(DOSSIER),
    title=message("downloads.dossier"),
    write=None,
)
