"""Sites built for a day: the same day again is the same bytes."""

from __future__ import annotations

import json
import shutil
from functools import partial
from pathlib import Path

import pytest

from profil_terbuka.system import clock
from programs import run, well
from support import Once, copy_of, snapshot


@pytest.mark.parametrize("script", ["bangun.py", "periksa.py", "kepatuhan.py"])
def test_every_command_refuses_an_impossible_day_in_one_line(script: str, project: Path) -> None:
    result = run(project, script, TANGGAL="2026-02-30")
    assert result.returncode == 2
    assert len(result.stderr.splitlines()) == 1
    assert "misalnya TANGGAL=2026-11-22" in result.stderr


@pytest.fixture(scope="module")
def built_on(origin: Path, once: Once) -> dict[str, dict[str, bytes]]:
    """The invented agency and the portal as built for two days, the first of them twice, later."""
    days = {"lama": "2026-11-22", "baru": "2026-11-23", "ulang": "2026-11-22"}
    return {
        name: snapshot(once(f"hari-{name}", partial(build_for, day, origin)) / "site")
        for name, day in days.items()
    }


def build_for(day: str, origin: Path, folder: Path) -> None:
    """Build anew: nothing is left of the site for another day, and what is kept has no day."""
    copy_of(origin, folder)
    shutil.rmtree(folder / "site")
    well(run(folder, "bangun.py", **{clock.DAY: day}))


def test_a_day_is_built_again_byte_for_byte(built_on: dict[str, dict[str, bytes]]) -> None:
    assert built_on["ulang"] == built_on["lama"]


def test_two_days_differ_only_in_what_hangs_on_the_day(
    built_on: dict[str, dict[str, bytes]],
) -> None:
    old, new = built_on["lama"], built_on["baru"]
    assert old.keys() == new.keys()
    sealed = {"SHA256SUMS", "bukti-terbit.json", "sitemap.xml.gz"}
    aged = {"catalog.jsonld", "catalog.rdf", "catalog.ttl"}  # they tell how old the data are
    folders = ("mutu", "penerima", "jadwal")
    pages = {f"contoh/data/{name}/index.{kind}" for name in folders for kind in ("html", "md")}
    expected = {f"{folder}{name}" for folder in ("", "contoh/") for name in sealed | aged}
    assert {name for name in old if old[name] != new[name]} == {
        *expected,
        *pages,
        "contoh/data/mutu/mutu.csv",
        "contoh/data/jadwal/jadwal.ics",
    }


@pytest.mark.parametrize("folder", ["", "contoh/"])
def test_the_proof_tells_the_day(folder: str, built_on: dict[str, dict[str, bytes]]) -> None:
    assert json.loads(built_on["baru"][f"{folder}bukti-terbit.json"])["tanggal"] == "2026-11-23"
