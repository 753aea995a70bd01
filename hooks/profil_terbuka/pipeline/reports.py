"""Pages and files about all of an agency's data at once: SQL, changes, notes, release days."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from ..downloads.formats.database import DATABASE
from ..model import Catalog
from ..model.products import GeneratedPage
from ..reporting.development_table import DEVELOPMENTS, developments_csv
from ..reporting.developments import catalogue_developments
from ..reporting.quality_notes import ALL_NOTES, all_notes, all_notes_csv, doubted_datasets
from ..reporting.questions import answered_questions
from ..reporting.releases import (
    RELEASE_CALENDAR,
    RELEASE_TABLE,
    releases,
    releases_calendar,
    releases_csv,
)
from ..web.changes_page import CHANGES_PAGE, changes_page
from ..web.notes_page import NOTES_PAGE, notes_page
from ..web.releases_page import RELEASES_PAGE, releases_page
from ..web.sql_page import sql_page


def reports(
    catalog: Catalog, day: datetime.date, downloads: Mapping[str, bytes]
) -> tuple[Mapping[str, bytes], tuple[GeneratedPage, ...]]:
    """What reporters look for, of data published on that `day`; `downloads` hold the database."""
    agency = catalog.agency
    developments = catalogue_developments(catalog)
    notes, coming = all_notes(catalog), releases(catalog, day)
    database = downloads[DATABASE]
    files = {
        f"{CHANGES_PAGE}{DEVELOPMENTS}": developments_csv(agency, developments),
        f"{NOTES_PAGE}{ALL_NOTES}": all_notes_csv(agency, notes),
        f"{RELEASES_PAGE}{RELEASE_TABLE}": releases_csv(coming),
        f"{RELEASES_PAGE}{RELEASE_CALENDAR}": releases_calendar(agency, coming, day),
    }
    pages = (
        sql_page(agency, answered_questions(catalog, database), DATABASE, len(database)),
        changes_page(agency, developments),
        notes_page(agency, notes, doubted_datasets(catalog)),
        releases_page(agency, coming, day),
    )
    return files, pages
