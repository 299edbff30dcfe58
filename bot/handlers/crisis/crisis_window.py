"""/crisis and the Home's Crisis: a window, whose words take the same path as any others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.handlers.door.front_desk import FrontDesk, Visit
from bot.handlers.notes.log import own_channel
from bot.handlers.talk import Answer, understand
from bot.services.crisis import crisis_reading
from bot.understand.parts import Intent
from bot.views.crisis.crisis_window import CALLBACK, WHAT, as_words, clock_words, crisis_window
from bot.views.notes import note_windows as windows

_NUMBERS = 3
_TYPED = (WHAT, "who", "where", "caller", "done")


def register(front: FrontDesk, answers: Mapping[Intent, Answer]) -> None:
    """Listen for /crisis, the Home's button and the window."""
    front.command("/crisis", lambda visit: command(visit, answers))
    front.action("crisis.window", open_window)
    front.view(CALLBACK, lambda visit: sent(visit, answers))


def command(visit: Visit, answers: Mapping[Intent, Answer]) -> None:
    """/crisis with words goes at once; alone it opens the window."""
    text = str(visit.body.get("text") or "").strip()
    if text:
        _told(visit, text, str(visit.body["trigger_id"]), answers)
    else:
        open_window(visit)


def open_window(visit: Visit) -> None:
    """The window, with the numbers to call by hand on top."""
    with visit.look() as desk:
        view = crisis_window(crisis_reading.numbers_to_call(desk, None)[:_NUMBERS])
    visit.open_window(view)


def sent(visit: Visit, answers: Mapping[Intent, Answer]) -> None:
    """The window was sent: saved, numbers, alarm. Sent twice it is the same crisis."""
    view = visit.body["view"]
    values = view["state"]["values"]
    fields = {block: windows.typed(values, block) or "" for block in _TYPED}
    if not fields[WHAT].strip():
        visit.ack(response_action="errors", errors={WHAT: "What happened? A word will do."})
        return
    fields["when"] = clock_words(windows.picked(values, "when"))
    _told(visit, as_words(fields), str(view["id"]), answers)
    visit.ack()


def _told(visit: Visit, words: str, key: str, answers: Mapping[Intent, Answer]) -> None:
    """Always what the command says. `key` stands for the message: worked twice it is the same one."""
    said = understand(visit, words, channel=own_channel(visit), ts=key, sent_at=visit.now, heading="CRISIS. ")
    meant = replace(said.reading, intent=Intent.LOG_CRISIS, said_as_crisis=True)
    answers[Intent.LOG_CRISIS](replace(said, reading=meant))
