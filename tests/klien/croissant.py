"""What mlcroissant says of a croissant.json, and the rows it reads: croissant.py FILE RECORDS."""

import json
import logging
import sys

import mlcroissant

logging.disable(logging.WARNING)

dataset = mlcroissant.Dataset(jsonld=sys.argv[1])
issues = dataset.metadata.ctx.issues


def plain(value: object) -> object:
    return value.decode() if isinstance(value, bytes) else value


rows = [
    {name.rpartition("/")[2]: plain(value) for name, value in row.items()}
    for row in dataset.records(sys.argv[2])
]
told = {"errors": list(issues.errors), "warnings": list(issues.warnings), "rows": rows}
print(json.dumps(told, default=str))
