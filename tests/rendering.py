"""Pages as MkDocs makes them of Markdown, without a build."""

from __future__ import annotations

from functools import cache

import markdown
import yaml

from profil_terbuka import web
from support import ROOT

FRAME = """<!doctype html>
<html lang="id">
<head><title>Contoh</title></head>
<body>
%s
</body>
</html>
"""


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml, which has tags of its own."""


_Loader.add_multi_constructor("!", lambda loader, tag, node: None)


def rendered(text: str) -> str:
    """A page of that Markdown, as MkDocs renders it with the site's own extensions."""
    return FRAME % web.aligned(markdown.markdown(text, extensions=extensions()))


@cache
def extensions() -> list[str]:
    """Those that the site has chosen, and MkDocs' own."""
    config = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), _Loader)
    chosen = config["markdown_extensions"]
    return [*(one if isinstance(one, str) else next(iter(one)) for one in chosen), "fenced_code"]
