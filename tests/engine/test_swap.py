"""Taking the place of the published site, by two builds at once and with kills in between."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from profil_terbuka.system import swap as swapping
from profil_terbuka.system.swap import carry_over, side_folder, swap
from support import ROOT, names

DEAD = 2**22 + 1
"""Greater than any process number."""


def site(folder: Path, text: str) -> Path:
    """A site of two pages that say the same."""
    (folder / "data").mkdir(parents=True)
    for page in ("index.html", "data/index.html"):
        (folder / page).write_text(text, "utf-8")
    return folder


def says(folder: Path) -> str:
    """What all pages of a site say."""
    texts = {path.read_text("utf-8") for path in folder.rglob("*.html")}
    assert len(texts) == 1, texts
    return texts.pop()


@pytest.fixture
def live(tmp_path: Path) -> Path:
    return site(tmp_path / "site", "lama")


@pytest.fixture
def no_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that cannot exchange two names in one step."""
    monkeypatch.setattr(swapping, "_exchange", lambda one, other: False)


def fill_and_swap(live: Path) -> None:
    folder = side_folder(live)
    folder.rmdir()
    swap(site(folder, "baru"), live)


def test_first_site(tmp_path: Path) -> None:
    fill_and_swap(tmp_path / "baru" / "site")
    assert says(tmp_path / "baru" / "site") == "baru"


def test_new_site_replaces_the_old_one_and_leaves_nothing_beside_it(live: Path) -> None:
    fill_and_swap(live)
    assert says(live) == "baru"
    assert names(live.parent) == ["site"]


@pytest.mark.usefixtures("no_exchange")
def test_so_it_does_where_names_cannot_be_exchanged(live: Path) -> None:
    fill_and_swap(live)
    assert says(live) == "baru"
    assert names(live.parent) == ["site"]


@pytest.mark.usefixtures("no_exchange")
def test_another_build_publishes_between_the_two_renames(
    live: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def interrupted(self: Path, target: Path) -> Path:
        moved = rename(self, target)
        if self == live and not live.exists():
            monkeypatch.setattr(Path, "rename", rename)
            site(live, "lain")
        return moved

    monkeypatch.setattr(Path, "rename", interrupted)
    fill_and_swap(live)
    assert says(live) == "baru"
    assert names(live.parent) == ["site"]


@pytest.mark.usefixtures("no_exchange")
def test_old_site_comes_back_when_the_new_one_cannot_be_moved(
    live: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename
    new = site(live.parent / "baru", "baru")

    def interrupted(self: Path, target: Path) -> Path:
        moved = rename(self, target)
        if self == live:
            shutil.rmtree(new)
        return moved

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(FileNotFoundError):
        swap(new, live)
    assert says(live) == "lama"
    assert names(live.parent) == ["site"]


@pytest.mark.parametrize("step", [1, 2])
def test_kill_between_the_two_renames_is_mended_by_the_next_build(live: Path, step: int) -> None:
    killed = f"""
import os, signal
from pathlib import Path
from profil_terbuka.system import swap
from test_swap import fill_and_swap
steps, rename = [], Path.rename
def deadly(self, target):
    rename(self, target)
    steps.append(target)
    if len(steps) == {step}:
        os.kill(os.getpid(), signal.SIGKILL)
swap._exchange = lambda one, other: False
Path.rename = deadly
fill_and_swap(Path({str(live)!r}))
"""
    here = Path(__file__).parent
    paths = os.pathsep.join(map(str, (ROOT / "hooks", ROOT / "tests", here)))
    environment = {**os.environ, "PYTHONPATH": paths}
    result = subprocess.run([sys.executable, "-c", killed], env=environment, check=False)
    assert result.returncode == -signal.SIGKILL
    assert live.exists() == (step == 2)
    folder = side_folder(live)
    assert says(live) == ("lama" if step == 1 else "baru")
    assert names(live.parent) == sorted(["site", folder.name])


def test_left_overs_of_dead_builds_go_those_of_others_stay(live: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        kept = [f".site.baru.{other.pid}", f".site.lama.{other.pid}", ".site.2024", "site.baru.1"]
        for name in [*kept, f".site.baru.{DEAD}", f".site.lama.{DEAD}"]:
            site(live.parent / name, "sisa")
        folder = side_folder(live)
        other.communicate(b"\n")
    assert names(live.parent) == sorted([*kept, "site", folder.name])
    assert names(folder) == []


def test_a_file_in_the_place_of_the_site_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("catatan penting", "utf-8")
    with pytest.raises(NotADirectoryError):
        side_folder(tmp_path / "site")
    assert (tmp_path / "site").read_text("utf-8") == "catatan penting"


def test_a_part_is_carried_where_a_file_can_have_but_one_name(
    live: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def impossible(target: Path, source: Path) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM), str(target))

    monkeypatch.setattr(Path, "hardlink_to", impossible)
    assert carry_over(live, "data", live.parent / "salinan")
    assert says(live.parent / "salinan") == "lama"


def test_carried_over_part_is_of_one_site(live: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    linked = Path.hardlink_to

    def interrupted(target: Path, source: Path) -> None:
        monkeypatch.setattr(Path, "hardlink_to", linked)
        linked(target.with_name("lain.html"), source)
        swap(site(live.parent / "lain", "lain"), live)

    monkeypatch.setattr(Path, "hardlink_to", interrupted)
    assert carry_over(live, "data", live.parent / "salinan")
    assert names(live.parent / "salinan") == ["index.html"]
    assert says(live.parent / "salinan") == "lain"
    assert not carry_over(live, "tiada", live.parent / "kosong")
