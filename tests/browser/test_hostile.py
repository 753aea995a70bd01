"""Data is data: hostile titles, cells, categories and notes are shown as text and never run.

What Markdown makes of hostile pages is refused before it is published (tests/test_allowed.py); here
a browser tells that those attacks are real, and that what passes is harmless.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest
from hosts import Guarded
from playwright.sync_api import Browser
from trying import begin, ran

from payloads import ACTIVE, INERT
from profil_terbuka.read import hygiene
from programs import run, well
from rendering import rendered
from support import Once, Serve, copy_of

# What holds a character that no text may hold does not get as far as the site.
ALL = " ".join(filter(hygiene.clean, (*ACTIVE, *INERT))).replace("{{", "{ {")
TABS = 6
GONE = ("lama/berkas.html", "lama/halaman/")
ATTACK = "\"'><img src=x onerror=window.xss=1><script>window.xss=1</script>{{ angka: x }}"
MARKDOWN = "[x](javascript:window.xss=1) <svg onload=window.xss=1> **tebal** `kode` </title>"


HOSTILE_PAGES = (
    "",
    "data/",
    "data/penerima/",
    "data/penerima/penerima-dosir.html",
    "data/penerima/sematan/",
    "data/penerima/v/1.0.0/sematan/per-kecamatan/",
    "data/mutu/",
    "verifikasi/",
    "cari/?q=<img src=x onerror=xss()>",
    "lama/berkas.html",
    "lama/halaman/",
)
"""Where the attacked texts stand; the last two are notices of what is gone."""


@pytest.fixture(scope="module")
def attacked(origin: Path, once: Once) -> Path:
    """site/ of the invented agency with attacks in every text that data may hold."""
    return once("diserang", partial(publish_attacked, origin)) / "site"


def publish_attacked(origin: Path, folder: Path) -> None:
    project = copy_of(origin, folder)
    descriptor = project / "datasets/contoh/penerima/datapackage.json"
    package = json.loads(descriptor.read_text("utf-8"))
    package["title"] = f"Judul {ATTACK}"
    package["description"] = f"Uraian {MARKDOWN} {ATTACK} {ALL}"
    package["sources"][0]["title"] = f"Sumber {ATTACK}"
    package["grafik"][0]["judul"] = f"Grafik {ATTACK}"
    package["catatan"][0]["alasan"] = f"Alasan {ATTACK} {MARKDOWN} {ALL}"
    for resource in package["resources"]:
        resource["title"] = f"Tabel {ATTACK}"
        for field in resource["schema"]["fields"]:
            field["title"] = f"Kolom {ATTACK}"
            field["description"] = f"Arti {MARKDOWN} {ALL}"
    package["aturan"] = [rule for rule in package["aturan"] if rule["jenis"] == "jumlah"]
    descriptor.write_text(json.dumps(package), "utf-8")
    table = project / "datasets/contoh/penerima/penerima.csv"
    cell = '"' + ATTACK.replace('"', '""') + '"'
    table.write_text(table.read_text("utf-8").replace("Utara", f"U {cell[1:-1]}"), "utf-8")
    text = table.read_text("utf-8").replace(f"U {cell[1:-1]}", f'"U {cell[1:]}')
    table.write_text(text, "utf-8")
    quoted = ATTACK.replace('"', '""')
    rows = "".join(f'{old},,"Alasan {quoted}",2024-01-01\n' for old in GONE)
    retired = project / "datasets/contoh/pensiun.csv"
    retired.write_text(f"alamat,menuju,alasan,tanggal\n{rows}", "utf-8")
    well(run(project, "bangun.py"))


def test_attacks_are_shown_as_text(attacked: Path, browser: Browser) -> None:
    page = browser.new_page()
    dialogs: list[str] = []
    page.add_init_script("window.xss = () => alert('xss')")
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    for name in ("data/penerima/", "data/", ""):
        page.goto((attacked / "contoh" / name / "index.html").as_uri())
        page.wait_for_load_state("load")
        assert page.evaluate("typeof window.xss") == "function"
        assert page.locator("main img[src=x], main a[href^=javascript]").count() == 0
    assert dialogs == []
    page.goto((attacked / "contoh/data/penerima/index.html").as_uri())
    assert ATTACK in page.locator("h1").inner_text()
    assert ATTACK in (page.locator("main table th[scope=row]").first.text_content() or "")
    page.close()


def test_attacks_meet_the_policy_in_vain(attacked: Path, browser: Browser, serve: Serve) -> None:
    """The same pages from a host that sends the published headers: nothing even tries to run."""
    address = serve(attacked, Guarded)
    context = browser.new_context()
    dialogs: list[str] = []
    context.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    context.add_init_script(
        "window.xss = () => alert('xss'); window.broken = [];"
        "document.addEventListener('securitypolicyviolation',"
        " ({ effectiveDirective }) => window.broken.push(effectiveDirective))"
    )
    pages = {name: context.new_page() for name in HOSTILE_PAGES}
    for name, page in pages.items():
        page.goto(f"{address}/contoh/{name}")
    for name, page in pages.items():
        page.wait_for_load_state("networkidle")
        assert page.evaluate("typeof window.xss") == "function", name
        assert page.evaluate("window.broken") == [], name
        assert page.locator("[http-equiv=Content-Security-Policy]").count() == 1, name
    assert dialogs == []
    context.close()


def test_attacks_in_drawings_are_text(attacked: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.goto((attacked / "contoh/data/penerima/per-kecamatan.svg").as_uri())
    assert page.evaluate("window.xss === undefined")
    assert page.locator("script, img").count() == 0
    page.close()


def test_corpus_is_live_and_what_passes_is_not(browser: Browser) -> None:
    context = browser.new_context()
    context.add_init_script("window.ran = 0; window.xss = () => window.ran++")
    context.route("**/*", lambda route: route.abort())
    tabs = [context.new_page() for _ in range(TABS)]

    def running(payloads: Sequence[str]) -> list[str]:
        """Those that run, several tried at a time."""
        found = []
        for first in range(0, len(payloads), TABS):
            tried = list(zip(tabs, payloads[first : first + TABS], strict=False))
            for page, payload in tried:
                page.goto("about:blank")
                page.evaluate(
                    "html => { document.open(); document.write(html); document.close() }",
                    rendered(payload),
                )
                begin(page)
            found += [payload for page, payload in tried if ran(page)]
        return found

    live = running(ACTIVE)
    assert len(live) > len(ACTIVE) / 2, live
    assert running(INERT) == []
    context.close()
