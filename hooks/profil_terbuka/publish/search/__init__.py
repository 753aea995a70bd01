"""Full-text search: what is found, and the Pagefind index a browser loads in small pieces.

    records   datasets and the figures in their tables, documents with their text
    webpages  hand-written pages, and the terms explained on them
    index     Pagefind runs over both; the same input gives the same bytes
    packed    the part of CBOR that needs to be put in order for that
    tasks     services, by what people want done
    synonyms  words that mean the same, from a reference package
    absences  what people look for and nobody here publishes, from another
    vocabulary  the words by which a misspelt one is guessed

Nothing is read from disk: pages and the catalogue in, files of the index out.
"""

from .absences import absences
from .index import FOLDER, build
from .record import Record
from .records import document_records, records
from .synonyms import synonyms
from .tasks import service_records
from .vocabulary import ADDRESS, vocabulary
from .webpages import Webpage, term_records, webpages

__all__ = [
    "ADDRESS",
    "FOLDER",
    "Record",
    "Webpage",
    "absences",
    "build",
    "document_records",
    "records",
    "service_records",
    "synonyms",
    "term_records",
    "vocabulary",
    "webpages",
]
