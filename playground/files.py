"""Files: voice clips with their transcripts, and what the bot uploads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from playground.records import JSON, FileRecord, SlackError

if TYPE_CHECKING:
    from playground.workspace import Workspace

PREVIEW_CHARACTERS = 300  # what a transcription's preview shows before `has_more`
VOICE = "slack_audio"


class Files:
    """The files of the workspace by id, and uploads that were begun."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._files: dict[str, FileRecord] = {}

    def add(self, name: str, user: str, **fields: Any) -> FileRecord:
        """A new file; `fields` are FileRecord's."""
        file = FileRecord(self._workspace.new_id("F"), name, user, **fields)
        file.created = int(self._workspace.now().timestamp())
        with self._workspace.changed:
            self._files[file.file_id] = file
        return file

    def get(self, file_id: str) -> FileRecord:
        """The file with this id; SlackError file_not_found."""
        with self._workspace.changed:
            if file_id not in self._files:
                raise SlackError("file_not_found")
            return self._files[file_id]

    def forget(self, file_id: str) -> None:
        """A person deleted the file."""
        with self._workspace.changed:
            self.get(file_id).deleted = True

    def transcribe(self, file: FileRecord, status: str) -> None:
        """Sets the state of a voice clip's transcription: processing, complete or failed."""
        with self._workspace.changed:
            file.status = status

    def to_slack(self, file: FileRecord) -> JSON:
        """The file object."""
        base = f"{self._workspace.public_url}/files-pri/{file.file_id}"
        shown: JSON = {
            "id": file.file_id,
            "created": file.created,
            "timestamp": file.created,
            "name": file.name,
            "title": file.title or file.name,
            "mimetype": file.mimetype,
            "filetype": file.name.rsplit(".", 1)[-1],
            "user": file.user,
            "size": len(file.content),
            "mode": "hosted",
            "is_external": False,
            "url_private": f"{base}/{file.name}",
            "url_private_download": f"{base}/download/{file.name}",
            "permalink": f"{self._workspace.public_url}/files/{file.user}/{file.file_id}/{quote(file.name)}",
            "channels": [],
            "ims": list(file.shared_in),
        }
        return shown | self._voice(file, base)

    def vtt(self, file: FileRecord) -> str:
        """A voice clip's whole transcript as WebVTT; SlackError file_not_found before it is complete."""
        if file.status != "complete":
            raise SlackError("file_not_found")
        end = max(1, file.seconds)
        return f"WEBVTT\n\n1\n00:00:00.000 --> 00:{end // 60:02d}:{end % 60:02d}.000\n- {file.transcript}\n"

    @staticmethod
    def _voice(file: FileRecord, base: str) -> JSON:
        if file.subtype != VOICE:
            return {}
        transcription: JSON = {"status": file.status}
        voice: JSON = {"subtype": VOICE, "media_display_type": "audio", "duration_ms": file.seconds * 1000}
        if file.status == "complete":
            transcription |= {
                "locale": file.locale,
                "preview": {
                    "content": file.transcript[:PREVIEW_CHARACTERS],
                    "has_more": len(file.transcript) > PREVIEW_CHARACTERS,
                },
            }
            voice["vtt"] = f"{base}/transcript.vtt"
        return voice | {"transcription": transcription}
