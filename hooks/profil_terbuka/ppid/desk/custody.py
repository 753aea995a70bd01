"""Who holds information, who answers for it and how long it is kept, as the office's register says.

A row is about one piece of information, about all of one subject, or about everything; what stands
nearer to the information counts more. Of what is not published yet, a row names the document or
the obligation that asks for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ...model import Catalog, Custody, codes
from ...model.findings import Finding, Place
from ...model.messages import message
from ...model.registers import CUSTODY
from ...read.suggestions import suggestion
from ..law.reference import text_rows
from .packages import desk_table

ASKING = "ppid/permohonan/"
"""The page on asking: by its address the register tells how long the registers of requests and
objections are kept, which stand in no list."""


@dataclass(frozen=True, slots=True)
class CustodyRule:
    """A row of the register; without address and subject it is about everything."""

    address: str
    subject: str
    custody: Custody
    place: Place


def read_custody_rules(catalog: Catalog) -> tuple[CustodyRule, ...]:
    """The register in its own order; nothing without one."""
    main = desk_table(catalog, CUSTODY)
    if main is None:
        return ()
    return tuple(
        CustodyRule(
            row["informasi"],
            row["bagian"],
            Custody(row["penguasa"], row["penanggung_jawab"], row["retensi"]),
            Place(main.file, number, "informasi"),
        )
        for number, row in enumerate(text_rows(main), start=2)
    )


def custody_told(own: Custody, address: str, subject: str, rules: Iterable[CustodyRule]) -> Custody:
    """Each of the three from where it is said nearest; '' where nobody says it.

    >>> place = Place("t.csv")
    >>> rules = (
    ...     CustodyRule("", "", Custody("Dinas", "Sekretaris", "5 tahun"), place),
    ...     CustodyRule("", "layanan", Custody("Bidang Layanan", "", ""), place),
    ... )
    >>> custody_told(Custody(retention="permanen"), "data/pbi/", "layanan", rules)
    Custody(holder='Bidang Layanan', responsible='Sekretaris', retention='permanen')
    """
    told = [rule for rule in rules if _is_about(rule, address, subject)]
    nearest_first = sorted(told, key=lambda rule: (not rule.address, not rule.subject))
    sources = [own, *(rule.custody for rule in nearest_first)]
    return Custody(
        next((item.holder for item in sources if item.holder), ""),
        next((item.responsible for item in sources if item.responsible), ""),
        next((item.retention for item in sources if item.retention), ""),
    )


def with_custody(catalog: Catalog) -> Catalog:
    """The catalogue with what the register says of its datasets and of everything.

    Rooms that know no register of the desk read it there, as they read the descriptors' own.
    """
    rules = read_custody_rules(catalog)
    if not rules:
        return catalog
    agency = catalog.agency
    of_all = custody_told(Custody(), "", "", rules)
    whole = Custody(
        of_all.holder or agency.custody.holder,
        of_all.responsible or agency.custody.responsible,
        of_all.retention or agency.custody.retention,
    )
    datasets = (
        replace(item, custody=custody_told(item.custody, f"data/{item.slug}/", item.subject, rules))
        for item in catalog.datasets
    )
    return replace(catalog, agency=replace(agency, custody=whole), datasets=tuple(datasets))


def askers_retention(catalog: Catalog) -> str:
    """How long the office keeps what it writes down of requests; '' where nobody has said so."""
    rules = read_custody_rules(catalog)
    return custody_told(Custody(), ASKING, ASKING.partition("/")[0], rules).retention


def _is_about(rule: CustodyRule, address: str, subject: str) -> bool:
    if rule.address:
        return rule.address == address
    return not rule.subject or rule.subject == subject


def stray_custody(catalog: Catalog, known: Sequence[str]) -> Iterator[Finding]:
    """Rows about information that the agency neither has nor is asked for.

    `known` are the addresses of what it has, and the names of documents and obligations.
    """
    for rule in read_custody_rules(catalog):
        if rule.address and rule.address not in (ASKING, *known):
            hint = suggestion(rule.address, known)
            said = message("ppid.custody-of-nothing", address=rule.address, hint=hint)
            remedy = message("ppid.name-listed-information")
            yield Finding(codes.CUSTODY_STRAY, rule.place, said, remedy)
