"""The staff guide's pages on hosts, followed literally as far as files and addresses go.

What only a host's own panel does (an upload, a certificate) is done as the panel does it: files are
packed, copied and unpacked. What a server is told is read by the rules of that server.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

import pytest
import yaml
from benches import served
from following import AtTheDesk, AtTheServer, Hands, follow
from playwright.sync_api import Browser

from conftest import browsing
from guide_steps import GuideStep, guide_page, guide_steps
from profil_terbuka.hosting import server_files
from sitting import git, with_history
from support import ROOT, Serve, change

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


def test_cpanel(desk: AtTheDesk, agency: Path, tmp_path: Path, serve: Serve) -> None:
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
    rules = (public / ".htaccess").read_text("utf-8")
    assert "ErrorDocument 404 /404.html" in rules
    follow(page["Lihat hasilnya"], desk, opener(serve(public)))


def nginx_faults(rules: str, root: Path) -> str:
    """What nginx would refuse in a server block: in the words of the guide's own files.

    Braces that do not close, a directive without its `;`, a folder or an included file that is not
    there, and the page of lost addresses, which must be one of the site's.
    """
    plain = re.sub(r"#.*", "", rules)
    if plain.count("{") != plain.count("}"):
        return "braces do not close"
    for line in filter(None, map(str.strip, plain.splitlines())):
        if not line.endswith(("{", "}", ";")):
            return f"no ; at the end of: {line}"
    (folder,) = re.findall(r"\broot (\S+);", plain)
    (included,) = re.findall(r"\binclude (\S+);", plain)
    (lost,) = re.findall(r"\berror_page 404 (\S+);", plain)
    for path in (f"{root}{folder}/index.html", f"{root}{folder}{lost}"):
        if not Path(path).is_file():
            return f"not there: {path}"
    snippet = root / "etc/nginx" / included
    if not snippet.is_file():
        return f"not there: {included}"
    known = server_files(portal=False)["server/nginx.conf"]
    return "" if snippet.read_text("utf-8") == known else f"not the site's rules: {included}"


def enabled_faults(root: Path) -> str:
    """What is wrong with the sites that are switched on; there must be one."""
    (link,) = (root / "etc/nginx/sites-enabled").iterdir()
    return nginx_faults(link.read_text("utf-8"), root)


def test_nginx(published: Path, tmp_path: Path, browser: Browser, serve: Serve) -> None:
    page = sections("menerbitkan-nginx")
    root = tmp_path / "server"
    for folder in ("etc/nginx/snippets", "etc/nginx/sites-available", "etc/nginx/sites-enabled"):
        (root / folder).mkdir(parents=True)
    rules = re.search(r"^```nginx\n(.*?)^```", guide_page("menerbitkan-nginx"), re.M | re.S)
    named = re.search(r"Simpan ini sebagai `(.*?)`", guide_page("menerbitkan-nginx"))
    assert rules
    assert named
    Path(f"{root}{named[1]}").write_text(rules[1], "utf-8")
    server = AtTheServer(published, root, enabled_faults)
    follow(page["Memasang, sekali saja"], server, {"Pasang sertifikat": bool})
    (root / "var/www/contoh/dihapus.csv").touch()
    follow(page["Setiap kali terbit"], server, {"Bangun situsnya": bool})
    assert [path.name for path in (root / "var/www").iterdir()] == ["contoh"]
    assert not (root / "var/www/contoh/dihapus.csv").exists()
    address = serve(root / "var/www/contoh")
    with browsing(browser, address) as visitor:
        hands = AtTheDesk(visitor.context, tmp_path)
        follow(page["Lihat hasilnya"], hands, opener(address))


@pytest.mark.parametrize(
    ("changed", "to", "told"),
    [
        ("    listen 80;", "    listen 80", "no ; at the end of: listen 80"),
        ("root /var/www/contoh;", "root /var/www/lain;", "not there"),
        ("snippets/profil-terbuka.conf", "snippets/lain.conf", "not there: snippets/lain.conf"),
        ("/404.html", "/hilang.html", "not there"),
        ("\n}\n", "\n", "braces do not close"),
    ],
    ids=["titik-koma", "folder", "aturan", "halaman-hilang", "kurung"],
)
def test_a_fault_in_what_nginx_is_told_is_found(
    changed: str, to: str, told: str, tmp_path: Path
) -> None:
    rules = re.search(r"^```nginx\n(.*?)^```", guide_page("menerbitkan-nginx"), re.M | re.S)
    assert rules
    made = {"var/www/contoh/index.html": "", "var/www/contoh/404.html": ""}
    made["etc/nginx/snippets/profil-terbuka.conf"] = server_files(portal=False)["server/nginx.conf"]
    for name, text in made.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    assert nginx_faults(rules[1], tmp_path) == ""
    assert told in nginx_faults(rules[1].replace(changed, to), tmp_path)


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
