// The workspace's clock, which can only be moved forward.
import { post } from "./api.js";
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { openMenu } from "./menu.js";
import { announce } from "./toast.js";
import { clockWords, setClock } from "./when.js";

const STEPS = [["+1 hour", "1h", "Forward one hour"], ["+1 day", "1d", "Forward one day"], ["to 8:00 AM", "to_8", "Forward to 8:00 AM"]];

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

/** Build the control; `drawClock` sets what it shows. */
export function buildClock(box) {
  const time = h("time", { class: "clock-words" });
  const small = h("button", {
    type: "button", class: "clock-small", "aria-haspopup": "menu", "aria-expanded": "false", "aria-label": "Move the clock",
    on: { click: () => openMenu(small, STEPS.map(([text, step, detail]) => ({ text, detail, sign: "clock", run: () => forward(step, box) })), "Move the clock") },
  }, icon("clock"), h("span", { class: "clock-words" }));
  const steps = STEPS.map(([text, step, name]) => h("button", { type: "button", class: "clock-step", "aria-label": name, title: name, on: { click: () => forward(step, box) } }, text));
  fill(box, h("div", { class: "clock-wide" }, icon("clock"), time, h("div", { class: "clock-steps", role: "group", "aria-label": "Move the clock" }, steps)), small);
}

/** Show the present time. */
export function drawClock(box) {
  const text = clockWords();
  for (const node of box.querySelectorAll(".clock-words")) if (node.textContent !== text) node.textContent = text;
}
