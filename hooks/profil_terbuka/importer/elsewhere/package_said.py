"""The package's own keys: all that it says, and open places for what it cannot say."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ...model.messages import Message, message
from ...read.open_places import NO_REGION, open_place
from ...read.schemas import schema
from ...words.catalogues import text
from ...words.labels import FREQUENCY, SUBJECT
from ..drafting.names import spoken_title
from .columns_said import ASIDE, within_limit
from .jsonparts import Said, said_text, said_texts, without
from .parties import PARTY_KEYS, contributors_said, licences_said, loses_words, sources_said
from .plain_texts import safe_text, safe_value
from .resource import AdoptedTable
from .roles import KnownColumn
from .times import rhythm, time_column, years_told

_FIRST = "1.0.0"
_READ = frozenset(
    (
        *("$schema", "profile", "name", "title", "description", "version", "created", "id"),
        *("homepage", "image", "keywords", "licenses", "license", "sources", "resources"),
        *("subjek", "frekuensi", "cakupan", ASIDE, *PARTY_KEYS),
    )
)
"""Keys that are taken over, or put in another way."""
_KNOWN_YEARS = range(1945, 2101)
"""Years that a descriptor can name (schemas/datapackage.schema.json)."""
_ADDRESS = re.compile(r"https?://\S+")


@dataclass(frozen=True)
class DescribedPackage:
    """The descriptor without its tables, and what the person should know of it."""

    document: dict[str, Any]
    told: tuple[Message, ...]


def described_package(said: Said, slug: str, tables: Sequence[AdoptedTable]) -> DescribedPackage:
    """What stands in the descriptor of the package `slug` besides `resources`."""
    aside, told = _aside(said)
    times = _times(tables)
    frequency, about_frequency = _frequency(said, times)
    coverage, about_coverage = _coverage(said, times)
    title = safe_text(said_text(said.get("title")))
    if not title:
        title = spoken_title(slug.replace("-", " "))
        told.append(message("importer.title-from-name", title=title))
    told += _about_parties(said)
    return DescribedPackage(
        {
            "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
            "name": slug,
            "title": title,
            "description": _description(said),
            "version": _FIRST,
            "created": created_said(said),
            **_optional(said),
            "licenses": licences_said(said),
            "contributors": contributors_said(said),
            "sources": sources_said(said, _itself(said, title)),
            "subjek": _subject(said),
            "frekuensi": frequency,
            "cakupan": coverage,
            **({ASIDE: safe_value(aside)} if aside else {}),
        },
        (*told, *about_frequency, *about_coverage),
    )


def _description(said: Said) -> str:
    given = safe_text(within_limit(said_text(said.get("description"))))
    return given or open_place(text(message("importer.hint-about")))


def created_said(said: Said) -> str:
    """When the package was made, in world time; today where it does not say.

    >>> created_said({"created": "2024-05-01T07:00:00+07:00"})
    '2024-05-01T00:00:00Z'
    """
    try:
        moment = datetime.datetime.fromisoformat(said_text(said.get("created")))
    except ValueError:
        moment = datetime.datetime.combine(datetime.date.today(), datetime.time())
    if moment.year not in _KNOWN_YEARS:
        moment = datetime.datetime.combine(datetime.date.today(), datetime.time())
    plain = moment.astimezone(datetime.UTC) if moment.tzinfo else moment
    return f"{plain:%Y-%m-%dT%H:%M:%S}Z"


def _optional(said: Said) -> dict[str, Any]:
    """Keys of the standard that a package may do without."""
    page = said_text(said.get("homepage"))
    pages = {"homepage": page} if _ADDRESS.fullmatch(page) else {}
    texts = {key: text for key in ("id", "image") if (text := safe_text(said_text(said.get(key))))}
    words = [word for word in _keywords(said) if _is_keyword(word)]
    return {**texts, **pages, **({"keywords": words} if words else {})}


def _keywords(said: Said) -> list[str]:
    """Keywords as a list, or as one text with commas, as some write them."""
    listed = said.get("keywords")
    parts = listed.split(",") if isinstance(listed, str) else said_texts(listed)
    return list(dict.fromkeys(word for part in parts if (word := safe_text(part))))


def _is_keyword(word: str) -> bool:
    pattern = schema("datapackage.schema.json")["properties"]["keywords"]["items"]["pattern"]
    return bool(re.search(pattern, word))


def _itself(said: Said, title: str) -> dict[str, str]:
    """The package as the source of its own data, where it names no other."""
    page = said_text(said.get("homepage"))
    edition = safe_text(_version(said)) or created_said(said)[:4] * bool(said.get("created"))
    name = said_text(said.get("name")) or title
    return {
        "title": title,
        "version": edition or open_place(text(message("importer.hint-source-edition"))),
        "bagian": text(message("importer.whole-package", name=safe_text(name))),
        **({"path": page} if _ADDRESS.fullmatch(page) else {}),
    }


def _version(said: Said) -> str:
    version = said.get("version", "")
    return version.strip() if isinstance(version, str) else str(version)


def _aside(said: Said) -> tuple[dict[str, Any], list[Message]]:
    """What has no place here, and what is told of it."""
    told = []
    before = said.get(ASIDE)
    aside = dict(before) if isinstance(before, dict) else {}
    version = _version(said)
    if version and version != _FIRST:
        aside["version"] = version
        told.append(message("importer.version-aside", version=version, first=_FIRST))
    others = without(said, _READ)
    words = [word for word in _keywords(said) if not _is_keyword(word)]
    page = said_text(said.get("homepage"))
    parties = {
        "licenses": licences_said(said),
        "license": licences_said(said),
        "sources": sources_said(said, {}),
        **dict.fromkeys(PARTY_KEYS, contributors_said(said)),
    }
    lost = {
        **others,
        **{key: said[key] for key, made in parties.items() if loses_words(said.get(key), made)},
        **({"keywords": words} if words else {}),
        **({"homepage": page} if page and not _ADDRESS.fullmatch(page) else {}),
    }
    description = said_text(said.get("description"))
    if within_limit(description) != description:
        lost["description"] = description
    if lost:
        told.append(message("importer.keys-of-package-aside", keys=tuple(lost)))
    return {**aside, **lost}, told


def _about_parties(said: Said) -> list[Message]:
    """What was taken for granted of licences and sources."""
    told = []
    if "licenses" in said or "license" in said:
        completed = tuple(item["name"] for item in licences_said(said) if item not in _listed(said))
        if completed:
            told.append(message("importer.licences-completed", names=completed))
    if not said_texts(said.get("sources")) and not said.get("sources"):
        told.append(message("importer.source-is-package"))
    return told


def _listed(said: Said) -> list[Any]:
    listed = said.get("licenses")
    return listed if isinstance(listed, list) else []


# What only people, or the points in time, can say -------------------------------------------------


def _subject(said: Said) -> str:
    given = said_text(said.get("subjek"))
    choices = tuple(SUBJECT)
    hint = text(message("importer.hint-subject", choices=choices))
    return given if given in choices else open_place(hint)


def _times(tables: Sequence[AdoptedTable]) -> list[KnownColumn]:
    """The column of time of each table that has one, the main table's first."""
    return [column for table in tables if (column := time_column(table.columns)) is not None]


