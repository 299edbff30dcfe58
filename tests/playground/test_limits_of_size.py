"""Each limit of size: the greatest (or least) size is taken, one more is refused at the right place."""

from __future__ import annotations

import pytest

from playground.limits import message_problems, view_problems
from tests.playground.sample_payloads import (
    actions,
    button,
    card,
    choices,
    field,
    groups,
    home,
    menu,
    message,
    modal,
    mrkdwn,
    option,
    options,
    paragraph,
    plain,
    rich,
    section,
    table,
    text_input,
    words,
)


def confirm(**fields):
    return {"title": words(), "text": words(), "confirm": words(), "deny": words()} | fields


def overflow(*listed):
    return {"type": "overflow", "options": list(listed)}


def image(**fields):
    return {"type": "image", "alt_text": "a", "image_url": "https://x.example/i.png"} | fields


def video(**fields):
    return {
        "type": "video",
        "title": words(),
        "alt_text": "a",
        "thumbnail_url": "https://x.example/t.png",
        "video_url": "https://x.example/v",
    } | fields


def data_table(rows=2, cells=1, **fields):
    return table(rows, cells) | {"type": "data_table"} | fields


def feedback(text=5, value=5, label=5):
    side = {"text": plain(text), "value": "x" * value, "accessibility_label": "x" * label}
    buttons = {"type": "feedback_buttons", "positive_button": side, "negative_button": side}
    return {"type": "context_actions", "elements": [buttons]}


def icons(count=1, users=1):
    icon = {"type": "icon_button", "icon": "trash", "text": words(), "visible_to_user_ids": ["U"] * users}
    return {"type": "context_actions", "elements": [icon] * count}


def many(make, count):
    return message(*[make()] * count)


