"""Every block the bot uses is drawn as Slack draws it, and text never becomes markup."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def text(reader):
    return reader.asks_for("text", "Visits")


def test_the_marks_of_mrkdwn(text):
    first = text.locator(".block").first
    for tag, words in {
        "strong": "bold",
        "em": "italic",
        "s": "gone",
        "code": "code",
        "blockquote": 'said "I\'m fine"',
    }.items():
        expect(first.locator(tag).first).to_have_text(words)
    expect(first).to_contain_text("snake_case_word 2*3*4 👋 :no_such_emoji:")
    assert first.locator("pre").inner_text() == "keep   this\n  as is"


def test_links_lead_where_they_say(text):
    for name, target in {
        "718-555-0101": "tel:+17185550101",
        "K. Boyd": "mailto:k.boyd@harborfamily.example",
        "the policy": "https://harborfamily.example/policy?a=1&b=2",
    }.items():
        expect(text.get_by_role("link", name=name)).to_have_attribute("href", target)


def test_text_never_becomes_markup(text, reader):
    expect(text).to_contain_text("<img src=x onerror=alert(1)>")
    expect(text.get_by_role("link", name="press me")).to_have_count(0)
    assert text.locator("img[src=x]").count() == 0
    reader.says("<script>window.broken = 1</script> & <b>bold</b> *fine*")
    expect(reader.last).to_contain_text("<script>window.broken = 1</script> & <b>bold</b>")
    assert reader.page.evaluate("() => window.broken") is None


def test_people_are_named_and_oneself_stands_out(text):
    expect(text).to_contain_text("@Sam Ortega")
    expect(text.locator(".mention-me")).to_have_text("@Dana Ellis")


def test_rich_text(text):
    rich = text.locator(".block.rich")
    expect(rich.locator("strong")).to_have_text("Rich ")
    assert rich.locator("ol > li").all_inner_texts() == ["first", "second"]
    expect(rich.locator("blockquote")).to_have_text("quoted words")
    expect(rich).to_contain_text("🌱 Monday, November 9th")


def test_markdown(text):
    words = text.locator(".block.markdown")
    expect(words.get_by_role("heading")).to_have_text("Tonight")
    assert [item.strip() for item in words.locator("li").all_inner_texts()] == ["☑ Boyd", "☐ Rivera"]
    expect(words.get_by_role("cell", name="8:00 AM")).to_be_visible()


def test_tables_name_their_columns(text):
    table = text.locator(".block.table-wrap")
    assert table.get_by_role("columnheader").all_inner_texts() == ["Child", "Visits"]
    expect(table.get_by_role("cell", name="J. B.").locator("strong")).to_be_visible()


def test_a_picture_that_cannot_be_loaded_leaves_its_words(text):
    expect(text.locator(".image-lost")).to_have_text("A chart of visits")


def test_a_card_shows_its_fields_quote_and_buttons(reader):
    card = reader.asks_for("card", "Draft note")
    assert card.locator(".fields > div").count() == 6
    expect(card.locator("blockquote")).to_contain_text("h/v Maya Rivera today 4pm at Ms Thompson's")
    expect(card.get_by_role("heading", name="Draft note")).to_be_visible()
    expect(card.get_by_role("button", name="Submit")).to_have_class("btn primary")
    expect(card.locator(".context")).to_contain_text("⏳")


def test_times_are_the_readers_own_and_follow_the_clock(sits_down):
    dana, riley = sits_down("U0DANA"), sits_down("U0RILEY")
    card = dana.asks_for("card", "Draft note")
    expect(card).to_contain_text("Today 5:30 PM, 45 min")
    expect(riley.asks_for("card", "Draft note")).to_contain_text("Today 2:30 PM, 45 min")
    dana.page.get_by_role("button", name="Forward one day").click()
    expect(card).to_contain_text("Yesterday 5:30 PM, 45 min")
    expect(dana.page.locator("#clock .clock-wide")).to_contain_text("Tue Nov 10, 5:30 PM")
    expect(riley.page.locator("#clock .clock-wide")).to_contain_text("Tue Nov 10, 5:30 PM")


def test_home_is_drawn_and_acts(dana, bot):
    dana.page.get_by_role("tab", name="Home").click()
    expect(dana.page.get_by_role("heading", name="Your day")).to_be_visible()
    dana.page.get_by_role("button", name="Write it").click()
    expect(dana.window).to_contain_text("Edit note")
