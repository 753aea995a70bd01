"""data.sqlite with metadata.json as Datasette and SQLite read them."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from agencies import AGENCIES
from clients import read_by

pytestmark = pytest.mark.parametrize("slug", AGENCIES)


def test_every_table_and_column_is_told(slug: str, built: Path) -> None:
    document = json.loads((built / slug / "metadata.json").read_text("utf-8"))
    tables = document["databases"]["data"]["tables"]
    with closing(sqlite3.connect(built / slug / "data.sqlite")) as connection:
        names = {row[0] for row in connection.execute("SELECT tabel FROM metadata")}
        assert names <= tables.keys()
        for name in names:
            columns = {row[1] for row in connection.execute(f"PRAGMA table_info({name!r})")}
            assert tables[name]["columns"].keys() == columns
            assert tables[name]["license_url"].startswith("https://")


def test_regions_are_linked_by_their_code_alone(slug: str, built: Path) -> None:
    with closing(sqlite3.connect(built / slug / "data.sqlite")) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        tables = [row[0] for row in connection.execute("SELECT tabel FROM metadata")]
        linked = 0
        for name in tables:
            keys = connection.execute(f"PRAGMA foreign_key_list({name!r})").fetchall()
            parts: dict[int, list[tuple[str, str, str]]] = {}
            for number, _, parent, column, to, *_ in keys:
                parts.setdefault(number, []).append((parent, column, to))
            whole = {link[0] for link in parts.values() if len(link) == 1}
            for parent, column, to in (one for link in parts.values() for one in link):
                if parent == "wilayah" and to == "kode":
                    assert ("wilayah", column, "kode") in whole
                    linked += 1
        assert linked > 5


def test_datasette_shows_names_in_the_place_of_codes(slug: str, built: Path) -> None:
    metadata = json.loads((built / slug / "metadata.json").read_text("utf-8"))
    with closing(sqlite3.connect(built / slug / "data.sqlite")) as connection:
        tables = [row[0] for row in connection.execute("SELECT tabel FROM metadata")]
        (name, *_) = (one for one in tables if _points_to_regions(one, connection))
    addresses = ["/", f"/data/{name}"]
    front, rows = read_by(
        "datasette", built / slug / "data.sqlite", built / slug / "metadata.json", *addresses
    )
    assert metadata["title"] in front
    assert '<a href="/data/wilayah/' in rows
    told = metadata["databases"]["data"]["tables"][name]
    assert told["title"] in rows
    assert told["license_url"] in rows


def _points_to_regions(name: str, connection: sqlite3.Connection) -> bool:
    keys = connection.execute(f"PRAGMA foreign_key_list({name!r})")
    return ("wilayah", "kode") in {(key[2], key[4]) for key in keys}
