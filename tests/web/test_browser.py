"""The workbench in a real browser: every page, the keyboard, the as-of date, harm that does not happen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from serving import ARTEFACTS, NOW, Served

from rapporteur.clean import clean
from rapporteur.ledger import Store
from rapporteur.read import read
from rapporteur.record import open_record
from rapporteur.record.acts import reread

AXE = Path(__file__).parents[2] / ".work" / "axe" / "node_modules" / "axe-core" / "axe.min.js"
PAGES = [
    "/", "/timeline", "/timeline?zoom=day", "/timeline?clock=known&zoom=month", "/positions", "/drafts", "/statements",
    "/sources", "/sources?kind=unnamed", "/sources?kind=outlets", "/people", "/changes", "/review?kind=under+its+floor",
    "/disagreements", "/reports", "/review", "/search?words=dam", "/vet", "/add", "/compare?left=2026-06-05&right=2026-06-12",
    "/issued",
]  # fmt: skip


def opened(
    browser: Any, path: str, *, width: int = 1400, dark: bool = False, outside: list[str] | None = None
) -> Any:
    """A page, with what went wrong in it collected in `page.troubles`."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light", bypass_csp=False
    )
    page = context.new_page()
    page.troubles = []
    page.on(
        "console", lambda message: page.troubles.append(message.text) if message.type == "error" else None
    )
    page.on("pageerror", lambda error: page.troubles.append(str(error)))
    if outside is not None:
        page.on("request", lambda request: outside.append(request.url))
    response = page.goto(path)
    page.status = response.status if response else 0
    return page


@pytest.mark.parametrize("path", PAGES)
def test_page_opens_without_a_fault(path: str, samples: Served, browser: Any) -> None:
    """Each page answers 200, runs under its policy without an error, and fits a phone without scrolling sideways."""
    page = opened(browser, samples.url + path)
    assert page.status == 200
    assert page.troubles == []
    ARTEFACTS.mkdir(exist_ok=True)
    name = path.strip("/").replace("/", "-").translate(str.maketrans("?&=+", "----")) or "today"
    page.screenshot(path=ARTEFACTS / f"{name}.png", full_page=True)
    page.set_viewport_size({"width": 360, "height": 740})
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 360, f"{path} is {wide} px wide on a phone"
    page.context.close()


def things(samples: Served) -> list[str]:
    """The pages of a report, a statement, an event and a person."""
    with open_record(samples.place) as record:
        return [
            f"/report/{samples.reports['05-weekly-long-read.txt']}",
            f"/report/{samples.reports['03-newsnest-repost.txt']}",
            f"/report/{samples.reports['14-vessia-today-draft-revised.html']}",
            f"/revisions/{samples.reports['06-vessia-today-draft.html']}/{samples.reports['14-vessia-today-draft-revised.html']}",
            *(f"/show/{record.nouns(layer)[0].id}" for layer in ("statements", "events", "entities")),
        ]


def test_pages_of_single_things_open(samples: Served, browser: Any) -> None:
    """A report, a statement, an event and a person each have a page at a stable address."""
    for number, path in enumerate(things(samples)):
        page = opened(browser, samples.url + path)
        assert page.status == 200, path
        assert page.troubles == [], path
        page.screenshot(path=ARTEFACTS / f"thing-{number}.png", full_page=True)
        page.context.close()


def test_no_accessibility_violation(samples: Served, browser: Any) -> None:
    """axe-core finds nothing to complain of (WCAG 2.2 AA) on any page, in light or in dark."""
    if not AXE.exists():
        pytest.skip("axe-core is not installed: tests/prepare.sh says why")
    script = AXE.read_text(encoding="utf8")
    rules = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}"
    found: dict[str, list[tuple[str, str]]] = {}
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    for path in [*PAGES, *things(samples)]:
        page.goto(samples.url + path)
        page.evaluate(script)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            for violation in page.evaluate(f"axe.run(document, {rules})")["violations"]:
                found.setdefault(violation["id"], []).append(
                    (f"{path} {scheme}", violation["nodes"][0]["html"][:160])
                )
    page.close()
    assert found == {}


def test_as_of_moves_the_workbench_and_stands_in_the_address(samples: Served, browser: Any) -> None:
    """As of 5 June the counter-draft is not there; the date travels with every link."""
    page = opened(browser, samples.url + "/reports?as_of=2026-06-05")
    assert "counter-draft" not in page.inner_text("main")
    page.click("nav[aria-label=Pages] a:has-text('Statements')")
    assert "as_of=2026-06-05" in page.url
    assert "480 million" not in page.inner_text("main")
    page.get_by_role("link", name="now", exact=True).click()
    assert "as_of" not in page.url
    page.context.close()


def test_layers_are_switched_in_the_text(samples: Served, browser: Any) -> None:
    """A layer's highlight comes and goes with its box, and a highlight leads to what it supports."""
    page = opened(browser, f"{samples.url}/report/{samples.reports['01-northern-wire-talks-open.txt']}")
    article = page.locator("[data-layers]")
    assert "show-people" not in (article.get_attribute("class") or "")
    page.check("input[data-layer=show-people]")
    assert "show-people" in (article.get_attribute("class") or "")
    page.locator("a.on-attribution").first.click()
    assert "/show/" in page.url
    page.context.close()


