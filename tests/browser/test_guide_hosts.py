"""The staff guide's pages on hosts, followed literally as far as files and addresses go.

What only a host's own panel does (an upload, a certificate) is done as the panel does it: files are
packed, copied and unpacked. What a server is told, that server itself reads, and serves by it.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
import yaml
from benches import served
from following import AtTheDesk, AtTheServer, Hands, follow
from playwright.sync_api import Browser

import server_uji
import servers
from conftest import browsing
from guide_steps import GuideStep, guide_page, guide_steps
from sitting import git, with_history
from support import ROOT, change

STEP = Callable[[Hands], object]


def sections(page: str) -> Mapping[str, Sequence[GuideStep]]:
    """The steps of a page by the heading above them."""
    found: dict[str, list[GuideStep]] = {}
    for step in guide_steps(guide_page(page)):
        found.setdefault(step.section, []).append(step)
    return found


@pytest.fixture
def agency(data: Path, bench_cache: Path) -> Path:
    """A repository with a history, and a change that is not published yet."""
    (data / ".cache").symlink_to(bench_cache)
    with_history(data)
    change(data / "docs/contoh/index.md", "# Dinas Contoh", "# Dinas Contoh Kota Contoh")
    return data


@pytest.fixture
def desk(agency: Path, browser: Browser) -> Iterator[AtTheDesk]:
    """Somebody at the workbench of that repository."""
    with (
        served(agency) as bench,
        browsing(browser, f"http://127.0.0.1:{bench.port}") as page,
    ):
        page.goto(bench.first_address)
        yield AtTheDesk(page.context, agency)


def opener(address: str) -> Mapping[str, STEP]:
    """What somebody does who is told to open the site, or an address that it does not have."""

    def visit(path: str, hands: Hands) -> None:
        assert isinstance(hands, AtTheDesk)
        hands.page.goto(f"{address}/{path}")

    return {
        "Buka alamat situs": partial(visit, ""),
        "Buka alamat yang tidak ada": partial(visit, "tidak-ada/"),
    }


def test_cpanel(desk: AtTheDesk, agency: Path, tmp_path: Path) -> None:
    page = sections("menerbitkan-cpanel")
    public = tmp_path / "public_html"
    public.mkdir()
    for left in (".htaccess", "data-lama.csv"):
        (public / left).touch()

    def pack(hands: Hands) -> None:
        shutil.make_archive(str(tmp_path / "situs"), "zip", agency / "site/contoh")

    def upload(hands: Hands) -> None:
        shutil.copy(tmp_path / "situs.zip", public)

    def clear(hands: Hands) -> None:
        for path in public.iterdir():
            if path.name not in ("situs.zip", ".htaccess", ".well-known"):
                path.unlink()

    def extract(hands: Hands) -> None:
        shutil.unpack_archive(public / "situs.zip", public)
        (public / "situs.zip").unlink()

    def copy_rules(hands: Hands) -> None:
        shutil.copy(public / "server/apache.conf", public / ".htaccess")

    by_hand: Mapping[str, STEP] = {
        "Di komputer, buka folder `site/contoh/`": pack,
        "Di cPanel, buka": upload,
        "Bila pernah terbit": clear,
        "Klik kanan `situs.zip`": extract,
        "Di *File Manager*, klik *Settings*": bool,
        "Masuk ke folder `server`": copy_rules,
        "Di *SSL/TLS Status*": bool,
    }
    follow(page["Unggah situsnya"], desk, by_hand)
    follow(page["Pasang aturannya, sekali saja"], desk, by_hand)
    assert not (public / "data-lama.csv").exists()
    with (
        servers.readable(public) as folder,
        servers.running(servers.apache(), folder) as address,
    ):
        follow(page["Lihat hasilnya"], desk, opener(address))
        answer, _ = servers.ask(address, "/data.sqlite")
        assert answer.getheader("Access-Control-Allow-Origin") == "*"


def nginx_rules() -> str:
    """The block that the guide has administrators save."""
    rules = re.search(r"^```nginx\n(.*?)^```", guide_page("menerbitkan-nginx"), re.M | re.S)
    assert rules
    return rules[1]


def on_this_machine(rules: str, root: Path, port: int) -> str:
    """The same where `root` stands for the server's `/`, heard on this machine alone."""
    told = re.sub(r"(?m)^ *listen \[::\].*\n", "", rules)
    told = re.sub(r"listen 80;", f"listen 127.0.0.1:{port};", told)
    told = re.sub(r"root (/[^;]+);", rf"root {root}\1;", told)
    return re.sub(r"include (snippets/[^;]+);", rf"include {root}/etc/nginx/\1;", told)


