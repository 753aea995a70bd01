"""Charts in other people's pages: whole at every width, of their own height where scripts run."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from support import Serve, until

WIDTHS = (320, 360, 600, 900)
_CODE = re.compile(r"<code data-salin[^>]*>(&lt;iframe .*?)</code>", re.DOTALL)
_STAND_IN = "https://ALAMAT-SITUS/"
SPARE = 200
"""Px of white that a frame may leave at the width where it is fullest."""
STATE = """() => {
    const root = document.documentElement;
    const bottom = (place) => Math.max(0,
        ...[...document.querySelectorAll(place)].map((one) => one.getBoundingClientRect().bottom));
    return {
        high: root.scrollHeight, wide: root.scrollWidth,
        used: document.querySelector("main").getBoundingClientRect().height,
        source: bottom(".sematan-kaki"), caveat: bottom(".sematan-catatan"),
    };
}"""
BROADER = "document.querySelector('main').style.letterSpacing = '0.02em'"
"""As with a font whose letters are four hundredths broader."""


@dataclass(frozen=True)
class Code:
    """The code that a page offers, for a site that is served at `address`."""

    text: str
    path: str
    height: int

    def at(self, address: str) -> str:
        agency = self.path.partition("/")[0]
        return self.text.replace(_STAND_IN, f"{address}/{agency}/")


def codes(built: Path) -> Iterator[Code]:
    """Every code of every dataset's page of both agencies."""
    for page in sorted(built.glob("*/data/*/index.html")):
        agency = page.relative_to(built).parts[0]
        for found in _CODE.findall(page.read_text("utf-8")):
            text = html.unescape(found)
            path, height = re.findall(r'src="([^"]*)".* height="(\d+)"', text)[0]
            yield Code(text, f"{agency}/{path.removeprefix(_STAND_IN)}", int(height))


@pytest.fixture(scope="module")
def offered(built: Path) -> tuple[Code, ...]:
    found = tuple(codes(built))
    assert len(found) > 90
    return found


def test_every_embedded_chart_is_whole_at_every_width(
    browser: Browser, address: str, offered: tuple[Code, ...]
) -> None:
    page = browser.new_page(reduced_motion="reduce")
    faults = []
    for code in offered:
        if "/v/" in code.path:
            continue  # the same page but for one word below it
        page.goto(f"{address}/{code.path}")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": code.height})
            found = page.evaluate(STATE)
            lowest = max(found["high"], found["source"], found["caveat"])
            if lowest > code.height or found["wide"] > width or not found["source"]:
                faults.append((code.path, width, code.height, found))
    page.close()
    assert faults == []


def test_the_height_offered_leaves_room_for_broader_letters_and_wastes_little(
    browser: Browser, address: str, offered: tuple[Code, ...]
) -> None:
    page = browser.new_page()
    for code in offered[::8]:
        page.goto(f"{address}/{code.path}")
        page.evaluate(BROADER)
        needed = []
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": code.height})
            needed.append(page.evaluate(STATE)["used"])
        assert 0 <= code.height - max(needed) <= SPARE, code.path
    page.close()


def hosted(tmp_path: Path, serve: Serve, body: str) -> str:
    """The address of somebody else's page that holds this."""
    (tmp_path / "index.html").write_text(f"<!doctype html><body>{body}</body>", "utf-8")
    return f"{serve(tmp_path)}/"


def used(page: Page) -> list[float]:
    """How high the content of each frame is."""
    return [frame.evaluate(STATE)["used"] for frame in page.frames[1:]]


