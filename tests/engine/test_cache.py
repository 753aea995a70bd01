"""What is kept is published only while it is whole, its own, and made by today's program."""

from __future__ import annotations

import ast
import logging
import os
import random
import shutil
from collections.abc import Iterable, Iterator, Set
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from damages import DAMAGES
from profil_terbuka.charts.kind import Beside
from profil_terbuka.model import Agency, Manuscript
from profil_terbuka.model.products import ChartData
from profil_terbuka.ppid.register.facts import RegisterFacts
from profil_terbuka.publish.search.record import Record
from profil_terbuka.publish.search.webpages import Webpage
from profil_terbuka.system import recipes
from profil_terbuka.system.cache import Cache, Key, key, write_atomically

MAKER = "profil_terbuka.web.markup"
MODULES = sorted(recipes.ENGINE.rglob("*.py"))


# One entry


def fresh() -> bytes:
    return b"baru"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300), place=st.integers(0, 10**6), what=st.integers(0, 4))
def test_a_damaged_entry_is_made_anew(tmp_path: Path, data: bytes, place: int, what: int) -> None:
    cache, name = Cache(tmp_path), key(MAKER, data)
    cache.keep("uji", name, data)
    file = tmp_path / "uji" / name
    whole = file.read_bytes()
    file.write_bytes(DAMAGES[what](whole, random.Random(place)))
    assert cache.get("uji", name, fresh) == b"baru"
    assert Cache(tmp_path).get("uji", name, lambda: b"lagi") == b"baru"
    assert cache.made == {"uji": 1}


def test_an_entry_of_an_older_program_without_a_seal_is_made_anew(tmp_path: Path) -> None:
    name = key(MAKER, "a")
    write_atomically(tmp_path / "uji" / name, b"isi tanpa segel")
    assert Cache(tmp_path).get("uji", name, fresh) == b"baru"


@pytest.mark.parametrize(("kind", "other"), [("uji", key(MAKER, "b")), ("lain", key(MAKER, "a"))])
def test_an_entry_copied_from_elsewhere_is_made_anew(tmp_path: Path, kind: str, other: Key) -> None:
    cache, name = Cache(tmp_path), key(MAKER, "a")
    cache.keep(kind, other, b"milik yang lain")
    (tmp_path / "uji").mkdir(exist_ok=True)
    shutil.copy(tmp_path / kind / other, tmp_path / "uji" / name)
    assert cache.get("uji", name, fresh) == b"baru"


def test_a_whole_entry_is_not_made_again(tmp_path: Path) -> None:
    cache, name = Cache(tmp_path), key(MAKER, "a")
    cache.keep("uji", name, b"")
    assert cache.get("uji", name, fresh) == b""
    assert cache.made == {}


def test_a_folder_in_the_place_of_an_entry_is_not_fatal(tmp_path: Path) -> None:
    cache, name = Cache(tmp_path), key(MAKER, "a")
    (tmp_path / "uji" / name / "isi").mkdir(parents=True)
    assert cache.get("uji", name, fresh) == b"baru"


def test_a_cache_that_cannot_be_written_is_told_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / ".cache").write_text("berkas", "utf-8")
    with caplog.at_level(logging.WARNING):
        for part in "ab":
            assert Cache(tmp_path / ".cache").get("uji", key(MAKER, part), fresh) == b"baru"
    (told,) = caplog.messages
    assert told.startswith("Hasil sementara tidak dapat disimpan di .cache.")


def test_the_disk_has_the_bytes_before_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    sync, replace = os.fsync, Path.replace

    def synced(handle: int) -> None:
        done.append(f"fsync {os.fstat(handle).st_size}")
        sync(handle)

    def replaced(self: Path, target: Path) -> Path:
        done.append("rename")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", replaced)
    write_atomically(tmp_path / "a", b"12345")
    assert done == ["fsync 5", "rename"]


# The recipe


def by_syntax(file: Path) -> set[str]:
    """What a module imports, as Python itself reads it."""
    package = [recipes.ENGINE.name, *file.parent.relative_to(recipes.ENGINE).parts]
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            parts = [*base, *(node.module or "").split(".")]
            found |= {".".join(filter(None, [*parts, alias.name])) for alias in node.names}
    return found


@pytest.mark.parametrize("file", MODULES, ids=lambda f: str(f.relative_to(recipes.ENGINE)))
def test_import_lines_are_read_as_python_reads_them(file: Path) -> None:
    package = ".".join([recipes.ENGINE.name, *file.parent.relative_to(recipes.ENGINE).parts])
    assert by_syntax(file) <= set(recipes.imports(file.read_text("utf-8"), package))


