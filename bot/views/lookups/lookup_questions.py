"""What is asked before a look-up is answered: why, and which one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.views.blocks import (
    Block,
    actions,
    asked,
    button,
    context,
    escape,
    section,
    select,
    text_field,
    window,
)
from bot.views.drawn import Drawn
from bot.views.wording import listed
from storage.records import Choice
from storage.types import CaseFile


def reason_card(
    cases: Sequence[CaseFile], reasons: Mapping[str, str], reference: str, *, clear_at: datetime
) -> Drawn:
    """Asks on-call staff why, once per case and shift. `reference` names the question asked."""
    names = listed([f"{escape(c.family_name)} case, {c.id}" for c in cases])
    buttons = [button(words, f"lookup.reason.{key}", f"{key}|{reference}") for key, words in reasons.items()]
    blocks = [
        section(f"*Why?*  {names}"),
        actions(buttons),
        context("Why do you need it? Asked once per case and shift, and kept on record."),
    ]
    return Drawn(text="One question before that lookup", blocks=blocks, clear_at=clear_at)


def given_card(reason: str, case_ids: Sequence[str]) -> Drawn:
    """What is left of the question: nameless, with words to be added by who has a hand free."""
    words = button("Add words", "lookup.explain", ",".join(case_ids))
    line = f"Reason: {reason} ✓"
    return Drawn(text=line, blocks=[section(line, accessory=words)])


def explain_window(case_ids: str) -> Block:
    """Words beside the reason."""
    field = asked("Why, in your words", text_field("v", multiline=True), block_id="words")
    return window("Add words", [field], callback="lookup.explained", submit="Save", about=case_ids)


def which_card(choices: Sequence[Choice], wanted: str, *, clear_at: datetime) -> Drawn:
    """Several fit the name: asked, with what tells them apart. `wanted`: the fact and roles asked for."""
    if len(choices) <= 5:
        answers = [button(c.words, f"lookup.which.{n}", c.id) for n, c in enumerate(choices)]
    else:
        answers = [select("lookup.which.pick", "Pick one", [(c.id, c.words) for c in choices])]
    return Drawn(
        text="Which one do you mean?",
        blocks=[section("❓ *Which one do you mean?*"), actions(answers, block_id=f"which|{wanted}")],
        clear_at=clear_at,
    )
