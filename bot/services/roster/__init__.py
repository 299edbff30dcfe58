"""The agency's files, imported."""
