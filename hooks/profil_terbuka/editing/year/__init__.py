"""The year's round: forms go out to the divisions, and come back filled in.

asked      which tables a round asks for
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

from .checklist import checklist_text
from .homeward import ReturnedRound, bring_round, keep_round
from .laying import Laid, lay_round, round_folder
from .owed import YearRound, year_round
from .round_told import round_document, round_text
from .sent_back import send_back

__all__ = [
    "Laid",
    "ReturnedRound",
    "YearRound",
    "bring_round",
    "checklist_text",
    "keep_round",
    "lay_round",
    "round_document",
    "round_folder",
    "round_text",
    "send_back",
    "year_round",
]
