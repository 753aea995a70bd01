"""Files whose bytes depend on their contents alone: canonical CSV, JSON, ZIP of one moment."""

from __future__ import annotations

import csv
import datetime
import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence


def csv_text(head: Sequence[str], rows: Iterable[Iterable[str]], delimiter: str = ",") -> bytes:
    """Canonical CSV: UTF-8 without BOM, LF, comma, quotes only where needed, final newline.

    >>> csv_text(["tahun", "uraian"], [["2024", "a, b"]])
    b'tahun,uraian\\n2024,"a, b"\\n'
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n", delimiter=delimiter)
    writer.writerow(head)
    writer.writerows(rows)
    return text.getvalue().encode()


def json_text(document: object) -> bytes:
    """JSON as it is published: one step of indentation, letters as they are, final newline."""
    return f"{json.dumps(document, ensure_ascii=False, indent=1)}\n".encode()


def json_like(text: str, document: object) -> bytes:
    """The document as JSON, indented as its former `text` is, so that only what changed differs."""
    second = text.splitlines()[1:2] or [""]
    indent = len(second[0]) - len(second[0].lstrip()) or 2
    return f"{json.dumps(document, ensure_ascii=False, indent=indent)}\n".encode()


def zip_bytes(files: Mapping[str, bytes], moment: str) -> bytes:
    """A ZIP of `files` in order of their names, all dated `moment` (ISO 8601)."""
    date = datetime.datetime.fromisoformat(moment).timetuple()[:6]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, date)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            target.writestr(entry, files[name])
    return buffer.getvalue()
