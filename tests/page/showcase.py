"""Blocks and windows of every kind that the page draws, as a bot would post them."""

from __future__ import annotations

from typing import Any

Block = dict[str, Any]
MOMENT = 1794263400  # Mon Nov 9 2026, 5:30 PM in New York


def plain(text: str) -> Block:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> Block:
    return {"type": "mrkdwn", "text": text}


def option(value: str, text: str, description: str = "") -> Block:
    return {"value": value, "text": plain(text)} | (
        {"description": plain(description)} if description else {}
    )


def button(action: str, text: str, **more: Any) -> Block:
    return {"type": "button", "action_id": action, "text": plain(text), "value": action, **more}


def section(text: str, **more: Any) -> Block:
    return {"type": "section", "text": mrkdwn(text), **more}


TYPES = [option(f"t{n}", text) for n, text in enumerate(
    ["Caseworker/Child Contact", "Foster Home Visit", "School Contact", "Sibling Visit", "Court Appearance",
     "Case Conference", "Collateral", "Service Plan Review", "Crisis Call"])]  # fmt: skip
PLACES = [option("home", "Foster home", "Her residence that day"), option("school", "School", "PS 117")]


def note_card() -> list[Block]:
    """A card such as a draft note is: fields, words, a question, buttons."""
    fields = [
        "*Child*\nMaya Rivera", "*Case*\nRivera · C-1041",
        f"*When*\n<!date^{MOMENT}^{{date_short_pretty}} {{time}}|Nov 9, 5:30 PM>, 45 min",
        "*Type*\nCaseworker/Child Contact, Foster Home Visit", "*Place*\nFoster home (her residence)",
        "*Method*\nIn person · completed",
    ]  # fmt: skip
    words = "&gt; h/v Maya Rivera today 4pm at Ms Thompson's, 45 min.\n&gt; both kids home, healthy, rm clean"
    confirm = {"title": plain("Discard this draft?"), "text": plain("It can be brought back."),
               "confirm": plain("Discard"), "deny": plain("Keep it"), "style": "danger"}  # fmt: skip
    return [
        {"type": "header", "text": plain("Draft note")},
        {"type": "section", "block_id": "facts", "fields": [mrkdwn(text) for text in fields]},
        section(words, block_id="words"),
        section("Was Maya *seen alone*?", block_id="alone", accessory={
            "type": "static_select", "action_id": "alone", "placeholder": plain("Choose"),
            "options": [option("yes", "Yes"), option("no", "No"), option("unsure", "Not stated")]}),
        {"type": "actions", "block_id": "decide", "elements": [
            button("submit", "Submit", style="primary"), button("edit", "Edit"),
            button("discard", "Discard", style="danger", confirm=confirm),
            {"type": "overflow", "action_id": "more", "options": [option("split", "Split into two notes"),
                                                                  option("wrong", "Wrong child")]}]},
        {"type": "context", "elements": [mrkdwn("Due <!date^1794526200^{date_short_pretty} {time}|Nov 12> · "
                                                "72 hours after the visit :hourglass_flowing_sand:")]},
    ]  # fmt: skip


def every_text() -> list[Block]:
    """Text in all its forms, and what must never become markup."""
    return [
        section("*bold* _italic_ ~gone~ `code` snake_case_word 2*3*4 :wave: :no_such_emoji:\n"
                "• call <tel:+17185550101|718-555-0101>\n"
                "• write <mailto:k.boyd@harborfamily.example|K. Boyd>\n"
                "• see <https://harborfamily.example/policy?a=1&amp;b=2|the policy>\n&gt; said \"I'm fine\"\n"
                "```keep   this\n  as is```", block_id="marks"),
        section("&lt;img src=x onerror=alert(1)&gt; <javascript:alert(1)|press me> <@U0SAM> <!here>"),
        {"type": "rich_text", "elements": [
            {"type": "rich_text_section", "elements": [
                {"type": "text", "text": "Rich ", "style": {"bold": True}},
                {"type": "link", "url": "https://harborfamily.example", "text": "link"},
                {"type": "text", "text": " to "}, {"type": "user", "user_id": "U0DANA"},
                {"type": "text", "text": " "}, {"type": "emoji", "name": "seedling"},
                {"type": "date", "timestamp": MOMENT, "format": " {date_long}", "fallback": "Nov 9"}]},
            {"type": "rich_text_list", "style": "ordered", "indent": 0, "elements": [
                {"type": "rich_text_section", "elements": [{"type": "text", "text": "first"}]},
                {"type": "rich_text_section", "elements": [{"type": "text", "text": "second"}]}]},
            {"type": "rich_text_quote", "elements": [{"type": "text", "text": "quoted words"}]},
            {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": "as  typed"}]}]},
        {"type": "markdown", "text": "## Tonight\n**Two** calls, *one* visit\n- [x] Boyd\n- [ ] Rivera\n\n"
                                     "| Who | Until |\n| --- | --- |\n| R. Feld | 8:00 AM |"},
        {"type": "table", "column_settings": [{"align": "left"}, {"align": "right"}], "rows": [
            [{"type": "raw_text", "text": "Child"}, {"type": "raw_text", "text": "Visits"}],
            [{"type": "raw_text", "text": "M. R."}, {"type": "raw_text", "text": "2"}],
            [{"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [
                {"type": "text", "text": "J. B.", "style": {"bold": True}}]}]},
             {"type": "raw_text", "text": "1"}]]},
        {"type": "divider"},
        {"type": "image", "image_url": "https://127.0.0.1:1/none.png", "alt_text": "A chart of visits",
         "title": plain("Visits")},
    ]  # fmt: skip


