"""A data package as a ZIP file with a README; equal data gives equal bytes."""

from __future__ import annotations

from ...model.messages import message
from ...model.products import ZIP
from ...system.canonical import zip_bytes
from ...words.readme import README, package_readme
from ..offer import DatasetFormat, DatasetSource, dataset_name


def package_zip(source: DatasetSource) -> bytes:
    """ZIP bytes holding <slug>/ with the package's files and a README."""
    dataset = source.dataset
    files = {**source.package, README: package_readme(dataset, source.agency).encode()}
    inside = {f"{dataset.slug}/{name}": data for name, data in files.items()}
    return zip_bytes(inside, dataset.created)


FORMAT = DatasetFormat(
    kind=ZIP,
    name=dataset_name(".zip"),
    title=message("downloads.package"),
    write=package_zip,
)
