"""Disclosure control: small counts about sensitive matters, withheld so that nobody works them out.

    cells, equations, inferred   the numbers, and what ties them together
    program, bounds              the attack: how narrowly the others bound a withheld number
    decisions                    what an agency decided (`privasi`), cell by cell
    complements, protection      which others to withhold besides
    emptied, vault, closing      the published table, the agency's own copy, `make tutup`
    terms, findings, prose       what `make check` says

Withheld numbers stand in no file of the repository: their cells are empty, with status c.
"""

from .cells import withheld
from .closing import Closed, close
from .emptied import emptied
from .findings import check
from .protection import protection
from .vault import VAULT, kept, opened

__all__ = [
    "VAULT",
    "Closed",
    "check",
    "close",
    "emptied",
    "kept",
    "opened",
    "protection",
    "withheld",
]
