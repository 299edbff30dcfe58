from __future__ import annotations
from typing import Any
from playground.limits.problems import Problem


def message_problems(args: dict[str, Any]) -> list[Problem]:
    return []


def view_problems(view: dict[str, Any]) -> list[Problem]:
    return []
