"""Private data is found however it is spelt, and never repeated; what looks like it is not."""

from __future__ import annotations

import io
import json
import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from golden import CASES, prepare
from invented import AGENCY
from profil_terbuka import downloads, privacy
from profil_terbuka.model import Catalog, OfficialContact
from profil_terbuka.model.findings import Finding, Place
from profil_terbuka.privacy import contents
from profil_terbuka.privacy.folding import digits
from profil_terbuka.privacy.official import Official, is_office_email
from profil_terbuka.privacy.patterns import PrivateKind, find
from profil_terbuka.privacy.pieces import Part
from profil_terbuka.privacy.scan import in_value
from profil_terbuka.read import catalog
from profil_terbuka.system.cache import Cache
from profil_terbuka.words import catalogues as words
from profil_terbuka.words import numbers
from profil_terbuka.words.report import paragraph
from support import examples

OFFICE = replace(
    AGENCY,
    short_name="Dinsos",
    address="Jalan Contoh No. 1b, Kota Contoh",
    phone="(0561) 000-0000",
    official=(
        OfficialContact("0812-0000-0001", "Pengaduan"),
        OfficialContact("layanan@contoh.id", "PPID"),
    ),
)
NOBODY = Official.of(replace(AGENCY, address=""))

# Numbers as people write them -------------------------------------------------------------------

FIGURES = ["".join(chr(first + figure) for figure in range(10)) for first in (0x30, 0xFF10, 0x660)]
DASHES = st.sampled_from(
    ["", " ", "-", ".", "/", "\u00a0", " - ", "\u2013", "\u2011", "\u200b", ") "]
)
ABROAD = ("+62", "+62 ", "(+62) ", "0062", "0062 ", "+ 62 ", "+62-", "(62) ", "+62 (0)")
SINGLE = ("", " ", "-")


def outputs(
    files: dict[str, bytes], catalogs: tuple[Catalog, ...], portal: bool = False
) -> Iterator[Finding]:
    """The gate at the exit, with nothing remembered."""
    with tempfile.TemporaryDirectory() as folder:
        yield from privacy.check_outputs(files, catalogs, Cache(Path(folder)), portal=portal)


@st.composite
def mobiles(draw: st.DrawFn) -> str:
    """A mobile number in any spelling."""
    operator = draw(st.sampled_from(["81", "82", "83", "85", "87", "88", "89"]))
    rest = draw(st.text("0123456789", min_size=7, max_size=10))
    before = draw(st.sampled_from([*ABROAD, "0", "0", "0", "(0)", "0-", "62", "62 ", "62-"]))
    bare = before.startswith("62")
    number = operator + rest
    parts, position = [number[:3]], 3
    while position < len(number):
        width = min(draw(st.integers(2, 5)), len(number) - position)
        if len(number) - position - width == 1:
            width += 1  # nobody leaves a single digit over
        parts.append(number[position : position + width])
        position += width
    gap = draw(st.sampled_from(SINGLE) if bare else DASHES)
    text = before + gap.join(parts)
    return text.translate(str.maketrans(FIGURES[0], draw(st.sampled_from(FIGURES))))


@st.composite
def niks(draw: st.DrawFn) -> str:
    """An identity number with a valid structure, in one piece or grouped."""
    province = draw(st.sampled_from([11, 19, 21, 31, 36, 51, 61, 62, 71, 82, 91, 96]))
    place = draw(st.tuples(st.integers(1, 99), st.integers(1, 99)))
    day = draw(st.integers(1, 31)) + draw(st.sampled_from([0, 40]))
    month, year = draw(st.integers(1, 12)), draw(st.integers(0, 99))
    serial = draw(st.integers(1, 9999))
    parts = [f"{province:02}{place[0]:02}{place[1]:02}", f"{day:02}{month:02}{year:02}"]
    return draw(st.sampled_from(["", " ", "-", ".", "\u00a0"])).join([*parts, f"{serial:04}"])


def kinds(text: str) -> list[PrivateKind]:
    return [hit.kind for hit in find(text)]


@settings(max_examples=examples(600))
@given(
    mobiles(),
    st.sampled_from(["", "Hubungi ", "HP: ", "(", "WA ", "tel:"]),
    st.sampled_from(["", ".", " (Budi)", "\n"]),
)
def test_every_spelling_of_a_mobile_number_is_found(number: str, before: str, after: str) -> None:
    text = before + number + after
    hits = list(find(text))
    assert [hit.kind for hit in hits] == [PrivateKind.PHONE]
    assert digits(text[hits[0].start : hits[0].end]) == digits(number)


