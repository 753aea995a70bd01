"""What `make tutup` does for one agency, and `make tabel` after it made a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .. import history
from ..history import Ledger
from ..model import Catalog, Dataset
from ..model.findings import Finding, errors
from ..model.registers import REGISTERS
from ..read import catalog as catalogs
from ..system import clock
from ..system.cache import write_atomically
from ..words.wording import number
from .cells import withheld_cells
from .closing import Closed, close_small_counts
from .vault import VAULT, kept_edition, vault_path, with_true_values


@dataclass(frozen=True)
class Outcome:
    """What was done and can be told, what stood in the way, and numbers that are still known."""

    told: tuple[str, ...]
    findings: tuple[Finding, ...] = ()
    exposed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    """Files of which true values are not at hand on this computer."""


def withhold(root: Path, slug: str) -> Outcome:
    """Withhold in the files of an agency what must not be shown, and seal its old editions anew."""
    loaded = catalogs.load(root, slug)
    if loaded.catalog is None or errors(loaded.findings):
        return Outcome((), loaded.findings)
    known, unreadable = with_true_values(loaded.catalog, root)
    if unreadable:
        return Outcome((), unreadable)
    done = close_small_counts(root, loaded.catalog, known)
    exposed = tuple(
        f"{cell.file}, baris {cell.at + 2}: masih dapat dihitung dari angka lain. Gabungkan "
        "kategorinya, atau jangan terbitkan totalnya."
        for cell in done.exposed
    )
    told = (*_told(done), *_sealed(root, slug))
    return Outcome(told, exposed=exposed, missing=tuple(_missing(known)))


def _missing(known: Catalog) -> Iterator[str]:
    rows = Counter(
        file for file, _ in {(cell.file, cell.at) for cell in withheld_cells(known.packages)}
    )
    for file, count in sorted(rows.items()):
        yield (
            f"{file}: angka asli {number(count)} baris yang ditutup tidak ada di "
            f"{vault_path(file)}. Salin folder {VAULT}/ dari cadangannya; tanpa itu totalnya tidak "
            "dapat diperiksa, dan baris itu tidak dapat dibuka kembali."
        )


def _told(done: Closed) -> Iterator[str]:
    for item in done.decided:
        yield f"Tabel `{item.table}`: `privasi` menutup angka kecil ditulis ke datapackage.json."
    for file, count in sorted(done.files.items()):
        yield f"{file}: {number(count)} baris ditutup; aslinya di {VAULT}/."


def _sealed(root: Path, slug: str) -> Iterator[str]:
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
            yield f"{edition.file}: edisi ini berubah lebih daripada ditutup angkanya."
        elif sealed != after:
            after = sealed
            yield f"{edition.slug} edisi {edition.version}: dicatat ulang di edisi.csv."
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
