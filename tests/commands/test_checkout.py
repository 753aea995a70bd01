"""The repository as people get it: whole, cut short, as a ZIP, without git, of another owner."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from profil_terbuka.system import revision
from profil_terbuka.words import catalogues as words
from support import ROOT, Run, names, snapshot

PERSON = {
    f"GIT_{role}_{what}": value
    for role in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "a"), ("EMAIL", "a@b.c"))
}
DATED = {"SHA256SUMS", "bukti-terbit.json"}
"""Files that tell the commit, and the fingerprints of those."""


def git(folder: Path, *words: str) -> str:
    command = ["git", "-c", "protocol.file.allow=always", *words]
    environment = {**os.environ, **PERSON}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@pytest.fixture
def committed(project: Path) -> Path:
    """The invented agency's repository with two commits."""
    shutil.copy(ROOT / ".gitignore", project)
    for message in ("satu", "dua"):
        (project / "catatan.txt").write_text(message, "utf-8")
        for command in (["init", "-q"], ["add", "."], ["commit", "-qm", message]):
            git(project, *command)
    return project


def told(project: Path) -> str | None:
    """The commit that the published site names."""
    proof = json.loads((project / "site/bukti-terbit.json").read_text("utf-8"))
    return str(proof["komit"]) if proof["komit"] else None


def undated(project: Path) -> dict[str, bytes]:
    """The site without what tells the commit."""
    found = snapshot(project / "site")
    return {name: data for name, data in found.items() if name.split("/")[-1] not in DATED}


def test_a_zip_builds_the_same_site_and_says_once_what_it_lacks(committed: Path, run: Run) -> None:
    first = run("bangun.py")
    assert (first.returncode, first.stderr) == (0, "")
    assert told(committed) == git(committed, "rev-parse", "HEAD")
    with_history = undated(committed)
    shutil.rmtree(committed / ".git")
    result = run("bangun.py")
    assert result.returncode == 0
    (line,) = result.stderr.splitlines()
    assert line.startswith("Folder ini tanpa riwayat git, misalnya karena diunduh sebagai ZIP.")
    assert told(committed) is None
    assert undated(committed) == with_history


def test_without_git_the_build_goes_on(committed: Path, run: Run) -> None:
    result = run("bangun.py", PATH="/tiada")
    assert result.returncode == 0
    (line,) = result.stderr.splitlines()
    assert line.startswith("Program git tidak ada di komputer ini.")
    assert told(committed) is None


def test_a_shallow_checkout_knows_its_commit(committed: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth=1", committed.as_uri(), "dangkal")
    shallow = tmp_path / "dangkal"
    assert git(shallow, "rev-list", "--count", "HEAD") == "1"
    assert revision.is_shallow(shallow)
    assert not revision.is_shallow(committed)
    assert not revision.why_no_commit(shallow)
    assert revision.commit(shallow) == git(committed, "rev-parse", "HEAD")


def test_a_checkout_of_another_owner_knows_its_commit(
    committed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = git(committed, "rev-parse", "HEAD")
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")  # git's own way to try it
    refused = subprocess.run(
        ["git", "status"], cwd=committed, capture_output=True, text=True, check=False
    )
    assert "dubious ownership" in refused.stderr
    assert not revision.why_no_commit(committed)
    assert revision.commit(committed) == head


def test_a_damaged_history_is_said(committed: Path) -> None:
    shutil.rmtree(committed / ".git/refs")
    told = words.text(revision.why_no_commit(committed))
    assert told.startswith("Riwayat git di folder ini tidak dapat dibaca.")
    assert revision.commit(committed) is None


def test_open_changes_are_no_reason_to_warn(committed: Path) -> None:
    (committed / "catatan.txt").write_text("tiga", "utf-8")
    assert revision.commit(committed) is None
    assert not revision.why_no_commit(committed)


def test_a_repository_further_up_is_not_meant(committed: Path) -> None:
    inner = committed / "unduhan"
    inner.mkdir()
    assert revision.commit(inner) is None
    assert "ZIP" in words.text(revision.why_no_commit(inner))


# site as a symbolic link


@pytest.mark.parametrize("there", [True, False], ids=["ada", "belum-ada"])
def test_a_link_stays_and_its_target_is_replaced(
    project: Path, tmp_path: Path, run: Run, there: bool
) -> None:
    target = tmp_path / "disk" / "terbit"
    if there:
        target.mkdir(parents=True)
        (target / "lama.html").write_text("lama", "utf-8")
    (project / "site").symlink_to(target)
    for _ in range(2):
        result = run("bangun.py")
        assert result.returncode == 0, result.stderr
        assert (project / "site").readlink() == target
        assert (target / "contoh/index.html").is_file()
        assert not (target / "lama.html").exists()
        assert names(target.parent) == ["terbit"]
        assert not list(project.glob(".site*"))


def test_a_link_in_a_circle_is_one_sentence(project: Path, run: Run) -> None:
    (project / "site").symlink_to(project / "site")
    result = run("bangun.py")
    assert result.returncode == 1
    assert f"Tautan simbolis berputar: {project / 'site'}." in result.stderr
    assert "Traceback" not in result.stderr
