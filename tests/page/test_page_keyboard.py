"""The whole page without a mouse."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

FOCUSED = """() => {
    const node = document.activeElement;
    return `${node.getAttribute('aria-label')} ${node.innerText}`;
}"""
NAMELESS = """() => [...document.querySelectorAll('button,a[href],input,textarea')]
    .filter((node) => !node.getAttribute('aria-label') && !node.getAttribute('aria-labelledby'))
    .filter((node) => !node.labels?.length && !node.innerText.trim())
    .map((node) => node.outerHTML.slice(0, 120))"""


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def tab_to(page, name, *, limit=60):
    """Presses Tab until the focus is on something of this name."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if name in focused:
            return
    raise AssertionError(f"Tab never reached {name!r}")


def test_shift_enter_breaks_the_line_and_enter_sends(dana, bot, workspace):
    dana.box.focus()
    dana.page.keyboard.type("first")
    press(dana.page, "Shift+Enter")
    dana.page.keyboard.type("second")
    press(dana.page, "Enter")
    expect(dana.last).to_contain_text("You said: first")
    assert bot.told("message")[0]["text"] == "first\nsecond"


def test_a_command_is_completed_and_sent(dana, bot, workspace):
    dana.box.focus()
    dana.page.keyboard.type("/")
    expect(dana.page.get_by_role("option")).to_have_text(
        ["/logLog a contactwhat happened", "/oncallWho is on call"]
    )
    press(dana.page, "ArrowDown", "ArrowUp", "Tab")
    expect(dana.box).to_have_value("/log ")
    dana.page.keyboard.type("saw Maya")
    press(dana.page, "Enter")
    expect(dana.window).to_contain_text("Edit note")
    assert bot.told("/log") == ["saw Maya"]


def test_tabs_are_walked_with_arrows(dana):
    dana.page.get_by_role("tab", name="Messages").focus()
    press(dana.page, "ArrowRight")
    expect(dana.page.get_by_role("tab", name="Home")).to_have_attribute("aria-selected", "true")
    press(dana.page, "ArrowRight")
    expect(dana.page.get_by_role("heading", name="About Fieldnote")).to_be_visible()


def test_a_menu_and_a_date_by_keys(dana, bot, workspace):
    card = dana.asks_for("elements", "Pick several")
    card.get_by_role("button", name="Type", exact=True).focus()
    press(dana.page, "Enter")
    dana.page.keyboard.type("court")
    press(dana.page, "Enter")
    assert workspace.wait_until(lambda: bot.told("type"))
    chosen = card.get_by_role("button", name="Court Appearance")
    expect(chosen).to_be_focused()
    tab_to(dana.page, "Which day")
    press(dana.page, "Enter", "ArrowLeft", "ArrowUp", "Enter")
    assert workspace.wait_until(lambda: bot.told("day"))
    assert bot.told("day")[0]["selected_date"] == "2026-11-01"


def test_escape_leaves_a_menu_but_not_the_window_beneath(dana):
    dana.asks_for("card", "Draft note")
    dana.presses("Edit")
    place = dana.block("Place").get_by_role("button").first
    place.focus()
    press(dana.page, "Enter")
    expect(dana.page.get_by_role("listbox")).to_be_visible()
    press(dana.page, "Escape")
    expect(dana.page.get_by_role("listbox")).to_have_count(0)
    expect(dana.window).to_be_visible()
    expect(place).to_be_focused()
    press(dana.page, "Escape")
    expect(dana.window).to_have_count(0)


def test_the_focus_stays_inside_a_window(dana):
    dana.asks_for("card", "Draft note")
    dana.presses("Edit")
    expect(dana.field("What happened")).to_be_focused()
    for key in ("Tab", "Shift+Tab"):
        for _ in range(40):
            press(dana.page, key)
            assert dana.page.evaluate("() => Boolean(document.activeElement.closest('dialog'))")


def test_a_window_is_filled_and_sent_by_keys(dana, bot, workspace):
    dana.box.focus()
    press(dana.page, "Alt+ArrowUp")
    dana.page.get_by_role("button", name="Shortcuts").focus()
    press(dana.page, "Enter", "Enter")
    expect(dana.window).to_contain_text("Add a person")
    dana.page.keyboard.type("K. Boyd")
    press(dana.page, "Control+Enter")
    expect(dana.window).to_have_count(0)
    assert bot.told("person")[0]["state"]["values"]["name"]["it"]["value"] == "K. Boyd"


def test_enter_in_a_single_line_does_not_send_a_window(dana, bot):
    dana.page.get_by_role("button", name="Shortcuts").click()
    dana.page.get_by_role("menuitem", name="Log a contact").click()
    dana.field("Name").fill("K. Boyd")
    press(dana.page, "Enter")
    expect(dana.window).to_be_visible()
    assert bot.told("person") == []


def test_a_thread_is_opened_answered_and_left(dana):
    dana.asks_for("hello", "You said: hello")
    dana.last.focus()
    press(dana.page, "Tab", "Enter")
    reply = dana.page.get_by_role("textbox", name="Reply…")
    expect(reply).to_be_focused()
    dana.page.keyboard.type("one more thing")
    press(dana.page, "Enter")
    expect(dana.page.get_by_role("log", name="Thread")).to_contain_text("You said: one more thing")
    press(dana.page, "Escape")
    expect(dana.page.get_by_role("complementary", name="Thread")).to_be_hidden()
    expect(dana.last).to_contain_text("2 replies")


def test_every_control_has_a_name(dana):
    dana.asks_for("elements", "Pick several")
    dana.asks_for("card", "Draft note")
    dana.presses("Edit")
    assert dana.page.evaluate(NAMELESS) == []
