"""Bolt's and the SDK's own log lines kept free of people's words.

Bolt logs whole bodies at DEBUG, those of requests with a bad signature at INFO, and what was typed in an
option search that nobody handles at WARNING. Our lines hold ids only; so theirs say that something
happened, and no more.
"""

from __future__ import annotations

import logging

_LONGEST = 160


class _NoBodies(logging.Filter):
    """Lets a line through with its first words only where it may hold a payload."""

    def filter(self, record: logging.LogRecord) -> bool:
        line = record.getMessage()
        if "{" in line or "\n" in line or len(line) > _LONGEST:
            record.msg, record.args = line.split("{")[0].split("\n")[0][:_LONGEST] + " …", ()
        return True


def bolt_logger() -> logging.Logger:
    """The logger that Bolt's own ones take their level and filter from: warnings only, no bodies."""
    return _hushed(logging.getLogger("bolt"))


def hush() -> None:
    """Put the same on the SDK's logger and all below it; harmless when repeated."""
    _hushed(logging.getLogger("slack_sdk"))
    for name in ("slack_sdk.web.base_client", "slack_sdk.socket_mode.client"):
        _hushed(logging.getLogger(name))


def _hushed(logger: logging.Logger) -> logging.Logger:
    if not any(isinstance(f, _NoBodies) for f in logger.filters):
        logger.addFilter(_NoBodies())
    logger.setLevel(logging.WARNING)
    return logger
