"""Crises: the number first, then who is alerted and who has seen it."""
