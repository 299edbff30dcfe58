"""A quick pattern finds exactly what `re` finds, in every list of words and in what workers write."""

import json
import random
import re
from pathlib import Path

import pytest

from bot.understand.alarms import alarm_of
from bot.understand.cues import cue_pattern
from bot.understand.dangers import dangers, dangers_near
from bot.understand.heads import keys_of
from bot.understand.lexicon import pattern, table
from bot.understand.quick import Quick, starts_of
from bot.understand.text import decoded
from bot.understand.words import plain

ROOT = Path(__file__).parents[2]
LISTS = ("alarm", "asking", "telling", "heard")


def texts(count):
    """Some of what workers wrote, cut, joined and put in capitals so that words stand where they should not."""
    files = [
        ROOT / "sample" / "messages.jsonl",
        *sorted(ROOT.glob("tests/understand/lots/*/*/messages.jsonl")),
    ]
    said = [json.loads(line)["text"] for file in files for line in file.read_text("utf-8").splitlines()]
    chance = random.Random(11)
    some = chance.sample(said, count)
    whole = [plain(decoded(one)).text for one in some]
    cut = [one[chance.randrange(len(one)) :] for one in whole]
    joined = [one + chance.choice([" ", "\n", ".", "x", "3"]) + chance.choice(whole) for one in whole]
    return [*whole, *cut, *joined, *some, "", "a", "  ", "٣ pm saw her ٤ times in the house, ran away"]


def lists(found, path=()):
    for key, value in found.items():
        if isinstance(value, dict):
            yield from lists(value, (*path, key))
        elif isinstance(value, list):
            yield ".".join((*path, key))


def every_pattern():
    yield from (pattern(name, key) for name in LISTS for key in lists(table(name)))
    yield from (cue_pattern(key) for key in lists(table("cues")) if "." in key)


def test_every_list_is_found_where_re_finds_it():
    some, found = texts(12), 0
    for quick in every_pattern():
        ours = re.compile(quick.pattern)
        for text in some:
            spans = [match.span() for match in ours.finditer(text)]
            found += len(spans)
            assert [match.span() for match in quick.finditer(text)] == spans, (quick.pattern[:80], text)
            first = quick.search(text)
            assert (first and first.span()) == (spans[0] if spans else None), (quick.pattern[:80], text)
            assert quick.sub("-", text) == ours.sub("-", text)
    assert found > 100


def test_most_lists_are_told_by_the_beginnings_of_their_words():
    keys = [keys_of(one.pattern) for one in every_pattern()]
    assert sum(one is not None for one in keys) > 0.9 * len(keys)


@pytest.mark.parametrize(
    "written",
    [
        r"(?<!\w)(?:\w+ )?ran away", r"\b(?:in|at) \d{1,2}", r"(?<!\w)(?:a|an|the)? ?house(?!\w)", r"\d+ times",
        r"x?ran", r"(?:ran|^saw)", r"(?<!\w)(?:[hr]|ti)\w+", r"a{2}b", r"(?<!\w)(?:saw|\w+ing) her", r"(ran) \1",
        r"(?i:RAN) away", r"(?<!\w)[^ ]an", r"(?<![\w'])s(?:aw|ay)|\bhouse", r"\bran\b|home$", r"(?<!\w)(?:ran)*",
        r"(?=ran)\w+", r"(?<!\w)(?:(?:[\w']+ ){0,3}?(?:times|house))(?!\w)",
    ],
)  # fmt: skip
def test_patterns_of_every_make(written):
    quick, ours = Quick(written), re.compile(written)
    said = [
        "I saw her at 10, she ran away from the house 3 times and ran ran home",
        "ran away! xran away, Ran away; the house's housing aabb seeing her at 1234 in ٣ houses, ran",
        "nothing of it is in here at all, or is it not so: 'say it' she's told me, saying",
    ]
    for text in said:
        assert [m.span() for m in quick.finditer(text)] == [m.span() for m in ours.finditer(text)]
        assert quick.split(text) == ours.split(text)
        assert (quick.search(text) and quick.search(text).span()) == (
            ours.search(text) and ours.search(text).span()
        )


def test_a_text_without_the_words_has_no_danger_to_try():
    text = "called the lawyer about monday's paperwork"
    assert len(dangers_near(text)) < len(dangers()) / 2
    assert not alarm_of(text).crisis


def test_every_danger_told_is_tried():
    field = (ROOT / "tests" / "understand" / "alarm_field.txt").read_text("utf-8").splitlines()
    told = 0
    for text in [*texts(20), *(plain(one).text for one in field)]:
        near = dangers_near(text)
        for danger in dangers():
            if any(True for _ in danger.spans(text)):
                told += 1
                assert danger in near
    assert told > 50


def test_words_are_known_by_their_first_letters():
    starts = starts_of("At 10 she's ok")
    assert starts.at["At "] == [0]
    assert starts.at["00 "] == [3]
    assert starts.at["s"] == [6, 10]
