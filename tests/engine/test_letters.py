"""Letters and decisions: every field that the regulation asks for stands in the Word document."""

from __future__ import annotations

import datetime
import io
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_COLOR_INDEX
from docx.table import Table
from docx.text.paragraph import Paragraph
from PIL import Image

from filled_registers import Typed, book_of, sheets
from profil_terbuka.editing import drawn_letter, lay_letter, with_logo
from profil_terbuka.importer import Unusable
from profil_terbuka.ppid import LETTER_TITLES, LetterKind, Wanted
from profil_terbuka.system import clock
from support import ROOT, add_material, change

AGENCY = "contoh"
LAW = ("tenggat", "libur-nasional", "kewajiban", "kolom-dip", "indikator-monev")
K = LetterKind
REQUEST: dict[str, Typed] = {
    "nomor": "12",
    "tanggal": datetime.date(2026, 11, 16),
    "nama": "Pemohon Rekaan",
    "alamat": "Jalan Rekaan Nomor 7",
    "kontak": "pemohon@contoh.example",
    "pekerjaan": "Peneliti",
    "informasi": "Jumlah penerima bantuan",
    "tujuan": "Penelitian",
    "status": "Dikuasai",
    "bentuk": "Berkas",
    "jenis": "Meminta salinan",
}
GRANTED: dict[str, Typed] = {
    **REQUEST,
    "keputusan": "dikabulkan seluruhnya",
    "diberitahukan": datetime.date(2026, 11, 27),
    "diberikan": datetime.date(2026, 11, 30),
    "biaya": 15000,
    "cara": "tunai",
}
REFUSED: dict[str, Typed] = {
    **REQUEST,
    "keputusan": "ditolak",
    "dasar": "Pasal 17 huruf h angka 3",
    "uraian": "Keadaan keuangan seseorang diketahui umum.",
    "diberitahukan": datetime.date(2026, 11, 27),
}
EXTENDED: dict[str, Typed] = {
    **REQUEST,
    "diperpanjang": datetime.date(2026, 11, 27),
    "alasan_perpanjangan": "Data masih dihimpun.",
}
OBJECTION: dict[str, Typed] = {
    **{name: REQUEST[name] for name in ("nama", "alamat", "kontak", "pekerjaan", "informasi")},
    "nomor": "K-1",
    "tanggal": datetime.date(2026, 4, 13),
    "nomor_permohonan": "12",
    "a": "ya",
    "g": "ya",
    "keputusan": "Keberatan dikabulkan.",
    "ditanggapi": datetime.date(2026, 5, 4),
}
ASKER = {
    "Nomor pendaftaran": "12",
    "Nama": "Pemohon Rekaan",
    "Alamat": "Jalan Rekaan Nomor 7",
    "Pekerjaan": "Peneliti",
    "Telepon atau surel": "pemohon@contoh.example",
    "Informasi yang diminta": "Jumlah penerima bantuan",
}
DESK = """ppid:
  jabatan: Sekretaris Dinas Contoh
  atasan: Kepala Dinas Contoh
  komisi_informasi: Komisi Informasi Contoh
  perlu_verifikasi: [komisi_informasi]
"""


@pytest.fixture
def agency(data: Path) -> Path:
    """The invented agency, what the law asks, and the officer's registers."""
    for name in LAW:
        shutil.copytree(ROOT / "datasets/acuan" / name, data / "datasets/acuan" / name)
    add_material(data, "informasi-dikecualikan", "pernyataan-ppid")
    identity = data / "datasets/contoh/instansi.yml"
    identity.write_text(identity.read_text("utf-8") + DESK, "utf-8")
    return data


def letter(
    agency: Path,
    kind: LetterKind,
    line: Mapping[str, Typed] | None = None,
    number: str = "12",
) -> Document:
    """The Word document, read back."""
    objections = [line] if line and kind is K.REPLY else []
    requests = [line] if line and kind is not K.REPLY else []
    book = book_of(sheets(requests, objections)) if line is not None else None
    _, data = drawn_letter(agency, AGENCY, Wanted(kind, number), book)
    return docx.Document(io.BytesIO(data))


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """All of them in their order, those in tables too."""
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            for row in part.rows:
                for cell in row.cells:
                    yield from cell.paragraphs
        else:
            yield part


def words(document: Document) -> str:
    return " ".join(paragraph.text for paragraph in paragraphs(document) if paragraph.text)


