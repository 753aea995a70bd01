"""Editions and addresses as values: seals, differences, the ledger, the next edition, feeds."""

from __future__ import annotations

import datetime
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

from profil_terbuka import history, privacy
from profil_terbuka.history import (
    Alteration,
    AlterationKind,
    EditionWishes,
    Impossible,
    Ledger,
    Retirement,
)
from profil_terbuka.model import Catalog, ChangeKind, Dataset
from profil_terbuka.publish import feeds
from profil_terbuka.read import catalog
from profil_terbuka.system.cache import Cache
from profil_terbuka.words import catalogues as words
from support import change

DATASET = "datasets/contoh/penerima"
DAY = datetime.date(2026, 5, 1)
WISHES = EditionWishes(
    "1.1.0", ChangeKind.DATA, "Salah ketik di buku.", "Angka Timur 2024 dibetulkan."
)
ATOM = "{http://www.w3.org/2005/Atom}"


def loaded(data: Path) -> Catalog:
    found = catalog.load(data, "contoh")
    assert found.catalog
    assert not found.findings, found.findings
    return found.catalog


def recorded(data: Path, addresses: tuple[str, ...] = ()) -> None:
    """As `make catat` does."""
    ledger, faults = history.read_ledger(data, "datasets/contoh")
    assert not faults
    for name, content in history.ledger_files(
        history.recorded(ledger, loaded(data), addresses)
    ).items():
        (data / "datasets/contoh" / name).write_bytes(content)


def edit(data: Path) -> None:
    """What staff do: correct a figure, its printed form, and the total."""
    change(data / DATASET / "penerima.csv", "Timur,520,A,520", "Timur,530,r,520")
    change(data / DATASET / "penerima-total.csv", "2120,A,2.120", "2130,A,2.130")


@pytest.fixture
def second(data: Path) -> Path:
    """The invented agency with a recorded first and an edited second edition."""
    recorded(data)
    history.renew(data, "contoh", "penerima", WISHES, DAY)
    edit(data)
    return data


def dataset(data: Path) -> Dataset:
    return loaded(data).by_slug["penerima"]


# Seals


def test_seal_does_not_depend_on_how_excel_saves(data: Path) -> None:
    before = history.edition_seal(dataset(data))
    table = data / DATASET / "penerima.csv"
    table.write_bytes(b"\xef\xbb\xbf" + table.read_bytes().replace(b"\n", b"\r\n"))
    assert history.edition_seal(dataset(data)) == before


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("penerima.csv", "Timur,520,A", "Timur,521,A"),
        ("datapackage.json", "Jumlah penerima bantuan di Kota", "Jumlah penerima di Kota"),
        ("datapackage.json", "total tercetak 2.000.", "tercetak 2.000."),
    ],
    ids=["angka", "uraian", "catatan"],
)
def test_seal_covers_what_readers_rely_on(data: Path, file: str, old: str, new: str) -> None:
    before = history.edition_seal(dataset(data))
    change(data / DATASET / file, old, new)
    assert history.edition_seal(dataset(data)) != before


def test_seal_leaves_charts_and_checks_aside(data: Path) -> None:
    before = history.edition_seal(dataset(data))
    path = data / DATASET / "datapackage.json"
    document = json.loads(path.read_text("utf-8"))
    document["grafik"][0]["judul"] = "Judul lain"
    document["keywords"] = ["bantuan"]
    path.write_text(json.dumps(document), "utf-8")
    assert history.edition_seal(dataset(data)) == before


# Differences


def test_revised_cells_carry_the_reason(second: Path) -> None:
    current = dataset(second)
    found = history.edition_difference(current.editions[0], current)
    assert (found.old, found.new) == ("1.0.0", "1.1.0")
    assert found.alterations[:2] == tuple(
        Alteration(
            "penerima",
            "tahun=2024; kode_kecamatan=99.01.03",
            column,
            AlterationKind.REVISED,
            old,
            new,
            "Salah ketik di buku.",
        )
        for column, old, new in (("jumlah", "520", "530"), ("status", "A", "r"))
    )


