"""All data packages of an agency in one ZIP."""

from __future__ import annotations

from ...model.messages import message
from ...model.products import ZIP
from ...system.canonical import zip_bytes
from ...words.readme import README, catalogue_readme
from ..offer import AgencyFormat, AgencySource

_EARLIEST = "1980-01-01T00:00:00Z"
"""The first moment a ZIP file can hold."""


def everything_zip(source: AgencySource) -> bytes:
    """<agency>/<slug>/... and a README that lists them, dated like the newest dataset."""
    catalog = source.catalog
    top = catalog.agency.slug
    files = {
        f"{top}/{slug}/{name}": data
        for slug, package in source.packages.items()
        for name, data in package.items()
    }
    files[f"{top}/{README}"] = catalogue_readme(catalog).encode()
    return zip_bytes(files, max((item.created for item in catalog.datasets), default=_EARLIEST))


FORMAT = AgencyFormat(
    kind=ZIP,
    name="semua-data.zip",
    title=message("downloads.everything"),
    about=message("downloads.everything-about"),
    write=everything_zip,
)
