"""Satu Data Indonesia: what Statistics Indonesia's forms ask of an agency's data.

variables    which columns are variables, and what is known of each
validation   the rules that hold for a column, in words
table        metadata-sdi.csv: datasets, variables (MS-Var) and the other columns
indicators   what is measured, whatever table it stands in
activity     ms-keg.xlsx: the statistical activity
indicator_form    ms-ind.xlsx: a form for each indicator
answered     how far they are filled in
form_book    how these forms are laid out

What nobody has said stays open, and says who has to fill it in.
"""

from . import activity, indicator_form, table

__all__ = ["activity", "indicator_form", "table"]
