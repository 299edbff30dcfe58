"""Somebody before the page, in a browser window of their own."""

from __future__ import annotations

from playwright.sync_api import Dialog, Error, Locator, expect

from tests.page.screens import PATIENCE, Screens

expect.set_options(timeout=PATIENCE)


class Visitor:
    """A person at the page; `page` is Playwright's. What goes wrong in the page is kept in `troubles`."""

    def __init__(
        self, screens: Screens, url: str, user: str, *, phone: bool = False, dark: bool = False
    ) -> None:
        self._screens, self._phone = screens, phone
        self.page = screens.take(phone=phone, dark=dark)
        self.troubles: list[str] = []
        self.page.on("pageerror", self._stumbled)
        self.page.on("dialog", self._was_asked)
        self.page.goto(f"{url}/#as={user}")
        expect(self.box).to_be_visible()

    def _stumbled(self, error: Error) -> None:
        self.troubles.append(str(error))

    def _was_asked(self, dialog: Dialog) -> None:
        self.troubles.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    @property
    def box(self) -> Locator:
        """The message box."""
        return self.page.get_by_role("textbox", name="Message Fieldnote")

    @property
    def messages(self) -> Locator:
        return self.page.get_by_role("log", name="Messages").get_by_role("article")

    @property
    def last(self) -> Locator:
        return self.messages.last

    @property
    def window(self) -> Locator:
        """The window on top."""
        return self.page.locator("dialog.window:not(.under)")

    def says(self, text: str) -> None:
        self.box.fill(text)
        self.box.press("Enter")
        expect(self.box).to_have_value("")

    def asks_for(self, card: str, shows: str) -> Locator:
        """Has the bot post a card and gives it."""
        self.says(card)
        expect(self.last).to_contain_text(shows)
        ts = self.last.get_attribute("data-key")
        return self.page.locator(f'#messages [data-key="{ts}"]')

    def sees(self, text: str) -> None:
        expect(self.page.get_by_text(text).last).to_be_visible()

    def presses(self, name: str) -> None:
        """Presses the button of this name: in the window on top where there is one."""
        place = self.window if self.window.count() else self.page
        place.get_by_role("button", name=name, exact=True).last.click()

    def field(self, label: str) -> Locator:
        """A field of the window on top."""
        return self.window.get_by_label(label)

    def block(self, label: str) -> Locator:
        """An input block of the window on top, by its label."""
        return self.window.locator(".block.input").filter(
            has=self.page.locator(".input-label", has_text=label)
        )

    def picks(self, control: Locator, option: str) -> None:
        """Opens a menu and picks an option."""
        control.click()
        self.page.get_by_role("option", name=option, exact=True).click()

    def leave(self) -> list[str]:
        """Gives the window back; what went wrong in it."""
        self._screens.give_back(self.page, phone=self._phone)
        self.page.remove_listener("pageerror", self._stumbled)
        self.page.remove_listener("dialog", self._was_asked)
        return self.troubles
