"""What waits for its day, by whole builds: it leaks nowhere, is staged, and appears by itself."""

from __future__ import annotations

import gzip
import io
import json
import re
import shutil
import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet
import pytest

from comparable import SAME
from programs import run, well
from support import LAW, Once, add_material, change, copy_of, snapshot

EVE, DAY_ITSELF = "2027-01-14", "2027-01-15"
NAME = "zamrudia"
"""Of the dataset, in its addresses."""
TITLE, TEXT, VALUE, TOTAL = "Kunjungan Zamrudia", "Zirkoniawati", "734961", "735026"
"""Its title; a text, a number and a total in its cells. The total is declared comparable."""
REASON, PROSE = "Lembayungisasi", "Nilakandiana"
"""A word of its note, and of the page that waits with it."""
MARKERS = (NAME, TITLE, TEXT, VALUE, TOTAL, REASON, PROSE)
WAITING = "datasets/contoh/zamrudia"
IDENTITY = "datasets/contoh/instansi.yml"
_NOTE = {
    "nama": "relawan",
    "tabel": "zamrudia",
    "baris": {"tahun": 2024, "unsur": "Zirkoniawati"},
    "status": "dipertahankan",
    "tercetak": "734961",
    "terbit": "734961",
    "alasan": "Lembayungisasi angka di buku.",
    "oleh": "Dinas Contoh",
    "tanggal": "2026-05-01",
}


def _wait(project: Path) -> None:
    """Lay out a dataset that waits, with its chart, comparison, note and page."""
    add_material(project, "mitra", *LAW)
    (project / "datasets/contoh/mitra").rename(project / WAITING)
    for name in ("mitra.csv", "mitra-total.csv"):
        (project / WAITING / name).rename(project / WAITING / name.replace("mitra", "zamrudia"))
    file = project / WAITING / "datapackage.json"
    text = file.read_text("utf-8").replace("mitra", "zamrudia").replace("Mitra", TITLE)
    document = json.loads(text)
    chart = {"nama": "per-unsur", "judul": f"{TITLE} menurut unsur, 2024", "jenis": "batang"}
    drawn = {"tabel": "zamrudia", "sumbu": "unsur", "ukuran": "jumlah"}
    same = SAME | {"tabel": "zamrudia-total", "waktu": "tahun", "ukuran": "jumlah"}
    document |= {"perbandingan": [same], "kewajiban": ["perki-ss-org-statistik"]}
    document |= {"terbit": DAY_ITSELF, "catatan": [_NOTE], "grafik": [chart | drawn]}
    file.write_text(json.dumps(document, ensure_ascii=False, indent=2), "utf-8")
    change(project / WAITING / "zamrudia.csv", "Relawan,62", f"Zirkoniawati,{VALUE}")
    change(project / WAITING / "zamrudia-total.csv", "2024,127", f"2024,{TOTAL}")
    head = f"---\ntitle: Rilis\nterbit: {DAY_ITSELF}\n---\n\n# Rilis Nilakandiana\n\n"
    shown = "{{ grafik: zamrudia/per-unsur }}\n"
    (project / "docs/contoh/nilakandiana.md").write_text(head + shown, "utf-8")
    change(project / IDENTITY, "  - Data: data", "  - Rilis: nilakandiana.md\n  - Data: data")


@pytest.fixture(scope="session")
def staged(origin: Path, once: Once) -> Path:
    """A repository on the eve: its public site, and the staged one beside it."""

    def build(folder: Path) -> None:
        copy_of(origin, folder)
        shutil.rmtree(folder / "site")
        _wait(folder)
        well(run(folder, "bangun.py", TANGGAL=EVE))
        well(run(folder, "bangun.py", "--pratayang", TANGGAL=EVE))

    return once("pratayang", build)