def enabled(root: Path) -> str:
    """The one site that is switched on."""
    (link,) = (root / "etc/nginx/sites-enabled").iterdir()
    return link.read_text("utf-8")


def refused(root: Path) -> str:
    """What nginx itself has against it."""
    return servers.nginx_refuses(root / "tmp", on_this_machine(enabled(root), root, 8080))


@contextmanager
def serving(root: Path) -> Iterator[str]:
    """That site, served by nginx."""

    def start(work: Path, _: Path, port: int) -> list[str]:
        file = servers.nginx_file(work, on_this_machine(enabled(root), root, port))
        return [server_uji.found("nginx"), "-p", str(work), "-c", str(file)]

    with servers.running(start, root) as address:
        yield address


def test_nginx(published: Path, tmp_path: Path, browser: Browser) -> None:
    page = sections("menerbitkan-nginx")
    root = tmp_path / "server"
    for folder in ("snippets", "sites-available", "sites-enabled"):
        (root / "etc/nginx" / folder).mkdir(parents=True)
    (root / "tmp").mkdir()
    named = re.search(r"Simpan ini sebagai `(.*?)`", guide_page("menerbitkan-nginx"))
    assert named
    Path(f"{root}{named[1]}").write_text(nginx_rules(), "utf-8")
    server = AtTheServer(published, root, refused)
    follow(page["Memasang, sekali saja"], server, {"Pasang sertifikat": bool})
    (root / "var/www/contoh/dihapus.csv").touch()
    follow(page["Setiap kali terbit"], server, {"Bangun situsnya": bool})
    assert [path.name for path in (root / "var/www").iterdir()] == ["contoh"]
    assert not (root / "var/www/contoh/dihapus.csv").exists()
    with serving(root) as address, browsing(browser, address) as visitor:
        hands = AtTheDesk(visitor.context, tmp_path)
        follow(page["Lihat hasilnya"], hands, opener(address))
        answer, _ = servers.ask(address, "/")
        assert "frame-ancestors 'self'" in str(answer.getheader("Content-Security-Policy"))


def test_github(desk: AtTheDesk, agency: Path, tmp_path: Path) -> None:
    page = sections("menerbitkan-github")
    far = tmp_path / "situs.git"
    git(tmp_path, "init", "--quiet", "--bare", str(far))
    workflow = yaml.safe_load((ROOT / ".github/workflows/terbit.yml").read_text("utf-8"))

    def move_there(hands: Hands) -> None:
        """The address that the guide names leads to a folder of ours."""
        assert git(agency, "remote", "get-url", "origin").startswith("https://github.com/")
        git(agency, "remote", "set-url", "origin", str(far))

    def runs(hands: Hands) -> None:
        assert workflow["name"] == "Terbit"
        assert "main" in workflow[True]["push"]["branches"]
        assert "schedule" in workflow[True]

    terminal = AtTheServer(agency, Path(), lambda _: "")
    by_hand: Mapping[str, STEP] = {
        "Di [GitHub]": bool,
        "Di repositori itu, buka": bool,
        "Kirim untuk pertama": move_there,
        "Di GitHub, buka *Actions*": runs,
        "Sesudah kira-kira": bool,
    }
    follow(page["Menyiapkan, sekali saja"], terminal, by_hand)
    first = git(far, "rev-parse", "main")
    follow(page["Setiap kali ada perubahan"], desk, by_hand)
    assert git(far, "log", "-1", "--format=%s", "main").strip() == "Kalimat pembuka diperbarui."
    assert git(far, "rev-parse", "main~1") == first
