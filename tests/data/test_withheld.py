"""What the agencies withhold, and that no true value stands in the repository."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from agencies import AGENCIES, catalog_of
from profil_terbuka import disclosure
from profil_terbuka.disclosure.terms import compiled_terms
from profil_terbuka.model import CellStatus
from profil_terbuka.system.cache import Cache
from support import ROOT


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Orang dengan HIV/AIDS (ODHA)", "HIV/AIDS"),
        ("Bekas Warga\nBinaan Lembaga Pemasyarakatan", "Bekas Warga\nBinaan"),
        ("Korban Penyalahgunaan NAPZA", "NAPZA"),
        ("anakan sungai", None),
        ("Fakir Miskin", None),
        ("Korban Bencana Alam", None),
        ("Tuna Susila", "Tuna Susila"),
    ],
)
def test_words_for_sensitive_matters(text: str, word: str | None) -> None:
    with (ROOT / "datasets/acuan/hal-peka/hal-peka.csv").open(encoding="utf-8") as file:
        words = tuple(item["istilah"] for item in csv.DictReader(file))
    assert compiled_terms(words).find(text) == word


@pytest.mark.parametrize("slug", AGENCIES)
def test_both_agencies_follow_the_same_words(slug: str, tmp_path: Path) -> None:
    """No small count of people in a sensitive matter is shown without a reason readers see."""
    public = catalog_of(slug)
    assert list(disclosure.check_disclosure(public, public, (), Cache(tmp_path))) == []


def test_no_true_value_stands_in_the_repository() -> None:
    """Withheld rows of every tracked table keep neither number, printed value nor line."""
    for path in sorted((ROOT / "datasets").rglob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            if row.get("status") == CellStatus.WITHHELD:
                assert (row["jumlah"], row["nilai_tercetak"], row["baris"]) == ("", "", ""), path
    assert "/rahasia/" in (ROOT / ".gitignore").read_text("utf-8").splitlines()
