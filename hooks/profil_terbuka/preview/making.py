"""What the files of an agency say now: its site, laid out in memory, or why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..model.findings import Finding
from ..pipeline import Refused, examine, publication
from ..read.catalog import DATASETS
from ..render import LayoutPage, Theme, Website, layout_pages
from ..render.rendering import file_of
from ..system import addresses, program_faults
from ..system.cache import Cache
from ..words.labels import trouble


@dataclass(frozen=True)
class PreviewedAgency:
    """The agency `slug` of the repository `root`."""

    root: Path
    slug: str
    cache: Cache

    def made(self) -> LaidOut | Faulty:
        """Its site as the files are now; whatever fails is told."""
        try:
            return self._made()
        except Refused as reason:
            return Faulty(said=str(reason))
        except OSError as problem:
            return Faulty(said=trouble(problem))
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as problem:  # libraries in Rust panic past Exception
            return self.fault(problem)

    def fault(self, problem: BaseException) -> Faulty:
        """A fault of the program, kept for who mends it."""
        file = f"{DATASETS}/{self.slug}"
        return Faulty((program_faults.kept_fault(problem, self.cache.folder, self.slug, file),))

    def _made(self) -> LaidOut | Faulty:
        prepared = examine(self.root, self.slug, self.cache, addresses.given_address())
        if not prepared.publishable:
            return Faulty(prepared.findings)
        website = publication(prepared, self.cache).website
        pages = {file_of(page.url): page for page in layout_pages(website)}
        return LaidOut(self, website, Theme(website), pages, prepared.findings)


@dataclass(frozen=True)
class LaidOut:
    """A site whose pages can be rendered one by one; `pages` by their file, 'data/index.html'."""

    source: PreviewedAgency
    website: Website
    theme: Theme
    pages: Mapping[str, LayoutPage]
    findings: tuple[Finding, ...]
    """Suspicions: they do not stand against publishing."""


@dataclass(frozen=True, slots=True)
class Faulty:
    """Why there is no site: findings, or one sentence where it is no matter of data."""

    findings: tuple[Finding, ...] = ()
    said: str = ""
