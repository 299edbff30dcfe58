// The workspace's clock, which can only be moved forward.
import { post } from "./api.js";
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { openMenu } from "./menu.js";
import { announce } from "./toast.js";
import { clockWords, setClock } from "./when.js";

const STEPS = [
  ["+1 hour", "1h", "Forward one hour"],
  ["+1 day", "1d", "Forward one day"],
  ["to 8:00 AM", "to_8", "Forward to 8:00 AM"],
];

async function forward(step, box) {
  if (box.getAttribute("aria-busy") === "true") return;
  box.setAttribute("aria-busy", "true");
  const answer = await post("/ui/clock", { forward: step });
  box.removeAttribute("aria-busy");
  if (answer.ok === false) return;
  setClock(answer.clock);
  drawClock(box);
  announce(`The clock stands at ${clockWords()}`);
}

// On a phone the steps are in a menu behind the time.
function compactClock(box) {
  const items = STEPS.map(([text, step, detail]) => ({
    text,
    detail,
    sign: "clock",
    run: () => forward(step, box),
  }));
  const node = h(
    "button",
    {
      type: "button",
      class: "clock-small",
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      "aria-label": "Move the clock",
      on: { click: () => openMenu(node, items, "Move the clock") },
    },
    icon("clock"),
    h("span", { class: "clock-words" }),
  );
  return node;
}

function stepButton([text, step, name], box) {
  const on = { click: () => forward(step, box) };
  return h("button", { type: "button", class: "clock-step", "aria-label": name, title: name, on }, text);
}

/** Build the control; `drawClock` sets what it shows. */
export function buildClock(box) {
  const steps = STEPS.map((step) => stepButton(step, box));
  const group = h("div", { class: "clock-steps", role: "group", "aria-label": "Move the clock" }, steps);
  const wide = h("div", { class: "clock-wide" }, icon("clock"), h("time", { class: "clock-words" }), group);
  fill(box, wide, compactClock(box));
}

/** Show the present time. */
export function drawClock(box) {
  const text = clockWords();
  for (const node of box.querySelectorAll(".clock-words"))
    if (node.textContent !== text) node.textContent = text;
}
