"""What the law asks and where an agency stands: leaves, rhythms, evidence, statements."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from profil_terbuka import ppid
from profil_terbuka.model import Claim, Custody, Manuscript
from profil_terbuka.model.findings import Place
from profil_terbuka.model.messages import Message
from profil_terbuka.ppid import ObligationState
from profil_terbuka.ppid.desk.items import ItemForm, ItemKind, PublicItem
from profil_terbuka.ppid.desk.standings import LINK_ONLY, Standing, judge_obligations
from profil_terbuka.ppid.desk.statements import AgencyStatement
from profil_terbuka.ppid.law.obligations import Law, read_law
from profil_terbuka.ppid.law.timing import first_due, timing_of
from profil_terbuka.read import catalog as catalogs
from profil_terbuka.read import manuscripts
from profil_terbuka.words.catalogues import text
from support import LAW, ROOT, add_material, change

Day = datetime.date
TODAY = Day(2026, 11, 22)
DOCUMENT_HEAD = (
    "nomor,judul,ringkasan,alamat,tanggal,tempat,bentuk,penguasa,penanggung_jawab,retensi,kategori,"
    "kewajiban,sebagian,berkas,pengenal,diperiksa_oleh,diperiksa_tanggal,sidik_diperiksa\n"
)


@pytest.fixture(scope="module")
def known() -> Law:
    found = read_law(catalogs.reference(ROOT), "61.71")
    assert found
    return found


@pytest.fixture
def desk(data: Path) -> Path:
    """The invented agency with reference packages and the two registers, all of them empty."""
    return add_material(data, *LAW, "dokumen-ppid", "pernyataan-ppid")


def assess(root: Path, day: Day = TODAY) -> ppid.Openness:
    found = catalogs.load(root, "contoh").catalog
    written, faults = manuscripts.read_manuscripts(root, "contoh")
    assert found
    assert not faults
    openness = ppid.assess_openness(found, written, None, day)
    assert openness
    return openness


def item(
    *names: str, date: str = "2026-10-01", lacking: str = "", address: str = "a/"
) -> PublicItem:
    claims = tuple(Claim(name, lacking) for name in names)
    forms = (ItemForm.ONLINE,)
    return PublicItem(
        ItemKind.PAGE, "Judul", "", address, date, forms, Custody(), claims, Place("a.md")
    )


def nil(name: str, year: int) -> AgencyStatement:
    return AgencyStatement(
        name, "nihil", year, f"{year}-02-01", "Sekretaris", "Tidak ada.", Place("p")
    )


def stands(known: Law, name: str, *items: PublicItem, today: Day = TODAY) -> Standing:
    return next(i for i in judge_obligations(known, items, (), today) if i.obligation.name == name)


def stated(known: Law, name: str, *said: AgencyStatement, today: Day = TODAY) -> Standing:
    return next(i for i in judge_obligations(known, (), said, today) if i.obligation.name == name)


def test_leaves_of_the_reference_package(known: Law) -> None:
    """103 by the notes of those who read the law; parents, rules and rights are not among them."""
    assert len(known.leaves) == 103
    assert "kip-9-2a-badan-publik" not in known.leaves
    assert "kip-7-2-akurat" not in known.leaves
    assert len(known.below("kip-9-2c-keuangan")) == 4


def test_every_rhythm_of_the_law_has_a_rule(known: Law) -> None:
    for leaf in known.leaves.values():
        timing_of(known.rhythms[leaf.rhythm], TODAY, TODAY)
        first_due(known.rhythms[leaf.rhythm], TODAY)


def test_every_leaf_tells_what_to_publish_and_who_holds_it(known: Law) -> None:
    assert [
        leaf.name for leaf in known.leaves.values() if not (leaf.expected and leaf.holder)
    ] == []


def test_an_unverified_article_is_never_printed(known: Law) -> None:
    assert known.all["kip-12-laporan-tahunan"].basis == "UU 14/2008 (nomor pasal perlu verifikasi)"
    assert known.all["kip-9-3-enam-bulan"].basis == "UU 14/2008 Pasal 9 ayat (3)"


def test_a_number_that_is_there_but_unverified_is_not_printed(desk: Path) -> None:
    law_file = desk / "datasets/acuan/kewajiban/kewajiban.csv"
    change(law_file, "kip-13-ppid,UU 14/2008,,tidak", "kip-13-ppid,UU 14/2008,Pasal 13,tidak")
    assert assess(desk).law.all["kip-13-ppid"].basis == "UU 14/2008 (nomor pasal perlu verifikasi)"


def test_other_regions_rules_do_not_apply(known: Law) -> None:
    local = [name for name, leaf in known.all.items() if leaf.region]
    assert local
    assert not set(local) & set(read_law(catalogs.reference(ROOT), "99.01").leaves)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("rhythm", "date", "today", "late", "due"),
    [
        ("6-bulan", "2026-06-01", "2026-11-22", False, "2026-12-02"),
        ("6-bulan", "2026-05-22", "2026-11-22", False, "2026-11-22"),
        ("6-bulan", "2026-05-21", "2026-11-22", True, "2026-12-31"),
        ("6-bulan", "2024-12-31", "2026-03-01", True, "2026-06-30"),
        ("6-bulan", None, "2026-11-22", True, "2026-12-31"),
        ("tahunan", "2026-01-02", "2026-11-22", False, "2027-12-31"),
        ("tahunan", "2025-12-31", "2026-01-01", True, "2026-12-31"),
        ("tahunan-laporan", "2025-12-31", "2026-11-22", False, "2027-12-31"),
        ("tahunan-laporan", "2024-12-31", "2026-11-22", True, "2026-12-31"),
        ("tahunan-31-maret", "2024-12-31", "2026-03-31", False, "2026-03-31"),
        ("tahunan-31-maret", "2024-12-31", "2026-04-01", True, "2027-03-31"),
        ("tahunan-31-maret", "2025-12-31", "2026-04-01", False, "2027-03-31"),
        ("saat-berubah", "2020-01-01", "2026-11-22", False, "2026-12-31"),
        ("bulanan", "2026-11-01", "2026-11-22", False, "2026-12-02"),
        ("setiap-saat", "2001-01-01", "2026-11-22", False, None),
        ("serta-merta", "2001-01-01", "2026-11-22", False, None),
    ],
)
def test_when_information_is_too_old(
    known: Law, rhythm: str, date: str | None, today: str, late: bool, due: str | None
) -> None:
    day = Day.fromisoformat(date) if date else None
    found = timing_of(known.rhythms[rhythm], day, Day.fromisoformat(today))
    assert (found.late, found.due and found.due.isoformat()) == (late, due)


def test_what_nobody_shows_is_missing(known: Law) -> None:
    found = stands(known, "perki-berkala-profil-alamat")
    assert (found.state, found.due) == (ObligationState.MISSING, Day(2026, 12, 31))


def test_evidence_of_today_meets_and_is_late_a_year_later(known: Law) -> None:
    shown = item("perki-berkala-profil-alamat")
    assert stands(known, "perki-berkala-profil-alamat", shown).state is ObligationState.MET
    later = stands(known, "perki-berkala-profil-alamat", shown, today=Day(2027, 11, 22))
    assert (later.state, later.partial) == (ObligationState.LATE, False)


def test_two_halves_do_not_make_a_whole(known: Law) -> None:
    halves = [item("perki-ss-renstra-renja", lacking="Hanya tujuan."), item("lay-skm")]
    halves.append(item("perki-ss-renstra-renja", lacking="Hanya jadwal.", address="b/"))
    found = stands(known, "perki-ss-renstra-renja", *halves)
    assert (found.state, found.partial, len(found.evidence)) == (ObligationState.PARTIAL, True, 2)


def test_a_new_half_does_not_refresh_an_old_whole(known: Law) -> None:
    name = "perki-berkala-profil-alamat"
    old, new = item(name, date="2024-12-31"), item(name, lacking="Hanya telepon.")
    assert stands(known, name, old, new).date == "2024-12-31"


def test_undated_evidence_of_periodic_information_is_late(known: Law) -> None:
    name = "perki-berkala-profil-alamat"
    assert stands(known, name, item(name, date="")).state is ObligationState.LATE


@pytest.mark.parametrize(
    ("name", "state", "lacking"),
    [
        ("perki-ss-penelitian", ObligationState.MET, ""),  # the city may publish it
        ("perki-ss-perjanjian", ObligationState.PARTIAL, LINK_ONLY),
        (
            "perki-berkala-profil-lhkpn",
            ObligationState.PARTIAL,
            LINK_ONLY,
        ),  # assessors want the file
    ],
)
def test_a_link_elsewhere(
    known: Law, name: str, state: ObligationState, lacking: Message | str
) -> None:
    found = stands(known, name, item(name, address="https://contoh.example.go.id/a"))
    assert (found.state, found.evidence[0].lacking) == (state, text(lacking))


def test_without_an_event_nothing_is_met_and_nothing_missing(known: Law) -> None:
    found = stands(known, "perki-sm-bencana-alam")
    assert found.state is ObligationState.NO_EVENT
    assert not found.state.counts
    assert not found.state.settled


def test_nil_holds_for_its_year(known: Law) -> None:
    name = "perki-ss-perjanjian"
    found = stated(known, name, nil(name, 2026))
    assert (found.state, found.due) == (ObligationState.NIL, Day(2026, 12, 31))
    assert stated(known, name, nil(name, 2025)).state is ObligationState.LATE
    assert stated(known, name, nil(name, 2025), nil(name, 2026)).state is ObligationState.NIL


def test_nil_about_last_year_holds_for_reports_on_it(known: Law) -> None:
    name = "perki-ss-pelanggaran-laporan"
    assert stated(known, name, nil(name, 2025)).state is ObligationState.NIL
    assert stated(known, name, nil(name, 2024)).state is ObligationState.LATE


def test_nil_is_no_answer_where_something_always_exists(known: Law) -> None:
    name = "perki-berkala-profil-alamat"
    assert stated(known, name, nil(name, 2026)).state is ObligationState.MISSING


def test_not_applicable_is_not_counted(known: Law) -> None:
    name = "perki-ss-perizinan"
    said = AgencyStatement(
        name, "tidak-berlaku", None, "2026-01-01", "Kepala", "DPMPTSP.", Place("p")
    )
    found = stated(known, name, said)
    assert found.state is ObligationState.NOT_APPLICABLE
    assert not found.state.counts


def test_a_statement_without_reason_says_nothing(known: Law) -> None:
    name = "perki-ss-perjanjian"
    silent = AgencyStatement(name, "nihil", 2026, "2026-01-01", "Kepala", "", Place("p"))
    assert stated(known, name, silent).state is ObligationState.MISSING


def test_front_matter_and_descriptor_become_evidence(desk: Path) -> None:
    folder = desk / "datasets/contoh/penerima/datapackage.json"
    change(
        folder, '  "resources": [', '  "kewajiban": ["perki-ss-org-statistik"],\n  "resources": ['
    )
    change(
        desk / "docs/contoh/index.md",
        "title: Beranda\n",
        "title: Beranda\nkewajiban:\n  - id: perki-berkala-profil-alamat\n"
        "    sebagian: Tanpa jam layanan.\nkeadaan: 2026-11-01\n",
    )
    found = assess(desk).judged
    address, numbers = found["perki-berkala-profil-alamat"], found["perki-ss-org-statistik"]
    assert [one.item.address for one in address.evidence] == ["index.html"]
    assert (address.state, address.date) == (ObligationState.PARTIAL, "2026-11-01")
    assert [one.item.address for one in numbers.evidence] == ["data/penerima/"]
    assert (numbers.state, numbers.date) == (ObligationState.LATE, "2024-12-31")


def test_documents_become_evidence(desk: Path) -> None:
    claims = "perki-ss-perjanjian lay-sp4n-lapor"
    row = f"1,Sewa,Gedung.,,2024-05-02,,cetak,,,,setiap-saat,{claims},,,,,,\n"
    file = desk / "datasets/contoh/dokumen-ppid/dokumen-ppid.csv"
    file.write_text(DOCUMENT_HEAD + row, "utf-8")
    found = assess(desk).judged
    assert found["perki-ss-perjanjian"].state is ObligationState.MET
    assert found["lay-sp4n-lapor"].evidence[0].item.title == "Sewa"


def test_an_announcement_meets_the_duty_to_announce(desk: Path) -> None:
    add_material(desk, "serta-merta")
    found = assess(desk).judged["perki-sm-bencana-alam"]
    assert found.state is ObligationState.MET
    assert found.evidence[0].item.address.startswith("ppid/serta-merta/#pengumuman-2024-11-20")


def test_without_reference_packages_nothing_is_judged(data: Path) -> None:
    found = catalogs.load(data, "contoh").catalog
    assert found
    assert ppid.assess_openness(found, (), None, TODAY) is None


@pytest.mark.parametrize("missing", ["kewajiban", "tenggat", "kolom-dip"])
def test_without_one_of_them_neither(desk: Path, missing: str) -> None:
    shutil.rmtree(desk / "datasets/acuan" / missing)
    found = catalogs.load(desk, "contoh").catalog
    assert found
    assert ppid.assess_openness(found, (), None, TODAY) is None


def test_indicators_of_assessments_show_evidence_of_their_obligations(desk: Path) -> None:
    openness = assess(desk)
    address = next(one for one in openness.indicators if one.name == "wsb-profil-alamat")
    assert [one.obligation.name for one in address.standings] == ["perki-berkala-profil-alamat"]


def test_dates_in_front_matter_stay_text(data: Path) -> None:
    page = data / "docs/contoh/index.md"
    change(page, "title: Beranda\n", "title: Beranda\nkeadaan: 2026-11-01\n")
    written, faults = manuscripts.read_manuscripts(data, "contoh")
    assert faults == ()
    assert written[0].head["keadaan"] == "2026-11-01"


def test_a_page_without_front_matter_claims_nothing(desk: Path) -> None:
    found = catalogs.load(desk, "contoh").catalog
    assert found
    bare = Manuscript("a.md", "docs/contoh/a.md", "# A\n")
    assert tuple(ppid.check_claims(found, (bare,))) == ()
