"""The proof of publication: which files are meant, what a server gives, what the page says."""

from __future__ import annotations

import datetime
import html
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from answering import Answer, answering, as_served
from golden import compare
from invented import AGENCY
from profil_terbuka import attestation, packing
from profil_terbuka.attestation import Occasion, PublicationProof, Sight
from profil_terbuka.model.timezones import WITA
from profil_terbuka.publish.finishing import write_files
from profil_terbuka.publish.manifest import PROOF, SUMS, seal
from support import ROOT, names, snapshot

GOLDEN = ROOT / "tests" / "bukti-tayang"
DAY = datetime.date(2026, 11, 29)
NOON = datetime.datetime(2026, 11, 30, 12, 5, 9, tzinfo=WITA)
OWN = "https://data.contoh.go.id/"
ROBOTS = "User-agent: *\n\nSitemap: {}sitemap.xml\n"


def package(title: str, version: str) -> bytes:
    return json.dumps({"title": title, "version": version}).encode()


FILES: Mapping[str, bytes] = {
    "index.html": b"<p>Beranda</p>",
    "index.md": b"Beranda",
    "robots.txt": ROBOTS.format(OWN).encode(),
    "data/index.html": b"<p>Katalog</p>",
    "data/pkh/index.html": b"<p>PKH</p>",
    "data/pkh/datapackage.json": package("Penerima PKH", "1.1.0"),
    "data/pkh/pkh.csv": b"tahun,jumlah\n2024,1\n",
    "data/pkh/pkh.bib": b"@misc{}",
    "data/pkh/v/1.0.0/index.html": b"<p>PKH lama</p>",
    "data/pkh/v/1.0.0/datapackage.json": package("Penerima PKH", "1.0.0"),
    "data/dokumen-ppid/index.html": b"<p>Dokumen</p>",
    "data/dokumen-ppid/datapackage.json": package("Dokumen PPID", "1.0.0"),
    "ppid/index.html": b"<p>PPID</p>",
    "ppid/datapackage.json": package("Daftar PPID", "2026"),
    "ppid/dip/index.html": b"<p>DIP</p>",
    "ppid/dip.csv": b"judul\nA\n",
    "ppid/dip.xlsx": b"PK",
    "ppid/dip-lama/index.html": b"<p>DIP lama</p>",
}


def sealed(folder: Path, files: Mapping[str, bytes]) -> packing.SealedSite:
    write_files(folder, files)
    write_files(folder, seal(folder, folder, (), DAY))
    return packing.sealed_site(folder)


@pytest.fixture
def site(tmp_path: Path) -> packing.SealedSite:
    return sealed(tmp_path / "site", FILES)


# Which files are meant


