"""Bolt's own log lines kept free of people's words.

Bolt logs whole bodies of requests with a bad signature (INFO) and what was typed into an option search
that nobody handles (WARNING). Our lines hold ids only, so its loggers say that something happened, no more.
"""

from __future__ import annotations

import logging


class _NoBodies(logging.Filter):
    """Lets a line of Bolt's or the SDK's through with its first sentence only, never with a payload."""

    def filter(self, record: logging.LogRecord) -> bool:
        line = record.getMessage()
        if "{" in line or "\n" in line or len(line) > 200:
            record.msg, record.args = line.split("{")[0].split("\n")[0][:120] + " …", ()
        return True


def hush() -> None:
    """Put the filter on Bolt's and the SDK's loggers; harmless when repeated."""
    for name in ("slack_bolt", "slack_bolt.App", "slack_sdk", "slack_sdk.web.base_client"):
        logger = logging.getLogger(name)
        if not any(isinstance(f, _NoBodies) for f in logger.filters):
            logger.addFilter(_NoBodies())
        logger.setLevel(max(logger.level, logging.WARNING))
