"""A whole site in a language that is not there: every sentence in brackets, so that what is left
outside of them was said by nobody's words."""

from __future__ import annotations

import json
import re
import shutil
from functools import partial
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from announcements import add_register, announce
from comparable import STATED_ALONE, add_other_agency, declare
from other_language import FIRST, marked_language, spoken_there, unmarked
from page_words import FORMATS, TEMPLATES, has_words, said_by, seen
from profil_terbuka import pipeline
from profil_terbuka.portal.assembling import compose_portal
from profil_terbuka.read.manuscripts import MEDIA
from profil_terbuka.system.cache import Cache
from profil_terbuka.web import policy
from profil_terbuka.words.language import speaking
from profil_terbuka.words.templates import template_sentences
from programs import run, well
from support import ENGINE, LAW, ROOT, Once, add_material, change, copy_of

AGENCIES = ("contoh", "dinas-lain")
PUBLISHED = ("lain", "portal")
"""Folders of the agencies' sites and of the portal above them."""
DESK = ("dokumen-ppid", "pernyataan-ppid", "informasi-dikecualikan", "layanan-informasi")
TERMS = ROOT / "tests/cases/teks-tersalin/dua-definisi/isi/datasets/contoh/istilah"
SERVICES = """
standar_pelayanan:
  komponen:
    - komponen: lay-komponen-01-persyaratan
      sebagai: sasaran
      tabel: layanan
      layanan: layanan
      isi: layanan
"""
PAGE = """---
title: Semua
---

# Semua

## Angka

{{ kartu: penerima tahun=2024 label="penerima" }}

## Kegiatan

{{ daftar: kegiatan bentuk=register }}

## Istilah

{{ daftar: istilah bentuk=istilah }}

## Lain

Tidak ada.
"""


def publish_all(origin: Path, folder: Path) -> None:
    """Two agencies with all that a page can show, one of whose datasets has an older edition."""
    project = add_register(copy_of(origin, folder))
    declare(project, STATED_ALONE, ukuran="jumlah")
    add_material(project, *LAW, *DESK, "kasus", "kegiatan", "layanan", "mitra")
    shutil.copytree(TERMS, project / "datasets/contoh/istilah")
    announce(project, "2026-11-20", "2026-12-31")
    (project / "docs/contoh/semua.md").write_text(PAGE, "utf-8")
    (project / "docs/contoh/lama.md").write_text("---\ntitle: Lama\n---\n\n# Lama\n", "utf-8")
    add_other_agency(project)
    offer_services(project)
    well(run(project, "tutup.py"))
    well(run(project, "bangun.py"))
    well(run(project, "catat.py"))
    well(run(project, "edisi.py", "contoh", "penerima", "1.1.0", "--alasan", "Salah ketik."))
    data = project / "datasets/contoh/penerima"
    change(data / "penerima.csv", "Timur,520,A,520", "Timur,530,A,530")
    change(data / "penerima-total.csv", "2120,A,2.120", "2130,A,2.130")
    (project / "docs/contoh/lama.md").unlink()
    shutil.rmtree(project / "datasets/contoh/mitra")
    (project / "datasets/contoh/pensiun.csv").write_text(
        "alamat,menuju,alasan,tanggal\n"
        "lama/,semua/,Diganti nama,2026-03-01\n"
        "data/mitra/,,Tidak dicatat lagi,2026-03-01\n",
        "utf-8",
    )


def offer_services(project: Path) -> None:
    """Give the second agency services, and leave the page of them to be made."""
    shutil.copytree(project / "datasets/contoh/layanan", project / "datasets/dinas-lain/layanan")
    with (project / "datasets/dinas-lain/instansi.yml").open("a", encoding="utf-8") as own:
        own.write(SERVICES)
    shutil.rmtree(project / "docs/dinas-lain/layanan")


