"""What the law asks and where an agency stands: leaves, rhythms, evidence, statements."""

from __future__ import annotations

import datetime
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from profil_terbuka import ppid
from profil_terbuka.model import Claim, Custody, Manuscript
from profil_terbuka.model.findings import Place
from profil_terbuka.model.messages import Message
from profil_terbuka.ppid import Demand, ObligationState
from profil_terbuka.ppid.desk.asked_documents import judge_documents
from profil_terbuka.ppid.desk.items import ItemForm, ItemKind, PublicItem
from profil_terbuka.ppid.desk.standings import LINK_ONLY, Standing, judge_obligations
from profil_terbuka.ppid.desk.statements import AgencyStatement
from profil_terbuka.ppid.law.obligations import Law, read_law
from profil_terbuka.ppid.law.timing import never_published, review_timing, timing_of
from profil_terbuka.read import catalog as catalogs
from profil_terbuka.read import manuscripts
from profil_terbuka.words.catalogues import text
from support import LAW, ROOT, add_material, change

Day = datetime.date
ADDRESS = "perki-berkala-profil-alamat"
BUDGET = "perki-berkala-keuangan-lra"
REPORT = "perki-56-laporan-waktu"
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
    """106 by those who read the law; parents, rules and rights are not among them."""
    assert len(known.leaves) == 106
    assert "kip-9-2a-badan-publik" not in known.leaves
    assert "kip-7-2-akurat" not in known.leaves
    assert len(known.below("kip-9-2c-keuangan")) == 4


def test_every_rhythm_of_the_law_has_a_rule(known: Law) -> None:
    for leaf in known.leaves.values():
        timing_of(known.rhythms[leaf.rhythm], TODAY, TODAY)
        never_published(known.rhythms[leaf.rhythm], TODAY)
        review_timing(known.rhythms[leaf.rhythm], TODAY, TODAY)


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
    ("rhythm", "date", "today", "since", "due"),
    [
        ("6-bulan", "2026-06-01", "2026-11-22", None, "2026-12-02"),
        ("6-bulan", "2026-05-22", "2026-11-22", None, "2026-11-22"),
        ("6-bulan", "2026-05-21", "2026-11-22", "2026-11-21", "2026-12-31"),
        ("6-bulan", "2024-12-31", "2026-03-01", "2025-07-03", "2026-06-30"),
        ("tahunan", "2026-01-02", "2026-11-22", None, "2027-12-31"),
        ("tahunan", "2025-12-31", "2026-01-01", "2025-12-31", "2026-12-31"),
        ("tahunan-laporan", "2025-12-31", "2026-11-22", None, "2027-12-31"),
        ("tahunan-laporan", "2024-12-31", "2026-11-22", "2025-12-31", "2026-12-31"),
        ("tahunan-31-maret", "2024-12-31", "2026-03-31", None, "2026-03-31"),
        ("tahunan-31-maret", "2024-12-31", "2026-04-01", "2026-03-31", "2027-03-31"),
        ("tahunan-31-maret", "2025-12-31", "2026-04-01", None, "2027-03-31"),
        ("tahunan-31-maret", None, "2026-02-01", "2025-03-31", "2026-03-31"),
        ("saat-berubah", "2020-01-01", "2026-11-22", "2021-01-01", "2026-12-31"),
        ("bulanan", "2026-11-01", "2026-11-22", None, "2026-12-02"),
        ("setiap-saat", "2001-01-01", "2026-11-22", None, None),
        ("serta-merta", "2001-01-01", "2026-11-22", None, None),
    ],
)
def test_when_information_is_too_old(
    known: Law, rhythm: str, date: str | None, today: str, since: str | None, due: str | None
) -> None:
    day = Day.fromisoformat(date) if date else None
    found = timing_of(known.rhythms[rhythm], day, Day.fromisoformat(today))
    assert found.since == (Day.fromisoformat(since) if since else None)
    assert found.old == bool(since)
    assert found.due == (Day.fromisoformat(due) if due else None)