@settings(max_examples=examples(300))
@given(niks(), st.sampled_from(["", "NIK ", "KK: "]))
def test_every_identity_number_is_found(number: str, before: str) -> None:
    assert kinds(before + number) == [PrivateKind.NIK]


@settings(max_examples=examples(300))
@given(st.one_of(mobiles(), niks()))
def test_a_finding_never_repeats_the_value(value: str) -> None:
    found = list(in_value(f"Catatan: {value}", Place(f"docs/{value.replace('/', '')}.png"), NOBODY))
    assert found
    for finding in found:
        assert value not in paragraph(finding)
        assert digits(value) not in digits(paragraph(finding))
        assert len(re.findall(r"\d", words.text(finding.message))) <= 2


# What only looks like it ------------------------------------------------------------------------


@settings(max_examples=examples(500))
@given(
    st.integers(-(10**18), 10**18),
    st.sampled_from(["", ",00", ",5"]),
    st.sampled_from(["", "Rp", "sebanyak ", "rekening sebesar "]),
)
def test_formatted_numbers_are_never_reported(value: int, decimals: str, before: str) -> None:
    assume(abs(value) > 999)
    assert kinds(f"{before}{numbers.number(value)}{decimals} orang") == []


CODE = st.tuples(
    st.integers(11, 96), st.integers(1, 99), st.integers(1, 99), st.integers(1001, 2099)
)


@settings(max_examples=examples(500))
@given(st.lists(CODE, min_size=1, max_size=4), st.sampled_from([" ", ", ", " - ", "\n"]))
def test_region_codes_are_never_reported(codes: list[tuple[int, ...]], gap: str) -> None:
    dotted = [f"{a:02}.{b:02}.{c:02}.{d}" for a, b, c, d in codes]
    assert kinds(gap.join(dotted)) == []
    assert kinds(gap.join(code.rpartition(".")[0] for code in dotted)) == []
    assert kinds(gap.join(code.replace(".", "") for code in dotted)) == []


@settings(max_examples=examples(300))
@given(st.dates(), st.times(), st.sampled_from("-/."))
def test_dates_and_hours_are_never_reported(day, hour, sign: str) -> None:
    date = f"{day.day:02}{sign}{day.month:02}{sign}{1900 + day.year % 200}"
    clock = f"{hour.hour:02}.{hour.minute:02}"
    for text in (
        f"{date} {clock}",
        f"{date} - {date}",
        f"{clock}-{clock} {clock}-{clock}",
        f"{date} 1250 orang",
    ):
        assert kinds(text) == [], text


def test_a_file_of_the_search_may_be_named_like_a_number() -> None:
    number = "06" + "12345" + "67"
    assert kinds(f"pagefind/pagefind.id_c{number}.pf_meta") == []
    assert kinds(f"pagefind/pagefind.id_{number}89.pf_meta") != []


@settings(max_examples=examples(200))
@given(st.binary(min_size=32, max_size=32), st.lists(st.floats(-999, 999), max_size=8))
def test_checksums_and_drawings_are_never_reported(data: bytes, points: list[float]) -> None:
    assert kinds(f"sha256:{data.hex()}") == []
    path = " ".join(f"L{x:.9f},{-x:.3f}" for x in points)
    assert kinds(path) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kode rekening 5.1.02.01.01.0024",
        "Undang-Undang Nomor 38 Tahun 2004 tentang Jalan",
        "baris 331-334, 340-345",
        "logo@2x.png",
        "https://contoh.id/@akun",
        "12 RT dan 3 RW, anak jalanan nomor 5",
        "Bank Mandiri 2021 2022 2023",
        "1500-771 atau 129",
        "urn:uuid:550e8400-e29b-41d4-a716-446655440000",
        "2024-01-02T00:00:00Z",
    ],
)
def test_lookalikes(text: str) -> None:
    assert kinds(text) == []


def test_finding_is_linear_in_the_length() -> None:
    for text in ("a" * 50_000, "0 8 " * 12_000, "jl " * 16_000, "1." * 25_000, "a@" * 25_000):
        assert len(kinds(text)) < 50_000


