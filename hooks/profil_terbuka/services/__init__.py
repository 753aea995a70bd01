"""What people come to an agency for: each service of its book as one task, with what is told of it.

    task      a service and its texts: values that pages, lists and the search are made of
    gathering reads them from the tables that instansi.yml names
    faults    what instansi.yml says of services and no table holds

Nothing is added to what the book says: a part without texts is one that nobody has told.
"""

from .faults import unfounded_services
from .gathering import public_services, wanted_services
from .task import PublicService, ServiceText

__all__ = [
    "PublicService",
    "ServiceText",
    "public_services",
    "unfounded_services",
    "wanted_services",
]
