// A list to choose from, with a search field where it is long: selects of all kinds and the time picker.
import { h, uid } from "./dom.js";
import { icon } from "./icons.js";
import { label } from "./mrkdwn.js";
import { closePopover, openPopover } from "./popover.js";

const LONG = 7;

/** Options of a select as [{title, options}], grouped or not. */
export function groupsOf({ options, option_groups: groups }) {
  if (groups?.length) return groups.map((group) => ({ title: group.label, options: group.options || [] }));
  return [{ title: null, options: options || [] }];
}

function words(option) {
  return `${option.text?.text ?? ""} ${option.description?.text ?? ""}`.toLowerCase();
}

// Every word typed must occur, in any order: "rivera maya" finds "Maya Rivera".
function matching(groups, query) {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  return groups
    .map(({ title, options }) => ({
      title,
      options: options.filter((option) => wanted.every((word) => words(option).includes(word))),
    }))
    .filter(({ options }) => options.length);
}

class Listbox {
  constructor(settings) {
    Object.assign(this, settings);
    this.id = uid("list");
    this.active = -1;
    this.turn = 0;
  }

  build() {
    const searching =
      this.load || this.always || groupsOf(this).flatMap((group) => group.options).length > LONG;
    this.list = h("div", {
      role: "listbox",
      id: this.id,
      class: "listbox",
      "aria-multiselectable": this.multi ? "true" : null,
      "aria-label": this.name,
    });
    this.input = h("input", {
      class: `listbox-search${searching ? "" : " visually-hidden"}`,
      role: "combobox",
      "aria-controls": this.id,
      "aria-expanded": "true",
      "aria-autocomplete": "list",
      "aria-label": this.name,
      placeholder: this.hint || "Search",
      autocomplete: "off",
      readonly: !searching,
      inputmode: searching ? null : "none",
      on: { input: () => this.refresh(), keydown: (event) => this.key(event) },
    });
    return [
      searching ? h("div", { class: "listbox-field" }, icon("search"), this.input) : this.input,
      this.list,
      this.multi
        ? h(
            "div",
            { class: "listbox-done" },
            h(
              "button",
              { type: "button", class: "btn primary", on: { click: () => closePopover(true) } },
              "Done",
            ),
          )
        : null,
    ];
  }

  async refresh() {
    const query = this.input.value.trim();
    const turn = (this.turn += 1);
    if (!this.load)
      return this.show(this.parse && query ? this.parse(query) : matching(groupsOf(this), query));
    if (query.length < this.least)
      return this.say(`Type at least ${this.least} letter${this.least === 1 ? "" : "s"} to search`);
    if (!this.list.children.length) this.say("Searching…");
    await new Promise((done) => setTimeout(done, query ? 160 : 0));
    if (turn !== this.turn) return undefined;
    const answer = await this.load(query);
    if (turn !== this.turn) return undefined;
    return answer.ok === false
      ? this.say("The search did not work. Try again.")
      : this.show(groupsOf(answer));
  }

  say(text) {
    this.active = -1;
    this.list.replaceChildren(h("div", { class: "listbox-note" }, text));
  }

  show(groups) {
    const nodes = groups.flatMap(({ title, options }) => [
      title && options.length
        ? h("div", { class: "listbox-group", role: "presentation" }, label(title))
        : null,
      ...options.map((option) => this.row(option)),
    ]);
    this.list.replaceChildren(...nodes.filter(Boolean));
    this.rows = [...this.list.querySelectorAll("[role=option]")];
    if (!this.rows.length) return this.say("Nothing found");
    const chosen = this.rows.findIndex((row) => row.getAttribute("aria-selected") === "true");
    return this.mark(Math.max(0, chosen));
  }

  row(option) {
    const chosen = this.chosen().some((value) => value === option.value);
    return h(
      "div",
      {
        role: "option",
        id: uid("opt"),
        class: "listbox-option",
        "aria-selected": chosen ? "true" : "false",
        data: { value: option.value },
        on: {
          click: () => this.pick(option),
          pointermove: (event) => this.mark(this.rows.indexOf(event.currentTarget), false),
        },
      },
      h("span", { class: "tick" }, icon("check")),
      h(
        "span",
        { class: "option-words" },
        h("span", {}, label(option.text)),
        option.description ? h("span", { class: "option-detail" }, label(option.description)) : null,
      ),
    );
  }

  mark(index, scroll = true) {
    this.rows?.[this.active]?.classList.remove("active");
    this.active = index;
    const row = this.rows?.[index];
    row?.classList.add("active");
    if (row) this.input.setAttribute("aria-activedescendant", row.id);
    if (scroll) row?.scrollIntoView({ block: "nearest" });
  }

  key(event) {
    const last = (this.rows?.length || 0) - 1;
    const steps = {
      ArrowDown: Math.min(last, this.active + 1),
      ArrowUp: Math.max(0, this.active - 1),
      PageDown: last,
      PageUp: 0,
    };
    if (event.key in steps) this.mark(steps[event.key]);
    else if (event.key === "Enter" || (event.key === " " && this.input.readOnly))
      this.rows?.[this.active]?.click();
    else return;
    event.preventDefault();
  }

  pick(option) {
    this.choose(option);
    if (!this.multi) return closePopover(true);
    for (const row of this.rows)
      row.setAttribute("aria-selected", this.chosen().includes(row.dataset.value) ? "true" : "false");
    return this.input.focus();
  }
}

/**
 * Open a list at `anchor`. Settings: name, options | option_groups | load(query), least, multi,
 * chosen() → values, choose(option), parse(query) → groups for what was typed, always (search field).
 */
export function openListbox(anchor, settings) {
  const box = new Listbox(settings);
  openPopover(anchor, box.build(), { label: settings.name, onClose: settings.onClose });
  box.refresh();
  box.input.focus();
}
