#!/usr/bin/env python3
"""Build every agency and the portal into site/: make site

Each agency is built on its own. One with faulty data keeps its last good site; the others and the
portal are renewed, and the exit status is 1. site/ is replaced in one step at the end. Suspicions
are listed; with --strict they forbid publication as errors do.
"""

import argparse
import logging
import os
import shutil
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from mkdocs.commands.build import build  # noqa: E402
from mkdocs.config import load_config  # noqa: E402
from mkdocs.config.defaults import MkDocsConfig  # noqa: E402
from mkdocs.exceptions import Abort, MkDocsException  # noqa: E402

from profil_terbuka.pipeline import CACHE  # noqa: E402
from profil_terbuka.read.catalog import DATASETS, agency_slugs  # noqa: E402
from profil_terbuka.system import addresses, clock, program_faults, revision  # noqa: E402
from profil_terbuka.system.swap import carry_over, place_of, side_folder, swap  # noqa: E402
from profil_terbuka.words.catalogues import text  # noqa: E402
from profil_terbuka.words.report import report  # noqa: E402
from profil_terbuka.words.wording import number, trouble  # noqa: E402

LIVE = ROOT / "site"


@dataclass
class Tally:
    """What a run made, for its closing lines; no pages: nothing was published."""

    pages: int = 0
    datasets: int = 0
    charts: int = 0
    redrawn: int = 0
    revalidated: int = 0
    findings: int = 0
    broken: list[str] = field(default_factory=list)
    left_out: int = 0
    """Agencies that the portal could not use."""

    def add(self, config: MkDocsConfig) -> None:
        """Count one agency's site."""
        self.datasets += len(config.extra["situs"].catalog.datasets)
        self.charts += len(config.extra["situs"].drawings)
        self.redrawn += config.extra["dibuat"].get("gambar", 0)
        self.revalidated += config.extra["dibuat"].get("frictionless", 0)
        self.findings += len(config.extra["temuan"])


def built(
    target: Path, config_file: str, strict: bool, part: str, source: str
) -> MkDocsConfig | None:
    """The config of a finished build into `target`; None when it failed, which has been said.

    `part` names what is built, `source` the folder that it is made from.
    """
    try:
        config = load_config(str(ROOT / config_file), site_dir=str(target), strict=strict)
        build(config)
    except Abort:  # MkDocs has given the reason
        return None
    except MkDocsException as problem:
        print(problem.format_message(), file=sys.stderr)
        return None
    except (KeyboardInterrupt, SystemExit, OSError):
        raise
    except BaseException as problem:  # libraries in Rust panic past Exception
        print(
            report([program_faults.kept_fault(problem, ROOT / CACHE, part, source)]),
            file=sys.stderr,
        )
        return None
    return config


def build_agencies(work: Path, strict: bool) -> tuple[list[str], Tally]:
    """Agencies that have a site in `work`, new or carried over, and the counts."""
    present, tally = [], Tally()
    for slug in agency_slugs(ROOT):
        os.environ["INSTANSI"] = slug
        config = built(work / slug, "mkdocs.yml", strict, slug, f"{DATASETS}/{slug}")
        if config is not None:
            tally.add(config)
        else:
            tally.broken.append(slug)
        if config is not None or carry_over(LIVE, slug, work / slug):
            present.append(slug)
    return present, tally


def build_portal(work: Path, present: list[str], strict: bool, tally: Tally) -> Path | None:
    """The portal with the agencies below it, ready to be published; None when it failed."""
    os.environ["SITUS_INSTANSI"] = str(work)
    portal = work / ".portal"
    config = built(portal, "mkdocs.portal.yml", strict, "portal", "docs/portal")
    if config is None:
        return None
    if unusable := config.extra["temuan"]:
        print(report(unusable), file=sys.stderr)
        tally.left_out = len(unusable)
    for slug in present:
        (work / slug).rename(portal / slug)
    return portal


def renew(strict: bool) -> Tally:
    """Build beside site/ and take its place, unless the portal or every agency failed."""
    live = place_of(LIVE)
    work = side_folder(live)
    try:
        present, tally = build_agencies(work, strict)
        renewed = not set(present) <= set(tally.broken)
        portal = build_portal(work, present, strict, tally) if renewed else None
        if portal is not None:
            pages = sum(1 for _ in portal.rglob("*.html"))
            swap(portal, live)
            tally.pages = pages
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return tally


def main() -> int:
    """Build everything; exit status 1 when an agency or the portal could not be renewed, 2 when
    the day of publication or the address is none."""
    parser = argparse.ArgumentParser(description="Bangun semua instansi dan portal ke site/.")
    parser.add_argument("--strict", action="store_true", help="kecurigaan juga menggagalkan")
    options = parser.parse_args()
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    started = time.monotonic()
    try:
        clock.check_clock()
        addresses.check_address()
    except (clock.WrongClock, addresses.WrongAddress) as reason:
        print(reason, file=sys.stderr)
        return 2
    clock.hold()
    if why := revision.why_no_commit(ROOT):
        print(text(why), file=sys.stderr)
    try:
        tally = renew(options.strict)
    except OSError as problem:
        print(trouble(problem), file=sys.stderr)
        tally = Tally()
    if tally.broken:
        listed = ", ".join(tally.broken)
        print(f"Tidak diperbarui karena kesalahan di atas: {listed}.", file=sys.stderr)
    if not tally.pages:
        print("Situs lama dibiarkan apa adanya.", file=sys.stderr)
        return 1
    print(closing_line(tally, time.monotonic() - started))
    return 1 if tally.broken or tally.left_out else 0


def closing_line(tally: Tally, seconds: float) -> str:
    """'57 halaman, 14 dataset, 22 grafik ...'."""
    spent = number(round(seconds, 1))
    return (
        f"{tally.pages} halaman, {tally.datasets} dataset ({tally.revalidated} diperiksa ulang), "
        f"{tally.charts} grafik ({tally.redrawn} gambar dibuat ulang), {tally.findings} temuan, "
        f"{spent} detik"
    )


if __name__ == "__main__":
    sys.exit(main())
