"""Builds agencies on the machines of a Dask cluster, which share no disk with this one.

Each agency is a task: its files go there, an archive of its part (`shards`) comes back, which is
taken only where it is what would be built here. A task whose machine is lost is done elsewhere.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..model.messages import message
from ..portal.standing import places_of, shared_places
from ..read.catalog import DATASETS, agency_slugs
from ..system import addresses, clock, progress, revision
from ..words.refusals import Refusal
from . import remote
from .building import Built
from .shards import PARTS, Parts

_COMMAND = "import sys; from profil_terbuka.cli.main import run_script; from pathlib import Path; \
sys.exit(run_script('bangun', Path()))"
_TRIES = 3
"""How often a task is begun anew that ended with its machine."""


class NoCluster(Refusal):
    """Why no cluster can be used."""


@dataclass(frozen=True)
class Cluster:
    """The cluster whose scheduler listens at `address` builds out of the repository `root`."""

    root: Path
    strict: bool
    address: str

    def built(self, slugs: Sequence[str], work: Path) -> Iterator[Built]:
        """What comes of building these agencies there, in their order; NoCluster without one."""
        if not slugs:
            return
        with _client(self.address) as client:
            client.run(os.getcwd)  # fails here where no machine answers
            shared = client.submit(bytes, self._shared())
            waiting = [self._begun(client, shared, slug) for slug in slugs]
            for at, slug in enumerate(slugs):
                progress.begin(message("commands.doing-pages", agency=slug))
                outcome = waiting[at].result()
                waiting[at] = None  # its archive is held nowhere any more
                yield self._received(slug, outcome, work)

    def _shared(self) -> bytes:
        """What all machines need; a site tells whether there are other agencies, so they are there
        by name."""
        others = [f"{DATASETS}/{slug}" for slug in agency_slugs(self.root)]
        return remote.packed_files(self.root, shared_places(), empty=others)

    def _begun(self, client: Any, shared: Any, slug: str) -> Any:
        own = remote.packed_files(self.root, places_of(slug))
        words = ("-c", _COMMAND, "--instansi", slug, *(("--strict",) if self.strict else ()))
        return client.submit(
            *(remote.build_remotely, shared, own, words, self._said(), PARTS),
            pure=False,
            retries=_TRIES,
        )

    def _said(self) -> dict[str, str]:
        """What this run was given."""
        names = (clock.DAY, clock.VARIABLE, addresses.VARIABLE)
        given = {name: os.environ.get(name, "") for name in names}
        given[revision.COMMIT] = revision.commit(self.root) or ""
        given["PYTHONPATH"] = "hooks"  # the engine is there, unless it is installed
        return {name: said for name, said in given.items() if said}

    def _received(self, slug: str, outcome: remote.Outcome, work: Path) -> Built:
        status, told, archive = outcome
        if status:
            return Built(None, told)
        place = work / f".{slug}"
        remote.unpack_files(archive, place)
        (built,) = Parts(self.root, place / PARTS, self.strict).built([slug], work)
        return built


def _client(address: str) -> Any:
    try:
        from cloudpickle import register_pickle_by_value  # noqa: PLC0415  an optional extra
        from distributed import Client  # noqa: PLC0415
    except ImportError:
        raise NoCluster(message("commands.no-dask")) from None
    register_pickle_by_value(remote)
    connected: Any = Client  # the library tells no types of it
    try:
        return connected(address, timeout="20s")
    except (OSError, ValueError) as problem:
        said = message("commands.no-cluster", address=address, problem=str(problem))
        raise NoCluster(said) from problem
