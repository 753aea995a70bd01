"""The site as real web servers send it, told only by the files that are published with it."""

from __future__ import annotations

import gzip
import re
import tempfile
from collections.abc import Iterator
from http.client import HTTPResponse
from pathlib import Path

import brotli
import pytest

import server_uji
import servers
from profil_terbuka import packing
from profil_terbuka.hosting import facts
from profil_terbuka.web import policy
from support import ROOT, Once

NAMES = [*server_uji.NEEDED, *(["caddy"] if server_uji.path_of("caddy") else [])]
"""Caddy is not among what everybody must have."""
DATASET = "pontianak/data/pkh/"


def start(name: str, root: Path, site: str = "") -> servers.Start:
    """A server told what the site below its root has for it."""
    rules = root / site / "server"
    if name == "nginx":
        return servers.nginx((rules / "nginx.conf").read_text("utf-8"))
    if name == "caddy":
        return servers.caddy((rules / "caddy.conf").read_text("utf-8"))
    return servers.apache()


@pytest.fixture(scope="module")
def parcel(once: Once, built: Path) -> Path:
    """What goes to a server."""

    def fill(folder: Path) -> None:
        packing.lay_folder(folder, packing.parcel_files(packing.sealed_site(built)))

    return once("paket", fill)


@pytest.fixture(scope="module")
def root(parcel: Path) -> Iterator[Path]:
    """The same where the user of a server may read it."""
    with servers.readable(parcel) as folder:
        yield folder


@pytest.fixture(scope="module", params=NAMES)
def address(request: pytest.FixtureRequest, root: Path) -> Iterator[str]:
    """Where one server after the other serves it at the root of a host."""
    with servers.running(start(request.param, root), root) as where:
        yield where


KINDS = {
    "": "text/html; charset=utf-8",
    "aset/situs.css": "text/css; charset=utf-8",
    "aset/situs.js": "text/javascript; charset=utf-8",
    "aset/ikon.svg": "image/svg+xml",
    "SHA256SUMS": "text/plain; charset=utf-8",
    "robots.txt": "text/plain; charset=utf-8",
    "sitemap.xml": "application/xml",
    "sitemap.xml.gz": "application/gzip",
    "pontianak/feed.xml": "application/atom+xml",
    "pontianak/catalog.ttl": "text/turtle; charset=utf-8",
    "pontianak/catalog.jsonld": "application/ld+json",
    "pontianak/catalog.rdf": "application/rdf+xml",
    "catalog.rdf": "application/rdf+xml",
    "pontianak/data.json": "application/json",
    "pontianak/data.sqlite": "application/vnd.sqlite3",
    "pontianak/semua-data.zip": "application/zip",
    "pontianak/ppid/tenggat.ics": "text/calendar; charset=utf-8",
    f"{DATASET}pkh.csv": "text/csv; charset=utf-8",
    f"{DATASET}pkh.csv-metadata.json": "application/csvm+json",
    f"{DATASET}datapackage.json": "application/json",
    f"{DATASET}pkh.parquet": "application/vnd.apache.parquet",
    f"{DATASET}pkh.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    f"{DATASET}per-kecamatan.png": "image/png",
    f"{DATASET}pkh.ris": "application/x-research-info-systems; charset=utf-8",
    f"{DATASET}pkh.bib": "application/x-bibtex; charset=utf-8",
    f"{DATASET}CITATION.cff": "application/yaml; charset=utf-8",
}
"""Address -> how a server must call it."""
NOT_OPEN = ("", "aset/situs.css", "aset/situs.js", f"{DATASET}per-kecamatan.png")
"""Of these, what scripts of other sites have no business with."""


def same(sent: str | None, kind: str) -> bool:
    """Whether a server means that kind; one more `charset=utf-8` says nothing new of XML."""
    return (sent or "").lower() in (kind, f"{kind}; charset=utf-8")


