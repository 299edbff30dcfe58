"""The limits that are not sizes: what is required, allowed where, unique, and how it is refused."""

from __future__ import annotations

import pytest

from playground.limits import message_problems, options_problems, view_problems
from tests.playground.over_http import call
from tests.playground.sample_payloads import (
    actions,
    button,
    card,
    choices,
    field,
    home,
    menu,
    message,
    modal,
    mrkdwn,
    option,
    options,
    paragraph,
    rich,
    section,
    table,
    text_input,
    words,
)

B, E0 = "/blocks/0", "/blocks/0/elements/0"
EVEN = {"type": "data_table", "rows": [[{"type": "raw_text", "text": "x"}]] * 2}
SHORT_ROW = {"type": "data_table", "rows": [EVEN["rows"][0] * 2, EVEN["rows"][0]]}
RICH_HEADER = {"type": "data_table", "rows": [[rich(paragraph())], EVEN["rows"][0]]}
MESSAGES = [
    ("unknown block", f"{B}/type", message({"type": "banner"})),
    ("block without type", f"{B}/type", message({})),
    ("block that is no object", B, message("words")),
    ("section without words", B, message({"type": "section"})),
    ("header in mrkdwn", f"{B}/text/type", message({"type": "header", "text": mrkdwn(5)})),
    ("header without text", B, message({"type": "header"})),
    ("button in mrkdwn", f"{E0}/text/type", message(actions(button(text=mrkdwn(5))))),
    ("button without text", E0, message(actions({"type": "button"}))),
    ("button's style", f"{E0}/style", message(actions(button(style="warning")))),
    ("button's value no string", f"{E0}/value", message(actions(button(value=7)))),
    ("text field in actions", f"{E0}/type", message(actions(text_input()))),
    ("text field beside a section", f"{B}/accessory/type", message(section(accessory=text_input()))),
    (
        "date and time beside a section",
        f"{B}/accessory/type",
        message(section(accessory={"type": "datetimepicker"})),
    ),
    ("button in an input", f"{B}/element/type", message(field(button()))),
    ("input without label", B, message({"type": "input", "element": text_input()})),
    ("button in a context", f"{E0}/type", message({"type": "context", "elements": [button()]})),
    ("unknown field", f"{B}/colour", message(section(colour="red"))),
    (
        "unknown field of a text",
        f"{B}/text/size",
        message({"type": "section", "text": mrkdwn(5) | {"size": 1}}),
    ),
    ("block_id twice", "/blocks/1/block_id", message(section(block_id="a"), section(block_id="a"))),
    (
        "action_id twice in a block",
        f"{B}/elements/1/action_id",
        message(actions(button(action_id="a"), button(action_id="a"))),
    ),
    ("menu without options", E0, message(actions({"type": "static_select"}))),
    (
        "menu with both kinds",
        E0,
        message(actions(menu(option_groups=[{"label": words(), "options": options(1)}]))),
    ),
    ("two options of one value", f"{E0}/options", message(actions(menu(options=[option("a"), option("a")])))),
    (
        "first choice not offered",
        f"{E0}/initial_option",
        message(actions(menu(initial_option=option("elsewhere")))),
    ),
    (
        "first ticks not offered",
        f"{E0}/initial_options/0",
        message(actions(choices(2, initial_options=[option("elsewhere")]))),
    ),
    (
        "link on a menu's option",
        f"{E0}/options/0/url",
        message(actions(menu(options=[option(url="https://x.example")]))),
    ),
    (
        "date's form",
        f"{E0}/initial_date",
        message(actions({"type": "datepicker", "initial_date": "11/09/2026"})),
    ),
    ("time's form", f"{E0}/initial_time", message(actions({"type": "timepicker", "initial_time": "4pm"}))),
    ("image without alt text", B, message({"type": "image", "image_url": "https://x.example/i.png"})),
    ("image from nowhere", B, message({"type": "image", "alt_text": "a"})),
    (
        "multi-select of none",
        f"{E0}/max_selected_items",
        message(actions(menu(type="multi_static_select", max_selected_items=0))),
    ),
    ("card of nothing", B, message({"type": "card", "subtitle": words()})),
    ("menu in a card", f"{B}/actions/0/type", message(card(actions=[menu()]))),
    ("uneven data table", f"{B}/rows/1", message(SHORT_ROW)),
    ("rich header", f"{B}/rows/0/0/type", message(RICH_HEADER)),
    ("alert in a message", f"{B}/type", message({"type": "alert", "text": words()})),
    (
        "unknown rich text",
        f"{E0}/elements/0/type",
        message(rich({"type": "rich_text_section", "elements": [{"type": "bold"}]})),
    ),
    ("metadata without payload", "/metadata", message(section(), metadata={"event_type": "outbox"})),
    ("blocks that are no list", "/blocks", {"text": "x", "blocks": {"type": "section"}}),
    (
        "a block in an attachment",
        "/attachments/0/blocks/0",
        message(attachments=[{"blocks": [{"type": "section"}]}]),
    ),
]
FOCUSED = text_input(focus_on_load=True)
VIEWS = [
    ("no title", "/view", {"type": "modal", "blocks": [section()]}),
    ("unknown type", "/view/type", {"type": "window", "blocks": [section()]}),
    ("an input and no submit", "/view", {"type": "modal", "title": words(), "blocks": [field(text_input())]}),
    ("title in mrkdwn", "/view/title/type", modal(section(), title=mrkdwn(5))),
    ("markdown in a window", "/view/blocks/0/type", modal({"type": "markdown", "text": "x"})),
    ("table in a window", "/view/blocks/0/type", modal(table(1, 1))),
    ("table on a Home", "/view/blocks/0/type", home(table(1, 1))),
    ("alert on a Home", "/view/blocks/0/type", home({"type": "alert", "text": words()})),
    ("two in focus", "/view/blocks/1", modal(field(FOCUSED), field(FOCUSED))),
    ("number field without decimals' word", "/view/blocks/0/element", modal(field({"type": "number_input"}))),
    (
        "least over most",
        "/view/blocks/0/element/min_length",
        modal(field(text_input(min_length=9, max_length=5))),
    ),
    (
        "more in it than fits",
        "/view/blocks/0/element/initial_value",
        modal(field(text_input(max_length=5, initial_value="x" * 6))),
    ),
    (
        "no dispatch",
        "/view/blocks/0/element/dispatch_action_config/trigger_actions_on",
        modal(field(text_input(dispatch_action_config={"trigger_actions_on": []}))),
    ),
    ("submit that is a string", "/view/submit", modal(section(), submit="Save")),
]