# Official contacts ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("+62 561 0000000", True),
        ("0561-0000000", True),
        ("0561-0000000 2 saluran", True),
        ("0812-0000-0001\n2. Loket", True),
        ("(0561) 000-0001", False),
        ("+62 (0)812 0000 0001", True),
        ("wa.me/6281200000001", True),
        ("0812-0000-0002", False),
        ("Layanan@CONTOH.id", True),
        ("layanan [at] contoh [dot] id", True),
        ("lain@contoh.id", False),
        ("Jl. Contoh Nomor 1 b", True),
        ("Jalan Contoh No. 1", False),
        ("Jalan Contoh No. 1c", False),
    ],
)
def test_official_contacts(text: str, allowed: bool) -> None:
    assert kinds(text)
    assert (list(in_value(text, Place("x"), Official.of(OFFICE))) == []) is allowed


def test_the_numbers_of_an_office_holder_are_official_where_declared() -> None:
    declared = (
        OfficialContact("19990231 202402 1 001", "Kepala dinas"),
        OfficialContact("KB 9999 ZZ", "Mobil layanan"),
    )
    official = Official.of(replace(OFFICE, official=declared))
    for text in ("NIP 199902312024021001", "mobil KB-9999-ZZ"):
        assert list(in_value(text, Place("x"), NOBODY))
        assert list(in_value(text, Place("x"), official)) == []
    assert list(in_value("mobil KB 9999 ZA", Place("x"), official))


def test_identity_numbers_are_never_official() -> None:
    nik = "9101010101900001"
    agency = replace(OFFICE, official=(OfficialContact(nik, "Kepala dinas"),))
    assert list(in_value(nik, Place("x"), Official.of(agency)))


# What is published ------------------------------------------------------------------------------

PHONE = "0812-0000-0000"
CATALOG = Catalog(OFFICE, ())
LONG = b"x"
"""What was clean is remembered however short it is."""


