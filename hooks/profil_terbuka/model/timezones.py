"""Indonesia's three time zones, and which of them each province keeps (Keppres 41/1987)."""

from __future__ import annotations

import datetime
from collections.abc import Mapping


def _zone(name: str, hours: int) -> datetime.timezone:
    return datetime.timezone(datetime.timedelta(hours=hours), name)


WIB, WITA, WIT = _zone("WIB", 7), _zone("WITA", 8), _zone("WIT", 9)
"""Hours ahead of UTC, all year round: there is no summer time."""

BY_NAME: Mapping[str, datetime.timezone] = {"WIB": WIB, "WITA": WITA, "WIT": WIT}
"""As `zona_waktu` in instansi.yml names them."""

NATIONAL = WIB
"""The capital's: for the portal above agencies of all zones, and where no province is known."""

_BY_PROVINCE: Mapping[str, datetime.timezone] = {
    **dict.fromkeys(("11", "12", "13", "14", "15", "16", "17", "18", "19", "21"), WIB),  # Sumatera
    **dict.fromkeys(("31", "32", "33", "34", "35", "36"), WIB),  # Jawa
    **dict.fromkeys(("51", "52", "53"), WITA),  # Bali, Nusa Tenggara
    **dict.fromkeys(("61", "62"), WIB),  # Kalimantan Barat, Tengah
    **dict.fromkeys(("63", "64", "65"), WITA),  # Kalimantan Selatan, Timur, Utara
    **dict.fromkeys(("71", "72", "73", "74", "75", "76"), WITA),  # Sulawesi
    **dict.fromkeys(("81", "82"), WIT),  # Maluku
    **dict.fromkeys(("91", "92", "93", "94", "95", "96"), WIT),  # Papua
}


def of_region(code: str) -> datetime.timezone:
    """The zone of the province that a region's code ('61.71') begins with."""
    return _BY_PROVINCE.get(code[:2], NATIONAL)
