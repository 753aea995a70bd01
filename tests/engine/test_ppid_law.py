"""The law is data: its names, articles and days stand in datasets/acuan, not in the program."""

from __future__ import annotations

import ast
import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from profil_terbuka.ppid.law.deadlines import read_periods, report_due
from profil_terbuka.ppid.law.rhythms import Counting, read_rhythms
from profil_terbuka.ppid.law.site_obligations import SitePart, site_obligations
from profil_terbuka.read import catalog as catalogs
from support import ROOT

CITED = re.compile(r"(?:UU|PP|Perki|Perpres|Permen\w*) \d+/\d{4}|[Pp]asal \d|ayat \(\d")
CODE = sorted(
    path
    for folder in ("hooks", "scripts")
    for path in (ROOT / folder).rglob("*.py")
    if "words/id" not in path.as_posix()
)


def column(table: str, name: str) -> set[str]:
    with (ROOT / "datasets/acuan" / table).open(encoding="utf-8", newline="") as file:
        return {row[name] for row in csv.DictReader(file)}


def texts(path: Path) -> Iterator[str]:
    """Every text in a module that is no docstring."""
    tree = ast.parse(path.read_text("utf-8"))
    told = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_obligation_and_no_article_stands_in_code(path: Path) -> None:
    known = column("kewajiban/kewajiban.csv", "id")
    for text in texts(path):
        assert not CITED.search(text), text
        assert known.isdisjoint(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", text)), text


def test_no_rhythm_stands_in_the_desks_code() -> None:
    """Some rhythms are called like a group of information or a package; those names are not law."""
    groups = column("kewajiban/kewajiban.csv", "kategori")
    rhythms = column("tenggat/tenggat.csv", "frekuensi") - groups
    for path in CODE:
        if "profil_terbuka/ppid" in path.as_posix():
            assert rhythms.isdisjoint(texts(path)), path


def test_every_rhythm_and_every_step_of_the_law_is_understood() -> None:
    found = catalogs.load(ROOT, catalogs.agency_slugs(ROOT)[0]).catalog
    assert found
    rhythms = read_rhythms(found.reference)
    assert rhythms
    assert {rhythm.counting for rhythm in rhythms.values()} == set(Counting)
    assert read_periods(found)
    due = report_due(found)
    assert due
    assert due.closing.in_year(2027).isoformat() == "2027-03-31"


def test_every_part_of_the_site_is_about_some_obligation() -> None:
    assert {item.part for item in site_obligations(catalogs.reference(ROOT))} == set(SitePart)