def test_a_new_note_about_the_cell_tells_its_own_reason(second: Path) -> None:
    current = dataset(second)
    note = replace(
        current.notes[0],
        name="timur",
        table="penerima",
        where={"kecamatan": ("Timur",), "tahun": (2024,)},
        columns=("jumlah",),
        reason="Dinas membetulkannya.",
    )
    current = replace(current, notes=(*current.notes, note))
    found = history.edition_difference(current.editions[0], current)
    reasons = {item.column: item.reason for item in found.alterations if item.table == "penerima"}
    assert reasons == {"jumlah": "Dinas membetulkannya.", "status": "Salah ketik di buku."}


def test_rows_are_matched_by_key_and_not_by_position(second: Path) -> None:
    table = second / DATASET / "penerima.csv"
    head, *rows = table.read_text("utf-8").splitlines()
    kept = [row for row in reversed(rows) if not row.startswith("2022,99.01.02")]
    new = "2025,99.01.02,Selatan,280,A,280,19"
    table.write_text("\n".join([head, *kept, new, ""]), "utf-8")
    current = dataset(second)
    found = history.edition_difference(current.editions[0], current)
    rows_only = [item for item in found.alterations if not item.column]
    assert [(item.kind, item.key) for item in rows_only] == [
        (AlterationKind.ROW_REMOVED, "tahun=2022; kode_kecamatan=99.01.02"),
        (AlterationKind.ROW_ADDED, "tahun=2025; kode_kecamatan=99.01.02"),
    ]
    assert found.counts[AlterationKind.REVISED] == 4


def test_shapes_are_compared_by_name(second: Path) -> None:
    current = dataset(second)
    main, total = current.tables
    fields = [field for field in main.schema.fields if field.name != "baris"]
    fields[3] = replace(fields[3], type="number")
    fields.append(replace(fields[0], name="triwulan"))
    shaped = replace(
        main,
        schema=replace(main.schema, fields=tuple(fields), primary_key=("tahun", "triwulan")),
        cells=(),
        rows=(),
    )
    changed = replace(current, tables=(shaped, replace(total, name="lain")))
    found = history.edition_difference(current.editions[0], changed)
    assert [(item.table, item.column, item.kind.value) for item in found.alterations] == [
        ("penerima", "jumlah", "jenis-kolom-berubah"),
        ("penerima", "baris", "kolom-dihapus"),
        ("penerima", "triwulan", "kolom-baru"),
        ("penerima", "", "kunci-berubah"),
        ("penerima-total", "", "tabel-dihapus"),
        ("lain", "", "tabel-baru"),
    ]


def test_difference_as_csv(second: Path) -> None:
    current = dataset(second)
    lines = history.difference_csv(
        history.edition_difference(current.editions[0], current)
    ).decode()
    assert lines.splitlines()[:2] == [
        "tabel,kunci,kolom,jenis,lama,baru,alasan",
        "penerima,tahun=2024; kode_kecamatan=99.01.03,jumlah,nilai-berubah,520,530,"
        "Salah ketik di buku.",
    ]


# The ledger


def test_addresses_are_those_people_use() -> None:
    files = ["index.html", "data/pbi/index.html", "data/pbi/pbi.csv", "SHA256SUMS"]
    machinery = ["aset/situs.css", "assets/x.css", "pagefind/a.pf_meta", "pekerja.js"]
    found = history.published_addresses([*files, *machinery])
    assert found == {"index.html", "data/pbi/", "data/pbi/pbi.csv", "SHA256SUMS"}


def test_recording_adds_and_never_removes(data: Path) -> None:
    recorded(data, ("data/", "data/lama/"))
    recorded(data, ("data/", "data/baru/"))
    folder = data / "datasets/contoh"
    assert (folder / "alamat.txt").read_text("utf-8") == "data/\ndata/baru/\ndata/lama/\n"
    first = (folder / "edisi.csv").read_text("utf-8")
    assert re.fullmatch(
        r"dataset,versi,sidik,tanggal\npenerima,1\.0\.0,[0-9a-f]{64},2026-01-02\n", first
    )
    change(data / DATASET / "penerima.csv", "Timur,520,A", "Timur,521,A")
    recorded(data)
    assert (folder / "edisi.csv").read_text("utf-8") == first


