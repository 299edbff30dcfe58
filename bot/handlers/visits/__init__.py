"""Visits that are yet to happen."""
