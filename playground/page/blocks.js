// Block Kit blocks. `drawBlocks` keeps the node of every block that did not change.
import { h, patchList, put, uid } from "./dom.js";
import { element, picture } from "./elements.js";
import { icon } from "./icons.js";
import { markdown } from "./markdown.js";
import { label, textObject } from "./mrkdwn.js";
import { richText } from "./richtext.js";
import { tableBlock } from "./table.js";
import { today } from "./when.js";

function context(surface, block, extra) {
  return { surface, blockId: block.block_id, acts: true, ...extra };
}

function section(block, surface) {
  const fields = block.fields?.length
    ? h(
        "div",
        { class: "fields" },
        block.fields.map((field) => h("div", {}, textObject(field))),
      )
    : null;
  const words = h(
    "div",
    { class: "section-words" },
    block.text ? h("div", { class: "section-text" }, textObject(block.text)) : null,
    fields,
  );
  return h(
    "div",
    { class: "block section" },
    words,
    block.accessory
      ? h("div", { class: "accessory" }, element(block.accessory, context(surface, block)))
      : null,
  );
}

function actions(block, surface) {
  return h(
    "div",
    { class: "block actions" },
    (block.elements || []).map((el) => element(el, context(surface, block))),
  );
}

function contextBlock(block) {
  return h(
    "div",
    { class: "block context" },
    (block.elements || []).map((el) =>
      el.type === "image" ? picture(el, "pic-tiny") : h("span", { class: "context-text" }, textObject(el)),
    ),
  );
}

function image(block) {
  return h(
    "figure",
    { class: "block image" },
    block.title ? h("figcaption", {}, label(block.title)) : null,
    picture(block, "pic-large"),
  );
}

// What an input block's control needs to be named, explained and corrected.
function input(block, surface) {
  const [labelId, hintId, errorId] = [uid("label"), uid("hint"), uid("error")];
  const error = h("div", { class: "field-error", id: errorId, role: "alert", hidden: true });
  const cx = context(surface, block, {
    acts: Boolean(block.dispatch_action),
    labelId,
    describedBy: `${block.hint ? `${hintId} ` : ""}${errorId}`,
    optional: Boolean(block.optional),
    clear: () => showError(node, null),
  });
  const node = h(
    "div",
    { class: "block input", data: { block: block.block_id } },
    h(
      "div",
      {
        class: "input-label",
        id: labelId,
        on: { click: () => node.querySelector("input,textarea,button")?.focus() },
      },
      label(block.label),
      block.optional ? h("span", { class: "optional" }, " (optional)") : null,
    ),
    element(block.element, cx),
    error,
    block.hint ? h("div", { class: "input-hint", id: hintId }, label(block.hint)) : null,
  );
  return node;
}

/** Put a sentence under an input block's field, or take it away. */
export function showError(node, text) {
  const error = node.querySelector(".field-error");
  if (!error) return;
  error.hidden = !text;
  error.replaceChildren();
  if (text) put(error, [icon("warning"), h("span", {}, text)]);
  node.classList.toggle("has-error", Boolean(text));
  for (const control of node.querySelectorAll("[data-action]"))
    control.setAttribute("aria-invalid", text ? "true" : "false");
}

const LEVELS = { default: "info", info: "info", warning: "warning", error: "warning", success: "check" };

function alert(block) {
  const level = block.level || "default";
  return h(
    "div",
    { class: `block alert alert-${level}`, role: "note" },
    icon(LEVELS[level] || "info"),
    h("div", {}, textObject(block.text)),
  );
}

function card(block, surface) {
  const cx = context(surface, block);
  const words = ["title", "subtitle", "body", "subtext"].map((part) =>
    block[part] ? h("div", { class: `card-${part}` }, textObject(block[part])) : null,
  );
  return h(
    "div",
    { class: "block card" },
    block.hero_image ? picture(block.hero_image, "card-hero") : null,
    h(
      "div",
      { class: "card-main" },
      block.icon ? picture(block.icon, "card-icon") : null,
      h("div", {}, words),
    ),
    block.actions?.length
      ? h(
          "div",
          { class: "actions" },
          block.actions.map((el) => element(el, cx)),
        )
      : null,
  );
}

function container(block, surface) {
  const inner = block.child_blocks || block.elements || [];
  return h(
    "div",
    { class: `block container ${block.type}` },
    block.title ? h("div", { class: "card-title" }, textObject(block.title)) : null,
    block.subtitle ? h("div", { class: "card-subtitle" }, textObject(block.subtitle)) : null,
    inner.map((child) => draw(child, surface)),
  );
}

const DRAW = {
  section,
  actions,
  input,
  image,
  alert,
  card,
  container,
  carousel: container,
  context: contextBlock,
  divider: () => h("hr", { class: "block divider" }),
  header: (block) =>
    h("div", { class: "block header", role: "heading", "aria-level": 3 }, textObject(block.text)),
  markdown: (block) => h("div", { class: "block markdown" }, markdown(block.text)),
  rich_text: (block) => h("div", { class: "block rich" }, richText(block)),
  table: tableBlock,
  data_table: tableBlock,
  video: (block) => h("div", { class: "block" }, textObject(block.title)),
};

function draw(block, surface) {
  const make = DRAW[block.type];
  return make
    ? make(block, surface)
    : h("div", { class: "block unknown" }, `(a ${block.type} block is not drawn here)`);
}

// Words such as "today" follow the clock; a field being typed in must not be redrawn for it.
function signature(block, day) {
  return `${block.type === "input" ? "" : day}${JSON.stringify(block)}`;
}

/** Draw or redraw the blocks of a surface inside `parent`; `sent` is the state that the server knows. */
export function drawBlocks(parent, blocks, surface, sent) {
  surface.adopt(blocks, sent);
  const day = today();
  const numbered = (blocks || []).map((block, index) => ({ block, key: block.block_id || `at-${index}` }));
  patchList(parent, numbered, {
    key: (item) => item.key,
    sign: (item) => signature(item.block, day),
    build: (item) => draw(item.block, surface),
  });
}
