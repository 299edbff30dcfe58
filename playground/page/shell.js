// The frame around the conversation: sidebar, tabs, switches, and the keys that work everywhere.
import { post } from "./api.js";
import { fill, isPhone, trapTab } from "./dom.js";
import { popoverOpen } from "./popover.js";
import { store } from "./store.js";

const at = (id) => document.getElementById(id);

/** Show who one is and how the switches stand. */
export function drawShell() {
  const { user, dnd } = store.state;
  at("me-name").textContent = user.name;
  at("who").textContent = user.name;
  at("me-title").textContent = user.title || "";
  const hint = store.byId.get(user.id)?.hint;
  fill(at("me-hint"), hint || "");
  at("dnd").setAttribute("aria-checked", String(Boolean(dnd)));
  at("lock").setAttribute("aria-checked", String(store.lockScreen));
  at("app").classList.toggle("dnd", Boolean(dnd));
}

function openPeople(open) {
  document.body.classList.toggle("people-open", open);
  at("people-button").setAttribute("aria-expanded", String(open));
  if (open) at("find").focus();
  else if (isPhone()) at("people-button").focus();
}

function tabKeys(event, showTab) {
  const tabs = [...document.querySelectorAll("[role=tab]")];
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const next = tabs[(tabs.indexOf(event.target) + step + tabs.length) % tabs.length];
  showTab(next.dataset.tab);
  next.focus();
}

function walkMessages(step) {
  const list = [...document.querySelectorAll("#messages .message")];
  const here = list.indexOf(document.activeElement?.closest?.(".message"));
  const next = list[here < 0 ? list.length - 1 : here + step];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function keys(event, closeThread) {
  if (document.querySelector("dialog[open]") || popoverOpen()) return;
  if (event.key === "Escape" && document.body.classList.contains("people-open")) openPeople(false);
  else if (event.key === "Escape" && store.thread) closeThread();
  else if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
    event.preventDefault();
    walkMessages(event.key === "ArrowUp" ? -1 : 1);
  }
}

function wireSwitches(redraw) {
  at("dnd").addEventListener(
    "click",
    () => store.state && post("/ui/dnd", { user: store.me, on: !store.state.dnd }),
  );
  at("lock").addEventListener("click", () => {
    store.lockScreen = !store.lockScreen;
    redraw();
  });
}

/** Attach everything that never changes. */
export function wireShell({ showTab, redraw, closeThread, drawPeople }) {
  for (const tab of document.querySelectorAll("[role=tab]")) {
    tab.addEventListener("click", () => showTab(tab.dataset.tab));
    tab.addEventListener("keydown", (event) => tabKeys(event, showTab));
  }
  at("find").addEventListener("input", (event) => drawPeople(event.target.value.trim()));
  at("people-button").addEventListener("click", () => openPeople(true));
  at("people-close").addEventListener("click", () => openPeople(false));
  at("shade").addEventListener("click", () => openPeople(false));
  at("sidebar").addEventListener("keydown", (event) => isPhone() && trapTab(event, at("sidebar")));
  // Choosing the person one already is changes no address, but the sheet should go all the same.
  at("people").addEventListener(
    "click",
    (event) => event.target.closest(".person") && isPhone() && openPeople(false),
  );
  document.addEventListener("keydown", (event) => keys(event, closeThread));
  wireSwitches(redraw);
}
