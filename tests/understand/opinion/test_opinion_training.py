"""Training: from data in the repository alone, the same each time, and what is shipped is what it made."""

from bot.understand.opinion import shipped
from bot.understand.opinion.advisor import DATA
from bot.understand.opinion.heads import NAME, SUM, Heads
from bot.understand.parts import Intent
from training.__main__ import TOLD, packed
from training.fitting import Lesson
from training.messages import Example, data_hash, folders, written


def test_what_is_shipped_was_made_from_the_data_that_is_here():
    assert data_hash() in (DATA / TOLD).read_text(encoding="utf-8"), "run `make train-reading`"


def test_the_text_names_the_file_that_is_shipped():
    assert (DATA / SUM).read_text().split()[0] in (DATA / TOLD).read_text(encoding="utf-8")


def test_every_intent_has_sentences_in_both_languages():
    by_intent = {intent: [e.text for e in written() if e.intent is intent] for intent in Intent}
    assert all(len(texts) >= 15 for texts in by_intent.values())
    assert set(Heads.load(DATA).intents) == set(Intent)


def test_the_sentences_are_the_same_at_every_call():
    assert written() == written()


def test_the_same_data_gives_the_same_bytes(tmp_path):
    examples = written(1)
    encoder = shipped().encoder
    first = Lesson(encoder, [*examples, Example("saw the child today", Intent.LOG_CONTACT, "here")])
    again = Lesson(encoder, list(first.examples))
    keep = [True] * len(first.examples)
    raw = packed(first.heads(keep))
    assert raw == packed(again.heads(keep))
    (tmp_path / NAME).write_bytes(raw)
    assert set(Heads.of(tmp_path / NAME).intents) == set(Intent)


def test_only_scored_lots_are_learned_from():
    assert all((folder / "gold.jsonl").exists() for folder in folders())
    assert folders()[0].name == "sample"
