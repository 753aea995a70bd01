"""Nothing personal leaves the building: the gates at the entrance and the exit.

    gate     what people put in: identity, descriptors, tables, pages, other files, file names
    outputs  what is about to be published

Below them: patterns (what private data looks like) and lookalikes (what it is confused with),
official (contacts that may be published), contents and media (texts of files), scan (findings,
in which every value is masked).
"""

from .gate import check_inputs
from .outputs import check_outputs, published
from .scan import masked

__all__ = ["check_inputs", "check_outputs", "masked", "published"]
