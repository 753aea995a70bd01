"""A preview (`make serve`): one agency's site as it would be published now, while people work.

watching   notices that a file was saved, or that another day began
making     what the files say: a site laid out, or why there is none
           What waits for its day is there as well, and each page says so.
latest     the newest of it, made when something has changed and somebody asks or watches
replying   what is seen at an address; each page is rendered when it is asked for
serving    the same over HTTP, on this machine alone

Nothing is written to a disk but kept results, and nothing older than the files is ever shown. What
only a finished site has (the search index, the seals) a preview has not.
"""

from .latest import Latest, PreviewEdition
from .making import Faulty, LaidOut, PreviewedAgency
from .replying import Reply, home, reply_to
from .serving import PreviewServer
from .watching import Watch

__all__ = [
    "Faulty",
    "LaidOut",
    "Latest",
    "PreviewEdition",
    "PreviewServer",
    "PreviewedAgency",
    "Reply",
    "Watch",
    "home",
    "reply_to",
]
