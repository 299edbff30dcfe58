"""`fieldnote understand`: one message a line in, one reading a line out."""

import io
import json
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.errors import Unusable
from bot.understand.agency import Agency
from bot.understand.jsonlines import message_from_json, run, understand_lines
from tests.understand.agencies import agency_in

LOT = Path(__file__).parent / "lots" / "lot1" / "lakebridge"
TZ = ZoneInfo("America/Chicago")
GOOD = {
    "id": "m1",
    "staff_id": "T05",
    "sent_at": "2027-02-02T15:15:00-06:00",
    "text": "thanks!",
    "voice": False,
}


@pytest.fixture(scope="module")
def lakebridge() -> Agency:
    return agency_in(LOT / "roster")


def test_a_line_in_gives_a_line_out_in_the_form_of_the_definition(lakebridge):
    (line,) = understand_lines([json.dumps(GOOD)], lakebridge, TZ)
    assert json.loads(line) == {
        "id": "m1",
        "intent": "other",
        "contacts": [],
        "ask": [],
        "subject": None,
        "period": None,
    }


def test_an_item_has_every_key_of_the_definition(lakebridge):
    text = "Saw River at school today 1:50, 15 min"
    (line,) = understand_lines([json.dumps(GOOD | {"text": text})], lakebridge, TZ)
    (item,) = json.loads(line)["contacts"]
    assert item["starts_at"] == "2027-02-02T13:50:00-06:00"
    assert item["children"] == ["a32"]
    assert item["spans"] == [[0, len(text)]]
    assert set(item) == {
        "types", "children", "people", "starts_at", "on", "minutes", "method", "outcome", "seen_alone", "spans", "place"
    }  # fmt: skip


def test_a_bad_line_is_named_and_the_others_are_answered(lakebridge):
    out, errors = io.StringIO(), io.StringIO()
    lines = [
        "no json\n",
        "\n",
        json.dumps(GOOD),
        "[1]",
        json.dumps(GOOD | {"sent_at": "2027-02-02T15:15:00"}),
    ]
    assert run(lines, out, errors, lakebridge, TZ) == 2
    assert [json.loads(line)["id"] for line in out.getvalue().splitlines()] == ["m1"]
    said = errors.getvalue().splitlines()
    assert len(said) == 3
    assert said[0].startswith("fieldnote understand: line 1: ")
    assert "no offset" in said[2]


@pytest.mark.parametrize(
    "change", [{"text": None}, {"sent_at": "yesterday"}, {"id": 7}, {"sent_at": "0001-01-01T00:00:00+14:00"}]
)
def test_an_unusable_message_is_refused_with_a_sentence(change):
    with pytest.raises(Unusable):
        message_from_json(json.dumps(GOOD | change))


def test_good_lines_alone_end_well(lakebridge):
    out, errors = io.StringIO(), io.StringIO()
    assert run([json.dumps(GOOD)], out, errors, lakebridge, TZ) == 0
    assert errors.getvalue() == ""
