"""Windows and Home tabs: each person has one Home and a stack of at most three windows."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from playground.elements import carried_over, initial_values
from playground.messages import with_ids
from playground.records import JSON, SlackError, View

if TYPE_CHECKING:
    from playground.workspace import Workspace

STACK = 3


class Windows:
    """The windows and Home tabs of all people."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._stacks: dict[str, list[View]] = {}
        self._homes: dict[str, View] = {}

    def stack(self, user: str) -> list[View]:
        """A person's windows, the one on top last."""
        with self._workspace.changed:
            return list(self._stacks.get(user, []))

    def top(self, user: str) -> View | None:
        """The window this person has in front of them."""
        stack = self.stack(user)
        return stack[-1] if stack else None

    def home(self, user: str) -> View | None:
        """A person's Home tab, where one was published."""
        return self._homes.get(user)

    def find(self, view_id: str | None = None, external_id: str | None = None) -> View:
        """An open window or a Home by its id or external id; SlackError not_found."""
        with self._workspace.changed:
            for view in self._every():
                if view_id == view.view_id or (external_id and view.external_id == external_id):
                    return view
        raise SlackError("not_found")

    def open(self, trigger_id: str, body: JSON) -> View:
        """Opens a window; from within a window it goes on top of that, else it replaces what was open."""
        trigger = self._workspace.triggers.take(trigger_id)
        with self._workspace.changed:
            if not self._is_open(trigger.user, trigger.view_id):
                self._stacks[trigger.user] = []
            return self._put_on_top(trigger.user, body)

    def push(self, trigger_id: str, body: JSON) -> View:
        """Puts a window on top of the trigger's own; SlackError not_found, push_limit_reached."""
        trigger = self._workspace.triggers.take(trigger_id)
        with self._workspace.changed:
            if not self._is_open(trigger.user, trigger.view_id):
                raise SlackError("not_found")
            return self._put_on_top(trigger.user, body)

    def push_for(self, user: str, body: JSON) -> View:
        """Puts a window on top, as an acknowledgement with response_action push does."""
        with self._workspace.changed:
            return self._put_on_top(user, body)

    def update(self, view: View, body: JSON, hash_: str | None = None) -> View:
        """Redraws a window or Home; inputs with the same ids keep what the person has entered."""
        with self._workspace.changed:
            if hash_ and hash_ != view.hash:
                raise SlackError("hash_conflict")
            self._check_external_id(body, view)
            with_ids(body["blocks"])
            view.values = carried_over(body["blocks"], view.values)
            view.body, view.hash = body, new_hash()
            view.external_id = body.get("external_id", view.external_id)
            view.errors, view.trouble = None, None
            return view

    def publish(self, user: str, body: JSON, hash_: str | None = None) -> View:
        """Sets this person's Home."""
        with self._workspace.changed:
            home = self._homes.get(user)
            if home is not None:
                return self.update(home, body, hash_)
            if hash_:
                raise SlackError("hash_conflict")
            self._homes[user] = self._new(user, body)
            return self._homes[user]

    def close(self, view: View) -> None:
        """Takes one window away; what was below is in front again."""
        with self._workspace.changed:
            stack = self._stacks.get(view.user, [])
            if view in stack:
                stack.remove(view)

    def clear(self, user: str) -> list[View]:
        """Takes all of a person's windows away and gives them."""
        with self._workspace.changed:
            return self._stacks.pop(user, [])

    def to_slack(self, view: View) -> JSON:
        """The view as methods and payloads carry it."""
        workspace, body = self._workspace, view.body
        return {
            "id": view.view_id,
            "team_id": workspace.team_id,
            "type": view.kind,
            "blocks": body["blocks"],
            "private_metadata": body.get("private_metadata", ""),
            "callback_id": body.get("callback_id", ""),
            "state": {"values": view.values},
            "hash": view.hash,
            "title": body.get("title"),
            "clear_on_close": bool(body.get("clear_on_close")),
            "notify_on_close": bool(body.get("notify_on_close")),
            "close": body.get("close"),
            "submit": body.get("submit"),
            "previous_view_id": view.previous_id,
            "root_view_id": view.root_id,
            "app_id": workspace.app_id,
            "external_id": view.external_id,
            "app_installed_team_id": workspace.team_id,
            "bot_id": workspace.bot_id,
        }

    def _put_on_top(self, user: str, body: JSON) -> View:
        stack = self._stacks.setdefault(user, [])
        if len(stack) >= STACK:
            raise SlackError("push_limit_reached")
        view = self._new(user, body)
        if stack:
            view.root_id, view.previous_id = stack[0].root_id, stack[-1].view_id
        stack.append(view)
        return view

    def _new(self, user: str, body: JSON) -> View:
        self._check_external_id(body, None)
        with_ids(body["blocks"])
        view_id = self._workspace.new_id("V")
        values = initial_values(body["blocks"])
        return View(view_id, user, body, new_hash(), values, body.get("external_id", ""), view_id)

    def _check_external_id(self, body: JSON, but: View | None) -> None:
        wanted = body.get("external_id")
        if wanted and any(view.external_id == wanted and view is not but for view in self._every()):
            raise SlackError("duplicate_external_id")

    def _is_open(self, user: str, view_id: str | None) -> bool:
        return any(view.view_id == view_id for view in self._stacks.get(user, []))

    def _every(self) -> list[View]:
        return [view for stack in self._stacks.values() for view in stack] + list(self._homes.values())


def new_hash() -> str:
    """A view's version mark."""
    return f"{secrets.randbelow(10**10)}.{secrets.token_hex(4)}"
