"""What people see at a glance in a sheet: where the table stands, and what each line is."""

from .blocks import find_tables
from .column_titles import CORNER, numbers_rows
from .found import FoundTable
from .groups import GROUPS

__all__ = ["CORNER", "GROUPS", "FoundTable", "find_tables", "numbers_rows"]
