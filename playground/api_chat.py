"""The chat.* methods and posts to response URLs."""

from __future__ import annotations

from playground import payloads
from playground.answers import post_reply
from playground.limits import Problem, message_problems, refusal
from playground.records import JSON, Message, Push, ResponseUrl, SlackError
from playground.workspace import Workspace


def post_message(workspace: Workspace, args: JSON) -> JSON:
    """chat.postMessage."""
    message = _new_message(workspace, args, "chat.postMessage", None)
    event = payloads.message_event(workspace, message)
    workspace.deliveries.event(_owner(workspace, message), event)
    return {
        "channel": message.channel,
        "ts": message.ts,
        "message": workspace.conversations.to_slack(message),
    }


def post_ephemeral(workspace: Workspace, args: JSON) -> JSON:
    """chat.postEphemeral."""
    user = workspace.person(str(args.get("user", ""))).slack_user_id
    message = _new_message(workspace, args, "chat.postEphemeral", user)
    return {"message_ts": message.ts}


def update(workspace: Workspace, args: JSON) -> JSON:
    """chat.update: without `blocks` the old ones stay."""
    message = _own_message(workspace, args, "cant_update_message")
    _check(args, keeps=bool(message.blocks))
    before = workspace.conversations.to_slack(message)
    text = str(args["text"]) if "text" in args else message.text
    blocks = args.get("blocks")
    workspace.conversations.change(message, editor=workspace.bot_user, text=text, blocks=blocks)
    if "metadata" in args:
        message.metadata = args["metadata"]
    owner = _owner(workspace, message)
    workspace.record_push(Push("chat.update", message.channel, owner, text))
    workspace.touch([owner])
    workspace.deliveries.event(owner, payloads.changed_event(workspace, message, before))
    shown = workspace.conversations.to_slack(message)
    return {"channel": message.channel, "ts": message.ts, "text": message.text, "message": shown}


def delete(workspace: Workspace, args: JSON) -> JSON:
    """chat.delete, of the bot's own messages."""
    message = _own_message(workspace, args, "cant_delete_message")
    workspace.conversations.remove(message)
    owner = _owner(workspace, message)
    workspace.touch([owner])
    workspace.deliveries.event(owner, payloads.deleted_event(workspace, message))
    return {"channel": message.channel, "ts": message.ts}


def get_permalink(workspace: Workspace, args: JSON) -> JSON:
    """chat.getPermalink."""
    channel = str(args.get("channel", ""))
    message = workspace.conversations.get(channel, str(args.get("message_ts", "")))
    link = f"https://harborfamily.slack.com/archives/{channel}/p{message.ts.replace('.', '')}"
    return {"channel": channel, "permalink": link}


def respond(workspace: Workspace, key: str, body: JSON) -> None:
    """A post to a response URL: replaces, deletes, or says something to the person or to all."""
    place = workspace.triggers.take_url(key)
    original = workspace.conversations.find(place.channel, place.message_ts) if place.message_ts else None
    if body.get("delete_original") and original:
        workspace.conversations.remove(original)
        workspace.touch([place.user])
        return
    problems = message_problems(body)
    if problems:
        raise refusal("invalid_blocks", problems)
    workspace.record_push(Push("response_url", place.channel, place.user, str(body.get("text") or "")))
    if body.get("replace_original") and original:
        _replace(workspace, place, original, body)
        return
    post_reply(workspace, place.user, place.channel, body)


def _replace(workspace: Workspace, place: ResponseUrl, original: Message, body: JSON) -> None:
    text = str(body.get("text") or "")
    blocks = body.get("blocks") or []
    workspace.conversations.change(original, editor=workspace.bot_user, text=text, blocks=blocks)
    workspace.touch([place.user])


def _new_message(workspace: Workspace, args: JSON, method: str, ephemeral_to: str | None) -> Message:
    conversations = workspace.conversations
    channel = conversations.resolve(str(args.get("channel", "")))
    if conversations.owner(channel).deleted:
        raise SlackError("is_archived")
    _check(args)
    message = conversations.add(
        channel,
        workspace.bot_user,
        str(args.get("text") or ""),
        blocks=args.get("blocks") or [],
        attachments=args.get("attachments") or [],
        thread_ts=args.get("thread_ts"),
        metadata=args.get("metadata"),
        from_bot=True,
        ephemeral_to=ephemeral_to,
    )
    owner = _owner(workspace, message)
    workspace.record_push(Push(method, channel, owner, message.text))
    workspace.touch([owner])
    return message


def _check(args: JSON, *, keeps: bool = False) -> None:
    if not any(args.get(name) for name in ("text", "blocks", "attachments")) and not keeps:
        raise SlackError("no_text")
    problems = message_problems(args, needs_text=bool(args.get("blocks")))
    if problems:
        raise refusal(_code_of(problems[0]), problems)


def _code_of(problem: Problem) -> str:
    """The method's error for a problem: Slack has names of its own for some."""
    if problem.pointer == "/text":
        return "no_text" if problem.code == "missing_field" else "msg_too_long"
    if problem.pointer.startswith("/metadata"):
        return "invalid_metadata_format"
    if problem.pointer.startswith("/attachments"):
        return "invalid_attachments"
    return problem.code if problem.code == "msg_blocks_too_long" else "invalid_blocks"


def _own_message(workspace: Workspace, args: JSON, refused: str) -> Message:
    channel = str(args.get("channel", ""))
    workspace.conversations.owner(channel)
    message = workspace.conversations.get(channel, str(args.get("ts", "")))
    if message.ephemeral_to is not None:
        raise SlackError("message_not_found")
    if not message.from_bot:
        raise SlackError(refused)
    return message


def _owner(workspace: Workspace, message: Message) -> str:
    return workspace.conversations.owner(message.channel).slack_user_id
