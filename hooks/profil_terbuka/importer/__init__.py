"""Tables as offices have them become data packages: nothing is chosen or changed untold.

`open_book` reads a file of any kind, `understand` finds the table in it and what it means. What the
sheet does not say stays an open place (`ISI: ...`) that stops publication; what can be read in two
ways is a question; the receipt tells every step.
"""

from __future__ import annotations

from .answers import of_agency, read_answers, spoken_answers, written_answers
from .drafting import Draft
from .formats import READERS, open_book, read_book, read_pasted
from .importing import Imported, understand
from .names import LONGEST, dataset_slug, is_shortened, spoken_title
from .package import DraftWishes
from .proof import draft_files, lay_files, prove
from .questions import Answers, Question
from .reasons import Unusable
from .receipt import Receipt
from .regions import Gazetteer, gazetteer
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
