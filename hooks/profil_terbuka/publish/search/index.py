"""Pagefind over pages and records. The same input gives the same bytes."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import subprocess
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from pathlib import Path

from pagefind_bin import get_executable

from ...system.cache import Cache, key
from ...words.catalogues import text
from ...words.language import language
from . import packed
from .record import FIGURE, Record
from .webpages import Webpage

FOLDER = "pagefind"
"""Where the index stands, below the root of the site."""
KIND = "indeks-cari"

_ENTRY = "pagefind-entry.json"
_WANTED = ("pagefind.js", _ENTRY, "index/", "filter/", "fragment/")
"""Pagefind also writes its own user interfaces, a worker and WebAssembly for other languages."""
_ENGINE = "wasm.{}.pagefind"
"""By language; of those whose words it cannot inflect, one for all."""
_NUMBER_WEIGHT = 0.1
"""A number is looked for alone; among words it says nothing."""
_SIGNATURE = b"pagefind_dcd"
_UNREAD = (
    "nav",
    "table",
    "figure",
    "svg",
    "form",
    "noscript",
    "script",
    "style",
    ".headerlink",
    "dl.istilah",
    "ul.katalog",
)
"""Menus and controls, and what is found by records of its own: figures, terms, datasets."""


def build(pages: Iterable[Webpage], records: Iterable[Record], cache: Cache) -> dict[str, bytes]:
    """The files of the index by address; made anew only when something that is found changed."""
    pages, records = tuple(pages), tuple(records)
    kept = key(__name__, repr(pages), repr(records))
    return _unpacked(cache.get(KIND, kept, lambda: _packed(_indexed(pages, records))))


def _indexed(pages: tuple[Webpage, ...], records: tuple[Record, ...]) -> dict[str, bytes]:
    """Pagefind's own program over a folder; its Python interface waits 0.1 s for each record."""
    with tempfile.TemporaryDirectory() as folder:
        site, target = Path(folder, "site"), Path(folder, "index")
        for name, html in _documents(pages, records):
            path = site / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(html, "utf-8")
        subprocess.run(
            [
                get_executable(),
                *("--site", site, "--output-path", target, "--force-language", language()),
                *("--exclude-selectors", ", ".join(_UNREAD), "--silent"),
            ],
            cwd=folder,  # a configuration file elsewhere does not matter
            check=True,
        )
        names = [path.relative_to(target).as_posix() for path in target.rglob("*.*")]
        engine = _ENGINE.format(language())
        wanted = (*_WANTED, engine if engine in names else _ENGINE.format("unknown"))
        files = {
            name: (target / name).read_bytes()
            for name in names
            if name.startswith(wanted) or name.endswith(".pf_meta")
        }
    return {f"{FOLDER}/{name}": data for name, data in sorted(_ordered(files).items())}


def _documents(pages: Iterable[Webpage], records: Iterable[Record]) -> Iterator[tuple[str, str]]:
    """What Pagefind reads, by path. Several records lead to one address: it is kept beside them."""
    for page in pages:
        facts = {"Jenis": (text(page.kind),), "Subjek": (page.subject,)}
        yield f"{page.address}index.html", _document(page.html, facts, {})
    for number, record in enumerate(records):
        body = _paragraph(record.content, record.weight)
        if record.numbers:
            body += _paragraph(" ".join(record.numbers), _NUMBER_WEIGHT)
        name = "judul" if record.kind == FIGURE else "title"  # Pagefind raises what has a title
        meta = {name: record.title, "alamat": record.address, **record.meta}
        yield f"{number}.html", _document(body, record.filters, meta)


def _paragraph(content: str, weight: float) -> str:
    return f'<p data-pagefind-weight="{weight}">{escape(content)}</p>'


def _document(body: str, filters: Mapping[str, Iterable[str]], meta: Mapping[str, str]) -> str:
    """A page with what its results are filtered by and shown with."""
    marks = [
        f'<i data-pagefind-filter="{name}:{escape(value)}"></i>'
        for name, values in filters.items()
        for value in values
        if value
    ]
    marks += [
        f'<i data-pagefind-meta="{name}:{escape(value)}"></i>' for name, value in meta.items()
    ]
    return f'<html lang="{language()}"><body>{body}{"".join(marks)}</body></html>'


def _ordered(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files with filters and their values in alphabetical order.

    Pagefind keeps both in hash maps, whose order changes from run to run. A file's name holds the
    hash of its contents, so the files that name it change as well.
    """
    result = dict(files)
    entry = json.loads(result[_ENTRY])
    own = entry["languages"][language()]
    content = _read(result.pop(f"pagefind.{own['hash']}.pf_meta"))
    filters = content[3]
    for item in filters:
        name, values = _read(result.pop(f"filter/{item[1]}.pf_filter"))
        data = _written([name, sorted(values)])
        item[1] = _name(data, len(item[1]))
        result[f"filter/{item[1]}.pf_filter"] = data
    filters.sort()
    data = _written(content)
    own["hash"] = _name(data, len(own["hash"]))
    result[f"pagefind.{own['hash']}.pf_meta"] = data
    result[_ENTRY] = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()
    return result


def _read(data: bytes) -> list:  # type: ignore[type-arg]  # nested lists of Pagefind's own format
    unzipped = gzip.decompress(data)
    if not unzipped.startswith(_SIGNATURE):
        raise ValueError("not a file of Pagefind")
    content = packed.loads(unzipped.removeprefix(_SIGNATURE))
    if not isinstance(content, list):
        raise ValueError("not the format that Pagefind 1.5 writes")
    return content


def _written(content: packed.Item) -> bytes:
    return gzip.compress(_SIGNATURE + packed.dumps(content), mtime=0)


def _name(data: bytes, length: int) -> str:
    """'id_' and a hash, as long as the name it replaces."""
    return f"{language()}_{hashlib.sha256(data).hexdigest()}"[:length]


def _packed(files: Mapping[str, bytes]) -> bytes:
    """All files as one, for the cache."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return target.getvalue()


def _unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