def facts(document: Document) -> dict[str, str]:
    """The lines of its forms."""
    rows = [row.cells for table in document.tables for row in table.rows]
    return {row[0].text: row[2].text for row in rows if len(row) == 3 and row[1].text == ":"}


def marks(document: Document) -> list[str]:
    """What is yellow."""
    return [
        run.text
        for paragraph in paragraphs(document)
        for run in paragraph.runs
        if run.font.highlight_color is WD_COLOR_INDEX.YELLOW
    ]


# Letters about a request, each with the fields of the regulation


@pytest.mark.parametrize(
    ("kind", "line", "fields"),
    [
        (
            K.RECEIPT,
            REQUEST,
            {
                **ASKER,
                "Tanggal diterima": "16 November 2026",
                "Tujuan penggunaan": "Penelitian",
                "Cara memperoleh": "Meminta salinan",
                "Dijawab paling lambat": "30 November 2026",
            },
        ),
        (
            K.NOTICE,
            GRANTED,
            {
                **ASKER,
                "Penguasaan informasi": "Dikuasai oleh Dinas Contoh",
                "Keputusan": "dikabulkan seluruhnya",
                "Bentuk informasi": "Berkas",
                "Tanggal pemberian": "30 November 2026",
                "Biaya": "Rp15.000, dibayar tunai",
            },
        ),
        (
            K.NOTICE,
            REFUSED,
            {
                **ASKER,
                "Keputusan": "ditolak",
                "Akibat bila dibuka": "Keadaan keuangan seseorang diketahui umum.",
            },
        ),
        (
            K.EXTENSION,
            EXTENDED,
            {
                **ASKER,
                "Tanggal diterima": "16 November 2026",
                "Dijawab paling lambat": "30 November 2026",
                "Diperpanjang sampai": "9 Desember 2026",
                "Alasan perpanjangan": "Data masih dihimpun.",
            },
        ),
        (
            K.REFUSAL,
            REFUSED,
            {**ASKER, "Akibat bila dibuka": "Keadaan keuangan seseorang diketahui umum."},
        ),
        (
            K.REPLY,
            OBJECTION,
            {
                **ASKER,
                "Nomor keberatan": "K-1",
                "Keberatan diterima": "13 April 2026",
                "Alasan keberatan": "permintaan ditolak dan melebihi waktu yang ditentukan",
                "Keputusan atasan PPID": "Keberatan dikabulkan.",
            },
        ),
    ],
)
def test_a_letter_holds_what_the_regulation_asks(
    agency: Path, kind: LetterKind, line: dict[str, Typed], fields: dict[str, str]
) -> None:
    found = facts(letter(agency, kind, line, str(line["nomor"])))
    assert {name: found.get(name) for name in fields} == fields


def test_a_letter_has_the_parts_of_an_official_one(agency: Path) -> None:
    made = letter(agency, K.NOTICE, GRANTED)
    said = words(made)
    assert list(facts(made))[:4] == ["Nomor", "Sifat", "Lampiran", "Hal"]
    for part in (
        "DINAS CONTOH",
        "27 November 2026",
        "Yth.",
        "Sekretaris Dinas Contoh,",
        "Tembusan:",
    ):
        assert part in said, part
    assert said.index("Yth.") < said.index("Demikian kami sampaikan") < said.index("Tembusan:")
    section = made.sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)


def test_who_is_refused_is_told_the_ground_and_the_way_on(agency: Path) -> None:
    for kind in (K.NOTICE, K.REFUSAL):
        made = letter(agency, kind, REFUSED)
        assert facts(made)["Alasan penolakan"].startswith("Pasal 17 huruf h angka 3")
        assert "kepada Kepala Dinas Contoh paling lama 30 hari kerja" in words(made)


def test_a_decision_considers_and_ordains(agency: Path) -> None:
    made = letter(agency, K.REFUSAL, REFUSED)
    said = words(made)
    parts = ("Menimbang", "Mengingat", "MEMUTUSKAN:", "Menetapkan", "Ditetapkan di")
    places = [said.index(part) for part in parts]
    assert places == sorted(places)
    rows = [row.cells for table in made.tables for row in table.rows]
    clauses = [row[-2].text for row in rows if len(row) > 1]
    assert [name for name in clauses if name.startswith("KE")] == [
        "KESATU",
        "KEDUA",
        "KETIGA",
        "KEEMPAT",
    ]
    assert "[isi: nomor lembar uji konsekuensi]" in said


