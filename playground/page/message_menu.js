// What one can do with a message: thread, message shortcuts, edit and delete one's own, see the lock screen's line.
import { post } from "./api.js";
import { ask } from "./confirm.js";
import { h } from "./dom.js";
import { grow } from "./fields.js";
import { openMenu } from "./menu.js";
import { unescape } from "./inline.js";
import { store } from "./store.js";
import { toast } from "./toast.js";

async function remove(message) {
  const sure = await ask({
    title: "Delete message",
    role: "alertdialog",
    body: "Are you sure you want to delete this message? This cannot be undone.",
    build: (finish) =>
      h(
        "div",
        { class: "ask-buttons" },
        h("button", { type: "button", class: "btn", on: { click: () => finish(false) } }, "Cancel"),
        h(
          "button",
          {
            type: "button",
            class: "btn danger solid",
            data: { first: "" },
            on: { click: () => finish(true) },
          },
          "Delete",
        ),
      ),
  });
  if (sure) await post("/ui/delete", { user: store.me, ts: message.ts });
}

function shortcuts(message) {
  return store.shortcuts
    .filter((one) => one.type === "message")
    .map((one) => ({
      text: one.name,
      sign: "bolt",
      detail: store.bot.name,
      run: () => post("/ui/shortcut", { user: store.me, callback_id: one.callback_id, ts: message.ts }),
    }));
}

/** The menu behind a message's three dots. */
export function openMessageMenu(anchor, node, place, startEditing) {
  const { message } = node;
  const mine = message.user === store.me && !message.deleted;
  const bot = message.user === "BOT";
  const offered = message.ephemeral ? [] : shortcuts(message);
  const items = [
    place.inThread || message.ephemeral
      ? null
      : { text: "Reply in thread", sign: "reply", run: () => place.openThread(message.ts) },
    bot && message.push
      ? { text: "What a lock screen shows", sign: "phone", run: () => toast(`Lock screen: ${message.push}`) }
      : null,
    ...offered,
    mine ? "-" : null,
    mine ? { text: "Edit message", sign: "edit", run: () => startEditing(node) } : null,
    mine ? { text: "Delete message…", sign: "trash", danger: true, run: () => remove(message) } : null,
  ].filter(Boolean);
  openMenu(anchor, items.length ? items : [{ text: "Nothing to do here" }], "Message actions");
}

/** A field to change one's own message; Enter saves, Escape leaves it as it was. */
export function editor(message, done) {
  const field = h("textarea", {
    class: "field",
    "aria-label": "Edit message",
    value: unescape(message.text),
  });
  const save = async () => {
    const text = field.value.trim();
    if (text && text !== unescape(message.text)) {
      const answer = await post("/ui/edit", { user: store.me, ts: message.ts, text });
      if (!answer.ok) return;
    }
    done();
  };
  field.addEventListener("input", () => grow(field));
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") done();
    else if (event.key === "Enter" && !event.shiftKey) save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  requestAnimationFrame(() => grow(field));
  return h(
    "div",
    { class: "editor" },
    field,
    h(
      "div",
      { class: "editor-buttons" },
      h("button", { type: "button", class: "btn small", on: { click: done } }, "Cancel"),
      h("button", { type: "button", class: "btn small primary", on: { click: save } }, "Save"),
    ),
  );
}
