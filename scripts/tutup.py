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

from profil_terbuka import disclosure  # noqa: E402
from profil_terbuka.model.messages import message  # noqa: E402
from profil_terbuka.read.catalog import agency_slugs  # noqa: E402
from profil_terbuka.words.catalogues import text  # noqa: E402
from profil_terbuka.words.labels import trouble  # noqa: E402
from profil_terbuka.words.report import report  # noqa: E402


def close(slug: str) -> int:
    """Withhold in the files of one agency and say what was done; the exit status."""
    print(text(message("commands.withholding", slug=slug)), flush=True)
    done = disclosure.withhold(ROOT, slug)
    if done.findings:
        print(report(done.findings), file=sys.stderr)
        return 1
    told = done.told or [message("commands.nothing-to-withhold", slug=slug)]
    print("\n".join(map(text, told)))
    for line in (*done.missing, *done.exposed):
        print(text(line), file=sys.stderr)
    if done.told:
        print(text(message("commands.after-withholding")))
    return 1 if done.exposed else 0


def main() -> int:
    """Withhold for the agencies named, or for all."""
    parser = argparse.ArgumentParser(description=text(message("commands.withhold")))
    agencies = text(message("commands.option-agencies"))
    parser.add_argument("instansi", nargs="*", help=agencies)
    known = agency_slugs(ROOT)
    slugs = parser.parse_args().instansi or known
    for slug in slugs:
        if slug not in known:
            unknown = message("read.no-such-agency", slug=slug, known=known)
            print(text(unknown), file=sys.stderr)
            return 2
    return max(close(slug) for slug in slugs)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except OSError as problem:
        sys.exit(trouble(problem))
