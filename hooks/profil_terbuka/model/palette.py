"""One agency colour turned into the colours of its pages and charts, for light and for dark.

The hue is kept. Lightness and chroma are set in OKLCH (https://bottosson.github.io/posts/oklab/),
where equal steps look equal, and moved until the contrast that a role needs is there: so any colour
will do, yellow as well as navy. What comes out is fixed hexadecimal: cheap phones know no
`color-mix()`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from .colours import contrast

PAPER, NIGHT = "#ffffff", "#11161c"
"""The grounds of pages."""
PORTAL = "#39465a"
"""The colour of what several agencies publish together: slate, so that each keeps its own."""
_WHITE, _BLACK = PAPER, NIGHT
"""Letters on a shade: whichever is read better."""
_HERO = 10.0
"""Least contrast of white letters on the strong ground."""
_STEP = 0.01
_NEAR_HUE = math.radians(40)
"""Hues closer than this pass for one colour."""
_GREY = 0.04
"""Below this chroma a colour has no hue that anybody sees."""

_YEAR_CHROMA = 0.1


@dataclass(frozen=True)
class _Ground:
    """What one ground asks of the colours on it. A shade is (lightness, most chroma)."""

    link: float
    """Least contrast of links, buttons and single series on the tinted ground."""
    on_accent: str
    wash: tuple[float, float]
    strong: tuple[float, float]
    """Where the search for the strong ground begins."""
    faded: tuple[float, float]
    ramp: tuple[tuple[float, float], ...]
    """Of a map's classes, from few to many."""
    years: tuple[float, ...]
    """Lightness of years, the newest last."""
    others: tuple[str, ...]
    """For further series: 3:1 on the ground, told apart by people who see no red or green."""


_BY_DAY = _Ground(
    link=5.5,
    on_accent=PAPER,
    wash=(0.963, 0.02),
    strong=(0.33, 0.08),
    faded=(0.87, 0.05),
    ramp=((0.93, 0.025), (0.82, 0.055), (0.68, 0.09), (0.52, 0.1), (0.36, 0.08)),
    years=(0.64, 0.59, 0.54, 0.48, 0.42, 0.35, 0.28),
    others=(
        *("#c2571a", "#2e7d4f", "#8a3c8f", "#0b5c8a"),
        *("#8c6d00", "#b3261e", "#00736f", "#4a5a6a"),
    ),
)
_BY_NIGHT = _Ground(
    link=7.0,
    on_accent="#0c1116",
    wash=(0.255, 0.03),
    strong=(0.27, 0.05),
    faded=(0.40, 0.05),
    ramp=((0.29, 0.025), (0.42, 0.055), (0.55, 0.09), (0.70, 0.1), (0.86, 0.08)),
    years=(0.52, 0.58, 0.64, 0.70, 0.76, 0.83, 0.90),
    others=(
        *("#f0965c", "#6fc795", "#d597da", "#6cb6e0"),
        *("#d9bd4e", "#f28b82", "#5cc7c1", "#a9b7c6"),
    ),
)


@dataclass(frozen=True)
class Scheme:
    """The colours of one scheme, each as `#rrggbb`."""

    accent: str
    """Links, buttons, the single series of a chart."""
    on_accent: str
    strong: str
    """The ground of the front page's head, under white letters."""
    wash: str
    """The tinted ground of asides."""
    faded: str
    """Bars beside the one that matters."""
    ramp: tuple[str, ...]
    letters: tuple[str, ...]
    """On each shade of the ramp."""
    years: tuple[str, ...]
    series: tuple[str, ...]


@dataclass(frozen=True)
class Palette:
    """The colours made of `colour`, an agency's own."""

    colour: str

    @cached_property
    def light(self) -> Scheme:
        """On paper white."""
        own = _Hue.of(self.colour)
        return _scheme(own, own.darker(min(own.lightness, 0.5), own.chroma), _BY_DAY)

    @cached_property
    def dark(self) -> Scheme:
        """On a ground that is nearly black; not the light one turned round."""
        own = _Hue.of(self.colour)
        return _scheme(own, own.lighter(0.76, 0.11), _BY_NIGHT)


