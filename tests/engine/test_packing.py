"""What is carried away: a sealed site, packed files, and a copy that needs no server."""

from __future__ import annotations

import datetime
import gzip
import zipfile
from collections.abc import Mapping
from pathlib import Path

import brotli
import pytest

from profil_terbuka import packing
from profil_terbuka.hosting import server_files
from profil_terbuka.publish.finishing import write_files
from profil_terbuka.publish.manifest import SUMS, seal
from profil_terbuka.words.catalogues import text

DAY = datetime.date(2026, 11, 30)
STYLE = "p { color: #123456 }\n" * 200
PAGE = """<!doctype html><html lang="id"><head><title>Uji</title>
<link rel="stylesheet" href="{up}aset/situs.css"><script src="{up}aset/situs.js" defer></script>
</head><body><p><a href="{up}data/?cari=a&amp;b=c#isi">Data</a> <a href="{up}">Beranda</a>
<a href="pbi.csv">CSV</a> <a href="#isi">Isi</a> <a href="https://contoh.go.id/data/">Lain</a></p>
<form action="{up}cari/"><input name="q"></form>
<img src="{up}aset/jauh.png" loading="lazy" alt="">
</body></html>"""


def written(base: str = "/") -> dict[str, bytes]:
    """The files of one small site, not yet sealed."""
    pages = {"index.html": "", "data/index.html": "../", "data/pbi/index.html": "../../"}
    lost = f'<a href="{base}">Ke beranda</a> <a href="{base}data/">Data</a>'
    return {
        **{name: PAGE.format(up=up or "./").encode() for name, up in pages.items()},
        "404.html": lost.encode(),
        "aset/situs.css": STYLE.encode(),
        "aset/situs.js": b"// sebuah skrip\n" * 100,
        "data/pbi/pbi.csv": b"tahun,jumlah\n" + b"2024,1\n" * 300,
        "data.sqlite": b"SQLite format 3\0" * 200,
        "sitemap.xml": b"<urlset>" + b"<url/>" * 300 + b"</urlset>",
        "sitemap.xml.gz": gzip.compress(b"yang sudah ada", mtime=0),
        "pagefind/pagefind.js": b"// mesin pencari\n" * 100,
        **{name: data.encode() for name, data in server_files(False, base).items()},
    }


def sealed_in(folder: Path, files: Mapping[str, bytes]) -> Path:
    """The files in a folder, under their seal."""
    write_files(folder, files)
    write_files(folder, seal(folder, folder, (), DAY))
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """One agency's site."""
    return sealed_in(tmp_path / "site", written())


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    """A portal with one agency below it, at a path of its host."""
    folder = sealed_in(tmp_path / "site", written("/kota/"))
    sealed_in(folder / "kota-a", written("/kota/kota-a/"))
    return folder


def refusal(folder: Path) -> str:
    """What is said, with its mend."""
    with pytest.raises(packing.Unsealed) as told:
        packing.sealed_site(folder)
    return f"{told.value} {text(told.value.remedy)}"


def test_a_whole_site_is_known_with_its_day(site: Path) -> None:
    found = packing.sealed_site(site)
    assert found.day == DAY
    assert found.sites == ("",)
    assert len(found.files) == len(written()) + 2


def test_no_site_is_told_to_be_built(tmp_path: Path) -> None:
    assert "Jalankan `make site` dulu" in refusal(tmp_path / "site")


def test_a_page_with_a_raw_reference_is_refused_by_its_name(site: Path) -> None:
    page = site / "data/pbi/index.html"
    page.write_text("<p>Ada {{ angka: pkh tahun=2024 }} keluarga.</p>")
    said = refusal(site)
    assert "`data/pbi/index.html`" in said
    assert "`{{ angka: pkh tahun=2024 }}`" in said
    assert "make site" in said


def test_what_another_builder_made_is_refused_though_nobody_sealed_it(tmp_path: Path) -> None:
    write_files(tmp_path / "site", {"index.html": b"<p>{{ angka: pkh }}</p>"})
    assert "SHA256SUMS" in refusal(tmp_path / "site")


def test_a_reference_that_the_guide_quotes_is_none(tmp_path: Path) -> None:
    quoted = {**written(), "panduan/index.html": b"<pre>{{ angka: pkh }}</pre>"}
    assert packing.sealed_site(sealed_in(tmp_path / "site", quoted)).day == DAY


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("data/pbi/pbi.csv", b"tahun,jumlah\n2024,2\n", "berubah sesudah situs dibangun"),
        ("catatan-pribadi.txt", b"rahasia", "tidak dibuat oleh `make site`"),
        (SUMS, b"bukan sidik\n", "rusak"),
    ],
    ids=["changed", "strange", "damaged"],
)
def test_whatever_is_not_as_it_was_sealed_is_refused(
    name: str, data: bytes, said: str, site: Path
) -> None:
    (site / name).write_bytes(data)
    assert said in refusal(site)


