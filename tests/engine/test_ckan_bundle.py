"""ckan.zip put into a portal as its instructions say: nothing that is there gets lost."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ckan_portal import TOKEN, FakeCkan, fake_ckan
from clients import client_folder
from profil_terbuka import downloads
from profil_terbuka.catalogues.ckan import bundle
from profil_terbuka.catalogues.entries import entry
from profil_terbuka.read import catalog
from profil_terbuka.system.cache import Cache
from support import BASE

SITE = "https://data.contoh.example/dinas/"
NAME = "contoh-penerima"


@pytest.fixture
def portal() -> Iterator[FakeCkan]:
    with fake_ckan() as found:
        yield found


def unpacked(folder: Path, site: str | None) -> Path:
    """The bundle of the invented agency, whose site lies at that address or has none."""
    known = catalog.load(BASE, "contoh").catalog or pytest.fail("the base does not load")
    agency = replace(known.agency, site_url=site)
    known = replace(known, agency=agency)
    (dataset,) = known.datasets
    files = downloads.dataset_downloads(dataset, agency, Cache(folder / "made"))
    entries = [entry(dataset, known, downloads.dataset_offer(dataset, files), files)]
    data = bundle(agency, entries, {f"data/penerima/{name}": one for name, one in files.items()})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        archive.extractall(folder / "paket")
    return folder / "paket"


def upload(folder: Path, portal: FakeCkan, *more: str, token: str = TOKEN) -> str:
    command = [sys.executable, "unggah.py", "--portal", portal.address, "--token", token, *more]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode == int("ditolak" in done.stdout)
    return done.stdout


def test_a_dataset_is_made_with_links_to_its_files(portal: FakeCkan, tmp_path: Path) -> None:
    said = upload(unpacked(tmp_path, SITE), portal)
    assert said == "penerima: terkirim (Penerima bantuan per kecamatan)\n"
    made = portal.datasets[NAME]
    assert made["owner_org"] == "contoh"
    links = [one["url"] for one in made["resources"]]
    assert f"{SITE}data/penerima/penerima.csv" in links
    assert len(links) == len(set(links)) > 5
    assert portal.uploads == {}


def test_files_of_a_site_without_address_are_sent_along(portal: FakeCkan, tmp_path: Path) -> None:
    folder = unpacked(tmp_path, None)
    upload(folder, portal, "--organisasi", "diskominfo")
    assert portal.datasets[NAME]["owner_org"] == "diskominfo"
    sent = dict(portal.uploads.values())
    assert sent["penerima.csv"] == (folder / "penerima/penerima.csv").read_bytes()
    assert {name.rpartition(".")[2] for name in sent} == {"csv", "xlsx"}


def test_renewing_keeps_what_is_there(portal: FakeCkan, tmp_path: Path) -> None:
    """Uploads, files that people of the portal added, and their own extras."""
    folder = unpacked(tmp_path, SITE)
    upload(folder, portal, "--berkas")
    made = portal.datasets[NAME]
    before = len(made["resources"])
    uploads = dict(portal.uploads)
    assert uploads
    made["resources"].append({"id": "lain", "url": "https://portal.example/peta.pdf"})
    made["extras"].append({"key": "penanggung_jawab", "value": "Bidang data"})
    made["title"] = "Judul lama"
    upload(folder, portal)
    assert made["title"] == "Penerima bantuan per kecamatan"
    assert len(made["resources"]) == before + 1
    assert "lain" in {one["id"] for one in made["resources"]}
    assert "penanggung_jawab" in {one["key"] for one in made["extras"]}
    assert portal.uploads == uploads
    kept = [one for one in made["resources"] if one["id"] in uploads]
    assert {one["url_type"] for one in kept} == {"upload"}
    assert "package_update" not in portal.asked


def test_a_renewed_file_takes_the_place_of_the_old_one(portal: FakeCkan, tmp_path: Path) -> None:
    folder = unpacked(tmp_path, SITE)
    upload(folder, portal, "--berkas")
    (folder / "penerima/penerima.csv").write_bytes(b"baru\n")
    before = len(portal.datasets[NAME]["resources"])
    upload(folder, portal, "--berkas")
    assert len(portal.datasets[NAME]["resources"]) == before
    assert dict(portal.uploads.values())["penerima.csv"] == b"baru\n"


def test_only_what_is_asked_for_is_sent(portal: FakeCkan, tmp_path: Path) -> None:
    folder = unpacked(tmp_path, SITE)
    assert upload(folder, portal, "lain") == ""
    assert portal.asked == []
    upload(folder, portal, "penerima")
    assert NAME in portal.datasets


def test_a_refusal_is_told(portal: FakeCkan, tmp_path: Path) -> None:
    said = upload(unpacked(tmp_path, SITE), portal, token="salah")
    assert said.startswith("penerima: ditolak portal. package_show: 403")
    assert "ditolak 403" in said
    assert portal.datasets == {}


def test_ckanapi_loads_all_at_once(portal: FakeCkan, tmp_path: Path) -> None:
    folder = unpacked(tmp_path, SITE)
    ckanapi = client_folder("ckan") / "bin" / "ckanapi"
    told = (folder / "BACA-SAYA.txt").read_text("utf-8")
    (command,) = (line.split() for line in told.splitlines() if "ckanapi load" in line)
    there = {"ckanapi": str(ckanapi), "https://PORTAL": portal.address, "TOKEN": TOKEN}
    own = [there.get(word, word) for word in command]
    path = {**os.environ, "PATH": f"{ckanapi.parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(own, cwd=folder, env=path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert portal.datasets[NAME]["resources"][0]["url"].startswith(SITE)


def test_the_instructions_delete_nothing(tmp_path: Path) -> None:
    """Followed with curl as well: an update with an empty list empties a dataset of its uploads."""
    for number, site in enumerate((SITE, None)):
        folder = unpacked(tmp_path / str(number), site)
        told = (folder / "BACA-SAYA.txt").read_text("utf-8")
        commands = [line for line in told.splitlines() if line.startswith("   ")]
        assert not [line for line in commands if "package_update" in line]
        assert '{"rdf_format": "turtle"}' in told
        for line in (folder / "datasets.jsonl").read_text("utf-8").splitlines():
            assert json.loads(line).get("resources") != []
