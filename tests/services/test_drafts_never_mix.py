"""A storm of answers, corrections and thread replies over several drafts: no word of one gets into another."""

from __future__ import annotations

import os
import random
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.services.drafts import remarks
from bot.services.drafts.concerning import may_be
from bot.services.drafts.heard import Heard
from storage.models import Note, NoteVersion, PostedCard, Remark
from storage.records import NoteRecord
from storage.types import NoteStatus
from tests.services.small_office import DANA, MAYA, MONDAY, OTHER_MAYA, TOBI, SmallOffice

FULL = os.environ.get("FULL") == "1"
CHANNEL = "D1"
EVENTS = {
    MAYA: "saw Maya Okafor today at 2pm at school, 20 min",
    TOBI: "met with Tobi Okafor at the agency office this morning, 15 min",
    OTHER_MAYA: "saw Maya Lindgren yesterday at the foster home",
}
NAMES = {MAYA: "Maya Okafor", TOBI: "Tobi", OTHER_MAYA: "Maya Lindgren"}
IN_THREAD = (
    "no, it was {day}", "it was at {hour}:{minute}", "that was a phone call", "{minutes} min, not 20",
    "also note {word}", "add that mom was there", "{name} showed me {word}", "perdón, fue a las {hour}",
    "around {hour}", "it was in person", "the older one",
)  # fmt: skip
ON_TOP = (
    "no, it was {day}", "it was at {hour}:{minute}", "around {hour}", "{name}'s was a phone call",
    "{name} wasn't there", "also note {word}", "actually {minutes} min", "it was {name}",
)  # fmt: skip


@dataclass
class Storm:
    """Three drafts of Dana's, and all that was said about them."""

    office: SmallOffice
    notes: dict[str, NoteRecord] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    """The words of each message by its ts, and under `for_` which draft they were meant for."""
    for_: dict[str, str] = field(default_factory=dict)
    count: int = 0

    def begin(self) -> None:
        for child, words in EVENTS.items():
            note = self.office.draft(DANA, words)
            self.notes[child] = note
            with self.office.desk(DANA) as desk:
                card = PostedCard(
                    kind="note_card", subject_id=note.id, staff_id=DANA, channel=CHANNEL,
                    ts=f"card.{child}", posted_at=MONDAY,
                )  # fmt: skip
                desk.session.add(card)

    def says(self, words: str, child: str | None) -> str | None:
        """Dana says it, in the thread of that child's card or on top; what it was settled as."""
        self.count += 1
        self.office.later(seconds=7)
        ts = f"{100 + self.count}.0"
        heard = Heard(
            channel=CHANNEL, ts=ts, thread_ts=f"card.{child}" if child else None, text=words,
            sent_at=self.office.now, reading=self.office.reading(DANA, words),
        )  # fmt: skip
        if not may_be(heard):
            return None
        with self.office.desk(DANA) as desk:
            remark = remarks.hear(desk, heard)
            if remark is None:
                return None
            self.said[ts] = words
            if child:
                self.for_[ts] = child
            return remark.asks or remark.choice

    def narratives(self) -> dict[str, str]:
        with self.office.desk(DANA) as desk:
            rows = desk.session.scalars(
                select(NoteVersion).join(
                    Note, (NoteVersion.note_id == Note.id) & (NoteVersion.number == Note.version)
                )
            )
            return {row.note_id: row.narrative for row in rows}

    def check(self) -> None:
        """Every line of every note is its own message's or was said about it; every remark is kept."""
        narratives = self.narratives()
        with self.office.desk(DANA) as desk:
            kept = {r.ts: r for r in desk.session.scalars(select(Remark))}
            assert {ts: kept[ts].words for ts in self.said} == self.said, "a remark's words are kept"
            for child, note in self.notes.items():
                first, *later = narratives[note.id].splitlines()
                assert first == EVENTS[child]
                mine = [r.words for r in kept.values() if r.note_id == note.id]
                assert all(line in mine for line in later), (child, later, mine)
                assert len(later) == len([line for line in later if line in mine])
            for ts, child in self.for_.items():
                about = kept[ts].note_id or (kept[ts].candidates or [None])[0]
                assert about == self.notes[child].id, f"{self.said[ts]!r} went elsewhere"
            versions = list(desk.session.scalars(select(NoteVersion)))
            cases = {n.id: n.case_id for n in self.notes.values()}
            agency = desk.agency
            for version in versions:
                own = {agency.children[c.child_id].case_id for c in version.children}
                own |= {agency.contacts[p.contact_id].case_id for p in version.people}
                assert len(own) <= 1, f"two families in {version.note_id} (of {cases[version.note_id]})"


