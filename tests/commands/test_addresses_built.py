"""Sites built for an address: a wrong one is one line, http is fine where it must be."""

from __future__ import annotations

import json
from pathlib import Path

from support import Run


def test_a_wrong_address_is_one_line(project: Path, run: Run) -> None:
    result = run("bangun.py", ALAMAT_SITUS="data contoh")
    assert result.returncode == 2
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith("ALAMAT_SITUS=data contoh tidak dapat dipakai: berisi spasi")
    assert not (project / "site").exists()


def test_a_site_may_be_published_and_point_to_others_without_a_certificate(
    project: Path, run: Run
) -> None:
    document = project / "datasets/contoh/penerima/datapackage.json"
    content = json.loads(document.read_text("utf-8"))
    content["sources"][0]["path"] = "http://dinas.contoh.go.id/buku.pdf"
    document.write_text(json.dumps(content, ensure_ascii=False, indent=2), "utf-8")
    page = project / "docs/contoh/index.md"
    page.write_text(page.read_text("utf-8") + "\n[Dinas](http://dinas.contoh.go.id/)\n", "utf-8")
    result = run("bangun.py", ALAMAT_SITUS="http://data.intranet:8080/")
    assert result.returncode == 0, result.stderr
    built = project / "site/contoh"
    home = (built / "index.html").read_text("utf-8")
    assert '<link rel="canonical" href="http://data.intranet:8080/contoh/">' in home
    assert 'href="http://dinas.contoh.go.id/"' in home
    told = (built / "data/penerima/datapackage.json").read_text("utf-8")
    assert '"http://dinas.contoh.go.id/buku.pdf"' in told
    shown = (built / "data/penerima/index.html").read_text("utf-8")
    assert 'data-kutip="http://data.intranet:8080/contoh/data/penerima/"' in shown


def test_what_a_page_fetches_is_still_refused(project: Path, run: Run) -> None:
    page = project / "docs/contoh/index.md"
    page.write_text(page.read_text("utf-8") + "\n![a](http://dinas.contoh.go.id/a.png)\n", "utf-8")
    result = run("bangun.py")
    assert result.returncode == 1
    assert "Halaman mengambil `http://dinas.contoh.go.id/a.png` dari situs lain." in result.stderr
