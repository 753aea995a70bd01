"""One folder below tests/cases/<code>/ is one case: the invented agency, damaged, and what is said.

A case holds `ubah.json` ({file: [[old, new], ...]}, each old standing once) and/or `isi/`, files
laid over the repository, and `harapan.yml`: what is found, as codes and values (expectation.py; the
words are another matter: test_wording.py). `bahan.txt` names folders of
tests/bahan/, more datasets of the invented agency (acuan/...: reference packages), to start from.
On a mismatch the new findings are left beside it as `harapan-changed.yml`; outside CI a missing
harapan.yml is written, and the test fails.

Faults of a finished site are cases of another kind: `situs/` is the site, and `seharusnya/` holds
the files that were made for it; of the pages only their names count. `buku/` holds what the agency
has published before (alamat.txt, pensiun.csv). `katalog/` is a site of which only the catalogues
are judged, `portal/` holds the agencies' sites that a portal is made from. `galat.txt` is what a
fault of the program itself says, which no data can cause.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from expectation import findings_in, written
from golden import CASES, compare, prepare
from profil_terbuka import catalogues, history, pipeline
from profil_terbuka.check import EVERY_CODE
from profil_terbuka.model import tables
from profil_terbuka.model.findings import Finding
from profil_terbuka.portal import members
from profil_terbuka.publish.verify import verify
from profil_terbuka.system import program_faults
from profil_terbuka.system.cache import Cache
from profil_terbuka.words.report import report
from support import snapshot, thorough


@pytest.fixture(params=(0, tables.MANY_ROWS)[: 1 + thorough()])
def cache(request: pytest.FixtureRequest, kept: Path, monkeypatch: pytest.MonkeyPatch) -> Cache:
    """Tables of cases are short; they are looked at in the way of long ones, at length in both.

    All other tests look at such tables in the way of short ones, so results are kept apart.
    """
    monkeypatch.setattr(tables, "MANY_ROWS", request.param)
    return Cache(kept / f"many-{request.param}")


def verified(case: Path, cache: Cache) -> tuple[Finding, ...]:
    """Hold the finished site of a case against what was made for it."""
    made = snapshot(case / "seharusnya")
    pages = {path: path for path in made if path.endswith(".html")}
    files = {path: content for path, content in made.items() if path not in pages}
    ledger, faults = history.read_ledger(case, "buku")
    there = history.published_addresses(snapshot(case / "situs"))
    lost = history.lost(ledger, there, notices=())
    return (*faults, *lost, *verify(case / "situs", files, pages, cache))


@pytest.mark.parametrize(
    "case", sorted(CASES.glob("*/*")), ids=lambda case: f"{case.parent.name}/{case.name}"
)
def test_case(case: Path, data: Path, tmp_path: Path, cache: Cache) -> None:
    if (case / "situs").is_dir():
        findings = verified(case, cache)
    elif (case / "katalog").is_dir():
        findings = catalogues.check_catalogues(snapshot(case / "katalog"), cache)
    elif (case / "portal").is_dir():
        findings = members.portal_members(case / "portal")[1]
    elif (case / "galat.txt").is_file():
        problem = RuntimeError((case / "galat.txt").read_text("utf-8"))
        folder = tmp_path / pipeline.CACHE
        findings = (program_faults.kept_fault(problem, folder, "contoh", "datasets/contoh"),)
    else:
        prepare(case, data)
        findings = pipeline.examine(data, "contoh", cache).findings
    made = written(findings)
    compare(made, case / "harapan.yml")
    assert report(findings_in(made), full=True) == report(findings, full=True)
    found = {finding.code.name for finding in findings}
    assert case.parent.name in found or case.parent.name == "bersih"


def test_undamaged_agency_has_no_findings(data: Path, cache: Cache) -> None:
    assert pipeline.examine(data, "contoh", cache).findings == ()


def test_every_code_has_a_case() -> None:
    untested = {code.name for code in EVERY_CODE} - {path.name for path in CASES.iterdir()}
    assert not untested


def test_code_names_are_unique() -> None:
    names = [code.name for code in EVERY_CODE]
    assert len(names) == len(set(names))
