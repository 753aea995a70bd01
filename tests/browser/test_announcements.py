"""Urgent announcements between two builds: due to the minute, gone to the minute, true without."""

from __future__ import annotations

import csv
import json
from functools import partial
from pathlib import Path

import pytest
from axe import violations
from playwright.sync_api import Locator, Page, expect

from announcements import FOLDER, TABLE, add_register
from programs import run, well
from support import Once, OpenPage, Serve, copy_of

BUILT = "2026-11-22"
DUE, OVER = "2026-11-24T14:30:00+07:00", "2026-11-25T00:00:00+07:00"
PAGES = ("", "data/penerima/", "404.html")


@pytest.fixture(scope="module")
def announced(origin: Path, once: Once) -> Path:
    """A repository whose register has one announcement, built for two days.

    Its folders are called like the days: one is two days before the announcement is due.
    """
    return once("diumumkan", partial(publish_announced, origin))


def publish_announced(origin: Path, folder: Path) -> None:
    project = add_register(copy_of(origin, folder))
    register = project / FOLDER
    descriptor = json.loads((register / "datapackage.json").read_text("utf-8"))
    field = {"name": "jam_mulai", "title": "Jam mulai", "description": "Jam mulainya."}
    fields = descriptor["resources"][0]["schema"]["fields"]
    fields.append({**field, "type": "string", "peran": "keterangan"})
    (register / "datapackage.json").write_text(json.dumps(descriptor), "utf-8")
    head, row = csv.reader((project / TABLE).read_text("utf-8").splitlines())
    row[0], row[2], row[3] = "Banjir & <b>angin</b>", DUE[:10], DUE[:10]
    with (project / TABLE).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([[*head, "jam_mulai"], [*row, DUE[11:16]]])
    for day in (BUILT, DUE[:10]):
        alone = ("build", "-q", "-s", "-d", str(folder / day))
        well(run(project, "-m mkdocs", *alone, INSTANSI="contoh", TANGGAL=day))


@pytest.fixture(scope="module")
def build(announced: Path, serve: Serve) -> str:
    """Where the site is served that was built on BUILT."""
    return serve(announced / BUILT)


def at(page: Page, moment: str) -> None:
    """Read the page again on a device whose clock tells that moment."""
    page.clock.install(time=moment)
    page.reload()


def banner(page: Page) -> Locator:
    return page.locator(".pengumuman")


@pytest.mark.parametrize("path", PAGES)
def test_it_appears_when_due_and_goes_when_over(path: str, open_page: OpenPage, build: str) -> None:
    page = open_page(path, address=build)
    at(page, "2026-11-24T14:29:40+07:00")
    expect(banner(page)).to_be_hidden()
    page.clock.fast_forward("00:40")
    region = page.get_by_role("region", name="Pengumuman serta merta")
    expect(region.get_by_role("status")).to_contain_text("Banjir & <b>angin</b>")
    page.clock.fast_forward("09:30:00")
    expect(banner(page)).to_be_hidden()
    assert page.problems == []  # type: ignore[attr-defined]


@pytest.mark.parametrize("zone", ["Asia/Jayapura", "America/New_York"])
def test_it_is_due_by_the_agencys_clock_not_the_readers(
    zone: str, open_page: OpenPage, build: str
) -> None:
    page = open_page("", address=build, timezone_id=zone)
    at(page, "2026-11-24T14:29:00+07:00")
    expect(banner(page)).to_be_hidden()
    at(page, "2026-11-24T14:31:00+07:00")
    expect(banner(page)).to_be_visible()


@pytest.mark.parametrize("path", PAGES)
def test_without_a_script_it_says_from_when_to_when(
    path: str, open_page: OpenPage, build: str
) -> None:
    page = open_page(path, address=build, java_script_enabled=False)
    expect(banner(page)).to_be_visible()
    expect(banner(page)).to_contain_text("Berlaku pada 24 November 2026 mulai pukul 14.30 WIB.")


def test_a_device_with_a_wrong_clock_hides_nothing(
    open_page: OpenPage, announced: Path, serve: Serve
) -> None:
    page = open_page("", address=serve(announced / DUE[:10]))
    at(page, "1980-01-06T00:00:00Z")
    expect(banner(page)).to_be_visible()


def test_axe_finds_nothing_in_it(open_page: OpenPage, build: str) -> None:
    page = open_page("", address=build, reduced_motion="reduce")
    at(page, "2026-11-24T15:00:00+07:00")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for path in ("data/", "404.html"):
            page.goto(f"{build}/{path}")
            expect(banner(page)).to_be_visible()
            assert violations(page) == [], f"{path}, {scheme}"


def test_it_leads_to_all_that_must_be_said(open_page: OpenPage, build: str) -> None:
    page = open_page("data/penerima/", address=build)
    at(page, "2026-11-24T15:00:00+07:00")
    banner(page).get_by_role("link").click()
    expect(page.locator("section:target h3")).to_have_text("Banjir & <b>angin</b>")
    expect(page.locator("section:target")).to_contain_text("Ke balai kelurahan.")
