"""What was published before, and what becomes of it: older editions, addresses, differences.

ledger       what an agency has published so far, and what it gave up on purpose
seal         tells whether the content of an edition has changed
timeline     the editions of a dataset in time
difference   what changed between two of them
promises     findings: a recorded edition that changed, an address that would vanish
record       writes the ledger
withholding  seals a recorded edition anew after numbers were withheld in it
renewal      freezes an edition and begins the next
"""

from .difference import Alteration, Difference, Kind, difference, difference_csv
from .ledger import RETIRED, Ledger, Record, Retirement, published, read
from .promises import broken, lost, revived
from .record import recorded, written
from .renewal import Impossible, Wishes, renew
from .seal import seal
from .timeline import Edition, difference_address, edition_address, timeline
from .withholding import sealed_anew

__all__ = [
    "RETIRED",
    "Alteration",
    "Difference",
    "Edition",
    "Impossible",
    "Kind",
    "Ledger",
    "Record",
    "Retirement",
    "Wishes",
    "broken",
    "difference",
    "difference_address",
    "difference_csv",
    "edition_address",
    "lost",
    "published",
    "read",
    "recorded",
    "renew",
    "revived",
    "seal",
    "sealed_anew",
    "timeline",
    "written",
]
