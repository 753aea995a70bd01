"""What waits for its day (`terbit`): cut out before anything is made of it, and back on its day."""

from __future__ import annotations

import datetime
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from profil_terbuka import history, pipeline
from profil_terbuka.history import EditionWishes
from profil_terbuka.model import Catalog, ChangeKind
from profil_terbuka.model.embargo import Scope, released, waiting_datasets
from profil_terbuka.model.findings import Finding
from profil_terbuka.preview import LaidOut, PreviewedAgency, PreviewEdition, reply_to
from profil_terbuka.read import catalog
from profil_terbuka.system.cache import Cache
from profil_terbuka.system.clock import DAY
from profil_terbuka.words.report import report
from support import add_material, change

EVE, DAY_ITSELF = datetime.date(2027, 1, 14), datetime.date(2027, 1, 15)
RECEIVED, PARTNERS = "datasets/contoh/penerima", "datasets/contoh/mitra"
PAGE = "---\ntitle: Rilis\nterbit: 2027-01-15\n---\n\n# Rilis\n\n{{ angka: mitra tahun=2024 }}\n"


def describe(folder: Path, **keys: Any) -> None:
    """Put keys into a descriptor; None takes one out."""
    file = folder / "datapackage.json"
    document = {**json.loads(file.read_text("utf-8")), **keys}
    kept = {key: value for key, value in document.items() if value is not None}
    file.write_text(json.dumps(kept, ensure_ascii=False, indent=2), "utf-8")


def loaded(data: Path) -> Catalog:
    found = catalog.load(data, "contoh")
    assert found.catalog
    assert not found.findings, found.findings
    return found.catalog


def slugs(catalog: Catalog) -> list[str]:
    return [dataset.slug for dataset in catalog.datasets]


def on(day: datetime.date, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DAY, day.isoformat())


@pytest.fixture
def waiting(data: Path) -> Path:
    """The invented agency with a dataset that waits, a page about it, and a menu with that page."""
    add_material(data, "mitra")
    describe(data / PARTNERS, terbit="2027-01-15")
    (data / "docs/contoh/rilis.md").write_text(PAGE, "utf-8")
    identity = data / "datasets/contoh/instansi.yml"
    change(identity, "  - Data: data", "  - Kabar:\n    - Rilis: rilis.md\n  - Data: data")
    return data


@pytest.fixture
def second(data: Path) -> Path:
    """A second edition that waits, beside the first, which was published and recorded."""
    ledger, _ = history.read_ledger(data, "datasets/contoh")
    known = history.ledger_files(history.recorded(ledger, loaded(data), ()))
    for name, content in known.items():
        (data / "datasets/contoh" / name).write_bytes(content)
    wishes = EditionWishes("1.1.0", ChangeKind.DATA, "Salah ketik.", "Angka Timur dibetulkan.")
    history.renew(data, "contoh", "penerima", wishes, datetime.date(2026, 5, 1))
    change(data / RECEIVED / "penerima.csv", "Timur,520,A,520", "Timur,530,A,530")
    change(data / RECEIVED / "penerima-total.csv", "2120,A,2.120", "2130,A,2.130")
    describe(data / RECEIVED, terbit="2027-01-15")
    return data


# The cut


def test_a_dataset_is_there_from_its_day_on(waiting: Path) -> None:
    whole = loaded(waiting)
    assert slugs(released(whole, EVE)) == ["penerima"]
    assert slugs(released(whole, DAY_ITSELF)) == ["mitra", "penerima"]
    assert [item.slug for item in waiting_datasets(whole, EVE)] == ["mitra"]
    assert list(waiting_datasets(whole, DAY_ITSELF)) == []


def test_what_does_not_wait_stays_as_it_is(data: Path) -> None:
    whole = loaded(data)
    assert released(whole, EVE) == whole


