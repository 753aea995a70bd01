"""What is left to do, by who holds it: order, holders, sentences, page, table, sheet."""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections.abc import Sequence
from dataclasses import replace
from html import unescape
from pathlib import Path

import openpyxl
import pytest

from profil_terbuka import ppid
from profil_terbuka.model import Claim, Custody
from profil_terbuka.model.findings import Place
from profil_terbuka.ppid import Demand, ObligationState
from profil_terbuka.ppid.desk.asked_documents import judge_documents
from profil_terbuka.ppid.desk.items import ItemForm, ItemKind, PublicItem
from profil_terbuka.ppid.desk.standings import judge_obligations
from profil_terbuka.ppid.desk.statements import AgencyStatement
from profil_terbuka.ppid.desk.work_words import (
    due_said,
    form_said,
    holder_said,
    task_said,
    task_title,
)
from profil_terbuka.ppid.desk.worklist import TaskKind, WorkTask, work_tasks
from profil_terbuka.ppid.law.obligations import Law, read_law
from profil_terbuka.ppid.pages.worklist import worklist_page
from profil_terbuka.read import catalog as catalogs
from profil_terbuka.read import manuscripts
from support import LAW, ROOT, add_material, change

DAY = datetime.date(2026, 11, 22)


@pytest.fixture(scope="module")
def known() -> Law:
    found = read_law(catalogs.reference(ROOT), "61.71")
    assert found
    return found


@pytest.fixture
def desk(data: Path) -> Path:
    """The invented agency with reference packages and its registers; one page meets something."""
    add_material(data, *LAW, "dokumen-ppid", "pernyataan-ppid", "penguasaan-informasi")
    change(
        data / "docs/contoh/index.md",
        "title: Beranda\n",
        "title: Beranda\nkewajiban: [perki-berkala-profil-alamat]\nkeadaan: 2026-11-01\n",
    )
    return data


def holds(root: Path, *lines: str) -> None:
    """The register of custody with these rows alone: information, subject, holder."""
    file = root / "datasets/contoh/penguasaan-informasi/penguasaan-informasi.csv"
    head = file.read_text("utf-8").splitlines()[0]
    rows = [f"{number},{line},," for number, line in enumerate(lines, start=1)]
    file.write_text("\n".join([head, *rows]) + "\n", "utf-8")


def produce(root: Path) -> tuple[ppid.Openness, dict[str, bytes]]:
    found = catalogs.load(root, "contoh").catalog
    written, _ = manuscripts.read_manuscripts(root, "contoh")
    assert found
    openness = ppid.assess_openness(found, written, None, DAY)
    assert openness
    return openness, ppid.produce_desk(openness, found)


def shown(*names: str, date: str = "2026-10-01", lacking: str = "", holder: str = "") -> PublicItem:
    claims = tuple(Claim(name, lacking) for name in names)
    custody = Custody(holder=holder)
    forms = (ItemForm.ONLINE,)
    return PublicItem(ItemKind.PAGE, "Judul", "", "a/", date, forms, custody, claims, Place("a.md"))


def tasks(
    known: Law, *items: PublicItem, said: Sequence[AgencyStatement] = (), today: datetime.date = DAY
) -> dict[str, WorkTask]:
    """By document, with nobody named."""
    judged = {item.obligation.name: item for item in judge_obligations(known, items, said, today)}
    return {task.document.name: task for task in work_tasks(judge_documents(known, judged), {})}


# In which order


def test_duties_come_before_practice_the_late_first_then_by_day(known: Law) -> None:
    listed = list(tasks(known, shown("perki-berkala-keuangan-lra", date="2025-01-01")).values())
    practice = [task.first.obligation.demand is Demand.PRACTICE for task in listed]
    assert practice == sorted(practice)
    duties = [task for task in listed if task.first.obligation.demand is not Demand.PRACTICE]
    assert [task.document.name for task in duties[:2]] == ["anggaran", "laporan-layanan-informasi"]
    days = [task.first.since or task.first.due or datetime.date.max for task in duties[2:]]
    assert days == sorted(days)


def test_what_is_done_needs_no_work(known: Law) -> None:
    done = shown(*known.leaves)
    standings = judge_obligations(known, (done,), (), datetime.date(2026, 10, 2))
    judged = {item.obligation.name: item for item in standings}
    left = work_tasks(judge_documents(known, judged), {})
    assert [task for task in left if task.first.state is ObligationState.MISSING] == []
    assert "profil" not in {task.document.name for task in left}


