"""Maps: areas coloured by class, beside them the same areas as tiles of equal size."""

from .data import prepare_map
from .pictures import MapPictures

__all__ = ["MapPictures", "prepare_map"]
