"""A service as a task: what is told of it, part by part, and where that stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..model import Claim, Dataset, ServicePart

FOLDER = "layanan/"
"""Where the pages of services stand, below the agency's root."""


@dataclass(frozen=True, slots=True)
class ServiceText:
    """One text of the book: in plain words, and as it is printed.

    `doubt` is the name of the note that doubts it, '' where none does; `slug` that of its dataset.
    """

    told: tuple[str, ...]
    printed: str
    slug: str
    detail: str = ""
    place: str = ""
    doubt: str = ""


@dataclass(frozen=True)
class PublicService:
    """One service of an agency; `parts` holds only what the book tells."""

    slug: str
    name: str
    """As the book's tables name it."""
    title: str
    """What a person wants done; where nobody has said it so, the book's name, said calmly."""
    parts: Mapping[ServicePart, tuple[ServiceText, ...]]
    sources: tuple[Dataset, ...]
    summary: str = ""
    own_place: str = ""
    remark: str = ""
    claims: tuple[Claim, ...] = ()

    @property
    def address(self) -> str:
        """Of its page: 'layanan/mengangkat-anak/'."""
        return f"{FOLDER}{self.slug}/"

    def texts(self, part: ServicePart) -> tuple[ServiceText, ...]:
        """What the book tells of a part; nothing where it is silent."""
        return self.parts.get(part, ())

    def said(self, part: ServicePart) -> tuple[str, ...]:
        """The same in plain words, one by one."""
        return tuple(words for text in self.texts(part) for words in text.told)

    @property
    def papers(self) -> tuple[ServiceText, ...]:
        """What to bring."""
        return self.texts(ServicePart.PAPERS)

    @property
    def places(self) -> tuple[str, ...]:
        """Where to go: as declared, else as the tables or one of the steps say."""
        if self.own_place:
            return (self.own_place,)
        among = (text.place for texts in self.parts.values() for text in texts if text.place)
        return self.said(ServicePart.PLACE) or tuple(dict.fromkeys(among))

    @property
    def printed(self) -> tuple[str, ...]:
        """Every text as the book prints it, once, in the order of the parts."""
        texts = (text for part in ServicePart for text in self.texts(part))
        return tuple(dict.fromkeys(text.printed for text in texts))