@pytest.mark.parametrize(
    ("pointer", "payload"), [row[1:] for row in MESSAGES], ids=[row[0] for row in MESSAGES]
)
def test_a_message_of_a_wrong_shape_is_refused(pointer, payload):
    assert pointer in [problem.pointer for problem in message_problems(payload)]


@pytest.mark.parametrize(("pointer", "view"), [row[1:] for row in VIEWS], ids=[row[0] for row in VIEWS])
def test_a_view_of_a_wrong_shape_is_refused(pointer, view):
    assert [problem.pointer for problem in view_problems(view)] == [pointer]


def test_every_element_in_its_ordinary_form_is_taken():
    pickers = [
        {"type": "datepicker", "initial_date": "2026-11-09"},
        {"type": "timepicker", "initial_time": "16:00"},
    ]
    selects = [{"type": f"{many}{kind}_select"} for many in ("", "multi_") for kind in ("users", "external")]
    fields = [text_input(multiline=True), {"type": "number_input", "is_decimal_allowed": False}]
    fields += [choices(2), choices(2, "radio_buttons"), *pickers, *selects, {"type": "rich_text_input"}]
    blocks = [field(element, optional=True) for element in fields]
    assert view_problems(modal(*blocks, {"type": "divider"}, rich(paragraph()))) == []
    assert (
        message_problems(message(actions(*pickers, *selects, button(style="danger")), table(2, 3), card()))
        == []
    )


def test_the_options_that_a_bot_offers_are_checked_too():
    assert options_problems({"options": options(100)}) == []
    assert [problem.pointer for problem in options_problems({"options": options(101)})] == ["/options"]
    too_long = {"options": [option("v" * 76)]}
    assert [problem.pointer for problem in options_problems(too_long)] == ["/options/0/value"]


def test_a_refusal_is_worded_as_slack_words_it_and_kept(server, workspace):
    answer = call(server, "chat.postMessage", {"channel": "U0DANA"} | message(section(3001)))
    assert (answer["ok"], answer["error"]) == (False, "invalid_blocks")
    assert answer["errors"][0]["code"] == "failed_constraint"
    assert answer["errors"][0]["pointer"] == "/blocks/0/text/text"
    assert "[json-pointer:/blocks/0/text/text]" in answer["response_metadata"]["messages"][0]
    assert [one.pointer for one in workspace.refused] == ["/blocks/0/text/text"]
    assert workspace.conversations.visible_to("U0DANA") == []


def test_blocks_without_a_push_text_are_refused(server, workspace):
    answer = call(server, "chat.postMessage", {"channel": "U0DANA", "blocks": [section()]})
    assert answer["error"] == "no_text"
    assert workspace.refused[0].pointer == "/text"


def test_a_wrong_view_is_refused_before_its_trigger_is_used(server, workspace):
    trigger = workspace.triggers.issue("U0DANA")
    refused = call(server, "views.open", {"trigger_id": trigger, "view": modal(section(), title=mrkdwn(5))})
    assert refused["error"] == "invalid_arguments"
    assert call(server, "views.open", {"trigger_id": trigger, "view": modal(section())})["ok"]
