#!/usr/bin/env python3
"""The built site as one ZIP to carry away: make paket [INSTANSI=...] [LURING=1] [POHON=1]

Into paket/, named after the day of publication. Only a site that is whole and untouched is packed;
exit status 1 and what to do otherwise. Beside it a table of what each page costs its readers.
"""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from pilihan import chosen, finished  # noqa: E402
from profil_terbuka import packing  # noqa: E402
from profil_terbuka.model.messages import NOTHING, message  # noqa: E402
from profil_terbuka.packing.weights import FIRST_VIEW, SCRIPTS  # noqa: E402
from profil_terbuka.words.catalogues import text  # noqa: E402
from profil_terbuka.words.dates import date  # noqa: E402
from profil_terbuka.words.numbers import size  # noqa: E402

SITE = ROOT / "site"
FOLDER = ROOT / "paket"
NAME = "profil-terbuka"


def sealed(folder: Path) -> packing.SealedSite:
    """The site in a folder; what is wrong with it is told with what to do."""
    try:
        return packing.sealed_site(folder)
    except packing.Unsealed as reason:
        print(reason, text(reason.remedy), file=sys.stderr)
        raise SystemExit(1) from None


def run(options: argparse.Namespace) -> int:
    """Lay what was asked for, and tell where it lies and what pages cost."""
    slug = chosen(ROOT, options.instansi, "make paket INSTANSI={}") if options.instansi else ""
    site = sealed(SITE / slug)
    parts = (NAME, slug, "luring" if options.luring else "", site.day.isoformat())
    target = FOLDER / "-".join(filter(None, parts))
    files = packing.offline_files if options.luring else packing.parcel_files
    laid = Path(f"{target}.zip")
    count, bytes_ = packing.lay_zip(laid, files(site), site.day)
    day = date(site.day.isoformat())
    said = message("commands.packed", file=shown(laid), size=size(bytes_), files=count, day=day)
    print(text(said))
    if options.pohon:
        packing.lay_folder(target, files(site))
        print(text(message("commands.packed-folder", folder=shown(target))))
    if not options.luring:
        tell_weights(packing.page_weights(site), Path(f"{target}-berat.csv"))
    return 0


def tell_weights(weights: Iterable[packing.PageWeight], file: Path) -> None:
    """A line for each kind of page; all pages go into the file."""
    weights = tuple(weights)
    head = message("commands.weights-head", most=size(FIRST_VIEW), scripts=size(SCRIPTS))
    print(text(head))
    for kind in packing.by_type(weights):
        heavy = message("commands.weights-too-heavy", count=kind.too_heavy)
        line = message(
            "commands.weights-line",
            kind=kind.what,
            pages=kind.pages,
            size=size(kind.heaviest.bytes),
            scripts=size(kind.heaviest.scripts),
            requests=kind.heaviest.requests,
            address=kind.heaviest.address.removesuffix("index.html"),
            verdict=heavy if kind.too_heavy else NOTHING,
        )
        print(f"  {text(line)}")
    file.write_bytes(packing.weights_table(weights))
    print(text(message("commands.weights-file", file=shown(file))))


def shown(path: Path) -> str:
    """A path as staff know it."""
    return path.relative_to(ROOT).as_posix()


def main() -> int:
    """Exit status 1 where the site is not to be packed, 2 where the agency is none."""
    parser = argparse.ArgumentParser(description=text(message("commands.pack")))
    agency = text(message("commands.option-packed-agency"))
    parser.add_argument("instansi", nargs="?", default="", help=agency)
    offline = text(message("commands.option-offline"))
    parser.add_argument("--luring", action="store_true", help=offline)
    folder = text(message("commands.option-as-folder"))
    parser.add_argument("--pohon", action="store_true", help=folder)
    options = parser.parse_args()
    return finished(lambda: run(options))


if __name__ == "__main__":
    sys.exit(main())
