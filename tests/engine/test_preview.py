"""The preview: what is saved is seen at once, what is wrong is told, nothing older is shown."""

from __future__ import annotations

import http.client
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from profil_terbuka.pipeline import Drawn, Prepared
from profil_terbuka.preview import (
    Faulty,
    LaidOut,
    Latest,
    PreviewedAgency,
    PreviewEdition,
    PreviewServer,
    Reply,
    Watch,
    making,
    reply_to,
    replying,
    watching,
)
from profil_terbuka.system import clock
from profil_terbuka.system.cache import Cache
from support import BASE, change

TABLE = "datasets/contoh/penerima/penerima.csv"
PAGE = "/data/penerima/"
CELL, OTHER, FAULT = "Utara,1240,A,1.240", "Utara,1241,A,1.241", "Utara,lima belas <b>,A,1.240"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "repo"))


@pytest.fixture
def agency(repository: Path, cache: Cache) -> PreviewedAgency:
    return PreviewedAgency(repository, "contoh", cache)


@pytest.fixture(scope="module")
def edition(kept: Path) -> PreviewEdition:
    return PreviewEdition("satu", PreviewedAgency(BASE, "contoh", Cache(kept)).made(), 0.1)


@pytest.fixture
def latest(agency: PreviewedAgency) -> Latest:
    return Latest(Watch(agency.root, agency.slug), agency.made, lambda _: None)


