"""A builder that does not call our hook publishes none of our pages, raw references included."""

from __future__ import annotations

from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from support import ENGINE, ROOT

CONFIGURATIONS = ("mkdocs.yml", "mkdocs.portal.yml")


def found(name: str, target: Path) -> str:
    """All that stands in what is built of a configuration whose hook is not called."""
    config = load_config(str(ROOT / name), hooks=[], nav=None, site_dir=str(target))
    config.hooks.clear()
    config.plugins.clear()
    build(config)
    pages = [path.read_text("utf-8") for path in target.rglob("*.html")]
    assert pages
    return "\n".join(pages)


def test_what_is_found_instead_says_what_to_do(tmp_path: Path) -> None:
    for name in CONFIGURATIONS:
        said = found(name, tmp_path / name)
        assert "Situs ini tidak dapat dibangun begini" in said
        assert "<code>make site</code>" in said
        assert "{{" not in said
        assert "Pontianak" not in said


def test_nothing_is_written_into_the_published_site() -> None:
    for name in CONFIGURATIONS:
        target = Path(load_config(str(ROOT / name), hooks=[]).site_dir)
        assert not target.is_relative_to(ROOT / "site"), name


def test_a_new_repository_begins_with_the_same() -> None:
    begun = ENGINE / "editing/repositori"
    page = "hooks/tanpa-pengait/index.md"
    assert (begun / f"{page}.awal").read_bytes() == (ROOT / page).read_bytes()
    told = (begun / "mkdocs.yml.awal").read_text("utf-8")
    for line in ("docs_dir: hooks/tanpa-pengait", "site_dir: .cache/tanpa-pengait"):
        assert f"\n{line}\n" in told
        assert f"\n{line}\n" in (ROOT / "mkdocs.yml").read_text("utf-8")
