"""Pages: generated Markdown, HTML fragments placed into it, and references in hand-written pages.

Data never passes through Markdown: a page holds empty marks, and HTML escaped by Jinja takes their
place after Markdown has run (`fragments.insert`).
"""

from .alphabetical import IndexEntry, alphabetical_pages
from .catalogue import catalogue_pages
from .comparison import comparison_index, comparison_page, lone_concept_page
from .dataset import Exhibits, dataset_page
from .directives import check_references, expand
from .editions import difference_page, edition_page
from .embedding import oembed_file, oembed_name
from .fragments import aligned, insert, leftovers
from .guide import chart_kinds, guide_page
from .portal import portal_catalogue, portal_fragments
from .prose import check_prose
from .quality import QUALITY, quality_page
from .retired import notices
from .safety import check_safety
from .search import portal_search, search_page
from .services import service_pages
from .standalone import EmbedPage, dossier, embedded
from .verification import verification_page

__all__ = [
    "QUALITY",
    "EmbedPage",
    "Exhibits",
    "IndexEntry",
    "aligned",
    "alphabetical_pages",
    "catalogue_pages",
    "chart_kinds",
    "check_prose",
    "check_references",
    "check_safety",
    "comparison_index",
    "comparison_page",
    "dataset_page",
    "difference_page",
    "dossier",
    "edition_page",
    "embedded",
    "expand",
    "guide_page",
    "insert",
    "leftovers",
    "lone_concept_page",
    "notices",
    "oembed_file",
    "oembed_name",
    "portal_catalogue",
    "portal_fragments",
    "portal_search",
    "quality_page",
    "search_page",
    "service_pages",
    "verification_page",
]
