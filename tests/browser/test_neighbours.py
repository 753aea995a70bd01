"""Two agencies and the portal on one host: each service worker keeps to its own site."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hosts import Guarded
from playwright.sync_api import Page, expect

from support import OpenPage, Serve

SITES = {"portal": "", "pontianak": "pontianak/", "palangka-raya": "palangka-raya/"}
IN_CHARGE = """async () => {
    const one = await navigator.serviceWorker.getRegistration();
    return navigator.serviceWorker.controller && one ? new URL(one.scope).pathname : null;
}"""
STORES = "caches.keys().then((names) => names.sort())"
KEPT = """async () => {
    const found = {};
    for (const name of await caches.keys()) {
        const requests = await (await caches.open(name)).keys();
        found[name.split(" ")[1]] = requests.map(({ url }) => new URL(url).pathname);
    }
    return found;
}"""


UPDATED = """async () => {
    const one = await navigator.serviceWorker.getRegistration();
    await one.update();
    const fresh = one.installing ?? one.waiting;
    if (fresh?.state === "installing")
        await new Promise((done) => fresh.addEventListener("statechange", done));
}"""
"""Fetches the worker anew and waits until it is installed."""
VISITS = 10
"""The browser lets a new worker take over some time after the last page of the old is closed."""


@pytest.fixture(scope="module")
def copy(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site, of which a test may change files; they are linked, not copied."""
    folder = tmp_path_factory.mktemp("bersama") / "site"
    shutil.copytree(built, folder, copy_function=os.link)
    return folder


@pytest.fixture
def host(copy: Path, serve: Serve) -> str:
    return serve(copy, Guarded)


def settle(page: Page, address: str) -> str:
    """Visit a site until its worker is in charge; returns the worker's scope."""
    for _ in range(VISITS):
        page.goto(address, wait_until="networkidle")
        scope: str | None = page.evaluate(IN_CHARGE)
        if scope is not None:
            return scope
        page.wait_for_timeout(300)
    raise AssertionError(f"no worker took charge of {address} in {VISITS} visits")


@pytest.fixture
def visited(open_page: OpenPage, host: str) -> Page:
    """A page of a browser in which all three sites have been visited, the portal first and last."""
    page = open_page("", host, service_workers="allow")
    for site in SITES.values():
        assert settle(page, f"{host}/{site}") == f"/{site}"
    for path in ("panduan/", "pontianak/statistik/", "palangka-raya/statistik/", "data/"):
        page.goto(f"{host}/{path}", wait_until="networkidle")
    return page


def test_each_has_a_store_of_its_own_pages(visited: Page) -> None:
    kept = visited.evaluate(KEPT)
    assert set(kept) == {"/", "/pontianak/", "/palangka-raya/"}
    for scope in ("/pontianak/", "/palangka-raya/"):
        assert f"{scope}statistik/" in kept[scope]
        assert [path for path in kept[scope] if not path.startswith(scope)] == []
    assert {"/", "/data/", "/panduan/", "/aset/situs.css"} <= set(kept["/"])
    assert [path for path in kept["/"] if path.startswith(("/pontianak/", "/palangka-raya/"))] == []


def test_without_a_connection_each_shows_its_own(visited: Page, host: str) -> None:
    visited.context.set_offline(True)
    for path, title in (
        ("panduan/", "Panduan"),
        ("pontianak/statistik/", "Statistik"),
        ("palangka-raya/statistik/", "Statistik"),
    ):
        visited.goto(f"{host}/{path}")
        expect(visited.locator("h1")).to_contain_text(title)
        for name in ("Pontianak", "Palangka Raya"):
            times = int(path.startswith(name.lower().replace(" ", "-")))
            expect(visited.locator(".kaki h2", has_text=name)).to_have_count(times)


@pytest.mark.parametrize("renewed", SITES)
def test_a_new_version_of_one_leaves_the_others_alone(
    visited: Page, host: str, copy: Path, renewed: str
) -> None:
    site = SITES[renewed]
    before = visited.evaluate(STORES)
    worker = copy / site / "pekerja.js"
    text = worker.read_text("utf-8")
    worker.unlink()  # the file itself is the built site's
    try:
        worker.write_text(text.replace("const STORE = `${KIND}", "const STORE = `${KIND}baru-"))
        visited.goto(f"{host}/{site}")
        visited.evaluate(UPDATED)
        for _ in range(VISITS):
            # Whoever still has a page open keeps the old worker in charge.
            visited.goto("about:blank")
            visited.wait_for_timeout(300)
            visited.goto(f"{host}/{site}", wait_until="networkidle")
            stores = visited.evaluate(STORES)
            renewed_store = f"profil-terbuka /{site} baru-"
            if any(name.startswith(renewed_store) for name in stores) and len(stores) == len(
                before
            ):
                break
        else:
            pytest.fail(f"after {VISITS} visits still {stores}")
    finally:
        worker.unlink()
        worker.write_text(text)
    after = visited.evaluate(STORES)
    own = f"profil-terbuka /{site} "
    assert [name for name in before if not name.startswith(own)] == [
        name for name in after if not name.startswith(own)
    ]
    visited.context.set_offline(True)
    for other in set(SITES.values()) - {site, ""}:
        visited.goto(f"{host}/{other}statistik/")
        expect(visited.locator("h1")).to_contain_text("Statistik")


def test_the_portal_leaves_alone_what_is_not_its_own(
    open_page: OpenPage, host: str, copy: Path
) -> None:
    """An office's other programs on the same host: their pages are never kept."""
    (copy / "aplikasi").mkdir(exist_ok=True)
    (copy / "aplikasi" / "index.html").write_text("<!doctype html><title>x</title><p>Rahasia")
    page = open_page("", host, service_workers="allow")
    settle(page, f"{host}/")
    for path in ("aplikasi/", "pontianak/profil/"):
        assert page.evaluate("(path) => fetch(path).then((answer) => answer.ok)", f"/{path}")
    kept = [path for paths in page.evaluate(KEPT).values() for path in paths]
    assert "/" in kept
    assert not [path for path in kept if path.startswith(("/aplikasi/", "/pontianak/"))]


def test_none_answers_from_the_store_of_another(open_page: OpenPage, host: str) -> None:
    page = open_page("", host, service_workers="allow")
    settle(page, f"{host}/")
    page.evaluate(
        "caches.open('profil-terbuka /pontianak/ x')"
        ".then((store) => store.put('/panduan/lain/', new Response('dari tetangga')))"
    )
    page.context.set_offline(True)
    answer = page.evaluate("fetch('/panduan/lain/').then((one) => one.text(), () => 'tidak ada')")
    assert answer == "tidak ada"
