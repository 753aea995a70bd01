"""A record in the formats that reference managers, word processors and repositories read."""

from __future__ import annotations

import json
from typing import Any

import yaml

from ..model.messages import message
from ..words.catalogues import text
from .record import CitedWork, WorkKind

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""BibTeX's own abbreviations: it puts the month into the language of the list."""
_BIBTEX = str.maketrans(
    {
        # BibTeX counts braces even behind a backslash, so those two go by name.
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{letter: f"\\{letter}" for letter in "#$%&_"},
    }
)
_BIBTEX_TYPE = {WorkKind.DATASET: "dataset", WorkKind.CHART: "misc"}
_RIS_TYPE = {WorkKind.DATASET: "DATA", WorkKind.CHART: "FIGURE"}
_KINDS = {
    WorkKind.DATASET: message("citation.kind-dataset"),
    WorkKind.CHART: message("citation.kind-chart"),
}
_SPDX = frozenset({"CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0", "ODbL-1.0"})
"""Open Definition names that mean the same to SPDX, which CITATION.cff asks for."""
_CFF = "1.2.0"


def bibtex(record: CitedWork) -> str:
    """BibTeX. Braces within braces keep names whole and capitals as they are."""
    year, month, _ = record.issued.split("-")
    fields = {
        "author": f"{{{_tex(record.publisher)}}}",
        "title": f"{{{_tex(record.title)}}}",
        "year": year,
        "version": _tex(record.version),
        "publisher": f"{{{_tex(record.publisher)}}}",
        "howpublished": text(_KINDS[record.kind]),
        "note": _tex(record.note),
        "language": "indonesian",
        # Addresses are read letter by letter; ours hold nothing that BibTeX minds.
        "url": record.address,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    lines.insert(3, f"  month = {_MONTHS[int(month) - 1]},")
    return "\n".join([f"@{_BIBTEX_TYPE[record.kind]}{{{record.key},", *lines, "}", ""])


def ris(record: CitedWork) -> str:
    """RIS: one tag a line, lines end with CR and LF."""
    pairs = [
        ("TY", _RIS_TYPE[record.kind]),
        ("ID", record.key),
        ("TI", record.title),
        # A comma would part surname and given name; the publisher's name is whole.
        ("AU", record.publisher.replace(",", "")),
        ("PB", record.publisher),
        ("PY", record.issued[:4]),
        ("DA", f"{record.issued.replace('-', '/')}/"),
        ("ET", record.version),
        ("LA", "id"),
        *(("KW", keyword) for keyword in record.keywords),
        ("AB", record.description),
        ("N1", record.note),
        ("UR", record.address),
    ]
    lines = [f"{tag}  - {_on_one_line(value)}" for tag, value in pairs if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def csl(record: CitedWork) -> str:
    """CSL-JSON, as Zotero, Pandoc and Word's add-ins read it."""
    item: dict[str, Any] = {
        "id": record.key,
        "type": "dataset",
        "title": _on_one_line(record.title),
        "author": [{"literal": record.publisher}],
        "publisher": record.publisher,
        "issued": {"date-parts": [[int(part) for part in record.issued.split("-")]]},
        "version": record.version,
        "language": "id",
        "abstract": _on_one_line(record.description),
        "note": _on_one_line(record.note),
    }
    if record.address:
        item["URL"] = record.address
    return json.dumps([item], ensure_ascii=False, indent=1) + "\n"


def cff(record: CitedWork) -> str:
    """CITATION.cff. Quoting is left to the YAML writer."""
    document: dict[str, Any] = {
        "cff-version": _CFF,
        "message": text(message("citation.please-cite")),
        "type": "dataset",
        "title": _on_one_line(record.title),
        "abstract": _on_one_line(record.description),
        "authors": _authors(record),
        "version": record.version,
        "date-released": record.issued,
        **({"url": record.address} if record.address else {}),
        **({"keywords": sorted(set(record.keywords))} if record.keywords else {}),
        **_licence(record),
        "references": [
            {
                "type": "book",
                "title": source.title,
                "authors": _authors(record),
                "edition": source.version,
                "section": source.section,
            }
            for source in record.sources
        ],
    }
    return yaml.safe_dump(document, allow_unicode=True, sort_keys=False, width=100)


def _authors(record: CitedWork) -> list[dict[str, str]]:
    """A list of its own each time: YAML would write one that is used twice as a reference."""
    return [{"name": record.publisher}]


def _licence(record: CitedWork) -> dict[str, object]:
    names = [licence.name for licence in record.licences]
    if _SPDX.issuperset(names):
        return {"license": names[0] if len(names) == 1 else names}
    return {"license-url": record.licences[0].path}


def _tex(raw: str) -> str:
    return _on_one_line(raw).translate(_BIBTEX)


def _on_one_line(raw: str) -> str:
    """One line without control characters: a break would begin a new tag or end an entry."""
    return " ".join("".join(mark if mark.isprintable() else " " for mark in raw).split())
