"""The colours of one publisher as variables of a style sheet, for light and for dark."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.palette import Scheme, palette


def light_roles(colour: str) -> str:
    """Declarations for `:root`; `--instansi` is the colour itself.

    >>> light_roles("#0b5c8a").partition(";")[0]
    '--instansi:#0b5c8a'
    """
    return ";".join((f"--instansi:{colour}", *_roles(palette(colour).light)))


def dark_roles(colour: str) -> str:
    """The same names for a dark page; not `--instansi`, which is what it is."""
    return ";".join(_roles(palette(colour).dark))


def _roles(scheme: Scheme) -> Iterator[str]:
    yield f"--aksen:{scheme.accent}"
    yield f"--di-atas-aksen:{scheme.on_accent}"
    yield f"--kuat:{scheme.strong}"
    yield f"--wash:{scheme.wash}"
    yield f"--rona:{scheme.faded}"
    yield from _numbered("peta", scheme.ramp)
    yield from _numbered("peta-huruf", scheme.letters)
    yield from _numbered("grafik", scheme.series)
    yield from _numbered("grafik-tahun", scheme.years)


def _numbered(name: str, colours: tuple[str, ...]) -> Iterator[str]:
    for place, colour in enumerate(colours, start=1):
        yield f"--{name}-{place}:{colour}"
