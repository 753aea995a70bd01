"""Nothing personal leaves the building: the gates at the entrance and the exit, small counts.

    gate     what people put in: identity, descriptors, tables, pages, other files, file names
    outputs  what is about to be published
    suppress, sensitive, editions   small counts about sensitive matters

Below them: patterns (what private data looks like) and lookalikes (what it is confused with),
official (contacts that may be published), contents and media (texts of files), scan (findings,
in which every value is masked).
"""

from .editions import unequal
from .gate import check
from .outputs import check_outputs, published
from .scan import masked
from .sensitive import unprotected
from .suppress import suppress

__all__ = ["check", "check_outputs", "masked", "published", "suppress", "unequal", "unprotected"]
