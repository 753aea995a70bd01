"""What is kept is published only while it is whole, its own, and made by today's program."""

from __future__ import annotations

import ast
import logging
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from profil_terbuka import pipeline as site
from profil_terbuka.system import recipes
from profil_terbuka.system.cache import Cache, Key, key, write_atomically
from support import BASE, add_program, change, snapshot

KINDS = {
    "frictionless",
    "gambar",
    "gaya",
    "indeks-cari",
    "katalog",
    "markup",
    "parquet",
    "tanpa-data-pribadi",
}
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


def cut_off(whole: bytes, chance: random.Random) -> bytes:
    return whole[: chance.randrange(len(whole))]


def flipped(whole: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(whole))
    return whole[:at] + bytes([whole[at] ^ 1 << chance.randrange(8)]) + whole[at + 1 :]


def lengthened(whole: bytes, chance: random.Random) -> bytes:
    return whole + chance.randbytes(chance.randint(1, 9))


def emptied(whole: bytes, chance: random.Random) -> bytes:
    return b""


def garbage(whole: bytes, chance: random.Random) -> bytes:
    return chance.randbytes(len(whole))


DAMAGES: list[Callable[[bytes, random.Random], bytes]] = [
    cut_off,
    flipped,
    lengthened,
    emptied,
    garbage,
]


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
        ("charts.render", "charts/spec.py"),  # imported inside a function
        ("charts.render", "charts/lines.py"),
        ("charts.render", "words/id/numbers.py"),
        ("charts.render", "model/tables.py"),
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
    assert recipes.ENGINE / module in recipes.reached(start, recipes.ENGINE)


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


@pytest.mark.parametrize(
    ("module", "makers"),
    [
        ("words/id/numbers.py", {"charts.render", "charts.maps.pictures"}),
        ("charts/lines.py", {"charts.render"}),
        ("charts/maps/classes.py", {"charts.maps.pictures"}),
        ("privacy/phones.py", {"privacy.outputs"}),
        ("check/jumps.py", set()),  # judged anew each time, never kept
    ],
)
def test_a_changed_module_changes_the_recipes_that_reach_it(
    engine: Path, module: str, makers: set[str]
) -> None:
    watched = ("charts.render", "charts.maps.pictures", "privacy.outputs", "web.markup")
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


# Whole builds


def build(project: Path) -> dict[str, bytes]:
    """The site as bangun.py makes it."""
    command = [sys.executable, str(project / "scripts" / "bangun.py")]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert "Traceback" not in result.stderr
    return snapshot(project / "site")


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented agency's repository with a cache of its own, which tests may damage."""
    folder = add_program(shutil.copytree(BASE, tmp_path_factory.mktemp("asal") / "repo"))
    shutil.rmtree(folder / site.CACHE)
    build(folder)
    return folder


@pytest.fixture
def project(origin: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(origin, tmp_path / "repo"))


def entries(project: Path) -> list[Path]:
    return sorted(path for path in (project / site.CACHE).rglob("*") if path.is_file())


def test_the_builds_below_keep_entries_of_every_kind(origin: Path) -> None:
    assert {path.parent.name for path in entries(origin)} == KINDS


@pytest.mark.parametrize("seed", range(3))
def test_a_build_over_damaged_entries_equals_a_fresh_one(
    project: Path, origin: Path, seed: int
) -> None:
    chance = random.Random(seed)
    whole = snapshot(project / site.CACHE)
    for entry in entries(project):
        damage = DAMAGES[chance.randrange(len(DAMAGES))]
        entry.write_bytes(damage(entry.read_bytes(), chance))
    assert build(project) == snapshot(origin / "site")
    assert snapshot(project / site.CACHE) == whole


def test_a_build_over_exchanged_entries_equals_a_fresh_one(project: Path, origin: Path) -> None:
    whole = snapshot(project / site.CACHE)
    for kind in KINDS:
        found = sorted((project / site.CACHE / kind).iterdir())
        contents = [path.read_bytes() for path in found]
        if len(found) == 1:
            contents = [next(iter(whole.values()))]
        for path, data in zip(found, [*contents[1:], contents[0]], strict=True):
            path.write_bytes(data)
    assert build(project) == snapshot(origin / "site")
    assert snapshot(project / site.CACHE) == whole


def test_a_warm_build_after_a_change_of_the_program_equals_a_cold_one(project: Path) -> None:
    """The mark of thousands stands in drawings, which are kept, and on pages, which are not."""
    drawing = "contoh/data/penerima/per-kecamatan.svg"
    assert ">1.310<" in (project / "site" / drawing).read_text("utf-8")
    change(project / "hooks/profil_terbuka/words/id/numbers.py", '(",.", ".,")', '(",.", "_,")')
    warm = build(project)
    assert b">1_310<" in warm[drawing]
    shutil.rmtree(project / site.CACHE)
    assert build(project) == warm
