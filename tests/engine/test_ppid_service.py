"""The information officer's desk: asking, objecting, what is exempt, urgent news, reports."""

from __future__ import annotations

import csv
import datetime
import io
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import openpyxl
import pytest

from profil_terbuka import pipeline, ppid
from profil_terbuka.model import Catalog, Texts
from profil_terbuka.model.products import GeneratedPage
from profil_terbuka.ppid import desk_pages
from profil_terbuka.ppid.desk import announcements, exemptions, standards
from profil_terbuka.ppid.law import deadlines
from profil_terbuka.ppid.law.reasons import OBJECTION_REASONS_SAID
from profil_terbuka.read import catalog
from profil_terbuka.system import clock
from profil_terbuka.system.cache import Cache
from profil_terbuka.web.frame import agency_frame
from profil_terbuka.words.catalogues import text
from support import ROOT, add_material, change, written

TODAY = datetime.date(2026, 11, 22)
DURING = datetime.date(2024, 11, 22)
LAW = ("tenggat", "libur-nasional", "kewajiban", "kolom-dip", "indikator-monev")
OWN = ("informasi-dikecualikan", "serta-merta", "layanan-informasi")
DESK = """ppid:
  jabatan: '<script>alert("PPID")</script>'
  surel: ppid@contoh.go.id
  utama: PPID Kota Contoh
  situs_utama: https://ppid.contoh.go.id/
  komisi_informasi: Komisi Informasi Provinsi Contoh
  maklumat: 'Kami {{ angka: penerima }} & <b>berjanji</b>.'
  perlu_verifikasi: [utama, komisi_informasi]
kontak_resmi:
  - {nilai: ppid@contoh.go.id, peran: Surel PPID}
"""


@pytest.fixture
def repository(data: Path) -> Path:
    """The invented agency with the law's tables and everything the desk can have."""
    for name in LAW:
        shutil.copytree(ROOT / "datasets/acuan" / name, data / "datasets/acuan" / name)
    for name in OWN:
        add_material(data, name)
    identity = data / "datasets/contoh/instansi.yml"
    identity.write_text(identity.read_text("utf-8") + DESK, "utf-8")
    return data


def load(repository: Path) -> Catalog:
    loaded = catalog.load(repository, "contoh")
    assert loaded.findings == ()
    assert loaded.catalog is not None
    return loaded.catalog


def without(whole: Catalog, *slugs: str) -> Catalog:
    return replace(whole, datasets=tuple(item for item in whole.datasets if item.slug not in slugs))


def pages(whole: Catalog, today: datetime.date = TODAY) -> dict[str, GeneratedPage]:
    return {
        page.address.removeprefix("ppid/").removesuffix("/"): page
        for page in desk_pages(whole, today)
    }


