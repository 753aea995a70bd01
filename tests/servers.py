"""Real web servers on a free port of this machine, told what the site's own files tell them.

nginx and Apache must be there: `python scripts/server_uji.py` installs them. Caddy is tried where
it is found, or named (CADDY=/path/to/caddy).
"""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import server_uji

APACHE_MODULES = (
    "mpm_event",
    "unixd",
    "authz_core",
    "dir",
    "alias",
    "mime",
    "headers",
    "rewrite",
    "deflate",
    "filter",
    "autoindex",
)
_PATIENCE = 10.0
"""Seconds until a server that has begun must answer."""
Start = Callable[[Path, Path, int], list[str]]
"""Work folder, root of the host, port -> the command; what it needs lies in the work folder."""


@contextmanager
def readable(site: Path) -> Iterator[Path]:
    """A copy of a folder that the user of a server may read, wherever the tests keep theirs."""
    folder = Path(tempfile.mkdtemp(prefix="situs-uji-"))
    folder.chmod(0o755)
    try:
        yield Path(shutil.copytree(site, folder / "situs", copy_function=_linked))
    finally:
        shutil.rmtree(folder)


def _linked(source: str, target: str) -> str:
    """The same file under another name, or a copy where a disk or its owner does not have it."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
    Path(target).chmod(0o644)
    return target


@contextmanager
def running(start: Start, root: Path) -> Iterator[str]:
    """A server for the folder `root`; gives its address, and ends with the block."""
    with tempfile.TemporaryDirectory(prefix="server-uji-") as work:
        Path(work).chmod(0o755)
        port = _free_port()
        with Path(work, "keluaran").open("wb") as told:
            command = start(Path(work), root, port)
            process = subprocess.Popen(command, stdout=told, stderr=subprocess.STDOUT)
        try:
            _wait(process, port, Path(work, "keluaran"))
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(timeout=_PATIENCE)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], port: int, told: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        assert process.poll() is None, told.read_text("utf-8")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise AssertionError(f"no answer on port {port}: {told.read_text('utf-8')}")


def is_root() -> bool:
    """Whether a server would begin as the user who may do anything."""
    return os.geteuid() == 0


NGINX = """
daemon off; pid {work}/nginx.pid; error_log stderr warn; {user}
{modules}
events {{ }}
http {{
  access_log off;
  client_body_temp_path {work}/body; proxy_temp_path {work}/proxy; fastcgi_temp_path {work}/fastcgi;
  uwsgi_temp_path {work}/uwsgi; scgi_temp_path {work}/scgi;
  include /etc/nginx/mime.types;
  {server}
}}
"""
SERVER = """server {{
    listen 127.0.0.1:{port};
    root {root};
    include {work}/aturan.conf;
    location / {{ try_files $uri $uri/ =404; }}
  }}"""


def nginx_file(work: Path, server: str, modules: str = "") -> Path:
    """A whole configuration of nginx with one `server` block, in the work folder."""
    user = "user root;" if is_root() else ""
    file = work / "nginx.conf"
    file.write_text(NGINX.format(work=work, user=user, server=server, modules=modules), "utf-8")
    return file


def nginx(rules: str, modules: str = "") -> Start:
    """nginx with rules in its server block."""

    def start(work: Path, root: Path, port: int) -> list[str]:
        (work / "aturan.conf").write_text(rules, "utf-8")
        file = nginx_file(work, SERVER.format(port=port, root=root, work=work), modules)
        return [server_uji.found("nginx"), "-p", str(work), "-c", str(file)]

    return start


def nginx_refuses(work: Path, server: str) -> str:
    """What nginx itself has against a `server` block; '' for nothing."""
    command = [server_uji.found("nginx"), "-t", "-q", "-p", str(work)]
    command += ["-c", str(nginx_file(work, server))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stderr


APACHE = """
ServerRoot {work}
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
PidFile {work}/apache.pid
ErrorLog /dev/stderr
{user}
{modules}
<IfModule mod_mime.c>
  TypesConfig /etc/mime.types
  AddType application/x-gzip .gz .tgz
  AddLanguage br .br
</IfModule>
DocumentRoot {root}
{alias}
<Directory "{root}">
  Options Indexes FollowSymLinks
  AllowOverride {allowed}
  Require all granted
</Directory>
"""


def apache(allowed: str = "FileInfo", without: str = "", alias: str = "") -> Start:
    """Apache that takes the site's .htaccess as far as `allowed`, and misses one module.

    With an `alias` the folder is not below the root of the host, but at that path.
    """

    def start(work: Path, root: Path, port: int) -> list[str]:
        folder = server_uji.apache_modules()
        # Debian has some of them built in.
        there = [name for name in APACHE_MODULES if (folder / f"mod_{name}.so").is_file()]
        names = [name for name in there if name != without]
        modules = "\n".join(f"LoadModule {name}_module {folder}/mod_{name}.so" for name in names)
        file = work / "apache.conf"
        empty = work / "akar"
        empty.mkdir()
        placed = f"Alias {alias} {root}/\nDocumentRoot {empty}" if alias else ""
        file.write_text(
            APACHE.format(
                work=work,
                port=port,
                root=root,
                modules=modules,
                allowed=allowed,
                user=_apache_user(),
                alias=placed,
            ),
            "utf-8",
        )
        return [server_uji.found("apache2"), "-X", "-d", str(work), "-f", str(file)]

    return start


def _apache_user() -> str:
    """Apache refuses to serve as root."""
    if not is_root():
        return ""
    known = {entry.pw_name for entry in pwd.getpwall()}
    name = "www-data" if "www-data" in known else "nobody"
    return f"User {name}\nGroup #{pwd.getpwnam(name).pw_gid}"


def caddy(rules: str) -> Start:
    """Caddy with rules in the block of its address."""

    def start(work: Path, root: Path, port: int) -> list[str]:
        (work / "aturan").write_text(rules, "utf-8")
        file = work / "Caddyfile"
        head = "{\n\tadmin off\n\tauto_https off\n}\n"
        body = f"http://127.0.0.1:{port} {{\n\troot * {root}\n\timport {work}/aturan\n}}\n"
        file.write_text(head + body, "utf-8")
        return [server_uji.found("caddy"), "run", "--config", str(file), "--adapter", "caddyfile"]

    return start


def ask(address: str, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
    """One answer as it comes over the wire, and its body; `accept_encoding` stands for its name."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc, timeout=_PATIENCE)
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, headers=sent)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body
