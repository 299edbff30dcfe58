"""A note's way with its author: from words to a draft's card, corrected, sent, found again."""
