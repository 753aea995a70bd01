"""What udata would keep of a catalogue: udata.py catalog.ttl turtle.

By its own readers; its models are left out, because they ask a database.
"""

import json
import sys

from flask import Flask
from rdflib import Graph
from udata.core.dataset import rdf as datasets
from udata.rdf import DCAT, DCT, RDF, contact_point_from_vcard, rdf_value

app = Flask("klien")
app.config.from_object("udata.settings.Defaults")
app.config["DEFAULT_LANGUAGE"] = "id"
graph = Graph().parse(sys.argv[1], format=sys.argv[2])


def told(dataset):
    """A dataset in udata's words."""
    period = datasets.temporal_from_rdf(dataset.value(DCT.temporal))
    frequency = datasets.frequency_from_rdf(dataset.value(DCT.accrualPeriodicity))
    return {
        "uri": str(dataset.identifier),
        "title": rdf_value(dataset, DCT.title),
        "period": period and [str(period.start), str(period.end)],
        "frequency": frequency and frequency.value,
        "contacts": [contact_point_from_vcard(one) for one in dataset.objects(DCAT.contactPoint)],
        "tags": sorted(datasets.themes_from_rdf(dataset)),
        "resources": [resource(one) for one in dataset.objects(DCAT.distribution)],
    }


def resource(distribution):
    """A file in udata's words."""
    return {
        "url": rdf_value(distribution, DCAT.downloadURL),
        "title": datasets.title_from_rdf(distribution),
        "format": datasets.format_from_rdf(distribution),
        "mime": datasets.mime_from_rdf(distribution),
    }


with app.app_context():
    found = [told(graph.resource(one)) for one in graph.subjects(RDF.type, DCAT.Dataset)]
print(json.dumps(found))