def test_every_file_is_called_what_it_is(address: str, root: Path) -> None:
    for path, kind in KINDS.items():
        answer, body = servers.ask(address, f"/{path}")
        assert answer.status == 200, path
        assert same(answer.getheader("Content-Type"), kind), (
            path,
            answer.getheader("Content-Type"),
        )
        assert answer.getheader("Content-Encoding") is None, path
        file = root / (path or "index.html")
        assert body == file.read_bytes(), path


def test_data_are_open_to_other_sites_and_pages_are_not(address: str) -> None:
    sent = {path: servers.ask(address, f"/{path}", "HEAD")[0] for path in KINDS}
    found = {path: answer.getheader("Access-Control-Allow-Origin") for path, answer in sent.items()}
    found.pop("sitemap.xml.gz")  # Apache takes it for a packed sitemap.xml
    assert found == {path: None if path in NOT_OPEN else "*" for path in found}


@pytest.mark.parametrize(
    ("taken", "sent"), [("gzip", "gzip"), ("gzip, deflate, br", "br"), ("identity", None)]
)
def test_packed_files_are_sent_to_who_takes_them(
    address: str, root: Path, taken: str, sent: str | None, request: pytest.FixtureRequest
) -> None:
    if sent == "br" and "nginx" in request.node.callspec.id:
        sent = "gzip"  # Debian's nginx sends brotli with a module that is not its own
    unpack = {"gzip": gzip.decompress, "br": brotli.decompress, None: bytes}[sent]
    end = {"gzip": ".gz", "br": ".br", None: ""}[sent]
    for path in ("index.html", DATASET, f"{DATASET}pkh.csv", "pontianak/data.sqlite"):
        file = f"{path}index.html" if path.endswith("/") else path
        answer, body = servers.ask(address, f"/{path}", accept_encoding=taken)
        assert answer.getheader("Content-Encoding") == sent, path
        assert body == (root / f"{file}{end}").read_bytes(), path
        assert unpack(body) == (root / file).read_bytes(), path
        if sent:
            assert answer.getheader("Vary") == "Accept-Encoding", path
    answer, body = servers.ask(address, "/pontianak/semua-data.zip", accept_encoding=taken)
    assert answer.getheader("Content-Encoding") is None
    assert body == (root / "pontianak/semua-data.zip").read_bytes()


def test_a_part_of_a_file_can_be_fetched(address: str, root: Path) -> None:
    for path in (f"{DATASET}pkh.csv", "pontianak/data.sqlite", f"{DATASET}pkh.parquet"):
        answer, body = servers.ask(address, f"/{path}", range="bytes=4-15")
        whole = (root / path).read_bytes()
        assert answer.status == 206, path
        assert body == whole[4:16], path
        assert answer.getheader("Content-Range") == f"bytes 4-15/{len(whole)}"


def test_what_is_kept_is_asked_for_again_and_answered_shortly(address: str) -> None:
    for path in ("", "aset/situs.css", f"{DATASET}pkh.csv", "SHA256SUMS", DATASET):
        first, _ = servers.ask(address, f"/{path}", accept_encoding="gzip")
        assert first.getheader("Cache-Control") == "no-cache", path
        seal = str(first.getheader("ETag"))
        again, body = servers.ask(address, f"/{path}", accept_encoding="gzip", if_none_match=seal)
        if path == "SHA256SUMS" and again.status == 200:
            continue  # packed on the way: Apache then forgets its own seal
        assert (again.status, body) == (304, b""), path


def test_what_has_its_seal_in_its_name_is_kept_for_ever(address: str, root: Path) -> None:
    for kind in ("fragment", "index"):
        name = next((root / "pontianak/pagefind" / kind).iterdir()).name
        answer, _ = servers.ask(address, f"/pontianak/pagefind/{kind}/{name}")
        assert answer.getheader("Cache-Control") == "public, max-age=31536000, immutable"
    answer, _ = servers.ask(address, "/pontianak/pagefind/pagefind-entry.json")
    assert answer.getheader("Cache-Control") == "no-cache"


