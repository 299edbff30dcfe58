"""Fieldnote: the assistant. See CONTRIBUTING.md for which room a line belongs in."""
