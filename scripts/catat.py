#!/usr/bin/env python3
"""Record what the site just built publishes: make catat

Adds to datasets/<agency>/alamat.txt and edisi.csv and never takes away. From then on the build
refuses to lose one of these addresses, or to change a recorded edition without a new version.
Keeps the public-information list beside them, for the next one to be compared with.
"""

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from profil_terbuka import history, ppid  # noqa: E402
from profil_terbuka.model import Catalog  # noqa: E402
from profil_terbuka.model.findings import errors  # noqa: E402
from profil_terbuka.model.messages import NOTHING, Message, message  # noqa: E402
from profil_terbuka.read import descriptor  # noqa: E402
from profil_terbuka.read.catalog import DATASETS, agency_slugs, load  # noqa: E402
from profil_terbuka.system.cache import write_atomically  # noqa: E402
from profil_terbuka.words.catalogues import text  # noqa: E402
from profil_terbuka.words.labels import trouble  # noqa: E402
from profil_terbuka.words.report import report  # noqa: E402

LIVE = ROOT / "site"


def record(slug: str) -> str | None:
    """Write the ledger of one agency; None when that is impossible, which has been said."""
    shown = f"{DATASETS}/{slug}"
    loaded = load(ROOT, slug)
    ledger, faults = history.read_ledger(ROOT, shown)
    found = [*loaded.findings, *faults]
    if loaded.catalog is None or not (LIVE / slug).is_dir() or errors(found):
        no_site = text(message("commands.no-site-yet", slug=slug))
        print(report(found) or no_site, file=sys.stderr)
        return None
    found += history.broken(loaded.catalog, ledger)
    if errors(found):
        print(report(found), file=sys.stderr)
        return None
    if stale := unpublished(loaded.catalog):
        said = message("commands.edition-unpublished", slug=slug, edition=stale)
        print(text(said), file=sys.stderr)
        return None
    files = (path for path in (LIVE / slug).rglob("*") if path.is_file())
    names = [path.relative_to(LIVE / slug).as_posix() for path in files]
    after = history.recorded(ledger, loaded.catalog, history.published_addresses(names))
    for name, data in history.ledger_files(after).items():
        write_atomically(ROOT / shown / name, data)
    if (listed := LIVE / slug / "ppid" / ppid.LIST_NAME).is_file():
        write_atomically(ROOT / shown / ppid.LIST_NAME, listed.read_bytes())
    return text(
        message(
            "commands.recorded",
            slug=slug,
            addresses=len(after.addresses),
            new_addresses=len(after.addresses) - len(ledger.addresses),
            editions=len(after.records),
            new_editions=len(after.records) - len(ledger.records),
        )
    )


def unpublished(catalog: Catalog) -> Message:
    """The first edition that the site does not hold; NOTHING when it was built from these data."""
    for dataset in catalog.datasets:
        file = LIVE / catalog.agency.slug / "data" / dataset.slug / descriptor.NAME
        there = json.loads(file.read_text("utf-8"))["version"] if file.is_file() else ""
        if there != dataset.version:
            return message("commands.edition-of", dataset=dataset.slug, version=dataset.version)
    return NOTHING


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