def test_head_says_the_same_as_get_without_a_body(address: str) -> None:
    for path in ("", f"{DATASET}pkh.csv", "tidak-ada/"):
        for taken in ("identity", "gzip"):
            got, body = servers.ask(address, f"/{path}", accept_encoding=taken)
            head, nothing = servers.ask(address, f"/{path}", "HEAD", accept_encoding=taken)
            assert nothing == b""
            assert head.status == got.status
            assert told(head) == told(got), path
            assert body


def told(answer: HTTPResponse) -> dict[str, str]:
    """What an answer says of itself, except when it was."""
    headers = {name.lower(): value for name, value in answer.getheaders()}
    for name in ("date", "transfer-encoding", "content-length", "connection", "keep-alive"):
        headers.pop(name, None)
    return headers


POLICIES = {
    "": policy.framed_by_own(policy.PAGE),
    DATASET: policy.framed_by_own(policy.PAGE),
    f"{DATASET}pkh-dosir.html": policy.framed_by_own(policy.DOSSIERS),
    f"{DATASET}sematan/": policy.EMBED,
    f"{DATASET}v/1.0.0/sematan/peta/": policy.EMBED,
    "tidak-ada/": policy.framed_by_own(policy.PAGE),
    f"{DATASET}pkh.csv": policy.framed_by_own(policy.PAGE),
}


@pytest.mark.parametrize("taken", ["identity", "gzip", "br"])
def test_the_one_policy_is_sent_once(address: str, taken: str) -> None:
    for path, rules in POLICIES.items():
        answer, _ = servers.ask(address, f"/{path}", accept_encoding=taken)
        sent = [value for name, value in answer.getheaders() if name.lower() == CSP]
        assert sent == [str(rules)], path
        assert answer.getheader("X-Content-Type-Options") == "nosniff"
        assert answer.getheader("Referrer-Policy") == policy.REFERRER
        assert "camera=()" in str(answer.getheader("Permissions-Policy"))


CSP = "content-security-policy"


def test_a_lost_address_shows_the_nearest_page_of_its_own(address: str, root: Path) -> None:
    for path, page in {
        "tidak-ada/": "404.html",
        "data/tidak-ada.csv": "404.html",
        "pontianak/tidak-ada/": "pontianak/404.html",
        "palangka-raya/data/tidak/ada/": "palangka-raya/404.html",
        "pontianak/aset/": "pontianak/404.html",  # a folder without a page lists nothing
        "server/": "404.html",
        ".htaccess": "404.html",
        "pontianak/.htaccess": "pontianak/404.html",
    }.items():
        answer, body = servers.ask(address, f"/{path}")
        assert answer.status == 404, path
        assert body == (root / page).read_bytes(), path
        assert same(answer.getheader("Content-Type"), "text/html"), path
        assert answer.getheader("Cache-Control") == "no-cache", path
        linked = re.findall(r'(?:href|src)="([^"]+)"', body.decode())
        assert not [link for link in linked if not link.startswith(("/", "data:"))], path


def test_a_folder_without_its_slash_leads_on(address: str) -> None:
    answer, _ = servers.ask(address, "/pontianak/data")
    assert answer.status in (301, 308)
    assert str(answer.getheader("Location")).endswith("/pontianak/data/")


@pytest.mark.parametrize("name", NAMES)
def test_a_site_serves_below_a_path(name: str, parcel: Path, tmp_path: Path) -> None:
    host = tmp_path / "host"
    (host / "kota").mkdir(parents=True)
    (host / "kota/profil").symlink_to(parcel)
    with servers.readable(host) as folder:
        below = start(name, folder, "kota/profil")
        with servers.running(below, folder) as where:
            page, body = servers.ask(where, f"/kota/profil/{DATASET}", accept_encoding="gzip")
            assert page.status == 200
            assert page.getheader("Content-Encoding") == "gzip"
            assert body == (parcel / f"{DATASET}index.html.gz").read_bytes()
            table, _ = servers.ask(where, f"/kota/profil/{DATASET}pkh.csv")
            assert table.getheader("Access-Control-Allow-Origin") == "*"
            lost, shown = servers.ask(where, "/kota/profil/pontianak/tidak-ada/")
            assert lost.status == 404
            if name != "apache2":  # it must be told the path: alamat_situs
                assert shown == (parcel / "pontianak/404.html").read_bytes()


