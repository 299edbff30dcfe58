"""What a bot's acknowledgement does: window errors and updates, ephemeral replies; what a timeout shows."""

from __future__ import annotations

from playground.limits import Problem, message_problems, options_problems, refusal, view_problems
from playground.records import JSON, Envelope, SlackError, View
from playground.workspace import Workspace

TROUBLE = "We had some trouble connecting. Try again?"


def take_effect(workspace: Workspace, envelope: Envelope) -> None:
    """Does what the answer to this envelope asks for. Never raises: a wrong answer is recorded as refused."""
    kind = envelope.payload.get("type")
    if envelope.state == "failed":
        _show_trouble(workspace, envelope)
    elif kind == "view_submission":
        _after_submission(workspace, envelope)
    elif kind == "block_suggestion":
        _after_suggestion(workspace, envelope)
    elif envelope.kind == "slash_commands":
        _after_command(workspace, envelope)


def _show_trouble(workspace: Workspace, envelope: Envelope) -> None:
    view_id = envelope.surface.get("view_id")
    if view_id is None:
        return
    try:
        workspace.windows.find(view_id).trouble = TROUBLE
    except SlackError:
        return


def _after_submission(workspace: Workspace, envelope: Envelope) -> None:
    try:
        view = workspace.windows.find(envelope.surface.get("view_id"))
    except SlackError:
        return
    answer = envelope.response or {}
    action = answer.get("response_action")
    try:
        if action is None:
            workspace.windows.close(view)
        elif action == "clear":
            workspace.windows.clear(view.user)
        elif action == "errors":
            _show_errors(workspace, view, answer)
        else:
            _show_view(workspace, view, action, answer)
    except SlackError as error:
        view.trouble = TROUBLE
        workspace.record_refusal(f"response_action {action}", error.code, error.extra.get("errors", []))


def _show_errors(workspace: Workspace, view: View, answer: JSON) -> None:
    errors = answer.get("errors") or {}
    inputs = {block["block_id"] for block in view.body["blocks"] if block["type"] == "input"}
    strangers = sorted(set(errors) - inputs)
    if strangers or not errors:
        pointer = f"/errors/{strangers[0]}" if strangers else "/errors"
        raise refusal(
            "invalid_arguments", [Problem("unknown_block_id", pointer, "no input block has this id")]
        )
    with workspace.changed:
        view.errors = dict(errors)


def _show_view(workspace: Workspace, view: View, action: str, answer: JSON) -> None:
    body = answer.get("view") or {}
    problems = view_problems(body)
    if problems or action not in ("update", "push"):
        raise refusal("invalid_arguments", problems)
    if action == "update":
        workspace.windows.update(view, body)
    else:
        workspace.windows.push_for(view.user, body)


def _after_suggestion(workspace: Workspace, envelope: Envelope) -> None:
    problems = options_problems(envelope.response or {})
    if problems:
        workspace.record_refusal("options", "invalid_options", [one.to_slack() for one in problems])
        envelope.response = {}


def _after_command(workspace: Workspace, envelope: Envelope) -> None:
    answer = envelope.response or {}
    if not answer.get("text") and not answer.get("blocks"):
        return
    problems = message_problems(answer)
    if problems:
        workspace.record_refusal(
            "slash command answer", "invalid_blocks", [one.to_slack() for one in problems]
        )
        return
    post_reply(workspace, envelope.user, envelope.surface["channel"], answer)


def post_reply(workspace: Workspace, user: str, channel: str, answer: JSON) -> str:
    """Puts an answer to a command or response URL into the channel: for the person alone, or for all."""
    for_all = answer.get("response_type") == "in_channel"
    message = workspace.conversations.add(
        channel,
        workspace.bot_user,
        str(answer.get("text") or ""),
        blocks=list(answer.get("blocks") or []),
        from_bot=True,
        thread_ts=answer.get("thread_ts"),
        ephemeral_to=None if for_all else user,
    )
    workspace.touch([user])
    return message.ts
