"""Maps: areas coloured by class, beside them the same areas as tiles of equal size."""

from .data import prepare_map
from .pictures import draw_map

__all__ = ["draw_map", "prepare_map"]
