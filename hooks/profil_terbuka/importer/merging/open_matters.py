"""What people have to decide or mend while a sheet is fitted to a table, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...model.messages import Message
from ..questions import Question


@dataclass(slots=True)
class OpenMatters:
    """Grows while the columns are fitted."""

    steps: list[Message] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    obstacles: list[Message] = field(default_factory=list)

    @property
    def any(self) -> bool:
        """Whether people have to do something first."""
        return bool(self.questions or self.obstacles)
