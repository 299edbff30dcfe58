"""Visits that are planned, and those still owed this month."""
