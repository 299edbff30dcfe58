// Slash commands: the list that appears on "/", and what was typed taken apart.
import { h, uid } from "./dom.js";
import { store } from "./store.js";

/** "/log saw Maya" → {command: "/log", text: "saw Maya"}; null for ordinary words. */
export function readCommand(text) {
  const match = /^(\/[a-z0-9_-]+)(?:\s+([\s\S]*))?$/i.exec(text.trim());
  return match ? { command: match[1].toLowerCase(), text: match[2] || "" } : null;
}

function fitting(text) {
  const typed = /^\/([a-z0-9_-]*)$/i.exec(text);
  return typed
    ? store.commands.filter((one) => one.command.toLowerCase().startsWith(text.toLowerCase()))
    : [];
}

/** The list above a composer's field. `field` keeps the focus; keys are passed in by `key(event)`. */
export class SlashList {
  constructor(field) {
    this.field = field;
    this.id = uid("slash");
    this.node = h("div", {
      class: "slash-list",
      role: "listbox",
      id: this.id,
      "aria-label": "Commands",
      hidden: true,
    });
    this.items = [];
    this.active = 0;
    field.setAttribute("aria-controls", this.id);
  }

  /** Follow what was typed. */
  update() {
    this.items = fitting(this.field.value);
    this.active = 0;
    this.draw();
  }

  close() {
    this.items = [];
    this.draw();
  }

  draw() {
    this.node.hidden = !this.items.length;
    this.node.replaceChildren(
      ...this.items.map((one, index) =>
        h(
          "div",
          {
            role: "option",
            id: `${this.id}-${index}`,
            class: `slash-item${index === this.active ? " active" : ""}`,
            "aria-selected": index === this.active ? "true" : "false",
            on: { pointerdown: (event) => event.preventDefault(), click: () => this.take(index) },
          },
          h("strong", {}, one.command),
          h("span", {}, one.description || ""),
          one.usage_hint ? h("em", {}, one.usage_hint) : null,
        ),
      ),
    );
    this.node.children[this.active]?.scrollIntoView({ block: "nearest" });
    if (this.items.length) this.field.setAttribute("aria-activedescendant", `${this.id}-${this.active}`);
    else this.field.removeAttribute("aria-activedescendant");
  }

  take(index) {
    this.field.value = `${this.items[index].command} `;
    this.field.dispatchEvent(new Event("input"));
    this.field.focus();
  }

  /** True where the key belonged to the list. Enter on a command typed out in full sends it. */
  key(event) {
    if (!this.items.length) return false;
    const whole = this.items.some((one) => one.command === this.field.value);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      this.active =
        (this.active + (event.key === "ArrowDown" ? 1 : this.items.length - 1)) % this.items.length;
      this.draw();
    } else if (event.key === "Tab" || (event.key === "Enter" && !whole)) this.take(this.active);
    else if (event.key === "Escape") this.close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }
}
