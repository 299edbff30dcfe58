"""What people do with messages, and what the page says about them."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def menu(dana, message, item):
    message.hover()
    message.get_by_role("button", name="More about this message").click()
    dana.page.get_by_role("menuitem", name=item).click()


def test_editing_and_deleting_ones_own_words(dana, bot, workspace):
    dana.asks_for("saw Mia today", "You said")
    mine = dana.messages.first
    menu(dana, mine, "Edit message")
    field = mine.get_by_role("textbox", name="Edit message")
    expect(field).to_have_value("saw Mia today")
    field.fill("saw Maya & Jay today")
    field.press("Enter")
    expect(mine).to_contain_text("saw Maya & Jay today")
    expect(mine).to_contain_text("(edited)")
    assert workspace.wait_until(lambda: bot.told("message_changed"))
    menu(dana, mine, "Delete message…")
    dana.page.get_by_role("button", name="Delete", exact=True).click()
    expect(dana.page.get_by_text("saw Maya & Jay today")).to_have_count(0)
    assert workspace.wait_until(lambda: bot.told("message_deleted"))


def test_a_message_shortcut(dana, bot):
    dana.asks_for("saw Maya", "You said")
    menu(dana, dana.messages.first, "Log this")
    expect(dana.last).to_contain_text("Logged from your message.")
    assert bot.told("log_this") == ["saw Maya"]


def test_a_voice_clip_is_transcribed_before_ones_eyes(dana, bot, workspace):
    dana.page.get_by_role("button", name="Record a voice clip").click()
    dana.page.get_by_label("What you say").fill("saw Maya at school, she was fine")
    dana.page.get_by_role("button", name="Send clip").click()
    expect(dana.last).to_contain_text("Transcribing…")
    expect(dana.last).to_contain_text("“saw Maya at school, she was fine”")
    assert bot.told("file_share")[0]["files"][0]["subtype"] == "slack_audio"


def test_a_transcript_that_fails_says_so(dana):
    dana.page.get_by_role("button", name="Record a voice clip").click()
    dana.page.get_by_label("Let the transcript fail").check()
    dana.page.get_by_role("button", name="Send clip").click()
    expect(dana.last).to_contain_text("The transcript failed.")


def test_another_file(dana):
    dana.page.get_by_role("button", name="Send a file").click()
    dana.page.get_by_label("File name").fill("report.pdf")
    dana.page.get_by_role("button", name="Send", exact=True).last.click()
    expect(dana.last).to_contain_text("report.pdf")


def test_an_unknown_command_is_explained_and_not_lost(dana):
    dana.box.fill("/nonsense now")
    dana.box.press("Enter")
    expect(
        dana.page.get_by_role("alert").filter(has_text="/nonsense is not a valid command.")
    ).to_be_visible()
    expect(dana.box).to_have_value("/nonsense now")


def test_the_lock_screens_line(dana):
    card = dana.asks_for("card", "Draft note")
    expect(card).not_to_contain_text("M. R., C-1041: a draft note")
    dana.page.get_by_role("switch", name="Show what the lock screen shows").click()
    expect(card).to_contain_text("M. R., C-1041: a draft note")


def test_do_not_disturb(dana, workspace):
    switch = dana.page.get_by_role("switch", name="Do not disturb")
    switch.click()
    expect(switch).to_have_attribute("aria-checked", "true")
    assert workspace.dnd == {"U0DANA"}
    switch.click()
    expect(switch).to_have_attribute("aria-checked", "false")


def test_a_payload_outside_slacks_limits_is_shown_to_whoever_builds_the_bot(dana):
    strip = dana.page.get_by_role("region", name="Refused payloads")
    expect(strip).to_be_hidden()
    dana.says("too long")
    expect(strip).to_contain_text("1 payload outside Slack's limits")
    strip.get_by_text("1 payload outside").click()
    expect(strip).to_contain_text("chat.postMessage")
    expect(strip).to_contain_text("/0/text")
    strip.get_by_role("button", name="Dismiss").click()
    expect(strip).to_be_hidden()


def test_the_clock_moves_by_steps_and_days_are_parted(dana, bot):
    dana.asks_for("hello", "You said: hello")
    for step, words in {
        "Forward one hour": "Mon Nov 9, 6:30 PM",
        "Forward to 8:00 AM": "Tue Nov 10, 8:00 AM",
    }.items():
        dana.page.get_by_role("button", name=step).click()
        expect(dana.page.locator("#clock .clock-wide")).to_contain_text(words)
    dana.says("good morning")
    expect(dana.page.locator(".day-line")).to_have_text(["Yesterday", "Today"])


def test_what_came_while_one_was_away_stands_below_a_line(dana, bot):
    dana.asks_for("hello", "You said: hello")
    dana.page.evaluate("() => { document.hasFocus = () => false; }")
    bot.client.chat_postMessage(channel="U0DANA", text="A reminder")
    expect(dana.page.locator(".new-line + .message")).to_contain_text("A reminder")
    expect(dana.page).to_have_title("(1) Dana Ellis · Fieldnote")


def test_new_messages_are_announced(dana, bot):
    dana.asks_for("hello", "You said: hello")
    expect(dana.page.locator("#announcer")).to_have_text("Fieldnote: You said: hello")


def test_nobody_is_chosen_at_first(screens, server, bot):
    page = screens.take()
    page.goto(server.url)
    expect(page.get_by_role("heading", name="Who do you want to be?")).to_be_visible()
    page.get_by_role("link", name="Dana Ellis Caseworker, Unit A Two Mayas on her caseload.").click()
    expect(page.get_by_role("textbox", name="Message Fieldnote")).to_be_visible()
    screens.give_back(page)


@pytest.mark.parametrize("dark", [False, True])
def test_the_page_follows_the_systems_colours_and_stays_legible(sits_down, dark):
    dana = sits_down("U0DANA", dark=dark)
    card = dana.asks_for("card", "Draft note")
    ink = rgb(dana.page.locator(".message").first, "color")
    page = rgb(dana.page.locator(".main"), "backgroundColor")
    assert contrast(ink, page) > 7
    assert (sum(page) < 200) is dark
    expect(card).to_be_visible()


def rgb(place, name):
    words = place.evaluate("(node, name) => getComputedStyle(node)[name]", name)
    return [int(part) for part in re.findall(r"\d+", words)[:3]]


def contrast(one, other):
    """The contrast of two colours as WCAG reckons it."""
    bright = sorted((luminance(one), luminance(other)))
    return (bright[1] + 0.05) / (bright[0] + 0.05)


def luminance(colour):
    parts = [(c / 255) / 12.92 if c / 255 <= 0.03928 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
