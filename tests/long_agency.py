"""An invented agency with one long table: as many rows of five columns as are asked for.

`python tests/long_agency.py FOLDER ROWS` writes a repository in which `make check` can be run.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "hooks"))

from support import BASE, add_program  # noqa: E402

SLUG = "desa"
FILE = f"datasets/contoh/{SLUG}/{SLUG}.csv"
HEADER = "tahun,desa,kategori,jumlah,status"
YEARS = range(2015, 2025)
CATEGORIES = ("Anak", "Disabilitas", "Lansia", "Perempuan", "Rentan")


def long_agency(target: Path, rows: int) -> Path:
    """The invented agency in the new folder `target`, with a table `desa` of so many rows."""
    shutil.copytree(BASE, target)
    folder = target / "datasets" / "contoh" / SLUG
    folder.mkdir()
    (folder / "datapackage.json").write_text(json.dumps(_descriptor(), indent=1), "utf-8")
    (target / FILE).write_text("\n".join([HEADER, *long_rows(rows), ""]), "utf-8")
    return target


def long_rows(count: int) -> Iterator[str]:
    """So many lines; village by village, each with five categories in each of ten years."""
    for at in range(count):
        village, rest = divmod(at, len(YEARS) * len(CATEGORIES))
        year, category = divmod(rest, len(CATEGORIES))
        # No village is like another, and none changes so much that it would be a suspicion.
        number = 300 + village * 7919 % 4001 + category * 97 + year * (3 + village % 5)
        number += (village * 31 + category * 17 + year * 13) % 11
        yield f"{YEARS[year]},{village_code(village)},{CATEGORIES[category]},{number},A"


def village_code(number: int) -> str:
    """The code of a village that does not exist: '99.01.01.1001'."""
    district, village = divmod(number, 900)
    return f"99.01.{district + 1:02}.{village + 1001}"


def _descriptor() -> dict[str, object]:
    base = BASE / "datasets" / "contoh" / "penerima" / "datapackage.json"
    described = json.loads(base.read_text("utf-8"))
    table = described["resources"][0]
    known = {field["name"]: field for field in table["schema"]["fields"]}
    code = known["kode_kecamatan"]["constraints"]
    village = {**known["kecamatan"], "name": "desa", "title": "Desa", "constraints": code}
    choice = {"required": True, "enum": list(CATEGORIES)}
    category = {**known["kecamatan"], "name": "kategori", "title": "Kategori"}
    category["constraints"] = choice
    fields = [known["tahun"], village, category, known["jumlah"], known["status"]]
    key = ["tahun", "desa", "kategori"]
    schema = {"fields": fields, "primaryKey": key, "missingValues": [""]}
    resource = {**table, "name": SLUG, "path": f"{SLUG}.csv", "schema": schema}
    resource |= {"title": "Penerima per desa", "description": "Penerima per desa."}
    coverage = {"wilayah": "99.01", "mulai": YEARS[0], "selesai": YEARS[-1]}
    left_out = ("grafik", "aturan", "catatan")
    kept = {name: part for name, part in described.items() if name not in left_out}
    named = {"name": SLUG, "title": "Penerima bantuan per desa"}
    told = {"description": "Penerima bantuan di setiap desa Kota Contoh.", "cakupan": coverage}
    return {**kept, **named, **told, "resources": [resource]}


if __name__ == "__main__":
    add_program(long_agency(Path(sys.argv[1]), int(sys.argv[2])))
