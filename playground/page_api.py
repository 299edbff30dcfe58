"""stub"""

from __future__ import annotations

import asyncio

from aiohttp import web

from playground.workspace import Workspace


class PageApi:
    def __init__(self, workspace: Workspace, loop: asyncio.AbstractEventLoop) -> None:
        self._workspace = workspace

    def add_to(self, app: web.Application) -> None:
        pass
