"""What both books' data show: gaps in lines, criteria of quality, registers without rows."""

from __future__ import annotations

import datetime
import io
from pathlib import Path

import pytest
from pyarrow import parquet

from agencies import AGENCIES, catalog_of
from profil_terbuka import check, downloads, quality
from profil_terbuka.ppid.desk import exemptions
from profil_terbuka.references import Trend, trend
from profil_terbuka.system.cache import Cache
from profil_terbuka.web.cards import sparkline

DAY = datetime.date(2026, 11, 22)


def test_invalid_years_and_breaks_are_gaps() -> None:
    line = trend("pkh/pkh-total", ["tahun=2024", "tingkat=kota"], catalog_of("pontianak"))
    assert line is not None
    assert (line.start, line.values[1]) == (2020, None)
    assert [len(run) for run in line.runs] == [1, 3]
    assert line.change == "naik 13,9 % dari 2023"
    assert sparkline(line).count("<polyline") == 1
    broken = Trend(2021, (900.0, 100.0, 110.0), "", frozenset({1}))
    assert [len(run) for run in broken.runs] == [1, 2]


def test_a_doubtful_year_is_not_told_as_a_change() -> None:
    line = trend("pkh", ["tahun=2024"], catalog_of("pontianak"))
    assert line is not None
    assert line.change == ""


def test_without_a_year_there_is_no_line() -> None:
    assert trend("panti-asuhan", [], catalog_of("pontianak")) is None


@pytest.mark.parametrize("slug", AGENCIES)
def test_every_dataset_is_measured_by_criteria_of_one_kind(slug: str) -> None:
    whole = catalog_of(slug)
    measured = quality.measure(whole, check.run(whole).tallies, DAY)
    assert measured.keys() == whole.by_slug.keys()
    kinds: dict[str, set[type]] = {}
    for items in measured.values():
        for item in items:
            kinds.setdefault(item.criterion.name, set()).add(type(item.value))
    assert kinds.keys() == {criterion.name for criterion in quality.ALL}
    assert all(len(found) == 1 for found in kinds.values())


@pytest.mark.parametrize("slug", AGENCIES)
def test_everything_the_real_books_exempt_is_a_draft(slug: str) -> None:
    whole = catalog_of(slug)
    entries = exemptions.read_exemptions(whole)
    assert entries
    assert not any(entry.decided or entry.tested_on or entry.test_number for entry in entries)
    listed = {entry.dataset for entry in entries}
    withheld = {
        dataset.slug
        for dataset in whole.datasets
        for note in dataset.notes
        if note.name in ("data-pribadi-ditahan", "alamat-dan-kontak-ditahan", "ketua-ditahan")
    }
    assert withheld
    assert withheld <= listed
    assert listed - {""} <= set(whole.by_slug)


@pytest.mark.parametrize("slug", AGENCIES)
def test_an_empty_package_has_every_file(slug: str, tmp_path: Path) -> None:
    whole = catalog_of(slug)
    dataset = whole.by_slug["serta-merta"]
    assert dataset.main.rows == ()
    files = downloads.dataset_downloads(dataset, whole.agency, Cache(tmp_path))
    header = ",".join(field.name for field in dataset.main.schema.fields) + "\n"
    assert files["serta-merta.csv"].decode() == header
    read = parquet.read_table(io.BytesIO(files["serta-merta.parquet"]))
    assert (read.num_rows, str(read.schema.field("mulai").type)) == (0, "date32[day]")
    assert {"serta-merta.xlsx", "serta-merta.json", "serta-merta.zip"} <= files.keys()
