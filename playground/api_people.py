"""auth, users, team, dnd, bots and the conversations.* methods."""

from __future__ import annotations

import base64
import binascii
import time

from playground.messages import as_micros
from playground.people import Person
from playground.records import JSON, Message, SlackError
from playground.workspace import Workspace

MOST_PER_PAGE = 999


def auth_test(workspace: Workspace, _args: JSON) -> JSON:
    """auth.test."""
    return {
        "url": "https://harborfamily.slack.com/",
        "team": "Harbor Family Services",
        "user": workspace.bot_name.lower(),
        "team_id": workspace.team_id,
        "user_id": workspace.bot_user,
        "bot_id": workspace.bot_id,
        "is_enterprise_install": False,
    }


def users_info(workspace: Workspace, args: JSON) -> JSON:
    """users.info."""
    if args.get("user") == workspace.bot_user:
        return {"user": _bot(workspace).to_slack()}
    return {"user": workspace.person(str(args.get("user", ""))).to_slack()}


def users_list(workspace: Workspace, args: JSON) -> JSON:
    """users.list, in pages where `limit` says so."""
    everybody = [*workspace.people.values(), _bot(workspace)]
    begin = _from_cursor(args)
    limit = int(args.get("limit") or 0) or len(everybody)
    members = [person.to_slack() for person in everybody[begin : begin + limit]]
    return {"members": members} | _next_page(begin + limit, len(everybody))


def users_lookup_by_email(workspace: Workspace, args: JSON) -> JSON:
    """users.lookupByEmail: active members only."""
    wanted = str(args.get("email", "")).strip().lower()
    for person in workspace.people.values():
        if wanted and person.email.lower() == wanted and not person.deleted:
            return {"user": person.to_slack()}
    raise SlackError("users_not_found")


def team_info(workspace: Workspace, _args: JSON) -> JSON:
    """team.info."""
    return {"team": {"id": workspace.team_id, "name": "Harbor Family Services", "domain": "harborfamily"}}


def bots_info(workspace: Workspace, args: JSON) -> JSON:
    """bots.info."""
    if args.get("bot", workspace.bot_id) != workspace.bot_id:
        raise SlackError("bot_not_found")
    bot = {"id": workspace.bot_id, "app_id": workspace.app_id, "name": workspace.bot_name, "deleted": False}
    return {"bot": bot | {"user_id": workspace.bot_user}}


def dnd_info(workspace: Workspace, args: JSON) -> JSON:
    """dnd.info; the times are real Unix seconds."""
    user = workspace.person(str(args.get("user", ""))).slack_user_id
    on = user in workspace.dnd
    now = int(workspace.now().timestamp())
    window = {"next_dnd_start_ts": now - 60 if on else 1, "next_dnd_end_ts": now + 3600 if on else 1}
    return {"dnd_enabled": on, "snooze_enabled": False} | window


def conversations_open(workspace: Workspace, args: JSON) -> JSON:
    """conversations.open: the direct messages with one person."""
    users = [user for user in str(args.get("users") or "").replace(" ", "").split(",") if user]
    if not users and args.get("channel"):
        users = [workspace.conversations.owner(str(args["channel"])).slack_user_id]
    if len(users) != 1:
        raise SlackError("missing_scope" if users else "users_list_not_supplied", needed="mpim:write")
    person = workspace.person(users[0])
    if person.deleted:
        raise SlackError("user_disabled")
    channel: JSON = {"id": person.channel}
    if args.get("return_im"):
        channel |= {"is_im": True, "user": person.slack_user_id, "created": int(time.time())}
    return {"channel": channel, "no_op": True, "already_open": True}


def conversations_history(workspace: Workspace, args: JSON) -> JSON:
    """conversations.history of direct messages: newest first, threads' replies left out."""
    conversations, metadata = workspace.conversations, _truth(args.get("include_all_metadata"))
    channel = str(args.get("channel", ""))
    conversations.owner(channel)
    oldest, latest = _bounds(args)
    listed = [one for one in conversations.between(channel, oldest, latest) if _is_listed(one)]
    listed.reverse()
    page, rest = _page(listed, args)
    shown = [conversations.with_thread(message, metadata=metadata) for message in page]
    return {"messages": shown, "pin_count": 0} | rest


def conversations_replies(workspace: Workspace, args: JSON) -> JSON:
    """conversations.replies: the thread's first message, then its replies, oldest first."""
    conversations, metadata = workspace.conversations, _truth(args.get("include_all_metadata"))
    channel, ts = str(args.get("channel", "")), str(args.get("ts", ""))
    conversations.owner(channel)
    parent = conversations.find(channel, ts)
    if parent is None:
        raise SlackError("thread_not_found")
    oldest, latest = _bounds(args)
    replies = [
        reply
        for reply in conversations.replies_to(parent)
        if not reply.ephemeral_to and oldest <= as_micros(reply.ts) <= latest
    ]
    page, rest = _page(replies, args)
    shown = [conversations.to_slack(message, metadata=metadata) for message in page]
    return {"messages": [conversations.with_thread(parent, metadata=metadata), *shown]} | rest


def _bounds(args: JSON) -> tuple[int, int]:
    """The first and the last microsecond that `oldest` and `latest` allow; both are left out by default."""
    oldest = as_micros(str(args.get("oldest") or "0"))
    latest = as_micros(str(args.get("latest") or "99999999999"))
    return (oldest, latest) if _truth(args.get("inclusive")) else (oldest + 1, latest - 1)


def _is_listed(message: Message) -> bool:
    return not message.ephemeral_to and not message.is_reply


def _page(listed: list[Message], args: JSON) -> tuple[list[Message], JSON]:
    limit = min(int(args.get("limit") or 100), MOST_PER_PAGE)
    begin = _from_cursor(args)
    more = _next_page(begin + limit, len(listed))
    return listed[begin : begin + limit], more | {"has_more": begin + limit < len(listed)}


def _from_cursor(args: JSON) -> int:
    cursor = str(args.get("cursor") or "")
    if not cursor:
        return 0
    try:
        return int(base64.b64decode(cursor).decode().removeprefix("next:"))
    except (ValueError, binascii.Error):
        raise SlackError("invalid_cursor") from None


def _next_page(begin: int, total: int) -> JSON:
    cursor = base64.b64encode(f"next:{begin}".encode()).decode() if begin < total else ""
    return {"response_metadata": {"next_cursor": cursor}}


def _truth(value: object) -> bool:
    return value in (True, 1, "1", "true", "True")


def _bot(workspace: Workspace) -> Person:
    return Person(workspace.bot_user, workspace.bot_name, is_bot=True, group="")
