"""Which agency a command is about: the one that is named, or the only one there is."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from profil_terbuka.read.catalog import agency_slugs  # noqa: E402


class Unnamed(Exception):
    """Why it cannot be told which agency is meant, in Indonesian."""


def chosen(root: Path, named: str, example: str) -> str:
    """The agency's slug; `example` is the rest of a right command: 'make edisi INSTANSI={}'."""
    known = agency_slugs(root)
    if named in known:
        return named
    if not known:
        raise Unnamed('Belum ada instansi. Buat dulu: make new INSTANSI=nama-instansi NAMA="..."')
    if not named and len(known) == 1:
        return known[0]
    why = f"Tidak ada instansi `{named}`." if named else "Sebutkan instansinya dengan INSTANSI=..."
    raise Unnamed(f"{why} Yang ada: {', '.join(known)}.\nContoh: {example.format(known[0])}")


def brand_new(root: Path, named: str) -> str:
    """The folder name that a new agency is given."""
    if named:
        return named
    known = agency_slugs(root)
    there = f" Yang sudah ada: {', '.join(known)}." if known else ""
    raise Unnamed(
        f"Sebutkan nama folder instansi baru dengan INSTANSI=...{there}\n"
        'Contoh: make new INSTANSI=dinkes-kota-x NAMA="Dinas Kesehatan Kota X" WILAYAH=61.71'
    )


def main() -> int:
    """Print the agency that is meant: for `make serve`."""
    try:
        print(chosen(ROOT, "".join(sys.argv[1:2]), "make serve INSTANSI={}"))
    except Unnamed as reason:
        print(reason, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
