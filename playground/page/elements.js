// Block Kit elements. A context `cx` says where an element stands: {surface, blockId, acts, labelId, describedBy, optional}.
import { confirmed } from "./confirm.js";
import { checkboxes, multiSelect, radioButtons, select } from "./choices.js";
import { h } from "./dom.js";
import { fileInput, numberField, textField } from "./fields.js";
import { icon } from "./icons.js";
import { openMenu } from "./menu.js";
import { textObject } from "./mrkdwn.js";
import { datePicker, dateTimePicker, timePicker } from "./pickers.js";

const SAFE = /^(https?:|mailto:|tel:)/i;

/** The name by which a control is found again after a redraw. */
export function focusKey(cx, el) {
  return `${cx.surface.id}|${cx.blockId}|${el.action_id}`;
}

/** Send an action once: a second press while the first is on its way does nothing. */
async function press(node, cx, el, value) {
  if (node.getAttribute("aria-busy") === "true") return;
  if (el.confirm && !(await confirmed(el.confirm))) return;
  node.setAttribute("aria-busy", "true");
  await cx.surface.act(cx.blockId, el, value);
  node.removeAttribute("aria-busy");
}

function button(el, cx) {
  const outside = el.url && SAFE.test(el.url);
  const node = h(
    outside ? "a" : "button",
    {
      type: outside ? null : "button",
      href: outside ? el.url : null,
      target: outside && /^https?:/i.test(el.url) ? "_blank" : null,
      rel: outside ? "noopener noreferrer" : null,
      class: `btn${el.style ? ` ${el.style}` : ""}`,
      "aria-label": el.accessibility_label || null,
      data: { fk: focusKey(cx, el) },
      on: { click: () => press(node, cx, el, null) },
    },
    textObject(el.text),
  );
  return node;
}

function overflow(el, cx) {
  const items = (el.options || []).map((option) => ({
    text: option.text?.text,
    detail: option.description?.text,
    href: option.url && SAFE.test(option.url) ? option.url : null,
    run: () => press(node, cx, el, option),
  }));
  const node = h(
    "button",
    {
      type: "button",
      class: "icon-button boxed",
      "aria-label": "More actions",
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      data: { fk: focusKey(cx, el) },
      on: { click: () => openMenu(node, items, "More actions") },
    },
    icon("more"),
  );
  return node;
}

/** A picture of a block or element; where it cannot be loaded its words take its place. */
export function picture(el, className) {
  const source =
    el.image_url ||
    el.slack_file?.url ||
    (el.slack_file?.id ? `/files/${encodeURIComponent(el.slack_file.id)}` : "");
  const node = h("img", { class: className, src: source, alt: el.alt_text || "", loading: "lazy" });
  node.addEventListener(
    "error",
    () => node.replaceWith(h("span", { class: "image-lost" }, el.alt_text || "Picture")),
    { once: true },
  );
  return node;
}

const DRAW = {
  button,
  overflow,
  static_select: select,
  external_select: select,
  users_select: select,
  multi_static_select: multiSelect,
  multi_external_select: multiSelect,
  multi_users_select: multiSelect,
  radio_buttons: radioButtons,
  checkboxes,
  datepicker: datePicker,
  timepicker: timePicker,
  datetimepicker: dateTimePicker,
  plain_text_input: textField,
  rich_text_input: textField,
  email_text_input: textField,
  url_text_input: textField,
  number_input: numberField,
  file_input: fileInput,
  image: (el) => picture(el, "pic-thumb"),
};

/** One element; a kind that the page does not know is named instead of silently left out. */
export function element(el, cx) {
  const draw = DRAW[el.type];
  if (!draw) return h("span", { class: "unknown" }, `(${el.type} is not drawn here)`);
  return draw(el, { ...cx, fk: focusKey(cx, el) });
}

export { confirmed };
