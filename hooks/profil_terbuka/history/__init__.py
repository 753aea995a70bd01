"""What was published before, and what becomes of it: older editions, addresses, differences.

ledger       what an agency has published so far, and what it gave up on purpose
seal         tells whether the content of an edition has changed
timeline     the editions of a dataset in time
difference   what changed between two of them
promises     findings: a recorded edition that changed, an address that would vanish
record       writes the ledger
withholding  seals a recorded edition anew after numbers were withheld in it
renewal      freezes an edition and begins the next
since        what a branch changes in the data, beside an older commit
"""

from .difference import (
    Alteration,
    AlterationKind,
    Difference,
    difference_csv,
    edition_difference,
)
from .ledger import (
    RETIRED,
    EditionRecord,
    Ledger,
    Retirement,
    published_addresses,
    read_ledger,
)
from .promises import broken, lost, revived
from .record import ledger_files, recorded
from .renewal import EditionWishes, Impossible, next_edition, renew
from .seal import edition_seal
from .since import differences_since, differences_told
from .timeline import Edition, difference_address, edition_address, timeline
from .withholding import sealed_anew

__all__ = [
    "RETIRED",
    "Alteration",
    "AlterationKind",
    "Difference",
    "Edition",
    "EditionRecord",
    "EditionWishes",
    "Impossible",
    "Ledger",
    "Retirement",
    "broken",
    "difference_address",
    "difference_csv",
    "differences_since",
    "differences_told",
    "edition_address",
    "edition_difference",
    "edition_seal",
    "ledger_files",
    "lost",
    "next_edition",
    "published_addresses",
    "read_ledger",
    "recorded",
    "renew",
    "revived",
    "sealed_anew",
    "timeline",
]