def _texts(name: str, data: bytes) -> Iterator[str]:
    """Everything that a file says, what is packed in it as well."""
    yield name
    if name.endswith((".zip", ".xlsx", ".docx")):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for inside in archive.namelist():
                yield from _texts(f"{name}!{inside}", archive.read(inside))
    elif name.endswith((".gz", ".pf_meta", ".pf_index", ".pf_fragment", ".pagefind")):
        opened = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
        yield opened.decode("utf-8", "replace")
    elif name.endswith(".parquet"):
        table = pyarrow.parquet.read_table(io.BytesIO(data))
        yield f"{table.schema} {table.schema.metadata} {table.to_pylist()}"
    elif name.endswith(".sqlite"):
        with sqlite3.connect(":memory:") as database:
            database.deserialize(data)
            yield "\n".join(database.iterdump())
    else:
        yield data.decode("utf-8", "replace")


def _told(site: Path) -> dict[str, set[str]]:
    """For each marker the files below a folder that hold it."""
    found: dict[str, set[str]] = {marker: set() for marker in MARKERS}
    for name, data in snapshot(site).items():
        for text in _texts(name, data):
            plain = text.casefold().replace("734.961", VALUE).replace("735.026", TOTAL)
            for marker in MARKERS:
                if marker.casefold() in plain:
                    found[marker].add(name)
    return found


def test_no_file_of_the_site_tells_of_it_before_its_day(staged: Path) -> None:
    assert _told(staged / "site") == {marker: set() for marker in MARKERS}


def test_what_is_looked_for_is_found_where_it_is(staged: Path) -> None:
    told = _told(staged / "pratayang")
    assert all(told.values()), told
    everywhere = set().union(*told.values())
    kinds = ("csv", "xlsx", "parquet", "zip", "json", "id-excel.csv")
    known = {f"data/zamrudia/zamrudia.{kind}" for kind in kinds}
    known |= {"data.sqlite", "semua-data.zip", "feed.xml", "catalog.ttl", "llms.txt", "ms-ind.xlsx"}
    known |= {"data/catatan/index.html", "data/jadwal/index.html", "data/zamrudia/index.md"}
    known |= {"ppid/dip.csv", "ppid/dip/index.html", "a-z/index.html"}
    assert {f"contoh/{name}" for name in known} - everywhere == set()
    assert "contoh/ringkasan.json" in told[TOTAL]  # of it the portal's comparisons are made
    assert "a-z/index.html" in told[TITLE]
    assert any(name.endswith(".pf_fragment") for name in everywhere)


def test_every_page_of_a_staged_site_is_marked_and_left_out_of_searches(staged: Path) -> None:
    site = staged / "pratayang"
    pages = [path for path in site.rglob("*.html") if not path.name.endswith("-dosir.html")]
    assert len(pages) > 50
    for page in pages:
        text = page.read_text("utf-8")
        assert text.count('<aside class="pratayang"') == 1, page
        assert text.count('<meta name="robots" content="noindex">') == 1, page
    assert (site / "robots.txt").read_text("utf-8") == "User-agent: *\nDisallow: /\n"
    assert (site / "contoh/robots.txt").read_text("utf-8") == "User-agent: *\nDisallow: /\n"
    assert not list(site.rglob("sitemap*"))
    about = "Dataset ini terbit 15 Januari 2027."
    assert about in (site / "contoh/data/zamrudia/index.html").read_text("utf-8")
    bare = site / "contoh/data/zamrudia/sematan/per-unsur/index.html"
    assert about in bare.read_text("utf-8")


def test_the_public_site_bears_no_mark(staged: Path) -> None:
    for page in (staged / "site").rglob("*.html"):
        assert 'class="pratayang"' not in page.read_text("utf-8")
    assert (staged / "site/sitemap.xml").is_file()
    assert "pratayang" not in json.loads((staged / "site/bukti-terbit.json").read_bytes())


