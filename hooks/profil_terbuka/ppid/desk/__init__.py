"""What an agency has and says, held against the law.

packages     those of fixed form that the desk keeps
items        everything that holds information for the public
service_report  the newest yearly report, and what it leaves unsaid
own          what the desk's own pages show of it
custody      who holds it, who answers for it, how long it is kept
statements   what only the agency can say: nil, it does not apply, it still holds
legal_corrections   the law as the agency's legal office reads it
standings    each obligation with its evidence, its state, its next date
asked_documents   the documents asked for, each once, and how they stand
worklist     what is left to do, by who holds it, in the order of work
work_words   what is said of a thing to do
public_list   the public-information list (DIP)
former       the list as it was recorded last
indicators   what assessments ask, with the evidence there is
openness     all of this on one day
exemptions, announcements, standards   registers that have pages of their own
documents    files of the agency's own, with their rows and what they hold
document_text    what can be read in a file
document_checks  whether the folder of documents and its register fit
claims       whether what is said of obligations can be so
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ...model import Catalog
from ...model.findings import Finding
from . import announcements, exemptions, packages, standards


def check_desk(catalog: Catalog, today: datetime.date) -> Iterator[Finding]:
    """What is wrong with the packages that the desk's pages are made of."""
    yield from packages.misshapen_packages(catalog)
    yield from exemptions.disclosed_exemptions(catalog)
    yield from exemptions.unfounded_decisions(catalog)
    yield from exemptions.expired_exemptions(catalog, today)
    yield from standards.unresolved_standards(catalog)
    yield from announcements.untimely_announcements(catalog)
