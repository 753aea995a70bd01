"""Templates translated to Python are kept: translating them takes longer than filling them."""

from __future__ import annotations

from typing import ClassVar

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from .cache import Cache, Key, key

KIND = "templat"


class CompiledTemplates(BytecodeCache):
    """The templates of the environment that the module `maker` (its __name__) makes."""

    cache: ClassVar[Cache | None] = None
    """Of the whole process, as environments are; None until a build says where it keeps things."""

    def __init__(self, maker: str) -> None:
        self._maker = maker

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket of one template with what is kept; an entry that is damaged is none."""
        data = self.cache.kept(KIND, self._name(bucket)) if self.cache else None
        if data is not None:
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep one template."""
        if self.cache:
            self.cache.keep(KIND, self._name(bucket), bucket.bytecode_to_string())

    def _name(self, bucket: Bucket) -> Key:
        return key(self._maker, bucket.key, bucket.checksum)


def keep_compiled(cache: Cache) -> None:
    """Keep templates there from now on."""
    CompiledTemplates.cache = cache
