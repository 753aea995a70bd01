"""Whether an attack runs in a page, tried as a visitor may set it off."""

from __future__ import annotations

from playwright.sync_api import Page

TRIED = """async () => {
    const moment = (length) => new Promise((done) => setTimeout(done, length));
    await moment(30);
    for (const link of document.querySelectorAll("[onclick], a[href*=xss]"))
        link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    await moment(5);
    return window.ran;
}"""
"""Waits, clicks on all that may be clicked, and tells how often `xss()` ran (payloads.py)."""


def begin(page: Page) -> None:
    """Try it; while one page waits, others can be tried."""
    page.evaluate(f"() => {{ window.tried = ({TRIED})(); }}")


def ran(page: Page) -> bool:
    """Whether it ran in the end."""
    return bool(page.evaluate("window.tried"))
