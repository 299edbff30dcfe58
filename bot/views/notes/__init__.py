"""A note as its author sees it: its card, its questions, its windows, what changed."""
