"""The views.* methods."""

from __future__ import annotations

from playground.limits import refusal, view_problems
from playground.records import JSON, SlackError, View
from playground.workspace import Workspace


def open_view(workspace: Workspace, args: JSON) -> JSON:
    """views.open."""
    body = _body(args, "modal")
    return _shown(workspace, workspace.windows.open(_trigger(args), body))


def push_view(workspace: Workspace, args: JSON) -> JSON:
    """views.push."""
    body = _body(args, "modal")
    return _shown(workspace, workspace.windows.push(_trigger(args), body))


def update_view(workspace: Workspace, args: JSON) -> JSON:
    """views.update, by `view_id` or `external_id`."""
    view = workspace.windows.find(args.get("view_id"), args.get("external_id"))
    return _shown(workspace, workspace.windows.update(view, _body(args, view.kind), args.get("hash")))


def publish_view(workspace: Workspace, args: JSON) -> JSON:
    """views.publish."""
    person = workspace.person(str(args.get("user_id", "")))
    body = _body(args, "home")
    return _shown(workspace, workspace.windows.publish(person.slack_user_id, body, args.get("hash")))


def _shown(workspace: Workspace, view: View) -> JSON:
    workspace.touch([view.user])
    return {"view": workspace.windows.to_slack(view)}


def _body(args: JSON, kind: str) -> JSON:
    body = args.get("view")
    if not isinstance(body, dict):
        raise SlackError("invalid_arguments")
    problems = view_problems(body)
    if problems:
        raise refusal("invalid_arguments", problems)
    if body.get("type") != kind:
        raise SlackError("invalid_arguments")
    return body


def _trigger(args: JSON) -> str:
    return str(args.get("trigger_id") or args.get("interactivity_pointer") or "")
