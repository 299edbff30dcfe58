"""The Web API's methods by name, and the reading of their arguments."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from playground import api_chat, api_files, api_people, api_views
from playground.records import JSON, SlackError
from playground.workspace import Workspace

Method = Callable[[Workspace, JSON], JSON]

METHODS: Mapping[str, Method] = {
    "auth.test": api_people.auth_test,
    "bots.info": api_people.bots_info,
    "chat.delete": api_chat.delete,
    "chat.getPermalink": api_chat.get_permalink,
    "chat.postEphemeral": api_chat.post_ephemeral,
    "chat.postMessage": api_chat.post_message,
    "chat.update": api_chat.update,
    "conversations.history": api_people.conversations_history,
    "conversations.open": api_people.conversations_open,
    "conversations.replies": api_people.conversations_replies,
    "dnd.info": api_people.dnd_info,
    "files.completeUploadExternal": api_files.complete_upload,
    "files.getUploadURLExternal": api_files.get_upload_url,
    "files.info": api_files.files_info,
    "team.info": api_people.team_info,
    "users.info": api_people.users_info,
    "users.list": api_people.users_list,
    "users.lookupByEmail": api_people.users_lookup_by_email,
    "views.open": api_views.open_view,
    "views.publish": api_views.publish_view,
    "views.push": api_views.push_view,
    "views.update": api_views.update_view,
}
SOCKETS = "apps.connections.open"
STRUCTURED = {
    "blocks": "invalid_blocks_format",
    "attachments": "invalid_attachments",
    "metadata": "invalid_metadata_format",
    "view": "invalid_arguments",
}


def structured(args: JSON) -> JSON:
    """The arguments with JSON texts (as forms carry them) read; SlackError where one is no JSON."""
    for name, refused in STRUCTURED.items():
        value = args.get(name)
        if isinstance(value, str):
            try:
                args[name] = json.loads(value)
            except json.JSONDecodeError:
                raise SlackError(refused) from None
    return args


def call(workspace: Workspace, method: str, args: JSON) -> JSON:
    """The answer of a method without its `ok`; SlackError where Slack refuses."""
    found = METHODS.get(method)
    if found is None:
        raise SlackError("unknown_method", req_method=method)
    return found(workspace, structured(args))
