"""What a second reading of the law corrected stays corrected, in the reference and in statuses."""

from __future__ import annotations

import datetime
from collections import Counter
from functools import cache

import pytest

from agencies import AGENCIES, catalog_of
from profil_terbuka import ppid
from profil_terbuka.ppid import Demand, ObligationState
from profil_terbuka.ppid.desk.exemptions import read_exemptions
from profil_terbuka.ppid.law.deadlines import read_periods
from profil_terbuka.ppid.law.obligations import Law, Obligation
from profil_terbuka.read import catalog as catalogs
from profil_terbuka.read import manuscripts
from support import ROOT

DAY = datetime.date(2026, 11, 22)
AUDITED = "yang telah diaudit"


@cache
def law() -> Law:
    found = ppid.read_law(catalogs.reference(ROOT), "61.71")
    assert found
    return found


@cache
def openness(slug: str) -> ppid.Openness:
    written, _ = manuscripts.read_manuscripts(ROOT, slug)
    found = ppid.assess_openness(catalog_of(slug), written, None, DAY)
    assert found
    return found


def leaves(*, demand: Demand) -> list[Obligation]:
    return [leaf for leaf in law().leaves.values() if leaf.demand is demand]


# Kinds of duty, once for each document


def test_what_is_periodic_or_urgent_must_be_announced() -> None:
    groups = Counter(leaf.category for leaf in leaves(demand=Demand.ANNOUNCED))
    assert groups["berkala"] == 32
    assert groups["serta-merta"] == 4
    announced = {"berkala", "serta-merta"}
    others = leaves(demand=Demand.AVAILABLE) + leaves(demand=Demand.PRACTICE)
    assert announced.isdisjoint(leaf.category for leaf in others)


@pytest.mark.parametrize(
    "name",
    [
        *(
            f"lay-komponen-{number}"
            for number in (
                "07-dasar-hukum",
                "08-sarana",
                "09-kompetensi",
                "10-pengawasan",
                "11-jumlah-pelaksana",
                "12-jaminan-layanan",
                "13-jaminan-aman",
                "14-evaluasi",
            )
        ),
        "lay-sippn",
        "perki-dip-sk-tahunan",
        "perki-dik-sk-tahunan",
    ],
)
def test_what_only_assessors_ask_is_practice(name: str) -> None:
    assert law().leaves[name].demand is Demand.PRACTICE


def test_the_yearly_report_is_one_document_of_seven_rows() -> None:
    rows = {leaf.name for leaf in law().leaves.values() if leaf.document == REPORT}
    assert len(rows) == 7
    assert {"kip-12-laporan-tahunan", "perki-56-laporan-waktu"} < rows


REPORT = "laporan-layanan-informasi"


@pytest.mark.parametrize(
    "pair",
    [
        ("perki-berkala-keuangan-lra", "perki-ss-org-anggaran"),
        ("perki-berkala-keuangan-aset", "perki-ss-inventaris"),
        ("perki-sop-pengumuman", "perki-ss-standar-pengumuman"),
    ],
)
def test_what_two_groups_ask_for_is_one_document(pair: tuple[str, str]) -> None:
    first, second = (law().leaves[name].document for name in pair)
    assert first == second


def test_every_leaf_belongs_to_a_document_that_has_a_title() -> None:
    assert [leaf.name for leaf in law().leaves.values() if leaf.document not in law().titles] == []
    assert {leaf.document for leaf in law().leaves.values()} == set(law().titles)
    assert law().titles.keys().isdisjoint(law().all)  # a statement names either of them


@pytest.mark.parametrize("slug", AGENCIES)
def test_every_document_is_counted_once_in_one_of_three_kinds(slug: str) -> None:
    tallies = openness(slug).tallies
    assert set(tallies) == set(Demand)
    assert all(tally.counted for tally in tallies.values())
    assert sum(tally.states.total() for tally in tallies.values()) == len(law().documents)


# Articles and wording


def test_articles_of_the_regulation_are_told_as_later_regulations_carry_them() -> None:
    for name, item in law().all.items():
        if name.startswith("perki-berkala-") and item.article:
            assert item.basis == "Perki 1/2021 Pasal 14-15 (menurut peraturan turunan)"
    assert law().all["perki-berkala-profil-visi-misi"].article == ""


def test_no_article_of_this_regulation_is_said_to_be_read_in_itself() -> None:
    read = {item.article_read for item in law().all.values() if item.law == "Perki 1/2021"}
    assert read == {"turunan", "tidak"}


def test_a_number_that_is_printed_names_the_text_in_which_it_was_read() -> None:
    assert [item.name for item in law().all.values() if item.article and not item.source] == []


def test_every_leaf_tells_how_good_its_proof_is() -> None:
    for leaf in law().leaves.values():
        assert leaf.grade in "ABCDMR"
        assert bool(leaf.source) == (leaf.grade not in "MR"), leaf.name


