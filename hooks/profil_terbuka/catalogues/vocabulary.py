"""The words catalogues are written in: prefixes, terms with the kind of their values, authorities.

One table of terms makes both the JSON-LD context and the Turtle, so the two cannot differ.
"""

from __future__ import annotations

from collections.abc import Mapping

PREFIXES: Mapping[str, str] = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dct": "http://purl.org/dc/terms/",
    "dqv": "http://www.w3.org/ns/dqv#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "gsp": "http://www.opengis.net/ont/geosparql#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
LANGUAGE = "id"

_REFERENCES = (
    "dcat:accessURL",
    "dcat:catalog",
    "dcat:contactPoint",
    "dcat:dataset",
    "dcat:distribution",
    "dcat:downloadURL",
    "dcat:landingPage",
    "dcat:mediaType",
    "dcat:resource",
    "dcat:theme",
    "dcat:themeTaxonomy",
    "dcatap:availability",
    "dct:accessRights",
    "dct:accrualPeriodicity",
    "dct:conformsTo",
    "dct:contributor",
    "dct:creator",
    "dct:format",
    "dct:hasPart",
    "dct:language",
    "dct:license",
    "dct:provenance",
    "dct:publisher",
    "dct:rightsHolder",
    "dct:spatial",
    "dct:temporal",
    "dqv:computedOn",
    "dqv:expectedDataType",
    "dqv:hasQualityMeasurement",
    "dqv:inDimension",
    "dqv:isMeasurementOf",
    "foaf:homepage",
    "foaf:page",
    "prov:wasDerivedFrom",
    "skos:inScheme",
    "spdx:algorithm",
    "spdx:checksum",
    "vcard:hasAddress",
    "vcard:hasEmail",
    "vcard:hasTelephone",
    "vcard:hasURL",
)
_IN_INDONESIAN = (
    "dcat:keyword",
    "dct:description",
    "dct:title",
    "skos:definition",
    "skos:prefLabel",
)
_TYPED = {
    "dcat:bbox": "gsp:wktLiteral",
    "dcat:byteSize": "xsd:nonNegativeInteger",
    "dcat:endDate": "xsd:date",
    "dcat:startDate": "xsd:date",
    "dct:issued": "xsd:date",
    "dct:modified": "xsd:date",
    "spdx:checksumValue": "xsd:hexBinary",
}

TERMS: Mapping[str, Mapping[str, str]] = {
    **{term: {"@type": "@id"} for term in _REFERENCES},
    **{term: {"@language": LANGUAGE} for term in _IN_INDONESIAN},
    **{term: {"@type": kind} for term, kind in _TYPED.items()},
}
"""How the plain strings of a term are meant; those of a term not listed are just strings."""

_EU = "http://publications.europa.eu/resource/authority"
INDONESIAN = f"{_EU}/language/IND"
PUBLIC = f"{_EU}/access-right/PUBLIC"
FREQUENCIES = {
    "harian": f"{_EU}/frequency/DAILY",
    "mingguan": f"{_EU}/frequency/WEEKLY",
    "bulanan": f"{_EU}/frequency/MONTHLY",
    "triwulanan": f"{_EU}/frequency/QUARTERLY",
    "semesteran": f"{_EU}/frequency/ANNUAL_2",
    "tahunan": f"{_EU}/frequency/ANNUAL",
    "dua-tahunan": f"{_EU}/frequency/BIENNIAL",
    "tiga-tahunan": f"{_EU}/frequency/TRIENNIAL",
    "lima-tahunan": f"{_EU}/frequency/QUINQUENNIAL",
    "sepuluh-tahunan": f"{_EU}/frequency/DECENNIAL",
    "sekali": f"{_EU}/frequency/NEVER",
    "sewaktu-waktu": f"{_EU}/frequency/AS_NEEDED",
    "tidak-tentu": f"{_EU}/frequency/IRREG",
}
"""`frekuensi` -> frequency of update; what is published once is never updated."""
STABLE = f"{_EU}/planned-availability/STABLE"
SHA256 = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"
DATA_PACKAGE = "https://datapackage.org/profiles/2.0/datapackage.json"
DIMENSIONS = "http://www.w3.org/2016/05/ldqd#"
"""Dimensions of quality that go with W3C's Data Quality Vocabulary."""


def file_type(name: str) -> str:
    """The EU's address of a file type: 'CSV'."""
    return f"{_EU}/file-type/{name}"


def media_type(name: str) -> str:
    """IANA's address of a media type: 'text/csv'."""
    return f"http://www.iana.org/assignments/media-types/{name}"
