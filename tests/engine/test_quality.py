"""Quality by named criteria: each can be met and can fail, and says in words what was counted."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from profil_terbuka import check, pipeline, quality
from profil_terbuka.check import Tally
from profil_terbuka.model import Catalog, Dataset, Licence, Note, NoteStatus, Table
from profil_terbuka.model.products import Measurement
from profil_terbuka.read import catalog
from profil_terbuka.system import clock
from profil_terbuka.system.cache import Cache
from profil_terbuka.web.quality import quality_page, quality_section
from profil_terbuka.words.catalogues import text
from support import BASE, change, page_of, written

TODAY = datetime.date(2026, 3, 3)
Change = Callable[[Dataset], Dataset]


def base() -> Catalog:
    found = catalog.load(BASE, "contoh").catalog
    assert found is not None
    return found


def of(
    changed: Change = lambda dataset: dataset, tally: Tally | None = None
) -> dict[str, Measurement]:
    whole = base()
    dataset = changed(whole.datasets[0])
    whole = replace(whole, datasets=(dataset,))
    tallies = {dataset.slug: tally or Tally(4, 4)}
    measured = quality.measure(whole, tallies, TODAY)[dataset.slug]
    return {item.criterion.name: item for item in measured}


def on_main(changed: Callable[[Table], Table]) -> Change:
    def apply(dataset: Dataset) -> Dataset:
        tables = (
            changed(dataset.main),
            *(item for item in dataset.tables if item is not dataset.main),
        )
        return replace(dataset, tables=tables)

    return apply


def with_rows(*rows: tuple[object, ...]) -> Change:
    return lambda dataset: replace(
        on_main(lambda table: replace(table, rows=rows))(dataset),  # type: ignore[arg-type]
        tables=(replace(dataset.main, rows=rows),),  # type: ignore[arg-type]
    )


def without_units(table: Table) -> Table:
    fields = tuple(replace(field, unit=None) for field in table.schema.fields)
    return replace(table, schema=replace(table.schema, fields=fields))


NOTE = Note("n", "penerima", NoteStatus.AWAITING, "-", "-", "-", "-", "2026-01-01")
CLOSED = Licence("CC-BY-NC-4.0", "Tidak untuk dijual", "https://example.id/")


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        ("uraian", lambda dataset: replace(dataset, description="Pendek.")),
        ("satuan", on_main(without_units)),
        ("sumber", lambda dataset: replace(dataset, sources=())),
        ("lisensi", lambda dataset: replace(dataset, licences=(CLOSED,))),
        (
            "kunci",
            on_main(lambda table: replace(table, schema=replace(table.schema, primary_key=()))),
        ),
        ("catatan-terbuka", lambda dataset: replace(dataset, notes=(NOTE,))),
        ("kode-wilayah", with_rows((2024, None, "Utara", 1, "A", "1", 1))),
    ],
)
def test_a_criterion_can_fail(name: str, changed: Change) -> None:
    long_enough = lambda dataset: replace(dataset, description="Uraian. " * 10)  # noqa: E731
    assert of(long_enough)[name].met is True
    assert of(changed)[name].met is False


def test_numbers_are_counted_by_what_became_of_them() -> None:
    code = "99.01.01"
    rows = [
        (2024, code, "Utara", value, status, "", 1)
        for value, status in [(1, "A"), (2, "u"), (None, "i"), (4, "r"), (None, "x"), (None, "c")]
    ]
    found = of(with_rows(*rows, (2024, code, "Utara", None, "z", "", 1), rows[0]))
    shares = {name: found[f"angka-{name}"].value for name in ("kosong", "ditutup", "diragukan")}
    assert shares == {"kosong": 0.125, "ditutup": 0.125, "diragukan": 0.25}
    assert found["angka-diperbaiki"].text == "1 dari 8 angka (12,5 %)"
    assert found["angka-kosong"].met is None


def test_what_does_not_apply_is_left_out() -> None:
    def wordless(table: Table) -> Table:
        fields = table.schema.fields[:1]
        schema = replace(table.schema, fields=fields)
        return replace(table, schema=schema, rows=tuple(row[:1] for row in table.rows))

    found = of(lambda dataset: replace(dataset, tables=(wordless(dataset.main),)))
    assert not {"satuan", "kode-wilayah", "angka-kosong"} & found.keys()
    assert "uraian" in found


@pytest.mark.parametrize(
    ("frequency", "created", "text"),
    [
        ("tahunan", "2026-01-02", "60 hari; edisi berikutnya diharapkan 2 Januari 2027"),
        (
            "tahunan",
            "2024-02-29",
            "733 hari; edisi berikutnya diharapkan 1 Maret 2025, sudah lewat",
        ),
        ("sekali", "2026-03-03", "0 hari; terbit satu kali"),
        ("tidak-tentu", "2026-03-04", "0 hari; terbit tidak tentu"),
    ],
)
def test_age_stands_beside_the_schedule(frequency: str, created: str, text: str) -> None:
    dated = of(
        lambda dataset: replace(dataset, frequency=frequency, created=f"{created}T00:00:00Z")
    )
    assert dated["umur"].text == text
    assert dated["umur"].met is None


def test_a_check_that_nothing_answers_is_not_settled() -> None:
    found = of(tally=Tally(ran=5, passed=3, acknowledged=1))
    assert found["pemeriksaan"].value == 5
    assert found["pemeriksaan-bercatatan"].value == 1
    assert (found["pemeriksaan-beres"].value, found["pemeriksaan-beres"].met) == (0.8, False)


def test_checks_are_counted_by_how_they_end(data: Path) -> None:
    sound = check.run(base()).tallies["penerima"]
    assert sound == Tally(sound.ran, passed=sound.ran - 1, acknowledged=1)
    change(
        data / "datasets/contoh/penerima/penerima-total.csv",
        "2022,1950,A,1.950",
        "2022,1951,A,1.951",
    )
    broken = catalog.load(data, "contoh").catalog
    assert broken is not None
    assert check.run(broken).tallies["penerima"] == Tally(sound.ran, sound.ran - 1, 0)
    dataset = broken.datasets[0]
    note = replace(NOTE, table="penerima-total", findings=("total-tidak-cocok",))
    answered = replace(broken, datasets=(replace(dataset, notes=(*dataset.notes, note)),))
    assert check.run(answered).tallies["penerima"] == Tally(sound.ran, sound.ran - 1, 1)


def test_the_day_is_that_of_publication(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(clock.VARIABLE, "1767312000")
    cache = Cache(tmp_path)
    assert pipeline.examine(BASE, "contoh", cache).day == datetime.date(2026, 1, 2)
    monkeypatch.setenv(clock.DAY, "2026-03-01")
    assert pipeline.examine(BASE, "contoh", cache).day == datetime.date(2026, 3, 1)


# Pages


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> pipeline.Written:
    cache = Cache(tmp_path_factory.mktemp("cache"))
    return written(pipeline.examine(BASE, "contoh", cache), cache)


def test_the_dataset_page_tells_how_many_are_met(made: pipeline.Written) -> None:
    page = page_of(made, "data/penerima/").html
    section = page[page.index('id="penilaian-mutu"') : page.index('id="sumber-dan-lisensi"')]
    assert "Dari 9 kriteria yang dinilai, 8 terpenuhi." in section
    assert '<tr id="mutu-uraian">' in section
    assert section.count("<td>belum</td>") == 1  # the invented description is short
    assert 'href="../../data/mutu/"' in section


def test_the_table_lists_every_dataset_and_criterion(made: pipeline.Written) -> None:
    text = made.files["data/mutu/mutu.csv"].decode()
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    always = [item.name for item in quality.ALL if item.name != "pemeriksaan-terhalang"]
    assert [row["kriteria"] for row in rows] == always
    assert {row["dataset"] for row in rows} == {"penerima"}
    first = dict(rows[0])
    assert (first["nilai"], first["hasil"], first["terpenuhi"]) == ("39", "39 huruf", "false")


def test_the_page_explains_every_criterion() -> None:
    measured = {"penerima": tuple(of().values())}
    page = quality_page(base(), measured, quality.ALL)
    for criterion in quality.ALL:
        assert f'<div id="kriteria-{criterion.name}">' in page.html
        assert text(criterion.title) in page.html
    assert 'href="../../data/mutu/mutu.csv"' in page.html
    assert "0 terpenuhi" in quality_section(base().datasets[0], [], [])


def test_no_dataset_may_stand_where_the_page_stands(data: Path) -> None:
    folder = data / "datasets/contoh"
    (folder / "penerima").rename(folder / "mutu")
    (finding, *_) = catalog.load(data, "contoh").findings
    assert "`data/mutu/` sudah menjadi halaman" in text(finding.message)