# What is to be done, in words


@pytest.mark.parametrize(
    ("items", "document", "kind", "title", "said", "due", "form"),
    [
        (
            (),
            "neraca",
            TaskKind.PUBLISH,
            "Neraca, 2025",
            "Serahkan untuk diterbitkan: Neraca SKPD.",
            "Sebaiknya sebelum 31 Desember 2026",
            "berkas",
        ),
        (
            (),
            "perjanjian",
            TaskKind.PUBLISH_OR_NIL,
            "Perjanjian dengan pihak ketiga, 2026",
            "Serahkan untuk diterbitkan: Daftar MoU/PKS/kontrak. Bila memang tidak ada, nyatakan "
            "nihil dengan tanggal dan alasan.",
            "Sebaiknya sebelum 31 Desember 2026",
            "berkas, atau pernyataan nihil",
        ),
        (
            (),
            "surat-pimpinan",
            TaskKind.PUBLISH,
            "Daftar surat-menyurat pimpinan",
            "Serahkan untuk diterbitkan: Daftar surat keluar (perihal, tanggal) tanpa isi "
            "rahasia/pribadi.",
            "Tanpa tenggat",
            "tautan atau berkas",
        ),
        (
            (shown("perki-berkala-kinerja", date="2026-03-01"),),
            "kinerja",
            TaskKind.RENEW,
            "Laporan kinerja",
            "Perbarui yang tayang (keadaan 1 Maret 2026).",
            "Terlambat: seharusnya paling lambat 1 September 2026",
            "berkas",
        ),
        (
            (shown("perki-berkala-kinerja", date=""),),
            "kinerja",
            TaskKind.RENEW,
            "Laporan kinerja",
            "Perbarui yang tayang (tanggalnya tidak diketahui).",
            "Terlambat: informasinya tidak bertanggal",
            "berkas",
        ),
        (
            (shown("perki-berkala-kinerja", lacking="Tanpa narasi."),),
            "kinerja",
            TaskKind.COMPLETE,
            "Laporan kinerja",
            "Lengkapi yang tayang: LKjIP + halaman narasi capaian semesteran.",
            "Tanpa tenggat",
            "berkas",
        ),
        (
            (shown("perki-berkala-kinerja", date="2026-03-01", lacking="Tanpa narasi."),),
            "kinerja",
            TaskKind.RENEW_AND_COMPLETE,
            "Laporan kinerja",
            "Perbarui dan lengkapi yang tayang (keadaan 1 Maret 2026): LKjIP + halaman narasi "
            "capaian semesteran.",
            "Terlambat: seharusnya paling lambat 1 September 2026",
            "berkas",
        ),
        (
            (shown("lay-22-maklumat", date="2024-05-01"),),
            "maklumat-pelayanan",
            TaskKind.REVIEW,
            "Maklumat pelayanan",
            "Periksa yang tayang (keadaan 1 Mei 2024). Bila masih benar, nyatakan masih berlaku; "
            "bila tidak, perbarui.",
            "Sebaiknya sudah sebelum 2 Mei 2025",
            "pernyataan masih berlaku, atau berkas yang baru",
        ),
    ],
)
def test_a_task_says_what_by_when_and_in_which_form(
    known: Law,
    items: tuple[PublicItem, ...],
    document: str,
    kind: TaskKind,
    title: str,
    said: str,
    due: str,
    form: str,
) -> None:
    task = tasks(known, *items)[document]
    assert task.kind is kind
    assert (task_title(task), task_said(task)) == (title, said)
    assert (due_said(task.first), form_said(task)) == (due, form)


def test_a_report_that_is_late_asks_for_its_own_year(known: Law) -> None:
    late = tasks(known)["laporan-layanan-informasi"]
    assert late.years == (2025,)
    assert due_said(late.first) == "Terlambat: seharusnya paling lambat 31 Maret 2026"


# Who holds it


def test_nobody_is_named_where_the_register_names_nobody(known: Law) -> None:
    task = tasks(known)["neraca"]
    assert task.holder == ""
    assert holder_said(task) == "belum ditetapkan; biasanya Subbagian keuangan"
    obligation = replace(task.first.obligation, holder="")
    alone = replace(task, standings=(replace(task.first, obligation=obligation),))
    assert holder_said(alone) == "belum ditetapkan"


