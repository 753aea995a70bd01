"""What instansi.yml says of services and no table holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..model import Catalog, codes
from ..model.findings import Finding, Place
from ..model.messages import Message, message
from ..read.agency import NAME as AGENCY_FILE
from ..read.catalog import DATASETS
from ..read.suggestions import suggestion
from .gathering import part_tables, public_services
from .task import PublicService


def unfounded_services(catalog: Catalog) -> Iterator[Finding]:
    """Names, wordings and addresses in `layanan` that are about nothing, and addresses given twice.

    Where a table cannot be used, nothing is judged: the desk's checks tell of it.
    """
    offer = catalog.agency.services
    standards = catalog.agency.standards
    known = list(part_tables(catalog))
    if len(known) < sum(item.part is not None for item in standards):
        return
    services = public_services(catalog)
    place = Place(f"{DATASETS}/{catalog.agency.slug}/{AGENCY_FILE}")
    names = {service.name for service in services}
    slugs = {service.slug for service in services}
    printed = {text for service in services for text in service.printed}
    faults = [
        *(_no_service(task.name, names) for task in offer.tasks if task.name not in names),
        *(
            message("services.no-such-wording", text=item.printed)
            for item in offer.wordings
            if item.printed not in printed
        ),
        *(_no_address(slug, slugs) for slug in offer.wanted if slug not in slugs),
        *_taken(services),
    ]
    for said in faults:
        yield Finding(codes.DESCRIPTOR_INCONSISTENT, place, said)


def _no_service(name: str, known: set[str]) -> Message:
    return message("services.no-such-service", name=name, hint=suggestion(name, known))


def _no_address(slug: str, known: set[str]) -> Message:
    return message("services.no-such-address", slug=slug, hint=suggestion(slug, known))


def _taken(services: tuple[PublicService, ...]) -> Iterator[Message]:
    times = Counter(service.slug for service in services)
    for slug, count in times.items():
        if count > 1:
            names = tuple(service.name for service in services if service.slug == slug)
            yield message("services.address-twice", slug=slug, names=names)
