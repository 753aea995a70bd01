"""Tables as offices have them become data packages: nothing is chosen or changed untold.

`open_book` reads a file of any kind, `understand` finds the table in it and what it means. What the
sheet does not say stays an open place (`ISI: ...`) that stops publication; what can be read in two
ways is a question; the receipt tells every step.

formats      a file becomes sheets of cells
layout       the table in a sheet: headings, groups, totals, notes
people       what tells of single people is left out
reading      what the cells of a column say, one reading a column
shaping      totals apart, headings as dimensions, regions by their codes
drafting     a new dataset, and the proof that it can be read
merging      rows into a dataset that is there
elsewhere    data packages that others made
annotating   the file back, with what to mend at its cells
"""

from __future__ import annotations

from .answers import of_agency, read_answers, spoken_answers, written_answers
from .drafting.draft import Draft
from .drafting.names import LONGEST, dataset_slug, is_shortened, spoken_title
from .drafting.package import DraftWishes
from .drafting.proof import draft_files, lay_files, prove
from .formats import READERS, open_book, read_book, read_pasted
from .importing import Imported, understand
from .questions import Answers, Question
from .reasons import Unusable
from .receipt import Receipt
from .shaping.regions import Gazetteer, gazetteer
from .telling import receipt_document, receipt_text

__all__ = [
    "ENDINGS",
    "LONGEST",
    "Answers",
    "Draft",
    "DraftWishes",
    "Gazetteer",
    "Imported",
    "Question",
    "Receipt",
    "Unusable",
    "dataset_slug",
    "draft_files",
    "gazetteer",
    "is_shortened",
    "lay_files",
    "of_agency",
    "open_book",
    "prove",
    "read_answers",
    "read_book",
    "read_pasted",
    "receipt_document",
    "receipt_text",
    "spoken_answers",
    "spoken_title",
    "understand",
    "written_answers",
]

ENDINGS = tuple(READERS)
"""How the files are usually called that can be imported."""
