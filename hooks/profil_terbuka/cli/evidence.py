"""The workbook of assessments with its evidence: make bukti INSTANSI=...

Beside it lie a capture of each page of site/ that it links and each document, named after the
question and dated, and all of it as one ZIP. What lies there from the same day is replaced.
"""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path

from .. import ppid
from ..model.messages import message
from ..pipeline import CACHE, SITE, examine
from ..system.cache import Cache, write_atomically
from ..system.canonical import zip_bytes
from ..words.catalogues import text
from ..words.dates import date
from ..words.refusals import Refusal
from . import chromium
from .choosing import chosen_agency
from .command import Command

FOLDER = "bukti-monev"
BOOK = "monev.xlsx"
WIDTH, HEIGHT, QUALITY = 1280, 800, 75


_STRIP = """(said) => {
  const strip = document.createElement("p");
  strip.textContent = said;
  strip.style.cssText = "margin:0;padding:8px 16px;background:#fff;color:#000;font:15px sans-serif";
  document.body.prepend(strip);
}"""
"""Puts a line above a page: what the picture is of, and when it was taken."""


def _captures(site: Path, openness: ppid.Openness, addresses: Iterable[str]) -> Mapping[str, bytes]:
    """Pictures (JPEG) of whole pages of `site`, each once, by their addresses below the agency."""
    from . import photographing  # noqa: PLC0415  it needs Playwright

    agency, day = openness.agency, date(openness.day.isoformat())
    taken = {}
    with photographing.served(site) as root, photographing.opened() as browser:
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        for address in dict.fromkeys(addresses):
            photographing.go(page, f"{root}{agency.slug}/{address}")
            where = f"{agency.root}{address}" if agency.site_url else address
            said = message("commands.captured", agency=agency.name, address=where, day=day)
            page.evaluate(_STRIP, text(said))
            taken[address] = page.screenshot(full_page=True, type="jpeg", quality=QUALITY)
    return taken


def _evidence(
    site: Path, openness: ppid.Openness, files: tuple[ppid.EvidenceFile, ...]
) -> Mapping[str, bytes]:
    """The bytes of each file by its name; raises Refusal where the site does not have it."""
    slug = openness.agency.slug
    home = site / slug
    absent = tuple(sorted({file.path for file in files if not (home / file.path).is_file()}))
    if absent:
        raise Refusal(message("commands.evidence-not-built", slug=slug, absent=absent))
    shown = _captures(site, openness, (file.address for file in files if file.is_capture))
    return {
        file.name: shown[file.address] if file.is_capture else (home / file.path).read_bytes()
        for file in files
    }


def _run(options: argparse.Namespace) -> int:
    """Lay workbook, evidence and ZIP, and tell where they lie."""
    root: Path = options.akar
    agency = chosen_agency(root, options.instansi, "make bukti INSTANSI={}")
    site = root / SITE
    if not (site / agency).is_dir():
        raise Refusal(message("commands.no-site-yet", slug=agency))
    if find_spec("playwright") is None:
        raise Refusal(message("commands.captures-need-playwright"))
    if chromium.installed() is None:
        raise Refusal(message("commands.captures-need-browser"))
    openness = examine(root, agency, Cache(root / CACHE)).openness
    if openness is None or not openness.indicators:
        raise Refusal(message("commands.no-indicators", slug=agency))
    files = ppid.evidence_files(openness)
    laid = {BOOK: ppid.monev_sheet(openness, files), **_evidence(site, openness, files)}
    folder = root / FOLDER / f"{agency}-{openness.day.isoformat()}"
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in laid.items():
        write_atomically(folder / name, data)
    moment = datetime.datetime.combine(openness.day, datetime.time()).isoformat()
    write_atomically(folder.with_suffix(".zip"), zip_bytes(laid, moment))
    documents = sum(not file.is_capture for file in files)
    said = message(
        "commands.evidence-laid",
        folder=str(folder.relative_to(root)),
        captures=len(files) - documents,
        documents=documents,
    )
    print(text(said))
    return 0


def _options(made: argparse.ArgumentParser) -> None:
    agency = text(message("commands.option-agency"))
    made.add_argument("instansi", nargs="?", default="", help=agency)


COMMAND = Command(_options, _run)