@pytest.fixture(scope="module")
def agency_root(built: Path) -> Iterator[Path]:
    """What goes to a server of one agency alone."""
    with tempfile.TemporaryDirectory() as folder:
        laid = Path(folder) / "situs"
        packing.lay_folder(laid, packing.parcel_files(packing.sealed_site(built / "pontianak")))
        with servers.readable(laid) as root:
            yield root


@pytest.mark.parametrize("name", NAMES)
def test_one_agency_serves_at_the_root_of_its_own_host(name: str, agency_root: Path) -> None:
    with servers.running(start(name, agency_root), agency_root) as where:
        page, _ = servers.ask(where, "/data/pkh/")
        assert page.status == 200
        embedded, _ = servers.ask(where, "/data/pkh/sematan/")
        assert embedded.getheader(CSP) == str(policy.EMBED)
        lost, shown = servers.ask(where, "/data/pkh/tidak-ada/")
        assert lost.status == 404
        assert shown == (agency_root / "404.html").read_bytes()


@pytest.mark.parametrize("without", ["headers", "rewrite", "deflate", "filter", "mime"])
def test_apache_without_a_module_misses_nothing_but_its_part(without: str, root: Path) -> None:
    with servers.running(servers.apache(without=without), root) as where:
        answer, body = servers.ask(where, f"/{DATASET}", accept_encoding="gzip, br")
        unpack = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}
        assert answer.status == 200
        page = unpack[answer.getheader("Content-Encoding")](body)
        assert page == (root / f"{DATASET}index.html").read_bytes()
        assert (answer.getheader(CSP) is None) == (without == "headers")
        lost, _ = servers.ask(where, "/tidak-ada/")
        assert lost.status == 404


def test_apache_may_serve_another_folder_of_the_host_at_a_path(root: Path) -> None:
    with servers.running(servers.apache(alias="/profil/"), root) as where:
        for path in (DATASET, f"{DATASET}pkh.csv"):
            answer, body = servers.ask(where, f"/profil/{path}", accept_encoding="br")
            assert answer.status == 200
            assert answer.getheader("Content-Encoding") == "br"
            assert brotli.decompress(body)


def test_nginx_has_nothing_to_object(root: Path, tmp_path: Path) -> None:
    rules = tmp_path / "aturan.conf"
    rules.write_bytes((root / "server/nginx.conf").read_bytes())
    server = servers.SERVER.format(port=8080, root=root, work=tmp_path)
    assert servers.nginx_refuses(tmp_path, server) == ""


def test_nginx_takes_the_containers_block(root: Path, tmp_path: Path) -> None:
    block = (ROOT / "docker/situs.conf").read_text("utf-8")
    (rules,) = re.findall(r"include (\S+);", block)
    assert rules in (ROOT / "Dockerfile").read_text("utf-8")
    (tmp_path / "aturan.conf").write_bytes((root / "server/nginx.conf").read_bytes())
    here = block.replace(rules, str(tmp_path / "aturan.conf"))
    assert servers.nginx_refuses(tmp_path, here) == ""
    assert servers.nginx_refuses(tmp_path, here.replace("8080;", "8080")) != ""


def test_every_kind_of_file_of_a_site_is_known(built: Path) -> None:
    known = {end for media in facts.MEDIA_TYPES for end in media.extensions}
    named = re.compile("|".join(item.pattern for item in facts.NAMED_FILES))
    unknown = {
        path.suffix or path.name
        for path in built.rglob("*")
        if path.is_file() and path.suffix[1:] not in known and not named.search(f"/{path.name}")
    }
    assert unknown == set()
