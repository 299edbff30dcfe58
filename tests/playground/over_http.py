"""Plain HTTP for the tests: past any proxy, JSON in and out."""

from __future__ import annotations

import json
import urllib.error
import urllib.request

OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def request(url, body=None, headers=None, *, method=None):
    """(status, headers, text) of a request; a dict is sent as JSON, bytes as they are."""
    data, headers = body, dict(headers or {})
    if isinstance(body, dict):
        data = json.dumps(body).encode()
        headers.setdefault("Content-Type", "application/json")
    asked = urllib.request.Request(url, data, headers, method=method)
    try:
        with OPENER.open(asked, timeout=60) as response:
            return response.status, response.headers, response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read().decode()


def call(server, method, body=None, *, token=None, headers=None):
    """A method's answer, for JSON arguments."""
    token = server.workspace.bot_token if token is None else token
    _, _, text = request(
        server.api_url + method, body or {}, {"Authorization": f"Bearer {token}"} | (headers or {})
    )
    return json.loads(text)


def page(server, path, body=None, headers=None):
    """(status, answer) of one of the page's addresses."""
    status, _, text = request(f"{server.url}/ui/{path}", body, headers)
    return status, json.loads(text)
