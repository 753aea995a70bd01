#!/usr/bin/env python3
"""Build every agency and the portal into site/: make site

Each agency is built on its own. One with faulty data keeps its last good site; the others and the
portal are renewed, and the exit status is 1. site/ is replaced in one step at the end. Suspicions
are listed; with --strict they forbid publication as errors do.
"""

import argparse
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from profil_terbuka import pipeline  # noqa: E402
from profil_terbuka.model.messages import message  # noqa: E402
from profil_terbuka.pipeline import CACHE, Prepared, Refused  # noqa: E402
from profil_terbuka.portal.assembling import SLUG, Deserted, Portal, compose_portal  # noqa: E402
from profil_terbuka.read.catalog import DATASETS, agency_slugs  # noqa: E402
from profil_terbuka.read.manuscripts import PAGES  # noqa: E402
from profil_terbuka.system import addresses, clock, program_faults, progress, revision  # noqa: E402
from profil_terbuka.system.cache import Cache  # noqa: E402
from profil_terbuka.system.swap import carry_over, place_of, side_folder, swap  # noqa: E402
from profil_terbuka.web import policy  # noqa: E402
from profil_terbuka.words.catalogues import text  # noqa: E402
from profil_terbuka.words.labels import trouble  # noqa: E402
from profil_terbuka.words.report import report  # noqa: E402

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

    def add(self, made: Prepared, cache: Cache) -> None:
        """Count one agency's site."""
        self.datasets += len(made.catalog.datasets) if made.catalog else 0
        self.charts += len(made.charts)
        self.redrawn += cache.made.get("gambar", 0)
        self.revalidated += cache.made.get("frictionless", 0)
        self.findings += len(made.findings)


Made = TypeVar("Made")


def built(build: Callable[[], Made], part: str, source: str) -> Made | None:
    """What `build` gives back; None when it failed, which has been said.

    `part` names what is built, `source` the folder that it is made from.
    """
    try:
        return build()
    except (Refused, Deserted) as reason:
        print(reason, file=sys.stderr)
    except (KeyboardInterrupt, SystemExit, OSError):
        raise
    except BaseException as problem:  # libraries in Rust panic past Exception
        print(
            report([program_faults.kept_fault(problem, ROOT / CACHE, part, source)]),
            file=sys.stderr,
        )
    return None


def build_agency(slug: str, target: Path, cache: Cache, strict: bool) -> Prepared:
    """One agency's site in the folder `target`; Refused when it must not be published."""
    prepared = pipeline.examine(ROOT, slug, cache, addresses.given_address())
    pipeline.refuse_faulty(prepared.findings, strict=strict)
    if suspicions := report(prepared.findings):
        print(suspicions, file=sys.stderr)
    site = pipeline.publication(prepared, cache)
    pipeline.fill_folder(target, site, ROOT, cache, strict=strict)
    return prepared


def build_agencies(work: Path, strict: bool) -> tuple[list[str], Tally]:
    """Agencies that have a site in `work`, new or carried over, and the counts."""
    present, tally = [], Tally()
    for slug in agency_slugs(ROOT):
        target, cache = work / slug, Cache(ROOT / CACHE)
        build = partial(build_agency, slug, target, cache, strict)
        made = built(build, slug, f"{DATASETS}/{slug}")
        if made is not None:
            tally.add(made, cache)
        else:
            tally.broken.append(slug)
            shutil.rmtree(target, ignore_errors=True)
        if made is not None or carry_over(LIVE, slug, target):
            present.append(slug)
    return present, tally


def build_portal(work: Path, present: list[str], strict: bool, tally: Tally) -> Path | None:
    """The portal with the agencies below it, ready to be published; None when it failed."""
    target, cache = work / f".{SLUG}", Cache(ROOT / CACHE)

    def build() -> Portal:
        made = compose_portal(ROOT, work, addresses.given_address(), cache, policy.PAGE)
        pipeline.fill_folder(target, made.publication, ROOT, cache, strict=strict)
        return made

    made = built(build, SLUG, f"{PAGES}/{SLUG}")
    if made is None:
        return None
    if made.findings:
        print(report(made.findings), file=sys.stderr)
        tally.left_out = len(made.findings)
    for slug in present:
        (work / slug).rename(target / slug)
    return target


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
    parser = argparse.ArgumentParser(description=text(message("commands.build")))
    strict = text(message("commands.option-strict"))
    parser.add_argument("--strict", action="store_true", help=strict)
    options = parser.parse_args()
    started = time.monotonic()
    try:
        clock.check_clock()
        addresses.check_address()
    except (clock.WrongClock, addresses.WrongAddress) as reason:
        print(reason, file=sys.stderr)
        return 2
    clock.hold()
    if told := text(revision.why_no_commit(ROOT)):
        print(told, file=sys.stderr)
    try:
        with progress.told(partial(print, file=sys.stderr, flush=True)):
            tally = renew(options.strict)
    except OSError as problem:
        print(trouble(problem), file=sys.stderr)
        tally = Tally()
    if tally.broken:
        print(text(message("commands.not-renewed", slugs=tuple(tally.broken))), file=sys.stderr)
    if not tally.pages:
        print(text(message("commands.old-site-stays")), file=sys.stderr)
        return 1
    print(closing_line(tally, time.monotonic() - started))
    return 1 if tally.broken or tally.left_out else 0


def closing_line(tally: Tally, seconds: float) -> str:
    """'57 halaman, 14 dataset, 22 grafik ...'."""
    return text(
        message(
            "commands.built",
            pages=tally.pages,
            datasets=tally.datasets,
            revalidated=tally.revalidated,
            charts=tally.charts,
            redrawn=tally.redrawn,
            findings=tally.findings,
            seconds=round(seconds, 1),
        )
    )


if __name__ == "__main__":
    sys.exit(main())
