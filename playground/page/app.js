// Puts the page together: who one is, what is shown, and redrawing when the server says that something changed.
import { get, post } from "./api.js";
import { avatar } from "./avatar.js";
import { buildClock, drawClock } from "./clock.js";
import { Composer } from "./composer.js";
import { fill, keepingFocus } from "./dom.js";
import { drawAbout, drawHome } from "./home.js";
import { atEnd, drawConversation, unseen } from "./messages.js";
import { closePopover } from "./popover.js";
import { drawShell, wireShell } from "./shell.js";
import { learn, store } from "./store.js";
import { drawStrip } from "./strip.js";
import { Stream } from "./stream.js";
import { drawThread } from "./thread.js";
import { drawPeople, markMe, welcome } from "./people.js";
import { toast } from "./toast.js";
import { setClock, today } from "./when.js";
import { drawWindows } from "./windows.js";

const MINUTE_HAND = 5000;

const at = (id) => document.getElementById(id);
const composer = new Composer({
  label: "Message Fieldnote",
  sent: () => at("scroller").scrollTo({ top: at("scroller").scrollHeight }),
});
const stream = new Stream({
  changed: (state) => {
    store.state = state;
    setClock(state.clock);
    redraw();
  },
  connected: (yes) => {
    at("lost").hidden = yes;
  },
});
const place = { inThread: false, openThread: (ts) => showThread(ts) };

function redraw() {
  if (!store.state) return;
  keepingFocus(() => {
    drawShell();
    drawClock(at("clock"));
    drawConversation(at("scroller"), at("messages"), place);
    drawThread(at("thread"), () => showThread(null));
    if (store.tab === "home") drawHome(at("panel-home"));
    drawStrip(at("strip"), store.state.errors);
    drawTyping();
    drawTitle();
  });
  drawWindows(store.state.modals || []);
}

function drawTyping() {
  const follow = atEnd(at("scroller"));
  at("typing").classList.toggle("on", Boolean(store.state.typing));
  at("typing").querySelector("span").textContent = store.state.typing ? `${store.bot.name} is typing…` : "";
  if (follow) at("scroller").scrollTop = at("scroller").scrollHeight;
}

function drawTitle() {
  const count = unseen();
  document.title = `${count ? `(${count}) ` : ""}${store.state.user.name} · ${store.bot.name}`;
  at("unread").textContent = count ? String(count) : "";
}

function showThread(ts) {
  const opener = document.activeElement;
  if (ts) showThread.opener = opener;
  store.thread = ts;
  redraw();
  if (!ts) (showThread.opener?.isConnected ? showThread.opener : composer.field).focus();
}

function showTab(name) {
  store.tab = name;
  for (const tab of document.querySelectorAll("[role=tab]")) {
    const chosen = tab.dataset.tab === name;
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    at(`panel-${tab.dataset.tab}`).hidden = !chosen;
  }
  if (name === "home" && store.me) post("/ui/home", { user: store.me });
  if (name === "about") drawAbout(at("panel-about"));
  redraw();
  if (name === "messages") at("scroller").scrollTop = at("scroller").scrollHeight;
}

// The clock runs on by itself: its words follow, and at midnight so does every "today".
function tick() {
  drawClock(at("clock"));
  if (tick.day !== today()) redraw();
  tick.day = today();
}

function wanted() {
  const asked =
    new URLSearchParams(location.hash.slice(1)).get("as") || new URLSearchParams(location.search).get("as");
  const bare = /^#(U\w+)$/.exec(location.hash)?.[1];
  return asked || bare || null;
}

function sitDown() {
  const id = wanted();
  if (id && !store.byId.has(id)) toast(`There is nobody with the id ${id} here.`, "error");
  const known = store.byId.has(id) ? id : null;
  at("app").classList.toggle("nobody", !known);
  if (!known) return fill(at("welcome"), welcome());
  if (known === store.me) return undefined;
  closePopover();
  drawWindows([]);
  Object.assign(store, { me: known, state: null, thread: null });
  fill(at("me"), avatar(known, "small"));
  markMe(at("people"));
  composer.show(known);
  stream.listen(known);
  if (store.tab === "home") post("/ui/home", { user: known });
  document.body.classList.remove("people-open");
  return undefined;
}

async function begin() {
  at("composer").replaceWith(composer.node);
  composer.node.id = "composer";
  buildClock(at("clock"));
  wireShell({
    showTab,
    redraw,
    closeThread: () => showThread(null),
    drawPeople: (query) => drawPeople(at("people"), query),
  });
  try {
    const answer = await get("/ui/people");
    learn(answer);
    setClock(answer.clock);
  } catch (error) {
    toast(error.message, "error");
    setTimeout(() => location.reload(), 4000);
    return;
  }
  drawPeople(at("people"));
  drawClock(at("clock"));
  window.addEventListener("hashchange", sitDown);
  document.addEventListener("visibilitychange", () => store.state && drawTitle());
  window.addEventListener("focus", () => store.state && drawTitle());
  setInterval(tick, MINUTE_HAND);
  sitDown();
}

begin();
