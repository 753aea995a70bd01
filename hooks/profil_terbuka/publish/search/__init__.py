"""Full-text search: what is found, and the Pagefind index a browser loads in small pieces.

    records   datasets and the figures in their tables, documents with their text
    webpages  hand-written pages, and the terms explained on them
    index     Pagefind runs over both; the same input gives the same bytes
    packed    the part of CBOR that needs to be put in order for that
    synonyms  words that mean the same, from a reference package

Nothing is read from disk: pages and the catalogue in, files of the index out.
"""

from .index import FOLDER, build
from .records import Record, document_records, records
from .synonyms import synonyms
from .webpages import Webpage, term_records, webpages

__all__ = [
    "FOLDER",
    "Record",
    "Webpage",
    "build",
    "document_records",
    "records",
    "synonyms",
    "term_records",
    "webpages",
]
