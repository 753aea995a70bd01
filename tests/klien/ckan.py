"""The datasets that CKAN would make of a catalogue: ckan.py catalog.ttl turtle.

Or of one on a server, ckan.py http://127.0.0.1:8000/catalog.ttl: then, as CKAN's harvester does it,
the notation is the media type that the server tells.
"""

import json
import sys
from pathlib import Path

import requests
from ckan.common import config
from ckanext.dcat.processors import RDFParser

config["ckan.locale_default"] = "id"
config["ckan.site_url"] = "https://ckan.example"
config["ckan.base_public_folder"] = "public"


def fetched(address):
    """A catalogue's text and its notation, from a server."""
    answer = requests.get(address, timeout=30)
    answer.raise_for_status()
    return answer.content.decode("utf-8"), answer.headers["content-type"].split(";", 1)[0]


source, *notation = sys.argv[1:]
parser = RDFParser(profiles=["euro_dcat_ap_3"])
parser.parse(*((Path(source).read_text("utf-8"), *notation) if notation else fetched(source)))
print(json.dumps(list(parser.datasets())))
