"""What the files of an agency say now: its site, laid out in memory, or why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from ..check.conform import check_conformity
from ..downloads import dataset_downloads
from ..model.embargo import Scope
from ..model.findings import Finding
from ..pipeline import Prepared, Refused, draw, examine, publication
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
        address = addresses.given_address()
        prepared = examine(self.root, self.slug, self.cache, address, Scope.STAGED)
        if not prepared.sources.waiting:  # what is seen is what would be published: no marks
            prepared = replace(prepared, sources=replace(prepared.sources, scope=Scope.PUBLIC))
        if not prepared.publishable:
            return Faulty(prepared.findings)
        website = publication(prepared, self.cache).website
        pages = {file_of(url): page for url, page in layout_pages(website).items()}
        return LaidOut(self, prepared, website, Theme(website), pages)


@dataclass(frozen=True)
class LaidOut:
    """A site whose pages can be rendered one by one; `pages` by their file, 'data/index.html'."""

    source: PreviewedAgency
    prepared: Prepared
    website: Website
    theme: Theme
    pages: Mapping[str, LayoutPage]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Suspicions: they do not stand against publishing."""
        return self.prepared.findings

    def practise(self) -> None:
        """Check, draw and write one dataset anew, for nobody.

        Libraries that draw and check take a second at their first use; whoever saves a file first
        need not wait for it when this was done before.
        """
        catalog, charts = self.prepared.catalog, self.prepared.charts
        if catalog is None or not charts:
            return
        (dataset,) = (one for one in catalog.datasets if one.slug == charts[0].slug)
        # Where the disk is full or closed to us, the next edition says so.
        with suppress(OSError), TemporaryDirectory() as folder:
            nowhere = Cache(Path(folder))
            list(check_conformity((dataset,), self.source.root, nowhere))
            drawn = draw(replace(self.prepared, charts=charts[:1]), nowhere)
            list(drawn.drawings.values())
            dataset_downloads(dataset, catalog.agency, nowhere)


@dataclass(frozen=True, slots=True)
class Faulty:
    """Why there is no site: findings, or one sentence where it is no matter of data."""

    findings: tuple[Finding, ...] = ()
    said: str = ""
