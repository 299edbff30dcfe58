"""Every button that people had in front of them, kept as it was, to be pressed when all is settled."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select

from bot.handlers import features
from bot.handlers.door.front_desk import FrontDesk
from playground import acts, payloads
from playground.messages import elements_of
from playground.records import Message, View
from storage.models import (
    CrisisCall,
    Delegate,
    LeavePlan,
    Note,
    ReturnMeeting,
    ReviewDecision,
    ShiftChange,
)
from storage.types import NoteStatus
from tests.conversations.office import Office

PRESSED = ("button", "static_select", "datepicker", "timepicker")
ANSWERS = (
    *("chat.postEphemeral", "chat.postMessage", "chat.update", "files.completeUploadExternal"),
    *("views.open", "views.push", "views.update"),
)
WENT_WRONG = "Something went wrong"
Answers = Sequence[tuple[str, dict[str, Any]]]


class Listening(FrontDesk):
    """Knows every action that the features listen for; each is served behind the same door as in the app."""

    def __init__(self, office: Office) -> None:
        super().__init__(office.demo.fieldnote.app, office.demo.fieldnote.deps)
        self.heard: list[tuple[Any, Callable[..., None]]] = []
        features.register(self)

    def action(self, action, handler) -> None:
        self.heard.append((action, self._door(handler, acknowledge=True)))

    def _nothing(self, *_given) -> None:
        """Windows, commands and events are not buttons."""

    event = view = closed = command = shortcut = options = _nothing

    def of(self, action_id: str) -> Callable[..., None]:
        """Who serves that button; an AssertionError where nobody does."""
        for known, door in self.heard:
            if known == action_id if isinstance(known, str) else known.match(action_id):
                return door
        raise AssertionError(f"nobody listens for {action_id}")


@dataclass(frozen=True)
class Old:
    """A button on a surface as it was then."""

    user: str
    surface: Message | View
    text: str
    blocks: list[dict[str, Any]]
    block: dict[str, Any]
    element: dict[str, Any]

    @property
    def action(self) -> str:
        return str(self.element["action_id"])

    @property
    def redrawn(self) -> bool:
        """Whether its message no longer is as it was."""
        return not isinstance(self.surface, Message) or self.surface.blocks != self.blocks

    def chosen(self) -> Any:
        options = self.element.get("options") or [None]
        given = {"datepicker": "2026-11-09", "timepicker": "10:00"}
        return given.get(self.element["type"], options[0])


@dataclass
class Drawerful:
    """The old buttons of an office."""

    office: Office
    kept: dict[tuple[str, str], Old] = field(default_factory=dict)
    """By action and what it is about: the first of each."""

    def keeps(self) -> None:
        """Keep what stands on everybody's cards, windows and Homes now."""
        for user in self.office.demo.workspace.people:
            for surface in self._surfaces(user):
                for block in acts.blocks_of(surface):
                    for element in elements_of(block):
                        if element["type"] in PRESSED and "url" not in element and block["type"] != "input":
                            self._keep(user, surface, block, element)

    def _surfaces(self, user: str) -> Iterator[Message | View]:
        workspace = self.office.demo.workspace
        yield from (m for m in workspace.conversations.visible_to(user) if m.from_bot)
        yield from workspace.windows.stack(user)
        if home := workspace.windows.home(user):
            yield home

    def _keep(self, user: str, surface: Message | View, block: Any, element: Any) -> None:
        about = str(element.get("value") or block["block_id"]).split("|")
        key = (str(element["action_id"]), about[0])
        if key not in self.kept:
            blocks = copy.deepcopy(acts.blocks_of(surface))
            text = surface.text if isinstance(surface, Message) else ""
            self.kept[key] = Old(user, surface, text, blocks, copy.deepcopy(block), copy.deepcopy(element))


@dataclass
class Thumb:
    """Presses a button, old or made up, and gives what came of it."""

    office: Office
    listening: Listening

    def presses(self, old: Old) -> list[tuple[str, dict[str, Any]]]:
        """The calls of Slack's API by which it was answered, waited for; its card stands there as it was."""
        workspace = self.office.demo.workspace
        if isinstance(old.surface, Message):
            bot = workspace.bot_user
            workspace.conversations.change(
                old.surface, editor=bot, text=old.text, blocks=copy.deepcopy(old.blocks)
            )
        action = acts._action(old.block, old.element, old.chosen())
        body = payloads.block_actions(workspace, old.user, old.surface, {}, action)
        before = len(workspace.calls)
        self.listening.of(old.action)(body=body, ack=lambda *_, **__: None, context={})

        def answers() -> list[tuple[str, dict[str, Any]]]:
            calls = workspace.calls[before:]
            return [(call.method, call.args) for call in calls if call.method in ANSWERS]

        workspace.wait_until(answers)
        return answers()


def standing(office: Office) -> dict[str, str]:
    """How all stands that was approved, taken back, closed or recorded, and how many decisions there are."""
    with office.db.reading() as session:
        approved_notes = select(Note.id, Note.version).where(Note.status == NoteStatus.APPROVED)
        found = {note_id: str(version) for note_id, version in session.execute(approved_notes)}
        for model in (LeavePlan, Delegate, CrisisCall, ShiftChange):
            found |= {
                row_id: str(status) for row_id, status in session.execute(select(model.id, model.status))
            }
        for model in (ReviewDecision, ReturnMeeting):
            found[model.__tablename__] = str(session.scalar(select(func.count()).select_from(model)))
        return found


def sentences(answers: Answers) -> list[str]:
    """What was said to the person alone, beside a card or on top of a window."""
    said = [str(args["text"]) for method, args in answers if method == "chat.postEphemeral"]
    pushed = [args["view"] for method, args in answers if method == "views.push"]
    return said + [str(view["blocks"]) for view in pushed if view["title"]["text"] == "Fieldnote"]
