"""A PDF is brought to the workbench: read, refused or completed, kept with its row."""

from __future__ import annotations

import datetime
from pathlib import Path

import httpx2
import pytest

from documents import FOLDER, PLAN, REGISTER, put, scan
from papers import bytes_of, paper, with_pages
from profil_terbuka.model.findings import errors
from profil_terbuka.pipeline import examine
from profil_terbuka.privacy.contents import document_fingerprint
from profil_terbuka.system.cache import Cache
from sitting import HOME, Sitting, seated, words
from support import LAW, add_material

TEXT = paper(["Rencana kerja tahun rekaan", "Bantuan sembako untuk warga"])
FILLED = {
    "kolom:judul": "Rencana kerja 2026",
    "kolom:ringkasan": "Rencana setahun.",
    "kolom:tanggal": "2026-01-05",
    "kolom:kewajiban": "perki-ss-renstra-renja",
    "kolom:bentuk": "rekam",
    "kolom:kategori": "setiap-saat",
}
VOUCHED = {"dibaca": "ya", "dibaca-oleh": "Sekretaris"}


@pytest.fixture
def sitting(data: Path) -> Sitting:
    return seated(add_material(data, *LAW, "dokumen-ppid"))


def bring(sitting: Sitting, content: bytes, name: str = PLAN, **fields: str) -> httpx2.Response:
    """Drop a PDF; the page that tells what was read."""
    answer = sitting.browser.post(
        f"{HOME}dokumen/",
        data={"tanda": sitting.bench.seal, **fields},
        files={"berkas": (name, content)},
    )
    if answer.status_code == 422:
        return answer
    return sitting.see(f"{answer.url.path}?{answer.url.query.decode()}")


def keep(sitting: Sitting, shown: httpx2.Response, **fields: str) -> httpx2.Response:
    return sitting.send(shown.url.path, **{**FILLED, **fields})


def rows(data: Path) -> list[str]:
    return (data / REGISTER).read_text("utf-8").splitlines()[1:]


def folder(data: Path) -> dict[str, bytes]:
    there = data / FOLDER
    return {path.name: path.read_bytes() for path in there.iterdir()} if there.is_dir() else {}


def test_a_document_is_kept_with_its_row(sitting: Sitting, data: Path) -> None:
    answer = keep(sitting, bring(sitting, TEXT))
    assert "akan terbit di alamat tetap ppid/dokumen/rencana-kerja-2026.pdf" in words(answer)
    assert folder(data) == {PLAN: TEXT}
    assert rows(data) == [
        "1,Rencana kerja 2026,Rencana setahun.,,2026-01-05,,rekam,,,,setiap-saat,"
        "perki-ss-renstra-renja,,Renja 2026.pdf,rencana-kerja-2026,,,"
    ]
    assert examine(data, "contoh", Cache(data / ".cache")).findings == ()


def test_the_form_proposes_a_title_and_shows_where_the_text_begins(sitting: Sitting) -> None:
    page = bring(sitting, TEXT, "renja_2026.pdf").text
    assert 'name="kolom:judul" value="Renja 2026"' in page
    assert "<q>Rencana kerja tahun rekaan" in page


def test_an_obligation_is_chosen_by_what_it_asks_for(sitting: Sitting) -> None:
    page = bring(sitting, TEXT, kewajiban="perki-ss-renstra-renja").text
    assert '<option value="perki-ss-renstra-renja" selected>' in page


def test_the_worklist_leads_to_the_form(sitting: Sitting) -> None:
    page = sitting.see(f"{HOME}kewajiban/").text
    assert f'href="{HOME}dokumen/?kewajiban=' in page


def test_a_register_is_begun_with_its_first_document(data: Path) -> None:
    sitting = seated(add_material(data, *LAW))
    keep(sitting, bring(sitting, TEXT))
    assert len(rows(data)) == 1
    assert errors(examine(data, "contoh", Cache(data / ".cache")).findings) == ()


def locked() -> bytes:
    writer = with_pages(["Laporan"])
    writer.encrypt("rahasia", algorithm="RC4-128")
    return bytes_of(writer)


def with_author() -> bytes:
    writer = with_pages(["Laporan"])
    writer.add_metadata({"/Author": "Fulan Contoh"})
    return bytes_of(writer)


REFUSED = {
    "data-pribadi": (paper(["Laporan"], ["Hubungi 0812-0000-0000"]), "halaman 2"),
    "bersandi": (locked(), "bersandi"),
    "penulis": (with_author(), "nama pembuat"),
    "bukan-pdf": (b"PK\x03\x04", "bukan PDF"),
}


