"""A long text in parts that stay the same when something changes elsewhere in it.

Catalogues and lists of thousands of lines change in one of them. What is cut where the text itself
says so, by the content of a line, is cut there again the next time.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

AROUND = 1000
"""Signs before and behind a part that are searched with it: no rule looks further."""
SHORT = 40_000
"""Signs of a text that is not worth cutting."""
_ONE_IN = 200
"""Of so many lines one ends a part."""
_LINE = re.compile(r"[^\0\n]*[\0\n]?")


def chunks(text: str) -> Iterator[str]:
    """Parts that together are the text, each with what stands around it.

    >>> text = "\\n".join(map(str, range(20_000)))
    >>> parts = list(chunks(text))
    >>> len(parts) > 50, max(map(len, parts)) < 20_000, all(part in text for part in parts)
    (True, True, True)
    """
    start = 0
    for end in _ends(text):
        yield text[max(0, start - AROUND) : end + AROUND]
        start = end


def _ends(text: str) -> Iterator[int]:
    for line in _LINE.finditer(text):
        last = line.end() == len(text)
        if last or zlib.crc32(line[0].encode("utf-8", "surrogatepass")) % _ONE_IN == 0:
            yield line.end()
        if last:
            return