def test_a_dispute_begins_with_the_receipt_of_the_answer(agency: Path) -> None:
    said = words(letter(agency, K.REPLY, OBJECTION, "K-1"))
    assert "paling lama 14 hari kerja setelah tanggapan tertulis ini Saudara terima" in said


def test_what_is_given_in_part_tells_what_is_blacked_out(agency: Path) -> None:
    made = letter(agency, K.NOTICE, {**REFUSED, "keputusan": "dikabulkan sebagian"})
    assert facts(made)["Penghitaman"].startswith("[isi: ")
    assert "Informasi yang diberikan" in facts(made)


def test_information_that_others_hold_is_said_to_be_theirs(agency: Path) -> None:
    line = {**REFUSED, "dasar": "Informasi tidak dikuasai"}
    made = facts(letter(agency, K.NOTICE, line))
    assert made["Penguasaan informasi"].startswith("Tidak dikuasai oleh Dinas Contoh")
    assert "Akibat bila dibuka" not in made


# What nobody has told


def test_what_is_not_told_is_yellow_and_never_invented(agency: Path) -> None:
    made = letter(agency, K.RECEIPT, {"nomor": "12"})
    assert "[isi: nama pemohon]" in marks(made)
    assert "[isi: tanggal]" in marks(made)
    assert marks(made) == [mark for mark in marks(made) if mark.startswith("[isi: ")]


def test_what_nobody_has_confirmed_is_marked(agency: Path) -> None:
    made = letter(agency, K.REPLY, OBJECTION, "K-1")
    assert "[periksa: belum dibenarkan oleh dinas]" in marks(made)


def test_a_day_beyond_the_known_holidays_is_marked(agency: Path) -> None:
    late = {**REQUEST, "tanggal": datetime.date(2026, 12, 28)}
    found = facts(letter(agency, K.RECEIPT, late))["Dijawab paling lambat"]
    assert "[periksa: hari libur tahun 2027 belum diisi]" in found


# Refusals to draw


@pytest.mark.parametrize(
    ("kind", "line", "number", "told"),
    [
        (K.NOTICE, GRANTED, "99", "Nomor “99” tidak ada di register. Yang ada: 12"),
        (K.REFUSAL, GRANTED, "12", "tidak ditolak"),
        (K.NOTICE, {}, "12", "belum berisi"),
        (K.NOTICE, {**GRANTED, "tanggal": "kemarin"}, "12", "Lembar Permohonan, sel B5"),
        (K.RECEIPT, None, "12", "diisi dari register"),
    ],
)
def test_a_letter_that_cannot_be_true_is_not_drawn(
    agency: Path, kind: LetterKind, line: dict[str, Typed] | None, number: str, told: str
) -> None:
    with pytest.raises(Unusable) as refused:
        letter(agency, kind, line, number)
    assert told in str(refused.value)
    assert "Rekaan" not in str(refused.value)


# Letters from what the agency publishes


def test_the_sheet_of_a_consequence_test(agency: Path) -> None:
    made = letter(agency, K.TEST, number="1")
    found = facts(made)
    assert found["Pejabat PPID"] == "Sekretaris Dinas Contoh"
    for field in (
        "Unit yang menguasai",
        "Informasi",
        "Hasil pengujian",
        "Jangka waktu pengecualian",
    ):
        assert found[field], field
    heads = [cell.text for table in made.tables for cell in table.rows[0].cells]
    assert {"Dasar hukum", "Konsekuensi bila dibuka", "Konsekuensi bila ditutup"} <= set(heads)


OPENED = "Rumah orang dapat didatangi siapa saja."
CLOSED = "Pembaca hanya mengetahui kelurahannya."
UNWRITTEN = tuple(
    f"[isi: akibat bila informasi ini {state}; ditulis PPID di register informasi yang"
    " dikecualikan sesudah uji konsekuensi]"
    for state in ("dibuka", "ditutup")
)


def consequences(made: Document) -> list[tuple[str, str]]:
    """What stands below the two headings, row by row."""
    for table in made.tables:
        heads = [cell.text for cell in table.rows[0].cells]
        if "Konsekuensi bila dibuka" in heads:
            opened = heads.index("Konsekuensi bila dibuka")
            closed = heads.index("Konsekuensi bila ditutup")
            rows = [row.cells for row in table.rows[1:]]
            return [(cells[opened].text, cells[closed].text) for cells in rows]
    raise AssertionError("no consequences in the letter")


