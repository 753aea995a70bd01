"""What `make tutup` does for one agency, and every change of a dataset in its copy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .. import history
from ..history import Ledger
from ..model import Catalog, Dataset, codes
from ..model.findings import Finding, Place, errors
from ..model.messages import Message, message
from ..model.registers import REGISTERS
from ..read import catalog as catalogs
from ..read.catalog import VAULT
from ..system import clock
from ..system.cache import write_atomically
from .cells import withheld_cells
from .closing import Closed, close_small_counts
from .findings import told_of_people
from .vault import kept_edition, vault_path, with_true_values


@dataclass(frozen=True)
class Outcome:
    """What was done and can be told, what stood in the way, and numbers that are still known."""

    told: tuple[Message, ...]
    findings: tuple[Finding, ...] = ()
    exposed: tuple[Message, ...] = ()
    missing: tuple[Message, ...] = ()
    """Files of which true values are not at hand on this computer."""


def withhold(root: Path, slug: str) -> Outcome:
    """Withhold in the files of an agency what must not be shown, and seal its old editions anew."""
    loaded = catalogs.load(root, slug)
    if loaded.catalog is None or _faults(loaded):
        return Outcome((), loaded.findings)
    known, unreadable = with_true_values(loaded.catalog, root)
    if unreadable:
        return Outcome((), unreadable)
    done = close_small_counts(root, loaded.catalog, known)
    exposed = tuple(
        message("disclosure.still-known", place=Place(cell.file, cell.at + 2))
        for cell in done.exposed
    )
    told = (*_told(done), *_sealed(root, slug))
    return Outcome(told, exposed=exposed, missing=tuple(_missing(known)))


def _faults(loaded: catalogs.Loaded) -> list[Finding]:
    """What keeps numbers from being judged; words that are still to be written do not."""
    return [item for item in errors(loaded.findings) if item.code != codes.PLACE_OPEN]


def disclosed(root: Path, slug: str) -> tuple[Finding, ...]:
    """What the files of an agency tell of people and must not."""
    catalog = catalogs.load(root, slug).catalog
    if catalog is None:
        return ()
    known, _ = with_true_values(catalog, root)
    return tuple(told_of_people(catalog, known, ()))


def _missing(known: Catalog) -> Iterator[Message]:
    """Files with withheld rows whose true values are not at hand."""
    rows = {(cell.file, cell.at) for cell in withheld_cells(known.packages)}
    counted = Counter(file for file, _ in rows)
    for file, count in sorted(counted.items()):
        kept = vault_path(file)
        yield message("disclosure.truth-missing", file=file, count=count, kept=kept, vault=VAULT)


def _told(done: Closed) -> Iterator[Message]:
    for item in done.decided:
        yield message("disclosure.decision-written", table=item.table)
    for file, count in sorted(done.files.items()):
        yield message("disclosure.rows-withheld", file=file, count=count, vault=VAULT)


def _sealed(root: Path, slug: str) -> Iterator[Message]:
    """Writes new seals of recorded editions in which nothing but withheld numbers changed."""
    shown = f"{catalogs.DATASETS}/{slug}"
    catalog = catalogs.load(root, slug).catalog
    ledger, _ = history.read_ledger(root, shown)
    if catalog is None:
        return
    after, day = ledger, clock.today(catalog.agency.zone).isoformat()
    for edition in _changed(catalog, ledger):
        private = kept_edition(root, edition)
        sealed = history.sealed_anew(after, private, edition, day) if private else None
        if sealed is None:
            yield message("disclosure.edition-changed-more", file=edition.file)
        elif sealed != after:
            after = sealed
            yield message(
                "disclosure.edition-sealed-anew", dataset=edition.slug, version=edition.version
            )
    for name, data in history.ledger_files(after).items() if after != ledger else ():
        write_atomically(root / shown / name, data)


def _changed(catalog: Catalog, ledger: Ledger) -> Iterator[Dataset]:
    """Recorded editions whose content is not the one that was sealed last."""
    last = {(item.dataset, item.version): item.seal for item in ledger.current}
    for edition in catalog.packages:
        named = (edition.slug, edition.version)
        if edition.slug not in REGISTERS and last.get(named, "") not in (
            "",
            history.edition_seal(edition),
        ):
            yield edition
