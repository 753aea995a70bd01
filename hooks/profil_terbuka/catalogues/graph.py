"""A catalogue as nodes, and two ways to write them: JSON-LD and Turtle (RDF/XML: `rdf_xml`).

Every node has an address or stands in the one that tells of it, so nothing depends on the names of
blank nodes: the same nodes are the same bytes, and catalogues are merged by putting their nodes
together.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote

from .vocabulary import PREFIXES, TERMS

Node = Mapping[str, object]
"""`@id`, `@type`, and values by term: a string, a number, {"@value", "@type"}, a node of no address
(`blank`), or a list."""

_READABLE = "!#$%&'()*+,/:;=?@[]~"
"""Marks an address may hold as they are."""


def rdf_address(text: str) -> str:
    """`text` as an address that RDF accepts: everything else is percent-encoded.

    >>> rdf_address("https://contoh.go.id/data buku")
    'https://contoh.go.id/data%20buku'
    """
    return quote(text, safe=_READABLE)


def node(identifier: str, types: str | Sequence[str], terms: Mapping[str, object]) -> Node:
    """A node; terms without a value are left out."""
    kinds = types if isinstance(types, str) else list(types)
    said = {term: value for term, value in terms.items() if value not in (None, "", [], ())}
    return {"@id": identifier, "@type": kinds, **said}


def blank(kind: str, terms: Mapping[str, object]) -> Node:
    """A node that has no address, for what nobody can fetch: it stands within another one.

    >>> blank("dct:PeriodOfTime", {"dcat:startDate": "2022-01-01", "dcat:endDate": ""})
    {'@type': 'dct:PeriodOfTime', 'dcat:startDate': '2022-01-01'}
    """
    whole = node("", kind, terms)
    return {term: value for term, value in whole.items() if term != "@id"}


def unique(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Each node once, in order; of several with one address the first counts.

    >>> terms = {"foaf:name": "Dinas Rekaan", "foaf:homepage": ""}
    >>> unique([node("#a", "foaf:Agent", terms), node("#a", "foaf:Agent", {})])
    ({'@id': '#a', '@type': 'foaf:Agent', 'foaf:name': 'Dinas Rekaan'},)
    """
    found: dict[str, Node] = {}
    for item in nodes:
        found.setdefault(str(item["@id"]), item)
    return tuple(found.values())


def jsonld(nodes: Sequence[Node]) -> bytes:
    """JSON-LD with its context inside: harvesters need not fetch anything.

    >>> json.loads(jsonld([node("#a", "foaf:Agent", {})]))["@graph"]
    [{'@id': '#a', '@type': 'foaf:Agent'}]
    """
    context = _json({"@context": {**PREFIXES, **TERMS}}).removesuffix("\n}")
    # Node by node: of the whole the writer would hold each mark as a string of its own.
    written = b",\n".join(f"  {_json(item)}".replace("\n", "\n  ").encode() for item in nodes)
    return b"".join((context.encode(), b',\n "@graph": [\n', written, b"\n ]\n}\n"))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def turtle(nodes: Sequence[Node]) -> bytes:
    """The same graph as Turtle."""
    head = "".join(f"@prefix {name}: <{space}> .\n" for name, space in PREFIXES.items())
    return (head + "".join(f"\n{_subject(item)}" for item in nodes)).encode()


def _subject(item: Node) -> str:
    types = " , ".join(map(str, listed(item["@type"])))
    lines = [f"<{item['@id']}> a {types}"]
    for term, values in item.items():
        if not term.startswith("@"):
            written = " , ".join(_value(term, value) for value in listed(values))
            lines.append(f"    {term} {written}")
    return " ;\n".join(lines) + " .\n"


def _nested(item: Node) -> str:
    """A node without address as Turtle writes it, on one line."""
    said = [f"a {item['@type']}"]
    said += (f"{term} {_value(term, value)}" for term, value in item.items() if term != "@type")
    return f"[ {' ; '.join(said)} ]"


def listed(values: object) -> Sequence[object]:
    """The values of a term, of which there may be one alone."""
    return values if isinstance(values, list | tuple) else [values]


def _value(term: str, value: object) -> str:
    kind = TERMS.get(term, {})
    if isinstance(value, Mapping) and "@value" not in value:
        return _nested(value)
    if isinstance(value, Mapping):
        kind, value = value, value["@value"]
    if kind.get("@type") == "@id":
        return f"<{value}>"
    # JSON escapes quotation marks and control characters just as Turtle does.
    text = json.dumps(str(value), ensure_ascii=False)
    if "@language" in kind:
        return f"{text}@{kind['@language']}"
    return f"{text}^^{kind['@type']}" if "@type" in kind else text