def packed(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def sheet(value: object) -> bytes:
    book = openpyxl.Workbook()
    book.properties.creator = OFFICE.name
    book.active["B2"] = value
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


PUBLISHED = {
    "komentar": ("index.html", f"<p>Halo</p><!-- {PHONE} -->".encode()),
    "teks": ("index.html", b"<td>0812<b>-0000</b>-<i>0000</i></td>"),
    "entitas": ("index.html", b"<p>0812&nbsp;0000&#45;0000</p>"),
    "atribut": ("index.html", b'<a href="https://wa.me/628120000000">x</a>'),
    "meta": ("index.html", f'<meta name="description" content="HP {PHONE}">'.encode()),
    "tautan-berpersen": ("index.html", b'<a href="tel:%2B628120000000">x</a>'),
    "json-ld": (
        "index.html",
        f'<script type="application/ld+json">{{"a":"{PHONE}"}}</script>'.encode(),
    ),
    "svg": (
        "x.svg",
        f'<svg xmlns="http://www.w3.org/2000/svg"><text>{PHONE}</text></svg>'.encode(),
    ),
    "json": ("x.json", json.dumps({"a": [{PHONE: 1}]}).encode()),
    "json-bilangan": ("x.json", b'{"a": 6281200000000}'),
    "xml": ("feed.xml", f"<item><title>{PHONE}</title></item>".encode()),
    "md": ("x.md", PHONE.encode()),
    "txt": ("SHA256SUMS", PHONE.encode()),
    "xlsx": ("x.xlsx", sheet(PHONE)),
    "xlsx-bilangan": ("x.xlsx", sheet(6281200000000)),
    "zip": ("x.zip", packed(**{"a/x.csv": f"hp\n{PHONE}\n".encode()})),
    "zip-dalam-zip": ("x.zip", packed(**{"x.xlsx": sheet(PHONE)})),
    "nama-di-zip": ("x.zip", packed(**{f"{PHONE}.csv": b"x\n"})),
    "nama": (f"data/{PHONE}/index.html", b""),
    "biner": ("data.sqlite", b"\0\1" + PHONE.encode() + b"\0"),
}


@pytest.mark.parametrize(("file", "data"), PUBLISHED.values(), ids=list(PUBLISHED))
def test_private_data_that_only_the_output_holds(file: str, data: bytes) -> None:
    found = list(outputs({file: data}, (CATALOG,)))
    assert "data-pribadi-telepon" in {finding.code.name for finding in found}
    assert not [finding for finding in found if "0000" in paragraph(finding)]


def test_a_cell_of_a_published_table_is_named() -> None:
    (found,) = outputs({"x.csv": f"a,hp\n1,{PHONE}\n".encode()}, (CATALOG,))
    assert found.place == Place("x.csv", 2, "hp")


def test_what_was_clean_is_not_read_again_whatever_was_read_between(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A site, then the portal above it, both by the same rules; and the site again."""
    read: list[str] = []

    search = contents._in_other

    def note(name: str, *rest: Any) -> Iterator[Part]:
        read.append(name)
        yield from search(name, *rest)

    monkeypatch.setattr(contents, "_in_other", note)
    for file, portal in (("a.html", False), ("b.html", True), ("a.html", False), ("c.html", False)):
        cache = Cache(tmp_path)
        assert not list(privacy.check_outputs({file: LONG}, (CATALOG,), cache, portal=portal))
    assert read == ["a.html", "b.html", "c.html"]


def test_style_sheets_and_drawings_in_a_page_are_not_text() -> None:
    page = b"""<style>a{margin:0812-0000-0000}</style><svg viewBox="0 0 0812 00000000">
    <path d="M62-81.25-12.5-40.33L0812 0000 0000"/></svg><td>62</td><td>812</td><td>345678</td>"""
    assert list(outputs({"index.html": page}, (CATALOG,))) == []


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04 rusak", packed(**{"a": packed(b=packed(c=b"x"))})], ids=["rusak", "dalam"]
)
def test_an_archive_that_cannot_be_searched_is_refused(data: bytes) -> None:
    (found,) = outputs({"x.zip": data}, (CATALOG,))
    assert found.code.name == "berkas-tidak-terperiksa"


def test_a_zip_bomb_is_refused_unread() -> None:
    bomb = packed(**{f"{number}.txt": bytes(30_000_000) for number in range(7)})
    (found,) = outputs({"x.zip": bomb}, (CATALOG,), portal=True)
    assert "terlalu besar" in words.text(found.message)


def test_measured_values_are_no_phone_numbers(data: Path, cache: Cache) -> None:
    shutil.copytree(CASES / "bersih/rupiah-enam-puluh-dua-miliar/isi", data, dirs_exist_ok=True)
    found = catalog.load(data, "contoh").catalog
    assert found
    files = downloads.dataset_downloads(found.datasets[0], found.agency, cache)
    assert "62810001200" in files["penerima.csv"].decode()
    assert list(outputs(files, (found,))) == []
    assert list(outputs(files, (CATALOG,)))


@pytest.mark.parametrize("case", ["alamat-lembaga", "surel-kantor-kontributor"])
def test_what_belongs_to_an_office_passes_the_exit_too(data: Path, case: str, cache: Cache) -> None:
    prepare(CASES / "bersih" / case, data)
    found = catalog.load(data, "contoh").catalog
    assert found
    for dataset in found.datasets:
        files = downloads.dataset_downloads(dataset, found.agency, cache)
        assert list(outputs(files, (found,))) == []


@pytest.mark.parametrize(
    ("email", "expected"),
    [
        ("dinsos@contoh.go.id", True),
        ("layanan@kota.contoh.desa.id", True),
        ("ppid@kampus.ac.id", True),
        ("info@dinas.contoh.id", True),
        ("nama@surel.example", False),
        ("nama@go.id.example", False),
        ("nama@logo.id", False),
        ("nama@contoh.id", False),
    ],
)
def test_an_office_is_known_by_its_domain(email: str, expected: bool) -> None:
    agency = replace(OFFICE, website="https://www.dinas.contoh.id/")
    assert is_office_email(email, agency) is expected


def archive_of(members: int) -> bytes:
    """A ZIP of so many small files."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for number in range(members):
            archive.writestr(f"data/{number}.csv", "tahun,jumlah\n2024,5\n")
    return held.getvalue()


def test_an_archive_of_our_own_may_hold_thousands_of_files(tmp_path: Path) -> None:
    files = {"semua-data.zip": archive_of(2100)}
    assert not list(privacy.check_outputs(files, (CATALOG,), Cache(tmp_path)))


def test_one_that_somebody_laid_beside_the_pages_may_not(data: Path, tmp_path: Path) -> None:
    (data / "docs/contoh/semua.zip").write_bytes(archive_of(2100))
    known = catalog.load(data, "contoh").catalog or pytest.fail("the base does not load")
    (found,) = privacy.check_inputs(known, (), data, Cache(tmp_path))
    assert found.place.file == "docs/contoh/semua.zip"
    assert "terlalu besar" in words.text(found.message)
