"""A website as bytes, without MkDocs: Markdown and templates to {address: bytes}."""

from .layout import LayoutPage, Theme
from .rendering import layout_pages, render_website
from .staging import Staging
from .website import MenuItem, Website, WrittenPage

__all__ = [
    "LayoutPage",
    "MenuItem",
    "Staging",
    "Theme",
    "Website",
    "WrittenPage",
    "layout_pages",
    "render_website",
]