def test_the_most_particular_retirement_counts() -> None:
    lines = [("data/a/", "data/b/"), ("data/a/v/", ""), ("data/x.svg", "")]
    retired = tuple(Retirement(*line, "alasan", "2026-01-01", 2) for line in lines)
    ledger = Ledger("datasets/contoh", retired=retired)
    targets = {
        name: line and line.target
        for name in ("data/a/a.csv", "data/a/v/1.0.0/", "data/ab/", "data/x.svg", "data/x.svg/a")
        for line in [ledger.retirement(name)]
    }
    assert list(targets.values()) == ["data/b/", "", None, "", None]


def test_lost_addresses_are_grouped_by_what_can_be_retired() -> None:
    gone = [f"data/pbi/{number}.csv" for number in range(60)]
    ledger = Ledger("x", frozenset([*gone, "data/pkh/a.svg", "data/pkh/b.svg", "data/pkh/"]))
    whole, part = history.lost(ledger, {"data/", "data/pkh/"}, ())
    assert words.text(whole.message).startswith("60 alamat")
    assert "dan 20 lain yang diawali `data/pbi/`" in words.text(whole.message)
    assert "`data/pbi/,,alasan,tanggal`" in words.text(whole.remedy)
    assert words.text(part.message).endswith("`data/pkh/a.svg`, `data/pkh/b.svg`.")


def test_a_notice_does_not_count_as_being_there() -> None:
    retired = (Retirement("data/a/", "data/b/", "pindah", "2026-01-01", 2),)
    ledger = Ledger("x", frozenset({"data/a/", "data/a/a.csv"}), retired=retired)
    there = {"data/a/", "data/b/"}
    assert not list(history.lost(ledger, there, {"data/a/"}))
    assert [item.code.name for item in history.lost(ledger, there, ())] == ["pensiun-salah"]
    chained = replace(retired[0], target="data/a/")
    ledger = replace(ledger, retired=(chained,))
    assert [item.code.name for item in history.lost(ledger, there, {"data/a/"})] == [
        "pensiun-salah"
    ]


def test_the_program_reads_what_it_writes(data: Path) -> None:
    ledger = history.recorded(Ledger("datasets/contoh"), loaded(data), ("a b/", "index.html"))
    for name, content in history.ledger_files(ledger).items():
        (data / "datasets/contoh" / name).write_bytes(content)
    assert history.read_ledger(data, "datasets/contoh") == (ledger, ())


def test_retirements_are_read_as_excel_writes_them(data: Path) -> None:
    text = 'alamat,menuju,alasan,tanggal\r\ndata/a/,,"Digabung, lalu dihapus",2026-02-01\r\n'
    (data / "datasets/contoh/pensiun.csv").write_bytes(b"\xef\xbb\xbf" + text.encode())
    ledger, faults = history.read_ledger(data, "datasets/contoh")
    assert not faults
    assert ledger.retired == (Retirement("data/a/", "", "Digabung, lalu dihapus", "2026-02-01", 2),)


# The next edition


def test_the_next_edition_keeps_the_old_one(data: Path) -> None:
    recorded(data)
    before = {path.name: path.read_bytes() for path in (data / DATASET).iterdir()}
    kept = history.renew(data, "contoh", "penerima", WISHES, DAY)
    assert kept == data / DATASET / "v/1.0.0"
    assert {path.name: path.read_bytes() for path in kept.iterdir()} == before
    current = dataset(data)
    assert (current.version, current.created) == ("1.1.0", "2026-05-01T00:00:00Z")
    assert (current.history[0].what, current.history[0].why) == (WISHES.what, WISHES.why)
    ledger, _ = history.read_ledger(data, "datasets/contoh")
    assert not list(history.broken(loaded(data), ledger))


def test_the_descriptor_keeps_its_style(data: Path) -> None:
    recorded(data)
    path = data / DATASET / "datapackage.json"
    before = path.read_text("utf-8").splitlines()
    history.renew(data, "contoh", "penerima", WISHES, DAY)
    after = path.read_text("utf-8").splitlines()
    assert len(set(before) - set(after)) <= 3


def edited_under_git(data: Path) -> None:
    """A recorded edition as the first commit, the edited data as the second."""
    recorded(data)
    who = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b.c"}
    who |= {"GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@b.c"}
    for message in ("terbit", "sudah diubah"):
        for command in (["init", "-q"], ["add", "."], ["commit", "-qm", message]):
            subprocess.run(["git", *command], cwd=data, env={**os.environ, **who}, check=True)
        if message == "terbit":
            edit(data)


