"""The doctor's look at Slack: do the tokens work, and do they carry the scopes that are needed."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.commands.findings import Finding, none_of
from bot.errors import SettingsError
from bot.settings import Settings

SCOPES = frozenset(
    {
        "commands",
        "chat:write",
        "im:write",
        "im:history",
        "users:read",
        "users:read.email",
        "dnd:read",
        "files:read",
        "files:write",
    }
)
"""What the app asks Slack for (RELIABILITY, Confidentiality): nothing about channels."""


def look_at_slack(settings: Settings) -> Iterator[Finding]:
    """The findings about the connection to Slack; one alone where none is set up."""
    if not settings.has_slack:
        yield Finding("Slack", well=True, says="no tokens set (the local workspace needs none)")
        return
    try:
        settings.check_slack()
    except SettingsError as missing:
        yield Finding("Slack", well=False, says=str(missing))
        return
    client = _client(settings)
    yield from _bot_token(client)
    if settings.slack_app_token:
        yield _app_token(client, settings.slack_app_token)


def _client(settings: Settings) -> WebClient:
    silent = logging.Logger("doctor")  # noqa: LOG001 - what goes wrong is a finding, not a log line
    silent.disabled = True
    return WebClient(
        settings.slack_bot_token,
        base_url=settings.slack_api_url,
        timeout=10,
        retry_handlers=[],
        logger=silent,
    )


def _bot_token(client: WebClient) -> Iterator[Finding]:
    try:
        answer = client.auth_test()
    except (SlackApiError, SlackClientError, OSError) as error:
        yield Finding("SLACK_BOT_TOKEN", well=False, says=_why(error))
        return
    yield Finding("SLACK_BOT_TOKEN", well=True, says=f"works in {answer.get('team', 'the workspace')}")
    granted = _scopes(answer.headers)
    if granted is not None:
        yield none_of("scopes", "missing, reinstall the app", sorted(SCOPES - granted), "all granted")


def _scopes(headers: Mapping[str, object]) -> frozenset[str] | None:
    """The scopes that Slack names in its answer; None where it names none."""
    named = next((value for name, value in headers.items() if name.lower() == "x-oauth-scopes"), None)
    if named is None:
        return None
    text = ",".join(named) if isinstance(named, list) else str(named)
    return frozenset(scope.strip() for scope in text.split(","))


def _app_token(client: WebClient, token: str) -> Finding:
    try:
        client.apps_connections_open(app_token=token)
    except (SlackApiError, SlackClientError, OSError) as error:
        return Finding("SLACK_APP_TOKEN", well=False, says=_why(error))
    return Finding("SLACK_APP_TOKEN", well=True, says="Socket Mode opens")


def _why(error: Exception) -> str:
    if isinstance(error, SlackApiError):
        return f"Slack says {error.response.get('error', 'no')}"
    return f"Slack cannot be reached ({type(error).__name__})"
