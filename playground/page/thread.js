// A thread: the first message, its replies and a box to answer in. A side panel, on a phone the whole screen.
import { Composer } from "./composer.js";
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { atEnd, drawList } from "./messages.js";
import { store } from "./store.js";

const composers = new Map();

function composerOf(ts) {
  if (!composers.has(ts)) composers.set(ts, new Composer({ label: "Reply…", threadTs: ts }));
  return composers.get(ts);
}

function frame(panel, ts, close) {
  const scroller = h("div", { class: "thread-scroller", tabindex: -1 });
  const list = h("div", { class: "message-list", role: "log", "aria-label": "Thread" });
  scroller.append(list);
  fill(
    panel,
    h(
      "header",
      { class: "thread-head" },
      h(
        "button",
        {
          type: "button",
          class: "icon-button thread-back",
          "aria-label": "Back to messages",
          on: { click: close },
        },
        icon("back"),
      ),
      h("h2", {}, "Thread"),
      h("span", { class: "thread-with" }, store.bot.name),
      h(
        "button",
        {
          type: "button",
          class: "icon-button thread-close",
          "aria-label": "Close thread",
          on: { click: close },
        },
        icon("close"),
      ),
    ),
    scroller,
    composerOf(ts).node,
  );
  panel.dataset.ts = ts;
  panel.list = list;
  panel.scroller = scroller;
}

/** Draw the open thread, or hide the panel where there is none (or its message is gone). */
export function drawThread(panel, close) {
  const ts = store.thread;
  const parent = store.state?.dm?.messages?.find((message) => message.ts === ts);
  panel.hidden = !parent;
  document.getElementById("app").classList.toggle("with-thread", Boolean(parent));
  if (!parent) return fill(panel) && delete panel.dataset.ts;
  const fresh = panel.dataset.ts !== ts;
  if (fresh) frame(panel, ts, close);
  const follow = fresh || atEnd(panel.scroller);
  const place = { inThread: true, openThread: () => {} };
  drawList(panel.list, [parent, ...(parent.replies || [])], { place });
  composerOf(ts).show(store.me);
  if (follow) panel.scroller.scrollTop = panel.scroller.scrollHeight;
  if (fresh) composerOf(ts).field.focus({ preventScroll: true });
  return true;
}
