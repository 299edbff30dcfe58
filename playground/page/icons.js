// Line icons drawn here, so that the page needs no font and no network.
import { svg } from "./dom.js";

const PATHS = {
  menu: "M4 7h16M4 12h16M4 17h16",
  close: "M6 6l12 12M18 6L6 18",
  back: "M15 5l-7 7 7 7",
  send: "M4 12l16-8-6 16-3-7z",
  bolt: "M13 3L5 14h6l-1 7 8-11h-6z",
  mic: "M12 4a3 3 0 0 1 3 3v4a3 3 0 0 1-6 0V7a3 3 0 0 1 3-3zM6 11a6 6 0 0 0 12 0M12 17v3",
  clip: "M19 11l-7.5 7.5a4.5 4.5 0 0 1-6.4-6.4L13 4.3a3 3 0 0 1 4.2 4.2l-7.8 7.8a1.5 1.5 0 0 1-2.1-2.1L14 7.5",
  more: "M12 5.5v.01M12 12v.01M12 18.5v.01",
  reply: "M20 15a2 2 0 0 1-2 2H9l-5 4V6a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2z",
  edit: "M4 20h4L19 9l-4-4L4 16z",
  trash: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
  lock: "M7 11V8a5 5 0 0 1 10 0v3M6 11h12v9H6z",
  moon: "M20 14.5A8 8 0 0 1 9.5 4a8 8 0 1 0 10.5 10.5z",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z",
  clock: "M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM12 8v4l3 2",
  calendar: "M5 6h14v14H5zM5 10.5h14M9 3.5V7M15 3.5V7",
  down: "M7 10l5 5 5-5",
  left: "M14.5 6l-6 6 6 6",
  right: "M9.5 6l6 6-6 6",
  check: "M5 12.5l4.5 4.5L19 7.5",
  search: "M11 5a6 6 0 1 1 0 12 6 6 0 0 1 0-12zM15.5 15.5L20 20",
  play: "M8 5.5v13l11-6.5z",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
  people:
    "M9 5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7zM2.5 20a6.5 6.5 0 0 1 13 0M16 5.5a3 3 0 0 1 0 6M17.5 14.5a6 6 0 0 1 4 5.5",
  home: "M4 11l8-7 8 7v9h-5v-6H9v6H4z",
  warning: "M12 4l9 16H3zM12 10v4M12 17v.01",
  info: "M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM12 11v5M12 8v.01",
  phone: "M8 3h8v18H8zM11 18h2",
  plus: "M12 5v14M5 12h14",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
};

/** A decorative icon: hidden from screen readers, whose text stands beside it. */
export function icon(name, extra = "") {
  const path = svg("path", { d: PATHS[name] || PATHS.info });
  return svg("svg", { class: `icon ${extra}`.trim(), viewBox: "0 0 24 24", "aria-hidden": "true" }, path);
}

/** The bot's own mark: a note with a folded corner on the field's green. */
export function botMark() {
  return svg(
    "svg",
    { viewBox: "0 0 24 24", class: "bot-mark", "aria-hidden": "true" },
    svg("path", { d: "M6 4h9l4 4v12H6z", fill: "currentColor", opacity: ".25" }),
    svg("path", { d: "M6 4h9l4 4v12H6zM15 4v4h4M9.2 12.2h6.6M9.2 15.6h4.4", class: "bot-line" }),
  );
}