def test_a_shallow_checkout_says_where_the_old_edition_is(data: Path, tmp_path: Path) -> None:
    edited_under_git(data)
    shallow = tmp_path / "dangkal"
    clone = ["git", "clone", "-q", "--depth=1", data.as_uri(), str(shallow)]
    subprocess.run(clone, check=True)
    with pytest.raises(Impossible, match="git fetch --unshallow"):
        history.renew(shallow, "contoh", "penerima", WISHES, DAY)


def test_an_edited_dataset_is_renewed_from_git(data: Path) -> None:
    before = (data / DATASET / "penerima.csv").read_bytes()
    edited_under_git(data)
    kept = history.renew(data, "contoh", "penerima", WISHES, DAY)
    assert (kept / "penerima.csv").read_bytes() == before
    assert "Timur,530" in (data / DATASET / "penerima.csv").read_text("utf-8")


def _never_recorded(data: Path) -> EditionWishes:
    (data / "datasets/contoh/edisi.csv").unlink()
    return WISHES


def _edited_without_git(data: Path) -> EditionWishes:
    edit(data)
    return WISHES


def _begun(data: Path) -> EditionWishes:
    history.renew(data, "contoh", "penerima", WISHES, DAY)
    return replace(WISHES, version="1.2.0")


@pytest.mark.parametrize(
    ("prepare", "reason"),
    [
        (_never_recorded, "belum tercatat"),
        (_edited_without_git, "Berkas sudah berubah"),
        (_begun, "sudah dimulai"),
        (lambda _: replace(WISHES, version="1.0.0"), "lebih tinggi dari 1.0.0"),
        (lambda _: replace(WISHES, version="dua"), "lebih tinggi dari 1.0.0"),
    ],
    ids=["tak-tercatat", "sudah-diubah", "dua-kali", "sama", "bukan-versi"],
)
def test_what_cannot_be_renewed_is_refused(
    prepare: Callable[[Path], EditionWishes], reason: str, data: Path
) -> None:
    recorded(data)
    wishes = prepare(data)
    before = (data / DATASET / "datapackage.json").read_bytes()
    with pytest.raises(Impossible, match=reason):
        history.renew(data, "contoh", "penerima", wishes, DAY)
    assert (data / DATASET / "datapackage.json").read_bytes() == before


def test_a_wrong_clock_begins_no_edition(data: Path) -> None:
    recorded(data)
    with pytest.raises(Impossible, match="Tanggal komputer lebih awal"):
        history.renew(data, "contoh", "penerima", WISHES, datetime.date(2025, 12, 31))


def test_versions_are_numbers(second: Path) -> None:
    folder = second / DATASET / "v"
    for version in ("1.0.9", "1.0.10"):
        shutil.copytree(folder / "1.0.0", folder / version)
        path = folder / version / "datapackage.json"
        document = json.loads(path.read_text("utf-8"))
        told = {"tanggal": "2026-01-02", "jenis": "data", "perubahan": "a", "alasan": "b"}
        document |= {"version": version, "riwayat": [{"versi": version, **told}]}
        path.write_text(json.dumps(document), "utf-8")
    assert [item.version for item in dataset(second).editions] == ["1.0.10", "1.0.9", "1.0.0"]


# Told in time


def test_timeline_of_a_first_edition(data: Path) -> None:
    (only,) = history.timeline(dataset(data))
    assert (only.version, only.date, only.change, only.current) == (
        "1.0.0",
        "2026-01-02",
        None,
        True,
    )


def test_timeline_remembers_editions_that_are_gone(second: Path) -> None:
    shutil.rmtree(second / DATASET / "v")
    path = second / DATASET / "datapackage.json"
    document = json.loads(path.read_text("utf-8"))
    document["riwayat"].append({**document["riwayat"][0], "versi": "1.0.1"})
    path.write_text(json.dumps(document), "utf-8")
    now, gone = history.timeline(dataset(second))
    assert (now.version, now.before) == ("1.1.0", "")
    assert (gone.version, gone.data, gone.address) == ("1.0.1", None, "data/penerima/")


def parsed(files: dict[str, bytes], name: str = "feed.xml") -> Xml.Element:
    return Xml.fromstring(files[name])


