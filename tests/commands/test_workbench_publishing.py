"""What was changed at the workbench goes out: built, recorded, written into the history, sent."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitting import HOME, Sitting, git, seated, with_history, words

ROW = {"dataset": "penerima", "tabel": "penerima", "baris": "2024 99.01.01 Utara"}


@pytest.fixture
def corrected(data: Path) -> Sitting:
    """A number was corrected in a repository with a history."""
    sitting = seated(with_history(data))
    sitting.send(f"{HOME}koreksi/", **ROW, nilai="1311", alasan="Salah ketik.")
    return sitting


@pytest.fixture
def far(corrected: Sitting, tmp_path: Path) -> Path:
    """Where the repository is sent to."""
    git(tmp_path, "init", "--quiet", "--bare", "jauh.git")
    git(corrected.bench.root, "remote", "add", "origin", str(tmp_path / "jauh.git"))
    git(corrected.bench.root, "push", "--quiet", "origin", "main")
    return tmp_path / "jauh.git"


def publish(sitting: Sitting, said: str) -> str:
    """Send the form; what the page says when all is done."""
    page = sitting.see(f"{HOME}terbitkan/")
    assert 'value="Perbarui Penerima bantuan per kecamatan"' in page.text
    return words(sitting.send(f"{HOME}terbitkan/", pesan=said))


def test_publishing_records_the_agencys_folders_and_nothing_else(corrected: Sitting) -> None:
    root = corrected.bench.root
    (root / "lain.txt").write_text("bukan urusan meja kerja")
    told = publish(corrected, "Koreksi penerima 2024")
    assert "Perubahan sudah tercatat" in told
    assert "Tidak ada perubahan yang belum terbit" in told
    assert git(root, "log", "-1", "--format=%s").strip() == "Koreksi penerima 2024"
    assert git(root, "status", "--porcelain").strip() == "?? lain.txt"


def test_the_edition_that_goes_out_is_recorded_and_the_next_one_begins_by_itself(
    corrected: Sitting,
) -> None:
    publish(corrected, "Koreksi")
    home = corrected.bench.root / "datasets/contoh"
    assert "data/penerima/" in (home / "alamat.txt").read_text()
    corrected.send(f"{HOME}koreksi/", **ROW, nilai="1312", alasan="Salah ketik lagi.")
    assert (home / "penerima/v/1.0.0/penerima.csv").is_file()


def test_what_is_published_is_sent_where_there_is_a_place(corrected: Sitting, far: Path) -> None:
    assert "Perubahan sudah dikirim ke origin" in publish(corrected, "Koreksi")
    assert git(far, "log", "-1", "--format=%s", "main").strip() == "Koreksi"


def test_what_could_not_be_sent_waits_and_can_be_sent_later(corrected: Sitting, far: Path) -> None:
    away = far.rename(far.with_name("pergi.git"))
    told = publish(corrected, "Koreksi")
    assert "Penerbitan berhenti di tengah jalan" in told
    assert "1 perubahan sudah tercatat, tetapi belum terkirim" in told
    away.rename(far)
    assert "Perubahan sudah dikirim" in words(corrected.send(f"{HOME}terbitkan/"))


def test_who_never_told_git_a_name_signs_as_the_agency(
    corrected: Sitting, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    root = corrected.bench.root
    git(root, "config", "--unset", "user.email")
    git(root, "config", "--unset", "user.name")
    for name in ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("GIT_COMMITTER_EMAIL", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    publish(corrected, "Koreksi")
    assert git(root, "log", "-1", "--format=%an").strip() == "Dinas Contoh"
