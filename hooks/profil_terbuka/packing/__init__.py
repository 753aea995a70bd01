"""A finished site made ready to be carried somewhere: to a server, or on a flash disk.

sealed      only a site that is whole, and that nobody touched since it was built
squeezed    files packed beforehand, for servers that send them so
parcel      what goes to a server: the site, the packed files, the rules of its servers
offline     what goes on a disk: links that need no server
laying      both as a ZIP whose bytes depend on the site alone, or as a folder
weights     what pages cost on prepaid data, against what they may cost
"""

from .laying import lay_folder, lay_zip
from .offline import offline_files
from .parcel import parcel_files, parcel_name
from .sealed import SealedSite, Unsealed, sealed_site
from .weights import PageWeight, TypeWeight, by_type, page_weights, weights_table

__all__ = [
    "PageWeight",
    "SealedSite",
    "TypeWeight",
    "Unsealed",
    "by_type",
    "lay_folder",
    "lay_zip",
    "offline_files",
    "page_weights",
    "parcel_files",
    "parcel_name",
    "sealed_site",
    "weights_table",
]