@pytest.mark.parametrize("seed", range(40 if FULL else 4))
def test_no_word_of_one_draft_gets_into_another(office: SmallOffice, seed: int) -> None:
    chance, storm = random.Random(seed), Storm(office)
    storm.begin()
    for _ in range(18):
        thread, named = chance.choice([*EVENTS, None]), chance.choice([*EVENTS])
        words = chance.choice(IN_THREAD if thread else ON_TOP).format(
            name=NAMES[thread or named],
            day=chance.choice(["Wednesday", "last Friday", "Sunday", "yesterday"]),
            hour=chance.randint(1, 5),
            minute=chance.choice(["05", "15", "40"]),
            minutes=chance.randint(21, 90),
            word=chance.choice(["the inhaler", "her report card", "a new bed", "la tarea"]),
        )
        storm.says(words, thread)
    assert storm.said, "the storm was one"
    storm.check()


def test_what_fits_several_is_asked_and_then_goes_where_it_was_sent(office: SmallOffice) -> None:
    storm = Storm(office)
    storm.begin()
    assert storm.says("no, it was Sunday", None) == remarks.WHICH
    with office.desk(DANA) as desk:
        remark = desk.session.scalars(select(Remark)).one()
        remarks.choose(desk, remark, storm.notes[TOBI].id)
    changed = [i for i, words in storm.narratives().items() if words.endswith("no, it was Sunday")]
    assert changed == [storm.notes[TOBI].id]
    storm.check()


def test_the_one_just_on_the_table_is_meant(office: SmallOffice) -> None:
    storm = Storm(office)
    storm.begin()
    office.now += timedelta(hours=2)
    storm.says("also note the inhaler", TOBI)
    assert storm.says("no, it was Sunday", None) == "taken_in"
    assert storm.narratives()[storm.notes[TOBI].id].splitlines()[1:] == [
        "also note the inhaler",
        "no, it was Sunday",
    ]


def test_the_same_message_twice_is_one_remark(office: SmallOffice) -> None:
    storm = Storm(office)
    storm.begin()
    heard = Heard(
        channel=CHANNEL, ts="9.9", thread_ts=f"card.{MAYA}", text="no, it was Sunday",
        sent_at=office.now, reading=office.reading(DANA, "no, it was Sunday"),
    )  # fmt: skip
    for _ in range(2):
        with office.desk(DANA) as desk:
            remarks.hear(desk, heard)
    assert storm.narratives()[storm.notes[MAYA].id].count("Sunday") == 1


@pytest.mark.parametrize(
    "words", ["also saw Maya Lindgren yesterday at school", "Maya Lindgren's foster mother called me too"]
)
def test_words_about_another_family_are_asked_about_in_a_thread_too(office: SmallOffice, words: str) -> None:
    storm = Storm(office)
    storm.begin()
    assert storm.says(words, TOBI) == remarks.ADD_OR_NEW
    assert storm.narratives()[storm.notes[TOBI].id] == EVENTS[TOBI]


def test_a_discarded_draft_takes_nothing_in(office: SmallOffice) -> None:
    storm = Storm(office)
    storm.begin()
    with office.desk(DANA) as desk:
        desk.session.get_one(Note, storm.notes[MAYA].id).status = NoteStatus.DISCARDED
    assert storm.says("no, it was Sunday", MAYA) == "filed"
    assert "Sunday" not in storm.narratives()[storm.notes[MAYA].id]