@cache
def palette(colour: str) -> Palette:
    """The colours of an agency.

    >>> own = palette("#0b5c8a")
    >>> own.light.accent, own.dark.accent
    ('#0b5c8a', '#73b9ed')
    >>> palette("#f2c500").light.accent
    '#745e0c'
    """
    return Palette(colour)


@dataclass(frozen=True)
class _Hue:
    """A colour in OKLCH: lightness 0 to 1, chroma, hue in radians."""

    lightness: float
    chroma: float
    hue: float

    @classmethod
    def of(cls, colour: str) -> _Hue:
        red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
        long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
        middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
        short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
        lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
        a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
        b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
        return cls(lightness, math.hypot(a, b), math.atan2(b, a))

    def at(self, lightness: float, most: float) -> str:
        """The same hue as `#rrggbb`, with as much of its chroma as `most` and screens allow."""
        chroma = min(self.chroma, most)
        while not _shown(rgb := _to_rgb(lightness, chroma, self.hue)):
            chroma *= 0.93
        return "#" + "".join(f"{round(_encoded(part) * 255):02x}" for part in rgb)

    def darker(self, lightness: float, most: float) -> Iterator[str]:
        """Shades from that lightness down."""
        return (
            self.at(lightness - step * _STEP, most) for step in range(round(lightness / _STEP) + 1)
        )

    def lighter(self, lightness: float, most: float) -> Iterator[str]:
        """Shades from that lightness up."""
        steps = range(round((1 - lightness) / _STEP) + 1)
        return (self.at(lightness + step * _STEP, most) for step in steps)

    def ramp(self, steps: Sequence[tuple[float, float]]) -> tuple[str, ...]:
        return tuple(self.at(lightness, most) for lightness, most in steps)


def _to_rgb(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _shown(rgb: Sequence[float]) -> bool:
    """Whether a screen has that colour."""
    return all(-0.002 <= part <= 1.002 for part in rgb)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _encoded(part: float) -> float:
    part = min(1.0, max(0.0, part))
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


def _scheme(own: _Hue, accents: Iterator[str], ground: _Ground) -> Scheme:
    """The colours on one ground; of the shades `accents` links take the first that can be read."""
    wash, ramp = own.at(*ground.wash), own.ramp(ground.ramp)
    accent = _until(accents, wash, ground.link)
    return Scheme(
        accent=accent,
        on_accent=ground.on_accent,
        strong=_until(own.darker(*ground.strong), PAPER, _HERO),
        wash=wash,
        faded=own.at(*ground.faded),
        ramp=ramp,
        letters=_letters(ramp),
        years=own.ramp([(lightness, _YEAR_CHROMA) for lightness in ground.years]),
        series=(accent, *_others(own, ground.others)),
    )


def _until(shades: Iterator[str], beside: str, least: float) -> str:
    """The first of the shades with the contrast `least` to `beside`."""
    return next(shade for shade in shades if contrast(shade, beside) >= least)


def _letters(shades: Sequence[str]) -> tuple[str, ...]:
    return tuple(max((_WHITE, _BLACK), key=lambda ink: contrast(ink, shade)) for shade in shades)


def _others(own: _Hue, colours: Sequence[str]) -> tuple[str, ...]:
    """Colours for further series, without the one most like the agency's own; what else might pass
    for it comes last.
    """
    nearest = min(colours, key=lambda colour: _apart(own, _Hue.of(colour)))
    rest = [colour for colour in colours if colour != nearest]
    return tuple(sorted(rest, key=lambda colour: _apart(own, _Hue.of(colour)) < _NEAR_HUE))


def _apart(one: _Hue, other: _Hue) -> float:
    """How far the hues are from each other, in radians; a grey is like greys and nothing else."""
    greys = [colour.chroma < _GREY for colour in (one, other)]
    if any(greys):
        return 0.0 if all(greys) else math.pi
    turn = abs(one.hue - other.hue) % math.tau
    return min(turn, math.tau - turn)
