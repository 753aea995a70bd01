"""Urgent announcements: those that run, and the archive."""

from __future__ import annotations

import datetime

from ...model import Catalog
from ...model.products import Page
from ...model.registers import URGENT_ANNOUNCEMENTS
from ...words.wording import date
from ..desk import announcements, packages
from ..desk.announcements import Announcement
from .parts import URGENT, page
from .templates import render

_KEY = "ppid/serta-merta"


def urgent_page(catalog: Catalog, today: datetime.date) -> Page:
    """ppid/serta-merta/"""
    known = announcements.announcements(catalog)
    over = [item for item in known if item.over(today)]
    running = [item for item in known if item.running(today)]
    coming = [item for item in known if item not in over and item not in running]
    titles = _titles(catalog)
    data = f"data/{URGENT_ANNOUNCEMENTS}/" if titles else ""
    state = render("ppid-serta-merta", banyak=len(running), hari=date(today.isoformat()))
    fragments = {f"{_KEY}/keadaan": state}
    parts = [f"{_KEY}/keadaan"]
    sections = (
        ("Sedang berlaku", running, "berlaku"),
        ("Akan datang", coming, "datang"),
        ("Arsip", over, "arsip"),
    )
    for heading, items, name in sections:
        if items:
            parts += [f"## {heading}", f"{_KEY}/{name}"]
            fragments[f"{_KEY}/{name}"] = _list(items, titles)
    parts += ["## Apa itu informasi serta merta", f"{_KEY}/arti"]
    fragments[f"{_KEY}/arti"] = render("ppid-serta-merta-arti", judul=titles, data=data)
    description = "Pengumuman tentang keadaan yang dapat membahayakan orang banyak."
    return page(URGENT, "Pengumuman serta merta", description, parts, fragments)


def _list(items: list[Announcement], titles: dict[str, str]) -> str:
    return render("ppid-pengumuman", pengumuman=items, judul=titles)


def _titles(catalog: Catalog) -> dict[str, str]:
    """How the eight points are called; empty without the package."""
    main = packages.desk_table(catalog, URGENT_ANNOUNCEMENTS)
    return {name: main.schema[name].title for name in packages.POINTS} if main else {}
