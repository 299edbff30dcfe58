"""A person's screen: the direct messages, the Home, the window in front."""

from __future__ import annotations

from collections.abc import Iterator

from playground.messages import Conversations
from playground.records import JSON, Message, View
from playground.sight import Seen, Sight, plain, text_of
from playground.wording import as_read
from playground.workspace import Workspace

Surface = Message | View


class Screen:
    """What one person has in front of them."""

    def __init__(self, workspace: Workspace, user: str) -> None:
        self._workspace = workspace
        self.user = user

    @property
    def _conversations(self) -> Conversations:
        return self._workspace.conversations

    def pieces(self, surface: Surface) -> list[Seen]:
        """The words and controls of a message or view, in reading order."""
        if isinstance(surface, View):
            return self._view(surface)
        sight = Sight(self.read, self._conversations.state_of(self.user, surface))
        if surface.blocks and surface.from_bot:
            seen = sight.blocks(surface.blocks)
        else:
            seen = [Seen(self.read(surface.text))]
        return seen + [Seen(f"({self._file(one)})") for one in surface.files]

    def text(self, surface: Surface) -> str:
        """The visible words of a message or view."""
        return text_of(self.pieces(surface))

    def messages(self) -> list[Message]:
        """The messages this person finds, newest first, replies in threads among them."""
        return self._conversations.visible_to(self.user)[::-1]

    def all_text(self) -> str:
        """All this person can see, as they read it: the window in front, the Home, the messages."""
        parts = []
        top, home = self._workspace.windows.top(self.user), self._workspace.windows.home(self.user)
        if top is not None:
            parts.append(f"=== window ===\n{self.text(top)}")
        if home is not None:
            parts.append(f"=== Home ===\n{self.text(home)}")
        parts.append("=== messages ===")
        parts += [self._signed(message) for message in self.messages()[::-1]]
        return "\n".join(parts)

    def surfaces(self, on: str | None) -> Iterator[tuple[Surface, list[Seen]]]:
        """Where a control may be: the window in front alone if there is one; else messages, then the Home.

        With `on` only surfaces that show those words, and of the pieces only those from the words on, the
        others after them.
        """
        top, home = self._workspace.windows.top(self.user), self._workspace.windows.home(self.user)
        places: list[Surface] = [top] if top else [*self.messages(), *([home] if home else [])]
        for place in places:
            pieces = self.pieces(place)
            if on is None:
                yield place, pieces
            elif plain(on) in plain(text_of(pieces)):
                yield place, _from_words(pieces, on)

    def read(self, text: str) -> str:
        """Slack's mrkdwn as this person reads it."""
        return as_read(
            text,
            tz=self._workspace.person(self.user).tz,
            now=self._workspace.now(),
            name_of=self._name_of,
        )

    def _view(self, view: View) -> list[Seen]:
        body: JSON = view.body
        sight = Sight(self.read, view.values)
        seen = [Seen(str(body["title"]["text"]))] if body.get("title") else []
        for block in body["blocks"]:
            seen += sight.blocks([block])
            if view.errors and block.get("block_id") in view.errors:
                seen.append(Seen(f"! {view.errors[block['block_id']]}"))
        if view.trouble:
            seen.append(Seen(f"! {view.trouble}"))
        feet = [body[name]["text"] for name in ("close", "submit") if body.get(name)]
        return seen + [Seen(f"<{foot}>") for foot in feet]

    def _signed(self, message: Message) -> str:
        marks = "  (only you) " if message.ephemeral_to else "  " if message.is_reply else ""
        return f"{marks}{self._name_of(message.user)}: {self.text(message)}"

    def _name_of(self, user: str) -> str:
        person = self._workspace.people.get(user)
        return person.name if person else self._workspace.bot_name

    def _file(self, file_id: str) -> str:
        file = self._workspace.files.get(file_id)
        return f"voice clip: {file.transcript}" if file.status == "complete" else f"file: {file.name}"


def _from_words(pieces: list[Seen], words: str) -> list[Seen]:
    starts = [place for place, piece in enumerate(pieces) if plain(words) in plain(piece.words)]
    if not starts:
        return pieces
    return pieces[starts[0] :] + pieces[: starts[0]]