@pytest.mark.parametrize(
    ("named", "addresses", "files"),
    [
        (
            [],
            ("", "ppid/dip/"),
            "index.html index.md ppid/dip/index.html ppid/dip.csv ppid/dip.xlsx",
        ),
        (["/"], ("",), "index.html index.md"),
        (["index.html"], ("",), "index.html index.md"),
        (["data/"], ("data/",), "data/index.html"),
        (["ppid"], ("ppid/",), "ppid/index.html"),
        (
            [f"{OWN}ppid/dip/?a=b#isi"],
            ("ppid/dip/",),
            "ppid/dip/index.html ppid/dip.csv ppid/dip.xlsx",
        ),
        (["data/pkh/pkh.csv"], ("data/pkh/pkh.csv",), "data/pkh/pkh.csv"),
        (["data/pkh/v/1.0.0/index.html"], ("data/pkh/v/1.0.0/",), None),
        (["ppid/", "./ppid/"], ("ppid/",), "ppid/index.html"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_addresses_stand_for_files(
    site: packing.SealedSite, named: list[str], addresses: tuple[str, ...], files: str | None
) -> None:
    found = attestation.chosen_files(site, named, OWN)
    assert found.addresses == addresses
    below = sorted(name for name in FILES if name.startswith("data/pkh/v/1.0.0/"))
    assert list(found.files) == (below if files is None else files.split())


def test_a_dataset_is_all_below_its_address(site: packing.SealedSite) -> None:
    found = attestation.chosen_files(site, ["data/pkh"])
    assert set(found.files) == {name for name in FILES if name.startswith("data/pkh/")}


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("data/pkhh/", "Tidak ada `data/pkhh/` di situs ini. Yang mirip: `data/pkh/`"),
        ("../../etc/passwd", "Tidak ada `etc/passwd` di situs ini."),
        ("https://lain.go.id/ppid/", "Tidak ada `https://lain.go.id/ppid/` di situs ini."),
        ("data/pkh/v/", "Tidak ada `data/pkh/v/` di situs ini."),
    ],
)
def test_an_address_that_is_not_there_is_refused(
    site: packing.SealedSite, named: str, said: str
) -> None:
    with pytest.raises(attestation.NotPublished) as told:
        attestation.chosen_files(site, [named], OWN)
    assert str(told.value).startswith(said)


def test_a_site_tells_its_own_address_where_it_has_one(tmp_path: Path) -> None:
    told = {
        address: attestation.own_address(
            sealed(tmp_path / str(at), {**FILES, "robots.txt": ROBOTS.format(address).encode()})
        )
        for at, address in enumerate((OWN, "https://profil-terbuka.example/contoh/"))
    }
    assert told == {OWN: OWN, "https://profil-terbuka.example/contoh/": ""}
    assert attestation.own_address(sealed(tmp_path / "x", {"index.html": b""})) == ""


# What a server gives


def looked(
    site: packing.SealedSite, answers: Mapping[str, Answer], asked: list[str] | None = None
) -> attestation.ServedLook:
    chosen = attestation.chosen_files(site, ["ppid/dip/"])
    with answering(answers, asked) as root:
        expected = attestation.expected_files(site, chosen)
        return attestation.look_at(root, expected, lambda: NOON)


def served(site: packing.SealedSite) -> dict[str, Answer]:
    return as_served(snapshot(site.folder))


def test_what_is_served_as_it_was_built_is_the_same(site: packing.SealedSite) -> None:
    asked: list[str] = []
    look = looked(site, served(site), asked)
    assert asked == [SUMS, "ppid/dip/", "ppid/dip.csv", "ppid/dip.xlsx"]
    assert set(look.files.values()) == {Sight.SAME}
    assert look.unlike == ()


@pytest.mark.parametrize(
    ("answer", "sight"),
    [
        (Answer(b"judul\nB\n"), Sight.OTHER),
        (Answer(b"judul\nA\nB\n"), Sight.OTHER),
        (Answer(b"judul\n"), Sight.OTHER),
        (Answer(status=404), Sight.ABSENT),
        (Answer(status=410), Sight.ABSENT),
        (Answer(status=403), Sight.REFUSED),
        (Answer(status=500), Sight.REFUSED),
        (Answer(status=302, headers={"Location": "https://lain.go.id/dip.csv"}), Sight.ELSEWHERE),
        (Answer(status=302, headers={"Location": "file:///etc/hostname"}), Sight.REFUSED),
        (Answer(status=301, headers={"Location": "/pindah.csv"}), Sight.SAME),
        (Answer(status=0), Sight.SILENT),
    ],
    ids=lambda value: value.value if isinstance(value, Sight) else "",
)
def test_what_is_served_otherwise_is_told(
    site: packing.SealedSite, answer: Answer, sight: Sight
) -> None:
    moved = Answer(FILES["ppid/dip.csv"])
    look = looked(site, {**served(site), "ppid/dip.csv": answer, "pindah.csv": moved})
    assert look.files["ppid/dip.csv"] is sight
    assert look.unlike == (() if sight is Sight.SAME else ("ppid/dip.csv",))


def test_a_server_that_drips_is_not_waited_for(
    site: packing.SealedSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("profil_terbuka.attestation.served.LONGEST", -1.0)
    with pytest.raises(attestation.Unreachable, match="server terlalu lama menjawab"):
        looked(site, served(site))


def test_a_server_that_falls_silent_is_not_asked_for_ever(
    site: packing.SealedSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("profil_terbuka.attestation.served.PATIENCE", 1)
    asked: list[str] = []
    answers = {SUMS: Answer(site.read(SUMS)), **dict.fromkeys(("ppid/dip/", "x"), Answer(status=0))}
    look = looked(site, answers, asked)
    assert asked == [SUMS, "ppid/dip/"]
    assert look.files["ppid/dip.xlsx"] is Sight.SILENT


def test_a_server_that_is_not_there_is_a_refusal(site: packing.SealedSite) -> None:
    with answering({}) as root:
        pass  # its port is free again
    expected = attestation.expected_files(site, attestation.chosen_files(site, ["ppid/"]))
    with pytest.raises(attestation.Unreachable, match="server tidak menjawab"):
        attestation.look_at(root, expected, lambda: NOON)


# What is stated


def stated(
    site: packing.SealedSite, *named: str, seen: Mapping[str, Sight] | None = None
) -> PublicationProof:
    """What is said of addresses; `seen`, by the ends of files' names: what was not the same."""
    chosen = attestation.chosen_files(site, named)
    look = None
    if seen is not None:
        sights = {
            file: next((one for end, one in seen.items() if file.endswith(end)), Sight.SAME)
            for file in attestation.expected_files(site, chosen)
        }
        look = attestation.ServedLook(OWN, NOON, NOON + datetime.timedelta(seconds=3), sights)
    return attestation.publication_proof(AGENCY, site, chosen, Occasion(NOON, OWN, look))


def words(proof: PublicationProof, rows: int = 3, *, printed: bool = True) -> str:
    """What the page says, a line for each block; seals shortened."""
    page = attestation.proof_html(proof, rows, printed).decode()
    body = page.partition("<body>")[2].replace("\n", " ")
    lines = re.sub(r"</(?:p|tr|li|h\d|table|thead|ol)>", "\n", body)
    plain = html.unescape(re.sub(r"<br>|</t[hd]>", " / ", lines))
    plain = re.sub(r"<[^>]*>", "", plain)
    short = re.sub(r"\b([0-9a-f]{4})[0-9a-f]{60}\b", r"\1...", plain)
    return "\n".join(filter(None, (" ".join(line.split()) for line in short.split("\n")))) + "\n"


KEY = attestation.SigningKey(
    Path("bukti.key"), "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3"
)


def nobody_looked(site: packing.SealedSite) -> str:
    """No address, no dataset, no commit, no key."""
    proof = stated(site)
    return words(replace(proof, occasion=replace(proof.occasion, address="")))


def no_row_fits(site: packing.SealedSite) -> str:
    commit = "0123456789abcdef0123456789abcdef01234567"
    return words(replace(stated(site), commit=commit), 0, printed=False)


def all_the_same_and_signed(site: packing.SealedSite) -> str:
    """A dataset with two editions, and one without."""
    proof = stated(site, "data/pkh/", "data/dokumen-ppid/", "ppid/", seen={})
    return words(replace(proof, occasion=replace(proof.occasion, key=KEY)))


def one_is_absent(site: packing.SealedSite) -> str:
    return words(stated(site, "ppid/dip.csv", seen={".csv": Sight.ABSENT}))


def many_differ(site: packing.SealedSite) -> str:
    seen = {".csv": Sight.OTHER, ".bib": Sight.ELSEWHERE, "1.0.0/index.html": Sight.REFUSED}
    return words(stated(site, "data/pkh/", seen={**seen, ".json": Sight.SILENT}), 9)


def only_the_list_differs(site: packing.SealedSite) -> str:
    """Looked at another address than the site's own."""
    proof = stated(site, "ppid/dip/", seen={SUMS: Sight.OTHER})
    other = replace(proof.occasion, address="https://lain.contoh.go.id/")
    return words(replace(proof, occasion=other))


def much_is_named(site: packing.SealedSite) -> str:
    """More addresses than the page names."""
    return words(stated(site, *sorted(FILES)), 2)


STATES = {
    "tidak-dilihat": nobody_looked,
    "tanpa-baris": no_row_fits,
    "sama-bertanda-tangan": all_the_same_and_signed,
    "satu-tidak-ada": one_is_absent,
    "banyak-lain": many_differ,
    "daftar-lain": only_the_list_differs,
    "banyak-alamat": much_is_named,
}


@pytest.mark.parametrize("name", STATES)
def test_every_sentence_has_been_read(site: packing.SealedSite, name: str) -> None:
    compare(STATES[name](site), GOLDEN / f"{name}.txt")


def test_no_golden_page_is_left_over() -> None:
    written = {name for name in names(GOLDEN) if not name.endswith("-changed.txt")}
    assert written == {f"{name}.txt" for name in STATES}


def test_what_differs_stands_first_however_little_fits(site: packing.SealedSite) -> None:
    page = words(stated(site, "data/pkh/", seen={".bib": Sight.OTHER}), 1)
    listed = page.partition("Berkas yang dinyatakan")[2]
    assert "data/pkh/pkh.bib" in listed
    assert "data/pkh/pkh.csv" not in listed
    assert "Yang keadaannya “isinya lain”: 1 berkas." in page
    assert "Di antaranya" not in page


def test_what_differs_and_does_not_fit_is_counted(site: packing.SealedSite) -> None:
    seen = {".bib": Sight.OTHER, ".csv": Sight.ABSENT}
    page = words(stated(site, "data/pkh/", seen=seen), 1)
    assert "Ada 5 berkas lain" in page
    assert "Di antaranya 1 berkas tidak tayang seperti yang dibangun instansi." in page


def test_a_page_needs_nothing_and_runs_nothing(site: packing.SealedSite) -> None:
    page = attestation.proof_html(stated(site, "ppid/"), 9, printed=True).decode()
    assert not re.search(r"<script|<img|<a |src=|url\(", page)
    assert re.findall(r'href="([^"]*)"', page) == ["data:,"]
    assert "default-src 'none'" in page


def test_names_are_text_whatever_they_hold(site: packing.SealedSite) -> None:
    proof = replace(stated(site, "ppid/"), agency=replace(AGENCY, name="<b>Dinas</b> & {{ x }}"))
    assert "<b>Dinas</b>" not in attestation.proof_html(proof, 9, printed=True).decode()


def test_the_seal_of_the_seals_covers_every_file(site: packing.SealedSite) -> None:
    proof = stated(site, "ppid/")
    assert proof.sealed == len(FILES) + 1  # bukti-terbit.json as well
    assert PROOF in site.read(SUMS).decode()
