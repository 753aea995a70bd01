"""A data package as a ZIP file with a README; equal data gives equal bytes.

Its descriptor stands at the root, where frictionless and datapackage-js look for it.
"""

from __future__ import annotations

from ...model.messages import message
from ...model.products import ZIP
from ...system.canonical import zip_bytes
from ...words.readme import README, package_readme
from ..offer import DatasetFormat, DatasetSource, dataset_name


def package_zip(source: DatasetSource) -> bytes:
    """ZIP bytes holding the package's files and a README, in no folder."""
    dataset = source.dataset
    files = {**source.package, README: package_readme(dataset, source.agency).encode()}
    return zip_bytes(files, dataset.created)


FORMAT = DatasetFormat(
    kind=ZIP,
    name=dataset_name(".zip"),
    title=message("downloads.package"),
    write=package_zip,
)
