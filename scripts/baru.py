#!/usr/bin/env python3
"""Start an agency: make new

    make new INSTANSI=dinkes-kota-x NAMA="Dinas Kesehatan Kota X" WILAYAH=61.71

Nothing that exists is overwritten. What only people know stays open (`ISI: ...`) and keeps the site
from being published until it is written.
"""

import argparse
import json
import re
import shutil
import sys
from pathlib import Path
from string import Template

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from pilihan import Unnamed, brand_new, finished  # noqa: E402
from profil_terbuka.editing import identity  # noqa: E402
from profil_terbuka.importer import (  # noqa: E402
    Draft,
    DraftWishes,
    Gazetteer,
    Unusable,
    draft_files,
    lay_files,
    open_book,
    prove,
    understand,
)
from profil_terbuka.model import Agency  # noqa: E402
from profil_terbuka.model.geo import level_of  # noqa: E402
from profil_terbuka.model.messages import message  # noqa: E402
from profil_terbuka.read import agency as agencies  # noqa: E402
from profil_terbuka.read.atlas import REGIONS, region_names  # noqa: E402
from profil_terbuka.read.catalog import DATASETS, REFERENCE, RESERVED, reference  # noqa: E402
from profil_terbuka.read.manuscripts import PAGES  # noqa: E402
from profil_terbuka.read.open_places import NO_REGION, open_place  # noqa: E402
from profil_terbuka.words.catalogues import text  # noqa: E402

SKELETON = Path(__file__).resolve().parent / "kerangka"
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
TOWN = 2
"""The level of towns and regencies among regions: `61.71`."""
EXAMPLE = "contoh-penerima"
"""The dataset that a new agency begins with."""


def new_agency(slug: str, name: str, region: str) -> None:
    """Folders with instansi.yml, an example dataset and starter pages."""
    if not SLUG.fullmatch(slug) or slug in RESERVED:
        raise Unusable(message("commands.slug-unusable", slug=slug))
    data, pages = ROOT / DATASETS / slug, ROOT / PAGES / slug
    for folder in (data, pages):
        if folder.exists():
            raise already_there(folder)
    data.mkdir(parents=True)
    shutil.copy(SKELETON / agencies.NAME, data)
    shutil.copytree(SKELETON / "docs", pages)
    told = {
        "slug": slug,
        "judul": name,
        "nama": json.dumps(name, ensure_ascii=False),
        "wilayah": json.dumps(region),
    }
    for path in (data / agencies.NAME, *pages.rglob("*.md")):
        path.write_text(Template(path.read_text("utf-8")).substitute(told), "utf-8")
    try:
        draft = example(identity(ROOT, slug))
        prove(draft, EXAMPLE)
        lay_files(data / EXAMPLE, draft_files(draft))
    except Unusable:  # a region code that cannot be: nothing half made stays
        shutil.rmtree(data)
        shutil.rmtree(pages)
        raise


def refuse_unknown_region(code: str) -> None:
    """Raise Unusable for a code that the list of regions does not have; an open one may stay."""
    names = region_names(reference(ROOT))
    towns = sorted(known for known in names if level_of(known) == TOWN)
    if code == NO_REGION or code in names or not towns:
        return
    pairs = tuple(message("commands.region-named", code=item, name=names[item]) for item in towns)
    folder = f"{DATASETS}/{REFERENCE}/{REGIONS}/"
    raise Unusable(message("commands.no-such-region", code=code, folder=folder, known=pairs))


def example(agency: Agency) -> Draft:
    """The example dataset; what it is about stays open, and tells that it is invented."""
    wishes = DraftWishes(
        slug=EXAMPLE,
        title=text(message("commands.example-title")),
        unit="orang",
        subject="statistik",
        about=open_place(text(message("commands.example-is-invented"))),
    )
    book = open_book(SKELETON / f"{EXAMPLE}.csv")
    made = understand(book, wishes, agency, {}, Gazetteer({}, {})).draft
    if made is None:
        raise ValueError("the example asks questions")
    return made


def already_there(folder: Path) -> Unusable:
    """Why a folder is not made."""
    return Unusable(message("commands.already-there", folder=str(folder.relative_to(ROOT))))


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
    new_agency(slug, options.nama, options.wilayah)
    data, pages = f"{DATASETS}/{slug}/", f"{PAGES}/{slug}/"
    print(text(message("commands.agency-made", data=data, pages=pages)))
    print(text(message("commands.after-new")))
    return 0


def main() -> int:
    """Exit status 1 with the reason when nothing could be made, 2 when it was not said where."""
    return finished(lambda: run(parser().parse_args()))


if __name__ == "__main__":
    sys.exit(main())
