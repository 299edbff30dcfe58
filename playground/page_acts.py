"""What a person does on the page, one function each; each gives the answer's fields beside `ok`."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from playground import acts
from playground.clock import OFFICE_ZONE
from playground.page_state import office_time
from playground.records import JSON, Envelope, Message, SlackError, View
from playground.workspace import Workspace

TRANSCRIBING_SECONDS = 1.5
NO_ANSWER = "The bot did not answer in time. Is it running?"


class Refuse(Exception):
    """What cannot be done; the text is the sentence that the page shows."""


@dataclass(frozen=True)
class Asked:
    """A request of the page."""

    workspace: Workspace
    body: JSON

    @property
    def user(self) -> str:
        """Who asks; SlackError user_not_found."""
        return self.workspace.person(self.text("user")).slack_user_id

    def text(self, name: str) -> str:
        """A field as a string, "" where it is missing."""
        value = self.body.get(name)
        return "" if value is None else str(value)

    def surface(self) -> Message | View:
        """The message or view that `where` names; SlackError message_not_found, not_found."""
        where = self.body.get("where") or {}
        if where.get("kind") == "view":
            return self.own_view(str(where.get("view_id")))
        return self.workspace.conversations.get(
            self.workspace.person(self.user).channel, str(where.get("ts"))
        )

    def own_view(self, view_id: str) -> View:
        """A view of the person who asks; SlackError not_found."""
        view = self.workspace.windows.find(view_id)
        if view.user != self.user:
            raise SlackError("not_found")
        return view

    async def answered(self, envelope: Envelope | None) -> bool:
        """True once the bot has acknowledged; False where it did not in time."""
        if envelope is None:
            return True
        limit = self.workspace.deliveries.ack_seconds + 1
        while envelope.state == "waiting" and limit > 0:
            await asyncio.sleep(0.02)
            limit -= 0.02
        return envelope.state == "acked"

    async def warned(self, envelope: Envelope | None) -> JSON:
        """The answer's fields after the bot had its time."""
        return {} if await self.answered(envelope) else {"warning": NO_ANSWER}


async def say(asked: Asked) -> JSON:
    """Writes a message."""
    text = asked.text("text")
    if not text.strip():
        raise Refuse("There is nothing to send.")
    return {"ts": acts.say(asked.workspace, asked.user, text, thread_ts=asked.body.get("thread_ts")).ts}


async def edit(asked: Asked) -> JSON:
    """Changes an own message."""
    acts.edit(asked.workspace, asked.user, asked.text("ts"), asked.text("text"))
    return {}


async def delete(asked: Asked) -> JSON:
    """Deletes an own message."""
    acts.delete(asked.workspace, asked.user, asked.text("ts"))
    return {}


async def voice(asked: Asked) -> JSON:
    """Sends a voice clip; its transcription is there a moment later."""
    workspace, user = asked.workspace, asked.user
    seconds = int(asked.body.get("seconds") or 20)
    thread_ts = asked.body.get("thread_ts")
    message = acts.voice(workspace, user, asked.text("transcript"), seconds=seconds, thread_ts=thread_ts)
    fail = bool(asked.body.get("fail"))
    asyncio.get_running_loop().call_later(
        TRANSCRIBING_SECONDS, lambda: acts.transcribed(workspace, user, message, fail=fail)
    )
    return {"ts": message.ts}


async def file(asked: Asked) -> JSON:
    """Sends another file."""
    return {"ts": acts.send_file(asked.workspace, asked.user, asked.text("name") or "file.pdf").ts}


async def act(asked: Asked) -> JSON:
    """Uses an element."""
    ids = asked.text("block_id"), asked.text("action_id")
    value, state = asked.body.get("value"), asked.body.get("state")
    return await asked.warned(acts.act(asked.workspace, asked.user, asked.surface(), ids, value, state=state))


async def options(asked: Asked) -> JSON:
    """Types in a menu that the bot fills."""
    ids = asked.text("block_id"), asked.text("action_id")
    query = asked.text("query")
    envelope = acts.ask_options(asked.workspace, asked.user, asked.surface(), ids, query)
    if not await asked.answered(envelope):
        raise Refuse(NO_ANSWER)
    answer = envelope.response or {}
    return {"options": answer.get("options") or [], "option_groups": answer.get("option_groups") or []}


async def submit(asked: Asked) -> JSON:
    """Sends a window."""
    view = asked.own_view(asked.text("view_id"))
    acked = await asked.answered(acts.submit(asked.workspace, asked.user, view, asked.body.get("state")))
    if view.errors:
        return {"ok": False, "errors": view.errors}
    if not acked or view.trouble:
        raise Refuse(view.trouble or NO_ANSWER)
    return {}


async def close(asked: Asked) -> JSON:
    """Closes a window."""
    acts.close(asked.workspace, asked.user, asked.own_view(asked.text("view_id")))
    return {}


async def command(asked: Asked) -> JSON:
    """Types a slash command."""
    name = asked.text("command")
    known = [listed.get("command") for listed in asked.workspace.commands]
    if known and name not in known:
        raise Refuse(f"{name} is not a valid command.")
    return await asked.warned(acts.command(asked.workspace, asked.user, name, asked.text("text")))


async def shortcut(asked: Asked) -> JSON:
    """Uses a shortcut, on a message where `ts` names one."""
    message = None
    if asked.body.get("ts"):
        channel = asked.workspace.person(asked.user).channel
        message = asked.workspace.conversations.get(channel, asked.text("ts"))
    return await asked.warned(acts.shortcut(asked.workspace, asked.user, asked.text("callback_id"), message))


async def home(asked: Asked) -> JSON:
    """Opens the Home."""
    acts.open_home(asked.workspace, asked.user)
    return {}


async def clock(asked: Asked) -> JSON:
    """Moves the clock forward: 1h, 1d (the same time tomorrow), to_8, to_9, or to a time in ISO form."""
    workspace, step = asked.workspace, asked.text("forward")
    try:
        workspace.clock.to(_moved_to(workspace, step))
    except ValueError:
        raise Refuse(
            f"The clock does not go to {step!r}: it knows 1h, 1d, to_8, to_9 and later times."
        ) from None
    return {"clock": office_time(workspace).isoformat()}


async def dnd(asked: Asked) -> JSON:
    """Switches do-not-disturb on or off."""
    with asked.workspace.changed:
        (asked.workspace.dnd.add if asked.body.get("on") else asked.workspace.dnd.discard)(asked.user)
    asked.workspace.touch([asked.user])
    return {}


def _moved_to(workspace: Workspace, step: str) -> datetime:
    here = office_time(workspace)
    if step == "1h":
        return workspace.now() + timedelta(hours=1)
    if step == "1d":
        return here + timedelta(days=1)
    if step.startswith("to_"):
        return workspace.clock.next_hour(int(step.removeprefix("to_")))
    when = datetime.fromisoformat(step)
    return (when if when.tzinfo else when.replace(tzinfo=OFFICE_ZONE)).astimezone(UTC)


Act = Callable[[Asked], Awaitable[dict[str, Any]]]
ACTS: dict[str, Act] = {
    one.__name__: one
    for one in (
        say,
        edit,
        delete,
        voice,
        file,
        act,
        options,
        submit,
        close,
        command,
        shortcut,
        home,
        clock,
        dnd,
    )
}