def test_the_edition_before_is_there_until_the_day_of_the_next(second: Path) -> None:
    (before,) = released(loaded(second), EVE).datasets
    (after,) = released(loaded(second), DAY_ITSELF).datasets
    assert (before.version, before.editions, before.history) == ("1.0.0", (), ())
    assert (after.version, [item.version for item in after.editions]) == ("1.1.0", ["1.0.0"])
    assert "530" not in before.main.content
    assert before.coverage.name == after.coverage.name != ""


def test_of_several_editions_each_waits_for_itself(second: Path) -> None:
    describe(second / RECEIVED / "v/1.0.0", terbit="2027-01-15")
    assert released(loaded(second), EVE).datasets == ()
    describe(second / RECEIVED, terbit=None)
    (left,) = released(loaded(second), EVE).datasets
    assert (left.version, left.editions) == ("1.1.0", ())


# What is made of it


def test_nothing_of_it_reaches_a_public_build(
    waiting: Path, monkeypatch: pytest.MonkeyPatch, cache: Cache
) -> None:
    on(EVE, monkeypatch)
    public = pipeline.examine(waiting, "contoh", cache)
    assert public.findings == ()
    assert public.catalog is not None
    assert slugs(public.catalog) == ["penerima"]
    assert [page.path for page in public.sources.manuscripts] == ["index.md"]
    assert [entry.title for entry in public.catalog.agency.menu] == ["Beranda", "Data"]


def test_a_staged_build_has_all_of_it(
    waiting: Path, monkeypatch: pytest.MonkeyPatch, cache: Cache
) -> None:
    on(EVE, monkeypatch)
    staged = pipeline.examine(waiting, "contoh", cache, scope=Scope.STAGED)
    assert staged.findings == ()
    assert staged.catalog is not None
    assert slugs(staged.catalog) == ["mitra", "penerima"]
    assert [page.path for page in staged.sources.manuscripts] == ["index.md", "rilis.md"]
    titles = [entry.title for entry in staged.catalog.agency.menu]
    assert titles == ["Beranda", "Kabar", "Data"]


def test_on_its_day_a_public_build_has_all_of_it(
    waiting: Path, monkeypatch: pytest.MonkeyPatch, cache: Cache
) -> None:
    on(DAY_ITSELF, monkeypatch)
    public = pipeline.examine(waiting, "contoh", cache)
    assert public.findings == ()
    assert public.sources.waiting == ()
    assert public.catalog is not None
    assert slugs(public.catalog) == ["mitra", "penerima"]
    assert len(public.sources.manuscripts) == 2


