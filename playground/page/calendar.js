// The calendar of a date picker. It opens on the chosen day or on today by the workspace's clock.
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { closePopover, openPopover } from "./popover.js";
import { spellDay, today } from "./when.js";

const DAY = 86400000;
const MOVES = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

function plus(iso, days) {
  return new Date(Date.parse(`${iso}T12:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

function monthPlus(iso, months) {
  const [year, month, day] = iso.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last), 12)).toISOString().slice(0, 10);
}

function monthName(iso) {
  return new Intl.DateTimeFormat("en-US", { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${iso}T12:00:00Z`),
  );
}

// Six rows of seven from the Sunday on or before the 1st: the box never changes its height.
function grid(iso) {
  const first = `${iso.slice(0, 8)}01`;
  const start = plus(first, -new Date(`${first}T12:00:00Z`).getUTCDay());
  return Array.from({ length: 42 }, (_, index) => plus(start, index));
}

class Calendar {
  constructor(chosen, choose) {
    this.chosen = chosen;
    this.choose = choose;
    this.day = chosen || today();
    this.node = h("div", { class: "calendar", on: { keydown: (event) => this.key(event) } });
  }

  pick(iso) {
    closePopover(true);
    this.choose(iso);
  }

  turn(months) {
    this.day = monthPlus(this.day, months);
    this.draw();
  }

  cell(iso) {
    const marks = [
      iso.slice(0, 7) === this.day.slice(0, 7) ? "" : "other",
      iso === today() ? "today" : "",
      iso === this.chosen ? "chosen" : "",
    ];
    return h(
      "button",
      {
        type: "button",
        class: `day ${marks.join(" ")}`.trim(),
        tabindex: iso === this.day ? 0 : -1,
        "aria-label": spellDay(iso),
        data: { day: iso },
        "aria-pressed": iso === this.chosen ? "true" : "false",
        "aria-current": iso === today() ? "date" : null,
        on: { click: () => this.pick(iso) },
      },
      String(Number(iso.slice(8))),
    );
  }

  draw() {
    const turn = (months, name, sign) =>
      h(
        "button",
        { type: "button", class: "icon-button", "aria-label": name, on: { click: () => this.turn(months) } },
        icon(sign),
      );
    const jump = (text, iso) =>
      h("button", { type: "button", class: "btn small", on: { click: () => this.pick(iso) } }, text);
    this.node.replaceChildren(
      h(
        "div",
        { class: "calendar-head" },
        turn(-1, "Previous month", "left"),
        h("strong", { "aria-live": "polite" }, monthName(this.day)),
        turn(1, "Next month", "right"),
      ),
      h(
        "div",
        { class: "calendar-week", "aria-hidden": "true" },
        ["S", "M", "T", "W", "T", "F", "S"].map((name) => h("span", {}, name)),
      ),
      h(
        "div",
        { class: "calendar-days" },
        grid(this.day).map((iso) => this.cell(iso)),
      ),
      h(
        "div",
        { class: "calendar-jumps" },
        jump("Yesterday", plus(today(), -1)),
        jump("Today", today()),
        jump("Tomorrow", plus(today(), 1)),
      ),
    );
  }

  key(event) {
    if (!event.target.dataset.day) return;
    if (event.key in MOVES) this.day = plus(this.day, MOVES[event.key]);
    else if (event.key === "PageUp" || event.key === "PageDown")
      this.day = monthPlus(this.day, event.key === "PageUp" ? -1 : 1);
    else return;
    event.preventDefault();
    this.draw();
    this.focus();
  }

  focus() {
    this.node.querySelector(`[data-day="${this.day}"]`).focus();
  }
}

/** Open a calendar at `anchor`; `choose` gets "YYYY-MM-DD". */
export function openCalendar(anchor, chosen, choose) {
  const calendar = new Calendar(chosen, choose);
  calendar.draw();
  openPopover(anchor, calendar.node, { label: "Choose a date" });
  calendar.focus();
}
