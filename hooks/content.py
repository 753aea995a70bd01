"""MkDocs: generated pages join the hand-written ones; references and marks are resolved."""

from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from profil_terbuka import web as pages


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """A generated path that a hand-written page already holds is refused."""
    situs = config.extra["situs"]
    config.extra["sisipan"] = {}  # HTML by mark, by page
    made = {page.path: page.markdown for page in situs.pages}
    for path, content in {**made, **situs.files}.items():
        if files.get_file_from_path(path):
            raise PluginError(f"{path} ditulis tangan, padahal dibuat otomatis: ganti namanya.")
        inclusion = InclusionLevel.NOT_IN_NAV
        files.append(File.generated(config, path, content=content, inclusion=inclusion))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Hand-written pages take figures and charts by reference; generated ones hold only marks."""
    situs = config.extra["situs"]
    if page.file.generated_by:
        return markdown
    # MkDocs writes front matter into HTML as it is.
    page.meta.update({k: escape(v) for k, v in page.meta.items() if isinstance(v, str)})
    expanded, config.extra["sisipan"][page.url] = pages.expand(
        markdown, page.file.src_uri, situs.catalog
    )
    return expanded


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Charts and tables enter after Markdown: faster, and they stay out of the search index."""
    to_root = get_relative_url(".", page.url).rstrip("/")
    own = config.extra["sisipan"].get(page.url, {})
    html = pages.insert(output, {**config.extra["situs"].fragments, **own}, to_root)
    if left := pages.leftovers(html):
        raise PluginError(f"{page.file.src_uri}: belum terisi: {', '.join(left)}")
    return html
