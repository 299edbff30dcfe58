"""Words of one event said about the draft of another: whatever they mean for it, they are read."""

from __future__ import annotations

from itertools import islice, product
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.understand.amend import Facts, amend
from bot.understand.amend.taking import Taken
from bot.understand.jsonlines import message_from_json
from bot.understand.opinion import RULES_ALONE
from bot.understand.reading import read
from storage.types import Place
from tests.understand.agencies import agency_in

ROOT = Path(__file__).parents[3]
NEW_YORK = ZoneInfo("America/New_York")
FOLDERS = [ROOT / "sample", ROOT / "tests/understand/lots/lot4/bayou"]


def told_in(folder):
    """The agency, its messages, and what each event of them would be as a draft."""
    agency = agency_in(folder / "roster")
    lines = (folder / "messages.jsonl").read_text(encoding="utf-8").splitlines()
    messages = [message_from_json(line) for line in lines if line.strip()]
    return agency, messages, [facts for one in messages for facts in facts_of(agency, one)]


def facts_of(agency, message):
    reading = read(agency, **said(message), advisor=RULES_ALONE)
    for number, item in enumerate(reading.contacts):
        asked = tuple(q for q in reading.questions if q.item == number)
        case_id = item.case_ids[0] if len(item.case_ids) == 1 else None
        yield Facts(
            types=item.types,
            children=item.children,
            people=item.people,
            on=item.on,
            starts_at=item.starts_at,
            place=item.place,
            case_id=case_id,
            words=message.text,
            asked=asked,
        )


def said(message):
    return {
        "staff_id": message.staff_id,
        "text": message.text,
        "sent_at": message.sent_at.astimezone(NEW_YORK),
        "tz": NEW_YORK,
    }


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_any_words_can_be_read_about_any_draft(folder):
    agency, messages, drafts = told_in(folder)
    for message, facts in islice(product(messages, drafts), 0, None, 197):
        after = amend(agency, facts, **said(message), close=True).after
        assert set(after.people) <= set(agency.contacts)
        assert set(after.children) <= set(agency.children)


def test_somebody_of_another_case_has_a_home_too():
    """The draft is about one family, the words put a parent of another one on it, at home."""
    agency, messages, drafts = told_in(ROOT / "sample")
    home = next(m for m in messages if m.text.startswith("this is jean marc i visited wilner charles"))
    other = next(f for f in drafts if f.people == ("K0113",) and f.children == ("P0030",))
    assert amend(agency, other, **said(home)).after.place in {None, *Place}


@pytest.mark.parametrize("before", [False, True])
def test_what_is_unclear_twice_is_unclear(before):
    taken = Taken(Facts(), unclear=before)
    assert taken.with_(unclear=True).unclear
    assert taken.with_(unclear=False).unclear is before
