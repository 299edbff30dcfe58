// Short notices at the page's edge. They are announced, stay long enough to be read and can be dismissed.
import { h } from "./dom.js";
import { icon } from "./icons.js";

function region() {
  return document.getElementById("toasts");
}

// A modal window lies in the browser's top layer, above everything else in the page: while one is
// open the notices have to stand inside it to be seen.
function host() {
  const open = [...document.querySelectorAll("dialog[open]")].pop();
  return open || document.body;
}

/** Show `text`; `kind` is "error", "warning" or "info". */
export function toast(text, kind = "info") {
  const box = region();
  host().append(box);
  const same = [...box.children].find((node) => node.dataset.text === text);
  same?.remove();
  const node = h(
    "div",
    { class: `toast toast-${kind}`, role: kind === "error" ? "alert" : "status", data: { text } },
    icon(kind === "info" ? "info" : "warning"),
    h("span", {}, text),
    h(
      "button",
      {
        type: "button",
        class: "icon-button small",
        "aria-label": "Dismiss",
        on: { click: () => node.remove() },
      },
      icon("close"),
    ),
  );
  box.append(node);
  while (box.children.length > 3) box.firstElementChild.remove();
  setTimeout(() => node.remove(), 4000 + 70 * text.length);
}

/** Give the notices back to the page before a window that holds them goes away. */
export function rescueToasts() {
  document.body.append(region());
}

/** Say something to screen readers only. */
export function announce(text) {
  const node = document.getElementById("announcer");
  node.textContent = "";
  requestAnimationFrame(() => {
    node.textContent = text;
  });
}
