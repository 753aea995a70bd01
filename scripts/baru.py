#!/usr/bin/env python3
"""Start an agency, or add a table to one: make new, make tabel

    make new INSTANSI=dinkes-kota-x NAMA="Dinas Kesehatan Kota X" WILAYAH=61.71
    make tabel INSTANSI=dinkes-kota-x BERKAS=puskesmas.xlsx JUDUL="Puskesmas" SATUAN=unit

Nothing that exists is overwritten. What only people know stays open (`ISI: ...`) and keeps the site
from being published until it is written.
"""

import argparse
import json
import re
import shutil
import sys
import tempfile
from pathlib import Path
from string import Template

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from pilihan import Unnamed, brand_new, chosen  # noqa: E402
from profil_terbuka import disclosure  # noqa: E402
from profil_terbuka import importer as drafts  # noqa: E402
from profil_terbuka.importer import DecimalMark, DraftWishes, Unusable  # noqa: E402
from profil_terbuka.model import Agency  # noqa: E402
from profil_terbuka.model.messages import Message, message  # noqa: E402
from profil_terbuka.read import agency as agencies  # noqa: E402
from profil_terbuka.read.catalog import DATASETS, RESERVED, TAKEN  # noqa: E402
from profil_terbuka.read.manuscripts import PAGES  # noqa: E402
from profil_terbuka.read.open_places import NO_REGION, open_place  # noqa: E402
from profil_terbuka.words.catalogues import text  # noqa: E402
from profil_terbuka.words.labels import SUBJECT, trouble  # noqa: E402
from profil_terbuka.words.report import paragraph  # noqa: E402

SKELETON = Path(__file__).resolve().parent / "kerangka"
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
EXAMPLE = "contoh-penerima"
"""The dataset that a new agency begins with."""
TABLE = 'BERKAS=data.xlsx JUDUL="..." SATUAN=orang'


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
    table = SKELETON / f"{EXAMPLE}.csv"
    try:
        write_package(data / EXAMPLE, table, example_wishes(), identity(slug))
    except Unusable:  # a region code that cannot be: nothing half made stays
        shutil.rmtree(data)
        shutil.rmtree(pages)
        raise


def example_wishes() -> DraftWishes:
    """What is asked for the example; what it is about stays open, and tells that it is invented."""
    return DraftWishes(
        slug=EXAMPLE,
        title=text(message("commands.example-title")),
        unit="orang",
        subject="statistik",
        about=open_place(text(message("commands.example-is-invented"))),
    )


def already_there(folder: Path) -> Unusable:
    """Why a folder is not made."""
    return Unusable(message("commands.already-there", folder=str(folder.relative_to(ROOT))))


def new_table(slug: str, file: Path, wishes: DraftWishes) -> tuple[Message, ...]:
    """A dataset folder made of a CSV or XLSX file, which itself stays where it is.

    Returns what the person should know about how the file was read.
    """
    folder = ROOT / DATASETS / slug / wishes.slug
    if file.is_dir():
        raise Unusable(message("commands.folder-instead-of-file", file=str(file)))
    if not SLUG.fullmatch(wishes.slug) or wishes.slug in TAKEN:
        raise Unusable(message("commands.no-dataset-name", slug=wishes.slug))
    if len(wishes.slug) > drafts.LONGEST:
        raise Unusable(
            message(
                "commands.dataset-name-too-long",
                slug=wishes.slug,
                length=len(wishes.slug),
                most=drafts.LONGEST,
            )
        )
    if folder.exists():
        raise already_there(folder)
    return write_package(folder, file, wishes, identity(slug))


def identity(slug: str) -> Agency:
    """The agency of that folder; Unusable with its findings when there is none."""
    file = f"{DATASETS}/{slug}/{agencies.NAME}"
    agency, findings = agencies.read_agency(ROOT / DATASETS / slug, file)
    if agency is None:
        told = tuple(map(paragraph, findings))
        raise Unusable(message("commands.agency-unreadable", findings=told))
    return agency


