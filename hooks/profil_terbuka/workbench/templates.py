"""The templates of the bench, written as those of the site: every value is escaped."""

from __future__ import annotations

from pathlib import Path

from ..web.fragments import renderer

render = renderer(Path(__file__).parent / "pages")
"""One template of workbench/pages/ as HTML."""
