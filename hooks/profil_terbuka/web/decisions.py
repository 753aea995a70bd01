"""What a page says of small counts: how many are withheld and why, or why they are shown."""

from __future__ import annotations

from ..model import SMALL, Agency, CellStatus, Dataset
from .fragments import render


def decisions(edition: Dataset, agency: Agency) -> str:
    """The section of a dataset's or an older edition's page; '' where nothing was decided."""
    statuses = [table.status(row) for table in edition.tables for row in table.rows]
    withheld = statuses.count(CellStatus.WITHHELD)
    if not withheld and not edition.disclosures:
        return ""
    below = max((item.threshold for item in edition.suppressions), default=SMALL)
    return render("privasi", dataset=edition, agency=agency, withheld=withheld, below=below)
