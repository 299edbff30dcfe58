// One message: who, when, what, and what can be done with it.
import { avatar } from "./avatar.js";
import { drawBlocks } from "./blocks.js";
import { clip } from "./clip.js";
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { editor, openMessageMenu } from "./message_menu.js";
import { mrkdwn } from "./mrkdwn.js";
import { store } from "./store.js";
import { surfaceOf } from "./surface.js";
import { clockTime, fromTs, today } from "./when.js";

/** The bot's messages carry "BOT"; real Slack ids of it are taken for the same. */
export function isBot(message) {
  return message.user === "BOT" || message.user === store.bot.id;
}

function frame(message, place) {
  const node = h("article", { class: "message", tabindex: -1 });
  node.parts = {
    face: h("div", { class: "message-face" }),
    head: h("div", { class: "message-head" }),
    note: h("div", { class: "message-note" }),
    words: h("div", { class: "message-words" }),
    blocks: h("div", { class: "blocks" }),
    files: h("div", { class: "files" }),
    edited: h("div", { class: "edited" }),
    push: h("div", { class: "push-line" }),
    thread: h("div", { class: "thread-link" }),
  };
  const { face, ...rest } = node.parts;
  node.append(face, h("div", { class: "message-body" }, Object.values(rest)), toolbar(node, place));
  return node;
}

function toolbar(node, place) {
  const reply = h(
    "button",
    {
      type: "button",
      class: "icon-button",
      "aria-label": "Reply in thread",
      title: "Reply in thread",
      on: { click: () => place.openThread(node.message.ts) },
    },
    icon("reply"),
  );
  const more = h(
    "button",
    {
      type: "button",
      class: "icon-button",
      "aria-label": "More about this message",
      title: "More",
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      on: { click: () => openMessageMenu(more, node, place, startEditing) },
    },
    icon("more"),
  );
  return h(
    "div",
    { class: "toolbar", role: "toolbar", "aria-label": "Message" },
    place.inThread ? null : reply,
    more,
  );
}

// Redraw a part only when what it shows has changed.
function part(node, name, facts, build) {
  const signature = JSON.stringify(facts);
  if (node.parts[name].fnSign === signature) return;
  node.parts[name].fnSign = signature;
  fill(node.parts[name], build());
}

function head(message) {
  const time = clockTime(fromTs(message.ts));
  return [
    h("span", { class: "author" }, message.name || store.bot.name),
    isBot(message) ? h("span", { class: "app-badge" }, "APP") : null,
    h("time", { class: "message-time", title: fromTs(message.ts).toString() }, time),
  ];
}

function words(message) {
  if (message.deleted) return h("em", { class: "gone" }, "This message was deleted.");
  const hidden = message.blocks?.length > 0 || (message.files?.length && !message.text);
  return hidden ? null : mrkdwn(message.text);
}

function pushLine(message) {
  if (!store.lockScreen || !isBot(message) || message.ephemeral) return null;
  return [
    icon("lock"),
    h("span", {}, h("strong", {}, store.bot.name), " ", message.push || message.text || "(nothing)"),
  ];
}

function threadLink(message, place) {
  if (place.inThread || !message.reply_count) return null;
  const faces = [
    ...new Set((message.replies || []).map((reply) => (isBot(reply) ? "BOT" : reply.user))),
  ].slice(0, 3);
  const count = `${message.reply_count} ${message.reply_count === 1 ? "reply" : "replies"}`;
  return h(
    "button",
    { type: "button", class: "replies", on: { click: () => place.openThread(message.ts) } },
    faces.map((id) => avatar(id, "tiny")),
    h("span", {}, count),
    h("span", { class: "replies-hint" }, "View thread"),
  );
}

function spoken(message) {
  const who = message.name || store.bot.name;
  return `${who}, ${clockTime(fromTs(message.ts))}${message.ephemeral ? ", only visible to you" : ""}`;
}

/** Draw a message, or bring the node `old` of the same message up to date. `place`: {inThread, openThread(ts)}. */
export function drawMessage(message, old, { compact, place }) {
  const node = old || frame(message, place);
  node.message = message;
  node.place = place;
  node.className = `message${compact ? " compact" : ""}${message.ephemeral ? " ephemeral" : ""}${message.deleted ? " deleted" : ""}`;
  node.setAttribute("aria-label", spoken(message));
  const face = isBot(message) ? "BOT" : message.user;
  part(node, "face", [face, compact, message.ts], () =>
    compact
      ? h("time", { class: "hover-time" }, clockTime(fromTs(message.ts)).replace(/ [AP]M/, ""))
      : avatar(face),
  );
  part(node, "head", [compact, message.name, message.ts], () => (compact ? null : head(message)));
  part(node, "note", [message.ephemeral], () =>
    message.ephemeral ? [icon("eye"), "Only visible to you"] : null,
  );
  if (!node.editing)
    part(node, "words", [message.text, message.deleted, Boolean(message.blocks?.length), today()], () =>
      words(message),
    );
  drawBlocks(
    node.parts.blocks,
    message.deleted ? [] : message.blocks,
    surfaceOf({ kind: "message", ts: message.ts }),
    message.state,
  );
  // The bot redraws its cards all the time; only a person's own change is worth a word, as in Slack.
  part(node, "edited", [message.edited && !isBot(message)], () =>
    message.edited && !isBot(message) && !message.deleted ? "(edited)" : null,
  );
  part(node, "files", message.deleted ? [] : message.files, () =>
    message.deleted ? null : (message.files || []).map(clip),
  );
  part(node, "push", [store.lockScreen, message.push, message.text], () => pushLine(message));
  part(node, "thread", [message.reply_count, message.replies?.length], () => threadLink(message, place));
  return node;
}

// The editor of one's own message, in its place.
function startEditing(node) {
  node.editing = true;
  const done = () => {
    node.editing = false;
    node.parts.words.fnSign = null;
    drawMessage(node.message, node, { compact: node.classList.contains("compact"), place: node.place });
  };
  fill(node.parts.words, editor(node.message, done));
  node.parts.words.querySelector("textarea").focus();
}