def test_only_what_a_read_rule_sets_a_time_for_can_be_late(known: Law) -> None:
    """Six months bind periodic information alone; the yearly report has its day."""
    bound = {leaf.name for leaf in known.leaves.values() if known.rhythms[leaf.rhythm].binding}
    assert {known.leaves[name].category for name in bound} == {"berkala", "setiap-saat"}
    assert {name for name in bound if known.leaves[name].category != "berkala"} == {REPORT}


def test_what_nobody_shows_is_missing(known: Law) -> None:
    found = stands(known, "perki-berkala-profil-alamat")
    assert (found.state, found.due) == (ObligationState.MISSING, Day(2026, 12, 31))


def test_a_report_that_was_never_published_is_late_once_its_day_has_passed(known: Law) -> None:
    found = stands(known, REPORT)
    assert (found.state, found.since) == (ObligationState.LATE, Day(2026, 3, 31))
    shown = item(REPORT, date="2025-12-31")
    assert stands(known, REPORT, shown).state is ObligationState.MET


def test_evidence_of_today_meets_and_is_late_a_year_later(known: Law) -> None:
    shown = item(BUDGET)
    assert stands(known, BUDGET, shown).state is ObligationState.MET
    later = stands(known, BUDGET, shown, today=Day(2027, 11, 22))
    assert (later.state, later.partial) == (ObligationState.LATE, False)


def test_a_standing_fact_is_never_late_but_to_be_reviewed(known: Law) -> None:
    shown = item(ADDRESS, date="2020-12-31")
    found = stands(known, ADDRESS, shown)
    assert (found.state, found.since) == (ObligationState.REVIEW, Day(2021, 7, 3))
    part = stands(known, ADDRESS, item(ADDRESS, date="2020-12-31", lacking="Tanpa jam."))
    assert (part.state, part.old) == (ObligationState.PARTIAL, True)


@pytest.mark.parametrize(
    ("about", "day", "state"),
    [
        (ADDRESS, "2026-11-20", ObligationState.MET),
        ("profil", "2026-11-20", ObligationState.MET),  # the document it belongs to
        (ADDRESS, "2026-05-01", ObligationState.REVIEW),  # more than half a year ago
        (ADDRESS, "2026-12-24", ObligationState.REVIEW),  # nobody has said so yet
    ],
)
def test_one_row_renews_a_standing_fact(
    known: Law, about: str, day: str, state: ObligationState
) -> None:
    said = AgencyStatement(about, "masih-berlaku", None, day, "Sekretaris", "Dicek.", Place("p"))
    shown = item(ADDRESS, date="2020-12-31")
    judged = judge_obligations(known, [shown], [said], TODAY)
    found = next(one for one in judged if one.obligation.name == ADDRESS)
    assert (found.state, found.date) == (state, "2020-12-31")


def test_a_review_renews_nothing_that_is_about_a_time(known: Law) -> None:
    said = AgencyStatement(BUDGET, "masih-berlaku", None, "2026-11-20", "S", "Dicek.", Place("p"))
    judged = judge_obligations(known, [item(BUDGET, date="2024-12-31")], [said], TODAY)
    found = next(one for one in judged if one.obligation.name == BUDGET)
    assert (found.state, found.review) == (ObligationState.LATE, None)


def test_what_is_old_by_mere_practice_is_not_late(known: Law) -> None:
    name = "perki-ss-renstra-renja"
    assert stands(known, name, item(name, date="2024-12-31")).state is ObligationState.REVIEW


def test_two_halves_do_not_make_a_whole(known: Law) -> None:
    halves = [item("perki-ss-renstra-renja", lacking="Hanya tujuan."), item("lay-skm")]
    halves.append(item("perki-ss-renstra-renja", lacking="Hanya jadwal.", address="b/"))
    found = stands(known, "perki-ss-renstra-renja", *halves)
    assert (found.state, found.partial, len(found.evidence)) == (ObligationState.PARTIAL, True, 2)


def test_a_new_half_does_not_refresh_an_old_whole(known: Law) -> None:
    old, new = item(BUDGET, date="2024-12-31"), item(BUDGET, lacking="Hanya jumlahnya.")
    assert stands(known, BUDGET, old, new).date == "2024-12-31"


