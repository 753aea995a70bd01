"""What can be found of services: each by what a person wants done, and by the book's own words."""

from __future__ import annotations

from collections.abc import Iterable

from ...model import ServicePart
from ...services import PublicService
from ...words.labels import SUBJECT
from .record import SERVICE, Record

_SUBJECT = "layanan"
_TELLING = (
    ServicePart.AUDIENCE,
    ServicePart.RESULT,
    ServicePart.PAPERS,
    ServicePart.STEPS,
    ServicePart.COST,
)
"""Parts by whose words a service is looked for; laws and channels are those of many services."""


def service_records(services: Iterable[PublicService]) -> tuple[Record, ...]:
    """One record per service, which leads to its page."""
    return tuple(
        Record(
            address=service.address,
            kind=SERVICE,
            title=service.title,
            content=_content(service),
            subject=SUBJECT[_SUBJECT],
        )
        for service in services
    )


def _content(service: PublicService) -> str:
    told = [text for part in _TELLING for text in service.said(part)]
    said = [service.summary, service.name, *told]
    return " ".join(f"{text.rstrip('.')}." for text in said if text)
