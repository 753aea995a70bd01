"""What surrounds every page: whose site it is, its mark, and where a page stands in it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from ..comparison.snapshot import Notice, Snapshot
from ..model import UNPUBLISHED, Agency
from ..model.palette import PORTAL, palette
from ..model.products import SharedPicture
from ..model.timezones import NATIONAL

ICON = "aset/ikon.svg"
SHARED_PICTURE, SHARED_SIZE = "aset/berbagi.png", (1200, 630)
"""The site's picture for places where links are shared, in px (Open Graph)."""
URGENT_PAGE = "ppid/serta-merta/"
_SMALL_WORDS = frozenset({"dan", "di", "ke", "dari", "untuk"})


@dataclass(frozen=True, slots=True)
class Alert:
    """An urgent announcement as every page holds it, escaped.

    A script shows it from `begins` until `ends` (ISO 8601, '' while nobody knows); `running` tells
    whether it is to be seen without one as well. `agency` is '' on that agency's own pages.
    """

    agency: str
    title: str
    kind: str
    period: str
    address: str
    begins: str
    ends: str
    running: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """The words of header and footer. Every text is escaped: themes write it as it is."""

    name: str
    short_name: str
    colour: str
    initials: str
    root: str
    """The address that identifies the site in sitemap and robots.txt."""
    address: str = ""
    phone: str = ""
    website: str = ""
    source: str = ""
    logo: str = ""
    """Address of the picture beside the name; '' shows the initials."""
    photograph: str = ""
    """Address of the picture behind the front page's opening."""
    photograph_shows: str = ""
    below: tuple[str, ...] = ()
    """Folders with sites of their own; crawlers ask only the topmost site where they may go."""
    alerts: tuple[Alert, ...] = ()
    published: str = ""
    """The moment at which the day of publication begins (ISO 8601), '' where nothing hangs on it.
    A device whose clock is behind it cannot tell what runs."""

    @property
    def icon(self) -> str:
        """The mark of the site: its initials on its colour, as SVG."""
        return (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
            f'<rect width="32" height="32" rx="6" fill="{palette(self.colour).light.accent}"/>'
            '<text x="16" y="21.5" font-family="sans-serif" font-size="15" font-weight="700" '
            f'text-anchor="middle" fill="#fff">{self.initials}</text></svg>\n'
        )

    @property
    def picture(self) -> SharedPicture:
        """Shown where somebody shares a page that has none of its own."""
        return SharedPicture(SHARED_PICTURE, *SHARED_SIZE, self.name)

    @property
    def robots(self) -> str:
        """robots.txt: everything may be read, and here is what there is."""
        maps = [
            f"Sitemap: {self.root}{name}sitemap.xml"
            for name in ("", *map("{}/".format, self.below))
        ]
        return "\n".join(["User-agent: *", "Allow: /", "", *maps, ""])


def agency_frame(agency: Agency, day: datetime.date, notices: Iterable[Notice] = ()) -> Frame:
    """The frame of an agency's site published on that `day`; every page holds the `notices`."""
    return Frame(
        name=escape(agency.name),
        short_name=escape(agency.short_name),
        colour=agency.colour,
        initials=escape(_initials(agency.short_name)),
        root=agency.root,
        address=escape(agency.address),
        phone=escape(agency.phone or ""),
        website=escape(agency.website or ""),
        source=escape(agency.book),
        logo=agency.logo,
        photograph=agency.photograph.path if agency.photograph else "",
        photograph_shows=escape(agency.photograph.caption) if agency.photograph else "",
        alerts=tuple(_alert(item, day, URGENT_PAGE) for item in notices),
        published=_dawn(day, agency.zone).isoformat(timespec="minutes"),
    )


def portal_frame(
    name: str, address: str | None, day: datetime.date, snapshots: Sequence[Snapshot]
) -> Frame:
    """The frame of the portal published on that `day` at `address`, if it has one.

    It stands above the agencies of the `snapshots`, and every page holds their notices; of an
    agency whose newest data are faulty these may be over by now.
    """
    safe = Markup(name)  # noqa: S704  MkDocs writes it as it is
    return Frame(
        safe,
        safe,
        PORTAL,
        _initials(name),
        f"{(address or UNPUBLISHED).rstrip('/')}/",
        below=tuple(item.slug for item in snapshots),
        alerts=tuple(
            _alert(notice, day, f"{item.slug}/{URGENT_PAGE}", item.short_name)
            for item in snapshots
            for notice in item.notices
            if not _over(notice, day)
        ),
        published=_dawn(day, NATIONAL).isoformat(timespec="minutes"),
    )


def _alert(notice: Notice, day: datetime.date, page: str, agency: str = "") -> Alert:
    return Alert(
        agency=escape(agency),
        title=escape(notice.title),
        kind=escape(notice.kind),
        period=notice.period,
        address=f"{page}#{notice.anchor}",
        begins=notice.begins,
        ends=notice.ends,
        running=notice.begins[:10] <= day.isoformat(),
    )


def _over(notice: Notice, day: datetime.date) -> bool:
    """Whether it ended before the day began."""
    ends = datetime.datetime.fromisoformat(notice.ends) if notice.ends else None
    return ends is not None and ends <= _dawn(day, NATIONAL)


def _dawn(day: datetime.date, zone: datetime.timezone) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), zone)


def _initials(name: str) -> str:
    """'Dinas Kota Contoh' -> 'DK': at most two letters, so that they stay legible."""
    words = [word for word in name.split() if word[0].isalpha() and word not in _SMALL_WORDS]
    return "".join(word[0].upper() for word in words[:2]) or "?"
