"""Start an agency: make new

    make new INSTANSI=dinkes-kota-x NAMA="Dinas Kesehatan Kota X" WILAYAH=61.71

Nothing that exists is overwritten. What only people know stays open (`ISI: ...`) and keeps the site
from being published until it is written.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ..editing import begin_agency, known_towns
from ..importer import Unusable
from ..model.messages import message
from ..read.atlas import REGIONS, region_names
from ..read.catalog import DATASETS, REFERENCE, reference
from ..read.manuscripts import PAGES
from ..read.open_places import NO_REGION
from ..words.catalogues import text
from .choosing import Unnamed, brand_new
from .command import Command


def _refuse_unknown_region(root: Path, code: str) -> None:
    """Raise Unusable for a code that the list of regions does not have; an open one may stay."""
    towns = known_towns(root)
    if code == NO_REGION or code in region_names(reference(root)) or not towns:
        return
    pairs = tuple(
        message("commands.region-named", code=item, name=name) for item, name in towns.items()
    )
    folder = f"{DATASETS}/{REFERENCE}/{REGIONS}/"
    raise Unusable(message("commands.no-such-region", code=code, folder=folder, known=pairs))


def _options(made: argparse.ArgumentParser) -> None:
    """What can be said of it, named as staff know it from the Makefile."""
    made.add_argument(
        "instansi", nargs="?", default="", help=text(message("commands.option-new-agency"))
    )
    made.add_argument("--nama", help=text(message("commands.option-name")))
    made.add_argument("--wilayah", default=NO_REGION, help=text(message("commands.option-region")))


def _run(options: argparse.Namespace) -> int:
    """Make the agency, and tell."""
    slug = brand_new(options.akar, options.instansi)
    if not (options.nama or "").strip():
        asked = message("commands.name-the-office")
        example = message("commands.new-agency-example")
        raise Unnamed(message("commands.with-example", said=asked, example=example))
    _refuse_unknown_region(options.akar, options.wilayah)
    begin_agency(options.akar, slug, options.nama, options.wilayah)
    data, pages = f"{DATASETS}/{slug}/", f"{PAGES}/{slug}/"
    print(text(message("commands.agency-made", data=data, pages=pages)))
    print(text(message("commands.after-new")))
    return 0


COMMAND = Command(_options, _run)
