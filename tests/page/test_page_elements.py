"""Every element of a message does what it does in Slack and tells the bot what Slack would."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def card(dana):
    return dana.asks_for("elements", "Pick several")


def heard(bot, workspace, action):
    """The bot's last action of this name."""
    assert workspace.wait_until(lambda: bot.told(action)), bot.heard
    return bot.told(action)[-1]


def test_a_menu(card, dana, bot, workspace):
    dana.picks(card.get_by_role("button", name="Type", exact=True), "School Contact")
    assert heard(bot, workspace, "type")["selected_option"]["value"] == "t2"
    expect(card.get_by_role("button", name="School Contact")).to_be_visible()
    expect(dana.last).to_contain_text("You used type")
    expect(dana.last).to_contain_text("Only visible to you")


def test_a_long_menu_is_searched_by_words_in_any_order(card, dana):
    card.get_by_role("button", name="Type", exact=True).click()
    dana.page.get_by_role("combobox").fill("contact child")
    expect(dana.page.get_by_role("option")).to_have_text(["Caseworker/Child Contact"])
    dana.page.get_by_role("combobox").fill("zebra")
    dana.sees("Nothing found")


def test_a_menu_that_the_bot_fills(card, dana, bot, workspace):
    card.get_by_role("button", name="Find a child").click()
    dana.sees("Type at least 1 letter to search")
    dana.page.get_by_role("combobox").fill("maya")
    expect(dana.page.get_by_role("option")).to_have_text(["Maya Rivera", "Maya Boyd"])
    dana.page.get_by_role("option", name="Maya Boyd").click()
    assert heard(bot, workspace, "child")["selected_option"]["value"] == "Maya Boyd"


def test_a_menu_of_people(card, dana, bot, workspace):
    card.get_by_role("button", name="A colleague").click()
    dana.page.get_by_role("combobox").fill("sam")
    dana.page.get_by_role("option").first.click()
    assert heard(bot, workspace, "person")["selected_user"] == "U0SAM"
    expect(card.get_by_role("button", name="Sam Ortega")).to_be_visible()


def test_a_date(card, dana, bot, workspace):
    card.get_by_role("button", name="Which day").click()
    expect(dana.page.get_by_text("November 2026")).to_be_visible()
    dana.page.get_by_role("button", name="Previous month").click()
    dana.page.get_by_role("button", name="Fri, Oct 30, 2026").click()
    assert heard(bot, workspace, "day")["selected_date"] == "2026-10-30"
    expect(card.get_by_role("button", name="Fri, Oct 30, 2026")).to_be_visible()


def test_yesterday_is_one_press_away_by_the_workspaces_clock(card, dana, bot, workspace):
    card.get_by_role("button", name="Which day").click()
    dana.page.get_by_role("button", name="Yesterday").click()
    assert heard(bot, workspace, "day")["selected_date"] == "2026-11-08"


TYPED = {
    "4:10p": ["4:10 PM"],
    "1610": ["4:10 PM"],
    "4": ["4:00 PM", "4:00 AM"],
    "9:30": ["9:30 AM", "9:30 PM"],
    "25:00": ["Nothing found"],
}


def test_a_time_is_typed_as_people_write_it(card, dana):
    card.get_by_role("button", name="What time").click()
    for typed, offered in TYPED.items():
        dana.page.get_by_role("combobox").fill(typed)
        expect(dana.page.locator(".listbox > *")).to_have_text(offered)


def test_a_time(card, dana, bot, workspace):
    card.get_by_role("button", name="What time").click()
    dana.page.get_by_role("combobox").fill("4:07 pm")
    dana.page.get_by_role("combobox").press("Enter")
    assert heard(bot, workspace, "time")["selected_time"] == "16:07"


def test_several_options(card, dana, bot, workspace):
    card.get_by_role("button", name="Types").click()
    dana.page.get_by_role("option", name="Sibling Visit").click()
    dana.page.get_by_role("option", name="Crisis Call").click()
    expect(card.get_by_role("button", name="Remove Crisis Call")).to_be_visible()
    dana.page.get_by_role("button", name="Done").click()
    expect(dana.page.locator(".popover")).to_have_count(0)
    assert workspace.wait_until(lambda: len(bot.told("many")) == 2)
    assert [one["value"] for one in bot.told("many")[-1]["selected_options"]] == ["t3", "t8"]
    card.get_by_role("button", name="Remove Sibling Visit").click()
    assert workspace.wait_until(lambda: len(bot.told("many")) == 3)
    assert [one["value"] for one in bot.told("many")[-1]["selected_options"]] == ["t8"]


def test_radio_buttons_and_checkboxes(card, bot, workspace):
    card.get_by_label("Phone").check()
    assert heard(bot, workspace, "method")["selected_option"]["value"] == "phone"
    card.get_by_label("Jay seen").check()
    card.get_by_label("Maya seen").check()
    assert workspace.wait_until(lambda: len(bot.told("seen")) == 2)
    assert [one["value"] for one in bot.told("seen")[-1]["selected_options"]] == ["maya", "jay"]


def test_a_button_with_an_address_is_a_link_and_tells_the_bot(card, dana, bot, workspace):
    link = card.get_by_role("link", name="Open policy")
    expect(link).to_have_attribute("href", "https://harborfamily.example/policy")
    with dana.page.context.expect_page():
        link.click()
    assert heard(bot, workspace, "link")["value"] == "link"


def test_the_further_menu(dana, bot, workspace):
    card = dana.asks_for("card", "Draft note")
    card.get_by_role("button", name="More actions").click()
    dana.page.get_by_role("menuitem", name="Wrong child").click()
    assert heard(bot, workspace, "more")["selected_option"]["value"] == "wrong"


def test_a_question_before_a_dangerous_button(dana, bot, workspace):
    card = dana.asks_for("card", "Draft note")
    card.get_by_role("button", name="Discard").click()
    dana.page.get_by_role("button", name="Keep it").click()
    expect(dana.page.get_by_role("alertdialog")).to_have_count(0)
    assert bot.told("discard") == []
    card.get_by_role("button", name="Discard").click()
    dana.page.get_by_role("alertdialog").get_by_role("button", name="Discard").click()
    assert heard(bot, workspace, "discard")["value"] == "discard"


def test_choices_of_a_message_outlive_a_reload(card, dana, bot, workspace):
    dana.picks(card.get_by_role("button", name="Type", exact=True), "Court Appearance")
    heard(bot, workspace, "type")
    dana.page.reload()
    expect(dana.page.get_by_role("button", name="Court Appearance")).to_be_visible()
