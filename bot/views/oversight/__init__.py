"""Figures of people and units, the weekly conference's agenda."""
