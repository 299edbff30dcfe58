"""The faults that tests can switch on."""

from __future__ import annotations

import time
from collections import Counter

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from playground import faults
from playground.faults import Faults
from tests.playground.over_http import call

DANA = "U0DANA"


@pytest.fixture
def slack(server):
    return WebClient(server.workspace.bot_token, base_url=server.api_url, retry_handlers=[], timeout=60)


def post(slack, text="x"):
    return slack.chat_postMessage(channel=DANA, text=text)


def texts(workspace):
    return [message.text for message in workspace.conversations.visible_to(DANA)]


def test_too_many_requests_say_when_to_come_back(slack, workspace):
    workspace.faults.add(faults.RATE_LIMITED, "chat.postMessage", retry_after=7)
    with pytest.raises(SlackApiError) as error:
        post(slack)
    assert (error.value.response.status_code, error.value.response.headers["Retry-After"]) == (429, "7")
    assert texts(workspace) == []
    assert post(slack)["ok"]
    assert [one.status for one in workspace.calls_of("chat.postMessage")] == [429, 200]


def test_a_server_error_may_have_accepted_the_post_or_not(slack, workspace):
    workspace.faults.add(faults.ERROR_AFTER, "chat.postMessage")
    with pytest.raises(SlackApiError):
        post(slack, "accepted")
    workspace.faults.add(faults.ERROR_BEFORE, "chat.postMessage")
    with pytest.raises(SlackApiError):
        post(slack, "lost")
    assert texts(workspace) == ["accepted"]


def test_a_connection_may_break_after_the_post_was_accepted(slack, workspace):
    workspace.faults.add(faults.RESET_AFTER, "chat.postMessage")
    with pytest.raises(OSError):
        post(slack, "accepted")
    workspace.faults.add(faults.RESET_BEFORE, "chat.postMessage")
    with pytest.raises(OSError):
        post(slack, "lost")
    assert texts(workspace) == ["accepted"]


def test_an_answer_may_come_too_late(slack, workspace):
    slack.timeout = 1
    workspace.faults.add(faults.TIMEOUT_AFTER, "chat.postMessage", seconds=1.2)
    with pytest.raises(OSError):
        post(slack, "accepted")
    assert texts(workspace) == ["accepted"]


def test_slowness_is_only_slow(slack, workspace):
    workspace.faults.add(faults.SLOW, seconds=0.3)
    begin = time.monotonic()
    assert post(slack)["ok"]
    assert time.monotonic() - begin >= 0.3


def test_a_token_can_be_revoked(slack, workspace):
    workspace.faults.add(faults.REFUSE, code="token_revoked", times=None)
    with pytest.raises(SlackApiError) as error:
        slack.auth_test()
    assert error.value.response["error"] == "token_revoked"
    workspace.faults.clear()
    assert slack.auth_test()["ok"]


def test_a_rate_is_allowed_per_minute(server, slack, workspace):
    workspace.faults.allow_per_minute("chat.postMessage", 3)
    for _ in range(3):
        post(slack)
    with pytest.raises(SlackApiError) as error:
        post(slack)
    assert 55 <= int(error.value.response.headers["Retry-After"]) <= 61
    assert call(server, "auth.test")["ok"]


def struck(seed, calls=2000):
    storm = Faults()
    storm.storm(0.19, "chat.postMessage", seed=seed)
    strikes = [storm.strike("chat.postMessage") for _ in range(calls)]
    assert storm.strike("auth.test") is None
    return [None if strike is None else strike.kind for strike in strikes]


def test_a_storm_has_its_share_of_each_fault_and_its_seed():
    kinds = Counter(struck(7))
    assert 0.16 <= 1 - kinds[None] / 2000 <= 0.22
    assert all(50 <= kinds[kind] <= 105 for kind in faults.KINDS[:5])
    assert struck(7) == struck(7)
    assert struck(7) != struck(8)


def test_an_unknown_fault_is_refused():
    with pytest.raises(ValueError, match="no such fault"):
        Faults().add("gremlins")
