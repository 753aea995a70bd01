"""Record what the site just built publishes: make catat

Adds to datasets/<agency>/alamat.txt and edisi.csv and never takes away. From then on the build
refuses to lose one of these addresses, or to change a recorded edition without a new version.
Keeps the public-information list beside them, for the next one to be compared with.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..model.messages import message
from ..pipeline import Unrecorded, record_site
from ..read.catalog import agency_slugs
from ..words.catalogues import text
from .command import Command


def _record(root: Path, slug: str) -> str | None:
    """Write the ledger of one agency; None when that is impossible, which has been said."""
    try:
        made = record_site(root, slug)
    except Unrecorded as reason:
        print(reason, file=sys.stderr)
        return None
    return text(
        message(
            "commands.recorded",
            slug=slug,
            addresses=made.addresses,
            new_addresses=made.new_addresses,
            editions=made.editions,
            new_editions=made.new_editions,
        )
    )


def _options(made: argparse.ArgumentParser) -> None:
    agencies = text(message("commands.option-agencies"))
    made.add_argument("instansi", nargs="*", help=agencies)


def _run(options: argparse.Namespace) -> int:
    """Record the agencies named, or all; exit status 1 when one of them could not be."""
    slugs = options.instansi or agency_slugs(options.akar)
    told = [_record(options.akar, slug) for slug in slugs]
    print("\n".join(filter(None, told)))
    return 0 if all(told) else 1


COMMAND = Command(_options, _run)