@pytest.mark.parametrize(
    ("maker", "module"),
    [
        ("charts.kinds.lines", "charts/cuts.py"),
        ("charts.kinds.lines", "charts/render.py"),
        ("charts.kinds.lines", "words/id/numbers.py"),
        ("privacy.clean", "privacy/pdf_reader.py"),
        ("ppid.desk.document_text", "privacy/pdf_reader.py"),
        ("charts.kinds.lines", "model/tables.py"),
        ("charts.maps.pictures", "charts/maps/tiles.py"),
        ("charts.maps.pictures", "charts/remarks.py"),
        ("charts.maps.pictures", "model/geo.py"),
        ("charts.maps.pictures", "words/id/numbers.py"),
        ("check.conform", "check/conform.py"),
        ("check.conform", "read/descriptor/build.py"),
        ("web.markup", "web/allowed.py"),
        ("catalogues.verdict", "catalogues/csvw_reader.py"),
        ("downloads.formats.parquet", "words/id/downloads.po"),
        ("publish.search.index", "publish/search/packed.py"),
        ("privacy.outputs", "privacy/phones.py"),
        ("privacy.outputs", "privacy/media.py"),
    ],
)
def test_a_recipe_covers_what_its_module_reaches(maker: str, module: str) -> None:
    start = recipes.ENGINE / f"{maker.replace('.', '/')}.py"
    modules = recipes.reached(start, recipes.ENGINE)
    assert recipes.ENGINE / module in (*modules, *recipes.sentences(modules, recipes.ENGINE))


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterable[Path]:
    """A copy of the engine that recipes are made of."""
    ignore = shutil.ignore_patterns("__pycache__")
    copy = Path(shutil.copytree(recipes.ENGINE, tmp_path / recipes.ENGINE.name, ignore=ignore))
    monkeypatch.setattr(recipes, "ENGINE", copy)
    forget()
    yield copy
    forget()


def forget() -> None:
    """Recipes are made once per process: this is another one."""
    for remembered in (recipes.recipe, recipes.surroundings, recipes._imported):
        remembered.cache_clear()


DRAWERS = ("charts.kinds.lines", "charts.kinds.bars")


@pytest.mark.parametrize(
    ("module", "makers"),
    [
        ("words/id/numbers.py", {*DRAWERS, "charts.maps.pictures", "privacy.outputs"}),
        ("words/id/system.po", {*DRAWERS, "charts.maps.pictures", "privacy.outputs"}),
        ("words/id/check.po", set()),  # none of them tells what checks have found
        ("charts/kinds/lines.py", {"charts.kinds.lines"}),
        ("charts/maps/classes.py", {"charts.maps.pictures"}),
        ("privacy/phones.py", {"privacy.outputs"}),
        ("check/jumps.py", set()),  # judged anew each time, never kept
    ],
)
def test_a_changed_module_changes_the_recipes_that_reach_it(
    engine: Path, module: str, makers: set[str]
) -> None:
    watched = (
        *DRAWERS,
        "charts.maps.pictures",
        "privacy.outputs",
        "web.markup",
    )
    before = {maker: recipes.recipe(f"profil_terbuka.{maker}") for maker in watched}
    with (engine / module).open("a", encoding="utf-8") as file:
        file.write("\n# diubah\n")
    forget()
    after = {maker: recipes.recipe(f"profil_terbuka.{maker}") for maker in watched}
    assert {maker for maker in watched if before[maker] != after[maker]} == makers


def test_another_version_of_a_library_changes_every_recipe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forget()
    before = recipes.recipe(MAKER)
    (tmp_path / "vega-9.0.dist-info").mkdir()
    monkeypatch.syspath_prepend(str(tmp_path))
    forget()
    assert recipes.recipe(MAKER) != before
    forget()


def test_another_python_changes_every_recipe(monkeypatch: pytest.MonkeyPatch) -> None:
    forget()
    before = recipes.recipe(MAKER)
    monkeypatch.setattr(recipes.platform, "python_version", lambda: "9.9.9")
    forget()
    assert recipes.recipe(MAKER) != before
    forget()


def test_whatever_is_kept_has_a_recipe() -> None:
    """No module of the engine names an entry but by `key`."""
    for file in MODULES:
        text = file.read_text("utf-8")
        if file.stem != "cache" and ("cache.get(" in text or "cache.keep(" in text):
            assert "key(" in text, file
            assert "Key(" not in text, file
    with pytest.raises(ValueError, match="is no module"):
        key("profil_terbuka.tiada", "a")


WRITTEN_OUT = (Agency, Manuscript, ChartData, Beside, RegisterFacts, Webpage, Record)
"""Values whose text (repr) goes into a key."""


@pytest.mark.parametrize("value", WRITTEN_OUT)
def test_what_is_written_into_a_key_has_one_order(value: type) -> None:
    """A set is written in another order in each process: what was kept would never be found."""
    assert not list(_unordered(value, set()))


def _unordered(value: type, seen: set[type]) -> Iterator[str]:
    """The fields of a dataclass, and of those in it, that hold sets."""
    seen.add(value)
    for name, annotation in get_type_hints(value).items():
        if not is_dataclass(value) or name not in {field.name for field in fields(value)}:
            continue
        for part in _parts(annotation):
            if part in (set, frozenset, Set):
                yield f"{value.__name__}.{name}"
            elif is_dataclass(part) and part not in seen:
                yield from _unordered(part, seen)


def _parts(annotation: Any) -> Iterator[type]:
    """All types named in an annotation: `tuple[str, ...] | None` names tuple, str and None."""
    inner = get_args(annotation)
    yield get_origin(annotation) or annotation
    for each in inner:
        yield from _parts(each)
