"""Two people at once: what one does, the other sees, and loses nothing of what they were doing."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_a_supervisor_sees_a_submission_without_touching_the_page(sits_down):
    dana, sam, riley = sits_down("U0DANA"), sits_down("U0SAM"), sits_down("U0RILEY")
    dana.asks_for("card", "Draft note")
    dana.presses("Submit")
    expect(dana.last).to_contain_text("Submitted by @Dana Ellis")
    expect(sam.last).to_contain_text("Note of Dana Ellis to review")
    expect(riley.messages).to_have_count(0)


def test_what_one_is_typing_survives_what_arrives(sits_down, bot):
    dana, sam = sits_down("U0DANA"), sits_down("U0SAM")
    sam.box.fill("half a sentence")
    sam.box.evaluate("box => box.setSelectionRange(4, 4)")
    dana.asks_for("card", "Draft note")
    dana.presses("Submit")
    expect(sam.last).to_contain_text("to review")
    expect(sam.box).to_have_value("half a sentence")
    expect(sam.box).to_be_focused()
    assert sam.box.evaluate("box => box.selectionStart") == 4


def test_a_window_being_filled_in_survives_what_arrives(sits_down, bot):
    dana = sits_down("U0DANA")
    dana.asks_for("card", "Draft note")
    dana.presses("Edit")
    dana.field("What happened").fill("both kids home")
    bot.client.chat_postMessage(channel="U0DANA", text="A reminder")
    expect(dana.page.locator("#messages .message").last).to_contain_text("A reminder")
    expect(dana.field("What happened")).to_have_value("both kids home")
    expect(dana.field("What happened")).to_be_focused()


def test_two_windows_of_one_browser_are_two_people(dana, server):
    other = dana.page.context.new_page()
    other.goto(f"{server.url}/?as=U0SAM")
    expect(other.locator("#me-name")).to_have_text("Sam Ortega")
    expect(dana.page.locator("#me-name")).to_have_text("Dana Ellis")


def test_choosing_somebody_else_keeps_each_ones_words(dana):
    dana.box.fill("for later")
    dana.page.get_by_role("link", name="Sam Ortega Supervisor, Unit A").click()
    expect(dana.page.locator("#me-name")).to_have_text("Sam Ortega")
    expect(dana.box).to_have_value("")
    dana.page.go_back()
    expect(dana.page.locator("#me-name")).to_have_text("Dana Ellis")
    expect(dana.box).to_have_value("for later")


def test_scrolling_back_is_not_disturbed_by_a_new_message(dana, bot):
    for _ in range(3):
        dana.asks_for("card", "Draft note")
    scroller = dana.page.locator("#scroller")
    scroller.evaluate("node => { node.scrollTop = 120; }")
    bot.client.chat_postMessage(channel="U0DANA", text="A reminder")
    expect(dana.last).to_contain_text("A reminder")
    assert scroller.evaluate("node => node.scrollTop") == 120


def test_the_page_finds_the_server_again(dana, server, bot):
    dana.page.evaluate("() => { window.stillHere = true; }")
    dana.page.context.set_offline(True)
    bot.client.chat_postMessage(channel="U0DANA", text="While away")
    dana.page.context.set_offline(False)
    dana.says("hello")
    # The page's announcer for screen readers says it too, with the sender's name.
    expect(dana.page.get_by_text("While away", exact=True)).to_be_visible()
    assert dana.page.evaluate("() => window.stillHere") is True
