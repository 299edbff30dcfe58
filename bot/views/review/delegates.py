"""Who reviews in one's stead: the card to confirm, its window, what the delegate is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.views.blocks import (
    Block,
    actions,
    asked,
    button,
    confirm,
    context,
    date_picker,
    escape,
    section,
    select,
    window,
)
from bot.views.drawn import Drawn
from bot.views.wording import short_day
from storage.reviewed import Delegation
from storage.types import LeaveStatus

_TITLES = {
    LeaveStatus.PROPOSED: "*Reviews in your stead*",
    LeaveStatus.CONFIRMED: "✅ *Reviews in your stead: confirmed*",
    LeaveStatus.DROPPED: "*Reviews in your stead* · cancelled, nothing was changed",
    LeaveStatus.TAKEN_BACK: "*Reviews in your stead* · taken back",
}


def _stretch(shown: Delegation) -> str:
    first, last = short_day(shown.first_day), short_day(shown.last_day)
    return first if first == last else f"{first} – {last}"


def delegate_card(shown: Delegation) -> Drawn:
    """For the supervisor: who, which days, and what can be done now."""
    line = f"*{escape(shown.delegate.name)}* reviews for you {_stretch(shown)}."
    blocks: list[Block] = [section(f"{_TITLES[shown.status]}\n{line}")]
    if shown.status is LeaveStatus.PROPOSED:
        row = [
            button("Confirm", "delegate.confirm", shown.id, style="primary"),
            button("Change", "delegate.change", shown.id),
            button("Cancel", "delegate.cancel", shown.id),
        ]
        blocks += [actions(row), context("Nothing holds before you confirm. Then it begins by itself.")]
    elif shown.status is LeaveStatus.CONFIRMED and not shown.over:
        sure = confirm("Take this back?", "Your reviews come back to you.", "Take back", "Keep")
        blocks.append(actions([button("Take back", "delegate.take_back", shown.id, confirm=sure)]))
        blocks.append(
            context(
                "What waits goes over when it begins, and what is still open comes back when it ends. "
                "Due times stay. Notes of the delegate's own go to the next one up. For other days "
                "take it back and say them anew."
            )
        )
    return Drawn(text="Reviews in your stead", blocks=blocks)


def told_card(shown: Delegation) -> Drawn:
    """For the delegate."""
    who = escape(shown.supervisor.name)
    if shown.status is not LeaveStatus.CONFIRMED:
        line = f"You no longer review for *{who}*: what was still open has gone back."
        return Drawn(text="Reviews were taken back", blocks=[section(line)])
    lines = f"🤝 *You review for {who}* {_stretch(shown)}.\nThe notes come to you by themselves."
    return Drawn(text="You review for a colleague", blocks=[section(lines)])


def delegate_window(
    offered: Sequence[tuple[str, str]], *, chosen: str | None, first: date, last: date, about: str = ""
) -> Block:
    """Asks who, from when, until when; `chosen` is never cut off."""
    ranked = sorted(offered, key=lambda pair: pair[0] != chosen)
    return window(
        "Who reviews for me",
        [
            asked("Who", select("v", "Pick one", ranked, chosen=chosen), block_id="who"),
            asked("First day", date_picker("v", chosen=first.isoformat()), block_id="first"),
            asked("Last day", date_picker("v", chosen=last.isoformat()), block_id="last"),
            context("Your open reviews go over when it begins. Due times stay as they are."),
        ],
        callback="delegate.named",
        submit="Confirm",
        close="Cancel",
        about=about,
    )
