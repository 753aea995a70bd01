"""Who stands behind the data, how to reach them, and which part of the country it is about."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from urllib.parse import quote

from ..model import Agency, Catalog, Dataset
from ..model.geo import level_of, outline
from ..read.atlas import boundaries, region_names
from .graph import Node, node, rdf_address

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", re.ASCII)
_PHONE = re.compile(r"[\d\s().+-]+")


@dataclass(frozen=True, slots=True)
class CoveredRegion:
    """A region with its name (its code where that is not known) and its box.

    `box` is west, south, east, north in degrees, a little wider than the region; None where the
    outline is not known. With more digits it would look like telephone numbers.
    """

    code: str
    name: str
    box: tuple[float, float, float, float] | None


def email(agency: Agency) -> str:
    """The agency's e-mail address: the first of its official contacts that is one, or ''."""
    return next((item.value for item in agency.official if _EMAIL.fullmatch(item.value)), "")


def telephone(agency: Agency) -> str:
    """The agency's number as one can dial it from anywhere ('+62561000000'), or ''."""
    if not agency.phone or not _PHONE.fullmatch(agency.phone):
        return ""
    digits = re.sub(r"\D", "", agency.phone)
    return f"+{digits}" if digits.startswith("62") else f"+62{digits.removeprefix('0')}"


def region(code: str, catalog: Catalog) -> CoveredRegion:
    """The region `code`, as far as the reference packages know it."""
    name = region_names(catalog.reference).get(code, code)
    return CoveredRegion(code, name, _box(code, catalog))


def _box(code: str, catalog: Catalog) -> tuple[float, float, float, float] | None:
    known = boundaries(code, catalog.reference)
    if known is None or level_of(code) < level_of(known.region):
        return None
    points = [point for ring in outline(code, known.borders) for point in ring]
    if not points:
        return None
    east_west, north_south = zip(*points, strict=True)
    west, south = (math.floor(100 * min(edges)) / 100 for edges in (east_west, north_south))
    east, north = (math.ceil(100 * max(edges)) / 100 for edges in (east_west, north_south))
    return west, south, east, north


def publisher(agency: Agency) -> Node:
    """The agency as the one who publishes."""
    terms = {
        "foaf:name": agency.name,
        "foaf:homepage": rdf_address(agency.website) if agency.website else "",
    }
    return node(f"{agency.root}#penerbit", ["foaf:Organization", "foaf:Agent"], terms)


def contact_nodes(agency: Agency) -> tuple[Node, Node]:
    """How to reach the agency, and where it is."""
    street = node(
        f"{agency.root}#alamat", "vcard:Address", {"vcard:street-address": agency.address}
    )
    mail, phone = email(agency), telephone(agency)
    terms = {
        "vcard:fn": agency.name,
        "vcard:hasEmail": f"mailto:{mail}" if mail else "",
        "vcard:hasTelephone": f"tel:{phone}" if phone else "",
        # udata drops a contact that has neither e-mail nor page.
        "vcard:hasURL": rdf_address(agency.website or agency.root),
        "vcard:hasAddress": street["@id"],
    }
    return node(f"{agency.root}#kontak", ["vcard:Organization", "vcard:Kind"], terms), street


def contributors(dataset: Dataset, agency: Agency, role: str) -> tuple[Node, ...]:
    """The contributors of a dataset that have `role`; the agency is always the same node."""
    found = []
    for item in dataset.contributors:
        if role in item.roles:
            identifier = f"{agency.root}#pihak-{quote(item.title, safe='')}"
            stranger = node(identifier, "foaf:Agent", {"foaf:name": item.title})
            found.append(publisher(agency) if item.title == agency.name else stranger)
    return tuple(found)


def creators(dataset: Dataset) -> tuple[str, ...]:
    """Who made the data (in Satu Data's words: produsen data)."""
    return tuple(item.title for item in dataset.contributors if "creator" in item.roles)


def location(found: CoveredRegion, agency: Agency) -> Node:
    """A region as a node."""
    box = None
    if found.box:
        west, south, east, north = found.box
        corners = (west, south), (east, south), (east, north), (west, north), (west, south)
        box = f"POLYGON(({','.join(f'{x} {y}' for x, y in corners)}))"
    terms = {"dct:identifier": found.code, "skos:prefLabel": found.name, "dcat:bbox": box}
    return node(f"{agency.root}#wilayah-{found.code}", "dct:Location", terms)
