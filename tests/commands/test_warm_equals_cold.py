"""A site built over what is kept from before equals one that is built from nothing.

Edits follow each other, each with a build: what a build keeps and should not is still there in the
last one, which is then held against a build without any cache.
"""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.datasets_made import made_datasets
from bench.repository_made import (
    AGENCY,
    add_datasets,
    agency_folder,
    begin_repository,
    change_one_cell,
)
from profil_terbuka import pipeline
from programs import anew, well
from support import change, copy_of, examples, snapshot

DATASETS = 3
EDITS_EACH = 5
Edit = Callable[[Path, random.Random], object]


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with a few datasets, built once; no test changes it."""
    folder = tmp_path_factory.mktemp("hangat") / "repo"
    region = begin_repository(folder)
    add_datasets(folder, made_datasets(DATASETS, region), region)
    build(folder)
    return folder


def build(folder: Path) -> None:
    well(anew(folder, "bangun.py", TANGGAL="2025-06-30"))


def any_dataset(folder: Path, chance: random.Random) -> Path:
    return chance.choice(sorted(path.parent for path in agency_folder(folder).glob("*/*.json")))


def descriptor(folder: Path, chance: random.Random, alter: Callable[[dict], object]) -> None:
    path = any_dataset(folder, chance) / "datapackage.json"
    told = json.loads(path.read_text("utf-8"))
    alter(told)
    path.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", "utf-8")


def cell(folder: Path, chance: random.Random) -> None:
    change_one_cell(folder, any_dataset(folder, chance).name)


def title(folder: Path, chance: random.Random) -> None:
    descriptor(folder, chance, lambda told: told.update(title=f"Judul {chance.randint(2, 99)}"))


def unit(folder: Path, chance: random.Random) -> None:
    unit_ = chance.choice(("unit", "titik", "lembar"))
    fields = ("resources", 0, "schema", "fields", 3)

    def alter(told: dict) -> None:
        for step in fields:
            told = told[step]
        told["satuan"] = unit_

    descriptor(folder, chance, alter)


def chart(folder: Path, chance: random.Random) -> None:
    kinds = ({"jenis": "garis"}, {"jenis": "batang-berkelompok"})
    axes = {"sumbu": "tahun", "seri": "kecamatan"}

    def alter(told: dict) -> None:
        (view,) = told["grafik"]
        view.pop("saring", None)
        view.update({**chance.choice(kinds), **axes})

    descriptor(folder, chance, alter)


def page(folder: Path, chance: random.Random) -> None:
    """A figure of another dataset is shown on the front page."""
    front = folder / "docs" / AGENCY / "index.md"
    named = f"{{{{ grafik: {any_dataset(folder, chance).name}/utama }}}}"
    front.write_text(f"{front.read_text('utf-8')}\n{named}\n", "utf-8")


def agency(folder: Path, chance: random.Random) -> None:
    identity = agency_folder(folder) / "instansi.yml"
    change(identity, "nama: Dinas", f"nama: Dinas {chance.choice(('Umum', 'Kota'))}")


def portal(folder: Path, chance: random.Random) -> None:
    front = folder / "docs/portal/index.md"
    front.write_text(f"{front.read_text('utf-8')}\nCatatan {chance.randint(2, 99)}.\n", "utf-8")


def another_dataset_less(folder: Path, chance: random.Random) -> None:
    there = sorted(path.parent for path in agency_folder(folder).glob("*/*.json"))
    if len(there) > 2 and "grafik:" not in (folder / "docs" / AGENCY / "index.md").read_text():
        shutil.rmtree(chance.choice(there))


def words(folder: Path, chance: random.Random) -> None:
    """A sentence of the engine itself."""
    file = folder / "hooks/profil_terbuka/words/id/downloads.po"
    text = file.read_text("utf-8")
    change(file, text, text.replace('msgstr "Semua', f'msgstr "{chance.choice("AB")} Semua', 1))


EDITS: tuple[Edit, ...] = (
    *(cell, title, unit, chart, page, agency, portal, another_dataset_less, words),
)


@pytest.mark.parametrize("seed", range(examples(1)))
def test_edits_one_after_another_give_what_a_first_build_gives(
    begun: Path, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    folder = copy_of(begun, tmp_path / "repo")
    done = [chance.choice(EDITS) for _ in range(EDITS_EACH)]
    for edit in done:
        edit(folder, chance)
        build(folder)
    warm = snapshot(folder / "site")
    shutil.rmtree(folder / pipeline.CACHE)
    shutil.rmtree(folder / "site")
    build(folder)
    cold = snapshot(folder / "site")
    names = [edit.__name__ for edit in done]
    assert {name for name in warm | cold if warm.get(name) != cold.get(name)} == set(), names
