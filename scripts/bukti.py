#!/usr/bin/env python3
"""The workbook of assessments with its evidence: make bukti INSTANSI=...

Beside it lie a capture of each page of site/ that it links and each document, named after the
question and dated, and all of it as one ZIP. What lies there from the same day is replaced.
"""

import argparse
import datetime
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

import peramban  # noqa: E402
from pilihan import chosen, finished  # noqa: E402
from profil_terbuka import ppid  # noqa: E402
from profil_terbuka.model.messages import message  # noqa: E402
from profil_terbuka.pipeline import CACHE, examine  # noqa: E402
from profil_terbuka.system.cache import Cache, write_atomically  # noqa: E402
from profil_terbuka.system.canonical import zip_bytes  # noqa: E402
from profil_terbuka.words.catalogues import text  # noqa: E402
from profil_terbuka.words.dates import date  # noqa: E402
from profil_terbuka.words.refusals import Refusal  # noqa: E402

SITE = ROOT / "site"
FOLDER = ROOT / "bukti-monev"
BOOK = "monev.xlsx"
WIDTH, HEIGHT, QUALITY = 1280, 800, 75


_STRIP = """(said) => {
  const strip = document.createElement("p");
  strip.textContent = said;
  strip.style.cssText = "margin:0;padding:8px 16px;background:#fff;color:#000;font:15px sans-serif";
  document.body.prepend(strip);
}"""
"""Puts a line above a page: what the picture is of, and when it was taken."""


def captures(openness: ppid.Openness, addresses: Iterable[str]) -> Mapping[str, bytes]:
    """Pictures (JPEG) of whole pages by their addresses below the agency's root, each once."""
    import potret  # noqa: PLC0415  Playwright is there only where tests are

    agency, day = openness.agency, date(openness.day.isoformat())
    taken = {}
    with potret.served() as root, potret.opened() as browser:
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        for address in dict.fromkeys(addresses):
            potret.go(page, f"{root}{agency.slug}/{address}")
            where = f"{agency.root}{address}" if agency.site_url else address
            said = message("commands.captured", agency=agency.name, address=where, day=day)
            page.evaluate(_STRIP, text(said))
            taken[address] = page.screenshot(full_page=True, type="jpeg", quality=QUALITY)
    return taken


def evidence(openness: ppid.Openness, files: tuple[ppid.EvidenceFile, ...]) -> Mapping[str, bytes]:
    """The bytes of each file by its name; raises Refusal where the site does not have it."""
    slug = openness.agency.slug
    home = SITE / slug
    absent = tuple(sorted({file.path for file in files if not (home / file.path).is_file()}))
    if absent:
        raise Refusal(message("commands.evidence-not-built", slug=slug, absent=absent))
    shown = captures(openness, (file.address for file in files if file.is_capture))
    return {
        file.name: shown[file.address] if file.is_capture else (home / file.path).read_bytes()
        for file in files
    }


def run(options: argparse.Namespace) -> int:
    """Lay workbook, evidence and ZIP, and tell where they lie."""
    agency = chosen(ROOT, options.instansi, "make bukti INSTANSI={}")
    if not (SITE / agency).is_dir():
        raise Refusal(message("commands.no-site-yet", slug=agency))
    if peramban.installed() is None:
        raise Refusal(message("commands.captures-need-browser"))
    openness = examine(ROOT, agency, Cache(ROOT / CACHE)).openness
    if openness is None or not openness.indicators:
        raise Refusal(message("commands.no-indicators", slug=agency))
    files = ppid.evidence_files(openness)
    laid = {BOOK: ppid.monev_sheet(openness, files), **evidence(openness, files)}
    folder = FOLDER / f"{agency}-{openness.day.isoformat()}"
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in laid.items():
        write_atomically(folder / name, data)
    moment = datetime.datetime.combine(openness.day, datetime.time()).isoformat()
    write_atomically(folder.with_suffix(".zip"), zip_bytes(laid, moment))
    documents = sum(not file.is_capture for file in files)
    said = message(
        "commands.evidence-laid",
        folder=str(folder.relative_to(ROOT)),
        captures=len(files) - documents,
        documents=documents,
    )
    print(text(said))
    return 0


def main() -> int:
    """Exit status 1 where there is no site, no browser or no assessment."""
    made = argparse.ArgumentParser(description=text(message("commands.evidence")))
    made.add_argument(
        "instansi", nargs="?", default="", help=text(message("commands.option-agency"))
    )
    return finished(lambda: run(made.parse_args()))


if __name__ == "__main__":
    sys.exit(main())
