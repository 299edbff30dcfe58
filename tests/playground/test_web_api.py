"""The Web API as the real SDK uses it: tokens, messages, windows, people, history."""

from __future__ import annotations

import json
import time
from urllib.parse import urlencode

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from playground import acts
from playground.triggers import TRIGGER_SECONDS
from tests.playground.over_http import call, request
from tests.playground.sample_payloads import actions, button, field, home, modal, section, text_input

DANA, SAM = "U0DANA", "U0SAM"


@pytest.fixture
def slack(server):
    return WebClient(server.workspace.bot_token, base_url=server.api_url, retry_handlers=[])


def refused(method, **args):
    with pytest.raises(SlackApiError) as error:
        method(**args)
    return error.value.response["error"]


def test_a_token_is_checked(server, slack):
    assert slack.auth_test()["user_id"] == server.workspace.bot_user
    assert "chat:write" in slack.auth_test().headers["X-OAuth-Scopes"]
    assert refused(WebClient("xoxb-wrong", base_url=server.api_url).auth_test) == "invalid_auth"
    assert call(server, "users.info", {"user": DANA}, token=server.workspace.app_token)["error"] == (
        "not_allowed_token_type"
    )
    assert json.loads(request(server.api_url + "auth.test", {})[2])["error"] == "not_authed"
    assert call(server, "pins.add")["error"] == "unknown_method"


def test_arguments_come_as_json_form_or_query(server, workspace):
    token = {"token": workspace.bot_token}
    form = urlencode(token | {"channel": DANA, "text": "x", "blocks": json.dumps([section()])}).encode()
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    posted = json.loads(request(server.api_url + "chat.postMessage", form, kind)[2])
    assert posted["message"]["blocks"][0]["type"] == "section"
    query = urlencode(token | {"channel": "D0DANA", "limit": 1})
    listed = json.loads(request(f"{server.api_url}conversations.history?{query}", method="GET")[2])
    assert [message["ts"] for message in listed["messages"]] == [posted["ts"]]
    form = urlencode(token | {"channel": DANA, "text": "x", "blocks": "[{"}).encode()
    broken = json.loads(request(server.api_url + "chat.postMessage", form, kind)[2])
    assert broken["error"] == "invalid_blocks_format"


def test_nonsense_is_refused_not_tripped_over(server, workspace):
    token = {"Authorization": f"Bearer {workspace.bot_token}", "Content-Type": "application/json"}
    assert json.loads(request(server.api_url + "chat.postMessage", b"{", token)[2])["error"] == "invalid_json"
    for args in ({"limit": "many"}, {"oldest": "yesterday"}):
        answer = call(server, "conversations.history", {"channel": "D0DANA"} | args)
        assert answer["ok"] is False
    for blocks in ("words", [7], {"type": "section"}, [{"type": "actions", "elements": 7}]):
        answer = call(server, "chat.postMessage", {"channel": DANA, "text": "x", "blocks": blocks})
        assert answer["error"] in ("invalid_blocks", "invalid_blocks_format")
    assert call(server, "views.publish", {"user_id": DANA, "view": [1]})["error"] == "invalid_arguments"
    assert request(f"{server.url}/response/x", b"{")[0] == 400


def test_an_update_without_blocks_keeps_the_old_ones(slack):
    posted = slack.chat_postMessage(channel=DANA, text="one", blocks=[section(block_id="a")])
    place = {"channel": posted["channel"], "ts": posted["ts"]}
    slack.chat_update(**place, text="two")
    shown = slack.conversations_history(channel=posted["channel"])["messages"][0]
    assert (shown["text"], shown["blocks"][0]["block_id"]) == ("two", "a")
    slack.chat_update(**place, text="three", blocks=[section(block_id="b")])
    shown = slack.conversations_history(channel=posted["channel"])["messages"][0]
    assert (shown["text"], shown["blocks"][0]["block_id"], "edited" in shown) == ("three", "b", True)


def test_only_the_bots_own_messages_can_be_changed(slack, workspace):
    said = acts.say(workspace, DANA, "mine")
    place = {"channel": said.channel, "ts": said.ts}
    assert refused(slack.chat_update, **place, text="x") == "cant_update_message"
    assert refused(slack.chat_delete, **place) == "cant_delete_message"
    assert refused(slack.chat_update, channel=said.channel, ts="1.000000", text="x") == "message_not_found"
    assert refused(slack.chat_postMessage, channel="D0NOBODY", text="x") == "channel_not_found"
    assert refused(slack.chat_postMessage, channel="C0GENERAL", text="x") == "not_in_channel"
    assert refused(slack.chat_postMessage, channel="U0OUTSIDE3", text="x") == "is_archived"
    assert refused(slack.chat_postMessage, channel=DANA) == "no_text"