def test_a_staged_site_is_never_packed(staged: Path, tmp_path: Path) -> None:
    project = copy_of(staged, tmp_path / "repo")
    shutil.rmtree(project / "site")
    (project / "pratayang").rename(project / "site")
    for words in ((), ("contoh",), ("--luring",)):
        done = run(project, "paket.py", *words)
        assert done.returncode == 1
        assert "Yang ada di sini pratayang, bukan situs" in done.stderr
    assert not (project / "paket").exists()


def test_check_tells_on_one_line_what_waits(staged: Path) -> None:
    done = well(run(staged, "periksa.py", TANGGAL=EVE))
    (line,) = (line for line in done.stdout.splitlines() if "Menunggu" in line)
    assert f"`{WAITING}/datapackage.json` terbit 15 Januari 2027" in line
    assert "`docs/contoh/nilakandiana.md` terbit 15 Januari 2027" in line
    assert "2 dataset, 0 temuan" in done.stdout
    assert "Menunggu" not in well(run(staged, "periksa.py", TANGGAL=DAY_ITSELF)).stdout


def test_it_appears_by_itself_on_its_day(staged: Path, tmp_path: Path) -> None:
    project = copy_of(staged, tmp_path / "repo")
    assert "1 dataset" in well(run(project, "bangun.py", TANGGAL=EVE)).stdout
    assert "2 dataset" in well(run(project, "bangun.py", TANGGAL=DAY_ITSELF)).stdout
    told = _told(project / "site")
    assert all(told.values()), told
    assert "contoh/nilakandiana/index.html" in told[PROSE]
    menu = (project / "site/contoh/index.html").read_text("utf-8")
    assert re.search(r'<a [^>]*href="nilakandiana/"', menu)


def test_mkdocs_leaves_it_out_as_well(staged: Path, tmp_path: Path) -> None:
    project = copy_of(staged, tmp_path / "repo")
    before = snapshot(project / "site/contoh")
    well(run(project, "-m mkdocs", "build", "-q", TANGGAL=EVE, INSTANSI="contoh"))
    assert not any((_told(project / "site/contoh")).values())
    assert snapshot(project / "site/contoh").keys() == before.keys()


def test_what_is_recorded_is_what_was_published(staged: Path, tmp_path: Path) -> None:
    project = copy_of(staged, tmp_path / "repo")
    well(run(project, "catat.py", TANGGAL=EVE))
    for name in ("alamat.txt", "edisi.csv"):
        text = (project / "datasets/contoh" / name).read_text("utf-8")
        assert "penerima" in text
        assert "zamrudia" not in text


def test_the_next_edition_waits_and_the_one_before_stays(published: Path) -> None:
    well(run(published, "catat.py"))
    reason = ("--alasan", "Lembayungisasi buku.", "--perubahan", "Nilakandiana dibetulkan.")
    well(run(published, "edisi.py", "contoh", "penerima", "1.1.0", *reason))
    folder = published / "datasets/contoh/penerima"
    change(folder / "penerima.csv", "Timur,520,A,520", "Timur,734961,A,734961")
    change(folder / "penerima-total.csv", "2120,A,2.120", "736561,A,736.561")
    change(folder / "datapackage.json", '"subjek":', f'"terbit": "{DAY_ITSELF}",\n  "subjek":')
    before = (published / "site/contoh/data/penerima/penerima.csv").read_bytes()
    data = published / "site/contoh/data/penerima"

    well(run(published, "bangun.py", TANGGAL=EVE))
    assert not any(_told(published / "site").values())
    assert (data / "penerima.csv").read_bytes() == before
    assert not (data / "v/1.0.0/penerima.csv").exists()  # it is the newest there is

    well(run(published, "bangun.py", TANGGAL=DAY_ITSELF))
    told = _told(published / "site")
    for marker in (VALUE, REASON, PROSE):
        assert "contoh/data/penerima/index.html" in told[marker]
    assert (data / "v/1.0.0/penerima.csv").read_bytes() == before
