"""A window that was sent and refused: the sentence lies on top of it, and on the third one, where no other fits, in it."""

from __future__ import annotations

from typing import Any

from bot.handlers.door.front_desk import _in_window


def view(*, previous: str | None, root: str) -> dict[str, Any]:
    blocks = [{"type": "context", "block_id": "head"}, {"type": "input", "block_id": "reason"}]
    return {"id": "V3", "previous_view_id": previous, "root_view_id": root, "blocks": blocks}


def test_on_the_first_and_the_second_it_lies_on_top() -> None:
    for one in (view(previous=None, root="V3"), view(previous="V1", root="V1")):
        answer = _in_window(one, "Already approved.")
        assert answer["response_action"] == "push"
        assert "Already approved." in str(answer["view"]["blocks"])


def test_on_the_third_it_stands_at_the_first_field() -> None:
    answer = _in_window(view(previous="V2", root="V1"), "Already approved.")
    assert answer == {"response_action": "errors", "errors": {"reason": "Already approved."}}