def test_finance_is_asked_for_as_audited() -> None:
    named = [item for name, item in law().all.items() if name.startswith("perki-berkala-keuangan")]
    assert len(named) == 4
    assert all(AUDITED in item.text for item in named)


# Terms of asking and objecting


@pytest.mark.parametrize(
    ("name", "basis"),
    [
        ("kip-36-1-ajukan-30", "UU 14/2008 Pasal 36 ayat (1)"),
        ("kip-36-2-tanggapan-30", "UU 14/2008 Pasal 36 ayat (2)"),
        ("kip-37-2-sengketa-14", "UU 14/2008 Pasal 37 ayat (2)"),
        ("kip-38-1-mulai-14", "UU 14/2008 (nomor pasal perlu verifikasi)"),
    ],
)
def test_steps_cite_the_articles_that_were_read(name: str, basis: str) -> None:
    assert law().all[name].basis == basis


def test_steps_count_from_what_is_written_and_received() -> None:
    periods = read_periods(catalog_of(AGENCIES[0]))
    assert periods
    assert periods.reply.since == "keberatan tertulis diterima atasan PPID"
    assert periods.dispute.since == "tanggapan tertulis atasan PPID diterima pemohon"
    assert periods.mediation.since == ("permohonan penyelesaian sengketa diterima Komisi Informasi")
    assert (periods.silence.days, periods.silence.verified) == (14, False)


# Rhythms


@pytest.mark.parametrize(
    "name",
    [
        "perki-ss-org-statistik",
        "perki-ss-surat-pimpinan",
        "perki-ss-org-anggaran",
        "perki-ss-inventaris",
        "lay-22-maklumat",
    ],
)
def test_no_rule_makes_these_late(name: str) -> None:
    assert not law().rhythms[law().leaves[name].rhythm].binding


@pytest.mark.parametrize(
    "name",
    ["perki-berkala-profil-alamat", "perki-berkala-profil-struktur", "perki-berkala-regulasi-sah"],
)
@pytest.mark.parametrize("slug", AGENCIES)
def test_a_standing_fact_of_the_book_is_not_late(slug: str, name: str) -> None:
    found = openness(slug).judged[name]
    assert found.obligation.standing
    assert found.state is not ObligationState.LATE


# Grounds for withholding


@pytest.mark.parametrize("slug", AGENCIES)
def test_no_ground_is_a_list_of_kinds_of_data(slug: str) -> None:
    entries = read_exemptions(catalog_of(slug))
    assert entries
    assert [entry.row for entry in entries if "Pasal 4" in entry.ground] == []


# Statuses


@pytest.mark.parametrize(
    ("slug", "name", "state"),
    [
        *((slug, "perki-form-permintaan", ObligationState.MISSING) for slug in AGENCIES),
        *((slug, "perki-form-keberatan", ObligationState.MISSING) for slug in AGENCIES),
        *((slug, "perki-ss-dip", ObligationState.PARTIAL) for slug in AGENCIES),
        *((slug, "perki-dik-sk-tahunan", ObligationState.PARTIAL) for slug in AGENCIES),
        *((slug, "sdi-daftar-data", ObligationState.PARTIAL) for slug in AGENCIES),
        *((slug, "sdi-ms-keg", ObligationState.PARTIAL) for slug in AGENCIES),
        *((slug, "sdi-ms-var", ObligationState.MET) for slug in AGENCIES),
        *((slug, "sdi-ms-ind", ObligationState.PARTIAL) for slug in AGENCIES),
        *((slug, "perki-56-laporan-waktu", ObligationState.LATE) for slug in AGENCIES),
        ("palangka-raya", "lay-komponen-05-produk", ObligationState.PARTIAL),
        ("palangka-raya", "lay-komponen-07-dasar-hukum", ObligationState.PARTIAL),
        ("palangka-raya", "perki-berkala-regulasi-sah", ObligationState.PARTIAL),
        ("palangka-raya", "perki-berkala-pengaduan-wewenang", ObligationState.PARTIAL),
    ],
)
def test_a_status_that_was_judged_wrong_is_mended(
    slug: str, name: str, state: ObligationState
) -> None:
    assert openness(slug).judged[name].state is state


def test_what_one_programme_achieved_is_shown_in_part_and_too_old() -> None:
    found = openness("pontianak").judged["perki-berkala-program-target"]
    assert found.partial
    assert found.evidence
    assert found.state is ObligationState.LATE


@pytest.mark.parametrize("slug", AGENCIES)
def test_the_list_names_the_statutory_columns_that_are_empty(slug: str) -> None:
    (shown,) = openness(slug).judged["perki-ss-dip"].evidence
    assert "kolom yang belum terisi" in shown.lacking
    assert "Penanggung Jawab" in shown.lacking
    assert "Retensi Arsip" in shown.lacking


@pytest.mark.parametrize("slug", AGENCIES)
def test_the_report_on_last_year_is_late_since_the_end_of_march(slug: str) -> None:
    assert openness(slug).judged["perki-56-laporan-waktu"].since == datetime.date(2026, 3, 31)
