"""The nicknames that a worker taught the bot: a short list, each with Remove."""

from __future__ import annotations

from collections.abc import Sequence

from bot.views.blocks import Block, button, context, escape, section
from bot.views.drawn import Drawn

_MOST = 40
_NONE = "I know no nicknames of yours yet. When you tell me who is meant by a name, I offer to remember it."


def nicknames_card(known: Sequence[tuple[str, str, str]]) -> Drawn:
    """(id, nickname, name on file) each as a line with its button; the newest ones where there are many."""
    if not known:
        return Drawn(text="Your nicknames", blocks=[section(_NONE)])
    blocks: list[Block] = [section("*Nicknames you taught me*")]
    for row_id, alias, name in list(known)[-_MOST:]:
        remove = button("Remove", "nickname.remove", row_id)
        blocks.append(section(f"“{escape(alias)}” is *{escape(name)}*", accessory=remove))
    return Drawn(text="Your nicknames", blocks=[*blocks, context("Only your own messages are read by them.")])