@pytest.mark.parametrize(("row", "told"), [("2", (OPENED, CLOSED)), ("1", UNWRITTEN)])
def test_a_consequence_sheet_says_what_the_register_says(
    agency: Path, row: str, told: tuple[str, str]
) -> None:
    made = letter(agency, K.TEST, number=row)
    assert consequences(made) == [told]
    assert facts(made)["Alasan"] == "Data pribadi."
    assert all((said in marks(made)) == said.startswith("[isi:") for said in told)


def test_the_decision_on_what_is_exempt_says_what_the_register_says(agency: Path) -> None:
    made = letter(agency, K.EXEMPT_LIST, number="")
    assert consequences(made) == [UNWRITTEN, (OPENED, CLOSED), UNWRITTEN]
    assert marks(made).count(UNWRITTEN[0]) == marks(made).count(UNWRITTEN[1]) == 2


def test_a_refusal_says_who_writes_what_closing_protects(agency: Path) -> None:
    made = letter(agency, K.REFUSAL, REFUSED)
    said = facts(made)["Yang terlindungi bila ditutup"]
    assert "ditulis PPID dari lembar uji konsekuensinya" in said
    assert said in marks(made)


def test_a_row_that_is_not_there_is_asked_for(agency: Path) -> None:
    with pytest.raises(Unusable, match="sebutkan nomor barisnya"):
        letter(agency, K.TEST, number="77")


def test_the_statement_that_there_is_nothing(agency: Path) -> None:
    table = agency / "datasets/contoh/pernyataan-ppid/pernyataan-ppid.csv"
    head = table.read_text("utf-8").splitlines()[0]
    row = "1,perki-berkala-akses-jumlah,nihil,2025,2026-01-12,Kepala Dinas Contoh,Tidak ada."
    table.write_text(f"{head}\n{row}\n", "utf-8")
    made = letter(agency, K.NIL, number="")
    found = facts(made)
    assert found["Tahun"] == "2025"
    assert found["Jabatan"] == "Kepala Dinas Contoh"
    assert found["Alasan"] == "Tidak ada."
    assert found["Informasi"] == "Jumlah Permintaan Informasi Publik yang diterima"
    assert "12 Januari 2026" in words(made)


@pytest.mark.parametrize(
    ("kind", "heads"),
    [
        (K.EXEMPT_LIST, ("Dasar hukum", "Konsekuensi bila dibuka", "Jangka waktu")),
        (K.PUBLIC_LIST, ("Ringkasan Isi Informasi",)),
    ],
)
def test_a_decision_has_its_list_annexed(
    agency: Path, kind: LetterKind, heads: tuple[str, ...]
) -> None:
    made = letter(agency, kind, number="")
    assert [section.orientation for section in made.sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
    ]
    found = {cell.text for table in made.tables for cell in table.rows[0].cells}
    assert set(heads) <= found
    assert "LAMPIRAN" in words(made)


def test_an_empty_register_has_no_decision(agency: Path) -> None:
    table = agency / "datasets/contoh/informasi-dikecualikan/informasi-dikecualikan.csv"
    table.write_text(table.read_text("utf-8").splitlines(keepends=True)[0], "utf-8")
    descriptor = table.parent / "datapackage.json"
    change(descriptor, '"type": "table",', '"type": "table",\n      "boleh_kosong": true,')
    with pytest.raises(Unusable, match="belum berisi"):
        letter(agency, K.EXEMPT_LIST, number="")


# The memo that asks a unit for documents


def memo(agency: Path, unit: str, until: datetime.date | None = None) -> Document:
    wanted = Wanted(K.MEMO, unit=unit, until=until)
    _, data = drawn_letter(agency, AGENCY, wanted)
    return docx.Document(io.BytesIO(data))


def asked(made: Document) -> dict[str, list[str]]:
    """The rows of its list, by document."""
    table = next(table for table in made.tables if table.rows[0].cells[0].text == "No.")
    rows = [[cell.text for cell in row.cells] for row in table.rows[1:]]
    return {row[1]: row for row in rows}