def test_versions_of_a_page_are_compared(samples: Served, browser: Any) -> None:
    """A revised page names its earlier version and shows, word by word, what went and what came."""
    page = opened(browser, f"{samples.url}/report/{samples.reports['14-vessia-today-draft-revised.html']}")
    page.get_by_role("link", name="compare").first.click()
    assert "/revisions/" in page.url
    gone, came = page.locator(".versions del"), page.locator(".versions ins")
    assert came.count() >= 1
    assert all(len(text.split()) < 60 for text in [*gone.all_inner_texts(), *came.all_inner_texts()])
    page.context.close()


def reread_all(samples: Served) -> None:
    store = Store(samples.place)
    for report in samples.reports.values():
        reread(store, report, clean, read, now=NOW)


def first_of(page: Any, samples: Served, kind: str) -> str:
    """Opens the queue at one kind of waiting things under a name and a note; the address of the first."""
    page.goto(f"{samples.url}/review?kind={kind.replace(' ', '+')}")
    if not page.locator("[data-item]").count():
        pytest.skip(f"nothing is waiting as {kind} in the samples")
    page.fill("#analyst", "A. Analyst")
    page.keyboard.press("Escape")
    page.keyboard.press("t")
    page.keyboard.type("looked at twice")
    page.keyboard.press("Escape")
    return str(page.locator("[data-item]").first.get_attribute("data-item"))


@pytest.mark.parametrize(
    ("kind", "key", "verdict"),
    [
        ("disagreement", "y", "right"), ("under its floor", "n", "wrong"), ("proposed merge", "m", "same"),
        ("could be the same", "s", "different"),
    ],
)  # fmt: skip
def test_each_act_by_keyboard_survives_rereading_and_is_undone(
    kind: str, key: str, verdict: str, samples: Served, browser: Any
) -> None:
    """Accept, reject, merge and split by one key each, under a name and with a note; all is read again and it stands; u takes it back."""
    page = opened(browser, samples.url + "/review")
    first = first_of(page, samples, kind)
    waiting = page.locator("[data-item]").count()
    with page.expect_navigation():
        page.keyboard.press(key)
    assert page.locator("[data-item]").count() == waiting - 1
    reread_all(samples)
    with open_record(samples.place) as record:
        made = record.judgements(first)[-1]
        assert (made.verdict, made.by, made.note) == (verdict, "A. Analyst", "looked at twice")
    page.reload()
    assert page.locator("[data-item]").count() == waiting - 1
    with page.expect_navigation():
        page.keyboard.press("u")
    assert page.locator("[data-item]").count() == waiting
    page.context.close()


def test_a_disagreement_is_typed_by_keyboard(samples: Served, browser: Any) -> None:
    """e opens the field, Enter sets it; the machine’s kind gives way to the person’s, also after reading again."""
    page = opened(browser, samples.url + "/review")
    first = first_of(page, samples, "disagreement")
    page.keyboard.press("e")
    page.keyboard.type("kind=framing")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    reread_all(samples)
    with open_record(samples.place) as record:
        assert record.noun("disagreements", first).kind == "framing"
    with page.expect_navigation():
        page.keyboard.press("u")
    with open_record(samples.place) as record:
        assert record.noun("disagreements", first).kind != "framing"
    page.context.close()


def test_search_filters_stand_in_the_address(samples: Served, browser: Any) -> None:
    """What was searched for can be sent to a colleague as a link."""
    page = opened(browser, samples.url + "/search")
    page.fill("input[name=words]", "gauge")
    page.press("input[name=words]", "Enter")
    page.wait_for_url("**words=gauge**")
    assert "gauge we cannot see" in page.inner_text("main")
    page.context.close()


def test_hostile_reports_do_no_harm(hostile: Served, browser: Any) -> None:
    """No script runs, no request leaves, no text is hidden or reordered by what a report contains."""
    outside: list[str] = []
    paths = ["/", "/statements", "/people", "/sources", "/reports", "/review", "/search?words=envoy"]
    paths += [f"/report/{report}" for report in hostile.reports.values()]
    for path in paths:
        page = opened(browser, hostile.url + path, outside=outside)
        assert page.status == 200, path
        assert page.evaluate("window.pwned") is None, path
        assert "\u202e" not in page.inner_text("main")
        assert page.evaluate("getComputedStyle(document.body).display") != "none"
        assert not page.locator("main iframe, main script, main img, main [onclick], main [onerror]").count()
        assert page.troubles == [], path
        assert "49" not in page.title(), "a template took a report's words for its own"
        page.context.close()
    assert [url for url in outside if not url.startswith(hostile.url)] == []


def test_right_to_left_text_is_shown_so(hostile: Served, browser: Any) -> None:
    """A passage in Arabic runs from the right."""
    page = opened(browser, f"{hostile.url}/report/{hostile.reports['bidi.txt']}")
    assert page.locator("[dir=rtl]").count() >= 1
    page.context.close()
