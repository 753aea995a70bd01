"""Correcting, checking, publishing, and the registers of the information officer."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path
from urllib.parse import urlencode

import pytest

from profil_terbuka.model.findings import errors
from profil_terbuka.pipeline import examine
from profil_terbuka.ppid import FIRST_STEPS, Demand, ObligationState, in_order_of_work
from profil_terbuka.ppid.desk.packages import POINTS
from profil_terbuka.system.cache import Cache
from sitting import HOME, Sitting, git, seated, with_history, words
from support import LAW, add_material, change, snapshot

ROW = {"dataset": "penerima", "tabel": "penerima", "baris": "2024 99.01.01 Utara"}
TABLE = "datasets/contoh/penerima/penerima.csv"
REGISTERS = (
    "serta-merta",
    "informasi-dikecualikan",
    "dokumen-ppid",
    "pernyataan-ppid",
    "penguasaan-informasi",
)
ANNOUNCED = {
    "kolom:judul": "Gangguan rekaan",
    "kolom:jenis": "gangguan utilitas publik",
    "kolom:mulai": "2026-11-20",
    **{f"kolom:{name}": "Isian rekaan." for name in POINTS},
}
WITHHELD = {
    "kolom:informasi": "Laporan kasus rekaan",
    "kolom:dasar_hukum": "UU 14/2008 Pasal 17 huruf h",
    "kolom:dasar_terverifikasi": "ya",
    "kolom:alasan": "Isian rekaan.",
    "kolom:status": "rancangan",
}


@pytest.fixture
def sitting(data: Path) -> Sitting:
    return seated(data)


@pytest.fixture
def desk(data: Path) -> Sitting:
    """The agency keeps registers, and the repository says what the law asks."""
    return seated(add_material(data, *LAW, *REGISTERS))


@pytest.fixture
def recorded(data: Path) -> Path:
    return with_history(data)


def row(data: Path, slug: str, number: int) -> str:
    return (data / f"datasets/contoh/{slug}/{slug}.csv").read_text().splitlines()[number]


# The first page


def test_the_only_agency_is_opened_at_once(sitting: Sitting) -> None:
    assert sitting.see("/").url.path == HOME


def test_datasets_are_found_by_words(sitting: Sitting) -> None:
    assert "Penerima bantuan per kecamatan" in words(sitting.see(f"{HOME}?q=bantuan+kecamatan"))
    assert "Tidak ada dataset yang cocok" in words(sitting.see(f"{HOME}?q=kendaraan"))


def test_what_is_not_published_yet_is_told_in_words(recorded: Path) -> None:
    sitting = seated(recorded)
    assert "Semua perubahan sudah tercatat" in words(sitting.see(HOME))
    change(
        recorded / TABLE,
        "2024,99.01.01,Utara,1310",
        "2024,99.01.01,Utara,1311",
    )
    assert "datasets/contoh/penerima : diubah (1 berkas)" in words(sitting.see(HOME))


# One number


def test_a_correction_is_shown_with_its_totals_before_it_is_kept(
    sitting: Sitting, data: Path
) -> None:
    before = row(data, "penerima", 7)
    said = {**ROW, "nilai": "1311", "alasan": "Salah ketik."}
    told = words(sitting.see(f"{HOME}koreksi/?{urlencode(said)}"))
    assert "2024, Utara Jumlah penerima 1310 1311" in told
    assert "2024 Jumlah penerima 2120 2121" in told
    assert row(data, "penerima", 7) == before


def test_a_correction_is_kept_with_its_reason(sitting: Sitting, data: Path) -> None:
    answer = sitting.send(
        f"{HOME}koreksi/", **ROW, nilai="1311", alasan="Salah ketik.", oleh="PPID"
    )
    assert "Koreksi baris 2024, Utara sudah disimpan" in words(answer)
    assert "Utara,1311,r" in row(data, "penerima", 7)
    note = json.loads((data / "datasets/contoh/penerima/datapackage.json").read_text())["catatan"][
        -1
    ]
    assert (note["alasan"], note["oleh"]) == ("Salah ketik.", "PPID")


@pytest.mark.parametrize("value", ["seribu", "1.31x"])
def test_what_is_no_number_is_refused_beside_its_field(
    sitting: Sitting, data: Path, value: str
) -> None:
    answer = sitting.send(f"{HOME}koreksi/", **ROW, nilai=value, alasan="Salah ketik.")
    assert answer.status_code == 422
    assert "bukan bilangan untuk kolom" in words(answer)
    assert "NILAI=" not in words(answer)
    assert "NILAI=" not in answer.text
    assert "1310" in row(data, "penerima", 7)


def test_a_row_that_is_not_there_has_no_form(sitting: Sitting) -> None:
    said = {**ROW, "baris": "2024 Barat"}
    assert sitting.see(f"{HOME}koreksi/?{urlencode(said)}").status_code == 404


# Check, preview, publish


def test_findings_are_told_by_dataset_with_their_mend(sitting: Sitting, data: Path) -> None:
    change(data / TABLE, "Utara,1310,A", "Utara,1.310,A")
    told = words(sitting.see(f"{HOME}periksa/"))
    assert "1 kesalahan harus diperbaiki sebelum terbit" in told
    assert "Penerima bantuan per kecamatan" in told
    assert "Perbaikan:" in told


def test_sound_data_have_nothing_to_mend(sitting: Sitting) -> None:
    assert "Tidak ada yang perlu diperbaiki" in words(sitting.see(f"{HOME}periksa/"))


def test_faulty_data_are_not_built(sitting: Sitting, data: Path) -> None:
    change(data / TABLE, "Utara,1310,A", "Utara,1.310,A")
    answer = sitting.send(f"{HOME}pratinjau/")
    assert "Situs belum dapat dibangun" in words(sitting.see(answer.url.path))
    assert not (data / "site/contoh").exists()


def test_errors_stand_in_the_way_of_publishing(recorded: Path) -> None:
    sitting = seated(recorded)
    change(recorded / TABLE, "Utara,1310,A", "Utara,1.310,A")
    assert "Belum dapat terbit" in words(sitting.see(f"{HOME}terbitkan/"))
    answer = sitting.send(f"{HOME}terbitkan/", pesan="Koreksi")
    assert "Penerbitan berhenti di tengah jalan" in words(answer)
    assert git(recorded, "log", "--format=%s").split() == ["Awal"]


def test_a_folder_without_history_says_so(sitting: Sitting) -> None:
    assert "belum memakai riwayat" in words(sitting.see(f"{HOME}terbitkan/"))


def test_the_site_is_fetched_as_a_zip_for_a_server(sitting: Sitting, data: Path) -> None:
    page = sitting.see(f"{HOME}terbitkan/")
    assert page.text.count(f'action="{HOME}terbitkan/zip/"') == 1
    offered = sitting.send(f"{HOME}terbitkan/zip/")
    (address,) = re.findall(rf'href="({HOME}terbitkan/zip/[^"]+)"', offered.text)
    answer = sitting.browser.get(address)
    name = "profil-terbuka-contoh-2025-01-01.zip"
    assert answer.headers["content-type"] == "application/zip"
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert answer.content == (data / "paket" / name).read_bytes()
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        there = {name: packed.read(name) for name in packed.namelist()}
    assert f"{len(there)} berkas, untuk terbit 1 Januari 2025" in words(offered)
    site = snapshot(data / "site/contoh")
    assert {name: there[name] for name in site} == site
    assert {".htaccess", "index.html.gz", "index.html.br"} <= there.keys()


def test_the_zip_holds_what_was_changed_last(sitting: Sitting, data: Path) -> None:
    sitting.send(f"{HOME}pratinjau/")
    sitting.send(f"{HOME}koreksi/", **ROW, nilai="1311", alasan="Salah ketik.")
    sitting.send(f"{HOME}terbitkan/zip/")
    with zipfile.ZipFile(data / "paket/profil-terbuka-contoh-2025-01-01.zip") as packed:
        table = packed.read("data/penerima/penerima.csv").decode()
    assert "2024,99.01.01,Utara,1311,r,1.310" in table


def test_a_faulty_site_is_not_packed(sitting: Sitting, data: Path) -> None:
    change(data / TABLE, "Utara,1310,A", "Utara,1.310,A")
    answer = sitting.send(f"{HOME}terbitkan/zip/")
    assert "Situs belum dapat dibangun" in words(answer)
    assert "terbitkan/zip/profil" not in answer.text
    assert not (data / "paket").exists()


def test_only_the_zip_that_was_packed_is_handed_out(sitting: Sitting, data: Path) -> None:
    (data / "paket").mkdir()
    (data / "paket/lain.zip").write_bytes(b"milik orang")
    assert sitting.browser.get(f"{HOME}terbitkan/zip/lain.zip").status_code == 404
    assert sitting.see(f"{HOME}terbitkan/zip/").url.path == f"{HOME}terbitkan/"
    sitting.send(f"{HOME}terbitkan/zip/")
    for name in ("lain.zip", "..%2Fcontoh%2Finstansi.yml"):
        assert sitting.browser.get(f"{HOME}terbitkan/zip/{name}").status_code == 404


# Registers


def form(desk: Sitting, slug: str, place: str = "baru") -> dict[str, str]:
    """The hidden fields of the form of a row."""
    page = desk.see(f"{HOME}register/{slug}/{place}/").text
    return {"semula": page.partition('name="semula" value="')[2].partition('"')[0]}


def test_an_announcement_is_added(desk: Sitting, data: Path) -> None:
    answer = desk.send(
        f"{HOME}register/serta-merta/baru/", **form(desk, "serta-merta"), **ANNOUNCED
    )
    assert "barisnya sudah disimpan" in words(answer)
    assert row(data, "serta-merta", 2).startswith(
        "Gangguan rekaan,gangguan utilitas publik,2026-11-20,,"
    )


def test_withheld_information_gets_the_next_number(desk: Sitting, data: Path) -> None:
    path = f"{HOME}register/informasi-dikecualikan/baru/"
    desk.send(path, **form(desk, "informasi-dikecualikan"), **WITHHELD)
    assert row(data, "informasi-dikecualikan", 4).startswith("4,Laporan kasus rekaan,")


def test_a_row_is_changed_in_its_place(desk: Sitting, data: Path) -> None:
    said = {**form(desk, "informasi-dikecualikan", "3"), **WITHHELD}
    desk.send(f"{HOME}register/informasi-dikecualikan/3/", **said)
    assert row(data, "informasi-dikecualikan", 2).startswith("2,Laporan kasus rekaan,")
    assert row(data, "informasi-dikecualikan", 1).startswith("1,Nomor telepon penerima,")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"kolom:judul": ""}, "Ini harus diisi"),
        ({"kolom:mulai": ""}, "Ini harus diisi"),
        ({"kolom:jenis": "hujan"}, "Perbaiki isian ini: Jenis"),
        ({"kolom:berakhir": "2026-11-01"}, "Perbaiki isian ini: Berakhir"),
        ({"kolom:berakhir": "besok"}, "Perbaiki isian ini: Berakhir"),
        ({"kolom:judul": "=1+1"}, "Perbaiki isian ini: Judul"),
        ({"kolom:judul": "Hubungi warga@contoh.example"}, "Perbaiki isian ini: Judul"),
    ],
)
def test_a_row_that_the_engine_refuses_is_not_written(
    desk: Sitting, data: Path, said: dict[str, str], told: str
) -> None:
    file = data / "datasets/contoh/serta-merta/serta-merta.csv"
    before = file.read_bytes()
    hidden = form(desk, "serta-merta")
    answer = desk.send(f"{HOME}register/serta-merta/baru/", **hidden, **{**ANNOUNCED, **said})
    assert answer.status_code == 422
    assert told in words(answer)
    assert "Isian rekaan." in answer.text
    assert file.read_bytes() == before


def test_a_row_without_anything_is_no_row(desk: Sitting, data: Path) -> None:
    before = (data / "datasets/contoh/dokumen-ppid/dokumen-ppid.csv").read_bytes()
    answer = desk.send(f"{HOME}register/dokumen-ppid/baru/", **form(desk, "dokumen-ppid"))
    assert answer.status_code == 422
    assert (data / "datasets/contoh/dokumen-ppid/dokumen-ppid.csv").read_bytes() == before


def test_nobody_writes_over_what_changed_meanwhile(desk: Sitting, data: Path) -> None:
    said = {**form(desk, "informasi-dikecualikan", "3"), **WITHHELD}
    file = data / "datasets/contoh/informasi-dikecualikan/informasi-dikecualikan.csv"
    change(file, "Alamat rumah penerima", "Alamat penerima")
    answer = desk.send(f"{HOME}register/informasi-dikecualikan/3/", **said)
    assert "sudah diubah sesudah halaman ini dibuka" in words(answer)
    assert "2,Alamat penerima" in file.read_text()


def deleting(desk: Sitting, slug: str, number: str) -> dict[str, str]:
    """The hidden fields of the page that asks whether a row is to go."""
    return form(desk, slug, f"{number}/hapus")


def test_a_row_is_shown_before_it_is_deleted(desk: Sitting, data: Path) -> None:
    before = row(data, "informasi-dikecualikan", 2)
    assert 'href="hapus/"' in desk.see(f"{HOME}register/informasi-dikecualikan/3/").text
    page = desk.see(f"{HOME}register/informasi-dikecualikan/3/hapus/")
    assert "Alamat rumah penerima" in words(page)
    assert row(data, "informasi-dikecualikan", 2) == before


def test_a_row_is_deleted_and_the_history_still_has_it(data: Path) -> None:
    desk = seated(with_history(add_material(data, *LAW, *REGISTERS)))
    said = deleting(desk, "informasi-dikecualikan", "3")
    answer = desk.send(f"{HOME}register/informasi-dikecualikan/3/hapus/", **said)
    assert "barisnya sudah dihapus" in words(answer)
    file = "datasets/contoh/informasi-dikecualikan/informasi-dikecualikan.csv"
    assert "Alamat rumah penerima" not in (data / file).read_text()
    assert "Nomor telepon penerima" in (data / file).read_text()
    assert "Alamat rumah penerima" in git(data, "show", f"HEAD:{file}")


def test_the_last_row_of_a_register_can_be_deleted(desk: Sitting, data: Path) -> None:
    while len((data / "datasets/contoh/serta-merta/serta-merta.csv").read_text().splitlines()) > 1:
        said = deleting(desk, "serta-merta", "2")
        answer = desk.send(f"{HOME}register/serta-merta/2/hapus/", **said)
        assert answer.status_code == 200, words(answer)
    assert "Register ini belum berisi" in words(desk.see(f"{HOME}register/serta-merta/"))


def test_no_row_is_deleted_that_changed_meanwhile(desk: Sitting, data: Path) -> None:
    said = deleting(desk, "informasi-dikecualikan", "3")
    file = data / "datasets/contoh/informasi-dikecualikan/informasi-dikecualikan.csv"
    change(file, "Alamat rumah penerima", "Alamat penerima")
    answer = desk.send(f"{HOME}register/informasi-dikecualikan/3/hapus/", **said)
    assert "sudah diubah sesudah halaman ini dibuka" in words(answer)
    assert "2,Alamat penerima" in file.read_text()


@pytest.mark.parametrize("number", ["baru", "99", "1", "-1"])
def test_what_is_no_row_cannot_be_deleted(desk: Sitting, number: str) -> None:
    path = f"{HOME}register/informasi-dikecualikan/{number}/hapus/"
    assert desk.send(path, semula="").status_code == 404


def test_the_years_service_counts_are_a_form(data: Path) -> None:
    desk = seated(add_material(data, *LAW, "layanan-informasi"))
    said = {
        f"kolom:{name}": "1"
        for name in (
            "permintaan",
            "dikabulkan_seluruhnya",
            "dikabulkan_sebagian",
            "ditolak",
            "keberatan",
            "sengketa",
        )
    }
    said |= {"kolom:permintaan": "3", "kolom:tahun": "2024", **form(desk, "layanan-informasi")}
    answer = desk.send(f"{HOME}register/layanan-informasi/baru/", **said)
    assert answer.status_code == 200, words(answer)
    assert any("2024,3,1,1,1" in row(data, "layanan-informasi", at) for at in (1, 2))


@pytest.mark.parametrize("slug", [*REGISTERS, "layanan-informasi"])
def test_a_register_that_is_not_kept_yet_is_begun_sound(data: Path, slug: str) -> None:
    sitting = seated(add_material(data, *LAW))
    answer = sitting.send(f"{HOME}register/", register=slug)
    assert answer.url.path == f"{HOME}register/{slug}/baru/"
    document = (data / f"datasets/contoh/{slug}/datapackage.json").read_text()
    assert "Dinas Contoh" in document
    assert "{" + "agency}" not in document
    assert errors(examine(data, "contoh", Cache(data / ".cache")).findings) == ()


def test_a_register_is_not_begun_twice(desk: Sitting, data: Path) -> None:
    before = row(data, "serta-merta", 1)
    desk.send(f"{HOME}register/", register="serta-merta")
    assert row(data, "serta-merta", 1) == before


def test_only_registers_can_be_begun(sitting: Sitting, data: Path) -> None:
    answer = sitting.send(f"{HOME}register/", register="../acuan")
    assert answer.status_code == 404


# Obligations


def test_five_steps_come_first_each_with_a_row_that_is_half_filled(desk: Sitting) -> None:
    page = desk.see(f"{HOME}kewajiban/")
    first, _, _ = page.text.partition("<details>")
    assert first.count("Isi sekarang") == FIRST_STEPS
    address = first.partition('href="/i/contoh/register/dokumen-ppid/baru/')[2].partition('"')[0]
    form_page = desk.see(f"{HOME}register/dokumen-ppid/baru/{address.replace('&amp;', '&')}").text
    assert 'name="kolom:kewajiban" value="perki-' in form_page
    assert 'name="kolom:bentuk" value="daring" checked' in form_page


def test_a_step_tells_who_holds_it_where_the_register_says_so(desk: Sitting, data: Path) -> None:
    assert "Dipegang oleh:" not in words(desk.see(f"{HOME}kewajiban/"))
    file = data / "datasets/contoh/penguasaan-informasi/penguasaan-informasi.csv"
    file.write_text(f"{file.read_text('utf-8').splitlines()[0]}\n1,,,Sekretariat,,\n", "utf-8")
    assert "Dipegang oleh: Sekretariat." in words(desk.see(f"{HOME}kewajiban/"))


def test_duties_come_before_practice_and_what_is_late_before_what_is_missing(
    desk: Sitting, data: Path
) -> None:
    openness = examine(data, "contoh", Cache(data / ".cache")).openness
    assert openness is not None
    listed = in_order_of_work(openness.standings)
    duties = [item for item in listed if item.obligation.demand is not Demand.PRACTICE]
    assert listed[: len(duties)] == duties
    late = [item.state is ObligationState.LATE for item in duties]
    assert late == sorted(late, reverse=True)
    still_open = [one for one in openness.standings if one.state.counts and not one.state.settled]
    assert len(listed) == len(still_open)


def test_a_document_that_is_filed_settles_its_obligation(desk: Sitting, data: Path) -> None:
    said = {
        "kolom:judul": "Laporan rekaan",
        "kolom:ringkasan": "Isian rekaan.",
        "kolom:alamat": "https://contoh.example/laporan.pdf",
        "kolom:tanggal": "2026-11-01",
        "kolom:bentuk": "daring",
        "kolom:kategori": "setiap-saat",
        "kolom:kewajiban": "kip-13-ppid",
    }
    before = words(desk.see(f"{HOME}kewajiban/")).partition(" dokumen yang wajib")[0]
    desk.send(f"{HOME}register/dokumen-ppid/baru/", **form(desk, "dokumen-ppid"), **said)
    after = words(desk.see(f"{HOME}kewajiban/")).partition(" dokumen yang wajib")[0]
    assert before != after