def test_a_memo_tells_documents_period_basis_form_and_day(
    agency: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(clock.DAY, "2026-11-23")
    made = memo(agency, "subbagian keuangan", datetime.date(2026, 12, 15))
    head = facts(made)
    assert (head["Yth."], head["Dari"]) == ("Subbagian keuangan", "Sekretaris Dinas Contoh")
    assert head["Tanggal"] == "23 November 2026"
    assert asked(made)["Neraca"][2:] == [
        "Tahun 2025",
        "Serahkan untuk diterbitkan: Neraca SKPD.",
        "berkas",
        "Peraturan Komisi Informasi Nomor 1 Tahun 2021 Pasal 14-15 (menurut peraturan turunan)",
        "Sebaiknya sebelum 31 Desember 2026",
    ]
    assert asked(made)["Anggaran dan laporan realisasinya"][2] == "Tahun 2026"
    assert "diserahkan paling lambat 15 Desember 2026." in words(made)


def test_a_day_that_nobody_said_is_proposed_and_marked(
    agency: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(clock.DAY, "2026-11-23")
    made = memo(agency, "Subbagian keuangan")
    assert "paling lambat 7 Desember 2026 [periksa: usul, 10 hari kerja" in words(made)


def test_a_memo_says_whether_the_register_names_the_unit(agency: Path) -> None:
    made = memo(agency, "Subbagian keuangan")
    assert "[periksa: pemegangnya belum ditetapkan di register" in " ".join(marks(made))
    add_material(agency, "penguasaan-informasi")
    file = agency / "datasets/contoh/penguasaan-informasi/penguasaan-informasi.csv"
    head = file.read_text("utf-8").splitlines()[0]
    file.write_text(f"{head}\n1,neraca,,Bidang Aset,,\n", "utf-8")
    named = memo(agency, "Bidang Aset")
    assert list(asked(named)) == ["Neraca"]
    assert "menurut register penguasaan informasi" in words(named).lower()
    assert "pemegangnya" not in " ".join(marks(named))


@pytest.mark.parametrize(
    ("unit", "told"), [("", "Sebutkan unit yang diminta"), ("Bagian Rekaan", "Bagian Rekaan")]
)
def test_a_unit_that_nothing_is_asked_of_is_told_the_others(
    agency: Path, unit: str, told: str
) -> None:
    with pytest.raises(Unusable, match=told) as refused:
        memo(agency, unit)
    assert "Subbagian keuangan" in str(refused.value)


def test_nobody_signs_on_a_sheet_of_its_own(agency: Path) -> None:
    made = memo(agency, "Subbagian keuangan")
    last = next(part for part in made.paragraphs if part.text.startswith("Demikian"))
    assert last.paragraph_format.keep_with_next


# Where letters lie


def test_a_letter_that_is_there_is_never_replaced(tmp_path: Path) -> None:
    office = tmp_path / "kantor"
    first = lay_letter(office, "penolakan-baris-5.docx", b"sudah ditandatangani")
    second = lay_letter(office, "penolakan-baris-5.docx", b"baru")
    assert (first.name, second.name) == ("penolakan-baris-5.docx", "penolakan-baris-5-2.docx")
    assert first.read_bytes() == b"sudah ditandatangani"


def test_names_of_files_tell_nothing_of_people(agency: Path) -> None:
    name, _ = drawn_letter(agency, AGENCY, Wanted(K.REFUSAL, "12"), book_of(sheets([REFUSED])))
    assert name == "penolakan-baris-5.docx"


def test_a_logo_stands_in_the_head(agency: Path, tmp_path: Path) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (8, 8), "#0b5c8a").save(picture, "PNG")
    (tmp_path / "logo.png").write_bytes(picture.getvalue())
    wanted = with_logo(Wanted(K.RECEIPT, "12"), tmp_path)
    _, data = drawn_letter(agency, AGENCY, wanted, book_of(sheets([REQUEST])))
    made = docx.Document(io.BytesIO(data))
    assert len(made.inline_shapes) == 1


def test_word_finds_the_parts_of_a_look_in_its_order(agency: Path) -> None:
    made = letter(agency, K.NOTICE, GRANTED)
    looks = [
        [part.tag.rpartition("}")[2] for part in paragraph._p.pPr]
        for paragraph in paragraphs(made)
        if paragraph._p.pPr is not None
    ]
    order = ["pStyle", "keepNext", "pBdr", "spacing", "jc"]
    assert any("pBdr" in look for look in looks)
    for look in looks:
        assert [order.index(part) for part in look] == sorted(map(order.index, look))


def test_every_letter_has_a_title() -> None:
    assert set(LETTER_TITLES) == set(LetterKind)