def _frequency(said: Said, times: Sequence[KnownColumn]) -> tuple[str, list[Message]]:
    given = said_text(said.get("frekuensi"))
    if given in tuple(FREQUENCY):
        return given, []
    for column in times:
        if found := rhythm(column):
            meaning = FREQUENCY[found]
            told = message("importer.frequency-guessed", column=column.name, meaning=meaning)
            return found, [told]
    choices = tuple(FREQUENCY)
    return open_place(text(message("importer.hint-frequency", choices=choices))), []


def _coverage(said: Said, times: Sequence[KnownColumn]) -> tuple[dict[str, Any], list[Message]]:
    """The region stays open: a descriptor of the standard does not tell it."""
    given = said.get("cakupan")
    if isinstance(given, dict) and said_text(given.get("wilayah")):
        return dict(given), []
    spans = [span for column in times if (span := years_told(column))]
    if not spans:
        return {"wilayah": NO_REGION}, []
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    years = str(first) if first == last else f"{first}\N{EN DASH}{last}"
    if first not in _KNOWN_YEARS or last not in _KNOWN_YEARS:
        least, most = str(_KNOWN_YEARS[0]), str(_KNOWN_YEARS[-1])
        told = message("importer.coverage-outside", years=years, least=least, most=most)
        return {"wilayah": NO_REGION}, [told]
    told = message("importer.coverage-guessed", years=years)
    return {"wilayah": NO_REGION, "mulai": first, "selesai": last}, [told]
