"""Voice clips and their transcripts, and what the bot uploads."""

from __future__ import annotations

import time

import pytest
from slack_sdk import WebClient

from playground import acts
from tests.playground.over_http import request

DANA = "U0DANA"


@pytest.fixture
def slack(server):
    return WebClient(server.workspace.bot_token, base_url=server.api_url)


def wait_until_complete(slack, file_id):
    for _ in range(3000):
        file = slack.files_info(file=file_id)["file"]
        if file["transcription"]["status"] != "processing":
            return file
        time.sleep(0.02)
    raise AssertionError("still processing")


def test_a_clip_is_told_as_slack_tells_it(workspace, dana):
    dana.voice("saw Maya", ready_after=60)
    event = workspace.deliveries.sent[0].payload["event"]
    assert (event["subtype"], event["text"]) == ("file_share", "")
    assert event["files"][0]["subtype"] == "slack_audio"
    assert event["files"][0]["transcription"] == {"status": "processing"}


def test_a_transcript_is_there_a_moment_later(slack, dana):
    message = dana.voice("saw Maya at school", ready_after=0.1)
    file = wait_until_complete(slack, message.files[0])
    assert file["transcription"]["preview"] == {"content": "saw Maya at school", "has_more": False}


def test_a_long_transcript_is_fetched_whole_with_the_bots_token(slack, dana, server):
    words = "a long story " * 60
    message = dana.voice(words, seconds=90, ready_after=0)
    file = wait_until_complete(slack, message.files[0])
    assert file["transcription"]["preview"]["has_more"]
    token = {"Authorization": f"Bearer {server.workspace.bot_token}"}
    status, headers, text = request(file["vtt"], headers=token)
    assert (status, headers["Content-Type"].split(";")[0]) == (200, "text/vtt")
    assert text.startswith("WEBVTT")
    assert words.strip() in text
    assert "WEBVTT" not in request(file["vtt"])[2]


def test_a_transcription_can_fail(slack, dana):
    message = dana.voice("mumbling", ready_after=0, fail=True)
    assert wait_until_complete(slack, message.files[0])["transcription"] == {"status": "failed"}


def test_the_bot_is_told_when_a_transcript_is_ready(workspace):
    message = acts.voice(workspace, DANA, "saw Maya")
    acts.transcribed(workspace, DANA, message)
    assert workspace.deliveries.sent[-1].payload["event"]["type"] == "file_change"


def test_a_file_is_uploaded_in_three_steps_by_the_real_sdk(slack, server, dana):
    slack.files_upload_v2(channel="D0DANA", content="a,b\n1,2\n", filename="report.csv", title="Report")
    assert dana.sees("file: report.csv")
    message = server.workspace.conversations.visible_to(DANA)[-1]
    file = slack.files_info(file=message.files[0])["file"]
    token = {"Authorization": f"Bearer {server.workspace.bot_token}"}
    assert request(file["url_private"], headers=token)[2] == "a,b\n1,2\n"
