"""The dossier: all of a dataset in one page that needs no network. Pages make it."""

from __future__ import annotations

from ...model import Dataset, limits
from ...model.messages import NOTHING, Message, message
from ...model.products import DOSSIER, FileFormat
from ..offer import DatasetFormat, dataset_name


def _about(dataset: Dataset) -> Message:
    if all(map(limits.is_carried, dataset.tables)):
        return NOTHING
    return message("downloads.dossier-without-rows", most=limits.CARRIED_ROWS)


FORMAT = DatasetFormat(
    kind=FileFormat("HTML", "text/html", "HTML"),
    name=dataset_name(DOSSIER),
    title=message("downloads.dossier"),
    write=None,
    about=_about,
)
