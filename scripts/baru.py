#!/usr/bin/env python3
"""Start an agency, or add a table to one: make new, make tabel

    make new INSTANSI=dinkes-kota-x NAMA="Dinas Kesehatan Kota X" WILAYAH=61.71
    make tabel INSTANSI=dinkes-kota-x BERKAS=puskesmas.xlsx JUDUL="Puskesmas" SATUAN=unit

Nothing that exists is overwritten.
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

from profil_terbuka import agency as agencies  # noqa: E402
from profil_terbuka.catalog import DATASETS, RESERVED  # noqa: E402
from profil_terbuka.draft import Unusable, Wishes, draft, read_sheet  # noqa: E402
from profil_terbuka.manuscripts import PAGES  # noqa: E402
from profil_terbuka.model import Agency  # noqa: E402
from profil_terbuka.wording import SUBJECT, trouble  # noqa: E402

SKELETON = Path(__file__).resolve().parent / "kerangka"
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
EXAMPLE = Wishes("contoh-penerima", "Penerima bantuan (contoh)", "orang", "statistik")


def new_agency(slug: str, name: str, region: str) -> None:
    """Folders with instansi.yml, an example dataset and starter pages."""
    if not SLUG.fullmatch(slug) or slug in RESERVED:
        raise Unusable(f"`{slug}` tidak dapat dipakai: huruf kecil, angka, dan tanda hubung saja.")
    data, pages = ROOT / DATASETS / slug, ROOT / PAGES / slug
    for folder in (data, pages):
        if folder.exists():
            raise Unusable(f"{folder.relative_to(ROOT)} sudah ada.")
    shutil.copytree(SKELETON / "datasets", data)
    shutil.copytree(SKELETON / "docs", pages)
    told = {
        "slug": slug,
        "judul": name,
        "nama": json.dumps(name, ensure_ascii=False),
        "wilayah": json.dumps(region),
        "ringkasan": json.dumps(f"Instansi pemerintah: {name}.", ensure_ascii=False),
        "buku": json.dumps(f"Profil {name}", ensure_ascii=False),
        "alamat": json.dumps("Tulis alamat kantor di sini"),
    }
    for path in (data / agencies.NAME, *pages.rglob("*.md")):
        path.write_text(Template(path.read_text("utf-8")).substitute(told), "utf-8")
    example = data / EXAMPLE.slug
    write_package(example, example / f"{EXAMPLE.slug}.csv", EXAMPLE, identity(slug))


def new_table(slug: str, file: Path, wishes: Wishes) -> Path:
    """A dataset folder made of a CSV or XLSX file, which itself stays where it is."""
    folder = ROOT / DATASETS / slug / wishes.slug
    if not SLUG.fullmatch(wishes.slug):
        raise Unusable(f"`{wishes.slug}` tidak dapat menjadi nama dataset; sebutkan DATASET=nama.")
    if folder.exists():
        raise Unusable(f"{folder.relative_to(ROOT)} sudah ada.")
    write_package(folder, file, wishes, identity(slug))
    return folder


def identity(slug: str) -> Agency:
    """The agency of that folder; Unusable with its findings when there is none."""
    file = f"{DATASETS}/{slug}/{agencies.NAME}"
    agency, findings = agencies.load(ROOT / DATASETS / slug, file)
    if agency is None:
        raise Unusable("\n".join(str(finding) for finding in findings))
    return agency


def write_package(folder: Path, file: Path, wishes: Wishes, agency: Agency) -> None:
    """Descriptor and canonical CSV of the table in `file`."""
    descriptor, table = draft(read_sheet(file), wishes, agency)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{wishes.slug}.csv").write_bytes(table)
    text = json.dumps(descriptor, ensure_ascii=False, indent=2)
    (folder / "datapackage.json").write_text(text + "\n", "utf-8")


def main() -> int:
    """Exit status 1 with the reason when nothing could be made."""
    parser = argparse.ArgumentParser(description="Memulai instansi, atau menambah satu tabel.")
    parser.add_argument("instansi", help="nama folder, misalnya dinkes-kota-x")
    parser.add_argument("--nama", help="nama lengkap instansi baru")
    parser.add_argument("--wilayah", default="00", help="kode Kemendagri, misalnya 61.71")
    parser.add_argument("--berkas", type=Path, help="CSV atau XLSX yang menjadi dataset baru")
    parser.add_argument("--dataset", help="nama folder dataset; biasanya dari nama berkas")
    parser.add_argument("--judul", help="judul dataset")
    parser.add_argument("--satuan", default="orang", help="satuan angkanya")
    parser.add_argument("--subjek", default="statistik", choices=sorted(SUBJECT))
    options = parser.parse_args()
    try:
        if options.berkas is None:
            name = options.nama or options.instansi.replace("-", " ").title()
            new_agency(options.instansi, name, options.wilayah)
            print(f"{DATASETS}/{options.instansi}/ dan {PAGES}/{options.instansi}/ sudah dibuat.")
        else:
            stem = re.sub(r"[^a-z0-9]+", "-", options.berkas.stem.lower()).strip("-")
            title = options.judul or options.berkas.stem.replace("-", " ").capitalize()
            wishes = Wishes(options.dataset or stem, title, options.satuan, options.subjek)
            folder = new_table(options.instansi, options.berkas, wishes)
            print(f"{folder.relative_to(ROOT)}/ sudah dibuat; periksa uraian dan sumbernya.")
    except Unusable as problem:
        print(problem, file=sys.stderr)
        return 1
    except OSError as problem:
        print(trouble(problem), file=sys.stderr)
        return 1
    print("Berikutnya: make check, lalu make site.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
