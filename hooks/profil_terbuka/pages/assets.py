"""The site's one style sheet and one script, joined from the theme's parts."""

from __future__ import annotations

from pathlib import Path

from ..model import Agency

STYLE = "aset/situs.css"
SCRIPT = "aset/situs.js"
_THEME = Path(__file__).resolve().parent.parent / "theme"


def style(agency: Agency | None = None) -> str:
    """Every part of theme/gaya/ in order of name, and then the agency's own colour."""
    own = f":root {{ --instansi: {agency.colour}; }}\n" if agency else ""
    return _joined("gaya/*.css") + own


def script() -> str:
    """Every part of theme/skrip/ in order of name; each keeps its names to itself."""
    return _joined("skrip/*.js")


def _joined(pattern: str) -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted(_THEME.glob(pattern)))
