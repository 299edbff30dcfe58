// The message box: Enter sends, Shift+Enter breaks the line, "/" offers commands. What was typed is
// kept per person and thread until it is sent, and stays if sending fails.
import { post } from "./api.js";
import { ask } from "./confirm.js";
import { h, uid } from "./dom.js";
import { grow } from "./fields.js";
import { icon } from "./icons.js";
import { openMenu } from "./menu.js";
import { readCommand, SlashList } from "./slash.js";
import { store } from "./store.js";
import { toast } from "./toast.js";
import { recordClip } from "./voice.js";

function tool(sign, name, run, menu) {
  const node = h(
    "button",
    {
      type: "button",
      class: "icon-button",
      "aria-label": name,
      title: name,
      "aria-haspopup": menu ? "menu" : null,
      on: { click: () => run(node) },
    },
    icon(sign),
  );
  return node;
}

function openShortcuts(anchor) {
  const global = store.shortcuts.filter((one) => one.type === "global");
  const items = global.map((one) => ({
    text: one.name,
    detail: store.bot.name,
    sign: "bolt",
    run: () => post("/ui/shortcut", { user: store.me, callback_id: one.callback_id }),
  }));
  openMenu(anchor, items.length ? items : [{ text: "This app has no global shortcuts" }], "Shortcuts");
}

async function sendFile() {
  const name = await ask({
    title: "Send a file",
    body: "Nothing is uploaded: the bot is told that a file of this name was sent.",
    build: (finish) => {
      const id = uid("file");
      const field = h("input", { id, class: "field", value: "school-report.pdf", data: { first: "" } });
      return h(
        "form",
        { on: { submit: (event) => (event.preventDefault(), finish(field.value.trim() || null)) } },
        h("label", { for: id, class: "input-label" }, "File name"),
        field,
        h(
          "div",
          { class: "ask-buttons" },
          h("button", { type: "button", class: "btn", on: { click: () => finish(null) } }, "Cancel"),
          h("button", { type: "submit", class: "btn primary" }, "Send"),
        ),
      );
    },
  });
  if (name) await post("/ui/file", { user: store.me, name });
}

/** A composer; `threadTs` for a thread's. `show(name)` sets who writes and what stood there before. */
export class Composer {
  constructor({ label, threadTs = null, sent = () => {} }) {
    this.threadTs = threadTs;
    this.sent = sent;
    this.drafts = new Map();
    this.field = h("textarea", {
      class: "composer-field",
      rows: 1,
      placeholder: label,
      "aria-label": label,
      "aria-autocomplete": "list",
      data: { fk: `composer|${threadTs || ""}` },
    });
    this.slash = new SlashList(this.field);
    this.button = h(
      "button",
      {
        type: "button",
        class: "send",
        "aria-label": "Send",
        title: "Send",
        on: { click: () => this.send() },
      },
      icon("send"),
    );
    this.node = h(
      "div",
      { class: "composer" },
      this.slash.node,
      this.field,
      h("div", { class: "composer-tools" }, this.tools(), this.button),
    );
    this.wire();
    this.changed();
  }

  tools() {
    const tools = [tool("mic", "Record a voice clip", () => recordClip(this.threadTs))];
    if (!this.threadTs)
      tools.unshift(tool("plus", "Send a file", sendFile), tool("bolt", "Shortcuts", openShortcuts, true));
    return h("div", { class: "tools" }, tools);
  }

  wire() {
    this.field.addEventListener("input", () => this.changed());
    this.field.addEventListener("blur", () => this.slash.close());
    this.field.addEventListener("keydown", (event) => {
      if (this.slash.key(event) || event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.send();
    });
    this.node.addEventListener("click", (event) => event.target === this.node && this.field.focus());
  }

  changed() {
    if (this.user) this.drafts.set(this.user, this.field.value);
    this.button.classList.toggle("ready", this.field.value.trim() !== "");
    this.slash.update();
    if (this.field.isConnected) grow(this.field);
  }

  /** Write as this person: what they had typed before stands there again. */
  show(user) {
    if (this.user === user) return;
    this.user = user;
    this.field.value = this.drafts.get(user) || "";
    this.slash.close();
    requestAnimationFrame(() => this.changed());
  }

  async send() {
    const text = this.field.value.trim();
    if (!text || this.sending) return;
    this.sending = true;
    const user = this.user;
    const command = readCommand(text);
    if (command && this.threadTs) toast("Commands do not work in threads, in Slack neither.", "warning");
    else if (await this.deliver(user, text, command)) this.clear(user, text);
    this.sending = false;
  }

  async deliver(user, text, command) {
    const answer = command
      ? await post("/ui/command", { user, ...command })
      : await post("/ui/say", { user, text, ...(this.threadTs ? { thread_ts: this.threadTs } : {}) });
    return answer.ok !== false;
  }

  // Only what was sent is taken away: the person may have typed on, or have changed seats, meanwhile.
  clear(user, text) {
    if (this.drafts.get(user)?.trim() === text) this.drafts.set(user, "");
    if (this.user === user && this.field.value.trim() === text) this.field.value = "";
    this.changed();
    this.sent();
  }
}
