"""A signed page about what stood online: make bukti-tayang INSTANSI=... [HALAMAN="data/pkh/ ppid/"]

Into bukti-tayang/<agency>-<day>/: the page as HTML and PDF, SHA256SUMS, and with --kunci
a signature of each by minisign. Exit status 1 where something was not served as it was built; it is
laid nevertheless, for that is what it states.
"""

from __future__ import annotations

import argparse
import io
import os
import shutil
from collections.abc import Mapping
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from pypdf import PdfReader

from .. import attestation
from ..attestation import PublicationProof, ServedLook, SigningKey
from ..attestation.sheet import PAGE, PAPER
from ..attestation.signing import SIGNATURE
from ..editing.target import identity
from ..model import Agency
from ..model.messages import Message, message
from ..packing import SealedSite
from ..pipeline import SITE
from ..publish.manifest import SUMS
from ..system import addresses, clock
from ..system.swap import side_folder, swap
from ..words.catalogues import text
from ..words.dates import date
from ..words.refusals import Refusal
from . import chromium
from .choosing import Unnamed, chosen_agency
from .command import Command
from .sites import untouched_site

FOLDER = "bukti-tayang"
EXAMPLE = "make bukti-tayang INSTANSI={}"


def _run(options: argparse.Namespace) -> int:
    """Look, state, sign, lay, and tell what was seen and where it lies."""
    root: Path = options.akar
    slug = chosen_agency(root, options.instansi, EXAMPLE)
    if os.environ.get(clock.DAY):
        raise Unnamed(message("commands.proof-of-another-day", variable=clock.DAY))
    key = attestation.signing_key(Path(options.kunci), root) if options.kunci else None
    agency = identity(root, slug)
    site = untouched_site(root / SITE / slug)
    proof = _proof(agency, site, options, key)
    live = root / FOLDER / f"{slug}-{proof.occasion.moment.date().isoformat()}"
    if live.is_dir() and any(path.suffix == SIGNATURE for path in live.iterdir()):
        raise Refusal(message("commands.proof-there", folder=str(live.relative_to(root))))
    files = {**_pages(proof), SUMS: site.read(SUMS)}
    _lay(live, files, proof)
    _tell(proof, tuple(files), str(live.relative_to(root)))
    return 1 if proof.occasion.look and proof.occasion.look.unlike else 0


def _proof(
    agency: Agency, site: SealedSite, options: argparse.Namespace, key: SigningKey | None
) -> PublicationProof:
    """What is stated; raises a refusal for an address that cannot be looked at."""
    own = attestation.own_address(site)
    served = _served_address(options.tayang)
    named = [address for words in options.halaman for address in words.split()]
    chosen = attestation.chosen_files(site, named, served or own)
    now = partial(clock.now, agency.zone)
    look: ServedLook | None = None
    if (at := served or own) and not options.tanpa_tayang:
        look = attestation.look_at(at, attestation.expected_files(site, chosen), now)
    occasion = attestation.Occasion(look.began if look else now(), own, look, key)
    return attestation.publication_proof(agency, site, chosen, occasion)


def _served_address(said: str) -> str:
    """The address that was said, with a slash at its end; '' for none. Unnamed for what is none."""
    if why := addresses.address_fault(said) if said else None:
        raise Unnamed(message("commands.no-address-of-site", address=said, why=why))
    return f"{said.rstrip('/')}/" if said else ""


def _pages(proof: PublicationProof) -> Mapping[str, bytes]:
    """The page as HTML, and as PDF where this machine can print: as many rows as one page holds."""
    if find_spec("playwright") is None or chromium.installed() is None:
        return {PAGE: attestation.proof_html(proof, attestation.SAFE_ROWS, printed=False)}
    from . import photographing  # noqa: PLC0415  it needs Playwright

    with photographing.opened() as browser:
        for rows in attestation.FITTING:
            html = attestation.proof_html(proof, rows, printed=True)
            paper = photographing.printed(browser, html)
            if len(PdfReader(io.BytesIO(paper)).pages) == 1:
                break
    return {PAGE: html, PAPER: paper}


def _lay(live: Path, files: Mapping[str, bytes], proof: PublicationProof) -> None:
    """Lay the files, signed where there is a key, in one step: all of them, or none."""
    aside = side_folder(live)
    try:
        for name, data in files.items():
            (aside / name).write_bytes(data)
        if proof.occasion.key:
            print(text(message("commands.asks-for-passphrase")), flush=True)
            paths = [aside / name for name in files]
            attestation.sign(paths, proof.occasion.key, text(_comment(proof)))
        swap(aside, live)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _tell(proof: PublicationProof, names: tuple[str, ...], folder: str) -> None:
    """What was laid, what was seen, and what is left to do."""
    print(text(message("commands.proof-laid", folder=folder, names=names)))
    if PAPER not in names:
        print(text(message("commands.proof-without-paper", page=PAGE)))
    if proof.occasion.look is None:
        print(text(message("commands.proof-not-looked")))
    elif unlike := proof.occasion.look.unlike:
        root, count = proof.occasion.look.root, len(proof.occasion.look.files)
        print(text(message("commands.proof-unlike", address=root, count=count, unlike=unlike)))
    else:
        count = len(proof.occasion.look.files)
        print(text(message("commands.proof-alike", address=proof.occasion.look.root, count=count)))
    if proof.occasion.key:
        print(text(message("commands.proof-signed", key=proof.occasion.key.public)))
    else:
        said, files = text(_comment(proof)), " ".join(names)
        print(text(message("commands.proof-unsigned", folder=folder, said=said, files=files)))


def _comment(proof: PublicationProof) -> Message:
    day = date(proof.occasion.moment.date().isoformat())
    return message("attestation.trusted-comment", agency=proof.agency.name, day=day)


def _options(made: argparse.ArgumentParser) -> None:
    agency = text(message("commands.option-agency"))
    made.add_argument("instansi", nargs="?", default="", help=agency)
    pages = text(message("commands.option-proved-pages"))
    made.add_argument("--halaman", action="append", default=[], metavar="ALAMAT", help=pages)
    served = text(message("commands.option-served"))
    made.add_argument("--tayang", default="", metavar="ALAMAT", help=served)
    unserved = text(message("commands.option-unserved"))
    made.add_argument("--tanpa-tayang", action="store_true", help=unserved)
    key = text(message("commands.option-signing-key"))
    made.add_argument("--kunci", default="", metavar="BERKAS", help=key)


COMMAND = Command(_options, _run)
