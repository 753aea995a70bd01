"""The published policy in a real browser: no page breaks it, no attack runs under it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hosts import Guarded, headers, rules
from page_types import PAGE_TYPES
from playwright.sync_api import Browser, Page, Route, expect
from trying import begin, ran

from conftest import browsing, open_tab
from payloads import ACTIVE
from profil_terbuka.web import policy
from rendering import rendered
from support import OpenPage, Serve, Visit, until

CSP = "content-security-policy"
MORE = {
    "cari/": "cari portal",
    "panduan/memasang/": "panduan memasang",
    "palangka-raya/": "beranda",
    "palangka-raya/profil/": "profil",
    "palangka-raya/cari/": "cari",
    "palangka-raya/verifikasi/": "verifikasi",
    "palangka-raya/data/ppks-data/sematan/": "sematan",
    "palangka-raya/404.html": "tidak ditemukan",
    "pontianak/organisasi/": "organisasi",
    "pontianak/cari/": "cari",
    "pontianak/verifikasi/": "verifikasi",
    "pontianak/data/pkh/peta.svg": "gambar peta",
    "pontianak/data/pkh/sematan/": "sematan",
    "pontianak/data/pkh/sematan/peta/": "sematan peta",
    "pontianak/data/pkh/v/1.1.0/sematan/per-kecamatan/": "sematan edisi",
    "pontianak/data/pkh/v/1.0.0/sematan/peta/": "sematan edisi lama",
    "pontianak/data/bidang/sematan/": "sematan tabel",
    "pontianak/data/pkh/v/1.0.0/": "edisi lama",
    "pontianak/data/pkh/pkh-dosir.html": "dosir",
    "pontianak/ppid/serta-merta/": "pengumuman",
    "pontianak/ppid/permohonan/": "permohonan",
    "pontianak/ppid/formulir-keberatan/": "formulir keberatan",
    "tidak-ada/": "alamat tanpa halaman",
}
"""Beside the pages of page_types.py."""
SHARES = 4
"""Into so many tests the pages are dealt out, for processes that share the work."""
TABS = 6
"""So many pages are open at a time: while one waits until nothing comes any more, others load."""
LISTEN = """
    window.broken = [];
    document.addEventListener("securitypolicyviolation", (event) =>
        window.broken.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`));
"""
USE = """() => {
    for (const part of document.querySelectorAll("details")) part.open = true;
    for (const field of document.querySelectorAll("main input[type=search]")) {
        field.value = "a";
        field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    for (const field of document.querySelectorAll("main input[type=date]")) {
        field.value = "2025-01-06";
        field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    document.querySelector(".tombol-tampilan")?.click();
    document.querySelector("button.urut")?.click();
    document.querySelector(".peta-gambar")?.dispatchEvent(
        new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
    document.querySelector(".grafik-titik")?.focus();
}"""


@pytest.fixture(scope="module")
def tabs(browser: Browser, guarded: str) -> Iterator[list[Page]]:
    """Pages for all of this file that note what breaks their policy, and what asks people."""
    with browsing(browser, guarded) as page:
        pages = [page, *(open_tab(page.context, guarded) for _ in range(TABS - 1))]
        for each in pages:
            note_dialogs(each)
            each.add_init_script(LISTEN)
        yield pages


def note_dialogs(page: Page) -> None:
    """`dialogs` tells what a page has asked."""
    page.dialogs = []  # type: ignore[attr-defined]
    page.on("dialog", lambda asked: (page.dialogs.append(asked.message), asked.dismiss()))  # type: ignore[attr-defined]


@pytest.fixture
def guarded_visit(tabs: list[Page], guarded: str) -> Iterator[Visit]:
    """Send one of them to a path of the guarded site; wherever it was, nothing broke the policy."""
    watched = tabs[0]

    def leave() -> None:
        assert watched.evaluate("window.broken ?? []") == []
        assert watched.dialogs == []  # type: ignore[attr-defined]
        watched.goto("about:blank")
        watched.problems.clear()  # type: ignore[attr-defined]

    def start(path: str) -> Page:
        leave()
        watched.goto(f"{guarded}/{path}")
        return watched

    watched.goto("about:blank")
    watched.dialogs.clear()  # type: ignore[attr-defined]
    yield start
    leave()


def missed(page: Page) -> list[str]:
    """What went wrong, except that an address without a page has none, and a drawing no icon."""
    found: list[str] = page.problems  # type: ignore[attr-defined]
    lost = ("404: ", "Failed to load resource: the server responded with a status of 404")
    if "/tidak-ada/" in page.url or ".svg" in page.url:
        return [one for one in found if not one.startswith(lost)]
    return found


@pytest.mark.parametrize("share", range(SHARES))
def test_every_kind_of_page_satisfies_its_policy(
    share: int, tabs: list[Page], guarded: str
) -> None:
    paths = [*PAGE_TYPES, *MORE][share::SHARES]
    wrong = {}
    for first in range(0, len(paths), TABS):
        visited = list(zip(tabs, paths[first : first + TABS], strict=False))
        for page, path in visited:
            page.goto("about:blank")
            page.problems.clear()  # type: ignore[attr-defined]
            page.dialogs.clear()  # type: ignore[attr-defined]
            page.goto(f"{guarded}/{path}#isi")
            page.evaluate(USE)
        for page, path in visited:
            page.wait_for_load_state("networkidle")
            wrong[path] = [*missed(page), *page.evaluate("window.broken"), *page.dialogs]  # type: ignore[attr-defined]
            if not page.evaluate("getComputedStyle(document.querySelector('h1, svg')).fontFamily"):
                wrong[path].append("no font")
    assert {path: found for path, found in wrong.items() if found} == {}


@pytest.mark.parametrize("site", ["", "pontianak/", "palangka-raya/"])
def test_search_works_under_the_policy(site: str, guarded_visit: Visit) -> None:
    page = guarded_visit(f"{site}cari/")
    page.locator("main").get_by_role("searchbox", name="Kata yang dicari").fill("pkh")
    expect(page.locator(".cari-hasil > li").first).to_be_visible(timeout=20_000)
    expect(page.get_by_role("status")).to_contain_text("hasil untuk")
    assert missed(page) == []


def test_pages_without_the_frame_keep_their_style(guarded_visit: Visit) -> None:
    for path in ("pontianak/data/pkh/sematan/peta/", "pontianak/data/pkh/pkh-dosir.html"):
        page = guarded_visit(path)
        family = page.evaluate("getComputedStyle(document.body).fontFamily")
        assert "system-ui" in family, path
    page = guarded_visit("palangka-raya/404.html")
    assert page.evaluate("getComputedStyle(document.body).maxWidth") != "none"


INJECTED = (
    "<script>window.ran = 'script'</script>"
    "<img src=x onerror=\"window.ran = 'handler'\">"
    "<p style='color: red'>Gaya</p>"
    "<script src='https://contoh.test/x.js'></script>"
)
META = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


@pytest.mark.parametrize("by", ["header", "page"])
@pytest.mark.parametrize("path", ["", "pontianak/", "pontianak/data/pkh/sematan/peta/"])
def test_what_is_injected_does_not_run_and_is_reported(
    path: str, by: str, browser: Browser, guarded: str
) -> None:
    """Each of the two tellings is enough by itself."""
    context = browser.new_context(service_workers="block")
    page = context.new_page()

    def inject(route: Route) -> None:
        answer = route.fetch()
        sent = dict(answer.headers)
        html = answer.text().replace("</body>", f"{INJECTED}</body>")
        assert CSP in sent
        assert META.search(html)
        if by == "header":
            html = META.sub("", html)
        else:
            sent.pop(CSP)
        sent.pop("content-length", None)
        route.fulfill(status=answer.status, headers=sent, body=html)

    page.route(f"{guarded}/{path}", inject)
    page.add_init_script(LISTEN)
    page.goto(f"{guarded}/{path}", wait_until="networkidle")
    assert page.evaluate("window.ran") is None
    broken = {one.split()[0] for one in page.evaluate("window.broken")}
    assert broken == {"script-src-elem", "script-src-attr", "style-src-attr"}
    context.close()


def test_without_the_policy_the_same_would_run(browser: Browser, guarded: str) -> None:
    page = browser.new_page()

    def inject(route: Route) -> None:
        html = META.sub("", route.fetch().text()).replace("</body>", f"{INJECTED}</body>")
        route.fulfill(content_type="text/html", body=html)

    page.route(f"{guarded}/pontianak/", inject)
    page.goto(f"{guarded}/pontianak/")
    assert page.evaluate("window.ran") in ("script", "handler")
    page.close()


@pytest.mark.parametrize(
    "rule", [policy.PAGE, policy.BARE, policy.EMBED], ids=["page", "bare", "embed"]
)
def test_the_whole_corpus_is_dead_under_the_policy(
    rule: policy.Policy, browser: Browser, guarded: str
) -> None:
    context = browser.new_context()
    context.add_init_script("window.ran = 0; window.xss = () => window.ran++")
    pages = {f"{guarded}/umpan/{number}": payload for number, payload in enumerate(ACTIVE)}

    def answer(route: Route) -> None:
        if payload := pages.get(route.request.url):
            sent = {CSP: str(rule), "content-type": "text/html; charset=utf-8"}
            route.fulfill(headers=sent, body=rendered(payload))
        else:
            route.abort()

    context.route("**/*", answer)
    tabs = [context.new_page() for _ in range(TABS)]
    for page in tabs:
        note_dialogs(page)
    alive = []
    for first in range(0, len(ACTIVE), TABS):
        tried = list(zip(tabs, list(pages)[first : first + TABS], strict=False))
        for page, url in tried:
            page.goto(url)
            begin(page)
        alive += [pages[url] for page, url in tried if ran(page)]
    assert alive == []
    assert [page.dialogs for page in tabs] == [[]] * TABS  # type: ignore[attr-defined]
    context.close()


def test_others_may_frame_embedded_figures_and_nothing_else(
    browser: Browser, guarded: str, serve: Serve, tmp_path: Path
) -> None:
    shown = ("pontianak/data/pkh/sematan/peta/", "pontianak/data/pkh/v/1.1.0/sematan/")
    hidden = ("", "pontianak/", "pontianak/data/pkh/", "pontianak/data/pkh/pkh-dosir.html")
    frames = "".join(f"<iframe src='{guarded}/{path}'></iframe>" for path in (*shown, *hidden))
    (tmp_path / "index.html").write_text(f"<!doctype html>{frames}")
    page = browser.new_page()
    for address in (f"{serve(tmp_path)}/", (tmp_path / "index.html").as_uri()):
        page.goto(address, wait_until="networkidle")
        loaded = {one.url for one in page.frames[1:] if one.url.startswith(guarded)}
        assert loaded == {f"{guarded}/{path}" for path in shown}, address
    page.close()


@pytest.mark.parametrize(
    ("path", "ending"),
    [
        ("/", "frame-ancestors 'self'"),
        ("/pontianak/data/pkh/", "frame-ancestors 'self'"),
        ("/pontianak/data/pkh/pkh.csv", "frame-ancestors 'self'"),
        ("/pontianak/data/pkh/sematan/peta/", "base-uri 'none'"),
        ("/pontianak/data/pkh/v/1.0.0/sematan/", "base-uri 'none'"),
        ("/pontianak/data/pkh/pkh-dosir.html", "frame-ancestors 'self'"),
        ("/pontianak/data/pkh/pkh-dosir", "frame-ancestors 'self'"),
    ],
)
def test_each_address_gets_one_policy(built: Path, path: str, ending: str) -> None:
    """Two of them would both count, and hide embedded figures again."""
    sent = headers(rules(built), path)
    assert sent["Content-Security-Policy"].count("default-src") == 1
    assert sent["Content-Security-Policy"].endswith(ending)
    assert sent["X-Content-Type-Options"] == "nosniff"


def test_an_agency_alone_is_guarded_too(built: Path, open_page: OpenPage, serve: Serve) -> None:
    """Its own `_headers`, at the root of its own host."""
    page = open_page("data/pkh/sematan/peta/", serve(built / "pontianak", Guarded))
    assert page.problems == []  # type: ignore[attr-defined]
    sent = headers(rules(built / "pontianak"), "/data/pkh/sematan/peta/")
    assert sent["Content-Security-Policy"] == str(policy.EMBED)


def test_a_dark_page_is_never_painted_white(browser: Browser, guarded: str) -> None:
    """Nothing is painted before the short script has come; the long one may come when it likes."""
    context = browser.new_context(color_scheme="dark", service_workers="block")
    page = context.new_page()
    held: list[Route] = []
    page.route("**/aset/situs.js", lambda route: None)
    page.route("**/aset/awal.js", lambda route: held.append(route))
    with page.expect_request("**/aset/awal.js"):
        page.goto(f"{guarded}/pontianak/", wait_until="commit")
    page.wait_for_timeout(700)
    painted = "performance.getEntriesByName('first-contentful-paint').length"
    assert page.evaluate(painted) == 0
    held[0].continue_()
    until(page, painted)
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert colour == "rgb(17, 22, 28)"
    context.close()
