"""Tables as offices have them become data packages: nothing is chosen or changed untold.

`open_book` reads a file of any kind, `understand` finds the table in it and what it means. What the
sheet does not say stays an open place (`ISI: ...`) that stops publication; what can be read in two
ways is a question; the receipt tells every step.
"""

from __future__ import annotations

from .drafting import Draft
from .formats import READERS, open_book, read_book, read_pasted
from .importing import Imported, understand
from .names import LONGEST, dataset_slug, spoken_title
from .package import DraftWishes
from .proof import prove
from .questions import Answers, Choice, Question
from .reasons import Unusable
from .receipt import Receipt
from .regions import Gazetteer, gazetteer

__all__ = [
    "ENDINGS",
    "LONGEST",
    "Answers",
    "Choice",
    "Draft",
    "DraftWishes",
    "Gazetteer",
    "Imported",
    "Question",
    "Receipt",
    "Unusable",
    "dataset_slug",
    "gazetteer",
    "open_book",
    "prove",
    "read_book",
    "read_pasted",
    "spoken_title",
    "understand",
]

ENDINGS = tuple(READERS)
"""How the files are usually called that can be imported."""
