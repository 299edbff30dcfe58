"""A quick pattern finds exactly what `re` finds, in every list of words and in what workers write."""

import json
import random
import re
from pathlib import Path

import pytest

from bot.understand.danger.alarms import alarm_of
from bot.understand.danger.dangers import dangers, dangers_near
from bot.understand.events.cues import cue_pattern, cue_patterns
from bot.understand.patterns.edges import Edges, edges_of
from bot.understand.patterns.heads import keys_of
from bot.understand.patterns.lexicon import pattern, table
from bot.understand.patterns.many import Many
from bot.understand.patterns.quick import Quick, starts_of
from bot.understand.writing.text import decoded
from bot.understand.writing.words import plain

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
        r"(?:(?<=at )|(?<=the ))(?:house|\d+)", r"(?:^|(?<=; ))(?P<who>[a-z]+) (?:away|house)", r"\b(?:ran ?)?",
        r"(?:, |[;:] ?)(?:ran|the)(?! x)", r"(?<![\w'])(?:[^\W\d]+ )?house\b", r"[,;] (?=she|ran)|\Bing\b",
        r"(?i:h)ouse|ran", r"(?<!\w)(?:it|'say)(?= |\b)[^;]*?(?:all|'s)$", r"\b ?away", r"(?<=[ ,])she ran|^n\w+",
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


@pytest.mark.parametrize(
    ("written", "keys"),
    [
        (r"(?<=cb )(?:mom|dad)\b", {"mom", "dad"}),
        (r"(?:^ ?|[,;] )(?:absent|out) ", {"abs", "out"}),
        (r"\bno(?= \w+ (?:answer|luck))", {"no"}),
        (r"\w+(?= (?:answered|ran off))", {"ans", "ran"}),
        (r"\w*(?:answered|ran off)", None),
    ],
)
def test_a_pattern_needs_what_stands_behind_signs_and_in_looks_around(written, keys):
    assert (keys_of(written) and keys_of(written).keys) == keys


@pytest.mark.parametrize(
    ("written", "edges"),
    [
        (r"^(?:ran|saw)", Edges(at_start=True)),
        (r"(?:^ran|^\W*(?:she|he) )", Edges(at_start=True)),
        (r"(?:^ran|saw)", Edges()),
        (r"(?:ran|saw) (?:the )?$", Edges(reach=9)),
        (r"(?:\bran $|(?:^|, )saw$)", Edges(reach=6)),
        (r"\bran (?:$|away)", Edges()),
        (r"\w+ ran$", Edges()),
        (r"(?m)^ran$", Edges()),
    ],
)
def test_a_pattern_keeps_to_the_edges_that_all_its_ways_keep_to(written, edges):
    assert edges_of(written) == edges


def test_what_stands_at_the_end_is_found_as_re_finds_it():
    text = "she ran the ran the, saw ran the ran the \n"
    for written in (r"(?:ran the ?)+$", r"\bran the ?$", r"(?<=ran )the ?\n?$", r"^she", r"(?:^|, )saw$"):
        for bounds in ((), (4,), (0, 11), (5, 24), (0, 500), (60,)):
            ours, quick = re.compile(written).search(text, *bounds), Quick(written).search(text, *bounds)
            assert (quick and quick.span()) == (ours and ours.span()), (written, bounds)


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


def test_of_many_patterns_those_that_stand_in_a_text_are_tried_in_their_order():
    kinds = list(table("cues")["event"])
    many, found = cue_patterns("event"), 0
    for text in texts(20):
        near = [kind for kind, _ in many.near(text)]
        assert near == [kind for kind in kinds if kind in near]
        standing = [kind for kind in kinds if cue_pattern(f"event.{kind}").plain.search(text)]
        found += len(standing)
        assert set(standing) <= set(near)
    assert found > 20


def test_a_pattern_of_which_nothing_is_known_is_always_tried():
    many = Many([("any", Quick(r"\w+ran")), ("ran", Quick(r"\bran away")), ("saw", Quick(r"\bsaw"))])
    assert [what for what, _ in many.near("i saw her")] == ["any", "saw"]
    assert [what for what, _ in many.near("she ran")] == ["any", "ran"]
    assert [what for what, _ in many.near("")] == ["any"]
