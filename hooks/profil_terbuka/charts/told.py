"""What a reader is told of each point of a chart: its names, its value, and whether to doubt it."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.messages import NOTHING, message
from ..model.products import ChartData
from ..words.catalogues import text


def told_points(data: ChartData) -> Iterator[tuple[str, str]]:
    """(key, sentence) of every valid value, category by category.

    >>> from profil_terbuka.charts.invented import invented_chart
    >>> data = invented_chart(
    ...     "tahun, jenis, jumlah (orang)",
    ...     (2024, "Masuk", 1240),
    ...     (2024, "Keluar", 3),
    ...     series="jenis",
    ... )
    >>> list(told_points(data))
    [('0.0', '2024, Masuk: 1.240 orang'), ('0.1', '2024, Keluar: 3 orang')]
    """
    for category, series, value in data.points():
        doubt = message("charts.point-doubtful") if data.star(category, series) else NOTHING
        said = message(
            "charts.point",
            names=tuple(filter(None, (category, series))),
            value=value,
            unit=message("charts.point-unit", unit=data.unit) if data.unit else NOTHING,
            doubt=doubt,
        )
        yield data.key(category, series), text(said)
