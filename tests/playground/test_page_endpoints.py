"""What the page asks the workspace for, as a browser would."""

from __future__ import annotations

import time
from http.client import HTTPConnection

from tests.playground.over_http import page, request

DANA, SAM = "U0DANA", "U0SAM"


def state(server, user=DANA):
    return page(server, f"state?user={user}")[1]


def wait_for(look, seconds=60.0):
    deadline = time.monotonic() + seconds
    while not look():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)
    return look()


def test_people_say_who_one_can_be(server, workspace):
    workspace.install({"features": {"slash_commands": [{"command": "/log", "description": "Log a contact"}]}})
    status, shown = page(server, "people")
    assert status == 200
    assert shown["people"][0] | {"hint": "", "tz": ""} == {
        "id": DANA,
        "name": "Dana Ellis",
        "title": "Caseworker, Unit A",
        "group": "Caseworkers",
        "hint": "",
        "tz": "",
    }
    assert shown["clock"].startswith("2026-11-09T17:30:")
    assert shown["commands"][0]["command"] == "/log"


def test_a_message_and_its_card_show_in_the_state(server, bot):
    assert page(server, "say", {"user": DANA, "text": "a visit"})[1]["ok"]
    messages = wait_for(lambda: (shown := state(server)["dm"]["messages"])[1:] and shown)
    assert [message["user"] for message in messages] == [DANA, "BOT"]
    assert messages[1]["push"] == "I heard you."
    assert messages[1]["blocks"][1]["elements"][0]["text"]["text"] == "Approve"
    assert state(server, SAM)["dm"]["messages"] == []
    assert state(server)["clock_words"] == "Mon Nov 9, 5:30 PM"


def test_a_click_on_the_page_reaches_the_bot(server, bot):
    page(server, "say", {"user": DANA, "text": "a visit"})
    card = wait_for(lambda: state(server)["dm"]["messages"][1:])[0]
    click = {"user": DANA, "where": {"kind": "message", "ts": card["ts"]}, "block_id": "decide"}
    assert page(server, "act", click | {"action_id": "approve", "value": None, "state": {}}) == (
        200,
        {"ok": True},
    )
    wait_for(lambda: "Approved" in state(server)["dm"]["messages"][1]["blocks"][0]["text"]["text"])


def test_a_window_is_filled_on_the_page(server, bot):
    assert page(server, "command", {"user": DANA, "command": "/log", "text": ""})[1]["ok"]
    window = wait_for(lambda: state(server)["modals"])[0]
    send = {"user": DANA, "view_id": window["id"]}
    assert page(server, "submit", send | {"state": {}})[1]["errors"]["reason"].startswith("Please complete")
    typed = {"reason": {"text": {"type": "plain_text_input", "value": "too short"}}}
    assert page(server, "submit", send | {"state": typed})[1]["errors"] == {"reason": "Say more."}
    typed["reason"]["text"]["value"] = "long enough"
    assert page(server, "submit", send | {"state": typed})[1] == {"ok": True}
    assert state(server)["modals"] == []


def test_somebody_elses_window_cannot_be_sent(server, bot):
    page(server, "command", {"user": DANA, "command": "/log", "text": ""})
    window = wait_for(lambda: state(server)["modals"])[0]
    status, answer = page(server, "submit", {"user": SAM, "view_id": window["id"], "state": {}})
    assert (status, answer["ok"]) == (400, False)


def test_the_clock_moves_forward_and_never_back(server):
    assert page(server, "clock", {"forward": "1d"})[1]["clock"].startswith("2026-11-10T17:30:")
    assert page(server, "clock", {"forward": "to_8"})[1]["clock"].startswith("2026-11-11T08:00:")
    assert page(server, "clock", {"forward": "2026-11-12T09:15"})[1]["clock"].startswith("2026-11-12T09:15:")
    status, answer = page(server, "clock", {"forward": "2026-11-01T09:15"})
    assert (status, answer["ok"]) == (400, False)
    assert page(server, "clock", {"forward": "sideways"})[0] == 400


def test_a_stream_tells_of_changes_to_this_person_alone(server, workspace):
    connection = HTTPConnection("127.0.0.1", server.port, timeout=60)
    connection.request("GET", f"/ui/stream?user={DANA}")
    lines = connection.getresponse()
    assert lines.headers["Content-Type"].startswith("text/event-stream")
    assert lines.readline() == b"event: changed\n"
    lines.readline(), lines.readline()
    workspace.touch([SAM])
    time.sleep(0.1)
    workspace.touch([DANA])
    assert lines.readline() == b"event: changed\n"
    assert lines.readline() == f'data: {{"version": {workspace.version}}}\n'.encode()
    connection.close()


def test_a_voice_clip_is_transcribed_a_moment_later(server):
    assert page(server, "voice", {"user": DANA, "transcript": "saw Maya", "seconds": 5})[1]["ok"]
    clip = state(server)["dm"]["messages"][0]["files"][0]
    assert (clip["subtype"], clip["transcription"]["status"]) == ("slack_audio", "processing")
    wait_for(lambda: state(server)["dm"]["messages"][0]["files"][0]["transcription"]["status"] == "complete")


def test_own_messages_can_be_changed_and_deleted(server):
    ts = page(server, "say", {"user": DANA, "text": "a visti"})[1]["ts"]
    page(server, "edit", {"user": DANA, "ts": ts, "text": "a visit"})
    assert (state(server)["dm"]["messages"][0]["text"], state(server)["dm"]["messages"][0]["edited"]) == (
        "a visit",
        True,
    )
    page(server, "delete", {"user": DANA, "ts": ts})
    assert state(server)["dm"]["messages"] == []


def test_refusals_are_one_sentence(server):
    for path, body in [
        ("say", {"user": "U0NOBODY", "text": "x"}),
        ("say", {"user": DANA, "text": "  "}),
        ("edit", {"user": DANA, "ts": "1.0", "text": "x"}),
    ]:
        status, answer = page(server, path, body)
        assert (status, answer["ok"]) == (400, False)
        assert answer["error"].endswith(".")
    assert request(f"{server.url}/ui/say", b"no json")[0] == 400


def test_no_other_web_site_may_ask(server):
    elsewhere = {"Origin": "https://evil.example"}
    assert page(server, "say", {"user": DANA, "text": "x"}, elsewhere)[0] == 403
    assert page(server, "people", headers={"Host": "evil.example"})[0] == 403
    assert page(server, "people", headers={"Origin": server.url})[0] == 200


def test_the_pages_files_are_served_and_nothing_else(server):
    status, headers, text = request(server.url + "/")
    assert status == 200
    assert "text/html" in headers["Content-Type"]
    assert "<script" in text
    assert request(server.url + "/app.js")[0] == 200
    assert request(server.url + "/../server.py")[0] in (403, 404)
    assert request(server.url + "/%2e%2e/server.py")[0] in (403, 404)


def test_a_refused_payload_shows_in_the_strip(server, workspace):
    problem = {"pointer": "/view/title", "message": "too long"}
    workspace.record_refusal("views.open", "invalid_arguments", [problem])
    assert state(server)["errors"][0]["pointer"] == "/view/title"
