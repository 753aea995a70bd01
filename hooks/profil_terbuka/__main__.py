"""Run the pipeline for one agency, as far as one likes: python -m profil_terbuka SLUG --until check

What each stage made is counted, what was found is reported. Nothing is published: `make site` does.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from . import pipeline
from .model import Catalog
from .model.findings import Finding, errors
from .render import layout_pages, render_website
from .system.cache import Cache
from .words.report import report

STAGES = ("read", "check", "protect", "prepare", "draw", "write", "render")


def main() -> int:
    """Exit status 1 when findings stop the stages that come after `prepare`."""
    parser = argparse.ArgumentParser(prog="profil_terbuka")
    parser.add_argument("agency", metavar="SLUG")
    parser.add_argument("--until", choices=STAGES, default="render")
    parser.add_argument("--root", type=Path, default=Path())
    options = parser.parse_args()
    sources = pipeline.read_sources(options.root.resolve(), options.agency)
    if sources.catalog is None:
        return told(sources.findings)
    return told(_run(sources, sources.catalog, options.until))


def told(findings: tuple[Finding, ...]) -> int:
    """Report the findings."""
    print(report(findings), file=sys.stderr)
    return 1 if errors(findings) else 0


def _run(sources: pipeline.Sources, catalog: Catalog, until: str) -> tuple[Finding, ...]:
    """The findings of the stages up to the one named."""
    cache = Cache(sources.root / pipeline.CACHE)
    _count("read", datasets=len(catalog.datasets), pages=len(sources.manuscripts))
    if until == "read":
        return sources.findings
    checked = pipeline.check_sources(sources, catalog, cache)
    _count("check", findings=len(checked.findings), answered=len(checked.answers))
    if until == "check":
        return checked.findings
    protected = pipeline.protect(checked, catalog, cache)
    _count("protect", findings=len(protected.findings))
    if until == "protect":
        return protected.findings
    prepared = pipeline.prepare(protected)
    _count("prepare", findings=len(prepared.findings), charts=len(prepared.charts))
    if until == "prepare" or not prepared.publishable:
        return prepared.findings
    drawn = pipeline.draw(prepared, cache)
    _count("draw", pictures=sum(map(len, drawn.drawings.values())))
    if until == "draw":
        return prepared.findings
    written = pipeline.write(drawn, cache)
    _count("write", files=len(written.files), pages=len(written.pages))
    if until == "render":
        site = pipeline.compose(written, cache)
        _count("render", files=len(render_website(site.website, layout_pages(site.website))))
    return prepared.findings


def _count(stage: str, **made: int) -> None:
    print(f"{stage:8}", *(f"{name}={number}" for name, number in made.items()))


if __name__ == "__main__":
    sys.exit(main())
