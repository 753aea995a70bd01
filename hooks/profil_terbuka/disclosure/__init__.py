"""Disclosure control: small counts about sensitive matters, withheld so that nobody works them out.

    cells, equations             the numbers, and what ties them together
    within_table, inferred       ties that nobody declared but that the numbers show
    believed                     when such ties are believed
    coordinates                  rows that are about the same
    proportions, shares          percentages and amounts that tell a count
    program, bounds              the attack: how narrowly the others bound a withheld number
    decisions                    what an agency decided (`privasi`), cell by cell
    complements, protection      which others to withhold besides
    emptied, vault               the published table, the agency's own copy
    closing, command             `make tutup`: files first, then the seals of old editions
    terms, sensitive             words for sensitive matters, and small counts about them
    figures, prose, findings     what `make check` says, of numbers and of sentences

Withheld numbers stand in no file of the repository: their cells are empty, with status c.
"""

from .command import Outcome, disclosed, withhold
from .decisions import is_small
from .emptied import emptied
from .findings import check_disclosure
from .vault import carry_true_rows, with_true_values

__all__ = [
    "Outcome",
    "carry_true_rows",
    "check_disclosure",
    "disclosed",
    "emptied",
    "is_small",
    "with_true_values",
    "withhold",
]
