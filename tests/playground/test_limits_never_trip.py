"""Whatever a payload looks like, the walk over it ends with problems or without, never with a traceback."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from playground.limits import message_problems, options_problems, view_problems
from tests.playground.sample_payloads import (
    actions,
    button,
    card,
    choices,
    field,
    groups,
    home,
    menu,
    message,
    modal,
    paragraph,
    rich,
    section,
    table,
    text_input,
)

LEAVES = st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=3)
JUNK = st.recursive(
    LEAVES, lambda part: st.lists(part, max_size=3) | st.dictionaries(st.text(max_size=3), part, max_size=3)
)
SOUND = [
    message(
        section(fields=[{"type": "mrkdwn", "text": "x"}]), actions(button(), menu(), groups(), choices(2))
    ),
    message(card(actions=[button()]), table(2, 2), rich(paragraph()), table(2, 2) | {"type": "data_table"}),
    message({"type": "carousel", "elements": [card()]}, metadata={"event_type": "x", "event_payload": {}}),
    modal(field(text_input(max_length=5, initial_value="x"), hint={"type": "plain_text", "text": "x"})),
    home(section(accessory=menu(option_groups=[]))),
]


def places(part, at=()):
    """Every place in a payload, as the keys that lead there."""
    yield at
    pairs = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for key, value in pairs:
        yield from places(value, (*at, key))


def check(payload):
    if isinstance(payload, dict) and "text" in payload:
        return message_problems(payload, needs_text=True)
    return view_problems(payload)


@given(st.data())
@settings(max_examples=400, deadline=None)
def test_a_part_replaced_by_junk_is_no_traceback(data):
    payload = json.loads(json.dumps(data.draw(st.sampled_from(SOUND))))
    *way, last = data.draw(st.sampled_from([place for place in places(payload) if place]))
    part = payload
    for key in way:
        part = part[key]
    part[last] = data.draw(JUNK)
    assert all(problem.pointer.startswith("/") for problem in check(payload))


@given(JUNK)
@settings(deadline=None)
def test_junk_alone_is_no_traceback(junk):
    view_problems(junk)
    message_problems({"text": "x", "blocks": junk, "attachments": junk, "metadata": junk})
    options_problems({"options": junk, "option_groups": junk})
    assert view_problems(junk)