def test_the_day_is_that_of_the_agency(
    waiting: Path, monkeypatch: pytest.MonkeyPatch, cache: Cache
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1799943000")  # 2027-01-14T16:10Z
    assert len(pipeline.examine(waiting, "contoh", cache).sources.waiting) == 2
    change(waiting / "datasets/contoh/instansi.yml", "menu:", "zona_waktu: WIT\nmenu:")
    assert pipeline.examine(waiting, "contoh", cache).sources.waiting == ()


def test_a_recorded_edition_is_unbroken_while_the_next_one_waits(
    second: Path, monkeypatch: pytest.MonkeyPatch, cache: Cache
) -> None:
    for day in (EVE, DAY_ITSELF):
        on(day, monkeypatch)
        assert pipeline.examine(second, "contoh", cache).findings == ()


# What checks say


def found_in(data: Path, cache: Cache) -> tuple[Finding, ...]:
    return pipeline.review(data, "contoh", cache).findings


def test_what_waits_is_checked_before_its_day(
    waiting: Path, monkeypatch: pytest.MonkeyPatch, cache: Cache
) -> None:
    on(EVE, monkeypatch)
    assert found_in(waiting, cache) == ()
    change(waiting / PARTNERS / "mitra.csv", "Relawan,62", "Relawan,63")
    assert [item.code.name for item in found_in(waiting, cache)] == ["total-tidak-cocok"]
    assert pipeline.examine(waiting, "contoh", cache).publishable  # it keeps nobody else


def test_what_is_public_may_not_refer_to_it(
    waiting: Path, monkeypatch: pytest.MonkeyPatch, cache: Cache
) -> None:
    on(EVE, monkeypatch)
    page = waiting / "docs/contoh/index.md"
    change(page, "{{ grafik: penerima/per-kecamatan }}", "{{ angka: mitra tahun=2024 }}")
    told = report(found_in(waiting, cache))
    assert "[rujukan-belum-terbit] docs/contoh/index.md, baris 10" in told
    assert "15 Januari 2027" in told
    assert not pipeline.examine(waiting, "contoh", cache).publishable
    on(DAY_ITSELF, monkeypatch)
    assert found_in(waiting, cache) == ()


def test_what_waits_may_not_refer_to_what_waits_longer(
    waiting: Path, monkeypatch: pytest.MonkeyPatch, cache: Cache
) -> None:
    on(datetime.date(2027, 1, 2), monkeypatch)
    page = waiting / "docs/contoh/rilis.md"
    change(page, "terbit: 2027-01-15", "terbit: 2027-01-10")
    (found,) = found_in(waiting, cache)
    told = report([found])
    assert "[rujukan-belum-terbit] docs/contoh/rilis.md, baris 8" in told
    assert "Beri halaman ini `terbit: 2027-01-15`" in told
    on(datetime.date(2027, 1, 10), monkeypatch)
    assert found_in(waiting, cache) == (found,)
    change(page, "terbit: 2027-01-10", "terbit: 2027-01-20")
    assert found_in(waiting, cache) == ()


def test_a_name_that_only_begins_like_it_is_another(
    waiting: Path, monkeypatch: pytest.MonkeyPatch, cache: Cache
) -> None:
    on(EVE, monkeypatch)
    shutil.copytree(waiting / PARTNERS, waiting / "datasets/contoh/mitra-lama")
    former = waiting / "datasets/contoh/mitra-lama"
    (former / "mitra.csv").rename(former / "mitra-lama.csv")
    (former / "mitra-total.csv").rename(former / "mitra-lama-total.csv")
    file = former / "datapackage.json"
    text = file.read_text("utf-8").replace('"mitra', '"mitra-lama')
    file.write_text(text.replace("2027-01-15", "2024-01-15"), "utf-8")
    shown = "{{ angka: mitra-lama tahun=2024 }} [data](data/mitra-lama/index.md)"
    change(waiting / "docs/contoh/index.md", "{{ grafik: penerima/per-kecamatan }}", shown)
    public = pipeline.examine(waiting, "contoh", cache)
    assert "rujukan-belum-terbit" not in {item.code.name for item in public.findings}


# What a preview shows


def test_a_preview_shows_it_marked(
    waiting: Path, monkeypatch: pytest.MonkeyPatch, cache: Cache
) -> None:
    on(EVE, monkeypatch)
    edition = PreviewEdition("satu", PreviewedAgency(waiting, "contoh", cache).made(), 0.1)
    assert isinstance(edition.shown, LaidOut)

    def body(path: str) -> str:
        reply = reply_to(edition, path)
        assert reply.status == 200
        return reply.body.decode()

    assert "Pratayang: belum terbit. Dataset ini terbit 15 Januari 2027." in body("/data/mitra/")
    assert "Pratayang: belum terbit. Halaman ini terbit 15 Januari 2027." in body("/rilis/")
    told = "Yang menunggu harinya: Mitra (15 Januari 2027), Rilis (15 Januari 2027)."
    for path in ("/", "/data/penerima/", "/404.html"):
        assert told in body(path)
    for path in ("/", "/data/mitra/", "/404.html"):
        assert body(path).count('<meta name="robots" content="noindex">') == 1


def test_a_preview_of_what_waits_for_nothing_bears_no_mark(data: Path, cache: Cache) -> None:
    edition = PreviewEdition("satu", PreviewedAgency(data, "contoh", cache).made(), 0.1)
    seen = reply_to(edition, "/data/penerima/").body.decode()
    assert 'class="pratayang"' not in seen
    assert "noindex" not in seen
