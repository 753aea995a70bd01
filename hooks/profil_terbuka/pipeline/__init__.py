"""The way of the data: one agency in, its whole site out, in named stages.

    read_sources   what lies in the repository                        -> Sources
    check_sources  are data and pages what they say they are?         -> Checked
    protect        nobody's number, address or name gets out          -> Protected
    prepare        what charts, cards and references will show        -> Prepared
    draw           pictures                                           -> Drawn
    write          downloads, catalogues, feeds, pages                -> Written
    compose        the whole website                                  -> Publication

Each takes the value of the one before. Bad data never raises: it is among the findings, and
`draw` is only for what `Prepared.publishable` allows. `publish.finishing` does the rest.
"""

from .checking import Checked, check_sources
from .preparing import Prepared, prepare, unreadable
from .protecting import Protected, protect
from .reading import Sources, read_sources
from .recording import SITE, Recorded, Unrecorded, record_site
from .refusal import Refused, refuse_faulty
from .running import CACHE, examine, fill_folder, publication, review
from .writing import Drawn, Written, compose, draw, write

__all__ = [
    "CACHE",
    "SITE",
    "Checked",
    "Drawn",
    "Prepared",
    "Protected",
    "Recorded",
    "Refused",
    "Sources",
    "Unrecorded",
    "Written",
    "check_sources",
    "compose",
    "draw",
    "examine",
    "fill_folder",
    "prepare",
    "protect",
    "publication",
    "read_sources",
    "record_site",
    "refuse_faulty",
    "review",
    "unreadable",
    "write",
]