@pytest.mark.parametrize("width", WIDTHS)
def test_frames_grow_and_shrink_to_their_content(
    width: int,
    browser: Browser,
    guarded: str,
    serve: Serve,
    tmp_path: Path,
    offered: tuple[Code, ...],
) -> None:
    chosen = [code for code in offered if "/pkh/" in code.path]
    eager = [code.at(guarded).replace('loading="lazy"', "") for code in chosen]
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(hosted(tmp_path, serve, "".join(eager)), wait_until="networkidle")
    fitting = """() => [...document.querySelectorAll("iframe")]
        .every((frame) => frame.style.height)"""
    until(page, fitting)
    heights = page.evaluate("[...document.querySelectorAll('iframe')].map(one => one.clientHeight)")
    for high, needed, code in zip(heights, used(page), chosen, strict=True):
        assert 0 <= high - needed < 1.01
        assert high <= code.height
    page.frames[1].locator("summary").click()
    until(page, f"document.querySelector('iframe').clientHeight > {heights[0]} + 40")
    page.close()


def test_without_the_script_the_frame_keeps_the_height_of_its_code(
    browser: Browser, guarded: str, serve: Serve, tmp_path: Path, offered: tuple[Code, ...]
) -> None:
    code = next(code for code in offered if code.path.endswith("/data/pkh/sematan/per-kecamatan/"))
    frame = code.at(guarded).partition("\n")[0]
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(hosted(tmp_path, serve, frame))
    box = page.locator("iframe").bounding_box()
    assert box is not None
    assert box["height"] == code.height
    page.wait_for_load_state("networkidle")
    inside = page.frames[1]
    source, caveat = inside.locator(".sematan-kaki"), inside.locator(".sematan-catatan")
    for part in (source, caveat):
        expect(part).to_be_visible()
        place = part.bounding_box()
        assert place is not None
        assert place["y"] + place["height"] <= box["y"] + box["height"]
    expect(source).to_contain_text("Edisi terbaru: ")
    context.close()


FORGED = """() => {
    const told = (data) => ({ jenis: "profil-terbuka.tinggi", tinggi: data });
    parent.postMessage(told(4000), "*");
}"""


def test_only_our_own_frames_are_heard(
    browser: Browser, guarded: str, serve: Serve, tmp_path: Path, offered: tuple[Code, ...]
) -> None:
    """A stranger's frame changes neither its own height nor that of ours; nonsense changes none."""
    stranger = tmp_path / "orang-lain"
    stranger.mkdir()
    (stranger / "index.html").write_text("<!doctype html><main>x</main>", "utf-8")
    code = offered[0].at(guarded).replace('loading="lazy"', "")
    foreign = f'<iframe src="{serve(stranger)}/" height="300"></iframe>'
    page = browser.new_page()
    page.goto(hosted(tmp_path, serve, f"{code}{foreign}"), wait_until="networkidle")
    until(page, "() => Boolean(document.querySelector('iframe').style.height)")
    sizes = "[...document.querySelectorAll('iframe')].map((one) => one.style.height)"
    before = page.evaluate(sizes)
    ours, theirs = page.frames[1:]
    theirs.evaluate(FORGED)
    for nonsense in ("1e9", "-5", "'x'", "null"):
        ours.evaluate(FORGED.replace("4000", nonsense))
    page.wait_for_timeout(300)
    assert page.evaluate(sizes) == before
    assert before[1] == ""
    ours.evaluate(FORGED)  # what the test sends would be heard
    until(page, "() => document.querySelector('iframe').style.height === '4000px'")
    page.close()


def test_a_frame_says_which_edition_it_shows(
    browser: Browser, address: str, offered: tuple[Code, ...]
) -> None:
    page = browser.new_page()
    pinned = next(code for code in offered if "/pkh/v/" in code.path)
    for path, said in (
        ("pontianak/data/pkh/sematan/per-kecamatan/", r"Edisi terbaru: 1\."),
        (pinned.path, r"Edisi 1\.\d\.\d, .*; angkanya tidak berubah lagi\. Data"),
        ("pontianak/data/pkh/v/1.0.0/sematan/per-kecamatan/", r"Ada edisi yang lebih baru\."),
    ):
        page.goto(f"{address}/{path}")
        expect(page.locator(".sematan-kaki")).to_contain_text(re.compile(said))
    page.close()