B, E0 = "/blocks/0", "/blocks/0/elements/0"
IN = "/view/blocks/0/element"
MESSAGES = [
    ("message.blocks", 50, "/blocks", lambda n: many(section, n)),
    ("message.text", 4000, "/text", lambda n: {"text": "x" * n}),
    ("message.attachments", 100, "/attachments", lambda n: message(attachments=[{"text": "x"}] * n)),
    ("all characters", 13200, "/blocks", lambda n: message(*[section(2640)] * 4, section(n - 4 * 2640))),
    (
        "all markdown",
        12000,
        "/blocks",
        lambda n: message(*[{"type": "markdown", "text": "x" * size} for size in (6000, n - 6000)]),
    ),
    ("tables", 1, "/blocks", lambda n: message(*[table(1, 1)] * n)),
    ("block_id", 255, f"{B}/block_id", lambda n: message(section(block_id="x" * n))),
    ("action_id", 255, f"{E0}/action_id", lambda n: message(actions(button(action_id="x" * n)))),
    ("section.text", 3000, f"{B}/text/text", lambda n: message(section(n))),
    ("section.fields", 10, f"{B}/fields", lambda n: message(section(fields=[mrkdwn(5)] * n))),
    ("a field", 2000, f"{B}/fields/0/text", lambda n: message(section(fields=[mrkdwn(n)]))),
    ("header.text", 150, f"{B}/text/text", lambda n: message({"type": "header", "text": plain(n)})),
    ("context", 10, f"{B}/elements", lambda n: message({"type": "context", "elements": [mrkdwn(5)] * n})),
    ("actions", 25, f"{B}/elements", lambda n: message(actions(*[button()] * n))),
    ("context_actions", 5, f"{B}/elements", lambda n: message(icons(n))),
    ("icon_button.users", 10, f"{E0}/visible_to_user_ids", lambda n: message(icons(users=n))),
    ("feedback text", 75, f"{E0}/positive_button/text/text", lambda n: message(feedback(text=n))),
    ("feedback value", 2000, f"{E0}/positive_button/value", lambda n: message(feedback(value=n))),
    (
        "feedback label",
        75,
        f"{E0}/positive_button/accessibility_label",
        lambda n: message(feedback(label=n)),
    ),
    ("image.alt_text", 2000, f"{B}/alt_text", lambda n: message(image(alt_text="x" * n))),
    ("image.title", 2000, f"{B}/title/text", lambda n: message(image(title=plain(n)))),
    ("image.image_url", 3000, f"{B}/image_url", lambda n: message(image(image_url="x" * n))),
    ("video.title", 199, f"{B}/title/text", lambda n: message(video(title=plain(n)))),
    ("video.author_name", 49, f"{B}/author_name", lambda n: message(video(author_name="x" * n))),
    ("video.description", 200, f"{B}/description/text", lambda n: message(video(description=plain(n)))),
    ("video.alt_text", 200, f"{B}/alt_text", lambda n: message(video(alt_text="x" * n))),
    ("markdown.text", 12000, f"{B}/text", lambda n: message({"type": "markdown", "text": "x" * n})),
    ("table.rows", 100, f"{B}/rows", lambda n: message(table(n, 1))),
    ("table cells", 20, f"{B}/rows/0", lambda n: message(table(1, n))),
    (
        "table.column_settings",
        20,
        f"{B}/column_settings",
        lambda n: message(table(1, 1, column_settings=[{"align": "left"}] * n)),
    ),
    ("data_table.rows", 101, f"{B}/rows", lambda n: message(data_table(n))),
    ("data_table.page_size", 100, f"{B}/page_size", lambda n: message(data_table(page_size=n))),
    ("card.title", 150, f"{B}/title/text", lambda n: message(card(title=plain(n)))),
    ("card.subtitle", 150, f"{B}/subtitle/text", lambda n: message(card(subtitle=plain(n)))),
    ("card.body", 200, f"{B}/body/text", lambda n: message(card(body=mrkdwn(n)))),
    ("card.subtext", 200, f"{B}/subtext/text", lambda n: message(card(subtext=mrkdwn(n)))),
    ("card.actions", 3, f"{B}/actions", lambda n: message(card(actions=[button()] * n))),
    ("carousel", 10, f"{B}/elements", lambda n: message({"type": "carousel", "elements": [card()] * n})),
    (
        "container",
        10,
        f"{B}/child_blocks",
        lambda n: message({"type": "container", "child_blocks": [section()] * n}),
    ),
    ("plan.tasks", 50, f"{B}/tasks", lambda n: message({"type": "plan", "title": "x", "tasks": [{}] * n})),
    (
        "rich_text_list.indent",
        8,
        f"{E0}/indent",
        lambda n: message(
            rich({"type": "rich_text_list", "style": "bullet", "indent": n, "elements": [paragraph()]})
        ),
    ),
    ("button.text", 75, f"{E0}/text/text", lambda n: message(actions(button(text=plain(n))))),
    ("button.value", 2000, f"{E0}/value", lambda n: message(actions(button(value="x" * n)))),
    ("button.url", 3000, f"{E0}/url", lambda n: message(actions(button(url="x" * n)))),
    (
        "button.accessibility_label",
        75,
        f"{E0}/accessibility_label",
        lambda n: message(actions(button(accessibility_label="x" * n))),
    ),
    ("confirm.title", 100, f"{E0}/confirm/title/text", lambda n: confirming(title=plain(n))),
    ("confirm.text", 300, f"{E0}/confirm/text/text", lambda n: confirming(text=plain(n))),
    ("confirm.confirm", 30, f"{E0}/confirm/confirm/text", lambda n: confirming(confirm=plain(n))),
    ("confirm.deny", 30, f"{E0}/confirm/deny/text", lambda n: confirming(deny=plain(n))),
    ("option.text", 75, f"{E0}/options/0/text/text", lambda n: offering(option(text=plain(n)))),
    ("option.value", 75, f"{E0}/options/0/value", lambda n: offering(option("x" * n))),
    (
        "option.description",
        75,
        f"{E0}/options/0/description/text",
        lambda n: offering(option(description=plain(n))),
    ),
    ("select options", 100, f"{E0}/options", lambda n: offering(*options(n))),
    ("option_groups", 100, f"{E0}/option_groups", lambda n: message(actions(groups(n)))),
    ("a group's options", 100, f"{E0}/option_groups/0/options", lambda n: message(actions(groups(1, n)))),
    ("a group's label", 75, f"{E0}/option_groups/0/label/text", lambda n: message(actions(groups(label=n)))),
    ("placeholder", 150, f"{E0}/placeholder/text", lambda n: message(actions(menu(placeholder=plain(n))))),
    ("overflow.options", 5, f"{E0}/options", lambda n: message(actions(overflow(*options(n))))),
    (
        "overflow option.url",
        3000,
        f"{E0}/options/0/url",
        lambda n: message(actions(overflow(option(url="x" * n)))),
    ),
    ("checkboxes", 10, f"{E0}/options", lambda n: message(actions(choices(n)))),
    ("radio_buttons", 10, f"{E0}/options", lambda n: message(actions(choices(n, "radio_buttons")))),
]
VIEWS = [
    ("view.blocks", 100, "/view/blocks", lambda n: modal(*[section()] * n)),
    ("home.blocks", 100, "/view/blocks", lambda n: home(*[section()] * n)),
    ("view.title", 24, "/view/title/text", lambda n: modal(section(), title=plain(n))),
    ("view.submit", 24, "/view/submit/text", lambda n: modal(section(), submit=plain(n))),
    ("view.close", 24, "/view/close/text", lambda n: modal(section(), close=plain(n))),
    (
        "private_metadata",
        3000,
        "/view/private_metadata",
        lambda n: modal(section(), private_metadata="x" * n),
    ),
    ("callback_id", 255, "/view/callback_id", lambda n: modal(section(), callback_id="x" * n)),
    ("external_id", 255, "/view/external_id", lambda n: modal(section(), external_id="x" * n)),
    ("input.label", 2000, "/view/blocks/0/label/text", lambda n: modal(field(text_input(), label=plain(n)))),
    ("input.hint", 2000, "/view/blocks/0/hint/text", lambda n: modal(field(text_input(), hint=plain(n)))),
    ("initial_value", 3000, f"{IN}/initial_value", lambda n: modal(field(text_input(initial_value="x" * n)))),
    ("max_length", 3000, f"{IN}/max_length", lambda n: modal(field(text_input(max_length=n)))),
    ("min_length", 3000, f"{IN}/min_length", lambda n: modal(field(text_input(min_length=n)))),
    (
        "rich_text_input.max_lines",
        100,
        f"{IN}/max_lines",
        lambda n: modal(field({"type": "rich_text_input", "max_lines": n})),
    ),
    (
        "file_input.max_files",
        10,
        f"{IN}/max_files",
        lambda n: modal(field({"type": "file_input", "max_files": n})),
    ),
    ("alert.text", 200, "/view/blocks/0/text/text", lambda n: modal({"type": "alert", "text": plain(n)})),
]