def publish_marked(origin: Path, folder: Path) -> None:
    publish_all(origin, folder)
    sites, cache = folder / "lain", Cache(folder / pipeline.CACHE)
    with spoken_there(marked_language(folder / "kata" / "xx")) as code, speaking(code):
        for slug in AGENCIES:
            prepared = pipeline.examine(folder, slug, cache)
            target = sites / slug
            target.mkdir(parents=True)
            pipeline.fill_folder(target, pipeline.publication(prepared, cache), folder, cache)
        above = folder / "portal"
        above.mkdir()
        portal = compose_portal(folder, sites, "", cache, policy.PAGE).publication
        pipeline.fill_folder(above, portal, folder, cache)


@pytest.fixture(scope="module")
def folder(origin: Path, once: Once) -> Path:
    """The repository: its data, and what was published of it in the other language."""
    return once("bahasa-lain", partial(publish_marked, origin))


@pytest.fixture(scope="module")
def pages(folder: Path) -> dict[str, str]:
    """Every page of that site, the portal's among them, by its path."""
    files = [path for name in PUBLISHED for path in (folder / name).rglob("*.html")]
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


@pytest.fixture(scope="module")
def given(folder: Path) -> str:
    """What staff have written, and the first language's grammar, which the other has as well."""
    files = [path for name in ("datasets", "docs") for path in (folder / name).rglob("*")]
    texts = [path for path in files if path.is_file() and path.suffix not in MEDIA]
    written = [*texts, *FIRST.glob("*.py")]
    return " ".join(" ".join(path.read_text("utf-8").split()) for path in written)


def test_no_page_says_what_is_not_in_the_words(pages: dict[str, str], given: str) -> None:
    """Except for words that also stand in the data: there nobody can tell who says them."""
    pieces = {piece for path in TEMPLATES for piece in said_by(path.read_text("utf-8"))}
    ours = {piece for piece in pieces if has_words(piece) and not stands_in(piece, given)}
    assert len(ours) > 350
    left = {
        (name, piece)
        for name, html in pages.items()
        for text in seen(unmarked(html))
        for piece in ours - FORMATS
        if stands_in(piece, text)
    }
    assert sorted(left) == []


def stands_in(piece: str, text: str) -> bool:
    return piece in text and re.search(rf"(?<![\w-]){re.escape(piece)}(?![\w-])", text) is not None


def test_every_template_has_been_tried(pages: dict[str, str]) -> None:
    whole = "\n".join(pages.values())
    silent = set()
    on_this_machine = {ENGINE / "workbench", ENGINE / "preview", ENGINE / "attestation"}
    published = [path for path in TEMPLATES if on_this_machine.isdisjoint(path.parents)]
    for path in published:
        sentences = [found.text for found in template_sentences(path.read_text("utf-8"))]
        begins = [f"⟦{re.split('%|<', sentence)[0]}" for sentence in sentences]
        if begins and not any(begin in whole for begin in begins):
            silent.add(path.relative_to(ENGINE).as_posix())
    assert silent == {"ppid/pages/_bukti.html", "web/templates/kartu.html"}  # rare remarks only


def test_scripts_speak_it(folder: Path) -> None:
    scripts = [path for name in PUBLISHED for path in (folder / name / "contoh").rglob("*.js")]
    spoken = "\n".join(path.read_text("utf-8") for path in scripts if "pagefind" not in path.parts)
    assert "kata(" not in spoken
    with (folder / "kata/xx/scripts.po").open("rb") as file:
        words = [entry for entry in read_po(file) if entry.id]
    assert [entry.id for entry in words if entry.string.split("{")[0] not in spoken] == []


def test_its_search_has_an_engine(folder: Path) -> None:
    """Pagefind has none of its own for every language."""
    for site in (*(folder / "lain").iterdir(), folder / "portal"):
        index = json.loads((site / "pagefind/pagefind-entry.json").read_text("utf-8"))
        (inflected,) = (about["wasm"] or "unknown" for about in index["languages"].values())
        assert (site / f"pagefind/wasm.{inflected}.pagefind").is_file()
