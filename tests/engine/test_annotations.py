"""Findings as GitHub shows them: at the line, with the mend, nothing that breaks the command."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from profil_terbuka.model import codes
from profil_terbuka.model.findings import Finding, Place, Severity
from profil_terbuka.model.messages import message
from profil_terbuka.words.annotations import github_annotations
from profil_terbuka.words.report import general_remedy

FILE = "datasets/kota-a/pbi/pbi.csv"
SAID = message("publish.file-differs")


def told(root: Path, *findings: Finding) -> list[str]:
    """The commands."""
    return list(github_annotations(root, findings))


def test_a_finding_stands_at_its_line_with_its_mend(tmp_path: Path) -> None:
    finding = Finding(codes.SITE_FILE_DIFFERS, Place(FILE, 3, "jumlah"), SAID)
    (line,) = told(tmp_path, finding)
    head, _, said = line.removeprefix("::").partition("::")
    assert head.startswith(f"error file={FILE},")
    assert head.endswith(",line=3")
    assert said.startswith("kolom `jumlah`: Isi berkas")
    assert said.endswith(f"%0APerbaikan: {general_remedy(codes.SITE_FILE_DIFFERS)}")


def test_a_row_after_a_cell_of_two_lines_stands_lower(tmp_path: Path) -> None:
    (tmp_path / FILE).parent.mkdir(parents=True)
    (tmp_path / FILE).write_text('tahun,catatan\n2023,"dua\nbaris"\n2024,x\n')
    lines = [
        told(tmp_path, Finding(codes.SITE_FILE_DIFFERS, Place(FILE, row), SAID))[0]
        for row in (1, 2, 3, 9)
    ]
    assert [line.partition("::")[2].partition("::")[0].rpartition("=")[2] for line in lines] == [
        *"124",
        "9",
    ]


@pytest.mark.parametrize("name", ["a,b::c.csv", "a%b.csv", "a\nb.csv"])
def test_no_name_of_a_file_ends_the_command(name: str, tmp_path: Path) -> None:
    (line,) = told(tmp_path, Finding(codes.SITE_FILE_DIFFERS, Place(name), SAID))
    assert "\n" not in line
    head = line.removeprefix("::").partition("::")[0]
    assert head.count(",") == 1
    assert ":" not in head


def test_errors_come_before_suspicions(tmp_path: Path) -> None:
    kind = replace(codes.SITE_FILE_DIFFERS, severity=Severity.SUSPICION)
    suspicion = Finding(kind, Place("a.csv", 1), SAID)
    error = Finding(codes.SITE_FILE_DIFFERS, Place("b.csv", 1), SAID)
    assert [line.split()[0] for line in told(tmp_path, suspicion, error)] == [
        "::error",
        "::warning",
    ]
