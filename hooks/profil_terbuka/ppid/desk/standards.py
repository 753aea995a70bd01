"""Service standards: what the agency's tables say about each service, component by component."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...model import Catalog, Dataset, Table, Texts, codes
from ...model.findings import Finding, Place
from ...model.messages import Message, message
from ...read.agency import NAME as AGENCY_FILE
from ...read.catalog import DATASETS
from ...read.suggestions import suggestion
from ...references import Unresolved, referenced_table
from ..law.obligations import OBLIGATIONS
from ..law.reference import reference_table
from ..law.site_obligations import SitePart, obligations_of


@dataclass(frozen=True, slots=True)
class ServiceComponent:
    """One of the things to be said about a service; `name` is its obligation."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class ComponentAnswer:
    """What the tables say about one component; without `texts` they say nothing.

    `common`: they say it of all services alike.
    """

    component: ServiceComponent
    texts: tuple[str, ...]
    sources: tuple[Dataset, ...]
    common: bool = False


@dataclass(frozen=True, slots=True)
class ServiceStandard:
    """A service and what is said about it, in the order of the components."""

    service: str
    answers: tuple[ComponentAnswer, ...]

    @property
    def said(self) -> int:
        """How many components the tables say something about."""
        return sum(bool(item.texts) for item in self.answers)


@dataclass(frozen=True, slots=True)
class ServiceCharter:
    """What an agency promises, and where that stands."""

    texts: tuple[str, ...]
    source: Dataset


def service_components(catalog: Catalog) -> tuple[ServiceComponent, ...]:
    """The components of service delivery, as the list of obligations has them."""
    listed = reference_table(catalog.reference, OBLIGATIONS, OBLIGATIONS, "id", "butir")
    if listed is None:
        return ()
    shown = obligations_of(SitePart.SERVICE_COMPONENT, catalog.reference)
    return tuple(
        ServiceComponent(str(listed.value(row, "id")), _title(str(listed.value(row, "butir"))))
        for _, row in listed.select({"id": shown})
    )


def _title(item: str) -> str:
    """What a component is called, without its number and what is meant by it.

    >>> _title("Komponen standar pelayanan 1: Persyaratan (dokumen dan hal lain)")
    'Persyaratan'
    """
    return item.partition(": ")[2].partition(" (")[0] or item


def service_standards(catalog: Catalog) -> tuple[ServiceStandard, ...]:
    """Every service that the agency's tables name, in the order of the tables."""
    read = _read(catalog)
    known = service_components(catalog)
    services = {
        str(name): None
        for item, _, table in read
        if item.service
        for _, row in table.select(item.where)
        if (name := table.value(row, item.service)) is not None
    }
    return tuple(
        ServiceStandard(service, tuple(_statement(component, service, read) for component in known))
        for service in services
    )


def common_answers(catalog: Catalog) -> tuple[ComponentAnswer, ...]:
    """What the tables say of all services alike."""
    read = _read(catalog)
    found = (_statement(component, None, read) for component in service_components(catalog))
    return tuple(statement for statement in found if statement.texts)


_Read = Sequence[tuple[Texts, Dataset, Table]]


def _read(catalog: Catalog) -> _Read:
    return [(item, *referenced_table(item.table, catalog)) for item in catalog.agency.standards]


def _statement(component: ServiceComponent, service: str | None, read: _Read) -> ComponentAnswer:
    """What is said of a service; failing that, or without `service`, what is said of all."""
    texts: list[str] = []
    sources: dict[str, Dataset] = {}
    for item, dataset, table in read:
        if item.component != component.name or bool(item.service) != bool(service):
            continue
        if found := _texts(item, table, service):
            texts += found
            sources[dataset.slug] = dataset
    if service and not texts:
        return _statement(component, None, read)
    return ComponentAnswer(component, tuple(texts), tuple(sources.values()), common=not service)


def service_charter(catalog: Catalog) -> ServiceCharter | None:
    """The agency's service charter (maklumat pelayanan); None where it names none."""
    item = catalog.agency.charter
    if item is None:
        return None
    dataset, table = referenced_table(item.table, catalog)
    return ServiceCharter(tuple(_texts(item, table, None)), dataset)


def _texts(item: Texts, table: Table, service: str | None) -> list[str]:
    """The texts in the rows chosen, those of one service where the table names services."""
    return [
        str(text)
        for _, row in table.select(item.where)
        if not item.service or table.value(row, item.service) == service
        if (text := table.value(row, item.column)) is not None
    ]


def unresolved_standards(catalog: Catalog) -> Iterator[Finding]:
    """Tables, columns and components that instansi.yml names and that are not there."""
    place = Place(f"{DATASETS}/{catalog.agency.slug}/{AGENCY_FILE}")
    known = [component.name for component in service_components(catalog)]
    agency = catalog.agency
    for item in (*agency.standards, *([agency.charter] if agency.charter else ())):
        if item.table.partition("/")[0] in catalog.unfit:
            continue
        for reason in _faults(item, known, catalog):
            said = message("ppid.standards-unresolved", reason=reason)
            yield Finding(codes.DESCRIPTOR_INCONSISTENT, place, said)


def _faults(item: Texts, known: list[str], catalog: Catalog) -> Iterator[Message | str]:
    if item.component and item.component not in known:
        hint = suggestion(item.component, known)
        yield message("ppid.no-component", component=item.component, hint=hint)
    try:
        _, table = referenced_table(item.table, catalog)
    except Unresolved as problem:
        yield str(problem)
        return
    for column in (item.column, item.service, item.detail, *item.where):
        if column and column not in table.schema:
            yield message("ppid.table-without-column", table=table.name, column=column)
