"""The templates that stand beside this room's pages."""

from __future__ import annotations

from pathlib import Path

from ...web.fragments import renderer

render = renderer(Path(__file__).parent)
