#!/usr/bin/env python3
"""Record what the site just built publishes: make catat

Adds to datasets/<agency>/alamat.txt and edisi.csv and never takes away. From then on the build
refuses to lose one of these addresses, or to change a recorded edition without a new version.
Keeps the public-information list beside them, for the next one to be compared with.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from profil_terbuka.model.messages import message  # noqa: E402
from profil_terbuka.pipeline import Unrecorded, record_site  # noqa: E402
from profil_terbuka.read.catalog import agency_slugs  # noqa: E402
from profil_terbuka.words.catalogues import text  # noqa: E402
from profil_terbuka.words.labels import trouble  # noqa: E402


def record(slug: str) -> str | None:
    """Write the ledger of one agency; None when that is impossible, which has been said."""
    try:
        made = record_site(ROOT, slug)
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


def main() -> int:
    """Record the agencies named, or all; exit status 1 when one of them could not be."""
    parser = argparse.ArgumentParser(description=text(message("commands.record")))
    agencies = text(message("commands.option-agencies"))
    parser.add_argument("instansi", nargs="*", help=agencies)
    told = [record(slug) for slug in parser.parse_args().instansi or agency_slugs(ROOT)]
    print("\n".join(filter(None, told)))
    return 0 if all(told) else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except OSError as problem:
        sys.exit(trouble(problem))
