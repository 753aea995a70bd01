"""axe-core on a page as it stands in the browser."""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""Those of their rules that are about what the choice of light or dark changes by itself."""
ALIKE = 3
"""Of texts that look alike so many are tried: see `poor_colours`."""
PAINT = [
    "color",
    "backgroundColor",
    "backgroundImage",
    "opacity",
    "filter",
    "mixBlendMode",
    "textShadow",
    "fontSize",
    "fontWeight",
    "textDecorationLine",
    "borderBottomWidth",
    "position",
]
"""What a contrast depends on: of a text itself, and of all that it stands in."""
TOLD = """({ violations }) =>
    violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`)"""
BROKEN = f"""async ([values, colours]) => {{
    const rules = Object.fromEntries(colours.map((rule) => [rule, {{ enabled: false }}]));
    const runOnly = {{ type: "tag", values }};
    return ({TOLD})(await axe.run({{ runOnly, rules, resultTypes: ["violations"] }}));
}}"""
POOR = f"""async ([values, paint, most]) => {{
    const known = new Map(), looks = new Map(), texts = new Map();
    for (const node of document.querySelectorAll("*")) {{
        const style = getComputedStyle(node);
        const look = [looks.get(node.parentElement), ...paint.map((name) => style[name])].join();
        if (!known.has(look)) known.set(look, known.size);
        looks.set(node, known.get(look));
        if (!speaks(node) || !node.checkVisibility({{ visibilityProperty: true }})) continue;
        const alike = texts.get(looks.get(node)) ?? [];
        if (alike.length < most) texts.set(looks.get(node), [...alike, node]);
    }}
    const include = [...texts.values()].flat();
    const runOnly = {{ type: "rule", values }};
    return ({TOLD})(await axe.run({{ include }}, {{ runOnly, resultTypes: ["violations"] }}));

    function speaks(node) {{
        const words = [...node.childNodes].some(
            ({{ nodeType, data }}) => nodeType === Node.TEXT_NODE && data.trim());
        return words || node.matches("input, select, textarea");
    }}
}}"""


def violations(page: Page) -> list[str]:
    """What axe-core finds, with the first place of each."""
    return [*_asked(page, BROKEN, [STANDARDS, COLOURS]), *poor_colours(page)]


def poor_colours(page: Page) -> list[str]:
    """What its rules about colours find.

    They take nine tenths of its time, as they look for all that is painted below each text. Texts
    that are painted alike, in places that are painted alike, contrast alike: of each look `ALIKE`
    are enough.
    """
    return _asked(page, POOR, [COLOURS, PAINT, ALIKE])


def _asked(page: Page, question: str, given: list[object]) -> list[str]:
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(AXE_SCRIPT)
    found: list[str] = page.evaluate(question, given)
    return found
