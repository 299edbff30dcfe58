"""Every action that any feature listens for, pressed about what is not there: a sentence, and never an error.

By its owner, and by somebody whom it does not concern.
"""

from __future__ import annotations

from typing import Any

import pytest

from bot.views.notices import sentence_window
from playground import acts
from playground.records import Message, View
from tests.conversations.office import Office
from tests.conversations.old_buttons import WENT_WRONG, Listening, Old, Thumb, sentences, standing

NOBODY = "00000000-0000-4000-8000-000000000000"
NOTE = f"{NOBODY}|1"
SPELT = {
    r"^answer\.": ("answer.0", "C1", f"ask|{NOTE}|child"),
    r"^mark\.": ("mark.on.0.2026-11-09", "2026-11-08", f"mark|{NOTE}"),
    r"^note\.(edit|revise|edit_words)$": ("note.edit", NOTE, ""),
    r"^sent\.draft\.": ("sent.draft.0", NOBODY, f"sent|{NOBODY}"),
    r"^meeting\.at\.\d+$": ("meeting.at.0", f"{NOTE}|1800000000", ""),
    r"^queue\.worker\.\d+$": ("queue.worker.0", NOBODY, ""),
    r"^crisis\.of\.": ("crisis.of.0", f"{NOBODY}|{NOBODY}", ""),
    r"^due\.now\.": ("due.now.review", "", ""),
    r"^conference\.page\.": ("conference.page.on", f"{NOBODY}|8", ""),
    r"^lookup\.reason\.": ("lookup.reason.crisis", f"crisis|phone~{NOBODY}~~", ""),
    r"^lookup\.which\.": ("lookup.which.0", NOBODY, "which|phone"),
    "meeting.other": ("meeting.other", NOTE, ""),
    "conference.hold": ("conference.hold", f"{NOBODY}|{NOBODY}", ""),
    "due.more": ("due.more", "20", ""),
    "glass.ask": ("glass.ask", f"phone~{NOBODY}~~", ""),
    "left.discard": ("left.discard", NOTE, f"left|{NOBODY}|{NOBODY}"),
    "left.submit": ("left.submit", NOTE, f"left|{NOBODY}|{NOBODY}"),
    "reminder.snooze_digest": ("reminder.snooze_digest", "2026-11-08", ""),
    "shift.take": ("shift.take", f"c|{NOBODY}", ""),
}
"""Patterns, and actions whose value is no id: an action of that pattern, its value, its block."""


def made_up(office: Office, user: str, action: Any) -> Old:
    """A button of that action, on the person's newest card, about something that is not there."""
    known = action if isinstance(action, str) else action.pattern
    value = NOTE if known.startswith("note.") else NOBODY
    action_id, value, block_id = SPELT.get(known, (known, value, ""))
    element = {"type": "button", "action_id": action_id, "text": {"type": "plain_text", "text": "Old"}}
    block = {"type": "actions", "block_id": block_id or "old", "elements": [element]}
    where = _window(office, user) if known in ONLY_IN_WINDOWS else _card(office, user)
    return Old(user, where, "", [*acts.blocks_of(where)], block, element | {"value": value})


ONLY_IN_WINDOWS = (r"^queue\.worker\.\d+$", r"^conference\.page\.", "conference.hold", "note.seen_to")


def _card(office: Office, user: str) -> Message:
    shown = office.demo.workspace.conversations.visible_to(user)
    return next(each for each in shown if each.from_bot and each.ephemeral_to is None)


def _window(office: Office, user: str) -> View:
    windows = office.demo.workspace.windows
    windows.clear(user)
    return windows.push_for(user, sentence_window("Old") | {"private_metadata": f"{NOBODY}|0"})


def test_every_action_about_what_is_not_there(
    sqlite_office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    office = sqlite_office
    for person in (office.dana, office.sam):
        person.says("help")
        person.waits_for("What I can do")
    office.demo.workspace.settled()
    listening = Listening(office)
    thumb = Thumb(office, listening)
    caplog.clear()
    for action, _ in listening.heard:
        for user in ("U0DANA", "U0SAM"):
            old = made_up(office, user, action)
            answers = thumb.presses(old)
            assert answers, f"{old.action} was not answered"
            assert WENT_WRONG not in str(sentences(answers)), f"{old.action}: {sentences(answers)}"
    assert not [record for record in caplog.records if record.levelname == "ERROR"]
    assert standing(office) == {"review_decisions": "0", "return_meetings": "0"}
