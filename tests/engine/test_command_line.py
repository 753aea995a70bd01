"""The command profil-terbuka: what it understands, and that it speaks the readers' language."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from profil_terbuka.cli.main import command_line
from profil_terbuka.cli.make_words import as_options
from profil_terbuka.cli.table import ROWS, loaded_command
from support import ROOT

ENGLISH = re.compile(r"\b(usage|options|positional|arguments?|show|error|choose|invalid)\b", re.I)


def ended(words: Sequence[str]) -> int:
    """The exit status, however the command ends."""
    try:
        return command_line(words)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else -1


@pytest.mark.parametrize("name", ROWS)
def test_each_command_explains_itself_in_indonesian(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended([name, "--help"]) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"Cara pakai: profil-terbuka {name} ")
    assert "tampilkan penjelasan ini" in told
    assert not ENGLISH.search(told)


def test_all_commands_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(["--help"]) == 0
    told = capsys.readouterr().out
    assert [name for name in ROWS if not re.search(rf"^  {name} +\S", told, re.M)] == []
    assert not ENGLISH.search(told)


def test_without_a_command_it_says_which_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended([]) == 2
    assert "bangun" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["tiada"], "tidak ada perintah `tiada`. Yang ada: baru, impor"),
        (["bangun", "--tiada"], "pilihan ini tidak dikenal: --tiada"),
        (["bangun", "--jobs", "dua"], "pada --jobs: nilai 'dua' bukan int"),
        (["bangun", "--jobs"], "pada --jobs: nilainya belum disebut"),
        (["impor", "--subjek", "tiada"], "pada --subjek: nilai 'tiada' tidak ada; yang ada: "),
        (["edisi"], "yang berikut wajib disebut: instansi, dataset, versi, --alasan"),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, list) else "",
)
def test_what_cannot_be_meant_is_said(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(words) == 2
    told = capsys.readouterr().err
    assert said in told
    assert not ENGLISH.search(told)


@pytest.mark.parametrize("name", ROWS)
def test_whatever_make_hands_over_is_understood(name: str) -> None:
    """The Makefile and each command know the same options."""
    recipe = (
        (ROOT / "Makefile").read_text("utf-8").partition(f"scripts/{name.replace('-', '_')}.py")[2]
    )
    assert recipe
    parser = argparse.ArgumentParser()
    loaded_command(name).options(parser)
    known = set(re.findall(r"--[a-z-]+", parser.format_help()))
    line = recipe.partition("\n")[0]
    asked = {f"--{option}" for option in re.findall(r"call option,([a-z-]+),", line)}
    asked |= set(re.findall(r"--[a-z-]+", line))
    assert asked <= known


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser()
    for place in ("instansi", "dataset", "versi"):
        made.add_argument(place)
    made.add_argument("--alasan")
    made.add_argument("--tanpa-peramban", action="store_true")
    return made


@pytest.mark.parametrize(
    ("words", "options"),
    [
        (["VERSI=1.1.0", "INSTANSI=a", "DATASET=b"], ["a", "b", "1.1.0"]),
        (["INSTANSI=a", "ALASAN=x = y"], ["--alasan=x = y", "a"]),
        (["--alasan", "INSTANSI=a"], ["--alasan", "INSTANSI=a"]),
        (["a", "b", "1.1.0", "TANPA_PERAMBAN=1"], ["a", "b", "1.1.0", "--tanpa-peramban"]),
        (["TANPA_PERAMBAN=0"], []),
        (["TANPA_PERAMBAN="], []),
        (["--versi", "2", "--instansi=a"], ["a", "", "2"]),
        (["TIADA=1"], ["TIADA=1"]),
        (["desimal Jumlah=koma"], ["desimal Jumlah=koma"]),
    ],
    ids=" ".join,
)
def test_words_of_make_become_options(words: list[str], options: list[str]) -> None:
    assert as_options(words, parser()) == options


def test_the_day_may_be_said_as_with_make(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TANGGAL", "2025-01-01")  # what is set here goes away after the test
    assert as_options(["TANGGAL=2026-11-22"], parser()) == []
    assert os.environ["TANGGAL"] == "2026-11-22"


def test_a_folder_without_datasets_is_no_repository(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(["--akar", str(tmp_path), "periksa"]) == 2
    assert f"Folder {tmp_path} bukan repositori Profil Terbuka" in capsys.readouterr().err


def test_pictures_without_playwright_are_refused_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in ("datasets/contoh", "site/contoh"):
        (tmp_path / folder).mkdir(parents=True)
    monkeypatch.setattr("profil_terbuka.cli.evidence.find_spec", lambda name: None)
    assert ended(["--akar", str(tmp_path), "bukti"]) == 1
    assert "memerlukan Playwright" in capsys.readouterr().err
    assert not (tmp_path / "bukti-monev").exists()
