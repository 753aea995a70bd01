"""Start an agency: make new

    make new INSTANSI=dinkes-kota-x NAMA="Dinas Kesehatan Kota X" WILAYAH=61.71

In an empty folder it makes a whole repository around the agency. Nothing that is there already is
overwritten. What only people know stays open (`ISI: ...`) and keeps the site from being published
until it is written.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ..editing import (
    begin_agency,
    found_repository,
    is_repository,
    known_towns,
    refuse_full_folder,
)
from ..importer import Unusable
from ..model.messages import NOTHING, Message, message
from ..read.atlas import REGIONS, region_names
from ..read.catalog import DATASETS, REFERENCE, agency_slugs, reference
from ..read.manuscripts import PAGES
from ..read.open_places import NO_REGION
from ..words.catalogues import text
from .choosing import Unnamed
from .command import Command
from .installed import own_wheel


def _example(is_new: bool) -> Message:
    """A right command, where there is a repository and where there is none yet."""
    if is_new:
        return message("commands.new-repository-example")
    return message("commands.new-agency-example")


def _slug(root: Path, named: str, is_new: bool) -> str:
    """The folder name that the new agency is given."""
    if named:
        return named
    known = agency_slugs(root)
    there = message("commands.agencies-there", known=known) if known else NOTHING
    asked = message("commands.name-the-new-agency", known=there)
    raise Unnamed(message("commands.with-example", said=asked, example=_example(is_new)))


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
    root: Path = options.akar
    is_new = not is_repository(root)
    slug = _slug(root, options.instansi, is_new)
    if not (options.nama or "").strip():
        asked = message("commands.name-the-office")
        raise Unnamed(message("commands.with-example", said=asked, example=_example(is_new)))
    _refuse_unknown_region(root, options.wilayah)
    if is_new:
        refuse_full_folder(root)
    begin_agency(root, slug, options.nama, options.wilayah)
    if is_new:
        left = found_repository(root, slug, options.nama.strip(), own_wheel())
        print(text(message("commands.repository-made", folder=str(root))))
        if left:
            print(text(message("commands.files-left", files=left)))
    data, pages = f"{DATASETS}/{slug}/", f"{PAGES}/{slug}/"
    print(text(message("commands.agency-made", data=data, pages=pages)))
    print(text(message("commands.after-new")))
    return 0


COMMAND = Command(_options, _run)
