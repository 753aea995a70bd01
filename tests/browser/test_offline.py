"""Without a connection: pages seen before and the list of services are still there."""

from __future__ import annotations

from support import OpenPage, until

READY = "navigator.serviceWorker.ready.then(() => true)"


def test_a_visited_page_is_readable_offline(open_page: OpenPage) -> None:
    page = open_page("pontianak/", service_workers="allow")
    page.evaluate(READY)
    page.reload()  # the first visit is served before the worker is in charge
    until(page, "navigator.serviceWorker.controller !== null")
    page.goto(page.url + "statistik/")
    page.context.set_offline(True)
    page.goto(page.url)
    assert page.locator("h1").inner_text().startswith("Statistik")
    colour = page.locator(".kepala").evaluate("node => getComputedStyle(node).borderTopColor")
    assert colour == "rgb(11, 92, 138)"


def test_the_services_are_kept_in_advance(open_page: OpenPage) -> None:
    page = open_page("palangka-raya/", service_workers="allow")
    page.evaluate(READY)
    page.reload()
    until(page, "navigator.serviceWorker.controller !== null")
    page.context.set_offline(True)
    page.goto(page.url + "layanan/")
    assert page.locator("h1").inner_text().startswith("Layanan")


def test_a_page_never_seen_fails_honestly_offline(open_page: OpenPage) -> None:
    page = open_page("pontianak/", service_workers="allow")
    page.evaluate(READY)
    page.reload()
    page.context.set_offline(True)
    answer = page.evaluate("fetch('sarana/').then(() => 'ada', () => 'tidak ada')")
    assert answer == "tidak ada"
