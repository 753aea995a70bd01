"""What the build fetches from others is named exactly, and its licences are known."""

from __future__ import annotations

import csv
import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from support import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"uses: [\w-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_by_commit(path: Path) -> None:
    uses = [line for line in path.read_text("utf-8").splitlines() if "uses:" in line]
    assert uses
    assert [line for line in uses if not PINNED.search(line)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_token_is_left_in_the_checkout(path: Path) -> None:
    jobs = yaml.safe_load(path.read_text("utf-8"))["jobs"].values()
    steps = [step for job in jobs for step in job["steps"]]
    checkouts = [step for step in steps if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_workflows_are_searched_for_weaknesses_and_a_missing_tool_fails() -> None:
    lint = (ROOT / "Makefile").read_text("utf-8").partition("\nlint:")[2].partition("\n\n")[0]
    (command,) = [line.strip() for line in lint.splitlines() if "zizmor" in line]
    assert command.endswith(".github")
    assert not command.startswith(("-", "@-"))
    assert "||" not in command
    assert "\nzizmor==" in (ROOT / "requirements-dev.txt").read_text("utf-8")


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_locks_name_no_host(name: str) -> None:
    lock = (ROOT / name).read_text("utf-8")
    assert "--hash=sha256:" in lock
    assert not re.search(r"https?://|--index|--find-links", lock)


def test_every_library_states_its_licence() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "lisensi.py")]
    result = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert result.returncode == 0, result.stderr
    assert "mkdocs,1.6.1,BSD-2-Clause\n" in result.stdout
    assert "sql.js,1.17.0,MIT; SQLite: domain publik\n" in result.stdout


def test_a_library_without_licence_is_told(tmp_path: Path) -> None:
    package = tmp_path / "rekaan-1.0.dist-info"
    package.mkdir()
    (package / "METADATA").write_text("Metadata-Version: 2.1\nName: rekaan\nVersion: 1.0\n")
    lock = tmp_path / "requirements.txt"
    lock.write_text("rekaan==1.0 \\\n    --hash=sha256:00\n")
    result = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "lisensi.py"), str(lock)],
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert result.returncode == 1
    assert result.stdout.endswith("rekaan,1.0,tidak dinyatakan\n")


def test_programs_of_others_are_what_was_looked_at_and_their_licence_is_told() -> None:
    folder = ROOT / "hooks" / "profil_terbuka" / "theme" / "pihak-lain"
    with (folder / "daftar.csv").open(encoding="utf-8", newline="") as file:
        listed = {row["berkas"]: row for row in csv.DictReader(file)}
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert there - {"daftar.csv"} == listed.keys()
    for name, row in listed.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == row["sha256"], name
        assert row["lisensi"]
