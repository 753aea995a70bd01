"""Where in the files of an agency something stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """File relative to the repository, spreadsheet row (the header is row 1), column name."""

    file: str
    row: int | None = None
    column: str | None = None
