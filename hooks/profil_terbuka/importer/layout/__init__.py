"""What people see at a glance in a sheet: where the table stands, and what each line is."""

from .blocks import find_tables
from .found import FoundTable

__all__ = ["FoundTable", "find_tables"]
