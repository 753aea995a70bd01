"""A website as bytes, without MkDocs: Markdown and templates to {address: bytes}."""

from .layout import LayoutPage, Theme
from .rendering import layout_pages, render_website
from .website import MenuItem, Website, WrittenPage

__all__ = [
    "LayoutPage",
    "MenuItem",
    "Theme",
    "Website",
    "WrittenPage",
    "layout_pages",
    "render_website",
]
