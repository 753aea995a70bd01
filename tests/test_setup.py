"""Preparing .venv: three ways of making it, and the one command that mends a bare Debian."""

from __future__ import annotations

import importlib.util
import re
import shutil
from pathlib import Path

import pytest

import siapkan
from support import ROOT


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[list[str]]:
    """A machine where every command succeeds; the commands given are listed."""
    given: list[list[str]] = []

    def run(*command: object) -> bool:
        given.append([str(part) for part in command])
        return True

    monkeypatch.setattr(siapkan, "run", run)
    monkeypatch.setattr(siapkan, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(siapkan, "VENV_PYTHON", tmp_path / ".venv" / "bin" / "python")
    monkeypatch.setattr(shutil, "which", lambda name: None)
    return given


def without(monkeypatch: pytest.MonkeyPatch, *modules: str) -> None:
    """Pretend that this Python lacks the modules."""
    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name in modules else find(name)
    )


def test_usual_python_makes_a_venv_with_pip(machine: list[list[str]]) -> None:
    assert siapkan.main("requirements.txt") == 0
    assert machine[0][1:3] == ["-m", "venv"]
    assert machine[1][1:4] == ["-m", "pip", "install"]
    assert "--require-hashes" in machine[1]


def test_debian_without_venv_installs_from_outside(
    machine: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    without(monkeypatch, "ensurepip")
    assert siapkan.main("requirements.txt") == 0
    assert "--without-pip" in machine[0]
    assert machine[1][1:4] == ["-m", "pip", "--python"]


def test_uv_is_the_last_way(machine: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    without(monkeypatch, "ensurepip", "pip")
    monkeypatch.setattr(shutil, "which", lambda name: "/bin/uv")
    assert siapkan.main("requirements.txt") == 0
    assert machine[1][:3] == ["/bin/uv", "pip", "install"]


def test_hopeless_python_is_told_what_to_install(
    machine: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    without(monkeypatch, "ensurepip", "pip")
    assert siapkan.main("requirements.txt") == 1
    assert "sudo apt install python3-venv" in capsys.readouterr().err
    assert machine == []


def test_old_python_is_told_what_is_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(siapkan, "OLDEST", (99, 0))
    assert siapkan.main("requirements.txt") == 1
    assert "perlu 99.0 atau lebih baru" in capsys.readouterr().err


def test_an_existing_venv_is_kept(machine: list[list[str]]) -> None:
    siapkan.VENV_PYTHON.parent.mkdir(parents=True)
    siapkan.VENV_PYTHON.touch()
    assert siapkan.main("requirements.txt") == 0
    assert not [command for command in machine if "venv" in command]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_locked_package_has_hashes_and_mkdocs_stays_below_2(name: str) -> None:
    lock = (ROOT / name).read_text("utf-8")
    pins = re.findall(r"^([\w.-]+)==([^\s;]+)", lock, re.MULTILINE)
    assert len(re.findall(r"^[\w.-]+==.*\\\n    --hash=sha256:", lock, re.MULTILINE)) == len(pins)
    assert dict(pins)["mkdocs"] == "1.6.1"
