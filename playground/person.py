"""Somebody with a phone: says, clicks, chooses, fills, reads. Finds everything by its words."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from playground import acts, finding
from playground.elements import held
from playground.finding import Found
from playground.records import Envelope, Message, View
from playground.screen import Screen
from playground.sight import plain
from playground.workspace import PATIENCE, Workspace

T = TypeVar("T")
E = TypeVar("E", bound=Envelope | None)
TAPS = 30
BROKEN = frozenset({"connection_failed", "no_connection"})


class Someone:
    """A person in the workspace. What is not there yet is waited for, up to `patience` seconds.

    Whatever cannot be found raises an AssertionError that prints all the person sees.
    """

    def __init__(self, workspace: Workspace, user: str, *, patience: float = PATIENCE) -> None:
        self.workspace = workspace
        self.user = user
        self.patience = patience
        self.screen = Screen(workspace, user)

    @property
    def channel(self) -> str:
        """The id of the direct messages with the bot."""
        return self.workspace.person(self.user).channel

    # -- writing

    def says(self, text: str, thread_of: str | Message | None = None) -> Message:
        """Writes to the bot, in the thread of the newest message with the words `thread_of` where given."""
        root = None if thread_of is None else self._message(thread_of)
        thread_ts = None if root is None else root.thread_ts or root.ts
        return acts.say(self.workspace, self.user, text, thread_ts=thread_ts)

    def edits(self, words: str | Message, text: str) -> Message:
        """Changes an own message to `text`."""
        return acts.edit(self.workspace, self.user, self._message(words).ts, text)

    def deletes(self, words: str | Message) -> None:
        """Deletes an own message."""
        acts.delete(self.workspace, self.user, self._message(words).ts)

    def voice(
        self,
        transcript: str,
        *,
        seconds: int = 20,
        ready_after: float | None = 0.2,
        fail: bool = False,
        locale: str = "en-US",
        text: str = "",
    ) -> Message:
        """Sends a voice clip; its transcription is there (or has failed) `ready_after` seconds later.

        None: it never comes.
        """
        message = acts.voice(self.workspace, self.user, transcript, seconds=seconds, locale=locale, text=text)
        if ready_after is None:
            return message
        done = threading.Timer(
            ready_after, acts.transcribed, (self.workspace, self.user, message), {"fail": fail}
        )
        done.daemon = True
        done.start()
        return message

    def is_heard(self, clip: Message, *, fail: bool = False) -> None:
        """Slack has written a voice clip down now (or has failed)."""
        acts.transcribed(self.workspace, self.user, clip, fail=fail)

    def sends_file(self, *names: str, text: str = "", thread_of: str | None = None) -> Message:
        """Sends files that are no voice clips, in one message, perhaps with a line or in a thread."""
        root = None if thread_of is None else self._message(thread_of)
        thread_ts = None if root is None else root.thread_ts or root.ts
        return acts.send_file(self.workspace, self.user, *names, text=text, thread_ts=thread_ts)

    # -- reading

    def reads(self) -> str:
        """All visible words: the window in front, the Home, the messages with their threads."""
        return self.screen.all_text()

    def sees(self, words: str) -> bool:
        """True where these words are visible now (spaces and case do not matter)."""
        return self._all_with(words) is not None

    def waits_for(self, words: str, seconds: float | None = None) -> str:
        """Waits until these words are visible and gives all that is."""
        return self._wait_for(lambda: self._all_with(words), f"to see {words!r}", seconds)

    def waits_until_gone(self, words: str, seconds: float | None = None) -> None:
        """Waits until these words are no longer visible."""
        self._until(lambda: not self.sees(words), f"no longer to see {words!r}", seconds)

    def newest_card(self, words: str | None = None) -> str:
        """The visible words of the newest message from the bot (with these words, where given)."""
        return self.screen.text(self.newest_message(words))

    def newest_message(self, words: str | None = None) -> Message:
        """The newest message from the bot (with these words, where given), waited for."""
        what = f"for a message {words or ''}".rstrip()
        return self._wait_for(lambda: self._with_words(words or "", bot=True), what)

    @property
    def window(self) -> str | None:
        """The visible words of the window in front, its title first; None where none is open."""
        top = self.workspace.windows.top(self.user)
        return None if top is None else self.screen.text(top)

    @property
    def home(self) -> str:
        """The visible words of the Home."""
        home = self.workspace.windows.home(self.user)
        return "" if home is None else self.screen.text(home)

    def waits_for_window(self, words: str = "") -> str:
        """Waits until a window with these words is in front and gives its words."""
        self._until(lambda: plain(words) in plain(self.window or "") and self.window, f"a window {words!r}")
        return self.window or ""

    def waits_until_closed(self) -> None:
        """Waits until no window is open."""
        self._until(lambda: self.window is None, "that no window is open")

    def field(self, label: str) -> Any:
        """What the window's field of this label holds."""
        found = self._wait_for(lambda: finding.control(self.screen, label, None), f"for a field {label!r}")
        return held(self._values(found).get(found.block["block_id"], {}).get(found.element["action_id"]))

    # -- doing

    def clicks(self, words: str | Found, on: str | None = None) -> Envelope | None:
        """Presses the newest button with these words, in the window in front if there is one.

        `on`: words in the card (or beside the button on a Home). Waits for the acknowledgement. A button that
        `finds` gave is pressed even if the card was redrawn since, as by a thumb that was a moment late.
        """
        return self._acts(words if isinstance(words, Found) else self.finds(words, on), None)

    def finds(self, words: str, on: str | None = None) -> Found:
        """The button that `clicks` would press, waited for."""
        return self._wait_for(lambda: finding.button(self.screen, words, on), _for("a button", words, on))

    def chooses(self, words: str, from_: str | None = None, on: str | None = None) -> Envelope | None:
        """Chooses the option with these words, from the menu named `from_` where given.

        For a date or time picker `words` is YYYY-MM-DD or HH:MM and `from_` its name.
        """
        found = self._wait_for(
            lambda: self._picker(from_, on) or self._option(words, from_, on),
            _for("an option", words, from_ or on),
        )
        if found.option is None:
            return self._acts(found, words)
        return self._acts(found, finding.value_with(found, self._values(found)))

    def unchooses(self, words: str, from_: str | None = None, on: str | None = None) -> Envelope | None:
        """Takes a tick or a choice away again."""
        found = self._wait_for(lambda: self._option(words, from_, on), _for("an option", words, from_ or on))
        return self._acts(found, finding.value_with(found, self._values(found), drop=True))

    def fills(self, label: str, text: str) -> Envelope | None:
        """Types `text` into the field of this label instead of what stands there."""
        found = self._wait_for(
            lambda: finding.control(self.screen, label, None, finding.FIELDS | finding.PICKERS),
            _for("a field", label, None),
        )
        return self._acts(found, text)

    def submits(self) -> Envelope | None:
        """Sends the window in front; None where Slack itself finds it incomplete (its errors then show)."""
        view = self._top()
        return self._answered(lambda: acts.submit(self.workspace, self.user, view))

    def closes_window(self) -> Envelope | None:
        """Closes the window in front."""
        view = self._top()
        return self._answered(lambda: acts.close(self.workspace, self.user, view))

    def command(self, name: str, text: str = "", *, channel: str | None = None) -> Envelope:
        """Types a slash command and waits for its acknowledgement."""
        return self._answered(lambda: acts.command(self.workspace, self.user, name, text, channel))

    def shortcut(self, callback_id: str, on: str | Message | None = None) -> Envelope:
        """Uses a global shortcut, or a message shortcut on the newest message with the words `on`."""
        message = None if on is None else self._message(on)
        return self._answered(lambda: acts.shortcut(self.workspace, self.user, callback_id, message))

    def opens_home(self) -> str:
        """Opens the Home tab, waits until the bot has drawn it, and gives its words."""
        before = self.workspace.windows.home(self.user)
        drawn = None if before is None else before.hash
        self._answered(lambda: acts.open_home(self.workspace, self.user))
        self._until(lambda: self._home_hash() != drawn, "that the Home is drawn")
        return self.home

    # -- how

    def _acts(self, found: Found, value: Any) -> Envelope | None:
        used = found.block, found.element
        return self._answered(lambda: acts.use(self.workspace, self.user, found.surface, used, value))

    def _answered(self, act: Callable[[], E]) -> E:
        """Does it, to its end. Where the line to the bot broke, Slack says so and one taps again."""
        limit = self.workspace.deliveries.ack_seconds + 2
        for _ in range(TAPS):
            envelope = act()
            if envelope is None:
                break
            if not self._line_broke(envelope, limit):
                break
            self.workspace.wait_until(lambda: False, 1.0)
        return envelope

    def _line_broke(self, envelope: Envelope, limit: float) -> bool:
        self.workspace.wait_until(lambda: envelope.state != "waiting", limit)
        broken = envelope.state == "failed" and bool(BROKEN.intersection(envelope.reasons))
        return broken and self.workspace.deliveries.answered_once

    def _picker(self, name: str | None, on: str | None) -> Found | None:
        return None if name is None else finding.control(self.screen, name, on, finding.PICKERS)

    def _option(self, words: str, menu: str | None, on: str | None) -> Found | None:
        found = finding.option(self.screen, words, menu, on)
        if found is not None or menu is None:
            return found
        kinds = frozenset({"external_select", "multi_external_select"})
        found = finding.control(self.screen, menu, on, kinds)
        if found is None:
            return None
        ids = found.block["block_id"], found.element["action_id"]
        envelope = self._answered(
            lambda: acts.ask_options(self.workspace, self.user, found.surface, ids, words)
        )
        offered = finding.options_of((envelope and envelope.response) or {})
        found.option = finding.match(offered, words, exact=False)
        return found if found.option else None

    def _values(self, found: Found) -> Any:
        if isinstance(found.surface, View):
            return found.surface.values
        return self.workspace.conversations.state_of(self.user, found.surface)

    def _message(self, words: str | Message) -> Message:
        if isinstance(words, Message):
            return words
        return self._wait_for(lambda: self._with_words(words), f"for a message {words!r}")

    def _with_words(self, words: str, *, bot: bool = False) -> Message | None:
        for message in self.screen.messages():
            if message.from_bot >= bot and plain(words) in plain(self.screen.text(message)):
                return message
        return None

    def _all_with(self, words: str) -> str | None:
        return seen if plain(words) in plain(seen := self.reads()) else None

    def _top(self) -> View:
        return self._wait_for(lambda: self.workspace.windows.top(self.user), "for a window")

    def _home_hash(self) -> str | None:
        home = self.workspace.windows.home(self.user)
        return None if home is None else home.hash

    def _wait_for(self, look: Callable[[], T | None], what: str, seconds: float | None = None) -> T:
        found: list[T] = []

        def there() -> bool:
            found.extend(thing for thing in (look(),) if thing is not None)
            return bool(found)

        self._until(there, what, seconds)
        return found[0]

    def _until(self, holds: Callable[[], Any], what: str, seconds: float | None = None) -> None:
        limit = self.patience if seconds is None else seconds
        if not self.workspace.wait_until(holds, limit):
            seen = f"{self.workspace.deliveries.unanswered()}Sees:\n{self.reads()}"
            raise AssertionError(f"{self._name()} waited {limit:g} s {what}. {seen}")

    def _name(self) -> str:
        return self.workspace.person(self.user).name


def _for(what: str, words: str, place: str | None) -> str:
    return f"for {what} {words!r}" + (f" on {place!r}" if place else "")
