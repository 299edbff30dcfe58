"""The field of child-welfare worries in the words people use, and what only looks like one.

`alarm_field.txt` was written before the classes of `data/dangers.toml` were. Its first score: 15 of 46 emergencies,
14 of 123 worries heard, 11 of 128 look-alikes taken for one (and 17 of 25 everyday sentences: "took his meds" was
an emergency). `alarm_field_second.txt` was written after those were mended and scored once: 18 of 24 emergencies
(22 at least as a worry), 22 of 52 worries, 5 of 72 look-alikes wrong; its last 25 lines are those everyday
sentences. `alarm_field_third.txt`, written after that, once more: 11 of 22 emergencies, 14 of 52 worries, 4 of 70.
`alarm_field_fourth.txt`, after the third, in more ordinary words: 9 of 12, 17 of 30, 1 of 43 ordinary logs wrong.
`alarm_field_fifth.txt` is three probes, each written after the one before was mended: emergencies 11 of 15, 12 of 12,
12 of 12; worries 9 of 10, 6 of 6, 4 of 6; look-alikes wrong 3 of 12, 6 of 18 (classes that lots had shown), 2 of 10.
All are right since. Quite new wordings these rules alone hear half the time or less; the model asks about others.
"""

import re
from pathlib import Path

import pytest

from bot.understand.danger.alarms import Alarm, alarm_of
from bot.understand.writing.words import plain

HERE = Path(__file__).parent
_LABEL = re.compile(r"\b(?:CHILD|CAREGIVER|PARENT|KIN|DOC|SCHOOLSTAFF|CCW)\b")


def told(level: str) -> list[str]:
    lines: list[str] = []
    for name in (
        "alarm_field.txt",
        "alarm_field_second.txt",
        "alarm_field_third.txt",
        "alarm_field_fourth.txt",
        "alarm_field_fifth.txt",
    ):
        section = ""
        for line in (HERE / name).read_text(encoding="utf-8").splitlines():
            if line.startswith("# "):
                section = line[2:]
            elif line and section == level:
                lines.append(line)
    return lines


def heard(text: str) -> Alarm:
    return alarm_of(plain(text, [(*match.span(), match[0]) for match in _LABEL.finditer(text)]).text)


@pytest.mark.parametrize("text", told("crisis"))
def test_an_emergency_is_heard(text: str):
    assert heard(text).crisis


@pytest.mark.parametrize("text", told("worry"))
def test_a_worry_is_heard(text: str):
    assert heard(text).concern or heard(text).crisis


@pytest.mark.parametrize("text", told("calm"))
def test_an_ordinary_day_is_no_alarm(text: str):
    assert not heard(text).concern
    assert not heard(text).crisis
