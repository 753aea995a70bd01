"""Whoever waits is told what takes long, and of nothing else."""

from __future__ import annotations

import time

from profil_terbuka.model.messages import message
from profil_terbuka.system import progress

READ = message("commands.doing-read", agency="dinas-x")
CHECK = message("commands.doing-checks", agency="dinas-x")


def test_a_step_that_takes_long_is_told_once() -> None:
    heard: list[str] = []
    with progress.told(heard.append, patience=0.01):
        progress.begin(READ)
        time.sleep(0.2)
    assert heard == ["Sedang membaca berkas dinas-x ..."]


def test_of_quick_steps_nothing_is_told() -> None:
    heard: list[str] = []
    with progress.told(heard.append, patience=5):
        progress.begin(READ)
        progress.begin(CHECK)
    assert heard == []


def test_nobody_is_told_after_the_end() -> None:
    heard: list[str] = []
    with progress.told(heard.append, patience=0.01):
        pass
    progress.begin(READ)
    time.sleep(0.05)
    assert heard == []
