"""Payloads of a given size, for the limits' tests."""

from __future__ import annotations


def plain(size: int) -> dict:
    return {"type": "plain_text", "text": "x" * size}


def words(text: str = "words") -> dict:
    return {"type": "plain_text", "text": text}


def mrkdwn(size: int) -> dict:
    return {"type": "mrkdwn", "text": "x" * size}


def option(value: str = "v", **fields: object) -> dict:
    return {"text": words(), "value": value} | fields


def options(count: int) -> list[dict]:
    return [option(str(number)) for number in range(count)]


def button(**fields: object) -> dict:
    return {"type": "button", "text": words("Press")} | fields


def menu(**fields: object) -> dict:
    return {"type": "static_select", "placeholder": words()} | ({"options": options(2)} | fields)


def groups(count: int = 1, inside: int = 1, label: int = 5) -> dict:
    grouped = [
        {"label": plain(label), "options": [option(f"{group}-{one}") for one in range(inside)]}
        for group in range(count)
    ]
    return {"type": "static_select", "option_groups": grouped}


def choices(count: int, kind: str = "checkboxes", **fields: object) -> dict:
    return {"type": kind, "options": options(count)} | fields


def actions(*elements: dict, **fields: object) -> dict:
    return {"type": "actions", "elements": list(elements)} | fields


def section(size: int = 5, **fields: object) -> dict:
    return {"type": "section", "text": mrkdwn(size)} | fields


def field(element: dict, **fields: object) -> dict:
    return {"type": "input", "label": words("Label"), "element": element} | fields


def text_input(**fields: object) -> dict:
    return {"type": "plain_text_input"} | fields


def message(*blocks: dict, **fields: object) -> dict:
    return {"text": "A note is ready.", "blocks": list(blocks)} | fields


def modal(*blocks: dict, **fields: object) -> dict:
    return {
        "type": "modal",
        "title": words("Title"),
        "submit": words("Save"),
        "blocks": list(blocks),
    } | fields


def home(*blocks: dict) -> dict:
    return {"type": "home", "blocks": list(blocks)}


def table(rows: int, cells: int, **fields: object) -> dict:
    cell = {"type": "raw_text", "text": "x"}
    return {"type": "table", "rows": [[cell] * cells] * rows} | fields


def card(**fields: object) -> dict:
    return {"type": "card", "title": words()} | fields


def rich(*elements: dict) -> dict:
    return {"type": "rich_text", "elements": list(elements)}


def paragraph(text: str = "x") -> dict:
    return {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
