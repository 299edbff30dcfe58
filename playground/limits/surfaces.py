"""Whole messages and views, by the table: counts, uniqueness, sums; then every block."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from playground.limits.problems import Problem
from playground.limits.rules import characters
from playground.limits.table import table
from playground.limits.walker import Walk

INPUTS = "input"


def message_problems(args: dict[str, Any], *, needs_text: bool = False) -> list[Problem]:
    """What Slack would not take in a message's `text`, `blocks`, `attachments` and `metadata`.

    With `needs_text` blocks alone are not enough: Slack would build the push text from them, names and all.
    """
    limits, walk = table().message, Walk("message")
    text, blocks = args.get("text"), args.get("blocks") or []
    if text is not None:
        walk.string({"max": limits["text"]}, text, "/text")
    if needs_text and not text:
        walk.note("missing_field", "/text", "a push must not be made from the blocks: give `text`", "text")
    _check_blocks(walk, blocks, "/blocks", limits["blocks"])
    if not walk.problems:
        _check_sums(walk, blocks)
    _check_attachments(walk, args.get("attachments") or [])
    if args.get("metadata"):
        walk.named({"of": "metadata"}, args["metadata"], "/metadata")
    return walk.problems


def view_problems(view: Any) -> list[Problem]:
    """What Slack would not take in a window or a Home."""
    kind = view.get("type") if isinstance(view, dict) else None
    if kind not in ("modal", "home"):
        return [Problem("unsupported_type", "/view/type", f"unsupported type: {kind}", ["modal", "home"])]
    limits, walk = table().view, Walk(kind)
    walk.fields(table().objects[kind], view, "/view")
    blocks = view.get("blocks", [])
    _check_blocks(walk, blocks, "/view/blocks", limits["blocks"], least=1)
    if not walk.problems:
        walk.problems.extend(_view_rules(view, blocks))
    if len(json.dumps(view)) > limits["bytes"]:
        walk.note("view_too_large", "/view", f"must be at most {limits['bytes']} bytes")
    return walk.problems


def options_problems(answer: dict[str, Any]) -> list[Problem]:
    """What Slack would not take in the answer to a menu that the bot fills."""
    walk = Walk("message")
    static = table().typed["static_select"].fields
    for name in ("options", "option_groups"):
        if answer.get(name):
            walk.listed(static[name], answer[name], f"/{name}")
    return walk.problems


def _check_blocks(walk: Walk, blocks: Any, at: str, most: int, least: int = 0) -> None:
    spec = {"kind": "list", "min": least, "max": most, "item": {"kind": "block"}}
    walk.listed(spec, blocks, at)
    seen: dict[str, int] = {}
    for place, block in enumerate(blocks if isinstance(blocks, list) else []):
        block_id = block.get("block_id") if isinstance(block, dict) else None
        if not isinstance(block_id, str):
            continue
        if block_id in seen:
            message = f"block_id {block_id!r} already exists at {seen[block_id]}"
            walk.note("duplicate", f"{at}/{place}/block_id", message)
        seen.setdefault(block_id, place)


def _check_sums(walk: Walk, blocks: list[dict[str, Any]]) -> None:
    limits = table().message
    kinds = Counter(block["type"] for block in blocks)
    for kind, most in limits["at_most"].items():
        if kinds[kind] > most:
            walk.note("failed_constraint", "/blocks", f"at most {most} {kind} blocks", {"max": most})
    markdown = [block for block in blocks if block["type"] == "markdown"]
    if len(json.dumps(blocks)) <= min(limits["all_characters"], limits["markdown_characters"]):
        return  # they cannot hold more characters than their JSON does
    if len(markdown) > 1 and characters(markdown) > limits["markdown_characters"]:
        walk.note("failed_constraint", "/blocks", "markdown blocks are at most 12000 characters together")
    if characters(blocks) > limits["all_characters"]:
        walk.note("msg_blocks_too_long", "/blocks", f"at most {limits['all_characters']} characters together")


def _check_attachments(walk: Walk, attachments: Any) -> None:
    most = table().message["attachments"]
    walk.listed({"max": most, "item": {"kind": "any"}}, attachments, "/attachments")
    for place, attachment in enumerate(attachments if isinstance(attachments, list) else []):
        if isinstance(attachment, dict) and "blocks" in attachment:
            _check_blocks(
                walk, attachment["blocks"], f"/attachments/{place}/blocks", table().message["blocks"]
            )


def _view_rules(view: dict[str, Any], blocks: list[dict[str, Any]]) -> Iterator[Problem]:
    has_input = any(block["type"] == INPUTS for block in blocks)
    if view["type"] == "modal" and has_input and "submit" not in view:
        yield Problem("missing_field", "/view", "missing required field: submit", "submit")
    focused = [place for place, block in enumerate(blocks) if _has_focus(block)]
    for place in focused[1:]:
        yield Problem("duplicate", f"/view/blocks/{place}", "only one element may have focus_on_load")


def _has_focus(block: dict[str, Any]) -> bool:
    parts = [block.get("element"), block.get("accessory"), *(block.get("elements") or [])]
    return any(isinstance(part, dict) and part.get("focus_on_load") for part in parts)
