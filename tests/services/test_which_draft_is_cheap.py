"""Which draft words are about: a cheap look refuses only what every draft would, and few statements are run."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.services.drafts.concerning import _fits
from bot.services.drafts.heard import Heard
from bot.understand.agency import Agency
from bot.understand.amend import Facts, amend, at_best
from bot.understand.jsonlines import message_from_json
from bot.understand.opinion import RULES_ALONE
from bot.understand.parts import Question
from bot.understand.reading import read
from bot.understand.roster_files import load_roster
from storage.types import EventType, Method, Outcome

SAMPLE = Path(__file__).parents[2] / "sample"
NEW_YORK = ZoneInfo("America/New_York")
REMARKS = (
    "no, it was Wednesday", "it was at 3", "yes", "2pm", "also the aunt was there", "by phone", "who is on call?",
    "discard it", "not Thursday, Friday", "she was not home", "number for her lawyer", "add that she slept well",
)  # fmt: skip


def drafts(agency: Agency) -> list[Facts]:
    """One that asks for everything, and one that is whole, for each of some cases."""
    found = []
    for child in agency.roster.children[:12:3]:
        asked = tuple(Question(slot) for slot in ("child", "date", "time", "method", "outcome"))
        found.append(Facts(asked=asked))
        found.append(
            Facts(
                types=(EventType.CASEWORKER_CHILD,),
                children=(child.id,),
                case_id=child.case_id,
                on=datetime(2026, 11, 3, tzinfo=NEW_YORK).date(),
                method=Method.IN_PERSON,
                outcome=Outcome.COMPLETED,
            )
        )
    return found


def test_what_the_cheap_look_refuses_fits_no_draft() -> None:
    agency = Agency.of(load_roster(SAMPLE / "roster"))
    lines = (SAMPLE / "messages.jsonl").read_text(encoding="utf-8").splitlines()
    told = [message_from_json(line) for line in lines[::6]]
    words = [(m.staff_id, m.text, m.sent_at) for m in told]
    words += [(told[0].staff_id, remark, told[0].sent_at) for remark in REMARKS]
    refused = 0
    for staff_id, text, sent_at in words:
        reading = read(
            agency, staff_id=staff_id, text=text, sent_at=sent_at, tz=NEW_YORK, advisor=RULES_ALONE
        )
        said = Heard("D1", "1.0", None, text, sent_at, reading)
        if _fits(said, at_best(text)):
            continue
        refused += 1
        for facts in drafts(agency):
            one = amend(agency, facts, text, staff_id=staff_id, sent_at=sent_at, tz=NEW_YORK)
            assert not _fits(said, one), text
    assert refused >= 10
