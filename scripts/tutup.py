#!/usr/bin/env python3
"""Withhold small counts about sensitive matters: make tutup INSTANSI=dinas-x

What must not be shown goes to rahasia/, which git ignores, and its cells in datasets/ become empty
with status c; so do as few others as it takes that nobody can work them out.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from profil_terbuka import catalog as catalogs  # noqa: E402
from profil_terbuka import clock, disclosure, history, ppid  # noqa: E402
from profil_terbuka.cache import write_atomically  # noqa: E402
from profil_terbuka.findings import errors, report  # noqa: E402
from profil_terbuka.history import Ledger  # noqa: E402
from profil_terbuka.model import Catalog, Dataset  # noqa: E402
from profil_terbuka.wording import number, trouble  # noqa: E402


def close(slug: str) -> int:
    """Withhold in the files of one agency and say what was done; the exit status."""
    loaded = catalogs.load(ROOT, slug)
    if loaded.catalog is None or errors(loaded.findings):
        print(report(loaded.findings), file=sys.stderr)
        return 1
    known, unreadable = disclosure.opened(loaded.catalog, ROOT)
    if unreadable:
        print(report(unreadable), file=sys.stderr)
        return 1
    done = disclosure.close(ROOT, loaded.catalog, known)
    for item in done.decided:
        print(f"Tabel `{item.table}`: `privasi` menutup angka kecil ditulis ke datapackage.json.")
    for file, count in sorted(done.files.items()):
        print(f"{file}: {number(count)} baris ditutup; aslinya di {disclosure.VAULT}/.")
    if not done.files:
        print(f"{slug}: tidak ada angka yang perlu ditutup lagi.")
    for cell in done.exposed:
        print(
            f"{cell.file}, baris {cell.at + 2}: masih dapat dihitung dari angka lain. Gabungkan "
            "kategorinya, atau jangan terbitkan totalnya.",
            file=sys.stderr,
        )
    told = seal_anew(slug)
    print("".join(f"{line}\n" for line in told), end="")
    print("Berikutnya: make check menyebut kalimat yang masih memuat angka itu.")
    return 1 if done.exposed else 0


def seal_anew(slug: str) -> list[str]:
    """Write the new seals of recorded editions in which nothing but withheld numbers changed."""
    shown = f"{catalogs.DATASETS}/{slug}"
    catalog = catalogs.load(ROOT, slug).catalog
    ledger, _ = history.read(ROOT, shown)
    if catalog is None:
        return []
    after, told = ledger, []
    day = clock.today(catalog.agency.zone).isoformat()
    for edition in changed(catalog, ledger):
        private = disclosure.kept(ROOT, edition)
        sealed = history.sealed_anew(after, private, edition, day) if private else None
        if sealed is None:
            told.append(f"{edition.file}: edisi ini berubah lebih daripada ditutup angkanya.")
        elif sealed != after:
            after = sealed
            told.append(f"{edition.slug} edisi {edition.version}: dicatat ulang di edisi.csv.")
    for name, data in history.written(after).items() if after != ledger else ():
        write_atomically(ROOT / shown / name, data)
    return told


def changed(catalog: Catalog, ledger: Ledger) -> list[Dataset]:
    """Recorded editions whose content is not the one that was sealed last."""
    last = {(item.dataset, item.version): item.seal for item in ledger.current}
    return [
        edition
        for edition in catalog.packages
        if edition.slug not in ppid.REGISTERS
        and last.get((edition.slug, edition.version), history.seal(edition))
        != history.seal(edition)
    ]


def main() -> int:
    """Withhold for the agencies named, or for all."""
    parser = argparse.ArgumentParser(description="Tutup angka kecil tentang hal peka.")
    parser.add_argument("instansi", nargs="*", help="slug instansi; kosong: semua")
    known = catalogs.agency_slugs(ROOT)
    slugs = parser.parse_args().instansi or known
    for slug in slugs:
        if slug not in known:
            print(f"Tidak ada instansi `{slug}`. Yang ada: {', '.join(known)}.", file=sys.stderr)
            return 2
    return max(close(slug) for slug in slugs)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except OSError as problem:
        sys.exit(trouble(problem))