def write_package(
    folder: Path, file: Path, wishes: DraftWishes, agency: Agency
) -> tuple[Message, ...]:
    """Descriptor and canonical CSV of the table in `file`; what is refused leaves no folder."""
    sheet = drafts.read_sheet(file)
    made = drafts.draft(sheet, wishes, agency)
    document = json.dumps(made.descriptor, ensure_ascii=False, indent=2)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".") as aside:
        package = Path(aside) / wishes.slug
        package.mkdir()
        (package / f"{wishes.slug}.csv").write_bytes(made.table)
        (package / "datapackage.json").write_text(document + "\n", "utf-8")
        drafts.prove(package, wishes.slug, sheet.numbers)
        package.rename(folder)
    return made.told


def wishes_of(options: argparse.Namespace) -> tuple[DraftWishes, list[Message]]:
    """What the person asks for, and what was chosen for them: a shorter name."""
    stem = Path(options.berkas).stem
    slug = options.dataset or drafts.dataset_slug(stem)
    told = []
    if not options.dataset and len(slug) < len(re.sub(r"[^a-zA-Z0-9]+", "-", stem).strip("-")):
        said = message("commands.dataset-name-shortened", slug=slug, most=drafts.LONGEST)
        told.append(said)
    title = options.judul or drafts.spoken_title(stem.replace("-", " "))
    mark = DecimalMark(options.desimal) if options.desimal else None
    return DraftWishes(slug, title, options.satuan, options.subjek, mark), told


def parser() -> argparse.ArgumentParser:
    """The options, named as staff know them from the Makefile."""
    made = argparse.ArgumentParser(description=text(message("commands.new")))
    made.add_argument(
        "instansi", nargs="?", default="", help=text(message("commands.option-new-agency"))
    )
    made.add_argument("--nama", help=text(message("commands.option-name")))
    made.add_argument("--wilayah", default=NO_REGION, help=text(message("commands.option-region")))
    made.add_argument(
        "--berkas", help=text(message("commands.option-file", endings=drafts.ENDINGS))
    )
    made.add_argument("--dataset", help=text(message("commands.option-dataset")))
    made.add_argument("--judul", help=text(message("commands.option-title")))
    made.add_argument("--satuan", default="", help=text(message("commands.option-unit")))
    made.add_argument("--subjek", default="statistik", choices=sorted(SUBJECT))
    made.add_argument(
        "--desimal", choices=list(DecimalMark), help=text(message("commands.option-decimal-mark"))
    )
    return made


def main() -> int:
    """Exit status 1 with the reason when nothing could be made, 2 when it was not said where."""
    options = parser().parse_args()
    try:
        if options.berkas is None:
            slug = brand_new(ROOT, options.instansi)
            name = options.nama or open_place(text(message("commands.agency-name-open")))
            new_agency(slug, name, options.wilayah)
            data, pages = f"{DATASETS}/{slug}/", f"{PAGES}/{slug}/"
            print(text(message("commands.agency-made", data=data, pages=pages)))
        else:
            slug = chosen(ROOT, options.instansi, f"make tabel INSTANSI={{}} {TABLE}")
            if not options.berkas:
                example = f"make tabel INSTANSI={slug} {TABLE}"
                asked = message("commands.name-the-file")
                raise Unusable(message("commands.with-example", said=asked, example=example))
            wishes, told = wishes_of(options)
            told += new_table(slug, Path(options.berkas), wishes)
            folder = f"{DATASETS}/{slug}/{wishes.slug}/"
            print(text(message("commands.dataset-made", folder=folder)))
            told += disclosure.withhold(ROOT, slug).told
            print("".join(f"- {text(line)}\n" for line in told), end="")
    except Unnamed as problem:
        print(problem, file=sys.stderr)
        return 2
    except Unusable as problem:
        print(problem, file=sys.stderr)
        return 1
    except OSError as problem:
        print(trouble(problem), file=sys.stderr)
        return 1
    print(text(message("commands.after-new")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
