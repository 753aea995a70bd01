"""Rows of a file come into a dataset that is there already, by its key."""

from .fixed_values import is_about_this_file
from .following import following_totals
from .form_code import FormCode, code_of, stated_code
from .forms import ASKED, field_heading, former_heading
from .incoming import IncomingRow
from .into import Renewal, into, told_changes
from .merge import CellChange, Merge, amended_rows
from .returned import returned_forms

__all__ = [
    "ASKED",
    "CellChange",
    "FormCode",
    "IncomingRow",
    "Merge",
    "Renewal",
    "amended_rows",
    "code_of",
    "field_heading",
    "following_totals",
    "former_heading",
    "into",
    "is_about_this_file",
    "returned_forms",
    "stated_code",
    "told_changes",
]
