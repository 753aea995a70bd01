"""What a published site holds for programs that read it: Markdown twins and llms.txt."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

LINK = re.compile(r"\]\(([^)\s]+)\)")


@pytest.fixture(params=["", "contoh"])
def site(origin: Path, request: pytest.FixtureRequest) -> Path:
    """The portal, or the invented agency's site."""
    return origin / "site" / request.param


def pages(site: Path) -> list[Path]:
    """Every page that asks to be read, but for those to embed and to keep."""
    found = [path for path in site.rglob("index.html") if "sematan" not in path.parts]
    own = [path for path in found if path.relative_to(site).parts[0] != "contoh"]
    return [path for path in own if 'content="noindex"' not in path.read_text("utf-8")]


def told(page: Path) -> str:
    """The twin of a page without its examples of code."""
    return re.sub(r"```.*?```|`[^`]*`", "", page.with_suffix(".md").read_text("utf-8"), flags=re.S)


def test_every_page_has_a_twin_and_leads_to_it(site: Path) -> None:
    there = pages(site)
    assert len(there) > 5
    for page in there:
        twin = page.with_suffix(".md")
        assert twin.read_text("utf-8").startswith("# "), twin
        (link,) = re.findall(r'type="text/markdown" href="([^"]+)"', page.read_text("utf-8"))
        assert (page.parent / link).resolve() == twin.resolve()


def test_a_twin_holds_words_and_no_markup(site: Path) -> None:
    for page in pages(site):
        words = told(page)
        assert not re.search(r"</?(div|p|span|table|td|svg|h[1-6])\b", words), page
        assert "akar:" not in words
        assert "data-sisip" not in words


def test_links_of_twins_arrive(site: Path) -> None:
    count = 0
    for page in pages(site):
        for target in LINK.findall(told(page)):
            parts = urlsplit(target)
            if parts.scheme or not parts.path:
                continue
            place = (page.parent / parts.path).resolve()
            assert place.exists(), (page, target)
            count += 1
    assert count > 10


def test_llms_txt_leads_to_every_page(site: Path) -> None:
    listing = (site / "llms.txt").read_text("utf-8")
    root = re.findall(r"<loc>([^<]+)</loc>", (site / "sitemap.xml").read_text("utf-8"))[0]
    named = set(LINK.findall(listing))
    for target in named:
        assert target.startswith(root)
        assert (site / target.removeprefix(root)).is_file(), target
    listed = {f"{root}{page.parent.relative_to(site).as_posix()}/index.md" for page in pages(site)}
    missing = {one for one in listed - named if "/v/" not in one and "/beda/" not in one}
    assert missing <= {f"{root}./index.md"}
    assert f"{root}index.md" in named


def test_caveats_of_a_dataset_come_first(origin: Path) -> None:
    site = origin / "site" / "contoh"
    twin = (site / "data/penerima/index.md").read_text("utf-8")
    assert twin.splitlines()[2] == "## Sebelum memakai angkanya"
    assert twin.index("Satuan: orang.") < twin.index("Penerima bantuan", 60)
    line = next(
        line
        for line in (site / "llms.txt").read_text("utf-8").splitlines()
        if "/data/penerima/" in line
    )
    assert line.startswith("- [Penerima bantuan per kecamatan](")
