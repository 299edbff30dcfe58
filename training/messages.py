"""What the heads learn from: labelled messages of the corpus and the lots, and sentences written for it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.understand.agency import Agency
from bot.understand.jsonlines import message_from_json, zone_of
from bot.understand.message import Message
from bot.understand.opinion.wording import in_words
from bot.understand.parts import Intent
from bot.understand.roster_files import load_roster
from bot.understand.wants.intents import Words, intent_of
from bot.understand.writing.text import decoded

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "training"
TZ = ZoneInfo("America/New_York")
ALARMS = frozenset({Intent.LOG_CRISIS, Intent.SAFETY_CONCERN})


@dataclass(frozen=True)
class Example:
    """A message with its intent; `agency` is what cross-validation holds apart, `read` the rules' intent."""

    text: str
    intent: Intent
    agency: str
    words: Words | None = None
    read: Intent | None = None

    @property
    def alarm(self) -> bool:
        return self.intent in ALARMS


def folders() -> list[Path]:
    """The corpus and the lots named in `lots.txt`: a new lot stays unseen until it has been scored."""
    return [ROOT / name for name in _lines(HERE / "lots.txt")]


def labelled() -> list[Example]:
    """Every labelled message, its names as roles; a roster's messages are one agency's."""
    return [example for folder in folders() for example in _of(folder)]


def _of(folder: Path) -> Iterator[Example]:
    agency = Agency.of(load_roster(folder / "roster"))
    golds = {row["id"]: row for row in map(json.loads, _lines(folder / "gold.jsonl"))}
    for line in _lines(folder / "messages.jsonl"):
        message = message_from_json(line)
        zone = zone_of(agency, message.staff_id, TZ)
        read = Message.of(
            agency,
            message.staff_id,
            decoded(message.text),
            message.sent_at.astimezone(zone),
            zone,
            voice=message.voice,
        )
        words = read.words()
        home = (folder / "roster").resolve().parent.name
        yield Example(
            in_words(words.text), Intent(golds[message.id]["intent"]), home, words, intent_of(words)
        )


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def written(variants: int = 4) -> list[Example]:
    """The sentences of `sentences/*.txt`, each in a few settings; the same ones at every call."""
    found: dict[tuple[str, Intent], None] = {}
    for path in sorted((HERE / "sentences").glob("*.txt")):
        for line in _lines(path):
            for n in range(variants):
                found[in_words(_varied(line, Intent(path.stem), n)), Intent(path.stem)] = None
    return [Example(text, intent, "written") for text, intent in found]


def _varied(line: str, intent: Intent, n: int) -> str:
    whole = line
    if n and intent.value in SETTINGS["before"]:
        before, after = SETTINGS["before"][intent.value], SETTINGS["after"][intent.value]
        whole = _pick(before, "before", line, n) + line + _pick(after, "after", line, n)
    fill = SETTINGS["fill"]
    return re.sub(r"\{(\w+)\}", lambda m: _pick(fill[m[1]], m[1], str(m.start()), line, n), whole)


def _pick(choices: list[str], *key: object) -> str:
    """One of the choices, always the same for the same key."""
    return choices[int(sha256("|".join(map(str, key)).encode()).hexdigest(), 16) % len(choices)]


SETTINGS = json.loads((HERE / "settings.json").read_text(encoding="utf-8"))


def data_hash() -> str:
    """One hash over everything that the heads learn from: the messages, their intents, the sentences."""
    whole = sha256()
    for folder in folders():
        golds = {row["id"]: row["intent"] for row in map(json.loads, _lines(folder / "gold.jsonl"))}
        for row in map(json.loads, _lines(folder / "messages.jsonl")):
            whole.update(f"{row['text']}\n{golds[row['id']]}\n".encode())
    for path in [HERE / "settings.json", *sorted((HERE / "sentences").glob("*.txt"))]:
        whole.update(path.read_bytes())
    return whole.hexdigest()
