// Elements that are typed into.
import { choose, naming } from "./choose.js";
import { h } from "./dom.js";
import { asRichText, fromRichText } from "./richtext.js";

const PAUSE = 350;
const KINDS = { email_text_input: "email", url_text_input: "url" };

/** Let a field of several lines grow with its words. */
export function grow(node) {
  node.style.height = "auto";
  node.style.height = `${node.scrollHeight + 2}px`;
}

// How much is missing or left, said only when it matters.
function count(el, words) {
  const length = [...words].length;
  if (el.min_length && length && length < el.min_length) return `${el.min_length - length} more needed`;
  if (el.max_length && length > el.max_length * 0.8) return `${el.max_length - length} left`;
  return "";
}

function listens(el, cx, when) {
  if (!cx.acts) return false;
  const triggers = el.dispatch_action_config?.trigger_actions_on || ["on_enter_pressed"];
  return triggers.includes(when);
}

function wire(node, el, cx, counter) {
  const rich = el.type === "rich_text_input";
  const value = () => (rich ? asRichText(node.value) : node.value || null);
  let timer = null;
  node.addEventListener("input", () => {
    cx.surface.keep(cx.blockId, el, value());
    cx.clear?.();
    counter.textContent = count(el, node.value);
    if (node.tagName === "TEXTAREA") grow(node);
    clearTimeout(timer);
    if (listens(el, cx, "on_character_entered"))
      timer = setTimeout(() => cx.surface.act(cx.blockId, el, value()), PAUSE);
  });
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || !listens(el, cx, "on_enter_pressed")) return;
    event.preventDefault();
    choose(el, cx, value());
  });
}

/** Text of one or several lines, rich text (as plain words), e-mail and web addresses. */
export function textField(el, cx) {
  const rich = el.type === "rich_text_input";
  const tall = rich || el.multiline;
  const kept = cx.surface.value(cx.blockId, el);
  const node = h(tall ? "textarea" : "input", {
    class: "field",
    type: tall ? null : KINDS[el.type] || "text",
    rows: tall ? 4 : null,
    placeholder: el.placeholder?.text || null,
    maxlength: el.max_length || (rich ? null : 3000),
    autocomplete: "off",
    ...naming(el, cx),
    value: (rich ? fromRichText(kept) : kept) || "",
  });
  if (el.focus_on_load) node.dataset.first = "";
  const counter = h("span", { class: "counter", "aria-live": "polite" }, count(el, node.value));
  wire(node, el, cx, counter);
  if (tall) requestAnimationFrame(() => node.isConnected && grow(node));
  return h("span", { class: "control tall" }, node, counter);
}

/** A number. */
export function numberField(el, cx) {
  const node = h("input", {
    class: "field number",
    type: "text",
    inputmode: el.is_decimal_allowed ? "decimal" : "numeric",
    placeholder: el.placeholder?.text || null,
    autocomplete: "off",
    ...naming(el, cx),
    value: cx.surface.value(cx.blockId, el) ?? "",
  });
  const counter = h("span", { class: "counter" });
  wire(node, el, cx, counter);
  return h("span", { class: "control" }, node, counter);
}

/** Files cannot be sent from a window of the local workspace, and this says so. */
export function fileInput(el, cx) {
  return h(
    "span",
    { class: "control tall" },
    h("button", { type: "button", class: "btn", disabled: true, ...naming(el, cx) }, "Choose files"),
    h("span", { class: "counter" }, "Files cannot be added here: this workspace keeps none."),
  );
}
