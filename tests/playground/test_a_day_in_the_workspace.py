"""A real Bolt app in the workspace, over Socket Mode and over signed HTTP: people use it as in Slack."""

from __future__ import annotations


def test_a_message_is_heard_and_answered_with_a_card(either_bot, dana, sam):
    dana.says("saw Maya & the <kids> today")
    card = dana.waits_for("You said saw Maya & the <kids> today")
    assert "[Approve]" in card
    assert not sam.sees("Maya")


def test_a_click_redraws_the_card_for_everybody_who_has_it(either_bot, dana):
    dana.says("a visit")
    dana.clicks("Approve", on="a visit")
    dana.waits_for("Approved a visit")
    assert not dana.sees("[Approve]")


def test_a_choice_is_told_and_answered_for_the_person_alone(either_bot, dana):
    dana.says("a visit")
    dana.chooses("Mon Nov 9", from_="When")
    dana.waits_for("(only you) Fieldnote: You chose Mon Nov 9")


def test_a_window_opens_complains_and_closes(either_bot, dana):
    dana.command("/log")
    assert dana.waits_for_window("Log a contact").startswith("Log a contact")
    dana.submits()
    assert dana.sees("Please complete this required field.")
    dana.fills("Reason", "too short")
    dana.submits()
    assert dana.sees("Say more.")
    dana.fills("Reason", "long enough")
    dana.chooses("2026-11-08", from_="Day")
    dana.submits()
    assert dana.window is None
    dana.waits_for("Reason: long enough, day 2026-11-08")


def test_a_command_is_answered_in_the_acknowledgement(either_bot, dana, sam):
    dana.command("/due")
    assert dana.sees("Nothing is due, dana.ellis.")
    assert not sam.sees("Nothing is due")


def test_the_home_is_drawn_when_it_is_opened(either_bot, dana):
    assert "Your day" in dana.opens_home()


def test_a_message_shortcut_opens_a_window(either_bot, dana):
    dana.says("the visit at four")
    dana.shortcut("log_this", on="the visit at four")
    dana.waits_for_window("Log this")
    dana.closes_window()
    assert dana.window is None


def test_a_reply_stays_in_its_thread(either_bot, dana, workspace):
    dana.says("first")
    dana.waits_for("You said first")
    dana.says("about it", thread_of="You said first")
    dana.waits_for("You said about it")
    assert dana.newest_message("You said about it").thread_ts == dana.newest_message("You said first").ts
