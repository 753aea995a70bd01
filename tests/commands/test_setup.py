"""Preparing .venv: three ways of making it, what heals by itself, and what people must mend."""

from __future__ import annotations

import importlib.util
import platform
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import siapkan
from support import ROOT, change, names

LOCK = "requirements.txt"


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[list[str]]:
    """A machine where every command succeeds; the commands given are listed."""
    given: list[list[str]] = []

    def run(*command: object) -> bool:
        given.append([str(part) for part in command])
        siapkan.VENV.mkdir(exist_ok=True)
        return True

    place(monkeypatch, tmp_path)
    monkeypatch.setattr(siapkan, "run", run)
    monkeypatch.setattr(siapkan, "whole", lambda: True)
    monkeypatch.setattr(shutil, "which", lambda name: None)
    return given


def place(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let the script work in a folder whose lock file names nothing."""
    monkeypatch.setattr(siapkan, "ROOT", folder)
    monkeypatch.setattr(siapkan, "VENV", folder / ".venv")
    monkeypatch.setattr(siapkan, "VENV_PYTHON", folder / ".venv" / "bin" / "python")
    (folder / LOCK).write_text("# tanpa pustaka\n", "utf-8")


def without(monkeypatch: pytest.MonkeyPatch, *modules: str) -> None:
    """Pretend that this Python lacks the modules."""
    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name in modules else find(name)
    )


@pytest.mark.parametrize(
    ("lock", "asked"),
    [
        ("profil-terbuka==1.0.0\n", False),
        ("# satu baris\nprofil-terbuka==1.0.0\n", False),
        ("profil-terbuka==1.0.0\nlain==2\n", True),
        ("profil-terbukaan==1.0.0\n", True),
    ],
)
def test_only_the_program_itself_needs_no_hash(
    lock: str, asked: bool, machine: list[list[str]], tmp_path: Path
) -> None:
    (tmp_path / LOCK).write_text(lock, "utf-8")
    assert siapkan.main(LOCK) == 0
    assert ("--require-hashes" in machine[1]) is asked


def test_a_program_that_lies_in_the_repository_is_taken_from_there(
    machine: list[list[str]], tmp_path: Path
) -> None:
    (tmp_path / "roda").mkdir()
    assert siapkan.main(LOCK) == 0
    place = machine[1].index("--find-links")
    assert machine[1][place + 1] == str(tmp_path / "roda")


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


# Healing, with real commands


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a real .venv, set up to the end; without pip, which takes seconds."""
    folder = tmp_path_factory.mktemp("jadi")
    with pytest.MonkeyPatch.context() as patch:
        place(patch, folder)
        without(patch, "ensurepip")
        assert siapkan.main(LOCK) == 0
    return folder


@pytest.fixture
def venv(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it to damage."""
    shutil.copytree(made / ".venv", tmp_path / ".venv", symlinks=True)
    place(monkeypatch, tmp_path)
    without(monkeypatch, "ensurepip")
    return tmp_path / ".venv"


def without_stamp(venv: Path) -> None:
    (venv / ".ok").unlink()


def of_an_older_lock_file(venv: Path) -> None:
    (venv / ".ok").write_text("segel lain\n", "utf-8")


def with_a_stamp_of_nothing(venv: Path) -> None:
    """As `touch` left it."""
    (venv / ".ok").write_bytes(b"")


def broken_link(venv: Path) -> None:
    for path in venv.glob("bin/python*"):
        path.unlink()
        path.symlink_to("/tiada/python3")


def not_a_program(venv: Path) -> None:
    (venv / "bin/python").unlink()
    (venv / "bin/python").write_text("bukan program", "utf-8")


def nothing_but_the_folder(venv: Path) -> None:
    shutil.rmtree(venv)
    venv.mkdir()


def a_file(venv: Path) -> None:
    shutil.rmtree(venv)
    venv.write_text("bukan folder", "utf-8")


def a_dead_link(venv: Path) -> None:
    shutil.rmtree(venv)
    venv.symlink_to("/tiada/venv")


def of_another_python(venv: Path) -> None:
    change(venv / "pyvenv.cfg", f"version = {platform.python_version()}", "version = 3.9.1")


MENDED = [without_stamp, of_an_older_lock_file, with_a_stamp_of_nothing]
MADE_ANEW = [
    broken_link,
    not_a_program,
    nothing_but_the_folder,
    a_file,
    a_dead_link,
    of_another_python,
]


@pytest.mark.parametrize("spoil", [*MENDED, *MADE_ANEW], ids=lambda function: function.__name__)
def test_an_interrupted_set_up_heals_itself(
    venv: Path, spoil: Callable[[Path], None], capfd: pytest.CaptureFixture[str]
) -> None:
    spoil(venv)
    assert siapkan.main(LOCK) == 0
    out = capfd.readouterr().out
    assert ("dibuat ulang" in out) == (spoil in MADE_ANEW)
    assert siapkan.answer(siapkan.VENV_PYTHON, "-c", "import sys; print(sys.prefix)") == str(venv)
    assert siapkan.main(LOCK) == 0
    assert capfd.readouterr().out == ""  # nothing is left to do


def test_a_venv_without_pip_is_given_one(venv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_stamp(venv)
    monkeypatch.undo()
    place(monkeypatch, venv.parent)
    without(monkeypatch, "pip")  # none outside that could install into it
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert siapkan.main(LOCK) == 0
    assert siapkan.answer(siapkan.VENV_PYTHON, "-m", "pip", "--version")


def test_a_venv_of_too_old_a_python_is_made_anew(
    venv: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(siapkan, "answer", lambda *command: "3.9")
    monkeypatch.setattr(siapkan, "installed", lambda lock_file: siapkan.VENV.mkdir() or True)
    (venv / "tanda").touch()
    assert siapkan.main(LOCK) == 0
    assert "Python di dalamnya 3.9, terlalu lama" in capsys.readouterr().out
    assert not (venv / "tanda").exists()


def test_half_installed_libraries_are_installed_into_a_new_venv(
    venv: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    without_stamp(venv)
    (venv / "rusak").touch()
    run = siapkan.run
    monkeypatch.setattr(
        siapkan, "run", lambda *command: not (venv / "rusak").exists() and run(*command)
    )
    assert siapkan.main(LOCK) == 0
    assert "dicoba sekali lagi dengan .venv yang baru" in capsys.readouterr().out
    assert not (venv / "rusak").exists()
    assert names(venv.parent) == [".venv", LOCK]


def library(venv: Path) -> Path:
    """An invented library in .venv, with its list of files."""
    (packages,) = venv.glob("lib/python3*/site-packages")
    (packages / "rekaan.py").write_text("SATU = 1\n", "utf-8")
    listed = packages / "rekaan-1.0.dist-info"
    listed.mkdir()
    (listed / "METADATA").write_text("Metadata-Version: 2.1\nName: rekaan\nVersion: 1.0\n", "utf-8")
    (listed / "RECORD").write_text("rekaan.py,sha256=x,9\nrekaan-1.0.dist-info/RECORD,,\n", "utf-8")
    return packages / "rekaan.py"


def missing(file: Path) -> None:
    file.unlink()


def cut_off(file: Path) -> None:
    file.write_text("SAT", "utf-8")


def unlisted(file: Path) -> None:
    (file.parent / "rekaan-1.0.dist-info" / "RECORD").unlink()


def test_a_whole_library_is_kept(venv: Path) -> None:
    file = library(venv)
    without_stamp(venv)
    assert siapkan.main(LOCK) == 0
    assert file.exists()


@pytest.mark.parametrize("spoil", [missing, cut_off, unlisted])
def test_a_library_that_is_there_in_part_makes_all_anew(
    venv: Path, spoil: Callable[[Path], None], capsys: pytest.CaptureFixture[str]
) -> None:
    file = library(venv)
    spoil(file)
    without_stamp(venv)
    assert siapkan.main(LOCK) == 0
    assert "dicoba sekali lagi dengan .venv yang baru" in capsys.readouterr().out
    assert not (file.parent / "rekaan-1.0.dist-info").exists()


def test_without_a_connection_the_old_venv_stays(
    venv: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    of_an_older_lock_file(venv)
    (venv / "tanda").touch()
    run = siapkan.run
    monkeypatch.setattr(siapkan, "run", lambda *command: "install" not in command and run(*command))
    assert siapkan.main(LOCK) == 1
    assert "Periksa sambungan internet" in capsys.readouterr().err
    assert names(venv.parent) == [".venv", LOCK]
    assert (venv / "tanda").exists()
    assert not siapkan.ready(LOCK)


def test_a_finished_set_up_asks_nothing_of_the_python_that_runs_it(
    venv: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`make site PYTHON=python3.12` once; then `make site` on a system whose own is too old."""
    monkeypatch.setattr(siapkan, "fault", lambda: "")
    monkeypatch.setattr(siapkan, "OLDEST", (99, 0))
    assert siapkan.main(LOCK) == 0


def test_make_always_asks_the_script(tmp_path: Path) -> None:
    """A .venv that looks newer than its lock file is no proof of anything."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / ".venv").mkdir()
    for stamp in siapkan.STAMPS.values():
        (tmp_path / ".venv" / stamp).touch()
    told = subprocess.run(
        ["make", "--dry-run", "site"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert "scripts/siapkan.py requirements.txt" in told.stdout


# The lock files


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_locked_package_has_hashes_and_mkdocs_stays_below_2(name: str) -> None:
    lock = (ROOT / name).read_text("utf-8")
    pins = re.findall(r"^([\w.-]+)==([^\s;]+)", lock, re.MULTILINE)
    assert len(re.findall(r"^[\w.-]+==.*\\\n    --hash=sha256:", lock, re.MULTILINE)) == len(pins)
    assert dict(pins)["mkdocs"] == "1.6.1"
