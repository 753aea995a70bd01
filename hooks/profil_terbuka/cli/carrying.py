"""The built site as one ZIP to carry away: make paket [INSTANSI=...] [LURING=1] [POHON=1]

Into paket/, named after the day of publication. Only a site that is whole and untouched is packed;
exit status 1 and what to do otherwise. Beside it a table of what each page costs its readers.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from .. import packing
from ..model.messages import NOTHING, message
from ..packing.weights import FIRST_VIEW, SCRIPTS
from ..words.catalogues import text
from ..words.dates import date
from ..words.numbers import size
from .choosing import chosen_agency
from .command import Command
from .sites import untouched_site

_SITE = "site"


def _options(made: argparse.ArgumentParser) -> None:
    agency = text(message("commands.option-packed-agency"))
    made.add_argument("instansi", nargs="?", default="", help=agency)
    offline = text(message("commands.option-offline"))
    made.add_argument("--luring", action="store_true", help=offline)
    folder = text(message("commands.option-as-folder"))
    made.add_argument("--pohon", action="store_true", help=folder)


def _run(options: argparse.Namespace) -> int:
    """Lay what was asked for, and tell where it lies and what pages cost."""
    root: Path = options.akar
    named = options.instansi
    slug = chosen_agency(root, named, "make paket INSTANSI={}") if named else ""
    site = untouched_site(root / _SITE / slug)
    name = packing.parcel_name(slug, site.day, options.luring)
    files = packing.offline_files if options.luring else packing.parcel_files
    count, total = packing.lay_zip(root / f"{name}.zip", files(site), site.day)
    day = date(site.day.isoformat())
    told = message("commands.packed", file=f"{name}.zip", size=size(total), files=count, day=day)
    print(text(told))
    if options.pohon:
        packing.lay_folder(root / name, files(site))
        print(text(message("commands.packed-folder", folder=name)))
    if not options.luring:
        _tell_weights(packing.page_weights(site), root, f"{name}-berat.csv")
    return 0


def _tell_weights(weights: Iterable[packing.PageWeight], root: Path, file: str) -> None:
    """A line for each kind of page; all pages go into the file."""
    weights = tuple(weights)
    head = message("commands.weights-head", most=size(FIRST_VIEW), scripts=size(SCRIPTS))
    print(text(head))
    for kind in packing.by_type(weights):
        print(f"  {_weight_line(kind)}")
    (root / file).write_bytes(packing.weights_table(weights))
    print(text(message("commands.weights-file", file=file)))


def _weight_line(kind: packing.TypeWeight) -> str:
    heaviest = kind.heaviest
    heavy = message("commands.weights-too-heavy", count=kind.too_heavy)
    told = message(
        "commands.weights-line",
        kind=kind.what,
        pages=kind.pages,
        size=size(heaviest.bytes),
        scripts=size(heaviest.scripts),
        requests=heaviest.requests,
        address=heaviest.address.removesuffix("index.html"),
        verdict=heavy if kind.too_heavy else NOTHING,
    )
    return text(told)


COMMAND = Command(_options, _run)
