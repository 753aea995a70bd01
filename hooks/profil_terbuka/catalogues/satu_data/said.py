"""What is told of a field, or that it is still open and who has to fill it in."""

from __future__ import annotations

from ...model import Agency, Dataset
from ...model.messages import message
from ...words.catalogues import text
from ..parties import creators


def or_open(told: str, who: str) -> str:
    """The text itself, or that `who` has not filled it in.

    >>> or_open("", "Dinas Rekaan"), or_open("orang", "Dinas Rekaan")
    ('belum diisi oleh Dinas Rekaan', 'orang')
    """
    return told or text(message("sdi.open-by", who=who))


def producers(dataset: Dataset, agency: Agency) -> str:
    """`produsen_data`: who made the data, the agency itself where no contributor is named."""
    return "; ".join(creators(dataset)) or agency.name


def confirmed(agency: Agency, name: str) -> str:
    """What the agency says of its stewardship, marked where nobody there has confirmed it."""
    told = str(getattr(agency.stewardship, name))
    if told and name in agency.stewardship.unverified:
        return text(message("sdi.unconfirmed", told=told))
    return told


def next_release(dataset: Dataset) -> str:
    """The day of the next edition (ISO 8601), or why there is none.

    >>> from profil_terbuka.model.invented import invented_dataset, invented_table
    >>> table = invented_table("tahun, jumlah (orang)", (2024, 7))
    >>> next_release(invented_dataset(table))
    '2027-11-22'
    >>> next_release(invented_dataset(table, frequency="tidak-tentu"))
    'tidak terjadwal'
    """
    if dataset.frequency == "sekali":
        return text(message("sdi.released-once"))
    due = dataset.expected
    return due.isoformat() if due else text(message("sdi.unscheduled"))