def every_element() -> list[Block]:
    """Elements that act at once, in a message."""
    return [
        section("Pick several", block_id="many", accessory={
            "type": "multi_static_select", "action_id": "many", "placeholder": plain("Types"),
            "options": TYPES}),
        {"type": "actions", "block_id": "row", "elements": [
            {"type": "static_select", "action_id": "type", "placeholder": plain("Type"), "options": TYPES},
            {"type": "external_select", "action_id": "child", "placeholder": plain("Find a child"),
             "min_query_length": 1},
            {"type": "users_select", "action_id": "person", "placeholder": plain("A colleague")},
            {"type": "datepicker", "action_id": "day", "placeholder": plain("Which day")},
            {"type": "timepicker", "action_id": "time", "placeholder": plain("What time")},
            button("link", "Open policy", url="https://harborfamily.example/policy")]},
        {"type": "actions", "block_id": "ticks", "elements": [
            {"type": "radio_buttons", "action_id": "method",
             "options": [option("in_person", "In person"), option("phone", "Phone")]},
            {"type": "checkboxes", "action_id": "seen",
             "options": [option("maya", "Maya seen"), option("jay", "Jay seen")]}]},
    ]  # fmt: skip


def entry(block: str, label: str, element: Block, **more: Any) -> Block:
    return {
        "type": "input",
        "block_id": block,
        "label": plain(label),
        "element": {"action_id": "it", **element},
        **more,
    }


def window(title: str = "Edit note") -> Block:
    """A window with every kind of field."""
    return {
        "type": "modal", "callback_id": "note", "title": plain(title), "submit": plain("Save"),
        "close": plain("Cancel"), "notify_on_close": True, "private_metadata": "note-1",
        "blocks": [
            entry("words", "What happened", {"type": "plain_text_input", "multiline": True,
                   "max_length": 3000},
                  hint=plain("Your own words. They are kept to the letter.")),
            entry("day", "Date", {"type": "datepicker", "initial_date": "2026-11-09"}),
            entry("time", "Time", {"type": "timepicker"}, optional=True),
            entry("types", "Types", {"type": "multi_static_select", "options": TYPES}),
            entry("place", "Place", {"type": "static_select", "option_groups": [
                {"label": plain("Usual"), "options": PLACES},
                {"label": plain("Other"), "options": [option("office", "Office")]}]}, optional=True),
            entry("method", "Method", {"type": "radio_buttons", "options": [
                option("in_person", "In person"), option("video", "Video", "Does not count as a visit")]}),
            entry("people", "Who took part", {"type": "checkboxes", "options": [
                option("mother", "Ms Thompson"), option("brother", "Jay")]}, optional=True),
            entry("minutes", "Minutes", {"type": "number_input", "is_decimal_allowed": False,
                   "min_value": "1",
                                         "max_value": "600"}, optional=True),
            entry("mail", "E-mail", {"type": "email_text_input"}, optional=True),
            entry("page", "Link", {"type": "url_text_input"}, optional=True),
            entry("rich", "Plan", {"type": "rich_text_input"}, optional=True),
            entry("meet", "Meeting", {"type": "datetimepicker"}, optional=True),
            entry("colleague", "Colleague", {"type": "users_select"}, optional=True),
            entry("child", "Child", {"type": "external_select", "min_query_length": 0}, optional=True),
            entry("file", "File", {"type": "file_input"}, optional=True),
            {"type": "actions", "block_id": "further", "elements": [button("push", "Add a person")]},
        ],
    }  # fmt: skip


def small_window() -> Block:
    return {"type": "modal", "callback_id": "person", "title": plain("Add a person"), "submit": plain("Add"),
            "blocks": [entry("name", "Name", {"type": "plain_text_input"})]}  # fmt: skip


def home(approved: int) -> list[Block]:
    return [
        {"type": "header", "text": plain("Your day")},
        section(f"*{approved}* notes approved today", accessory=button("refresh", "Refresh")),
        {"type": "divider"},
        section("*Maya R.* · note due <!date^1794526200^{date_short_pretty} {time}|Nov 12>",
                accessory=button("edit", "Write it", style="primary")),
        {"type": "actions", "elements": [button("edit", "Log a contact"),
                                         button("on_call", "Who is on call?")]},
    ]  # fmt: skip