@pytest.mark.parametrize(
    ("rows", "holder"),
    [
        ((), ""),
        ((",,Sekretariat",), "Sekretariat"),
        ((",,Sekretariat", "profil,,Subbagian"), "Sekretariat"),
        ((",,Sekretariat", "perki-berkala-profil-lhkpn,,Subbagian"), "Subbagian"),
        ((",,Dinas Contoh",), ""),
    ],
)
def test_the_nearest_row_of_the_register_names_the_holder(
    desk: Path, rows: tuple[str, ...], holder: str
) -> None:
    holds(desk, *rows)
    assert produce(desk)[0].holders["perki-berkala-profil-lhkpn"] == holder


def test_who_holds_the_document_holds_its_rows_and_who_holds_the_page_what_it_shows(
    desk: Path,
) -> None:
    holds(desk, "index.html,,Subbagian umum", "profil,,Sekretariat")
    assert produce(desk)[0].holders["perki-berkala-profil-alamat"] == "Sekretariat"
    holds(desk, "index.html,,Subbagian umum")
    assert produce(desk)[0].holders["perki-berkala-profil-alamat"] == "Subbagian umum"


def test_a_document_of_two_units_stands_once_for_each(known: Law) -> None:
    judged = {item.obligation.name: item for item in judge_obligations(known, (), (), DAY)}
    holders = {"perki-berkala-program-nama": "Bidang A", "perki-berkala-program-target": "Bidang B"}
    found = work_tasks(judge_documents(known, judged), holders)
    parts = [task for task in found if task.document.name == "program"]
    program = {task.holder: len(task.standings) for task in parts}
    assert program == {"Bidang A": 1, "Bidang B": 1, "": 3}


# The page, the table, the sheet


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_the_page_groups_by_holder_and_says_where_nobody_is_named(desk: Path) -> None:
    holds(desk, "perki-berkala-profil-lhkpn,,Subbagian kepegawaian")
    page = worklist_page(produce(desk)[0])
    assert page.address == "ppid/daftar-kerja/"
    headings = re.findall(r"<h2[^>]*>([^<]+)<", page.html)
    assert [unescape(head).strip() for head in headings] == [
        "Mulai dari sini",
        "Subbagian kepegawaian",
        "Belum ditetapkan siapa pemegangnya",
    ]
    assert "Register penguasaan informasi belum menyebut" in words(page.html)


def test_every_row_of_the_page_leads_to_its_obligation(desk: Path) -> None:
    openness, _ = produce(desk)
    made = {page.address: page.html for page in ppid.openness_pages(openness, desk=True)}
    anchors = re.findall(r'href="[^"]*ppid/kepatuhan/#([a-z-]+)"', made["ppid/daftar-kerja/"])
    assert len(anchors) == len(openness.tasks)
    for anchor in anchors:
        assert f'id="{anchor}"' in made["ppid/kepatuhan/"], anchor


def test_staff_matters_stand_on_the_page_for_staff_alone(desk: Path) -> None:
    openness, _ = produce(desk)
    made = {page.address: page.html for page in ppid.openness_pages(openness, desk=True)}
    assert "Biasanya dipegang" not in made["ppid/kepatuhan/"]
    assert "ppid/daftar-kerja/" in made["ppid/kepatuhan/"]
    assert "Biasanya dipegang" in made["ppid/daftar-kerja/"]
    assert '<dl class="fakta fakta-panjang">\n  </dl>' not in made["ppid/kepatuhan/"]


def test_where_nothing_is_left_the_page_says_so(desk: Path) -> None:
    openness, _ = produce(desk)
    lawless = replace(openness.law, all={}, titles={})
    page = words(worklist_page(replace(openness, standings=(), law=lawless)).html)
    assert "Tidak ada yang masih harus dikerjakan, keadaan 22 November 2026." in page


def test_table_and_sheet_have_the_same_rows_in_the_same_order(desk: Path) -> None:
    holds(desk, "perki-berkala-profil-lhkpn,,Subbagian kepegawaian")
    openness, files = produce(desk)
    table = list(csv.DictReader(io.StringIO(files["ppid/daftar-kerja.csv"].decode())))
    assert len(table) == len(openness.tasks)
    sheet = openpyxl.load_workbook(io.BytesIO(files["ppid/daftar-kerja.xlsx"])).active
    assert sheet is not None
    lines = [row for row in sheet.iter_rows(values_only=True) if str(row[0]).isdecimal()]
    assert [line[3] for line in lines] == [row["tugas"] for row in table]
    named = next(row for row in table if row["pemegang"])
    assert named["pemegang"] == "Subbagian kepegawaian"
    assert not any(line[-1] for line in lines), "the last column is the office's own"
