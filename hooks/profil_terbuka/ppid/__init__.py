"""The information officer's desk (PPID): what the law asks for, held against what is published."""

import datetime
from collections.abc import Iterator

from ..model import Catalog
from ..model.findings import Finding
from . import contract, exempt, standards
from .claims import check_claims
from .contract import REGISTERS
from .files import produce_desk
from .former import NAME as LIST_NAME
from .former import Former, read_former
from .openness import Openness, assess
from .urgent import Announcement, announced, untimely

__all__ = [
    "LIST_NAME",
    "REGISTERS",
    "Announcement",
    "Former",
    "Openness",
    "announced",
    "assess",
    "check_claims",
    "check_desk",
    "produce_desk",
    "read_former",
]


def check_desk(catalog: Catalog, today: datetime.date) -> Iterator[Finding]:
    """What is wrong with the packages that the desk's pages are made of."""
    yield from contract.misshapen(catalog)
    yield from exempt.disclosed(catalog)
    yield from exempt.expired(catalog, today)
    yield from standards.unresolved(catalog)
    yield from untimely(catalog)
