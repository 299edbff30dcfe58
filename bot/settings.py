"""The settings: from the environment or `.env`, the environment first; a wrong one is named in one line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from dotenv import dotenv_values
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from bot.errors import SettingsError
from bot.keys import read_keys
from storage.database import Database
from storage.sealing import Keyring

T = TypeVar("T")

SLACK_API: Final = "https://slack.com/api/"
_APPS: Final = "https://api.slack.com/apps → your app"
_LEVELS: Final = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
_KEYS_FROM: Final = (
    "use the one your database was begun with; for a new one `fieldnote keys ensure` writes it into .env"
)
_WHERE: Final[Mapping[str, str]] = {
    "SLACK_BOT_TOKEN": f"{_APPS} → OAuth & Permissions (begins with xoxb-)",
    "SLACK_APP_TOKEN": f"{_APPS} → Basic Information → App-Level Tokens, scope connections:write "
    "(begins with xapp-)",
    "SLACK_SIGNING_SECRET": f"{_APPS} → Basic Information → App Credentials",
    "RECORD_KEYS": _KEYS_FROM,
    "AUDIT_KEY": _KEYS_FROM,
}


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What an agency sets. Text settings are "" and keys empty where nothing is set."""

    slack_bot_token: str = field(default="", repr=False)
    slack_app_token: str = field(default="", repr=False)
    slack_signing_secret: str = field(default="", repr=False)
    slack_api_url: str = SLACK_API
    """Ends with a slash."""
    database_url: str = "sqlite:///fieldnote.sqlite3"
    policy: str = "little_flower_ny"
    """A profile's name or file, for `bot.rules.policy.load_policy`."""
    agency_timezone: str | None = None
    """None: the policy profile's own zone."""
    host: str = "127.0.0.1"
    port: int = 3000
    heartbeat_seconds: float = 15.0
    record_keys: tuple[bytes, ...] = field(default=(), repr=False)
    audit_keys: tuple[bytes, ...] = field(default=(), repr=False)
    """The first one signs; the others, retired ones, are for verifying."""
    audit_anchor: str = ""
    heartbeat_url: str = ""
    pager_url: str = ""
    log_level: str = "INFO"

    @classmethod
    def from_env(cls, environ: Mapping[str, str], dotenv_path: Path | None = None) -> Settings:
        """The settings in force. SettingsError for a wrong one; a missing one is told when it is needed."""
        written = dotenv_values(dotenv_path, interpolate=False) if dotenv_path else {}
        read = _Reader({**{k: v or "" for k, v in written.items()}, **environ})
        return cls(
            slack_bot_token=read.text("SLACK_BOT_TOKEN", starts="xoxb-"),
            slack_app_token=read.text("SLACK_APP_TOKEN", starts="xapp-"),
            slack_signing_secret=read.text("SLACK_SIGNING_SECRET"),
            slack_api_url=read.url("SLACK_API_URL", default=SLACK_API).rstrip("/") + "/",
            database_url=read.parsed("DATABASE_URL", _database_url, cls.database_url),
            policy=read.text("POLICY") or cls.policy,
            agency_timezone=read.parsed("AGENCY_TIMEZONE", _zone, None),
            host=read.text("HOST") or cls.host,
            port=read.parsed("PORT", _port, cls.port),
            heartbeat_seconds=read.parsed("HEARTBEAT_SECONDS", _seconds, cls.heartbeat_seconds),
            record_keys=read.parsed("RECORD_KEYS", read_keys, ()),
            audit_keys=read.parsed("AUDIT_KEY", read_keys, ()),
            audit_anchor=read.text("AUDIT_ANCHOR"),
            heartbeat_url=read.url("HEARTBEAT_URL"),
            pager_url=read.url("PAGER_URL"),
            log_level=read.parsed("LOG_LEVEL", _level, cls.log_level),
        )

    @property
    def has_slack(self) -> bool:
        """Whether somebody began to connect this to Slack."""
        return bool(self.slack_bot_token or self.slack_app_token)

    def check_keys(self) -> None:
        """SettingsError unless there are keys to seal and to sign with."""
        _require(RECORD_KEYS=self.record_keys, AUDIT_KEY=self.audit_keys)

    def check_slack(self) -> None:
        """SettingsError unless the program can connect: Socket Mode with both tokens, else signed HTTP."""
        _require(SLACK_BOT_TOKEN=self.slack_bot_token)
        if not self.slack_app_token:
            _require(SLACK_SIGNING_SECRET=self.slack_signing_secret)

    @property
    def has_database(self) -> bool:
        """Whether the database's file is there; a server's is taken to be."""
        url = make_url(self.database_url)
        return url.get_backend_name() != "sqlite" or Path(url.database or "").is_file()

    def open_database(self, *, create: bool = True) -> Database:
        """The database, under the keys. SettingsError where those are missing, or its folder is.

        With `create=False` also where SQLite's file is: nothing is made that was not there.
        """
        self.check_keys()
        url = make_url(self.database_url)
        if not create and not self.has_database:
            raise SettingsError(f"DATABASE_URL: there is no {url.database} yet; `fieldnote import` makes it")
        if url.get_backend_name() == "sqlite" and not Path(url.database or "").absolute().parent.is_dir():
            raise SettingsError(f"DATABASE_URL names a folder that does not exist: {url.database}")
        return Database(self.database_url, keyring=Keyring(self.record_keys), audit_key=self.audit_keys[0])


