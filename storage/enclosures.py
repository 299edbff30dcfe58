"""What was sent beside words, as one sealed text: names of files may be names of children."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from storage.records import FileOf

CLIP, FILE = "clip", "file"
"""A voice or video clip whose words Slack writes down; anything else."""


def as_text(files: Sequence[FileOf]) -> str:
    """Files as the text to seal; "" where there are none."""
    return json.dumps([asdict(file) for file in files], ensure_ascii=False) if files else ""


def files_in(text: str) -> tuple[FileOf, ...]:
    """What `as_text` was given."""
    return tuple(FileOf(**row) for row in json.loads(text)) if text else ()
