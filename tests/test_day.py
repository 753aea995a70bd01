"""The day of publication: an input like the data, in the agency's own time zone."""

from __future__ import annotations

import datetime
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from profil_terbuka import pipeline as site
from profil_terbuka.model import timezones
from profil_terbuka.read import agency
from profil_terbuka.system import clock
from profil_terbuka.system.cache import Cache
from profil_terbuka.words import catalogues as words
from support import BASE, Run, add_program, change, snapshot

LATE = "1795278600"
"""2026-11-21T16:30Z: in western Indonesia still that day, in the east already the next."""
IDENTITY = "datasets/contoh/instansi.yml"


def day(zone: datetime.timezone = timezones.WIB) -> str:
    return clock.today(zone).isoformat()


# What the environment names


def test_a_named_day_counts_before_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(clock.VARIABLE, LATE)
    monkeypatch.setenv(clock.DAY, "2027-03-31")
    assert day() == "2027-03-31"


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        (timezones.WIB, "2026-11-21"),
        (timezones.WITA, "2026-11-22"),
        (timezones.WIT, "2026-11-22"),
    ],
    ids=str,
)
def test_a_moment_lies_in_the_agencys_day(
    zone: datetime.timezone, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(clock.VARIABLE, LATE)
    assert day(zone) == said


def test_without_either_it_is_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(clock.VARIABLE, "")
    clock.check_clock()
    before = datetime.datetime.now(timezones.WIT).date()
    assert before <= clock.today(timezones.WIT) <= datetime.datetime.now(timezones.WIT).date()
    assert clock.VARIABLE not in os.environ  # MkDocs would take an empty one for a number


def test_a_held_clock_stands_still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(clock.VARIABLE)
    monkeypatch.setenv("TZ", "Asia/Jayapura")
    clock.check_clock()
    clock.hold()
    assert abs(int(os.environ[clock.VARIABLE]) - datetime.datetime.now().timestamp()) < 60
    assert os.environ["TZ"] == "UTC"


@pytest.mark.parametrize(
    "text",
    ["2026-02-30", "besok", "22-11-2026", "20261122", "2026-W47-7", "1969-07-20", "9999-1-1"],
)
def test_an_impossible_day_is_refused(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(clock.DAY, text)
    with pytest.raises(clock.WrongClock) as refused:
        clock.check_clock()
    assert str(refused.value).startswith(f"TANGGAL={text} bukan tanggal")
    assert "misalnya TANGGAL=2026-11-22" in str(refused.value)


@pytest.mark.parametrize("text", ["kemarin", "-1", "99999999999", "1.5"])
def test_an_impossible_moment_is_refused(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(clock.VARIABLE, text)
    with pytest.raises(clock.WrongClock, match="bukan bilangan detik"):
        clock.check_clock()


@pytest.mark.parametrize("script", ["bangun.py", "periksa.py", "kepatuhan.py"])
def test_every_command_refuses_it_in_one_line(script: str, run: Run) -> None:
    result = run(script, TANGGAL="2026-02-30")
    assert result.returncode == 2
    assert len(result.stderr.splitlines()) == 1
    assert "misalnya TANGGAL=2026-11-22" in result.stderr


# Time zones


@pytest.mark.parametrize(
    ("region", "zone"),
    [
        ("11.71", timezones.WIB),
        ("35", timezones.WIB),
        ("61.71", timezones.WIB),
        ("62.71.01.1001", timezones.WIB),
        ("63.71", timezones.WITA),
        ("51.71", timezones.WITA),
        ("73.71", timezones.WITA),
        ("81.71", timezones.WIT),
        ("91.71", timezones.WIT),
        ("99.01", timezones.NATIONAL),
    ],
)
def test_a_region_keeps_the_time_of_its_province(region: str, zone: datetime.timezone) -> None:
    assert timezones.of_region(region) is zone


def test_an_agency_may_keep_another_time(data: Path) -> None:
    identity = data / IDENTITY
    identity.write_text(identity.read_text("utf-8") + "zona_waktu: WITA\n", "utf-8")
    loaded, _ = agency.read_agency(identity.parent, IDENTITY)
    assert loaded is not None
    assert loaded.zone is timezones.WITA


def test_an_unknown_time_zone_is_refused(data: Path) -> None:
    identity = data / IDENTITY
    identity.write_text(identity.read_text("utf-8") + "zona_waktu: GMT\n", "utf-8")
    loaded, (found,) = agency.read_agency(identity.parent, IDENTITY)
    assert loaded is None
    assert "WITA" in words.text(found.message)


def test_an_agency_is_judged_by_its_own_day(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(clock.VARIABLE, LATE)
    change(data / IDENTITY, 'wilayah: "99.01"', 'wilayah: "91.71"')
    assert site.check(data, "contoh", Cache(tmp_path / "cache")).day.isoformat() == "2026-11-22"


# Built for a day


@pytest.fixture(scope="module")
def built_on(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """The invented agency and the portal as built for two days, the first of them twice, later."""
    made = {}
    for name, given in (("lama", "2026-11-22"), ("baru", "2026-11-23"), ("ulang", "2026-11-22")):
        project = add_program(shutil.copytree(BASE, tmp_path_factory.mktemp(name) / "repo"))
        environment = {**os.environ, clock.DAY: given}
        command = [sys.executable, str(project / "scripts" / "bangun.py")]
        result = subprocess.run(
            command, env=environment, capture_output=True, text=True, check=False
        )
        assert result.returncode == 0, result.stderr
        made[name] = snapshot(project / "site")
    return made


def test_a_day_is_built_again_byte_for_byte(built_on: dict[str, dict[str, bytes]]) -> None:
    assert built_on["ulang"] == built_on["lama"]


def test_two_days_differ_only_in_what_hangs_on_the_day(
    built_on: dict[str, dict[str, bytes]],
) -> None:
    old, new = built_on["lama"], built_on["baru"]
    assert old.keys() == new.keys()
    sealed = {"SHA256SUMS", "bukti-terbit.json", "sitemap.xml.gz"}
    aged = {"catalog.jsonld", "catalog.ttl"}  # they tell how old the data are
    pages = {f"contoh/data/{name}" for name in ("mutu/index.html", "penerima/index.html")}
    expected = {f"{folder}{name}" for folder in ("", "contoh/") for name in sealed | aged}
    assert {name for name in old if old[name] != new[name]} == {
        *expected,
        *pages,
        "contoh/data/mutu/mutu.csv",
    }


@pytest.mark.parametrize("folder", ["", "contoh/"])
def test_the_proof_tells_the_day(folder: str, built_on: dict[str, dict[str, bytes]]) -> None:
    assert json.loads(built_on["baru"][f"{folder}bukti-terbit.json"])["tanggal"] == "2026-11-23"
