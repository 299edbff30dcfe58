// Windows (modals): a stack of at most three, of which the topmost is shown. A window's node lives as
// long as its view, so what was typed below another window is still there afterwards.
import { post } from "./api.js";
import { drawBlocks, showError } from "./blocks.js";
import { checkFields } from "./check.js";
import { fill, focusables, h, trapTab, uid } from "./dom.js";
import { icon } from "./icons.js";
import { textObject } from "./mrkdwn.js";
import { closePopover, popoverOpen } from "./popover.js";
import { store } from "./store.js";
import { forget, surfaceOf } from "./surface.js";
import { rescueToasts } from "./toast.js";

const open = new Map();

function showErrors(win, errors) {
  for (const node of win.body.querySelectorAll(".block.input"))
    showError(node, errors[node.dataset.block] || null);
  const first = win.body.querySelector(".has-error");
  first?.scrollIntoView({ block: "center" });
  if (first) focusables(first)[0]?.focus({ preventScroll: true });
}

async function submit(win) {
  if (win.busy) return;
  const wrong = checkFields(win.view.blocks, win.surface);
  showErrors(win, wrong);
  if (Object.keys(wrong).length) return;
  setBusy(win, true);
  const answer = await post("/ui/submit", {
    user: win.user,
    view_id: win.view.id,
    state: win.surface.values(),
  });
  setBusy(win, false);
  if (answer.errors) showErrors(win, answer.errors);
}

function setBusy(win, busy) {
  win.busy = busy;
  win.dialog.classList.toggle("busy", busy);
  win.send.setAttribute("aria-busy", String(busy));
}

// Closing goes through the server, so that the bot hears of it; the window leaves at once.
function close(win) {
  if (win.closing) return;
  win.closing = true;
  closePopover();
  takeAway(win);
  post("/ui/close", { user: win.user, view_id: win.view.id }).then((answer) => {
    if (answer.ok === false) open.delete(win.view.id);
  });
}

function takeAway(win) {
  rescueToasts();
  win.dialog.remove();
  win.back?.isConnected && win.back.focus();
}

function iconButton(sign, name, extra, run) {
  const look = `icon-button ${extra}`;
  return h("button", { type: "button", class: look, "aria-label": name, on: { click: run } }, icon(sign));
}

function frame(win) {
  const title = uid("window");
  const leave = () => close(win);
  win.title = h("h2", { id: title });
  win.backButton = iconButton("back", "Back", "window-back", leave);
  win.body = h("div", { class: "window-body blocks" });
  win.trouble = h("div", { class: "window-trouble", role: "alert", hidden: true });
  win.cancel = h("button", { type: "button", class: "btn", on: { click: leave } });
  win.send = h("button", { type: "submit", class: "btn primary" });
  const head = h(
    "header",
    { class: "window-head" },
    win.backButton,
    win.title,
    iconButton("close", "Close", "window-close", leave),
  );
  const foot = h("footer", { class: "window-foot" }, win.cancel, win.send);
  const sending = (event) => {
    event.preventDefault();
    submit(win);
  };
  const form = { class: "window-form", novalidate: true, on: { submit: sending } };
  win.dialog = h(
    "dialog",
    { class: "window", "aria-labelledby": title },
    head,
    h("form", form, win.body, win.trouble, foot),
  );
  wire(win);
}

function wire(win) {
  win.dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    if (!popoverOpen()) close(win);
  });
  win.dialog.addEventListener("keydown", (event) => {
    trapTab(event, win.dialog);
    // Enter in a one-line field does not send a window in Slack either: a note is sent on purpose.
    if (event.key === "Enter" && event.target.tagName === "INPUT") event.preventDefault();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && win.view.submit) submit(win);
  });
}

function make(view) {
  const win = {
    view,
    user: store.me,
    surface: surfaceOf({ kind: "view", view_id: view.id }),
    back: document.activeElement,
  };
  frame(win);
  document.body.append(win.dialog);
  win.dialog.showModal();
  return win;
}

function draw(win, view, depth) {
  win.view = view;
  fill(win.title, textObject(view.title));
  win.backButton.hidden = depth === 0;
  fill(win.cancel, view.close ? textObject(view.close) : "Close");
  fill(win.send, view.submit ? textObject(view.submit) : "Submit");
  win.send.hidden = !view.submit;
  drawBlocks(win.body, view.blocks, win.surface, view.state?.values || view.state);
  win.trouble.hidden = !view.trouble;
  if (win.trouble.textContent !== (view.trouble || ""))
    fill(win.trouble, view.trouble ? [icon("warning"), h("span", {}, view.trouble)] : null);
  const errors = JSON.stringify(view.errors || null);
  if (errors !== win.errors && view.errors) showErrors(win, view.errors);
  win.errors = errors;
}

function focusFirst(win) {
  const first =
    win.body.querySelector("[data-first]") || focusables(win.body)[0] || focusables(win.dialog)[0];
  first?.focus({ preventScroll: true });
}

/** Show the stack of windows that the server says are open, the last on top. */
export function drawWindows(views) {
  const ids = new Set(views.map((view) => view.id));
  for (const [id, win] of open) {
    if (ids.has(id) && win.user === store.me) continue;
    if (!win.closing) takeAway(win);
    if (!ids.has(id)) forget({ kind: "view", view_id: id });
    open.delete(id);
  }
  views.forEach((view, depth) => {
    let win = open.get(view.id);
    const fresh = !win;
    if (fresh) open.set(view.id, (win = make(view)));
    if (win.closing) return;
    draw(win, view, depth);
    win.dialog.classList.toggle("under", depth < views.length - 1);
    if (fresh) focusFirst(win);
  });
}
