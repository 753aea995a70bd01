"""Licences, sources and contributors of a package from elsewhere, in whatever form they come.

Older editions of the standard, and many a hand, have written them otherwise: one object instead of
a list, a mere name, `type` and `url`, `web` for `path`, `role` for `roles`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ...model.messages import message
from ...read.open_places import open_place
from ...read.schemas import schema
from ...words.catalogues import text
from .jsonparts import Said, said_objects, said_text, said_texts
from .plain_texts import safe_text

_CREATIVE = "https://creativecommons.org"
_DATA_COMMONS = "https://opendatacommons.org/licenses"
_KNOWN: Mapping[str, tuple[str, str]] = {
    "CC0-1.0": ("Creative Commons Zero 1.0", f"{_CREATIVE}/publicdomain/zero/1.0/"),
    "CC-BY-3.0": ("Creative Commons Attribution 3.0", f"{_CREATIVE}/licenses/by/3.0/"),
    "CC-BY-4.0": ("Creative Commons Attribution 4.0", f"{_CREATIVE}/licenses/by/4.0/"),
    "CC-BY-SA-3.0": (
        "Creative Commons Attribution Share-Alike 3.0",
        f"{_CREATIVE}/licenses/by-sa/3.0/",
    ),
    "CC-BY-SA-4.0": (
        "Creative Commons Attribution Share-Alike 4.0",
        f"{_CREATIVE}/licenses/by-sa/4.0/",
    ),
    "ODC-PDDL-1.0": ("Open Data Commons Public Domain Dedication", f"{_DATA_COMMONS}/pddl/"),
    "ODC-BY-1.0": ("Open Data Commons Attribution 1.0", f"{_DATA_COMMONS}/by/"),
    "ODbL-1.0": ("Open Data Commons Open Database License 1.0", f"{_DATA_COMMONS}/odbl/"),
}
"""Identifier of the Open Definition -> title and address."""
_OTHER_NAMES: Mapping[str, str] = {
    "pddl": "ODC-PDDL-1.0",
    "odc-pddl": "ODC-PDDL-1.0",
    "pddl-1.0": "ODC-PDDL-1.0",
    "public_domain_dedication_and_license": "ODC-PDDL-1.0",
    "odc-by": "ODC-BY-1.0",
    "odbl": "ODbL-1.0",
    "odc-odbl": "ODbL-1.0",
    "cc0": "CC0-1.0",
    "cc-zero": "CC0-1.0",
    "cc-by": "CC-BY-4.0",
}
"""What else they are called, in small letters."""
_LICENCE_NAME = re.compile(r"[A-Za-z0-9._-]+")
_ADDRESS = re.compile(r"https?://\S+")
_PERSON = re.compile(r"(?P<title>[^<(]+)(?:<(?P<email>[^>]*)>)?\s*(?:\((?P<path>[^)]*)\))?")


def licences_said(said: Said) -> list[dict[str, str]]:
    """The licences of a package or a table; one with open places where it names none.

    >>> licences_said({"license": "PDDL-1.0"})[0]["name"]
    'ODC-PDDL-1.0'
    """
    listed = said.get("licenses", said.get("license"))
    found = [{"name": name} for name in said_texts(listed)] + said_objects(listed)
    return [_licence(item) for item in found] or [_licence({})]


def _licence(said: Said) -> dict[str, str]:
    """Name, title and address: what is said, what is known of the name, or an open place."""
    written = next((said_text(said[key]) for key in ("name", "id", "type") if key in said), "")
    path = next((said_text(said[key]) for key in ("path", "url") if key in said), "")
    title = said_text(said.get("title"))
    known = {name.casefold(): name for name in _KNOWN}
    usual = known.get(written.casefold()) or _OTHER_NAMES.get(written.casefold(), "")
    name = usual or (written if _LICENCE_NAME.fullmatch(written) else "") or _named_by(path)
    usual_title, usual_path = _KNOWN.get(name, ("", ""))
    own_path = path if _ADDRESS.fullmatch(path) else ""
    return {
        "name": name or open_place(text(message("importer.hint-licence"))),
        "title": safe_text(title or usual_title or written)
        or open_place(text(message("importer.hint-licence-title"))),
        "path": own_path or usual_path or open_place(text(message("importer.hint-licence-path"))),
    }


def _named_by(path: str) -> str:
    """The licence whose text stands at an address.

    >>> _named_by("http://opendatacommons.org/licenses/pddl/1.0/")
    'ODC-PDDL-1.0'
    """
    plain = _bare(path)
    return next((name for name, (_, at) in _KNOWN.items() if plain.startswith(_bare(at))), "")


def _bare(address: str) -> str:
    return re.sub(r"^https?://(www\.)?", "", address).rstrip("/")


def sources_said(said: Said, itself: Mapping[str, str]) -> list[dict[str, str]]:
    """The sources of a package; where it names none, the package `itself` is the source.

    What only people know stays open: which edition, and which part of it.
    """
    listed = said.get("sources")
    found = [{"title": title} for title in said_texts(listed)] + said_objects(listed)
    sources = [source for item in found if (source := _source(item))]
    return [_whole_source(item) for item in sources] or [dict(itself)]


def sources_of_table(said: Said) -> list[dict[str, str]]:
    """Those of one table, which the standard asks no more of than a title."""
    return [source for item in said_objects(said.get("sources", [])) if (source := _source(item))]


def _source(said: Said) -> dict[str, str]:
    """Title, edition and address of a source; {} where it has neither title nor address."""
    path = next((said_text(said[key]) for key in ("path", "web", "url") if key in said), "")
    title = safe_text(said_text(said.get("title")) or said_text(said.get("name")) or path)
    email = said_text(said.get("email"))
    more = {
        "version": safe_text(str(said.get("version", "")).strip()),
        "path": path if _ADDRESS.fullmatch(path) else "",
        "email": email if _mail_pattern().fullmatch(email) else "",
        "bagian": safe_text(said_text(said.get("bagian"))),
    }
    return {"title": title, **{key: value for key, value in more.items() if value}} if title else {}


def _whole_source(source: Mapping[str, str]) -> dict[str, str]:
    return {
        "title": source["title"],
        "version": open_place(text(message("importer.hint-source-edition"))),
        "bagian": open_place(text(message("importer.hint-source-place"))),
        **source,
    }


def loses_words(said: object, made: object) -> bool:
    """Whether something that is said stands nowhere in what was made of it.

    >>> loses_words({"name": "Badan"}, [{"title": "Badan", "roles": ["author"]}])
    False
    >>> loses_words({"name": "Badan", "phone": "-5"}, [{"title": "Badan"}])
    True
    """
    return bool(_words(said) - _words(made))


def _words(value: object) -> frozenset[str]:
    """The words of all texts in a value; the names of keys are none."""
    if isinstance(value, Mapping):
        return frozenset().union(*map(_words, value.values()))
    if isinstance(value, list):
        return frozenset().union(*map(_words, value))
    return (
        frozenset(re.findall(r"\w+", str(value).casefold())) if value is not None else frozenset()
    )


_ROLES_OF_KEYS = {
    "author": "author",
    "authors": "author",
    "publisher": "publisher",
    "publishers": "publisher",
    "maintainer": "maintainer",
    "maintainers": "maintainer",
}
"""Keys of older packages -> the role of those they name."""
PARTY_KEYS = ("contributors", *_ROLES_OF_KEYS)


def contributors_said(said: Said) -> list[dict[str, Any]]:
    """Who made the data; an open place where nobody is named.

    >>> contributors_said({"author": "Badan Contoh <data@contoh.go.id>"})
    [{'title': 'Badan Contoh', 'email': 'data@contoh.go.id', 'roles': ['author']}]
    """
    found = []
    for key in PARTY_KEYS:
        listed = said.get(key)
        people = [_person(one) for one in said_texts(listed)] + said_objects(listed)
        found += [_contributor(item, _ROLES_OF_KEYS.get(key, "contributor")) for item in people]
    named = [item for item in found if item]
    title = open_place(text(message("importer.hint-creator")))
    return named or [{"title": title, "roles": ["creator"]}]


def _person(said: str) -> dict[str, str]:
    """'Name <mail> (page)', as many write it."""
    found = _PERSON.match(said)
    return {key: value.strip() for key, value in found.groupdict("").items()} if found else {}


def _contributor(said: Said, role: str) -> dict[str, Any]:
    known = schema("datapackage.schema.json")["$defs"]["kontributor"]
    roles_known = known["properties"]["roles"]["items"]["enum"]
    names = [said_text(said.get(key)) for key in ("givenName", "familyName")]
    title = said_text(said.get("title")) or said_text(said.get("name")) or " ".join(names).strip()
    title = title or said_text(said.get("organization"))
    if not title:
        return {}
    texts = {key: safe_text(said_text(said.get(key))) for key in ("givenName", "familyName")}
    texts["organization"] = safe_text(said_text(said.get("organization")))
    path = next((said_text(said[key]) for key in ("path", "web", "url") if key in said), "")
    email = said_text(said.get("email"))
    roles = [item if item in roles_known else "other" for item in _roles(said)]
    return {
        "title": safe_text(title),
        **({"path": path} if _ADDRESS.fullmatch(path) else {}),
        **({"email": email} if _mail_pattern().fullmatch(email) else {}),
        **{key: value for key, value in texts.items() if value},
        "roles": list(dict.fromkeys(roles)) or [role],
    }


def _mail_pattern() -> re.Pattern[str]:
    return re.compile(schema("datapackage.schema.json")["$defs"]["surel"]["pattern"])


def _roles(said: Said) -> list[str]:
    return said_texts(said.get("roles", [])) or said_texts(said.get("role"))
