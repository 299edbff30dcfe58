// A menu of actions with the keys one expects: arrows, Home, End, first letter, Escape.
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { closePopover, openPopover } from "./popover.js";

function move(event, box) {
  const items = [...box.querySelectorAll("[role=menuitem]")];
  const at = items.indexOf(document.activeElement);
  const steps = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
  let to = steps[event.key];
  if (to === undefined && event.key.length === 1) {
    to = items.findIndex((item) => item.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase()));
    if (to < 0) return;
  }
  if (to === undefined) return;
  event.preventDefault();
  items[(to + items.length) % items.length]?.focus();
}

function itemNode({ text, detail, sign, danger, href, run }) {
  const body = [
    sign ? icon(sign) : null,
    h(
      "span",
      { class: "menu-words" },
      h("span", {}, text),
      detail ? h("span", { class: "menu-detail" }, detail) : null,
    ),
  ];
  const choose = () => {
    closePopover(true);
    run?.();
  };
  if (href) {
    return h(
      "a",
      {
        role: "menuitem",
        class: "menu-item",
        href,
        target: "_blank",
        rel: "noopener noreferrer",
        on: { click: choose },
      },
      body,
    );
  }
  return h(
    "button",
    { type: "button", role: "menuitem", class: `menu-item${danger ? " danger" : ""}`, on: { click: choose } },
    body,
  );
}

/** Open a menu at `anchor`. Items: {text, detail?, sign?, danger?, href?, run} or "-" for a line. */
export function openMenu(anchor, items, label) {
  const list = items.map((item) => (item === "-" ? h("hr", { role: "separator" }) : itemNode(item)));
  const box = openPopover(anchor, list, { label, role: "menu" });
  box.addEventListener("keydown", (event) => move(event, box));
  box.querySelector("[role=menuitem]")?.focus();
  return box;
}
