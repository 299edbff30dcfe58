"""Cross-validation that holds a whole agency out at a time: its names, voices and habits are then unseen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.understand.opinion.advisor import Advice, Advisor
from bot.understand.opinion.encoder import Encoder
from bot.understand.parts import CARDS, Intent
from training.fitting import Lesson
from training.messages import ALARMS, Example


@dataclass(frozen=True)
class Judged:
    """A message, what the heads alone take it for, and the advice given with the rules' reading."""

    example: Example
    alone: Intent
    danger: float
    advice: Advice


def judged(encoder: Encoder, lesson: Lesson) -> list[Judged]:
    """Every labelled message judged by heads that never saw its agency."""
    found: list[Judged] = []
    for agency in sorted({one.agency for one in lesson.examples} - {"written"}):
        heads = lesson.heads([one.agency != agency for one in lesson.examples])
        advisor = Advisor(encoder, heads)
        for one, vector in zip(lesson.examples, lesson.whole, strict=True):
            if one.agency == agency and one.words and one.read:
                likely = heads.intent(vector)
                alone = max(likely, key=lambda intent, by=likely: by[intent])  # type: ignore[misc]
                advice = advisor.advise(one.words, one.read)
                found.append(Judged(one, alone, heads.danger_of(vector[None]), advice))
    return found


def figures(rows: Sequence[Judged]) -> dict[str, str]:
    """What is written beside the heads, a sentence's worth each."""
    alarms = [r for r in rows if r.example.alarm]
    others = [r for r in rows if not r.example.alarm]
    unheard = [r for r in alarms if r.example.read not in ALARMS]
    asked = [r for r in others if r.advice.alarming]
    return {
        "messages": str(len(rows)),
        "heads alone, intent right": _share(sum(r.alone is r.example.intent for r in rows), len(rows)),
        "rules alone, intent right": _share(sum(r.example.read is r.example.intent for r in rows), len(rows)),
        "rules and heads, intent right": _share(
            sum(r.advice.intent is r.example.intent for r in rows), len(rows)
        ),
        "intents changed by the heads": str(sum(r.advice.guessed for r in rows)),
        "alarms that sound like danger to the heads": _share(
            sum(r.danger >= 0.5 for r in alarms), len(alarms)
        ),
        "alarms that rules miss and the heads ask about": _share(
            sum(r.advice.alarming for r in unheard), len(unheard)
        ),
        "needless questions about danger": _share(len(asked), len(others)),
        "notes that lose their card": str(
            sum(r.example.intent in CARDS and r.advice.intent not in CARDS for r in rows)
        ),
    }


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole}"
