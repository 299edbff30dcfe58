"""Windows: every field, what is wrong under its field, the stack, closing."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def window(dana):
    dana.asks_for("card", "Draft note")
    dana.presses("Edit")
    expect(dana.window).to_be_visible()
    return dana


def fill_required(dana, words="both kids home"):
    dana.field("What happened").fill(words)
    dana.block("Types").get_by_role("button").first.click()
    dana.page.get_by_role("option", name="School Contact").click()
    dana.page.get_by_role("button", name="Done").click()
    dana.window.get_by_label("In person").check()


def fill_the_rest(dana):
    dana.picks(dana.block("Place").get_by_role("button").first, "Office")
    dana.block("Time").get_by_role("button").first.click()
    dana.page.get_by_role("combobox").fill("4pm")
    dana.page.get_by_role("combobox").press("Enter")
    dana.window.get_by_label("Jay").check()
    for label, words in {
        "Minutes": "45",
        "E-mail": "k@harborfamily.example",
        "Link": "https://harborfamily.example",
    }.items():
        dana.block(label).get_by_role("textbox").fill(words)
    dana.block("Plan").get_by_role("textbox").fill("call the school")
    dana.block("Meeting").get_by_role("button").first.click()
    dana.page.get_by_role("button", name="Tomorrow").click()
    dana.block("Colleague").get_by_role("button").first.click()
    dana.page.get_by_role("option", name="Sam Ortega").click()
    dana.picks(dana.block("Child").get_by_role("button").first, "Maya Rivera")


def test_every_field_arrives_as_slack_sends_it(window, bot, workspace):
    fill_required(window)
    fill_the_rest(window)
    window.presses("Save")
    expect(window.window).to_have_count(0)
    assert workspace.wait_until(lambda: bot.told("note"))
    view = bot.told("note")[0]
    values = {block: next(iter(one.values())) for block, one in view["state"]["values"].items()}
    assert view["private_metadata"] == "note-1"
    assert values["words"]["value"] == "both kids home"
    assert values["day"]["selected_date"] == "2026-11-09"
    assert values["time"]["selected_time"] == "16:00"
    assert [one["value"] for one in values["types"]["selected_options"]] == ["t2"]
    assert values["place"]["selected_option"]["value"] == "office"
    assert values["method"]["selected_option"]["value"] == "in_person"
    assert [one["value"] for one in values["people"]["selected_options"]] == ["brother"]
    assert values["minutes"]["value"] == "45"
    assert values["mail"]["value"] == "k@harborfamily.example"
    assert values["rich"]["rich_text_value"]["elements"][0]["elements"][0]["text"] == "call the school"
    assert values["meet"]["selected_date_time"] == 1794319200  # Tue Nov 10, 9:00 AM in New York
    assert values["colleague"]["selected_user"] == "U0SAM"
    assert values["child"]["selected_option"]["value"] == "Maya Rivera"


def test_what_is_missing_is_said_under_its_field(window, bot):
    window.presses("Save")
    expect(window.block("What happened")).to_contain_text("Please complete this required field.")
    expect(window.block("Method")).to_contain_text("Please complete this required field.")
    expect(window.block("Time").locator(".field-error")).to_be_hidden()
    expect(window.field("What happened")).to_be_focused()
    expect(window.field("What happened")).to_have_attribute("aria-invalid", "true")
    window.field("What happened").fill("x")
    expect(window.block("What happened").locator(".field-error")).to_be_hidden()
    assert bot.told("note") == []


WRONG = [
    ("Minutes", "abc", "Enter a number."),
    ("Minutes", "1.5", "Enter a whole number."),
    ("Minutes", "601", "Enter 600 or less."),
    ("E-mail", "nobody", "Enter an e-mail address."),
    ("Link", "nowhere", "Enter a web address that begins with https://."),
]


def test_wrong_values_are_said_under_their_field(window, bot):
    for label, words, sentence in WRONG:
        field = window.block(label).get_by_role("textbox")
        field.fill(words)
        window.presses("Save")
        expect(window.block(label)).to_contain_text(sentence)
        field.fill("")
    assert bot.told("note") == []


def test_what_the_bot_finds_wrong_is_said_under_its_field_and_nothing_is_lost(window, bot):
    fill_required(window, "bad")
    window.presses("Save")
    expect(window.block("What happened")).to_contain_text("Say what happened.")
    expect(window.field("What happened")).to_have_value("bad")
    expect(window.window.get_by_label("In person")).to_be_checked()
    window.field("What happened").fill("saw both")
    window.presses("Save")
    expect(window.window).to_have_count(0)
    assert [one["state"]["values"]["words"]["it"]["value"] for one in bot.told("note")] == ["bad", "saw both"]


def test_a_window_on_top_of_another_gives_it_back_as_it_was(window):
    window.field("What happened").fill("half written")
    window.presses("Add a person")
    expect(window.window).to_contain_text("Name")
    expect(window.page.get_by_role("dialog")).to_have_count(1)
    window.presses("Back")
    expect(window.window).to_contain_text("Edit note")
    expect(window.field("What happened")).to_have_value("half written")


def test_closing_tells_the_bot_and_gives_the_focus_back(window, bot, workspace):
    window.page.keyboard.press("Escape")
    expect(window.window).to_have_count(0)
    expect(window.last.get_by_role("button", name="Edit")).to_be_focused()
    assert workspace.wait_until(lambda: bot.told("closed"))


def test_a_window_survives_a_reload_of_the_page(window):
    fill_required(window, "kept")
    window.presses("Add a person")
    window.presses("Back")
    window.page.reload()
    expect(window.field("What happened")).to_have_value("kept")


def test_long_words_are_counted_before_the_limit(window):
    window.field("What happened").fill("x" * 2900)
    expect(window.block("What happened")).to_contain_text("100 left")


def test_a_long_text_grows_its_field(window):
    before = window.field("What happened").bounding_box()["height"]
    window.field("What happened").fill("line\n" * 12)
    assert window.field("What happened").bounding_box()["height"] > before * 1.5