def words(page: GeneratedPage) -> str:
    """The page as it is read: without tags, spaces as one."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.html)).split())


def parts(page: GeneratedPage) -> list[str]:
    """The titles of its sections."""
    return [section.title for section in page.sections]


def row(number: int, *cells: str) -> Callable[[Catalog], Catalog]:
    """Replace row `number` of the register of exempt information."""

    def apply(whole: Catalog) -> Catalog:
        dataset = whole.by_slug["informasi-dikecualikan"]
        columns = [field.name for field in dataset.main.schema.fields]
        given = dict(cell.split("=") for cell in cells)
        rows = list(dataset.main.rows)
        old = dict(zip(columns, rows[number], strict=True))
        rows[number] = tuple(
            {**old, **{name: value or None for name, value in given.items()}}.values()
        )
        table = replace(dataset.main, rows=tuple(rows))
        changed = replace(dataset, tables=(table,))
        return replace(
            whole,
            datasets=tuple(changed if item is dataset else item for item in whole.datasets),
        )

    return apply


# Asking and objecting


def test_all_pages_are_made(repository: Path) -> None:
    assert set(pages(load(repository))) == {
        "permohonan",
        "keberatan",
        "formulir-permohonan",
        "formulir-keberatan",
        "dikecualikan",
        "serta-merta",
        "laporan-layanan",
        "standar-pelayanan",
    }


def test_periods_come_from_the_law_table(repository: Path) -> None:
    table = repository / "datasets/acuan/tenggat/tenggat-hari-kerja.csv"
    change(table, "secara tertulis,10,", "secara tertulis,11,")
    page = words(pages(load(repository))["permohonan"])
    assert "paling lama 11 hari kerja sejak permintaan diterima" in page
    assert "10 hari kerja" not in page


def test_a_citizen_or_legal_body_may_ask_with_reason_and_identity(repository: Path) -> None:
    made = pages(load(repository))
    asking, form = words(made["permohonan"]), words(made["formulir-permohonan"])
    told = "warga negara Indonesia atau badan hukum Indonesia, dengan menyebut alasan"
    assert told in asking
    assert told in form
    assert "iapa pun" not in asking


@pytest.mark.parametrize(
    ("page", "form", "told"),
    [
        (
            "permohonan",
            "formulir-permohonan",
            "paling lama 10 hari kerja sejak permintaan diterima.",
        ),
        (
            "keberatan",
            "formulir-keberatan",
            "paling lama 30 hari kerja sejak alasan keberatan ditemukan.",
        ),
        (
            "keberatan",
            "formulir-keberatan",
            "paling lama 30 hari kerja sejak keberatan tertulis diterima atasan PPID.",
        ),
    ],
)
def test_page_and_form_tell_a_step_in_the_same_words(
    repository: Path, page: str, form: str, told: str
) -> None:
    made = pages(load(repository))
    assert told in words(made[page])
    assert told in words(made[form])


def test_the_calculator_asks_for_the_event_that_the_page_tells(repository: Path) -> None:
    change(
        repository / "datasets/acuan/tenggat/tenggat-hari-kerja.csv",
        ",30,keberatan tertulis diterima atasan PPID,",
        ",30,berkas keberatan masuk,",
    )
    page = words(pages(load(repository))["keberatan"])
    assert "paling lama 30 hari kerja sejak berkas keberatan masuk." in page
    assert "Berkas keberatan masuk pada tanggal" in page
    assert "keberatan tertulis diterima" not in page


def test_what_follows_silence_is_told_and_marked_where_nobody_has_read_the_rule(
    repository: Path,
) -> None:
    made = pages(load(repository))
    assert "Bila tidak dijawab sampai jangka waktunya berakhir" in words(made["permohonan"])
    assert "Bila tidak dijawab, keberatan paling lambat (40 hari kerja)" in words(
        made["permohonan"]
    )
    objecting = words(made["keberatan"])
    assert (
        "paling lama 14 hari kerja sejak jangka waktu tanggapan atasan PPID berakhir tanpa "
        "jawaban. perlu verifikasi" in objecting
    )
    assert "sengketa diajukan paling lambat (perlu verifikasi) (44 hari kerja)" in objecting


def test_a_dispute_counts_from_the_written_reply_and_mediation_from_its_receipt(
    repository: Path,
) -> None:
    page = words(pages(load(repository))["keberatan"])
    assert "14 hari kerja sejak tanggapan tertulis atasan PPID diterima pemohon." in page
    assert "14 hari kerja sejak permohonan penyelesaian sengketa diterima Komisi Informasi" in page


def test_without_the_law_table_nothing_is_promised(repository: Path) -> None:
    shutil.rmtree(repository / "datasets/acuan/tenggat")
    whole = load(repository)
    assert set(pages(whole)) == {"serta-merta"}  # announcements never wait
    assert pages(without(whole, "serta-merta")) == {}


def test_dates_without_script(repository: Path) -> None:
    page = words(pages(load(repository))["permohonan"])
    assert "23 November 2026 7 Desember 2026 16 Desember 2026" in page
    assert "28 Desember 2026 11 Januari 2027* 20 Januari 2027*" in page
    assert "Hari libur tahun 2027 belum diisi." in page
    earlier = words(pages(load(repository), datetime.date(2026, 3, 2))["permohonan"])
    assert "belum diisi. Tanggal" not in earlier


def test_what_the_agency_has_not_told_is_said_to_be_missing(repository: Path) -> None:
    page = words(pages(load(repository))["keberatan"])
    assert "Atasan PPID belum diisi oleh instansi" in page
    assert "Jam layanan belum diisi oleh instansi" in page
    assert "Alamat kantor Jalan Contoh No. 1, Kota Contoh" in page
    assert "PPID Kota Contoh perlu verifikasi" in page
    assert "Komisi Informasi Provinsi Contoh perlu verifikasi paling lama 14 hari kerja" in page


def test_texts_of_the_agency_stay_texts(repository: Path) -> None:
    made = pages(load(repository))
    for page in made.values():
        assert "<script" not in page.html
        assert "{{" not in page.html
    assert "<dd>&lt;script&gt;alert(" in made["permohonan"].html
    assert "&amp; &lt;b&gt;berjanji&lt;/b&gt;" in made["standar-pelayanan"].html


def test_the_letter_has_its_subject_and_nothing_else(repository: Path) -> None:
    found = re.findall(r'href="(mailto:[^"]*\?[^"]*)"', pages(load(repository))["permohonan"].html)
    assert len(found) == 1
    parts = urlsplit(unescape(found[0]))
    fields = parse_qs(parts.query, strict_parsing=True)
    assert parts.path == "ppid@contoh.go.id"
    assert fields.keys() == {"subject", "body"}
    assert fields["subject"] == ["Permintaan informasi publik"]
    assert "Informasi yang diminta:\r\n" in fields["body"][0]


def test_without_an_address_there_is_no_letter(repository: Path) -> None:
    whole = load(repository)
    silent = replace(whole, agency=replace(whole.agency, desk=replace(whole.agency.desk, email="")))
    page = pages(silent)["permohonan"].html
    assert "mailto:" not in page
    assert "<dt>Surel</dt><dd><em>belum diisi oleh instansi</em>" in page


# Forms and registers


def obligation(name: str) -> str:
    with (ROOT / "datasets/acuan/kewajiban/kewajiban.csv").open(encoding="utf-8") as file:
        return next(item["butir"] for item in csv.DictReader(file) if item["id"] == name)


@pytest.mark.parametrize(
    ("form", "name", "fields"),
    [
        (
            "formulir-permohonan",
            "perki-form-permintaan",
            {
                "nomor pendaftaran": "Nomor pendaftaran",
                "nama": "Nama",
                "NIK/nomor SK badan hukum": "NIK",
                "alamat": "Alamat",
                "telepon/email": "Telepon atau surel",
                "surat kuasa": "Surat kuasa",
                "rincian informasi": "Rincian informasi yang diminta",
                "tujuan penggunaan": "Tujuan penggunaan informasi",
                "cara memperoleh": "Cara memperoleh",
                "cara mengirimkan": "Cara mengirimkan",
            },
        ),
        (
            "formulir-keberatan",
            "perki-form-keberatan",
            {
                "nomor pendaftaran permintaan": "Nomor pendaftaran permintaan",
                "tujuan penggunaan": "Tujuan penggunaan informasi",
                "identitas pemohon/kuasa": "Nama kuasa",
                "alasan keberatan": "Alasan keberatan",
                "nama dan tanda tangan": "Pemohon atau kuasa",
            },
        ),
    ],
)
def test_a_form_asks_what_the_regulation_asks(
    repository: Path, form: str, name: str, fields: dict[str, str]
) -> None:
    listed = [item.strip() for item in obligation(name).partition(":")[2].split(";")]
    assert listed == list(fields)
    made = pages(load(repository))[form].html
    for title in fields.values():
        assert re.search(rf">{title}\s*<", made), title
    assert not re.search(r"<(form|input|textarea|select|button)\b", made)


def test_the_objection_form_offers_every_reason(repository: Path) -> None:
    made = pages(load(repository))["formulir-keberatan"].html
    assert len(OBJECTION_REASONS_SAID) == 7
    assert all(
        f'<span class="kotak">{text(reason)}</span>' in made for reason in OBJECTION_REASONS_SAID
    )


def test_the_register_has_the_columns_of_the_regulation(repository: Path, cache: Cache) -> None:
    made = ppid.empty_registers(load(repository), cache)
    book = openpyxl.load_workbook(io.BytesIO(made["ppid/register-permohonan.xlsx"]))
    requests, objections = book["Permohonan"], book["Keberatan"]
    heads = [
        str(cell.value).lower()
        for line in (requests[3], requests[4])
        for cell in line
        if cell.value
    ]
    listed = re.sub(r"\([^)]*\)", "", obligation("perki-register-permintaan").partition(":")[2])
    wanted = [item.strip() for item in listed.split(";")]
    assert len(wanted) == 15
    assert [name for name in wanted if name not in heads] == []
    letters = [cell.value for cell in objections[4] if cell.value in tuple("abcdefg")]
    assert letters == list("abcdefg")


def test_the_register_knows_periods_grounds_and_holidays(repository: Path, cache: Cache) -> None:
    made = ppid.empty_registers(load(repository), cache)
    assert len(set(made.values())) == 1  # two addresses, one workbook
    book = openpyxl.load_workbook(io.BytesIO(made["ppid/register-keberatan.xlsx"]))
    assert "WORKDAY($B5,30,HariLibur)" in str(book["Keberatan"]["W5"].value)
    assert book["Libur"]["A2"].value == datetime.datetime(2025, 1, 1)
    grounds = [row[0] for row in book["Petunjuk"].iter_rows(values_only=True)]
    assert "Pasal 17 huruf h angka 5" in grounds
    assert grounds[-1] == "Informasi tidak dikuasai"


# Exempt information


def test_the_register_of_exempt_information(repository: Path) -> None:
    page = pages(load(repository))["dikecualikan"]
    text = words(page)
    assert "2 dari 3 butir masih usulan; belum ditetapkan PPID." in text
    assert page.html.count("<li>") - page.html.count("<li><p>") == 3
    assert "Uji konsekuensi 6 Mei 2024, nomor 12/PPID/2024" in text
    assert "Bila dibuka Rumah orang dapat didatangi siapa saja." in text
    assert "Bila ditutup Pembaca hanya mengetahui kelurahannya." in text
    assert "Ditetapkan oleh PPID Kota Contoh, 7 Mei 2024" in text
    assert "Berlaku sampai 6 Mei 2029" in text
    assert "sudah lewat" not in text
    assert "Dasar hukum belum ditemukan perlu verifikasi" in text


@pytest.mark.parametrize(
    "column",
    [
        "uji_konsekuensi_tanggal",
        "uji_konsekuensi_nomor",
        "konsekuensi_dibuka",
        "konsekuensi_ditutup",
        "ditetapkan_oleh",
        "ditetapkan_tanggal",
    ],
)
def test_nothing_is_decided_without_its_test_and_official(repository: Path, column: str) -> None:
    lacking = row(1, f"{column}=")(load(repository))
    (found,) = exemptions.unfounded_decisions(lacking)
    assert (found.code.name, found.place.row) == ("penetapan-tidak-lengkap", 3)
    assert column in text(found.message)
    draft = row(1, f"{column}=", "status=rancangan")(load(repository))
    assert list(exemptions.unfounded_decisions(draft)) == []


def test_a_register_without_the_newer_columns_is_read(repository: Path) -> None:
    whole = load(repository)
    dataset = whole.by_slug["informasi-dikecualikan"]
    kept = tuple(f for f in dataset.main.schema.fields if not f.name.startswith("konsekuensi"))
    at = [dataset.main.schema.position[field.name] for field in kept]
    rows = tuple(tuple(line[i] for i in at) for line in dataset.main.rows)
    main = replace(dataset.main, schema=replace(dataset.main.schema, fields=kept), rows=rows)
    older = replace(
        whole,
        datasets=tuple(
            replace(one, tables=(main,)) if one is dataset else one for one in whole.datasets
        ),
    )
    assert exemptions.read_exemptions(older)[1].undecidable == (
        "konsekuensi_dibuka",
        "konsekuensi_ditutup",
    )


def test_an_exemption_whose_time_is_over_is_marked(repository: Path) -> None:
    whole = load(repository)
    last = datetime.date(2029, 5, 6)
    assert list(exemptions.expired_exemptions(whole, last)) == []
    late = last + datetime.timedelta(days=1)
    (found,) = exemptions.expired_exemptions(whole, late)
    assert (found.code.name, found.place.row) == ("pengecualian-berakhir", 3)
    assert "sudah lewat: menunggu keputusan PPID" in words(pages(whole, late)["dikecualikan"])


@pytest.mark.parametrize("status", ["rancangan", "ditetapkan"])
@pytest.mark.parametrize(("dataset", "column"), [("penerima", "jumlah"), ("", "jumlah")])
def test_an_exempt_column_is_refused_whoever_exempted_it(
    repository: Path, status: str, dataset: str, column: str
) -> None:
    listed = row(0, f"dataset={dataset}", f"kolom={column}", f"status={status}")
    found = list(exemptions.disclosed_exemptions(listed(load(repository))))
    assert {finding.place.file.rpartition("/")[2] for finding in found} == {
        "penerima.csv",
        "penerima-total.csv",
    }


def test_a_past_exemption_guards_until_somebody_decides(repository: Path) -> None:
    over = row(0, "kolom=jumlah", "berlaku_sampai=2001-01-01")
    assert list(exemptions.disclosed_exemptions(over(load(repository))))


def test_an_older_edition_may_not_show_it_either(repository: Path) -> None:
    whole = load(repository)
    dataset = whole.by_slug["penerima"]
    older = replace(dataset, tables=(replace(dataset.main, file="lama.csv"),))
    kept = tuple(field for field in dataset.main.schema.fields if field.name != "jumlah")
    main = replace(dataset.main, schema=replace(dataset.main.schema, fields=kept), rows=())
    current = replace(dataset, tables=(main,), editions=(older,))
    changed = replace(
        whole, datasets=tuple(current if item is dataset else item for item in whole.datasets)
    )
    (found,) = exemptions.disclosed_exemptions(row(0, "dataset=penerima", "kolom=jumlah")(changed))
    assert found.place.file == "lama.csv"


def test_what_has_no_place_in_a_table_guards_nothing(repository: Path) -> None:
    placeless = row(0, "dataset=", "kolom=")(load(repository))
    assert list(exemptions.disclosed_exemptions(placeless)) == []


# Urgent announcements


@pytest.mark.parametrize(
    ("day", "heading"),
    [
        ("2024-11-19", "Akan datang"),
        ("2024-11-20", "Sedang berlaku"),
        ("2024-11-25", "Sedang berlaku"),
        ("2024-11-26", "Arsip"),
    ],
)
def test_an_announcement_runs_from_its_first_to_its_last_day(
    repository: Path, day: str, heading: str
) -> None:
    whole, today = load(repository), datetime.date.fromisoformat(day)
    page = pages(whole, today)["serta-merta"]
    assert parts(page)[0] == heading
    assert bool(announcements.current_announcements(whole, today)) == (heading != "Arsip")


def test_an_announcement_says_all_eight_things(repository: Path) -> None:
    text = words(pages(load(repository))["serta-merta"])
    for said in ("Bahaya Air naik.", "Evakuasi Ke balai", "Yang sedang dilakukan Dapur umum."):
        assert said in text


def test_an_announcement_without_an_end_runs_on(repository: Path) -> None:
    (item,) = announcements.read_announcements(load(repository))
    assert replace(item, end="").running(datetime.date(2099, 1, 1))


def test_every_page_shows_what_runs(repository: Path) -> None:
    whole = load(repository)
    (item,) = announcements.read_announcements(whole)
    (notice,) = ppid.urgent_notices(whole, DURING)
    hostile = replace(notice, title='Banjir"><script>alert(1)</script>')
    (alert,) = agency_frame(whole.agency, DURING, [hostile]).alerts
    assert "<" not in str(alert.title)
    assert alert.period == "mulai 20 November 2024 sampai 25 November 2024"
    page = pages(whole)["serta-merta"].html
    assert f'id="{item.anchor}"' in page
    (shown,) = agency_frame(whole.agency, DURING, [notice]).alerts
    assert shown.address == f"ppid/serta-merta/#{item.anchor}"
    assert agency_frame(whole.agency, DURING).alerts == ()


def test_nothing_announced_is_no_all_clear(repository: Path) -> None:
    whole = without(load(repository), "serta-merta")
    text = words(pages(whole)["serta-merta"])
    assert "Tidak ada pengumuman yang sedang berlaku per 22 November 2026." in text
    assert "Ini bukan pernyataan bahwa keadaan aman" in text


# Report and service standards


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2024-12-31", "Laporan tahun 2023 sudah terbit."),
        ("2025-03-31", "Laporan tahun 2024 belum terbit. Paling lambat 31 Maret 2025"),
        ("2025-04-01", "Laporan tahun 2024 belum terbit dan sudah terlambat per 1 April 2025"),
    ],
)
def test_the_report_is_due_by_the_end_of_march(repository: Path, day: str, said: str) -> None:
    page = pages(load(repository), datetime.date.fromisoformat(day))["laporan-layanan"]
    assert said in words(page)
    assert "Laporan tahun 2023" in parts(page)
    assert "Permintaan diterima 12" in words(page)
    assert "Waktu menjawab, rata-rata 6,5" in words(page)
    assert "Rincian sengketa belum diisi" in words(page)


def test_without_figures_no_report_has_been_published(repository: Path) -> None:
    page = pages(without(load(repository), "layanan-informasi"))["laporan-layanan"]
    assert "Belum pernah ada laporan di situs ini." in words(page)
    assert "data/layanan-informasi" not in page.html


def test_a_report_with_other_columns_is_refused(repository: Path) -> None:
    folder = repository / "datasets/contoh/layanan-informasi"
    change(folder / "datapackage.json", '"name": "sengketa",', '"name": "perkara",')
    change(folder / "layanan-informasi.csv", "keberatan,sengketa,", "keberatan,perkara,")
    (found,) = ppid.check_desk(load(repository), TODAY)
    assert "harus punya kolom `sengketa`" in text(found.message)


def with_standards(whole: Catalog, *listed: Texts) -> Catalog:
    return replace(whole, agency=replace(whole.agency, standards=listed))


def test_a_component_that_no_table_mentions_is_missing(repository: Path) -> None:
    first, second, *_ = standards.service_components(load(repository))
    assert first.title == "Persyaratan"
    whole = with_standards(
        load(repository),
        Texts("penerima", "kecamatan", first.name, "kecamatan", {"tahun": (2024,)}),
        Texts("layanan-informasi", "kebijakan", second.name),
    )
    known = standards.service_standards(whole)
    assert known
    for standard in known:
        assert [bool(item.texts) for item in standard.answers] == [True, True, *[False] * 4]
        assert [item.common for item in standard.answers[:2]] == [False, True]
        assert standard.answers[0].texts == (standard.service,)
        assert standard.said == 2
    text = words(pages(whole)["standar-pelayanan"])
    assert text.count("Biaya/tarif tidak ada di buku") == len(known)
    assert text.count("sama untuk semua layanan") >= len(known)
    assert "Kami &#123;&#123;" in pages(whole)["standar-pelayanan"].html


def test_no_service_no_claim(repository: Path) -> None:
    assert "Belum ada layanan yang dicatat." in words(pages(load(repository))["standar-pelayanan"])


# What may be said of the law


def test_only_verified_articles_are_printed(repository: Path) -> None:
    with (ROOT / "datasets/acuan/kewajiban/kewajiban.csv").open(encoding="utf-8") as file:
        known = {
            f"{item['peraturan']} {item['pasal']}"
            for item in csv.DictReader(file)
            if item["pasal_terverifikasi"] != "tidak"
        }
    made = pages(load(repository), datetime.date(2025, 4, 1))
    cited = re.findall(
        r"(?:UU|Perki|PP) \d+/\d+ Pasal \d+(?: ayat \(\d\))?", " ".join(map(words, made.values()))
    )
    assert len(set(cited)) >= 5
    for article in cited:
        assert any(f"{full} ".startswith(f"{article} ") for full in known), article


# Packages without rows


def test_the_whole_site_holds_the_desk(
    repository: Path, monkeypatch: pytest.MonkeyPatch, cache: Cache
) -> None:
    monkeypatch.setenv(clock.VARIABLE, "1795305600")
    table = repository / "datasets/contoh/serta-merta/serta-merta.csv"
    table.write_text(table.read_text("utf-8").splitlines(keepends=True)[0], "utf-8")
    checked = pipeline.examine(repository, "contoh", cache)
    assert checked.findings == ()
    made = written(checked, cache)
    assert {"ppid/register-permohonan.xlsx", "ppid/register-keberatan.xlsx"} <= made.files.keys()
    assert "ppid/permohonan/index.md" in {page.path for page in made.pages.values()}
    assert "Tabel ini belum berisi." in made.exhibits["serta-merta/tabel/serta-merta"]
    assert deadlines.read_periods(made.drawn.catalog) is not None
