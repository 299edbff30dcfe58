"""On a phone's width: nothing sticks out, everything is large enough for a thumb."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

THUMB = 44
TARGETS = (
    ".message .btn, .message .select, .composer button, dialog button, dialog .select, dialog .field,"
    "[role=tab], .top button, .person"
)
SMALL = """([targets, minimum]) => [...document.querySelectorAll(targets)]
    .filter((node) => node.offsetParent && !node.closest('.clear, .chip'))
    .map((node) => [node.getAttribute('aria-label') || node.innerText, node.getBoundingClientRect().height])
    .filter(([, height]) => height < minimum)"""
WIDE = """() => [...document.querySelectorAll('.message, .message .block, dialog, .composer')]
    .filter((node) => node.getBoundingClientRect().right > 391)
    .map((node) => node.className)"""


@pytest.fixture
def phone(sits_down):
    return sits_down("U0DANA", phone=True)


def fits(page):
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    assert page.evaluate(WIDE) == []


def test_cards_fit_and_their_buttons_suit_a_thumb(phone):
    for card, shows in {"card": "Draft note", "elements": "Pick several", "text": "Visits"}.items():
        phone.asks_for(card, shows)
    fits(phone.page)
    assert phone.page.evaluate(SMALL, [TARGETS, THUMB - 4]) == []


def test_people_are_a_sheet(phone):
    people = phone.page.get_by_role("navigation", name="Be somebody")
    expect(people).to_be_hidden()
    phone.page.get_by_role("button", name="Be somebody else").tap()
    expect(people).to_be_visible()
    phone.page.get_by_role("searchbox", name="Find a person").fill("riley")
    people.get_by_role("link", name="Riley Shaw Supervisor, Unit B").tap()
    expect(people).to_be_hidden()
    expect(phone.page.locator("#who")).to_have_text("Riley Shaw")


def test_a_window_takes_the_whole_screen(phone):
    phone.asks_for("card", "Draft note")
    phone.last.get_by_role("button", name="Edit", exact=True).tap()
    expect(phone.window).to_be_visible()
    assert phone.window.bounding_box() == {"x": 0, "y": 0, "width": 390, "height": 844}
    fits(phone.page)
    assert phone.page.evaluate(SMALL, [TARGETS, THUMB - 4]) == []
    phone.presses("Cancel")
    expect(phone.window).to_have_count(0)


def test_a_menu_comes_from_below(phone, bot, workspace):
    card = phone.asks_for("card", "Draft note")
    card.get_by_role("button", name="Choose").tap()
    box = phone.page.locator(".popover").bounding_box()
    assert (box["width"], round(box["y"] + box["height"])) == (390, 844)
    phone.page.get_by_role("option", name="Yes").tap()
    assert workspace.wait_until(lambda: bot.told("alone"))


def test_the_box_to_write_in_stays_at_the_foot(phone):
    for _ in range(3):
        phone.asks_for("card", "Draft note")
    foot = phone.page.locator(".composer").first.bounding_box()
    assert foot["y"] + foot["height"] > 800
    phone.page.locator("#scroller").evaluate("node => { node.scrollTop = 0; }")
    assert phone.page.locator(".composer").first.bounding_box() == foot


def test_a_thread_takes_the_whole_screen(phone):
    phone.asks_for("hello", "You said: hello")
    phone.last.get_by_role("button", name="More about this message").tap()
    phone.page.get_by_role("menuitem", name="Reply in thread").tap()
    thread = phone.page.get_by_role("complementary", name="Thread")
    assert thread.bounding_box() == {"x": 0, "y": 0, "width": 390, "height": 844}
    thread.get_by_role("textbox").fill("more")
    thread.get_by_role("button", name="Send", exact=True).tap()
    expect(thread).to_contain_text("You said: more")
    thread.get_by_role("button", name="Back to messages").tap()
    expect(phone.last).to_contain_text("2 replies")


def test_the_clock_is_moved_from_a_menu(phone):
    phone.page.get_by_role("button", name="Move the clock").tap()
    phone.page.get_by_role("menuitem", name="to 8:00 AM").tap()
    expect(phone.page.locator(".clock-small")).to_contain_text("Tue Nov 10, 8:00 AM")
