"""Agencies built by the machines of a Dask cluster, one of which is lost meanwhile."""

from __future__ import annotations

import os
import shutil
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import distributed
import pytest

from programs import anew, run, well
from support import change, own_engine, snapshot

DAY = {"TANGGAL": "2025-01-01"}


@pytest.fixture
def two(project: Path) -> Path:
    """A repository with two agencies, of which nothing was built yet."""
    own_engine(project)  # no link: machines get its files
    for folder in ("datasets", "docs"):
        shutil.copytree(project / folder / "contoh", project / folder / "tetangga")
    identity = project / "datasets/tetangga/instansi.yml"
    change(identity, "nama: Dinas Contoh", "nama: Dinas Tetangga")
    change(project / "docs/tetangga/index.md", "# Dinas Contoh", "# Dinas Tetangga")
    return project


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[distributed.LocalCluster]:
    """Two machines, as far as one can play them: processes that share nothing but the network."""
    with distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        dashboard_address=None,
        local_directory=str(tmp_path / "mesin"),
    ) as made:
        yield made


@pytest.mark.filterwarnings("default")  # of the library's own threads and sockets
def test_a_machine_that_is_lost_costs_nothing_but_time(
    two: Path, cluster: distributed.LocalCluster
) -> None:
    lost: list[int] = []

    def lose_one() -> None:
        while not cluster.scheduler.tasks:
            time.sleep(0.1)
        time.sleep(2)  # it is in the middle of its first agency
        pid = next(iter(cluster.workers.values())).process.process.pid
        os.kill(pid, signal.SIGKILL)
        lost.append(pid)

    thread = threading.Thread(target=lose_one, daemon=True)
    thread.start()
    done = well(anew(two, "bangun.py", "--dask", cluster.scheduler_address, **DAY))
    thread.join()
    assert lost
    assert "2 dataset" in done.stdout
    made = snapshot(two / "site")
    shutil.rmtree(two / "site")
    shutil.rmtree(two / ".cache")
    well(run(two, "bangun.py", **DAY))
    assert snapshot(two / "site") == made


@pytest.mark.filterwarnings("default")
def test_a_cluster_that_does_not_answer_is_told(two: Path) -> None:
    done = anew(two, "bangun.py", "--dask", "tcp://127.0.0.1:9", **DAY)
    assert done.returncode == 2
    assert "Gugus Dask di tcp://127.0.0.1:9 tidak dapat dihubungi" in done.stderr
    assert not (two / "site").exists()
