#!/usr/bin/env python3
"""Build every agency and the portal into site/: make site

Each agency is built on its own. One with faulty data keeps its last good site; the others and the
portal are renewed, and the exit status is 1. site/ is replaced in one step at the end.
"""

import logging
import os
import shutil
import sys
import time
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from mkdocs.commands.build import build  # noqa: E402
from mkdocs.config import load_config  # noqa: E402
from mkdocs.config.defaults import MkDocsConfig  # noqa: E402
from mkdocs.exceptions import Abort  # noqa: E402

from profil_terbuka.catalog import agency_slugs  # noqa: E402
from profil_terbuka.swap import side_folder, swap  # noqa: E402
from profil_terbuka.wording import number  # noqa: E402

LIVE = ROOT / "site"


@dataclass
class Tally:
    """What a run made, for its closing line."""

    datasets: int = 0
    charts: int = 0
    redrawn: int = 0
    revalidated: int = 0
    findings: int = 0

    def add(self, config: MkDocsConfig) -> None:
        """Count one agency's site."""
        self.datasets += len(config.extra["situs"].catalog.datasets)
        self.charts += len(config.extra["situs"].drawings)
        self.redrawn += config.extra["dibuat"].get("gambar", 0)
        self.revalidated += config.extra["dibuat"].get("frictionless", 0)
        self.findings += len(config.extra["temuan"])


def built(target: Path, config_file: str) -> MkDocsConfig | None:
    """The config of a finished build into `target`; None when MkDocs gave up (it has said why)."""
    try:
        config = load_config(str(ROOT / config_file), site_dir=str(target), strict=True)
        build(config)
    except Abort:
        return None
    return config


def build_agencies(work: Path) -> tuple[list[str], list[str], Tally]:
    """Agencies that have a site in `work` (new, or carried over), those that failed, the counts."""
    present, broken, tally = [], [], Tally()
    for slug in agency_slugs(ROOT):
        os.environ["INSTANSI"] = slug
        config = built(work / slug, "mkdocs.yml")
        if config is not None:
            tally.add(config)
        else:
            broken.append(slug)
            if not (LIVE / slug).is_dir():
                continue
            shutil.copytree(LIVE / slug, work / slug, symlinks=True)
        present.append(slug)
    return present, broken, tally


def build_portal(work: Path, present: list[str]) -> Path | None:
    """The portal with the agencies below it, ready to be published; None when it failed."""
    os.environ["TERBIT"] = " ".join(present)
    portal = work / ".portal"
    if built(portal, "mkdocs.portal.yml") is None:
        return None
    for slug in present:
        (work / slug).rename(portal / slug)
    return portal


def main() -> int:
    """Build everything; exit status 1 when an agency or the portal could not be renewed."""
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    started = time.monotonic()
    work = side_folder(LIVE)
    try:
        present, broken, tally = build_agencies(work)
        renewed = len(present) > len([slug for slug in broken if slug in present])
        portal = build_portal(work, present) if renewed else None
        if portal is not None:
            swap(portal, LIVE)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    if broken:
        print(f"Tidak diperbarui karena kesalahan di atas: {', '.join(broken)}.", file=sys.stderr)
    if portal is None:
        print("Situs lama dibiarkan apa adanya.", file=sys.stderr)
        return 1
    print(closing_line(tally, time.monotonic() - started))
    return 1 if broken else 0


def closing_line(tally: Tally, seconds: float) -> str:
    """'57 halaman, 14 dataset, 22 grafik ...'."""
    pages = sum(1 for _ in LIVE.rglob("*.html"))
    spent = number(round(seconds, 1))
    return (
        f"{pages} halaman, {tally.datasets} dataset ({tally.revalidated} diperiksa ulang), "
        f"{tally.charts} grafik ({tally.redrawn} gambar dibuat ulang), {tally.findings} temuan, "
        f"{spent} detik"
    )


if __name__ == "__main__":
    sys.exit(main())
