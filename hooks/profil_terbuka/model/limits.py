"""How much of a very long table is told where all of it would be of no use, or open nowhere.

The CSV, Parquet and database files, and the packages with the CSV in them, always hold all rows.
"""

from __future__ import annotations

from .tables import Table

SEARCHED_ROWS = 5_000
"""Of a longer table the search knows the names, not every figure: each would be a file of its own,
and thousands of results that say almost the same would help nobody."""
NAMES_TOGETHER = 500
"""Names of a long table that are found together: a few kilobytes, which a phone loads."""
CARRIED_ROWS = 20_000
"""A dossier carries no longer table as a CSV: a phone must be able to open the page."""

EXPLORED_FIGURES = 20_000
"""Of more figures a dataset's page offers no explorer: a phone would load and hold all of them."""


def is_found_by_names(table: Table) -> bool:
    """Whether the search knows a table by the names in it, not row by row.

    >>> from .invented import invented_table
    >>> is_found_by_names(invented_table("tahun, jumlah (orang)", (2024, 7)))
    False
    """
    return len(table.rows) > SEARCHED_ROWS


def is_carried(table: Table) -> bool:
    """Whether a dossier carries all rows of a table.

    >>> from .invented import invented_table
    >>> is_carried(invented_table("tahun, jumlah (orang)", (2024, 7)))
    True
    """
    return len(table.rows) <= CARRIED_ROWS
