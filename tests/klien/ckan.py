"""The datasets that CKAN would make of a catalogue: ckan.py catalog.ttl turtle."""

import json
import sys
from pathlib import Path

from ckan.common import config
from ckanext.dcat.processors import RDFParser

config["ckan.locale_default"] = "id"
config["ckan.site_url"] = "https://ckan.example"
config["ckan.base_public_folder"] = "public"

parser = RDFParser(profiles=["euro_dcat_ap_3"])
parser.parse(Path(sys.argv[1]).read_text("utf-8"), sys.argv[2])
print(json.dumps(list(parser.datasets())))