def test_a_deleted_message_is_gone(slack, workspace, dana):
    posted = slack.chat_postMessage(channel=DANA, text="soon gone")
    assert dana.sees("soon gone")
    slack.chat_delete(channel=posted["channel"], ts=posted["ts"])
    assert not dana.sees("soon gone")
    assert slack.conversations_history(channel=posted["channel"])["messages"] == []


def test_ephemeral_messages_are_for_one_and_not_in_history(slack, dana, sam):
    slack.chat_postEphemeral(channel="D0DANA", user=DANA, text="between us")
    assert dana.sees("(only you) Fieldnote: between us")
    assert not sam.sees("between us")
    assert slack.conversations_history(channel="D0DANA")["messages"] == []


def paged(slack, **args):
    page = slack.conversations_history(**args)
    yield page.data
    while page["has_more"]:
        page = slack.conversations_history(**args, cursor=page["response_metadata"]["next_cursor"])
        yield page.data


def test_history_in_pages_with_bounds_and_metadata(slack):
    outbox = {"event_type": "outbox", "event_payload": {"id": "7"}}
    stamps = [slack.chat_postMessage(channel=DANA, text=str(n), metadata=outbox)["ts"] for n in range(5)]
    pages = [(page["messages"], page["has_more"]) for page in paged(slack, channel="D0DANA", limit=2)]
    texts = [[message["text"] for message in messages] for messages, _ in pages]
    assert texts == [["4", "3"], ["2", "1"], ["0"]]
    assert [more for _, more in pages] == [True, True, False]
    between = slack.conversations_history(channel="D0DANA", oldest=stamps[1], latest=stamps[3])["messages"]
    assert [message["text"] for message in between] == ["2"]
    wide = slack.conversations_history(
        channel="D0DANA", oldest=stamps[1], latest=stamps[3], inclusive=True, include_all_metadata=True
    )["messages"]
    assert [message["text"] for message in wide] == ["3", "2", "1"]
    assert wide[0]["metadata"]["event_payload"] == {"id": "7"}
    assert "metadata" not in between[0]
    assert refused(slack.conversations_history, channel="D0DANA", cursor="?") == "invalid_cursor"


def test_replies_are_in_their_thread_only(slack):
    root = slack.chat_postMessage(channel=DANA, text="root")["ts"]
    slack.chat_postMessage(channel=DANA, text="reply", thread_ts=root)
    listed = slack.conversations_history(channel="D0DANA")["messages"]
    assert [(message["text"], message["reply_count"]) for message in listed] == [("root", 1)]
    thread = slack.conversations_replies(channel="D0DANA", ts=root)["messages"]
    assert [message["text"] for message in thread] == ["root", "reply"]
    assert refused(slack.conversations_replies, channel="D0DANA", ts="1.000000") == "thread_not_found"


def test_people_are_found_by_id_and_email(slack):
    assert slack.users_info(user=DANA)["user"]["profile"]["email"] == "dana@harborfamily.example"
    assert slack.users_lookupByEmail(email="DANA@harborfamily.example")["user"]["id"] == DANA
    assert refused(slack.users_lookupByEmail, email="rsayer@harborfamily.example") == "users_not_found"
    flags = {one["id"]: one for one in slack.users_list()["members"]}
    assert flags["U0OUTSIDE2"]["is_restricted"]
    assert flags["U0OUTSIDE3"]["deleted"]
    assert flags["U0OUTSIDE4"]["is_stranger"]
    assert refused(slack.users_info, user="U0NOBODY") == "user_not_found"
    assert slack.conversations_open(users=DANA)["channel"]["id"] == "D0DANA"
    assert refused(slack.conversations_open, users=f"{DANA},{SAM}") == "missing_scope"


def test_do_not_disturb_is_told(slack, workspace):
    assert slack.dnd_info(user=DANA)["next_dnd_end_ts"] == 1
    workspace.dnd.add(DANA)
    now = workspace.now().timestamp()
    told = slack.dnd_info(user=DANA)
    assert told["next_dnd_start_ts"] < now < told["next_dnd_end_ts"]


