"""What people see at a glance in a sheet: where the table stands, and what each line is."""

from .blocks import find_tables
from .column_titles import CORNER
from .found import FoundTable
from .groups import GROUP

__all__ = ["CORNER", "GROUP", "FoundTable", "find_tables"]