@dataclass(frozen=True)
class _Reader:
    values: Mapping[str, str]

    def text(self, name: str, *, starts: str = "") -> str:
        value = self.values.get(name, "").strip()
        if value and not value.startswith(starts):
            raise SettingsError(f"{name} does not begin with {starts}: {_WHERE[name]}")
        return value

    def url(self, name: str, *, default: str = "") -> str:
        value = self.text(name) or default
        if value and (urlsplit(value).scheme not in {"http", "https"} or not urlsplit(value).netloc):
            raise SettingsError(f"{name} is no web address: write it as https://host/path")
        return value

    def parsed(self, name: str, parse: Callable[[str], T], default: T) -> T:
        value = self.text(name)
        if not value:
            return default
        try:
            return parse(value)
        except ValueError as error:
            # Keys and the database's password stay out of the message: the parsers name what is wrong only.
            raise SettingsError(f"{name} {error}") from None


def _require(**values: object) -> None:
    for name, value in values.items():
        if not value:
            raise SettingsError(f"{name} is missing: {_WHERE[name]} (set it in the environment or in .env)")


def _database_url(value: str) -> str:
    hint = "must be sqlite:///file or postgresql+psycopg://user:password@host/name"
    try:
        url = make_url(value)
    except (ArgumentError, ValueError):
        raise ValueError(hint) from None
    if url.drivername not in {"sqlite", "postgresql+psycopg"}:
        raise ValueError(hint)
    if url.drivername == "sqlite" and url.database in {None, "", ":memory:"}:
        raise ValueError("must name a file: sqlite:///fieldnote.sqlite3 (nothing would be kept in memory)")
    return value


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ValueError, OSError, KeyError):
        raise ValueError("is no known timezone: write it as America/New_York") from None
    return value


def _port(value: str) -> int:
    if not (value.isascii() and value.isdigit() and int(value) < 65536):
        raise ValueError("is no port: a whole number below 65536")
    return int(value)


def _seconds(value: str) -> float:
    try:
        seconds = float(value)
    except ValueError:
        seconds = 0
    if not 0 < seconds <= 3600:
        raise ValueError("must be a number of seconds, more than 0 and at most 3600")
    return seconds


def _level(value: str) -> str:
    if value.upper() not in _LEVELS:
        raise ValueError(f"must be one of {', '.join(_LEVELS)}")
    return value.upper()