def test_a_trigger_serves_once_and_for_three_seconds(slack, workspace):
    trigger = workspace.triggers.issue(DANA)
    assert slack.views_open(trigger_id=trigger, view=modal(section()))["view"]["id"]
    assert refused(slack.views_open, trigger_id=trigger, view=modal(section())) == "exchanged_trigger_id"
    assert refused(slack.views_open, trigger_id="1.2.3", view=modal(section())) == "invalid_trigger_id"
    assert TRIGGER_SECONDS == 3.0
    workspace.triggers.seconds = 0.1
    late = workspace.triggers.issue(DANA)
    time.sleep(0.15)
    assert refused(slack.views_open, trigger_id=late, view=modal(section())) == "expired_trigger_id"


def test_windows_are_stacked_three_deep(slack, workspace, dana):
    first = slack.views_open(trigger_id=workspace.triggers.issue(DANA), view=modal(section()))["view"]
    for title in ("Second", "Third"):
        trigger = workspace.triggers.issue(DANA, workspace.windows.top(DANA).view_id)
        view = modal(section(), title={"type": "plain_text", "text": title})
        pushed = slack.views_push(trigger_id=trigger, view=view)["view"]
    assert pushed["root_view_id"] == first["id"]
    trigger = workspace.triggers.issue(DANA, pushed["id"])
    assert refused(slack.views_push, trigger_id=trigger, view=modal(section())) == "push_limit_reached"
    dana.closes_window()
    assert dana.window.startswith("Second")


def test_updates_keep_what_was_typed_and_heed_the_hash(slack, workspace, dana):
    view = modal(field(text_input(action_id="t"), block_id="b"), external_id="one")
    opened = slack.views_open(trigger_id=workspace.triggers.issue(DANA), view=view)["view"]
    dana.fills("Label", "typed")
    changed = modal(section(), field(text_input(action_id="t", initial_value="new"), block_id="b"))
    updated = slack.views_update(view_id=opened["id"], hash=opened["hash"], view=changed)["view"]
    assert updated["state"]["values"]["b"]["t"]["value"] == "typed"
    assert (
        refused(slack.views_update, view_id=opened["id"], hash=opened["hash"], view=changed)
        == "hash_conflict"
    )
    assert refused(slack.views_update, view_id="V1", view=changed) == "not_found"
    trigger = workspace.triggers.issue(SAM)
    assert refused(slack.views_open, trigger_id=trigger, view=view) == "duplicate_external_id"
    assert slack.views_update(external_id="one", view=changed)["ok"]


def test_a_home_is_drawn_and_redrawn(slack, dana):
    slack.views_publish(user_id=DANA, view=home(section(5)))
    assert dana.home == "xxxxx"
    slack.views_publish(user_id=DANA, view=home(actions(button())))
    assert dana.home == "[Press]"


def test_a_response_url_serves_five_times(slack, workspace, server, dana):
    slack.chat_postMessage(channel=DANA, text="card", blocks=[actions(button(), block_id="b")])
    dana.clicks("Press")
    url = workspace.deliveries.sent[-1].payload["response_url"]
    assert url.startswith(server.url)
    request(url, {"text": "for all", "response_type": "in_channel"})
    request(url, {"text": "changed", "replace_original": True, "blocks": [section(3)]})
    assert dana.sees("for all")
    assert dana.sees("xxx")
    assert not dana.sees("[Press]")
    assert request(url, {"text": "x", "blocks": [{"type": "section"}]})[0] == 400
    assert request(url, {"delete_original": True})[0] == 200
    assert not dana.sees("xxx")
    assert request(url, {"text": "fifth"})[0] == 200
    assert request(url, {"text": "sixth"})[0] == 404
    assert dana.sees("(only you) Fieldnote: fifth")


def test_every_call_and_every_push_text_is_kept(slack, workspace):
    slack.chat_postMessage(channel=DANA, text="A note is ready.")
    calls = workspace.calls_of("chat.postMessage")
    assert [(one.args["text"], one.ok, one.status) for one in calls] == [("A note is ready.", True, 200)]
    assert [(push.user, push.text) for push in workspace.pushes] == [(DANA, "A note is ready.")]


def test_a_permalink(slack):
    posted = slack.chat_postMessage(channel=DANA, text="x")
    link = slack.chat_getPermalink(channel="D0DANA", message_ts=posted["ts"])["permalink"]
    assert link.endswith(f"/archives/D0DANA/p{posted['ts'].replace('.', '')}")
    assert slack.bots_info(bot="B0FIELDNOTE")["bot"]["name"] == "Fieldnote"
    assert slack.team_info()["team"]["id"] == "T0HARBOR"
