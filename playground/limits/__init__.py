"""Slack's limits: one table, one walker. A payload outside them is refused as Slack refuses it."""

from __future__ import annotations

from playground.limits.problems import Problem, refusal
from playground.limits.surfaces import message_problems, options_problems, view_problems

__all__ = ["Problem", "message_problems", "options_problems", "refusal", "view_problems"]
