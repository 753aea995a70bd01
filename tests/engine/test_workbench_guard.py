"""The workbench is guarded as if it were public."""

from __future__ import annotations

from pathlib import Path

import pytest

from profil_terbuka.importer.formats import MOST_BYTES
from profil_terbuka.workbench.guard import MOST
from sitting import HOME, HOST, Sitting, seated, stranger, words


@pytest.fixture
def outside(data: Path) -> Sitting:
    return stranger(data)


@pytest.fixture
def inside(data: Path) -> Sitting:
    return seated(data)


def test_the_key_opens_and_leaves_the_address(outside: Sitting) -> None:
    answer = outside.browser.get(outside.bench.first_address)
    assert answer.status_code == 200
    assert "kunci" not in str(answer.url)


def test_the_cookie_is_out_of_reach_for_scripts_and_other_sites(outside: Sitting) -> None:
    answer = outside.browser.get(outside.bench.first_address, follow_redirects=False)
    told = answer.headers["set-cookie"].lower()
    assert "httponly" in told
    assert "samesite=strict" in told


def test_a_wrong_key_opens_nothing(outside: Sitting) -> None:
    answer = outside.browser.get("/masuk?kunci=tebakan")
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers
    assert "Kunci di alamat ini tidak cocok" in words(answer)


@pytest.mark.parametrize("path", ["/", HOME, f"{HOME}situs/", "/meja.js", "/tidak-ada"])
def test_without_the_cookie_nothing_is_shown(outside: Sitting, path: str) -> None:
    answer = outside.browser.get(path)
    assert answer.status_code == 403
    assert "Dinas Contoh" not in answer.text


def test_another_cookie_is_none(outside: Sitting) -> None:
    outside.browser.cookies.set(outside.bench.cookie_name, "tebakan")
    assert outside.browser.get(HOME).status_code == 403


@pytest.mark.parametrize("host", ["contoh.example", f"contoh.example:{8123}", "127.0.0.1", ""])
def test_another_host_is_refused_even_with_the_cookie(inside: Sitting, host: str) -> None:
    answer = inside.browser.get(HOME, headers={"host": host})
    assert answer.status_code == 400
    assert "Dinas Contoh" not in answer.text


def test_localhost_is_the_same_machine(inside: Sitting) -> None:
    cookie = f"{inside.bench.cookie_name}={inside.bench.cookie}"
    headers = {"host": HOST.replace("127.0.0.1", "localhost"), "cookie": cookie}
    assert inside.browser.get(HOME, headers=headers).status_code == 200


@pytest.mark.parametrize("seal", [{}, {"tanda": ""}, {"tanda": "tebakan"}])
def test_a_form_without_the_seal_does_nothing(inside: Sitting, seal: dict[str, str]) -> None:
    answer = inside.browser.post(f"{HOME}tabel/", data={**seal, "tempel": "Desa;Jumlah\nDadap;5\n"})
    assert answer.status_code == 403
    assert "Formulir ini sudah kedaluwarsa" in words(answer)


def test_a_form_of_another_page_does_nothing(inside: Sitting) -> None:
    answer = inside.browser.post(
        f"{HOME}tabel/",
        data={"tanda": inside.bench.seal, "tempel": "Desa;Jumlah\nDadap;5\n"},
        headers={"origin": "http://contoh.example"},
    )
    assert answer.status_code == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_are_refused(inside: Sitting, method: str) -> None:
    assert inside.browser.request(method, HOME).status_code == 403


def test_what_claims_to_be_too_large_is_not_even_read(inside: Sitting) -> None:
    answer = inside.browser.post(
        f"{HOME}tabel/", content=b"", headers={"content-length": str(MOST + 1)}
    )
    assert answer.status_code == 413
    assert f"paling besar {MOST_BYTES // 1024**2} MB" in words(answer)


def test_what_is_too_large_without_saying_so_is_cut_off(
    inside: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("profil_terbuka.workbench.guard.MOST", 1000)
    parts = (b"tanda=a&tempel=" if at == 0 else b"x" * 500 for at in range(9))
    answer = inside.browser.post(
        f"{HOME}tabel/",
        content=parts,
        headers={"content-type": "application/x-www-form-urlencoded"},
    )
    assert answer.status_code == 413


def test_every_answer_says_what_a_browser_may_do(inside: Sitting) -> None:
    for path in ("/", HOME, "/gaya.css", "/tidak-ada"):
        headers = inside.browser.get(path).headers
        rules = headers["content-security-policy"]
        assert "default-src 'none'" in rules
        assert "unsafe-inline" not in rules
        assert "frame-ancestors 'none'" in rules
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    [
        "situs/../../../datasets/contoh/instansi.yml",
        "situs/%2e%2e/%2e%2e/datasets/contoh/instansi.yml",
        "situs/..%2f..%2f..%2fdatasets/contoh/instansi.yml",
        "situs//etc/passwd",
        "situs/rahasia.txt",
        "isi/..%2f..%2facuan/",
        "register/penerima/",
        "register/serta-merta/-1/",
        "koreksi/?dataset=../acuan",
    ],
)
def test_no_path_leads_out(data: Path, inside: Sitting, path: str) -> None:
    site = data / "site" / "contoh"
    site.mkdir(parents=True)
    (site / "index.html").write_text("situs")
    (site / "rahasia.txt").symlink_to(data / "datasets" / "contoh" / "instansi.yml")
    answer = inside.browser.get(HOME + path)
    assert answer.status_code in (404, 422)
    assert "warna:" not in answer.text


@pytest.mark.parametrize("agency", ["acuan", "tiada", "%2e%2e"])
def test_only_agencies_have_pages(inside: Sitting, agency: str) -> None:
    assert inside.browser.get(f"/i/{agency}/").status_code == 404


def test_a_site_that_was_built_is_only_read(data: Path, inside: Sitting) -> None:
    site = data / "site" / "contoh"
    (site / "data").mkdir(parents=True)
    (site / "data" / "index.html").write_text("isi rekaan")
    assert inside.browser.get(f"{HOME}situs/data").text == "isi rekaan"
    assert inside.browser.post(f"{HOME}situs/data/").status_code in (403, 404, 405)


def test_the_preview_leaves_nothing_for_later(inside: Sitting) -> None:
    """The site's service worker would show an old preview for ever."""
    assert inside.browser.get(f"{HOME}situs/pekerja.js").text == ""


def test_a_fault_of_the_program_shows_nothing_of_its_inside(
    data: Path, inside: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("bagian dalam")

    monkeypatch.setattr("profil_terbuka.workbench.home.shelves", broken)
    answer = inside.browser.get(HOME)
    assert answer.status_code == 500
    assert "bagian dalam" not in answer.text
    assert "Traceback" not in answer.text
    assert "bagian dalam" in (data / ".cache/kesalahan-program/meja.txt").read_text()


def test_what_an_earlier_bench_left_behind_is_cleared_away(data: Path) -> None:
    left = data / ".cache" / "meja" / "lama"
    left.mkdir(parents=True)
    (left / "berkas").write_text("isi")
    seated(data)
    assert not left.exists()
