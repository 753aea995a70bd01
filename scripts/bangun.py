#!/usr/bin/env python3
"""Build every agency and the portal into site/: make site

Each agency is built on its own. One with faulty data keeps its last good site; the others and the
portal are renewed, and the exit status is 1. site/ is replaced in one step at the end. Suspicions
are listed; with --strict they forbid publication as errors do.
"""

import argparse
import sys
import time
from collections.abc import Mapping
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from profil_terbuka.model.messages import message  # noqa: E402
from profil_terbuka.portal.standing import PublishedSite, PublishedSites  # noqa: E402
from profil_terbuka.system import addresses, clock, progress, revision  # noqa: E402
from profil_terbuka.system.cache import Cache  # noqa: E402
from profil_terbuka.words.catalogues import text  # noqa: E402
from profil_terbuka.words.labels import trouble  # noqa: E402

LIVE = ROOT / "site"
CACHE = ROOT / ".cache"


def unchanged(strict: bool) -> Mapping[str, PublishedSite] | None:
    """What is published, where all of it is what would be built now; None where a build is due."""
    try:
        return PublishedSites(ROOT, LIVE, Cache(CACHE), strict).everything()
    except OSError:  # the build itself says which file is closed to it
        return None


def renew(strict: bool, jobs: int | None, started: float) -> int:
    """Build what has changed, and say what came of it."""
    # The engine is loaded only where there is something to build.
    from profil_terbuka.pipeline.renewal import RunOutcome, SiteBuild, usual_jobs  # noqa: PLC0415

    try:
        with progress.told(partial(print, file=sys.stderr, flush=True)):
            outcome = SiteBuild(ROOT, LIVE, strict, jobs or usual_jobs()).run()
    except OSError as problem:
        print(trouble(problem), file=sys.stderr)
        outcome = RunOutcome()
    for reason in outcome.told:
        print(reason, file=sys.stderr)
    tell(outcome.sites)
    if outcome.broken:
        print(text(message("commands.not-renewed", slugs=tuple(outcome.broken))), file=sys.stderr)
    if not outcome.pages:
        print(text(message("commands.old-site-stays")), file=sys.stderr)
        return 1
    counts = {**counted(outcome.sites), "pages": outcome.pages}
    made = {"revalidated": outcome.revalidated, "redrawn": outcome.redrawn}
    print(text(message("commands.built", **counts, **made, seconds=since(started))))
    return 1 if outcome.broken or outcome.left_out else 0


def tell(sites: Mapping[str, PublishedSite]) -> None:
    """The suspicions about sites that are published nevertheless."""
    for site in sites.values():
        print(site.report, end="\n" if site.report else "", file=sys.stderr)


def counted(sites: Mapping[str, PublishedSite]) -> dict[str, int]:
    """How much stands on the sites and the portal together."""
    return {
        "pages": sum(site.pages for site in sites.values()),
        "datasets": sum(site.datasets for site in sites.values()),
        "charts": sum(site.charts for site in sites.values()),
        "findings": sum(site.findings for site in sites.values()),
    }


def since(started: float) -> float:
    """Seconds, as they are told."""
    return round(time.monotonic() - started, 1)


def main() -> int:
    """Build everything; exit status 1 when an agency or the portal could not be renewed, 2 when
    the day of publication or the address is none."""
    parser = argparse.ArgumentParser(description=text(message("commands.build")))
    strict = text(message("commands.option-strict"))
    parser.add_argument("--strict", action="store_true", help=strict)
    jobs = text(message("commands.option-jobs"))
    parser.add_argument("--jobs", type=int, metavar="N", help=jobs)
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
    sites = unchanged(options.strict)
    if sites is None:
        return renew(options.strict, options.jobs, started)
    tell(sites)
    print(text(message("commands.unchanged", **counted(sites), seconds=since(started))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
