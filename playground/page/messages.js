// The list of messages of the conversation with the bot: day lines, the "New" line, grouping, scrolling.
import { h, patchList } from "./dom.js";
import { drawMessage, isBot } from "./message.js";
import { store } from "./store.js";
import { announce } from "./toast.js";
import { dayDivider, dayOf, fromTs, today } from "./when.js";

const GROUP_SECONDS = 300;
const NEAR = 80;
const seen = new Map();

function gap(one, other) {
  return Math.abs(Number(one.ts) - Number(other.ts));
}

// Messages of one author shortly after each other share one face, as in Slack.
function compact(message, before) {
  return (
    Boolean(before) &&
    before.user === message.user &&
    gap(before, message) < GROUP_SECONDS &&
    !message.ephemeral &&
    !before.ephemeral &&
    !before.deleted &&
    !before.reply_count
  );
}

function reading() {
  return store.tab === "messages" && document.visibilityState === "visible" && document.hasFocus();
}

// Since when are messages new for this person in this window? Null: there are none.
function memory(messages, unread) {
  if (!seen.has(store.me)) {
    const bots = messages.filter(isBot);
    const first = unread > 0 && !reading() ? bots[Math.max(0, bots.length - unread)]?.ts : null;
    seen.set(store.me, { last: messages.at(-1)?.ts ?? "0", line: first });
  }
  return seen.get(store.me);
}

function newest(messages) {
  const mind = memory(messages, store.state.dm.unread || 0);
  const fresh = messages.filter((message) => Number(message.ts) > Number(mind.last));
  if (!reading() && !mind.line) mind.line = fresh.find(isBot)?.ts ?? null;
  if (fresh.some((message) => message.user === store.me)) mind.line = null;
  if (fresh.length && isBot(fresh.at(-1)))
    announce(`${store.bot.name}: ${fresh.at(-1).text || fresh.at(-1).push || "new message"}`);
  mind.last = messages.at(-1)?.ts ?? mind.last;
  return mind.line;
}

/** How many messages came since this person last looked at this window. */
export function unseen() {
  const line = seen.get(store.me)?.line;
  const messages = store.state?.dm?.messages || [];
  return line && !reading()
    ? messages.filter((message) => Number(message.ts) >= Number(line) && isBot(message)).length
    : 0;
}

function rows(messages, line) {
  const out = [];
  let before = null;
  for (const message of messages) {
    const day = dayOf(fromTs(message.ts));
    if (!before || dayOf(fromTs(before.ts)) !== day) {
      out.push({ kind: "day", key: `day-${day}`, words: dayDivider(fromTs(message.ts)) });
      before = null;
    }
    if (message.ts === line) {
      out.push({ kind: "new", key: "new-line" });
      before = null;
    }
    out.push({ kind: "message", key: message.ts, message, compact: compact(message, before) });
    before = message;
  }
  return out;
}

// A thread: the first message, a line that counts the replies, the replies.
function threadRows([parent, ...replies]) {
  const words = `${replies.length} ${replies.length === 1 ? "reply" : "replies"}`;
  const line = replies.length ? [{ kind: "count", key: "count", words }] : [];
  const shown = replies.map((message, index) => ({
    kind: "message",
    key: message.ts,
    message,
    compact: compact(message, replies[index - 1]),
  }));
  return [{ kind: "message", key: parent.ts, message: parent, compact: false }, ...line, ...shown];
}

function build(row, old, place) {
  if (row.kind === "count") return h("div", { class: "count-line" }, row.words);
  if (row.kind === "day") return h("div", { class: "day-line", role: "separator" }, h("span", {}, row.words));
  if (row.kind === "new") return h("div", { class: "new-line", role: "separator" }, h("span", {}, "New"));
  return drawMessage(row.message, old, { compact: row.compact, place });
}

/** Draw a list of messages into `list`, keeping what did not change. */
export function drawList(list, messages, { line = null, place }) {
  const day = today();
  patchList(list, place.inThread ? threadRows(messages) : rows(messages, line), {
    key: (row) => row.key,
    sign: (row) => `${day}${store.lockScreen}${JSON.stringify(row)}`,
    build: (row, old) => build(row, old, place),
  });
}

/** Scrolled (nearly) to the end: then new messages are followed. */
export function atEnd(scroller) {
  return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR;
}

/** Draw the conversation; stays where it was scrolled to unless it was at the end. */
export function drawConversation(scroller, list, place) {
  const messages = store.state.dm?.messages || [];
  const mine =
    messages.at(-1)?.user === store.me && Number(messages.at(-1).ts) > Number(seen.get(store.me)?.last ?? 0);
  const follow = atEnd(scroller) || mine || list.dataset.user !== store.me;
  if (list.dataset.user !== store.me) list.replaceChildren();
  list.dataset.user = store.me;
  drawList(list, messages, { line: newest(messages), place });
  scroller.classList.toggle("empty", messages.length === 0);
  if (follow) scroller.scrollTop = scroller.scrollHeight;
}
