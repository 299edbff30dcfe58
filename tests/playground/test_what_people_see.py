"""The driver: it reads as people read, finds things by their words, and says what it sees when it fails."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from slack_sdk import WebClient

from playground.person import Someone
from playground.wording import as_read
from tests.playground.sample_payloads import (
    actions,
    button,
    choices,
    field,
    home,
    menu,
    modal,
    option,
    paragraph,
    rich,
    section,
    table,
    text_input,
    words,
)

DANA, SAM, RILEY = "U0DANA", "U0SAM", "U0RILEY"
FOUR_PM = int(datetime(2026, 11, 9, 21, tzinfo=UTC).timestamp())


@pytest.fixture
def slack(server):
    return WebClient(server.workspace.bot_token, base_url=server.api_url)


@pytest.fixture
def hasty(workspace):
    return Someone(workspace, DANA, patience=0.2)


def says(text):
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def offered(value, label):
    return option(value, text=words(label))


def named(label, **fields):
    return button(text=words(label), **fields)


def test_marks_are_not_read_and_dates_are_in_the_readers_zone(slack, dana, riley):
    text = f"*Maya* &amp; _Will_ <!date^{FOUR_PM}^{{date_short_pretty}} {{time}}|later> by <@U0SAM>"
    for user in (DANA, RILEY):
        slack.chat_postMessage(channel=user, text="x", blocks=[says(text)])
    assert dana.newest_card() == "Maya & Will today 4:00 PM by @Sam Ortega"
    assert riley.newest_card() == "Maya & Will today 1:00 PM by @Sam Ortega"


@pytest.mark.parametrize(
    ("pattern", "shown"),
    [
        ("{date_num}", "2026-11-09"),
        ("{date}", "November 9th"),
        ("{date_short}", "Nov 9"),
        ("{date_long}", "Monday, November 9th"),
        ("{time_secs}", "4:00:00 PM"),
        ("{date_pretty} at {time}", "yesterday at 4:00 PM"),
    ],
)
def test_date_tokens(pattern, shown):
    tuesday = datetime(2026, 11, 10, 15, tzinfo=UTC)
    token = f"<!date^{FOUR_PM}^{pattern}|?>"
    assert as_read(token, tz="America/New_York", now=tuesday, name_of=str) == shown


def test_every_block_is_read(slack, dana):
    blocks = [
        {"type": "header", "text": words("Heading")},
        section(3, fields=[words("Left"), words("Right")]),
        {"type": "context", "elements": [words("Small print")]},
        rich({"type": "rich_text_list", "style": "bullet", "elements": [paragraph("Point")]}),
        table(1, 2),
        {"type": "image", "alt_text": "A chart", "image_url": "https://x.example/i.png"},
        actions(menu(placeholder=words("Pick")), choices(1, options=[option("a", text=words("Tick me"))])),
    ]
    slack.chat_postMessage(channel=DANA, text="x", blocks=blocks)
    shown = dana.newest_card()
    for seen in ("Heading", "Left", "Small print", "• Point", "x | x", "(A chart)", "[Pick]", "( ) Tick me"):
        assert seen in shown


def test_the_newest_button_is_meant_unless_the_card_is_named(slack, dana, workspace):
    for name in ("first", "second"):
        blocks = [says(f"The {name} note"), actions(named("Approve", value=name))]
        slack.chat_postMessage(channel=DANA, text="x", blocks=blocks)
    dana.clicks("Approve")
    dana.clicks("Approve", on="the first note")
    payloads = [one.payload for one in workspace.deliveries.sent if one.kind == "interactive"]
    assert [payload["actions"][0]["value"] for payload in payloads] == ["second", "first"]


def test_on_a_home_the_words_beside_the_button_say_which(slack, dana, workspace):
    rows = [
        block for name in ("Rivera", "Hall") for block in (says(name), actions(named("Open", value=name)))
    ]
    slack.views_publish(user_id=DANA, view=home(*rows))
    dana.clicks("Open", on="Hall")
    assert workspace.deliveries.sent[-1].payload["actions"][0]["value"] == "Hall"


def test_exact_words_win_over_words_that_contain_them(slack, dana, workspace):
    slack.chat_postMessage(
        channel=DANA, text="x", blocks=[actions(named("Submit later", value="b"), named("Submit", value="a"))]
    )
    dana.clicks("submit")
    assert workspace.deliveries.sent[-1].payload["actions"][0]["value"] == "a"


def test_a_window_in_front_hides_the_buttons_behind(slack, hasty, workspace):
    slack.chat_postMessage(channel=DANA, text="x", blocks=[actions(named("Approve"))])
    slack.views_open(trigger_id=workspace.triggers.issue(DANA), view=modal(section()))
    with pytest.raises(AssertionError, match="Dana Ellis waited"):
        hasty.clicks("Approve")


def test_a_thumb_that_is_a_moment_late_still_presses(bot, dana, workspace):
    dana.says("a visit")
    button = dana.finds("Approve", on="a visit")
    dana.clicks(button)
    dana.waits_for("Approved a visit")
    late = dana.clicks(button)
    assert late.state == "acked"
    presses = [one for one in workspace.deliveries.sent if one.kind == "interactive"]
    assert [one.payload["actions"][0]["value"] for one in presses] == ["a visit", "a visit"]


def test_what_cannot_be_found_is_told_with_all_that_is_seen(slack, hasty):
    slack.chat_postMessage(channel=DANA, text="x", blocks=[says("Only this"), actions(named("Return"))])
    with pytest.raises(AssertionError) as error:
        hasty.clicks("Approve")
    assert "for a button 'Approve'" in str(error.value)
    assert "Only this\n[Return]" in str(error.value)


def test_what_is_not_there_yet_is_waited_for(slack, workspace):
    dana = Someone(workspace, DANA)
    begin = time.monotonic()
    dana.voice("later", ready_after=0.2)
    dana.waits_for("voice clip: later")
    assert time.monotonic() - begin >= 0.2


def test_all_kinds_of_inputs_are_filled_by_their_labels(slack, workspace, dana):
    places = [offered("a", "Home"), offered("b", "School")]
    ticks = [offered("a", "Seen"), offered("b", "Safe")]
    alone = [offered("y", "Yes"), offered("n", "No")]
    elements = {
        "Reason": text_input(),
        "Place": menu(options=places),
        "Ticks": choices(2, options=ticks),
        "Alone": choices(2, "radio_buttons", options=alone),
        "Day": {"type": "datepicker"},
        "Hour": {"type": "timepicker"},
        "Minutes": {"type": "number_input", "is_decimal_allowed": False, "max_value": "600"},
    }
    blocks = [field(element, label=words(label)) for label, element in elements.items()]
    slack.views_open(trigger_id=workspace.triggers.issue(DANA), view=modal(*blocks))
    dana.fills("Reason", "words")
    dana.chooses("School", from_="Place")
    dana.chooses("Seen")
    dana.chooses("Safe")
    dana.unchooses("Seen")
    dana.chooses("Yes", from_="Alone")
    dana.chooses("2026-11-09", from_="Day")
    dana.chooses("16:00", from_="Hour")
    dana.fills("Minutes", "700")
    assert dana.submits() is None
    assert "Please enter a number of 600 or less." in dana.window
    dana.fills("Minutes", "45")
    assert [dana.field(label) for label in ("Reason", "Day", "Hour", "Minutes")] == [
        "words",
        "2026-11-09",
        "16:00",
        "45",
    ]
    assert dana.field("Place")["value"] == "b"
    assert [one["value"] for one in dana.field("Ticks")] == ["b"]
    assert "(x) Yes" in dana.window


def test_a_menu_that_the_bot_fills(bot, slack, dana, workspace):
    @bot.app.options("child")
    def children(ack, payload):
        ack(options=[offered("p1", f"{payload['value']} Rivera"), offered("p2", "Will Hall")])

    @bot.app.action("child")
    def chosen(ack):
        ack()

    search = {"type": "external_select", "action_id": "child", "placeholder": words("Child")}
    slack.chat_postMessage(channel=DANA, text="x", blocks=[actions(search)])
    dana.chooses("Maya", from_="Child")
    assert dana.sees("[Maya Rivera]")
    assert workspace.deliveries.sent[-1].payload["actions"][0]["selected_option"]["value"] == "p1"


def test_edits_and_deletions_reach_the_bot(workspace, dana):
    dana.says("a visti to the <Rivera> home, mail a@b.example")
    assert "&lt;Rivera&gt;" in workspace.deliveries.sent[-1].payload["event"]["text"]
    assert "<mailto:a@b.example|a@b.example>" in workspace.deliveries.sent[-1].payload["event"]["text"]
    dana.edits("a visti", "a visit")
    event = workspace.deliveries.sent[-1].payload["event"]
    assert (event["subtype"], event["message"]["text"], event["previous_message"]["text"][:7]) == (
        "message_changed",
        "a visit",
        "a visti",
    )
    dana.deletes("a visit")
    assert workspace.deliveries.sent[-1].payload["event"]["subtype"] == "message_deleted"
    assert not dana.sees("a visit")


def test_a_window_whose_bot_does_not_answer_says_so(slack, workspace, dana):
    slack.views_open(trigger_id=workspace.triggers.issue(DANA), view=modal(section()))
    assert dana.submits().state == "failed"
    assert "We had some trouble connecting" in dana.window


def test_one_is_told_of_a_closed_window_only_where_one_asked(slack, workspace, dana):
    for asked in (False, True):
        view = modal(section(), notify_on_close=asked)
        slack.views_open(trigger_id=workspace.triggers.issue(DANA), view=view)
        told = dana.closes_window()
        assert (told is not None) == asked
    assert told.payload["type"] == "view_closed"


def test_a_changed_person_is_told_to_the_bot(workspace, dana):
    workspace.add(replace(workspace.person(DANA), deleted=True))
    event = workspace.deliveries.sent[-1].payload["event"]
    assert (event["type"], event["user"]["deleted"]) == ("user_change", True)
