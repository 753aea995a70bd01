"""Hands that do what the staff guide says: at the workbench in a browser, and at the command line.

They know no more than the page: a button is found by its words, a field by its label. What is done
outside of the program (in Excel, in a panel of a host) is done by functions that a test gives, by
the beginning of the step.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Union

from pictures_of_guide import photograph
from playwright.sync_api import BrowserContext, Download, Error, Locator, Page

import programs
from guide_steps import DeedKind, GuideDeed, GuideStep
from support import ROOT

_SHORTLY, _MOMENT = 10_000, 100
"""Milliseconds: how long something takes at most that nothing has to be made for; between looks."""
_MAKING = "[data-menunggu]"
"""Stands in a page as long as something is being made; the bench ends it, well or not."""
Hands = Union["AtTheDesk", "AtTheTerminal", "AtTheServer"]
ByHand = Mapping[str, Callable[[Hands], object]]
"""The beginning of a step -> what a person does outside of the program."""
_DAY = re.compile(r"(\d{2})/(\d{2})/(\d{4})")


class CannotFollow(AssertionError):
    """A step of the guide leads nowhere: which, and why."""


@dataclass
class AtTheDesk:
    """Somebody at the workbench: the browser, and where files lie."""

    browser: BrowserContext
    files: Path
    """Where the files lie that a step names, and where downloads are put."""
    downloads: list[Download] = field(default_factory=list)
    seen: str = ""
    """What was looked for last on the page that is in front."""

    def __post_init__(self) -> None:
        self.page.on("download", self._note)

    def _note(self, download: Download) -> None:
        self.downloads.append(download)

    @property
    def page(self) -> Page:
        """The tab that is in front: the one that was opened last."""
        return self.browser.pages[-1]

    def fetched(self) -> Path:
        """The file that was downloaded last; one that is on its way is waited for."""
        for _ in range(_SHORTLY // _MOMENT):
            if self.downloads:
                break
            self.page.wait_for_timeout(_MOMENT)
        last = self.downloads[-1]
        file = self.files / last.suggested_filename
        last.save_as(file)
        return file

    def do(self, deed: GuideDeed) -> None:
        """Do one thing that a step asks for."""
        match deed.kind:
            case DeedKind.CLICK:
                self._pressable(deed).click(timeout=_SHORTLY)
                self.page.wait_for_load_state()
                self.seen = ""
            case DeedKind.FILL:
                self._fill(self.page.get_by_label(deed.what), deed.with_)
            case DeedKind.CHOOSE:
                self._choose(deed.what, deed.with_)
            case DeedKind.SEE:
                self._look_for(deed.what)
            case DeedKind.PICTURE:
                photograph(self.page, deed.what, self.seen)
            case DeedKind.COMMAND:
                raise CannotFollow("a command stands among steps at the workbench")

    def _look_for(self, words: str) -> None:
        """Wait until the tab in front shows these words, and longer while something is made."""
        shown, patience = "", _SHORTLY
        while patience > 0:
            try:
                shown = " ".join(self.page.inner_text("body", timeout=_SHORTLY).split())
                patience -= 0 if self.page.locator(_MAKING).count() else _MOMENT
            except Error:  # the page was just leaving
                patience -= _MOMENT
            if words in shown:
                self.seen = words
                return
            self.page.wait_for_timeout(_MOMENT)
        raise CannotFollow(f"{words!r} is not seen, but: {shown}")

    def _pressable(self, deed: GuideDeed) -> Locator:
        """The button or link of that name, in the row or box that is named."""
        where: Page | Locator = self.page
        if deed.with_:
            boxes = self.page.locator("main tr, main li, main section").filter(has_text=deed.with_)
            where = boxes.filter(has=self.page.get_by_text(deed.what)).first
        named = re.compile(rf"^{re.escape(deed.what)}( |:|$)")
        for role in ("button", "link"):
            exact = where.get_by_role(role, name=deed.what, exact=True)  # type: ignore[arg-type]
            longer = where.get_by_role(role, name=named)  # type: ignore[arg-type]
            found = exact.or_(longer) if deed.with_ else exact
            if found.count():
                return found.first
        return where.get_by_role("link", name=deed.what, exact=True).first

    def _fill(self, box: Locator, value: str) -> None:
        day = _DAY.fullmatch(value) if box.first.get_attribute("type") == "date" else None
        box.first.fill(f"{day[3]}-{day[2]}-{day[1]}" if day else value)

    def _choose(self, label: str, choice: str) -> None:
        group = self.page.get_by_role("group", name=label)
        if group.count():
            whole = group.get_by_label(choice, exact=True)
            (whole if whole.count() else group.get_by_label(choice)).first.check()
            return
        box = self.page.get_by_label(label).first
        if box.get_attribute("type") == "file":
            box.set_input_files(self.files / choice)
        else:
            box.select_option(label=choice)


@dataclass
class AtTheTerminal:
    """Somebody who types commands into a terminal that stands in a folder."""

    files: Path
    """The folder of the program, in which also the files lie that a step names."""
    told: str = ""
    """What the last command said."""

    def do(self, deed: GuideDeed) -> None:
        """Do one thing that a step asks for; a command must end well."""
        if deed.kind is DeedKind.COMMAND:
            self.told = "".join(_run(self.files, script) for script in _scripts(deed.what))
        elif deed.kind is DeedKind.SEE:
            assert deed.what in self.told, f"{deed.what!r} is not in:\n{self.told}"
        else:
            raise CannotFollow(f"nothing to {deed.kind.value} in a terminal: {deed.what}")


def _scripts(command: str) -> Iterator[list[str]]:
    """The scripts that a command of make runs with their arguments, as make itself says."""
    called = ["make", "--dry-run", "--file", str(ROOT / "Makefile"), *shlex.split(command)[1:]]
    plain = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}
    done = subprocess.run(called, env=plain, capture_output=True, text=True, check=True, cwd=ROOT)
    for line in done.stdout.splitlines():
        words = shlex.split(line)
        if words[0].endswith("/python"):
            yield [words[1].removeprefix("scripts/"), *words[2:]]


def _run(project: Path, script: Sequence[str]) -> str:
    done = programs.run(project, script[0], *script[1:])
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@dataclass
class AtTheServer:
    """Somebody who administers a server: its folders stand below one of ours."""

    files: Path
    """The folder of the program, in which commands are typed."""
    root: Path
    """Stands for `/` of the server."""
    refused: Callable[[Path], str]
    """What the web server has against its own rules; '' for nothing."""

    def do(self, deed: GuideDeed) -> None:
        """Do one thing that a step asks for: a command, or a look at nothing else."""
        if deed.kind is not DeedKind.COMMAND:
            raise CannotFollow(f"nothing to {deed.kind.value} on a server: {deed.what}")
        words = shlex.split(deed.what.removeprefix("sudo "))
        if words == ["nginx", "-t"]:
            refused = self.refused(self.root)
            assert not refused, refused
        elif words != ["systemctl", "reload", "nginx"]:
            placed = [f"{self.root}{word}" if word.startswith("/") else word for word in words]
            done = subprocess.run(
                placed, cwd=self.files, capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, done.stderr


def follow(steps: Sequence[GuideStep], hands: Hands, by_hand: ByHand | None = None) -> None:
    """Do every step in its order; raises CannotFollow with the step that leads nowhere."""
    for step in steps:
        try:
            _outside(step, by_hand or {})(hands)
            for deed in step.deeds:
                hands.do(deed)
        except (AssertionError, Error) as problem:
            where = f"{step.section}, langkah {step.number}: {step.text}"
            raise CannotFollow(f"{where}\n{problem}") from problem


def _outside(step: GuideStep, by_hand: ByHand) -> Callable[[Hands], object]:
    """What somebody does outside of the program before the rest of a step."""
    for beginning, work in by_hand.items():
        if step.text.startswith(beginning):
            return work
    if step.deeds:
        return _nothing
    raise CannotFollow("the step names nothing to click, fill or see, and nobody does it by hand")


def _nothing(hands: Hands) -> None:
    """Most steps begin with what the program asks for."""
