"""croissant.json: a dataset for tools of machine learning (MLCommons Croissant 1.0).

The CSV files of its tables with their columns; what must be heeded before the numbers are used
stands in its description, because such tools show nothing else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from ..model import Agency, Dataset
from ..system.canonical import json_text

NAME = "croissant.json"
_CONFORMS = "http://mlcommons.org/croissant/1.0"
_TYPES = {
    "integer": "sc:Integer",
    "year": "sc:Integer",
    "number": "sc:Float",
    "boolean": "sc:Boolean",
    "date": "sc:Date",
}
"""Table Schema's types; all others are text, codes above all."""
_TERMS = ("citeAs", "column", "extract", "field", "fileObject", "fileProperty", "fileSet", "format")
_MORE_TERMS = ("includes", "isLiveDataset", "jsonPath", "key", "md5", "parentField", "path")
_LAST_TERMS = ("recordSet", "references", "regex", "repeated", "replace", "separator", "source")
_CONTEXT: Mapping[str, Any] = {
    "@language": "id",
    "@vocab": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "dct": "http://purl.org/dc/terms/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "sc": "https://schema.org/",
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    **{name: f"cr:{name}" for name in (*_TERMS, *_MORE_TERMS, *_LAST_TERMS)},
    "subField": "cr:subField",
    "transform": "cr:transform",
}
"""Written out, as Croissant wants it: whoever reads the file need not fetch anything."""
_NO_NAME = re.compile(r"[^\w-]+")

_Json = dict[str, Any]


def croissant(dataset: Dataset, agency: Agency, files: Mapping[str, bytes]) -> bytes:
    """The file's bytes; `files` are the dataset's, by name."""
    described: Sequence[_Json] = json.loads(files["datapackage.json"])["resources"]
    own = {table.name for table in dataset.tables}
    resources = [one for one in described if one["name"] in own]
    folder = f"{agency.root}data/{dataset.slug}/"
    document = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": _CONFORMS,
        "name": dataset.slug,
        "alternateName": " ".join(dataset.title.split()),
        "description": _description(dataset),
        "url": folder,
        "license": dataset.licences[0].path,
        "creator": {"@type": "sc:Organization", "name": agency.name, "url": agency.root},
        "publisher": {"@type": "sc:Organization", "name": agency.name, "url": agency.root},
        "datePublished": dataset.issued,
        "version": dataset.version,
        "inLanguage": "id",
        "keywords": list(dataset.keywords),
        "citeAs": f"{agency.name} ({dataset.issued[:4]}). {dataset.title}. {folder}",
        "distribution": [_file(one, folder, bool(agency.site_url)) for one in resources],
        "recordSet": [_records(one) for one in resources],
    }
    return json_text({key: value for key, value in document.items() if value})


def _description(dataset: Dataset) -> str:
    """The notes on its quality first."""
    noted = (note.reason for note in dataset.notes)
    return " ".join(" ".join(text.split()) for text in (*noted, dataset.description))


def _file(resource: _Json, folder: str, known: bool) -> _Json:
    return {
        "@type": "cr:FileObject",
        "@id": resource["path"],
        "name": resource["path"],
        "contentUrl": f"{folder}{resource['path']}" if known else resource["path"],
        "contentSize": f"{resource['bytes']} B",
        "encodingFormat": "text/csv",
        "sha256": resource["hash"].removeprefix("sha256:"),
    }


def _records(resource: _Json) -> _Json:
    name = _NO_NAME.sub("-", resource["name"])
    told = {
        "@type": "cr:RecordSet",
        "@id": name,
        "name": name,
        "description": resource.get("description") or resource.get("title"),
        "key": [{"@id": f"{name}/{one}"} for one in resource["schema"].get("primaryKey", [])],
        "field": [_field(one, name, resource["path"]) for one in resource["schema"]["fields"]],
    }
    return {key: value for key, value in told.items() if value}


def _field(field: _Json, records: str, path: str) -> _Json:
    unit = f" ({field['satuan']})" if field.get("satuan") else ""
    return {
        "@type": "cr:Field",
        "@id": f"{records}/{field['name']}",
        "name": field["name"],
        "description": f"{field.get('title', '')}{unit}. {field.get('description', '')}",
        "dataType": _TYPES.get(field["type"], "sc:Text"),
        "source": {"fileObject": {"@id": path}, "extract": {"column": field["name"]}},
    }
