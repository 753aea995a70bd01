"""A newcomer's day: from the wheel and an empty folder to a served site that CKAN harvests."""

from __future__ import annotations

import json
import re
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote, urlsplit

import servers
import spreadsheets
from clients import read_by
from installed_wheel import BEGIN, NAME, SLUG, Done, run, well
from profil_terbuka.hosting import facts
from profil_terbuka.model.release import VERSION
from profil_terbuka.web import policy
from support import fill_open_places, records, snapshot

SHEET = (
    ("Kecamatan", "Tahun", "Jumlah Puskesmas"),
    ("Pontianak Utara", 2023, 12),
    ("Pontianak Timur", 2023, 9),
    ("Pontianak Utara", 2024, 13),
    ("Pontianak Timur", 2024, 9),
)
SERVERS_OWN = re.compile(r"\.(gz|br)$|(^|/)\.|^server/")
"""What a parcel holds for its server alone: packed files, hidden ones, rules."""
PAGES = {
    "": "the portal",
    "data/": "its catalogue",
    "panduan/": "the staff guide",
    f"{SLUG}/": "the agency",
    f"{SLUG}/profil/": "a page that people write",
    f"{SLUG}/data/": "a catalogue",
    f"{SLUG}/data/puskesmas/": "a dataset",
    f"{SLUG}/data/puskesmas/puskesmas-dosir.html": "a page to keep",
    f"{SLUG}/data/puskesmas/sematan/per-tahun/": "a chart for other sites",
    f"{SLUG}/data/mutu/": "the quality of the data",
    f"{SLUG}/ppid/": "the information desk",
    f"{SLUG}/ppid/kepatuhan/": "what the law asks",
}
"""A page of each kind that must be there; all others are asked for as well."""


class Clock:
    """Prints what each step of a day took: `pytest -s`."""

    def __init__(self) -> None:
        self.last = time.monotonic()

    def tell(self, step: str) -> None:
        now = time.monotonic()
        sys.stdout.write(f"{step:14} {now - self.last:6.1f} s\n")
        self.last = now


def test_a_newcomers_day(
    command: Callable[..., Done], home: Path, wheel_home: Path, tmp_path: Path
) -> None:
    """From the wheel and a workbook to pages on a server and datasets at a harvester."""
    clock = Clock()
    well(command(*BEGIN))
    clock.tell("baru")
    sheet = tmp_path / "puskesmas.xlsx"
    sheet.write_bytes(spreadsheets.xlsx(SHEET))
    well(command("impor", f"BERKAS={sheet}", "SATUAN=unit", "TULIS=1"))
    clock.tell("impor")
    refused = command("periksa")
    assert refused.returncode == 1
    assert f"docs/{SLUG}/index.md" in refused.stderr
    fill_open_places(home, SLUG)
    correction = ("KUNCI=2024 Pontianak Utara", "NILAI=14", "ALASAN=Salah ketik.", "TULIS=1")
    well(command("koreksi", "DATASET=puskesmas", *correction))
    clock.tell("koreksi")
    well(command("periksa", "--strict"))
    clock.tell("periksa")
    well(command("bangun", "--strict", "--jobs", "1"))
    clock.tell("bangun")
    site = home / "site" / SLUG
    _holds_what_was_brought(site)
    assert well(command("bangun", "--strict")).startswith("Tidak ada yang berubah")
    clock.tell("bangun lagi")
    mkdocs = (wheel_home / "venv/bin/python", "-m", "mkdocs", "build", "--quiet", "-d")
    well(run(home, *mkdocs, tmp_path / "mkdocs"))
    assert snapshot(tmp_path / "mkdocs") == snapshot(site)
    clock.tell("mkdocs")
    well(command("paket"))
    (parcel,) = (home / "paket").glob("*.zip")
    with zipfile.ZipFile(parcel) as packed:
        packed.extractall(tmp_path / "server")
    clock.tell("paket")
    with servers.readable(tmp_path / "server") as root:
        rules = (root / "server/nginx.conf").read_text("utf-8")
        with servers.running(servers.nginx(rules), root) as host:
            _answers_every_address(host, root)
            _shows_its_own_page_for_what_is_lost(host, root)
            clock.tell("nginx")
            _arrives_at_ckan(host, "catalog.ttl", home / "datasets" / SLUG)
            _arrives_at_ckan(host, f"{SLUG}/catalog.ttl", home / "datasets" / SLUG)
            clock.tell("panen CKAN")


