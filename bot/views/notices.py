"""Small windows and messages that say one thing."""

from __future__ import annotations

from bot.views.blocks import Block, escape, section, window


def sentence_window(sentence: str, title: str = "Fieldnote") -> Block:
    """A window that says one sentence."""
    return window(title, [section(escape(sentence))])
