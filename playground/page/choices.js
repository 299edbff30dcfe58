// Elements that offer options: menus of one or many, radio buttons, checkboxes.
import { choose, clearButton, naming, showChoice } from "./choose.js";
import { fill, h, uid } from "./dom.js";
import { icon } from "./icons.js";
import { openListbox } from "./listbox.js";
import { label } from "./mrkdwn.js";
import { nameOf, store } from "./store.js";

function userOption(id) {
  return id ? { value: id, text: { type: "plain_text", text: nameOf(id) } } : null;
}

function source(el, cx) {
  if (el.type.includes("users")) {
    return {
      options: store.people.map((person) => ({
        ...userOption(person.id),
        description: { type: "plain_text", text: person.title || "" },
      })),
      always: true,
    };
  }
  if (el.type.includes("external")) {
    return { load: (query) => cx.surface.suggest(cx.blockId, el, query), least: el.min_query_length ?? 3 };
  }
  return { options: el.options, option_groups: el.option_groups };
}

function trigger(el, cx, open) {
  const node = h("button", {
    type: "button",
    class: "select",
    "aria-haspopup": "listbox",
    "aria-expanded": "false",
    ...naming(el, cx, true),
    on: {
      click: open,
      keydown: (event) => {
        if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
        event.preventDefault();
        open();
      },
    },
  });
  return node;
}

function hintOf(el) {
  return el.placeholder?.text || (el.type.includes("users") ? "Choose a person" : "Choose an option");
}

/** A menu of which one option is chosen: static, external or of people. */
export function select(el, cx) {
  const people = el.type.includes("users");
  const present = () => {
    const value = cx.surface.value(cx.blockId, el);
    return people ? userOption(value) : value;
  };
  const take = async (option) => {
    await choose(el, cx, people ? (option?.value ?? null) : option);
    draw();
  };
  const settings = { name: hintOf(el), hint: hintOf(el), ...source(el, cx), choose: take };
  const open = () => openListbox(node, { ...settings, chosen: () => [present()?.value] });
  const node = trigger(el, cx, open);
  const clear = clearButton(cx, () => take(null));
  const draw = () => {
    const option = present();
    showChoice(node, option ? label(option.text) : null, hintOf(el));
    if (clear) clear.hidden = !option;
  };
  draw();
  return h("span", { class: "control" }, node, clear);
}

function chip(option, drop) {
  const words = option.text?.text || option.value;
  return h(
    "span",
    { class: "chip" },
    label(option.text),
    h(
      "button",
      {
        type: "button",
        class: "chip-drop",
        "aria-label": `Remove ${words}`,
        on: { click: () => drop(option) },
      },
      icon("close"),
    ),
  );
}

// With the option where it was not chosen, without it where it was; unchanged where the menu is full.
function toggled(options, option, most) {
  const rest = options.filter((other) => other.value !== option.value);
  if (rest.length < options.length) return rest;
  return most && options.length >= most ? options : [...options, option];
}

/** A menu of which several options are chosen; those stand as chips above it. */
export function multiSelect(el, cx) {
  const people = el.type.includes("users");
  const value = () => cx.surface.value(cx.blockId, el) || [];
  const present = () => (people ? value().map(userOption) : value());
  const toggle = async (option) => {
    const next = toggled(present(), option, el.max_selected_items);
    await choose(el, cx, people ? next.map((other) => other.value) : next);
    draw();
  };
  const settings = { name: hintOf(el), hint: hintOf(el), ...source(el, cx), multi: true, choose: toggle };
  const open = () =>
    openListbox(node, { ...settings, chosen: () => present().map((option) => option.value) });
  const chips = h("span", { class: "chips" });
  const node = trigger(el, cx, open);
  const draw = () => {
    const options = present();
    const cards = options.map((option) => chip(option, toggle));
    fill(chips, cards);
    showChoice(node, options.length ? `${options.length} chosen` : null, hintOf(el));
  };
  draw();
  return h("span", { class: "control multi" }, chips, node);
}

function optionRow(kind, el, cx, option, change) {
  const id = uid("choice");
  const input = h("input", {
    type: kind,
    id,
    name: cx.groupName,
    value: option.value,
    checked: cx.isChosen(option),
    on: { change: () => change(input, option) },
    data: { fk: `${cx.fk}|${option.value}` },
  });
  return h(
    "div",
    { class: "choice" },
    input,
    h(
      "label",
      { for: id },
      h("span", {}, label(option.text)),
      option.description ? h("span", { class: "option-detail" }, label(option.description)) : null,
    ),
  );
}

function group(role, el, cx, rows) {
  const { data, ...names } = naming(el, cx);
  return h("div", { class: "choices", role, ...names, data: { action: data.action } }, rows);
}

/** Radio buttons. */
export function radioButtons(el, cx) {
  const ruled = {
    ...cx,
    groupName: uid("radio"),
    isChosen: (option) => cx.surface.value(cx.blockId, el)?.value === option.value,
  };
  const rows = () =>
    (el.options || []).map((option) =>
      optionRow("radio", el, ruled, option, async (_, picked) => {
        if (!(await choose(el, cx, picked))) fill(node, rows());
      }),
    );
  const node = group("radiogroup", el, cx, rows());
  return node;
}

/** Checkboxes. */
export function checkboxes(el, cx) {
  const value = () => cx.surface.value(cx.blockId, el) || [];
  const ruled = {
    ...cx,
    groupName: uid("check"),
    isChosen: (option) => value().some((other) => other.value === option.value),
  };
  const change = async (input, option) => {
    const rest = value().filter((other) => other.value !== option.value);
    const chosen = input.checked ? [...rest, option] : rest;
    // In the order of the options, as Slack sends them.
    const ordered = (el.options || []).filter((one) => chosen.some((other) => other.value === one.value));
    if (!(await choose(el, cx, ordered))) input.checked = !input.checked;
  };
  return group(
    "group",
    el,
    cx,
    (el.options || []).map((option) => optionRow("checkbox", el, ruled, option, change)),
  );
}
