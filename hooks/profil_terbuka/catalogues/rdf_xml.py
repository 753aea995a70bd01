"""A catalogue's nodes as RDF/XML, the oldest notation of RDF, for harvesters that read no other.

Written by hand as the others are: the same nodes are the same bytes. Between the elements of nodes
stands an empty line, and nowhere else, so that the file can be taken apart again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import escape, unescape

from .graph import Node, listed
from .vocabulary import PREFIXES, TERMS

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
END = "</rdf:RDF>"
_ABOUT = re.compile(r'<[\w:]+ rdf:about="([^"]*)"')
_MARKS = {'"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}
"""What XML would read as something else, or an empty line."""
_BACK = {written: mark for mark, written in _MARKS.items()}
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that no XML may hold, not even written as numbers."""


def rdf_xml(nodes: Sequence[Node], besides: Sequence[str] = ()) -> bytes:
    """The graph as RDF/XML; `besides` are elements of others, such as what a page says of itself.

    >>> written = rdf_xml([{"@id": "#a", "@type": "foaf:Agent", "foaf:name": "A & B"}])
    >>> print(written.decode().split("\\n\\n")[1])
    <foaf:Agent rdf:about="#a">
      <foaf:name>A &amp; B</foaf:name>
    </foaf:Agent>
    """
    spaces = "".join(f'\n  xmlns:{name}="{space}"' for name, space in _spaces().items())
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{spaces}>'
    written = (_element(item) for item in nodes)
    return "\n\n".join([head, *written, *besides, f"{END}\n"]).encode()


def element_address(element: str) -> str:
    """The address that an element is about; ValueError where it does not begin with one.

    >>> element_address('<dcat:Dataset rdf:about="https://contoh.example/?a=1&amp;b=2">')
    'https://contoh.example/?a=1&b=2'
    """
    found = _ABOUT.match(element)
    if not found:
        raise ValueError(element)
    return unescape(found[1], _BACK)


def arrow(term: str, address: str) -> str:
    """The line of an arrow to another node."""
    return f'<{term} rdf:resource="{_text(address)}"/>'


def _spaces() -> Mapping[str, str]:
    return {"rdf": _RDF, **PREFIXES}


def _element(item: Node) -> str:
    """A node with all that is said of it; of several kinds the first names the element."""
    kind, *others = map(str, listed(item["@type"]))
    lines = [f'<{kind} rdf:about="{_text(item["@id"])}">']
    lines += (f"  {arrow('rdf:type', _whole(other))}" for other in others)
    lines += (f"  {line}" for line in _said(item))
    return "\n".join([*lines, f"</{kind}>"])


def _said(item: Node) -> Iterator[str]:
    for term, values in item.items():
        if not term.startswith("@"):
            yield from (_value(term, value) for value in listed(values))


def _value(term: str, value: object) -> str:
    kind = TERMS.get(term, {})
    if isinstance(value, Mapping) and "@value" not in value:
        inner = str(value["@type"])
        return f"<{term}><{inner}>{''.join(_said(value))}</{inner}></{term}>"
    if isinstance(value, Mapping):
        kind, value = value, value["@value"]
    if kind.get("@type") == "@id":
        return arrow(term, str(value))
    told = ""
    if "@language" in kind:
        told = f' xml:lang="{kind["@language"]}"'
    elif "@type" in kind:
        told = f' rdf:datatype="{_text(_whole(kind["@type"]))}"'
    return f"<{term}{told}>{_text(value)}</{term}>"


def _whole(name: str) -> str:
    """The address that a short name stands for.

    >>> _whole("xsd:date")
    'http://www.w3.org/2001/XMLSchema#date'
    """
    prefix, _, local = name.partition(":")
    return f"{PREFIXES[prefix]}{local}"


def _text(value: object) -> str:
    return escape(_FORBIDDEN.sub("\ufffd", str(value)), _MARKS)
