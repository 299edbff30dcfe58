"""What is wrong with a payload, as Slack says it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from playground.records import SlackError


@dataclass(frozen=True)
class Problem:
    """One limit that is broken, and where (a JSON pointer)."""

    code: str
    pointer: str
    message: str
    constraint: Any = None

    def to_slack(self) -> dict[str, Any]:
        """As an entry of `errors`."""
        shown = {"code": self.code, "pointer": self.pointer, "message": self.message}
        return shown if self.constraint is None else shown | {"constraint": self.constraint}


def refusal(code: str, problems: Sequence[Problem]) -> SlackError:
    """The refusal of a payload with these problems."""
    messages = [f"[ERROR] {problem.message} [json-pointer:{problem.pointer}]" for problem in problems]
    return SlackError(
        code,
        errors=[problem.to_slack() for problem in problems],
        response_metadata={"messages": messages},
    )
