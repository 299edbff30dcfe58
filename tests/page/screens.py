"""The browser's windows, used again by one person after the other: to open one takes a processor two seconds."""

from __future__ import annotations

from contextlib import suppress

from playwright.sync_api import Browser, Error, Page

PATIENCE = 240_000  # milliseconds; the machine may be busy with other tests
DESK, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}


class Screens:
    """Each window stands alone, as a browser of its own, and is cleared before the next person gets it."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: dict[bool, list[Page]] = {True: [], False: []}

    def take(self, *, phone: bool = False, dark: bool = False) -> Page:
        """A clear window of that size, in light or dark colours."""
        page = self._free[phone].pop() if self._free[phone] else self._opened(phone)
        page.set_viewport_size(PHONE if phone else DESK)
        page.emulate_media(color_scheme="dark" if dark else "light", reduced_motion="reduce")
        return page

    def give_back(self, page: Page, *, phone: bool = False) -> None:
        """Forget what was done in it, and the windows opened from it; one that cannot forget is closed."""
        context = page.context
        try:
            context.set_offline(False)
            for other in context.pages:
                if other is not page:
                    other.close()
            page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
            context.clear_cookies()
            page.goto("about:blank")
        except Error:
            with suppress(Error):
                context.close()
        else:
            self._free[phone].append(page)

    def _opened(self, phone: bool) -> Page:
        context = self._browser.new_context(
            viewport=PHONE if phone else DESK, has_touch=phone, is_mobile=phone, reduced_motion="reduce"
        )
        context.set_default_timeout(PATIENCE)
        return context.new_page()
