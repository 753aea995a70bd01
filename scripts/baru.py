#!/usr/bin/env python3
"""Start an agency: make new

    make new INSTANSI=dinkes-kota-x NAMA="Dinas Kesehatan Kota X" WILAYAH=61.71

Nothing that exists is overwritten. What only people know stays open (`ISI: ...`) and keeps the site
from being published until it is written.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from pilihan import Unnamed, brand_new, finished  # noqa: E402
from profil_terbuka.editing import begin_agency, known_towns  # noqa: E402
from profil_terbuka.importer import Unusable  # noqa: E402
from profil_terbuka.model.messages import message  # noqa: E402
from profil_terbuka.read.atlas import REGIONS, region_names  # noqa: E402
from profil_terbuka.read.catalog import DATASETS, REFERENCE, reference  # noqa: E402
from profil_terbuka.read.manuscripts import PAGES  # noqa: E402
from profil_terbuka.read.open_places import NO_REGION  # noqa: E402
from profil_terbuka.words.catalogues import text  # noqa: E402


def refuse_unknown_region(code: str) -> None:
    """Raise Unusable for a code that the list of regions does not have; an open one may stay."""
    towns = known_towns(ROOT)
    if code == NO_REGION or code in region_names(reference(ROOT)) or not towns:
        return
    pairs = tuple(
        message("commands.region-named", code=item, name=name) for item, name in towns.items()
    )
    folder = f"{DATASETS}/{REFERENCE}/{REGIONS}/"
    raise Unusable(message("commands.no-such-region", code=code, folder=folder, known=pairs))


def parser() -> argparse.ArgumentParser:
    """The options, named as staff know them from the Makefile."""
    made = argparse.ArgumentParser(description=text(message("commands.new")))
    made.add_argument(
        "instansi", nargs="?", default="", help=text(message("commands.option-new-agency"))
    )
    made.add_argument("--nama", help=text(message("commands.option-name")))
    made.add_argument("--wilayah", default=NO_REGION, help=text(message("commands.option-region")))
    return made


def run(options: argparse.Namespace) -> int:
    """Make the agency, and tell."""
    slug = brand_new(ROOT, options.instansi)
    if not (options.nama or "").strip():
        asked = message("commands.name-the-office")
        example = message("commands.new-agency-example")
        raise Unnamed(message("commands.with-example", said=asked, example=example))
    refuse_unknown_region(options.wilayah)
    begin_agency(ROOT, slug, options.nama, options.wilayah)
    data, pages = f"{DATASETS}/{slug}/", f"{PAGES}/{slug}/"
    print(text(message("commands.agency-made", data=data, pages=pages)))
    print(text(message("commands.after-new")))
    return 0


def main() -> int:
    """Exit status 1 with the reason when nothing could be made, 2 when it was not said where."""
    return finished(lambda: run(parser().parse_args()))


if __name__ == "__main__":
    sys.exit(main())