@pytest.mark.parametrize(("content", "told"), REFUSED.values(), ids=list(REFUSED))
def test_what_may_not_be_published_has_no_form(
    sitting: Sitting, data: Path, content: bytes, told: str
) -> None:
    shown = bring(sitting, content)
    assert shown.status_code == 422
    assert told in words(shown)
    assert "Perbaikan:" in words(shown)
    assert "Simpan dokumen" not in shown.text
    assert "0812-0000" not in words(shown)
    assert "Fulan" not in words(shown)
    assert keep(sitting, shown).status_code == 422
    assert folder(data) == {}
    assert rows(data) == []


def test_a_file_name_with_a_number_of_somebody_is_refused(sitting: Sitting, data: Path) -> None:
    answer = bring(sitting, TEXT, "SK 0812-0000-0000.pdf")
    assert answer.status_code == 422
    assert "0000" not in words(answer)
    assert folder(data) == {}


def test_a_scan_is_kept_only_with_who_has_read_it(sitting: Sitting, data: Path) -> None:
    shown = bring(sitting, scan())
    assert "Hasil pindaian tanpa teks" in words(shown)
    assert keep(sitting, shown).status_code == 422
    assert keep(sitting, shown, **{"dibaca-oleh": "Sekretaris"}).status_code == 422
    assert rows(data) == []
    keep(sitting, shown, **VOUCHED)
    assert f",Sekretaris,{_today()},{document_fingerprint(scan())}" in rows(data)[0]
    assert errors(examine(data, "contoh", Cache(data / ".cache")).findings) == ()


def _today() -> str:
    return datetime.date.today().isoformat()


def test_what_must_be_filled_is_asked_for_and_nothing_is_lost(sitting: Sitting, data: Path) -> None:
    answer = keep(sitting, bring(sitting, TEXT), **{"kolom:tanggal": ""})
    assert answer.status_code == 422
    assert "Perbaiki isian ini: Tanggal" in words(answer)
    assert "Rencana setahun." in answer.text
    assert folder(data) == {}


def test_another_file_of_that_name_is_never_written_over(sitting: Sitting, data: Path) -> None:
    put(data, PLAN, paper(["Yang lama"]))
    answer = keep(sitting, bring(sitting, TEXT))
    assert "sudah ada berkas lain bernama Renja 2026.pdf" in words(answer)
    assert folder(data)[PLAN] == paper(["Yang lama"])
    assert rows(data) == []


def test_a_file_that_lies_in_the_folder_gets_its_row(sitting: Sitting, data: Path) -> None:
    put(data, "Laporan.PDF", TEXT)
    assert "belum tercatat Laporan.PDF" in words(sitting.see(f"{HOME}dokumen/"))
    shown = sitting.send(f"{HOME}dokumen/", **{"dari-folder": "Laporan.PDF"})
    keep(sitting, sitting.see(shown.url.path))
    assert folder(data) == {"Laporan.PDF": TEXT}
    assert ",Laporan.PDF,rencana-kerja-2026," in rows(data)[0]


@pytest.mark.parametrize("name", ["../instansi.yml", "tidak-ada.pdf"])
def test_only_files_of_the_folder_are_taken_from_there(sitting: Sitting, name: str) -> None:
    answer = sitting.send(f"{HOME}dokumen/", **{"dari-folder": name})
    assert answer.status_code == 404


def test_two_documents_of_one_title_have_two_addresses(sitting: Sitting, data: Path) -> None:
    keep(sitting, bring(sitting, TEXT))
    keep(sitting, bring(sitting, paper(["Perubahan"]), "Renja 2026 perubahan.pdf"))
    assert [row.split(",")[14] for row in rows(data)] == [
        "rencana-kerja-2026",
        "rencana-kerja-2026-2",
    ]


def test_the_file_goes_again_where_its_row_cannot_be_written(
    sitting: Sitting, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*given: object) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr("profil_terbuka.workbench.document_keeping.write_row", fail)
    keep(sitting, bring(sitting, TEXT))
    assert folder(data) == {}


def test_a_document_that_was_thrown_away_leaves_nothing(sitting: Sitting, data: Path) -> None:
    shown = bring(sitting, TEXT)
    sitting.send(shown.url.path, aksi="batal")
    assert sitting.see(shown.url.path).status_code == 404
    assert folder(data) == {}