@pytest.fixture
def served(latest: Latest) -> Iterator[PreviewServer]:
    server = PreviewServer(latest, 0)
    thread = threading.Thread(target=server.serve_until_closed, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    thread.join()


def seen(answered: Reply) -> str:
    return answered.body.decode()


def asked(server: PreviewServer, path: str, host: str = "") -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    connection.request("GET", path, headers={"Host": host} if host else {})
    reply = connection.getresponse()
    told = reply.status, reply.read().decode()
    connection.close()
    return told


# Whether anything was saved


@pytest.mark.parametrize(
    "saved",
    [TABLE, "docs/contoh/index.md", "rahasia/contoh/baru.csv", "datasets/acuan/baru.txt"],
)
def test_what_is_saved_makes_another_state(repository: Path, saved: str) -> None:
    watch = Watch(repository, "contoh")
    before = watch.look()
    assert watch.look() == before
    (repository / saved).parent.mkdir(parents=True, exist_ok=True)
    (repository / saved).write_text("lain", "utf-8")
    assert watch.look() != before


def test_another_agency_makes_none(repository: Path) -> None:
    watch = Watch(repository, "contoh")
    before = watch.look()
    shutil.copytree(repository / "datasets/contoh", repository / "datasets/lain")
    assert watch.look() == before


def test_another_day_makes_another_state(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watch = Watch(repository, "contoh")
    monkeypatch.setenv(clock.DAY, "2026-11-22")
    before = watch.look()
    monkeypatch.setenv(clock.DAY, "2026-11-23")
    assert watch.look() != before


def test_a_file_is_read_once_it_is_written(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that saves in two steps is waited for."""
    watch = Watch(repository, "contoh")
    steps = iter(["sepa", "separuh"])

    def sleep(_: float) -> None:
        if step := next(steps, ""):
            (repository / TABLE).write_text(step, "utf-8")

    monkeypatch.setattr(watching.time, "sleep", sleep)
    state = watch.settled()
    assert (repository / TABLE).read_text("utf-8") == "separuh"
    assert watch.look() == state


def test_who_waits_for_news_has_them_at_once(repository: Path) -> None:
    watch = Watch(repository, "contoh")
    before = watch.look()
    change(repository / TABLE, CELL, OTHER)
    threading.Timer(0.05, watch.look).start()
    began = time.monotonic()
    assert watch.other_than(before, 20) != before
    assert time.monotonic() - began < 10


def test_without_news_it_stays_the_same(repository: Path) -> None:
    watch = Watch(repository, "contoh")
    before = watch.look()
    assert watch.other_than(before, 0.01) == before


# The newest edition


def test_an_edition_is_made_once(repository: Path) -> None:
    made: list[Faulty] = []
    told: list[PreviewEdition] = []

    def make() -> Faulty:
        made.append(Faulty(said=str(len(made))))
        return made[-1]

    latest = Latest(Watch(repository, "contoh"), make, told.append)
    assert latest.edition() is latest.edition()
    change(repository / TABLE, CELL, OTHER)
    assert latest.edition().shown is made[1]
    assert [edition.shown for edition in told] == made


def test_what_is_saved_meanwhile_is_made_again(repository: Path) -> None:
    """Also where a file changes while an edition is made that has read it already."""
    count = 0

    def make() -> Faulty:
        nonlocal count
        count += 1
        if count == 1:
            change(repository / TABLE, CELL, OTHER)
        return Faulty(said=str(count))

    latest = Latest(Watch(repository, "contoh"), make, lambda _: None)
    latest.edition()
    assert latest.edition().shown == Faulty(said="2")


# What is seen


def test_a_page_reloads_itself(edition: PreviewEdition) -> None:
    page = seen(reply_to(edition, PAGE))
    assert '<script src="/_pratinjau/muat.js?keadaan=satu" defer></script></head>' in page
    assert "script-src 'self' 'wasm-unsafe-eval';" in page  # as it will be published


@pytest.mark.parametrize(
    ("path", "status", "kind", "leads_to"),
    [
        ("/", 200, "text/html; charset=utf-8", ""),
        ("/data/index.html", 200, "text/html; charset=utf-8", ""),
        ("/data/penerima", 302, "text/html; charset=utf-8", "/data/penerima/"),
        ("/data/penerima/penerima.csv", 200, "text/csv; charset=utf-8", ""),
        ("/data/penerima/sematan/", 200, "text/html; charset=utf-8", ""),
        ("/aset/situs.js", 200, "text/javascript; charset=utf-8", ""),
        ("/sitemap.xml", 200, "text/xml; charset=utf-8", ""),
        ("/404.html", 200, "text/html; charset=utf-8", ""),
        ("/tidak/ada/", 404, "text/html; charset=utf-8", ""),
        ("/../instansi.yml", 404, "text/html; charset=utf-8", ""),
    ],
)
def test_an_address(
    edition: PreviewEdition, path: str, status: int, kind: str, leads_to: str
) -> None:
    given = reply_to(edition, path)
    assert (given.status, given.kind, given.leads_to) == (status, kind, leads_to)
    assert bool(given.body) == (status != 302)


def test_every_page_can_be_seen(edition: PreviewEdition) -> None:
    shown = edition.shown
    assert isinstance(shown, LaidOut)
    assert len(shown.pages) > 5
    assert {reply_to(edition, f"/{file}").status for file in shown.pages} == {200}


def test_no_worker_keeps_pages_for_later(edition: PreviewEdition) -> None:
    assert reply_to(edition, "/pekerja.js").body == b""


def test_a_site_in_a_folder_stands_there(agency: PreviewedAgency) -> None:
    identity = agency.root / "datasets/contoh/instansi.yml"
    address = "alamat_situs: https://data.contoh.example/kota/contoh/\n"
    identity.write_text(identity.read_text("utf-8") + address, "utf-8")
    edition = PreviewEdition("satu", agency.made(), 0.1)
    assert reply_to(edition, "/").leads_to == "/kota/contoh/"
    assert reply_to(edition, "/kota/contoh/data/").status == 200


def test_a_fault_is_told_at_every_address(agency: PreviewedAgency) -> None:
    change(agency.root / TABLE, CELL, FAULT)
    edition = PreviewEdition("satu", agency.made(), 0.1)
    for path in ("/", PAGE, "/data/penerima/penerima.csv"):
        given = reply_to(edition, path)
        assert given.status == 500
        page = seen(given)
        assert f"{TABLE}, baris " in page
        assert "<code>lima belas &lt;b&gt;</code> bukan bilangan bulat." in page
        assert "<b>Perbaikan:</b> Tulis angka saja" in page
        assert "muat.js?keadaan=satu" in page


def test_of_many_alike_the_others_are_counted(agency: PreviewedAgency) -> None:
    table = agency.root / TABLE
    head, *rows = table.read_text("utf-8").splitlines()
    measure = head.split(",").index("jumlah")
    wrong = [row.split(",") for row in rows]
    for row in wrong:
        row[measure] = "banyak"
    table.write_text("\n".join([head, *map(",".join, wrong)]) + "\n", "utf-8")
    faulty = agency.made()
    assert isinstance(faulty, Faulty)
    (told, others), *_ = replying.faulty_view(faulty).files
    assert len(told) == 5
    assert others == len(rows) - 5


def test_a_fault_of_the_program_is_told(
    agency: PreviewedAgency, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = PreviewedAgency(agency.root, agency.slug, Cache(tmp_path / "singgahan"))
    edition = PreviewEdition("satu", own.made(), 0.1)

    def fail(*_: object) -> str:
        raise RuntimeError("rekaan")

    monkeypatch.setattr(replying, "filled", fail)
    given = reply_to(edition, "/")
    assert given.status == 500
    assert "singgahan/kesalahan-program/contoh.txt" in seen(given)


def test_practice_draws_one_chart_and_keeps_nothing(
    agency: PreviewedAgency, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = PreviewedAgency(agency.root, agency.slug, Cache(tmp_path / "singgahan"))
    shown = own.made()
    assert isinstance(shown, LaidOut)
    catalog = shown.prepared.catalog or pytest.fail("the base does not load")
    drawn: list[int] = []

    def draw(prepared: Prepared, cache: Cache) -> Drawn:
        drawn.append(len(prepared.charts))
        assert cache.folder != own.cache.folder
        return Drawn(prepared, catalog, {})

    monkeypatch.setattr(making, "draw", draw)
    before = sorted(own.cache.folder.rglob("*"))
    shown.practise()
    assert drawn == [1]
    assert sorted(own.cache.folder.rglob("*")) == before


def test_a_folder_that_was_taken_away_is_told(agency: PreviewedAgency) -> None:
    shutil.rmtree(agency.root / "datasets/contoh")
    given = reply_to(PreviewEdition("satu", agency.made(), 0.1), "/")
    assert given.status == 500
    assert "contoh" in seen(given)


# Over HTTP


def test_a_saved_cell_is_seen_a_fault_told_and_mended(
    served: PreviewServer, repository: Path
) -> None:
    assert "1.241" not in asked(served, PAGE)[1]
    change(repository / TABLE, CELL, OTHER)
    status, page = asked(served, PAGE)
    assert status == 200
    assert "1.241" in page
    change(repository / TABLE, OTHER, FAULT)
    status, page = asked(served, PAGE)
    assert status == 500
    assert "bukan bilangan bulat" in page
    change(repository / TABLE, FAULT, CELL)
    status, page = asked(served, PAGE)
    assert status == 200
    assert "1.241" not in page


def test_an_open_page_learns_of_what_is_saved(served: PreviewServer, repository: Path) -> None:
    page = asked(served, PAGE)[1]
    state = page.partition("muat.js?keadaan=")[2].partition('"')[0]
    change(repository / TABLE, CELL, OTHER)
    status, news = asked(served, f"/_pratinjau/kabar?keadaan={state}")
    assert (status, len(news)) == (200, 64)
    assert news != state
    assert f"muat.js?keadaan={news}" in asked(served, PAGE)[1]


@pytest.mark.parametrize("own", ["muat.js", "gaya.css"])
def test_it_brings_its_own_files_and_keeps_nothing(served: PreviewServer, own: str) -> None:
    with urlopen(f"http://127.0.0.1:{served.port}/_pratinjau/{own}") as reply:
        assert reply.read()
        assert reply.headers["Cache-Control"] == "no-store"


def test_another_name_does_not_lead_here(served: PreviewServer) -> None:
    """A page elsewhere could make its own name lead to this machine, and read what is not out."""
    assert asked(served, "/", "jahat.example") == (400, "")
    assert asked(served, "/", f"localhost:{served.port}")[0] == 200


@pytest.mark.parametrize("path", ["//[", "/%00", "/%0d%0aX:y/", "//jahat.example/data"])
def test_a_strange_address_leads_nowhere_else(served: PreviewServer, path: str) -> None:
    status, page = asked(served, path)
    assert status == 404
    assert "Dinas Contoh" in page
