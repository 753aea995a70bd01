"""Somebody who sits at the workbench: for tests of its pages, without a browser or a port."""

from __future__ import annotations

import re
import subprocess
import time
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import httpx2
from starlette.testclient import TestClient

from profil_terbuka.workbench import Workbench, open_workbench, workbench_app

PORT = 8123
HOST = f"127.0.0.1:{PORT}"
HOME = "/i/contoh/"


@dataclass(frozen=True)
class Sitting:
    """An open workbench and a browser that knows its cookie."""

    bench: Workbench
    browser: TestClient

    def see(self, path: str) -> httpx2.Response:
        """A page, once nothing is under way any more."""
        for _ in range(600):
            answer = self.browser.get(path)
            if "data-menunggu" not in answer.text:
                return answer
            time.sleep(0.1)
        raise AssertionError(f"still under way after a minute: {path}")

    def send(self, path: str, **fields: str) -> httpx2.Response:
        """A form with these fields; the page that comes of it."""
        answer = self.browser.post(path, data={"tanda": self.bench.seal, **fields})
        for _ in range(600):
            if "data-menunggu" not in answer.text:
                return answer
            time.sleep(0.1)
            answer = self.browser.get(answer.url.path)
        raise AssertionError(f"still under way after a minute: {path}")

    def keep(self, shown: httpx2.Response, **fields: str) -> httpx2.Response:
        """Keep what a receipt shows."""
        state = shown.text.partition('name="keadaan" value="')[2].partition('"')[0]
        return self.send(shown.url.path, keadaan=state, aksi="simpan", **fields)

    def bring(self, name: str, data: bytes, part: str = "tabel/", **fields: str) -> httpx2.Response:
        """A file that is dropped; the page that tells what was read."""
        answer = self.browser.post(
            f"{HOME}{part}",
            data={"tanda": self.bench.seal, **fields},
            files={"berkas": (name, data)},
        )
        return self.see(answer.url.path)


def stranger(root: Path) -> Sitting:
    """A browser that has no cookie yet."""
    bench = open_workbench(root, PORT)
    browser = TestClient(workbench_app(bench), base_url=f"http://{HOST}")
    return Sitting(bench, browser)


def seated(root: Path) -> Sitting:
    """A browser that was shown the key."""
    found = stranger(root)
    assert found.browser.get(found.bench.first_address).status_code == 200
    return found


def words(answer: httpx2.Response) -> str:
    """What a page says, without its markup."""
    plain = re.sub(r"<(script|style)\b.*?</\1>", " ", answer.text, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", plain)).split())


def git(root: Path, *arguments: str) -> str:
    """What git says in a folder."""
    done = subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True, text=True)
    return done.stdout


def with_history(root: Path) -> Path:
    """The repository with a history in which everything stands."""
    (root / ".gitignore").write_text(".cache\nsite\n")
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "config", "user.name", "Uji")
    git(root, "config", "user.email", "uji@contoh.example")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Awal")
    return root
