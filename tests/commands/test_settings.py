"""Settings and keys: what is wrong is named in one line, secrets never show."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from dotenv import dotenv_values

from bot.errors import SettingsError
from bot.keys import ensure_keys, new_key, read_keys
from bot.settings import Settings

KEY = base64.b64encode(b"x" * 32).decode()
OLD = base64.b64encode(b"y" * 32).decode()


def test_nothing_set_gives_the_defaults_of_the_promise() -> None:
    settings = Settings.from_env({})
    assert settings.database_url == "sqlite:///fieldnote.sqlite3"
    assert settings.slack_api_url == "https://slack.com/api/"
    assert (settings.heartbeat_seconds, settings.log_level) == (15, "INFO")
    assert settings.policy == "little_flower_ny"
    assert not settings.has_slack


def test_everything_set_is_read() -> None:
    settings = Settings.from_env(
        {
            "SLACK_BOT_TOKEN": "xoxb-1",
            "SLACK_APP_TOKEN": "xapp-1",
            "SLACK_SIGNING_SECRET": "s",
            "SLACK_API_URL": "http://127.0.0.1:9000/api",
            "DATABASE_URL": "postgresql+psycopg://u:p@h/d",
            "POLICY": "florida",
            "AGENCY_TIMEZONE": "America/Chicago",
            "HOST": "0.0.0.0",
            "PORT": "8080",
            "HEARTBEAT_SECONDS": "0.5",
            "RECORD_KEYS": f"{KEY}, {OLD}",
            "AUDIT_KEY": KEY,
            "AUDIT_ANCHOR": "/srv/anchor",
            "HEARTBEAT_URL": "https://dead.example/1",
            "PAGER_URL": "https://pager.example/v2",
            "LOG_LEVEL": "debug",
        }
    )
    assert settings.slack_api_url == "http://127.0.0.1:9000/api/"
    assert settings.record_keys == (b"x" * 32, b"y" * 32)
    assert settings.audit_keys == (b"x" * 32,)
    assert (settings.port, settings.heartbeat_seconds, settings.log_level) == (8080, 0.5, "DEBUG")
    settings.check_keys()
    settings.check_slack()


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("POLICY=florida\nPORT=1\nHOST=\n")
    settings = Settings.from_env({"PORT": "2"}, tmp_path / ".env")
    assert (settings.policy, settings.port, settings.host) == ("florida", 2, "127.0.0.1")


def test_a_missing_file_is_no_mistake(tmp_path: Path) -> None:
    assert Settings.from_env({}, tmp_path / ".env").port == 3000


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SLACK_BOT_TOKEN", "xapp-secret"),
        ("SLACK_APP_TOKEN", "xoxb-secret"),
        ("SLACK_API_URL", "secret"),
        ("DATABASE_URL", "mysql://u:secret@h/d"),
        ("DATABASE_URL", "sqlite:///:memory:"),
        ("DATABASE_URL", "secret"),
        ("AGENCY_TIMEZONE", "America/Secret"),
        ("PORT", "80000"),
        ("PORT", "secret"),
        ("HEARTBEAT_SECONDS", "0"),
        ("HEARTBEAT_SECONDS", "nan"),
        ("RECORD_KEYS", "c2VjcmV0"),
        ("RECORD_KEYS", f"{KEY},secret"),
        ("AUDIT_KEY", "secret!"),
        ("PAGER_URL", "secret:secret"),
        ("LOG_LEVEL", "secret"),
    ],
)
def test_a_wrong_one_is_named_in_one_line(name: str, value: str) -> None:
    with pytest.raises(SettingsError) as caught:
        Settings.from_env({name: value})
    line = str(caught.value)
    assert line.startswith(name)
    assert "\n" not in line
    assert "secret" not in line.lower()


@pytest.mark.parametrize(
    ("settings", "name", "place"),
    [
        (Settings(), "SLACK_BOT_TOKEN", "OAuth & Permissions"),
        (Settings(slack_bot_token="xoxb-1"), "SLACK_SIGNING_SECRET", "App Credentials"),
    ],
)
def test_a_missing_slack_setting_comes_with_where_to_get_it(
    settings: Settings, name: str, place: str
) -> None:
    with pytest.raises(SettingsError, match=f"{name} is missing.*{place}"):
        settings.check_slack()


def test_no_database_without_keys_or_folder(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"RECORD_KEYS is missing.*fieldnote keys"):
        Settings().open_database()
    with pytest.raises(SettingsError, match="AUDIT_KEY is missing"):
        Settings(record_keys=(b"x" * 32,)).open_database()
    with pytest.raises(SettingsError, match="folder"):
        Settings(
            database_url=f"sqlite:///{tmp_path}/none/f.sqlite3",
            record_keys=(b"x" * 32,),
            audit_keys=(b"y" * 32,),
        ).open_database()


def test_secrets_do_not_show_in_a_traceback() -> None:
    settings = Settings.from_env({"SLACK_BOT_TOKEN": "xoxb-hidden", "RECORD_KEYS": KEY})
    assert "hidden" not in repr(settings)
    assert "xxxx" not in repr(settings)


def test_a_new_key_is_a_good_and_a_different_one_each_time() -> None:
    first, second = new_key(), new_key()
    assert first != second
    assert len(read_keys(f"{first},{second}")) == 2


def test_missing_keys_are_written_once_and_kept(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    path.write_text("SLACK_BOT_TOKEN=xoxb-1\nRECORD_KEYS=\nPOLICY=florida")
    assert ensure_keys(path) == ["RECORD_KEYS", "AUDIT_KEY"]
    written = path.read_text()
    assert written.startswith("SLACK_BOT_TOKEN=xoxb-1\nRECORD_KEYS=\nPOLICY=florida\n")
    assert "BACK THESE TWO UP" in written
    settings = Settings.from_env({}, path)
    settings.check_keys()
    assert settings.policy == "florida"
    assert ensure_keys(path) == []
    assert path.read_text() == written


def test_only_the_missing_key_is_written_and_the_file_is_private(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    assert ensure_keys(path) == ["RECORD_KEYS", "AUDIT_KEY"]
    assert path.stat().st_mode & 0o077 == 0
    record_keys = dotenv_values(path)["RECORD_KEYS"]
    path.write_text(f"RECORD_KEYS={record_keys}\n")
    assert ensure_keys(path) == ["AUDIT_KEY"]
    assert dotenv_values(path)["RECORD_KEYS"] == record_keys


def test_the_example_names_every_setting_and_is_itself_right() -> None:
    example = Path(__file__).parents[2] / ".env.example"
    names = {line.lstrip("#").split("=")[0] for line in example.read_text().splitlines() if "=" in line}
    wanted = {name.upper() for name in Settings.__dataclass_fields__} - {"AUDIT_KEYS"} | {"AUDIT_KEY"}
    assert wanted <= names
    assert not Settings.from_env({}, example).has_slack
