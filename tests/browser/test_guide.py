"""The staff guide, followed literally: each page's steps, at the workbench and in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from benches import served
from following import AtTheDesk, AtTheTerminal, follow
from pictures_of_guide import HEIGHT, WIDTH
from playwright.sync_api import Browser

from conftest import browsing
from guide_steps import GUIDE, GuideStep, guide_steps
from support import add_material, add_program

COMMANDS = "Dengan perintah"
"""The section of a page that says the same again, for who prefers to type."""
MATERIAL = {
    "mengoreksi-angka": (),
}
"""Task -> what the invented agency has besides, when somebody begins."""


def steps_of(page: str, commands: bool) -> Sequence[GuideStep]:
    """What a page says of the workbench, or of commands."""
    every = guide_steps((GUIDE / f"{page}.md").read_text("utf-8"))
    return [step for step in every if (step.section == COMMANDS) == commands]


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Where the files of whoever follows lie."""
    folder = tmp_path / "berkas"
    folder.mkdir()
    return folder


@pytest.fixture
def agency(request: pytest.FixtureRequest, data: Path, kept: Path) -> Path:
    """The invented agency as it stands when somebody opens the page."""
    (data / ".cache").symlink_to(kept)
    return add_material(data, *MATERIAL[request.getfixturevalue("task")])


@pytest.fixture
def desk(agency: Path, files: Path, browser: Browser) -> Iterator[AtTheDesk]:
    """Somebody at the workbench of the agency."""
    window = {"viewport": {"width": WIDTH, "height": HEIGHT}, "reduced_motion": "reduce"}
    with (
        served(agency) as bench,
        browsing(browser, f"http://127.0.0.1:{bench.port}", **window) as page,
    ):
        page.goto(bench.first_address)
        yield AtTheDesk(page, files)


@pytest.mark.parametrize("task", MATERIAL)
def test_the_workbench_does_what_the_page_says(task: str, desk: AtTheDesk) -> None:
    follow(steps_of(task, commands=False), desk)


@pytest.mark.parametrize("task", MATERIAL)
def test_the_commands_do_what_the_page_says(task: str, agency: Path) -> None:
    follow(steps_of(task, commands=True), AtTheTerminal(add_program(agency)))