def _holds_what_was_brought(site: Path) -> None:
    assert "Dinas &#34;Rekaan&#34; Kota X" in (site / "index.html").read_text("utf-8")
    rows = records((site / "data/puskesmas/puskesmas.csv").read_bytes())
    assert [row["jumlah_puskesmas"] for row in rows] == ["12", "9", "14", "9"]
    assert (site.parent / "panduan/index.html").is_file()
    assert (site / "ppid/kepatuhan/index.html").is_file()
    proof = json.loads((site / "bukti-terbit.json").read_text("utf-8"))
    assert proof["alat"]["profil-terbuka"] == VERSION


def _answers_every_address(host: str, root: Path) -> None:
    """Every file of the site comes as it lies there, called what it is; pages with their policy."""
    asked = set()
    for name in snapshot(root):
        if SERVERS_OWN.search(name):
            continue
        path = name.removesuffix("index.html") if f"/{name}".endswith("/index.html") else name
        answer, body = servers.ask(host, f"/{quote(path)}")
        assert (answer.status, body) == (200, (root / name).read_bytes()), path
        assert answer.getheader("Content-Type") == facts.media_of(name).told, path
        if name.endswith(".html"):
            assert answer.getheader("Content-Security-Policy") == str(_policy_of(path)), path
            asked.add(path)
    assert asked > PAGES.keys()


def _policy_of(path: str) -> policy.Policy:
    if "/sematan/" in path:
        return policy.EMBED
    dossier = path.endswith("-dosir.html")
    return policy.framed_by_own(policy.DOSSIERS if dossier else policy.PAGE)


def _shows_its_own_page_for_what_is_lost(host: str, root: Path) -> None:
    for path, page in {
        "tidak-ada/": "404.html",
        f"{SLUG}/data/tidak-ada/": f"{SLUG}/404.html",
        f"{SLUG}/data/puskesmas/tidak-ada.csv": f"{SLUG}/404.html",
    }.items():
        answer, body = servers.ask(host, f"/{path}")
        assert (answer.status, body) == (404, (root / page).read_bytes()), path
        assert answer.getheader("Content-Security-Policy") == str(_policy_of(path))


def _arrives_at_ckan(host: str, catalogue: str, datasets: Path) -> None:
    """CKAN's parser, which fetches a catalogue from the server, gets all that the agency says."""
    found = {one["title"]: one for one in read_by("ckan", f"{host}/{catalogue}")}
    described = [
        json.loads(path.read_text("utf-8")) for path in datasets.glob("*/datapackage.json")
    ]
    assert {title: one["notes"] for title, one in found.items()} == {
        one["title"]: one["description"] for one in described
    }
    for told in found.values():
        extras = {one["key"]: one["value"] for one in told["extras"]}
        assert extras["contact_name"]
        assert extras["publisher_name"] == NAME
        assert told["license_id"] == "cc-by"
        assert {one["format"] for one in told["resources"]} >= {"CSV", "XLSX", "JSON", "ZIP"}
        for file in told["resources"]:
            answer, _ = servers.ask(host, urlsplit(file["url"]).path, "HEAD")
            assert answer.status == 200, file["url"]
            assert str(answer.getheader("Content-Type")).startswith(file["mimetype"])
            assert int(str(answer.getheader("Content-Length"))) == file["size"]
