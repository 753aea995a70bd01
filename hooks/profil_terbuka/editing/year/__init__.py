"""The year's round: forms go out to the divisions, and come back filled in.

form       a form before it is a file: columns, and rows for what is still lacking
workbook   the form as an Excel workbook
guide      its instructions in plain words
standing   how far a dataset is with a year
owed       who owes what by when
checklist  the same as text, CSV and calendar
laying     all files of a round in a folder
homeward   the forms that came back come into their datasets, each on its own
round_told what became of them, in words
sent_back  those that are faulty or unfinished go back, marked
"""

from .checklist import checklist_text, round_words, standing_words
from .guide import due_words
from .homeward import (
    FormFate,
    KeptForm,
    ReturnedForm,
    ReturnedRound,
    bring_form,
    bring_round,
    keep_round,
    returned_round,
)
from .laying import (
    Laid,
    division_zip,
    forget_day,
    kept_day,
    lay_lists,
    lay_round,
    round_folder,
    round_years,
)
from .owed import OwedForm, YearRound, newest_year, readable_catalog, round_of, year_round
from .round_told import fate_words, round_document, round_text
from .sent_back import marked_round, send_back
from .standing import YearState

__all__ = [
    "FormFate",
    "KeptForm",
    "Laid",
    "OwedForm",
    "ReturnedForm",
    "ReturnedRound",
    "YearRound",
    "YearState",
    "bring_form",
    "bring_round",
    "checklist_text",
    "division_zip",
    "due_words",
    "fate_words",
    "forget_day",
    "keep_round",
    "kept_day",
    "lay_lists",
    "lay_round",
    "marked_round",
    "newest_year",
    "readable_catalog",
    "returned_round",
    "round_document",
    "round_folder",
    "round_of",
    "round_text",
    "round_words",
    "round_years",
    "send_back",
    "standing_words",
    "year_round",
]
