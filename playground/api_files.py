"""The files.* methods."""

from __future__ import annotations

import json

from playground import payloads
from playground.records import JSON, FileRecord, SlackError
from playground.workspace import Workspace


def files_info(workspace: Workspace, args: JSON) -> JSON:
    """files.info."""
    file = workspace.files.get(str(args.get("file", "")))
    if file.deleted:
        raise SlackError("file_deleted")
    return {"file": workspace.files.to_slack(file)}


def get_upload_url(workspace: Workspace, args: JSON) -> JSON:
    """files.getUploadURLExternal: step one of an upload."""
    if not args.get("filename") or not int(args.get("length") or 0):
        raise SlackError("invalid_arguments")
    file = workspace.files.add(str(args["filename"]), workspace.bot_user)
    return {"upload_url": f"{workspace.public_url}/upload/{file.file_id}", "file_id": file.file_id}


def complete_upload(workspace: Workspace, args: JSON) -> JSON:
    """files.completeUploadExternal: step three; shares the files where a channel is named."""
    listed = args.get("files") or []
    if isinstance(listed, str):
        listed = json.loads(listed)
    files = [_completed(workspace, one) for one in listed]
    if not files:
        raise SlackError("invalid_arguments")
    channel = args.get("channel_id") or args.get("channels")
    if channel:
        _share(workspace, str(channel), files, args)
    return {"files": [workspace.files.to_slack(file) for file in files]}


def _completed(workspace: Workspace, listed: JSON) -> FileRecord:
    file = workspace.files.get(str(listed.get("id", "")))
    if not file.content:
        raise SlackError("file_not_found")
    file.title = str(listed.get("title") or file.name)
    return file


def _share(workspace: Workspace, channel: str, files: list[FileRecord], args: JSON) -> None:
    conversations = workspace.conversations
    channel = conversations.resolve(channel)
    owner = conversations.owner(channel).slack_user_id
    message = conversations.add(
        channel,
        workspace.bot_user,
        str(args.get("initial_comment") or ""),
        files=[file.file_id for file in files],
        thread_ts=args.get("thread_ts"),
        subtype="file_share",
        from_bot=True,
    )
    for file in files:
        file.shared_in.append(channel)
    workspace.deliveries.event(owner, payloads.message_event(workspace, message))
    workspace.touch([owner])