def test_feeds_announce_every_edition(second: Path) -> None:
    files = {
        "data/penerima/penerima.csv": b"12345",
        "data/penerima/v/1.0.0/penerima.csv": b"123",
    }
    feed = parsed(feeds.feed_files(loaded(second), files))
    new, old = feed.findall(f"{ATOM}entry")
    assert new.findtext(f"{ATOM}updated") == feed.findtext(f"{ATOM}updated")
    assert new.findtext(f"{ATOM}updated") == "2026-05-01T00:00:00Z"
    assert "Salah ketik di buku." in (new.findtext(f"{ATOM}summary") or "")
    links = {link.get("rel"): link for link in old.findall(f"{ATOM}link")}
    root = "https://profil-terbuka.example/contoh/"
    assert links["alternate"].get("href") == f"{root}data/penerima/v/1.0.0/"
    assert links["enclosure"].get("href") == f"{root}data/penerima/v/1.0.0/penerima.csv"
    assert links["enclosure"].get("length") == "3"


def test_feed_has_what_rfc_4287_demands(data: Path) -> None:
    files = feeds.feed_files(loaded(data), {"data/penerima/penerima.csv": b"1"})
    for name in ("feed.xml", "data/penerima/feed.xml"):
        feed = parsed(files, name)
        for element in (feed, *feed.findall(f"{ATOM}entry")):
            for part in ("id", "title", "updated", f"author/{ATOM}name"):
                assert element.findtext(f"{ATOM}{part}"), part
        own = [
            link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"
        ]
        assert own == [f"https://profil-terbuka.example/contoh/{name}"]


def test_identifiers_do_not_depend_on_the_address(data: Path) -> None:
    files = {"data/penerima/penerima.csv": b"1"}
    here = loaded(data)
    there = replace(here, agency=replace(here.agency, site_url="https://contoh.go.id/data"))
    ids = [
        [item.text for item in parsed(feeds.feed_files(one, files)).iter(f"{ATOM}id")]
        for one in (here, there)
    ]
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == len(ids[0])


def test_the_portal_feed_merges_and_sorts(second: Path) -> None:
    files = {f"data/penerima/{name}penerima.csv": b"1" for name in ("", "v/1.0.0/")}
    one = feeds.feed_files(loaded(second), files)["feed.xml"]
    other = one.replace(b"contoh/penerima", b"tetangga/penerima").replace(b"2026-05", b"2026-06")
    merged = feeds.merged_feeds("Portal", "https://portal.example/", [one, other])
    dates = [
        item.findtext(f"{ATOM}updated") for item in Xml.fromstring(merged).iter(f"{ATOM}entry")
    ]
    assert dates == sorted(filter(None, dates), reverse=True)
    assert len(dates) == 4
    assert merged == feeds.merged_feeds("Portal", "https://portal.example/", [other, one])


def test_control_characters_do_not_break_a_feed(data: Path) -> None:
    found = loaded(data)
    odd = replace(found.datasets[0], title="a\x01<b>&", description="\x0b")
    feed = feeds.feed_files(replace(found, datasets=(odd,)), {"data/penerima/penerima.csv": b"1"})
    assert parsed(feed, "data/penerima/feed.xml").findtext(f"{ATOM}title") == "a<b>&"


# Privacy


def test_private_data_in_the_ledger_are_found(data: Path) -> None:
    line = "data/a/,,Tanya ke 0812-0000-0000,2026-02-01"
    path = data / "datasets/contoh/pensiun.csv"
    path.write_text(f"alamat,menuju,alasan,tanggal\n{line}\n", "utf-8")
    found = [
        item.code.name
        for item in privacy.check_inputs(loaded(data), (), data, Cache(data / "singgahan"))
    ]
    assert found == ["data-pribadi-telepon"]


def test_private_data_in_an_old_edition_are_found(second: Path) -> None:
    path = second / DATASET / "v/1.0.0/datapackage.json"
    change(path, "Jumlah penerima bantuan di Kota Contoh.", "Hubungi 0812-0000-0000.")
    found = [
        item.place.file
        for item in privacy.check_inputs(loaded(second), (), second, Cache(second / "singgahan"))
    ]
    assert found == [f"{DATASET}/v/1.0.0/datapackage.json"]