def confirming(**fields):
    return message(actions(button(confirm=confirm(**fields))))


def offering(*listed):
    return message(actions(menu(options=list(listed))))


@pytest.mark.parametrize(
    ("most", "pointer", "build"), [row[1:] for row in MESSAGES], ids=[row[0] for row in MESSAGES]
)
def test_a_message_at_the_limit_is_taken_and_over_it_refused(most, pointer, build):
    assert message_problems(build(most)) == []
    assert pointer in [problem.pointer for problem in message_problems(build(most + 1))]


@pytest.mark.parametrize(
    ("most", "pointer", "build"), [row[1:] for row in VIEWS], ids=[row[0] for row in VIEWS]
)
def test_a_view_at_the_limit_is_taken_and_over_it_refused(most, pointer, build):
    assert view_problems(build(most)) == []
    assert [problem.pointer for problem in view_problems(build(most + 1))] == [pointer]


EMPTY = [
    ("a section's text", f"{B}/text/text", message(section(0))),
    ("a button's text", f"{E0}/text/text", message(actions(button(text=plain(0))))),
    ("actions", f"{B}/elements", message(actions())),
    ("a context", f"{B}/elements", message({"type": "context", "elements": []})),
    ("a menu's options", f"{E0}/options", message(actions(menu(options=[])))),
    ("an overflow's options", f"{E0}/options", message(actions(overflow()))),
    ("an option's value", f"{E0}/options/0/value", message(actions(menu(options=[option("")])))),
    ("rich text", f"{B}/elements", message(rich())),
    ("rich text's words", f"{E0}/elements/0/text", message(rich(paragraph("")))),
    ("a data table", f"{B}/rows", message(data_table(1))),
    ("a data table's page", f"{B}/page_size", message(data_table(page_size=0))),
]


@pytest.mark.parametrize(("pointer", "payload"), [row[1:] for row in EMPTY], ids=[row[0] for row in EMPTY])
def test_what_is_empty_is_refused(pointer, payload):
    assert [problem.pointer for problem in message_problems(payload)] == [pointer]


def test_a_view_without_blocks_is_refused():
    assert [problem.pointer for problem in view_problems(home())] == ["/view/blocks"]


def test_a_view_of_over_250_kb_is_refused():
    view = modal(*[field(text_input(initial_value="x" * 2900)) for _ in range(90)])
    assert [problem.code for problem in view_problems(view)] == ["view_too_large"]
