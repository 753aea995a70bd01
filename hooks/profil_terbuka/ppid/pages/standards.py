"""Service standards: what is known of each service, and what the tables leave open."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Agency, Catalog
from ...model.messages import message
from ...model.products import GeneratedPage
from ..desk.standards import (
    ComponentAnswer,
    ServiceCharter,
    ServiceComponent,
    ServiceStandard,
    common_answers,
    service_charter,
    service_components,
    service_standards,
)
from .desk_page import STANDARDS, Way, desk_page, other_ways


@dataclass(frozen=True)
class StandardsView:
    """What standar-pelayanan.html shows; `shared` are the answers that hold for all services."""

    agency: Agency
    components: tuple[ServiceComponent, ...]
    services: tuple[ServiceStandard, ...]
    shared: tuple[ComponentAnswer, ...]
    charter: ServiceCharter | None
    ways: tuple[Way, ...]


def standards_page(catalog: Catalog) -> GeneratedPage:
    """ppid/standar-pelayanan/: the charters, what holds for all services, then each of them."""
    view = StandardsView(
        agency=catalog.agency,
        components=service_components(catalog),
        services=service_standards(catalog),
        shared=common_answers(catalog),
        charter=service_charter(catalog),
        ways=other_ways(STANDARDS),
    )
    return desk_page(STANDARDS, message("ppid.standards"), message("ppid.standards-about"), view)
