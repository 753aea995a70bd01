"""Who builds the agencies: this machine, with as many at a time as it has processors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Protocol

from ..model.embargo import Scope
from ..model.messages import message
from ..read.catalog import DATASETS
from ..system import progress
from .building import AgencyBuild, Built, failed_build


class Workforce(Protocol):
    """Builds agencies; the sites are the same whoever does it."""

    def built(self, slugs: Sequence[str], work: Path) -> Iterator[Built]:
        """What comes of building these agencies in folders of `work`, in their order."""


@dataclass(frozen=True)
class ThisMachine:
    """Builds in `jobs` processes, out of the repository `root`; `strict` and `scope` are those of
    the build."""

    root: Path
    strict: bool
    jobs: int
    scope: Scope = Scope.PUBLIC

    def built(self, slugs: Sequence[str], work: Path) -> Iterator[Built]:
        """One agency in this process, several side by side in others."""
        workers = min(self.jobs, len(slugs))
        each = self.jobs // workers if workers else 1
        build = AgencyBuild(self.root, work, self.strict, each, self.scope).build
        if workers < 2:
            yield from map(build, slugs)
            return
        # Forked processes hang in the library that draws, so each starts anew.
        with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
            waiting = [pool.submit(build, slug) for slug in slugs]
            for slug, future in zip(slugs, waiting, strict=True):
                progress.begin(message("commands.doing-pages", agency=slug))
                yield self._result(slug, future)

    def _result(self, slug: str, future: Future[Built]) -> Built:
        try:
            return future.result()
        except BrokenProcessPool as problem:  # killed, mostly for want of memory
            return failed_build(problem, self.root, slug, f"{DATASETS}/{slug}")
