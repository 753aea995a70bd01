"""A year of the register becomes a row of the report, and the report meets what asks for it."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from filled_registers import Typed, book_of, said, sheets
from profil_terbuka.editing import (
    HoldsPeople,
    bring,
    keep_service_counts,
    lay_register,
    office_folder,
    service_counts,
    target_of,
)
from profil_terbuka.importer import DraftWishes, Unusable
from profil_terbuka.importer.grid import Book
from profil_terbuka.ppid import SERVICE_REPORT, ObligationState, assess_openness, desk_pages
from profil_terbuka.read.catalog import load
from support import LAW, ROOT, add_material

AGENCY = "contoh"
TODAY = datetime.date(2026, 2, 2)
PERSON = "Pemohon Rekaan"
GRANTED: dict[str, Typed] = {
    "nomor": "1",
    "tanggal": datetime.date(2025, 3, 3),
    "nama": PERSON,
    "keputusan": "dikabulkan seluruhnya",
    "diberitahukan": datetime.date(2025, 3, 10),
}
REFUSED: dict[str, Typed] = {
    **GRANTED,
    "nomor": "2",
    "keputusan": "ditolak",
    "dasar": "Informasi tidak dikuasai",
}
ROW = "2025,2,1,0,1,5.0,Informasi tidak dikuasai (1).,0,0,,,,,"


@pytest.fixture
def agency(data: Path) -> Path:
    """The invented agency, and what the law asks; it has never reported."""
    return add_material(data, *LAW)


def register(*requests: Mapping[str, Typed]) -> Book:
    return book_of(sheets(requests))


def written(agency: Path) -> list[str]:
    file = agency / f"datasets/{AGENCY}/{SERVICE_REPORT}/{SERVICE_REPORT}.csv"
    return file.read_text("utf-8").splitlines()[1:]


def keep(agency: Path, *requests: Mapping[str, Typed], year: int = 2025) -> list[str]:
    found = service_counts(agency, AGENCY, register(*requests), year, TODAY)
    return said(*keep_service_counts(agency, AGENCY, found.counts, TODAY))


def test_looking_writes_nothing(agency: Path) -> None:
    found = service_counts(agency, AGENCY, register(GRANTED, REFUSED), 2025, TODAY)
    assert not found.target.folder.exists()
    assert said(*found.told) == [
        "Tahun 2025: 2 permintaan diterima, 1 dikabulkan seluruhnya, 0 dikabulkan sebagian, "
        "1 ditolak.",
        "Lama menjawab, rata-rata: 5 hari kerja.",
        "Alasan penolakan: Informasi tidak dikuasai (1).",
        "0 keberatan diterima, 0 sengketa dibawa ke Komisi Informasi.",
    ]


def test_only_counts_are_written(agency: Path) -> None:
    keep(agency, GRANTED, REFUSED)
    assert written(agency) == [ROW]
    for file in (agency / "datasets").rglob("*"):
        assert not file.is_file() or PERSON.encode() not in file.read_bytes()


def test_counts_come_beside_what_was_reported_before(agency: Path) -> None:
    add_material(agency, SERVICE_REPORT)
    before = written(agency)
    keep(agency, GRANTED, REFUSED)
    assert written(agency) == [*before, ROW]


def test_chapters_that_are_written_stay(agency: Path) -> None:
    keep(agency, GRANTED)
    file = agency / f"datasets/{AGENCY}/{SERVICE_REPORT}/{SERVICE_REPORT}.csv"
    file.write_text(file.read_text("utf-8").replace(",0,0,,,,,", ",0,0,Satu pintu.,,,,"), "utf-8")
    keep(agency, GRANTED, REFUSED)
    assert written(agency) == [ROW.replace(",0,0,,,,,", ",0,0,Satu pintu.,,,,")]


def test_equal_counts_change_nothing(agency: Path) -> None:
    keep(agency, GRANTED, REFUSED)
    assert not service_counts(agency, AGENCY, register(GRANTED, REFUSED), 2025, TODAY).alters


def test_an_unfinished_year_is_refused_with_every_cell(agency: Path) -> None:
    running = {**GRANTED, "nomor": "3", "keputusan": "ditolak"}
    lacking = {name: value for name, value in GRANTED.items() if name != "keputusan"}
    with pytest.raises(Unusable) as refused:
        service_counts(agency, AGENCY, register(lacking, running), 2025, TODAY)
    told = str(refused.value)
    assert "Lembar Permohonan, sel N5: keputusan belum diisi." in told
    assert "Lembar Permohonan, sel O6: dasar penolakan belum diisi." in told
    assert PERSON not in told


def test_a_year_in_which_nobody_asked_is_told_to_be_one(agency: Path) -> None:
    found = service_counts(agency, AGENCY, register({**GRANTED}), 2024, TODAY)
    assert "Tidak satu pun permohonan" in said(*found.told)[0]


def test_a_year_that_runs_is_not_reported(agency: Path) -> None:
    with pytest.raises(Unusable, match="Tahun 2026 belum berakhir"):
        service_counts(agency, AGENCY, register(), 2026, TODAY)


def test_a_register_is_never_brought_as_a_table(agency: Path) -> None:
    target = target_of(agency, AGENCY, "register")
    with pytest.raises(HoldsPeople, match="data pribadi"):
        bring(target, register(GRANTED), DraftWishes("register", "", "", ""), {})


# What the report meets


def states(agency: Path, day: datetime.date) -> dict[str, ObligationState]:
    found = load(agency, AGENCY).catalog
    assert found
    openness = assess_openness(found, (), None, day)
    assert openness
    return {name: standing.state for name, standing in openness.judged.items()}


def test_the_report_meets_what_asks_for_it(agency: Path) -> None:
    asked = ("perki-berkala-akses-jumlah", "perki-56-laporan-waktu")
    before = states(agency, TODAY)
    assert [before[name] for name in asked] == [ObligationState.MISSING, ObligationState.LATE]
    keep(agency, GRANTED, REFUSED)
    after = states(agency, TODAY)
    assert [after[name] for name in asked] == [ObligationState.MET, ObligationState.PARTIAL]


def test_each_row_of_the_law_is_met_by_what_the_report_tells(data: Path) -> None:
    for name in ("tenggat", "libur-nasional", "kewajiban", "kolom-dip", "indikator-monev"):
        shutil.copytree(ROOT / "datasets/acuan" / name, data / "datasets/acuan" / name)
    keep(data, GRANTED, REFUSED)
    found = states(data, TODAY)
    whole = ("jumlah", "waktu", "putusan", "alasan")
    met = ("kip-12-laporan-tahunan", *(f"perki-berkala-akses-{name}" for name in whole))
    assert {found[name] for name in met} == {ObligationState.MET}
    in_part = ("perki-56-laporan-waktu", "perki-ss-layanan-informasi")
    assert {found[name] for name in in_part} == {ObligationState.PARTIAL}


def test_the_report_of_last_year_is_missed_after_its_day(agency: Path) -> None:
    keep(agency, {**GRANTED, "tanggal": datetime.date(2024, 3, 4)}, year=2024)
    assert states(agency, datetime.date(2026, 3, 31))["perki-56-laporan-waktu"] is (
        ObligationState.PARTIAL
    )
    assert states(agency, datetime.date(2026, 4, 1))["perki-56-laporan-waktu"] is (
        ObligationState.LATE
    )


def test_the_page_tells_that_the_report_is_there(agency: Path) -> None:
    keep(agency, GRANTED, REFUSED)
    found = load(agency, AGENCY).catalog
    assert found
    (page,) = [page for page in desk_pages(found, TODAY) if "laporan-layanan" in page.address]
    assert "Laporan tahun 2025 sudah terbit." in page.html


# The office's own folder


def test_a_register_is_laid_once_and_outside(agency: Path, tmp_path: Path) -> None:
    office = tmp_path / "kantor"
    folder = office_folder(agency, AGENCY, str(office))
    laid = lay_register(agency, AGENCY, folder)
    assert (laid.new, laid.file.name) == (True, "register-permohonan.xlsx")
    laid.file.write_bytes(b"terisi")
    assert not lay_register(agency, AGENCY, folder).new
    assert laid.file.read_bytes() == b"terisi"


def test_no_register_lies_in_the_repository(agency: Path) -> None:
    with pytest.raises(Unusable, match="pilih folder lain"):
        office_folder(agency, AGENCY, str(agency / "datasets"))


def test_the_usual_folder_is_that_of_the_person(agency: Path) -> None:
    assert office_folder(agency, AGENCY) == Path.home() / "PPID" / AGENCY
