"""The staff guide, followed literally: each page's steps, at the workbench and in a terminal."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml
from benches import served
from following import AtTheDesk, AtTheTerminal, Hands, follow
from playwright.sync_api import Browser

from conftest import browsing
from forms import filled
from guide_steps import (
    COMMANDS,
    PICTURE_SIZE,
    GuideStep,
    guide_page,
    guide_steps,
    sheet_of,
    task_pages,
)
from profil_terbuka.system import clock
from sheets import drawn
from sitting import with_history
from spreadsheets import Rows, xlsx
from support import LAW, ROOT, add_material, add_program, change

UGLY = ROOT / "tests" / "lembar" / "kop-dan-judul-dua-tingkat" / "lembar.yml"
TODAY = "2026-01-05"
"""The day on which somebody follows the guide: its examples are of these days."""
NEXT_YEAR: Rows = (
    ("Tahun", "Kecamatan", "Jumlah penerima"),
    (2025, "Utara", 1400),
    (2025, "Selatan", 300),
    (2025, "Timur", 510),
)
RETURNED: Mapping[str, Mapping[str, object]] = {
    "penerima-2025.xlsx": {"D2": 1400, "D3": 300, "D4": 510},
    "penduduk-2025.xlsx": {"D2": 41000, "D3": "kira-kira 18 ribu", "D4": 23000},
    "layanan-2025.xlsx": {"C2": 481, "C3": 370, "C4": 260, "C5": 180, "C6": 120, "C7": 81},
}
"""What a division writes into its forms: a text among the numbers of the second."""
RIGHT = {**RETURNED, "penduduk-2025.xlsx": {"D2": 41000, "D3": 18000, "D4": 23000}}
"""The same without it."""


def ugly_sheet(page: str) -> bytes:
    """A sheet with a letterhead and headings of two levels; a figure can be read in two ways."""
    sheets = yaml.safe_load(UGLY.read_text("utf-8"))["lembar"]
    rows = sheets["Data"]["baris"]
    rows[8][3] = "1.245"
    rows[10][3:] = [None, 33 + 44 + 21 + 7]  # a printed total would tell how it is meant
    return drawn(sheets)


def in_page(page: str) -> bytes:
    """The table that the page itself shows, as Excel keeps it."""
    return xlsx(sheet_of(guide_page(page)))


def next_year(page: str) -> bytes:
    """The rows of one more year."""
    return xlsx(NEXT_YEAR)


def return_the_forms(hands: Hands) -> None:
    """A division fills the forms that it was sent, and sends them back in one ZIP."""
    at_desk = isinstance(hands, AtTheDesk)
    sent = hands.fetched() if at_desk else next(hands.files.glob("isian-2025/contoh/*.zip"))
    with (
        zipfile.ZipFile(sent) as forms,
        zipfile.ZipFile(hands.files / "isian-kembali.zip", "w") as back,
    ):
        for name, cells in (RETURNED if at_desk else RIGHT).items():
            back.writestr(name, filled(forms.read(name), cells))


def nothing(hands: Hands) -> None:
    """What only a person can do, and what leaves no trace here."""


@dataclass(frozen=True)
class Task:
    """What the invented agency has when somebody opens a page, and what is done by hand there."""

    material: Sequence[str] = ()
    files: Mapping[str, Callable[[str], bytes]] = field(default_factory=dict)
    by_hand: Mapping[str, Callable[[Hands], object]] = field(default_factory=dict)
    begin: Callable[[Path], object] = Path.exists
    """What is different from the invented agency as it lies there."""


def nobody_yet(repository: Path) -> None:
    """No agency: the first day."""
    shutil.rmtree(repository / "datasets/contoh")
    shutil.rmtree(repository / "docs/contoh")


def something_to_publish(repository: Path) -> None:
    """A history in which everything stands but the last change to a page."""
    with_history(repository)
    change(repository / "docs/contoh/index.md", "# Dinas Contoh", "# Dinas Contoh Kota Contoh")


TASKS = {
    "hari-pertama": Task(
        files={"puskesmas.xlsx": in_page},
        by_hand={"Windows: pasang": nothing, "Salin folder": nothing, "Windows: klik": nothing},
        begin=nobody_yet,
    ),
    "mengimpor-tabel": Task(
        files={
            "bantuan-2024.xlsx": ugly_sheet,
            "penerima-2025.xlsx": next_year,
            "puskesmas.xlsx": lambda _: in_page("hari-pertama"),
        }
    ),
    "putaran-tahunan": Task(
        material=("penduduk", "layanan"),
        by_hand={"Terima berkas": return_the_forms},
    ),
    "mengoreksi-angka": Task(),
    "menutup-informasi": Task(
        material=(*LAW, "kasus"), files={"korban.xlsx": in_page}, by_hand={"Buat cadangan": nothing}
    ),
    "pengumuman": Task(material=LAW),
    "menambah-instansi": Task(files={"puskesmas.xlsx": lambda _: in_page("hari-pertama")}),
    "menerbitkan": Task(begin=something_to_publish),
}
TYPED = [task for task in TASKS if f"## {COMMANDS}\n" in guide_page(task)]


def steps_of(page: str, commands: bool) -> Sequence[GuideStep]:
    """What a page says of the workbench, or of commands."""
    every = guide_steps(guide_page(page))
    return [step for step in every if (step.section == COMMANDS) == commands]


@pytest.fixture
def files(task: str, tmp_path: Path) -> Path:
    """Where the files of whoever follows lie."""
    folder = tmp_path / "berkas"
    folder.mkdir()
    for name, made in TASKS[task].files.items():
        (folder / name).write_bytes(made(task))
    return folder


@pytest.fixture
def agency(task: str, data: Path, bench_cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The repository as it stands when somebody opens the page."""
    monkeypatch.setenv(clock.DAY, TODAY)
    (data / ".cache").symlink_to(bench_cache)
    add_material(data, *TASKS[task].material)
    TASKS[task].begin(data)
    return data


@pytest.fixture
def desk(agency: Path, files: Path, browser: Browser) -> Iterator[AtTheDesk]:
    """Somebody at the workbench of the agency."""
    size = dict(zip(("width", "height"), PICTURE_SIZE, strict=True))
    window = {"viewport": size, "reduced_motion": "reduce", "locale": "id-ID"}
    with (
        served(agency) as bench,
        browsing(browser, f"http://127.0.0.1:{bench.port}", **window) as page,
    ):
        page.clock.set_fixed_time(f"{TODAY}T12:00:00+07:00")
        page.goto(bench.first_address)
        yield AtTheDesk(page.context, files)


def test_every_task_is_followed() -> None:
    """Here, on its host, or it only leads on to others."""
    elsewhere = {"menerbitkan-cpanel", "menerbitkan-github", "menerbitkan-nginx", "memasang"}
    assert set(task_pages()) == TASKS.keys() | elsewhere


@pytest.mark.parametrize("task", TASKS)
def test_the_workbench_does_what_the_page_says(task: str, desk: AtTheDesk) -> None:
    follow(steps_of(task, commands=False), desk, TASKS[task].by_hand)


@pytest.mark.parametrize("task", TYPED)
def test_the_commands_do_what_the_page_says(task: str, agency: Path, files: Path) -> None:
    for file in files.iterdir():
        shutil.copy(file, agency)
    terminal = AtTheTerminal(add_program(agency))
    follow(steps_of(task, commands=True), terminal, TASKS[task].by_hand)