def test_a_file_that_is_gone_is_refused(site: Path) -> None:
    (site / "aset/situs.js").unlink()
    assert "hilang dari situs: aset/situs.js" in refusal(site)


def test_the_same_site_is_packed_into_the_same_bytes(portal: Path, tmp_path: Path) -> None:
    found = packing.sealed_site(portal)
    for name in ("a", "b"):
        packing.lay_zip(tmp_path / name, packing.parcel_files(found), DAY)
        (portal / "index.html").touch()
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    with zipfile.ZipFile(tmp_path / "a") as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 30, 0, 0, 0)}
        assert archive.testzip() is None


def test_what_a_browser_unpacks_is_the_file(site: Path) -> None:
    files = dict(packing.parcel_files(packing.sealed_site(site)))
    for name in ("aset/situs.css", "aset/situs.js", "data/pbi/pbi.csv"):
        assert gzip.decompress(files[f"{name}.gz"]) == files[name]
        assert brotli.decompress(files[f"{name}.br"]) == files[name]
    assert not {"404.html.gz", ".nojekyll.gz"} & files.keys()


def test_what_the_site_has_packed_itself_stays(site: Path) -> None:
    laid = list(packing.parcel_files(packing.sealed_site(site)))
    assert [name for name, _ in laid].count("sitemap.xml.gz") == 1
    assert gzip.decompress(dict(laid)["sitemap.xml.gz"]) == b"yang sudah ada"


def test_each_site_of_a_portal_has_its_own_lost_page(portal: Path) -> None:
    files = dict(packing.parcel_files(packing.sealed_site(portal)))
    assert b"\nErrorDocument 404 /kota/404.html\n" in files[".htaccess"]
    assert files["kota-a/.htaccess"].endswith(b"\nErrorDocument 404 /kota/kota-a/404.html\n")
    assert files[".nojekyll"] == b""


def test_a_folder_takes_the_place_of_the_old_one(site: Path, tmp_path: Path) -> None:
    target = tmp_path / "paket"
    write_files(target, {"lama.html": b""})
    packing.lay_folder(target, packing.parcel_files(packing.sealed_site(site)))
    assert not (target / "lama.html").exists()
    assert (target / ".htaccess").read_bytes() == (site / "server/apache.conf").read_bytes()


def test_links_of_the_offline_copy_name_files(site: Path) -> None:
    page = dict(packing.offline_files(packing.sealed_site(site)))["data/pbi/index.html"].decode()
    for link in (
        'href="../../data/index.html?cari=a&amp;b=c#isi"',
        'href="../../index.html"',
        'href="pbi.csv"',
        'href="#isi"',
        'href="https://contoh.go.id/data/"',
        'action="../../cari/index.html"',
    ):
        assert link in page


def test_the_offline_copy_bears_seals_of_its_own(portal: Path, tmp_path: Path) -> None:
    files = dict(packing.offline_files(packing.sealed_site(portal)))
    assert "kota-a/404.html" not in files
    assert "pagefind/pagefind.js" not in files
    assert "make" not in files["BACA-DULU.txt"].decode()
    write_files(tmp_path / "salinan", {k: v for k, v in files.items() if k != "BACA-DULU.txt"})
    assert packing.sealed_site(tmp_path / "salinan").sites == ("", "kota-a/")


def test_a_first_view_counts_what_is_fetched_at_once(site: Path) -> None:
    found = packing.page_weights(packing.sealed_site(site))
    (page,) = [one for one in found if one.address == "data/pbi/index.html"]
    sizes = {
        name: len(gzip.compress((site / name).read_bytes(), 9, mtime=0))
        for name in ("data/pbi/index.html", "aset/situs.css", "aset/situs.js")
    }
    assert (page.kind, page.requests) == ("dataset", 3)
    assert page.bytes == sum(sizes.values())
    assert page.scripts == sizes["aset/situs.js"]
    assert page.is_within


def test_a_page_that_costs_too_much_is_told_first(tmp_path: Path) -> None:
    noise = "".join(f"{number * 7919 % 99991:05}" for number in range(60_000))
    heavy = {**written(), "profil/index.html": f"<p>{noise}</p>".encode()}
    weights = packing.page_weights(packing.sealed_site(sealed_in(tmp_path / "site", heavy)))
    first, *_ = packing.by_type(weights)
    assert (first.heaviest.address, first.too_heavy) == ("profil/index.html", 1)
    head, line, *_ = packing.weights_table(weights).decode().splitlines()
    assert head == "alamat,jenis,bita,bita_skrip,permintaan,sesuai_batas"
    assert line.startswith("profil/index.html,halaman lain,")
    assert line.endswith(",1,tidak")