def test_undated_evidence_of_periodic_information_is_late(known: Law) -> None:
    assert stands(known, BUDGET, item(BUDGET, date="")).state is ObligationState.LATE


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


def test_a_link_to_a_domain_that_the_agency_names_is_its_own(known: Law) -> None:
    shown = item("perki-ss-renstra-renja", address="https://jdih.contoh.go.id/renja.pdf")
    own = replace(shown, own=frozenset({"contoh.go.id"}))
    assert stands(known, "perki-ss-renstra-renja", own).state is ObligationState.MET
    like = replace(own, address="https://jdih.contoh.go.id.example/renja.pdf")
    assert stands(known, "perki-ss-renstra-renja", like).state is ObligationState.PARTIAL


def test_a_document_on_a_domain_of_the_city_is_whole(desk: Path) -> None:
    row = (
        "1,Renja,Rencana.,https://jdih.kota.example/renja.pdf,2026-01-02,,daring,,,,"
        "setiap-saat,perki-ss-renstra-renja,,,,,,\n"
    )
    file = desk / "datasets/contoh/dokumen-ppid/dokumen-ppid.csv"
    file.write_text(DOCUMENT_HEAD + row, "utf-8")
    assert assess(desk).judged["perki-ss-renstra-renja"].state is ObligationState.PARTIAL
    with (desk / "datasets/contoh/instansi.yml").open("a", encoding="utf-8") as identity:
        identity.write("domain_sendiri: [kota.example]\n")
    assert assess(desk).judged["perki-ss-renstra-renja"].state is ObligationState.MET


def test_the_programs_own_forms_are_no_evidence(desk: Path) -> None:
    found = assess(desk).judged
    assert found["perki-form-permintaan"].state is ObligationState.MISSING
    assert found["perki-form-keberatan"].state is ObligationState.MISSING


def test_a_document_is_counted_once_and_asked_for_as_strictly_as_its_strictest_row(
    known: Law,
) -> None:
    judged = {one.obligation.name: one for one in judge_obligations(known, (), (), TODAY)}
    documents = judge_documents(known, judged)
    assert sum(len(one.standings) for one in documents) == len(known.leaves)
    report = next(one for one in documents if one.document.name == "laporan-layanan-informasi")
    assert len(report.standings) == 7
    assert (report.demand, report.state) == (Demand.ANNOUNCED, ObligationState.LATE)
    assert report.late
    assert report.late.obligation.name == REPORT


def test_an_obligation_that_names_no_document_is_one_of_its_own(known: Law) -> None:
    alone = replace(known, titles={})
    judged = {one.obligation.name: one for one in judge_obligations(alone, (), (), TODAY)}
    documents = judge_documents(alone, judged)
    assert len(documents) == len(alone.leaves)
    assert documents[0].document.title == documents[0].standings[0].obligation.text


def test_without_an_event_nothing_is_met_and_nothing_missing(known: Law) -> None:
    found = stands(known, "perki-sm-bencana-alam")
    assert found.state is ObligationState.NO_EVENT
    assert not found.state.counts
    assert not found.state.settled


def test_nil_holds_for_its_year(known: Law) -> None:
    name = "perki-ss-perjanjian"
    found = stated(known, name, nil(name, 2026))
    assert (found.state, found.due) == (ObligationState.NIL, Day(2026, 12, 31))
    assert stated(known, name, nil(name, 2025)).state is ObligationState.MISSING
    assert stated(known, name, nil(name, 2025), nil(name, 2026)).state is ObligationState.NIL


def test_nil_that_has_run_out_is_late_where_a_rule_sets_a_time(known: Law) -> None:
    found = stated(known, "perki-berkala-akses-jumlah", nil("perki-berkala-akses-jumlah", 2025))
    assert (found.state, found.since) == (ObligationState.LATE, Day(2025, 12, 31))


