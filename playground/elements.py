"""The state of inputs: what an element holds at first, and what a person's choice makes of it."""

from __future__ import annotations

from typing import Any

from playground.messages import elements_of
from playground.records import JSON

# element type: (the name of its value in a state and in an action, the name of its initial value)
VALUE_OF = {
    "plain_text_input": ("value", "initial_value"),
    "email_text_input": ("value", "initial_value"),
    "url_text_input": ("value", "initial_value"),
    "number_input": ("value", "initial_value"),
    "rich_text_input": ("rich_text_value", "initial_value"),
    "static_select": ("selected_option", "initial_option"),
    "external_select": ("selected_option", "initial_option"),
    "radio_buttons": ("selected_option", "initial_option"),
    "overflow": ("selected_option", ""),
    "multi_static_select": ("selected_options", "initial_options"),
    "multi_external_select": ("selected_options", "initial_options"),
    "checkboxes": ("selected_options", "initial_options"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
    "users_select": ("selected_user", "initial_user"),
    "multi_users_select": ("selected_users", "initial_users"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "channels_select": ("selected_channel", "initial_channel"),
    "multi_channels_select": ("selected_channels", "initial_channels"),
    "file_input": ("files", ""),
}
STATELESS = frozenset({"button", "overflow", "icon_button", "feedback_buttons", "workflow_button"})
LISTS = frozenset(
    {"selected_options", "selected_users", "selected_conversations", "selected_channels", "files"}
)


def element_state(element: JSON, value: Any) -> JSON:
    """The state of an element that holds `value` (None or an empty list: nothing)."""
    name = VALUE_OF[element["type"]][0]
    empty: Any = [] if name in LISTS else None
    return {"type": element["type"], name: empty if value in (None, "", []) else value}


def held(state: JSON | None) -> Any:
    """The value in an element's state; None where there is none."""
    if not state:
        return None
    return state.get(VALUE_OF[state["type"]][0]) if state.get("type") in VALUE_OF else None


def initial_values(blocks: list[JSON]) -> JSON:
    """The state of a new surface: each input's initial value."""
    values: JSON = {}
    for block in blocks:
        for element in elements_of(block):
            if element["type"] in STATELESS:
                continue
            start = element.get(VALUE_OF[element["type"]][1])
            state = element_state(element, start)
            values.setdefault(block["block_id"], {})[element["action_id"]] = state
    return values


def carried_over(blocks: list[JSON], before: JSON) -> JSON:
    """The state after an update: an input with the same block_id, action_id and type keeps its value."""
    values = initial_values(blocks)
    for block_id, states in values.items():
        for action_id, state in states.items():
            old = before.get(block_id, {}).get(action_id)
            if old and old.get("type") == state["type"]:
                states[action_id] = old
    return values


def merged(values: JSON, news: JSON) -> JSON:
    """The state with what the page has sent on top."""
    joined = {block_id: dict(states) for block_id, states in values.items()}
    for block_id, states in news.items():
        joined.setdefault(block_id, {}).update(states)
    return joined


def missing_answers(blocks: list[JSON], values: JSON) -> dict[str, str]:
    """What Slack's own client would complain of before a window is sent: block id to sentence."""
    complaints: dict[str, str] = {}
    for block in blocks:
        if block.get("type") != "input":
            continue
        element = block["element"]
        value = held(values.get(block["block_id"], {}).get(element["action_id"]))
        complaint = _complaint(block, element, value)
        if complaint:
            complaints[block["block_id"]] = complaint
    return complaints


def _complaint(block: JSON, element: JSON, value: Any) -> str | None:
    if value in (None, "", []):
        return None if block.get("optional") else "Please complete this required field."
    if isinstance(value, str) and len(value) > int(element.get("max_length", 3000)):
        return f"Please use no more than {element.get('max_length', 3000)} characters."
    if isinstance(value, str) and len(value) < int(element.get("min_length", 0)):
        return f"Please use at least {element['min_length']} characters."
    return _number_complaint(element, value) if element["type"] == "number_input" else None


def _number_complaint(element: JSON, value: Any) -> str | None:
    try:
        number = float(value)
    except (TypeError, ValueError):
        return "Please enter a number."
    if not element.get("is_decimal_allowed") and not number.is_integer():
        return "Please enter a whole number."
    low, high = element.get("min_value"), element.get("max_value")
    if low is not None and number < float(low):
        return f"Please enter a number of {low} or more."
    if high is not None and number > float(high):
        return f"Please enter a number of {high} or less."
    return None
