"""What a branch changes in the data: told value by value, or by number where there are many."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from profil_terbuka.history import differences_since, differences_told
from profil_terbuka.words.refusals import Refusal
from sitting import git, with_history
from support import change

TABLE = "datasets/contoh/penerima/penerima.csv"


@pytest.fixture
def repository(data: Path) -> Path:
    """The invented agency's repository with one entry in its history."""
    with_history(data)
    return data


def told(root: Path) -> str:
    """The Markdown of what differs from the last commit."""
    return differences_told(differences_since(root, "HEAD"))


def test_nothing_changed_is_said(repository: Path) -> None:
    change(repository / "docs/contoh/index.md", "# Dinas Contoh", "# Dinas Contoh Kota")
    assert told(repository) == "Data tidak berubah.\n"


def test_a_changed_value_is_told_with_its_row(repository: Path) -> None:
    path = repository / TABLE
    head, first, *rest = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join((head, first.replace(",1200,", ",987654,"), *rest)), "utf-8")
    said = told(repository)
    assert "- `penerima` 1.0.0 → 1.0.0: 1 nilai-berubah" in said
    assert "| `jumlah` | `nilai-berubah` | `1200` | `987654` |" in said


def test_a_dataset_that_goes_is_told(repository: Path) -> None:
    shutil.rmtree((repository / TABLE).parent)
    assert "tabel-dihapus" in told(repository)


def test_many_changes_are_counted(repository: Path) -> None:
    path = repository / TABLE
    head, first, *_ = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text(head + first, "utf-8")
    git(repository, "commit", "--quiet", "--all", "--message", "Satu baris")
    rows = "".join(f"{1900 + number}{first[4:]}" for number in range(70))
    path.write_text(head + rows, "utf-8")
    said = told(repository)
    assert "70 baris-baru" in said
    assert "|---|" not in said


def test_an_unknown_commit_is_refused_with_how_to_get_it(repository: Path) -> None:
    with pytest.raises(Refusal, match="git fetch"):
        differences_since(repository, "cabang-yang-tidak-ada")
