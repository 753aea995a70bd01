"""What is held on the disk while a site is made is used like what stands in memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from profil_terbuka.model.products import GeneratedPage, PageHead, Section
from profil_terbuka.system.depot import Depot
from profil_terbuka.system.lazily import derived, united

FILES = {"a.csv": b"1,2\n", "b/index.html": "é".encode(), "kosong": b""}


def test_files_come_back_as_they_were(tmp_path: Path) -> None:
    held = Depot(tmp_path).files(FILES)
    assert dict(held) == FILES
    assert list(held) == list(FILES)
    assert "a.csv" in held
    assert "c" not in held


def test_nothing_of_it_has_a_name(tmp_path: Path) -> None:
    held = Depot(tmp_path / "singgahan").files(FILES)
    assert held["a.csv"] == FILES["a.csv"]
    assert list((tmp_path / "singgahan").iterdir()) == []


def test_a_depot_outlives_its_folder(tmp_path: Path) -> None:
    held = Depot(tmp_path / "singgahan").files(FILES)
    (tmp_path / "singgahan").rmdir()
    assert dict(held) == FILES


def test_where_the_folder_is_none_it_lies_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("")
    assert dict(Depot(tmp_path / "berkas").files(FILES)) == FILES


def test_files_that_come_one_after_the_other_do_not_wait(tmp_path: Path) -> None:
    def made() -> Iterator[tuple[str, bytes]]:
        for number in range(3):
            yield str(number), bytes([number])

    assert dict(Depot(tmp_path).files(made())) == {"0": b"\0", "1": b"\1", "2": b"\2"}


def test_texts_and_values_of_several_mappings_do_not_mix(tmp_path: Path) -> None:
    depot = Depot(tmp_path)
    page = GeneratedPage("data/", "Data", "<p>é</p>", (Section("a", "A"),), PageHead())
    texts = depot.texts({"satu": "é", "dua": ""})
    pages = depot.values({"data/": page}, (GeneratedPage, Section, PageHead))
    depot.files(FILES)
    assert dict(texts) == {"satu": "é", "dua": ""}
    assert dict(pages) == {"data/": page}


def test_nobody_reads_what_is_only_looked_up() -> None:
    def read(_: int) -> bytes:
        pytest.fail("it was read")

    whole = united(derived({"a": 1, "b": 2}, read), {"c": b"3"})
    assert "a" in whole
    assert len(whole) == 3
    assert list(whole) == ["a", "b", "c"]
    assert dict(united(whole, {"a": b"1", "b": b"2"})) == {"a": b"1", "b": b"2", "c": b"3"}