def test_nil_about_last_year_holds_for_reports_on_it(known: Law) -> None:
    name = "perki-ss-pelanggaran-laporan"
    assert stated(known, name, nil(name, 2025)).state is ObligationState.NIL
    assert stated(known, name, nil(name, 2024)).state is ObligationState.MISSING


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
    assert (numbers.state, numbers.date) == (ObligationState.MET, "2024-12-31")


def test_documents_become_evidence(desk: Path) -> None:
    claims = "perki-ss-perjanjian lay-sp4n-lapor"
    row = f"1,Sewa,Gedung.,,2024-05-02,,cetak,,,,setiap-saat,{claims},,,,,,\n"
    file = desk / "datasets/contoh/dokumen-ppid/dokumen-ppid.csv"
    file.write_text(DOCUMENT_HEAD + row, "utf-8")
    found = assess(desk).judged
    assert found["perki-ss-perjanjian"].state is ObligationState.MET
    assert found["lay-sp4n-lapor"].evidence[0].item.title == "Sewa"


def test_an_announcement_to_come_fulfils_nothing_yet(desk: Path) -> None:
    add_material(desk, "serta-merta")
    before = assess(desk, Day(2024, 11, 19)).judged["perki-sm-bencana-alam"]
    assert before.state is ObligationState.NO_EVENT
    begun = assess(desk, Day(2024, 11, 20)).judged["perki-sm-bencana-alam"]
    assert begun.state is ObligationState.MET


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


CORRECTION_HEAD = "nomor,kewajiban,kolom,isi,oleh,tanggal,alasan\n"


def with_correction(desk: Path, row: str) -> Path:
    add_material(desk, "koreksi-kewajiban")
    file = desk / "datasets/contoh/koreksi-kewajiban/koreksi-kewajiban.csv"
    file.write_text(f"{CORRECTION_HEAD}1,{row}\n", "utf-8")
    return desk


@pytest.mark.parametrize(
    ("column", "value", "field", "expected"),
    [
        ("pasal", "Pasal 13", "basis", "UU 14/2008 Pasal 13"),
        ("peraturan", "Perda 1/2020", "law", "Perda 1/2020"),
        ("butir", "Menunjuk PPID", "text", "Menunjuk PPID"),
        ("sifat", "praktik-baik", "demand", Demand.PRACTICE),
        ("frekuensi", "tahunan", "rhythm", "tahunan"),
    ],
)
def test_the_legal_office_puts_a_row_right_for_its_agency(
    desk: Path, column: str, value: str, field: str, expected: object
) -> None:
    row = f"kip-13-ppid,{column},{value},Bagian Hukum,2026-11-20,Naskahnya dibaca."
    found = assess(with_correction(desk, row)).law.all["kip-13-ppid"]
    assert getattr(found, field) == expected
    (said,) = found.corrections
    assert (said.by, said.date, said.reason) == ("Bagian Hukum", "2026-11-20", "Naskahnya dibaca.")


@pytest.mark.parametrize(
    "row",
    [
        "kip-13-pid,pasal,Pasal 13,Bagian Hukum,2026-11-20,Dibaca.",
        "kip-13-ppid,induk,kip-12,Bagian Hukum,2026-11-20,Dibaca.",
        "kip-13-ppid,sifat,wajib,Bagian Hukum,2026-11-20,Dibaca.",
        "kip-13-ppid,frekuensi,tahun,Bagian Hukum,2026-11-20,Dibaca.",
    ],
)
def test_a_correction_that_means_nothing_is_told(desk: Path, row: str) -> None:
    found = catalogs.load(with_correction(desk, row), "contoh").catalog
    assert found
    codes = [finding.code.name for finding in ppid.check_claims(found, ())]
    assert codes == ["kewajiban-tidak-dikenal"]


def test_a_correction_is_no_public_information_of_its_own(desk: Path) -> None:
    row = "kip-13-ppid,pasal,Pasal 13,Bagian Hukum,2026-11-20,Dibaca."
    listed = assess(with_correction(desk, row)).listed
    assert all("koreksi-kewajiban" not in entry.address for entry in listed.entries)
