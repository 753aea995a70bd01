"""The staff guide as it is written: steps that can be followed, pictures, nothing of JSON."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from guide_steps import (
    GUIDE,
    PICTURE_BYTES,
    PICTURE_SIZE,
    DeedKind,
    Unclear,
    guide_page,
    guide_steps,
    sheet_of,
    task_pages,
)
from support import ROOT

PAGES = sorted(path.stem for path in GUIDE.glob("*.md"))
PICTURES = sorted(GUIDE.glob("gambar/*"))
_PICTURE = re.compile(r"!\[([^\]]*)\]\((gambar/[^)]+)\)(\{[^}]*\})?")
_LAID_OUT = "{ loading=lazy width=1000 height=640 }"
"""So a page does not jump when a picture comes, and one that nobody scrolls to is not paid for."""
SHORTEST = 40
"""Letters in which a picture can be told to who does not see it."""


def test_a_step_says_what_to_do_in_its_order() -> None:
    (step,) = guide_steps(
        "## Di meja kerja\n\n1. Klik **Ubah** di baris **2024**. Isi **Judul** dengan `Banjir`.\n"
        "   Anda melihat\n   **Selesai**.\n\n    ![Halaman](gambar/a.webp)\n\n        make check\n"
    )
    assert (step.section, step.number) == ("Di meja kerja", 1)
    assert [(deed.kind, deed.what, deed.with_) for deed in step.deeds] == [
        (DeedKind.CLICK, "Ubah", "2024"),
        (DeedKind.FILL, "Judul", "Banjir"),
        (DeedKind.SEE, "Selesai", ""),
        (DeedKind.PICTURE, "gambar/a.webp", ""),
        (DeedKind.COMMAND, "make check", ""),
    ]


@pytest.mark.parametrize("step", ["Tekan **Simpan**.", "Isi **Judul** sesuka Anda.", "**Simpan**"])
def test_what_looks_like_a_button_is_never_left_out(step: str) -> None:
    with pytest.raises(Unclear, match=r"nobody knows what to do with \*\*"):
        guide_steps(f"1. {step}\n")


def test_a_step_without_deeds_is_done_by_hand() -> None:
    (step,) = guide_steps("1. Pasang Python.\n")
    assert step.deeds == ()


def test_a_table_of_a_page_is_a_sheet() -> None:
    rows = sheet_of("Tabel:\n\n| Kecamatan | Jumlah |\n|---|---|\n| Utara | 12 |\n\nLalu.\n")
    assert rows == [["Kecamatan", "Jumlah"], ["Utara", 12]]


@pytest.mark.parametrize("page", task_pages())
def test_a_task_is_clear_and_asks_for_no_json(page: str) -> None:
    written = guide_page(page)
    assert guide_steps(written) or page == "memasang"
    assert not re.search(r"json|ISI:|deskriptor", written, re.IGNORECASE)


@pytest.mark.parametrize("page", [page for page in PAGES if page != "index"])
def test_every_page_is_found_on_the_first_one(page: str) -> None:
    assert f"({page}.md" in guide_page("index")


@pytest.mark.parametrize("page", PAGES)
def test_pictures_are_there_and_told_in_words(page: str) -> None:
    for told, picture, laid_out in _PICTURE.findall(guide_page(page)):
        assert (GUIDE / picture).is_file(), picture
        assert len(told) >= SHORTEST, picture
        assert laid_out == _LAID_OUT, picture


@pytest.mark.parametrize("picture", PICTURES, ids=lambda path: path.name)
def test_pictures_are_small_and_none_is_left_over(picture: Path) -> None:
    assert picture.stat().st_size <= PICTURE_BYTES
    with Image.open(picture) as opened:
        assert opened.size == PICTURE_SIZE
    shown = "".join(map(guide_page, PAGES))
    assert shown.count(f"(gambar/{picture.name})") == 1


@pytest.mark.parametrize("page", PAGES)
def test_commands_that_a_page_names_are_there(page: str) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)", guide_page(page))) <= targets


def test_no_block_stands_in_an_item_as_only_mkdocs_material_reads_it() -> None:
    for page in PAGES:
        assert not re.search(r"^ +```", guide_page(page), re.MULTILINE), page
