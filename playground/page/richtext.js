// The `rich_text` block: text that carries its marks as data instead of signs.
import { h } from "./dom.js";
import { dateNode, emojiNode, link, mention } from "./inline.js";

const MARKS = [
  ["code", "code"],
  ["bold", "strong"],
  ["italic", "em"],
  ["strike", "s"],
  ["underline", "u"],
];

function marked(text, style = {}) {
  return MARKS.reduce((inner, [name, tag]) => (style?.[name] ? h(tag, {}, inner) : inner), text);
}

const PIECES = {
  text: (piece) => marked(piece.text, piece.style),
  link: (piece) => link(piece.url, marked(piece.text || piece.url, piece.style)),
  user: (piece) => mention(piece.user_id),
  usergroup: (piece) => h("span", { class: "mention" }, `@${piece.usergroup_id}`),
  channel: (piece) => h("span", { class: "mention" }, `#${piece.channel_id}`),
  broadcast: (piece) => h("span", { class: "mention" }, `@${piece.range}`),
  emoji: (piece) => emojiNode(piece.name),
  date: (piece) => dateNode(piece.timestamp, piece.format, piece.fallback, piece.url),
  color: (piece) => h("code", {}, piece.value),
};

// A line break inside a text element is a real break.
function pieces(list = []) {
  return list.map((piece) => (PIECES[piece.type] ? PIECES[piece.type](piece) : piece.text || ""));
}

function list(element) {
  const ordered = element.style === "ordered";
  const depth = element.indent || 0;
  return h(
    ordered ? "ol" : "ul",
    {
      class: `rt-list depth-${depth % 3}${element.border ? " bordered" : ""}`,
      start: ordered && element.offset ? element.offset + 1 : null,
      style: { "--indent": depth },
    },
    (element.elements || []).map((item) => h("li", {}, pieces(item.elements))),
  );
}

const PARTS = {
  rich_text_section: (element) => h("div", { class: "rt-section" }, pieces(element.elements)),
  rich_text_list: list,
  rich_text_quote: (element) => h("blockquote", { class: "pre-line" }, pieces(element.elements)),
  rich_text_preformatted: (element) => h("pre", {}, pieces(element.elements)),
};

/** A rich_text block's parts as nodes. */
export function richText(block) {
  return (block.elements || []).map((element) => (PARTS[element.type] ? PARTS[element.type](element) : null));
}

/** Plain words as the value of a rich_text_input. */
export function asRichText(words) {
  if (!words) return null;
  return {
    type: "rich_text",
    elements: [{ type: "rich_text_section", elements: [{ type: "text", text: words }] }],
  };
}

/** The plain words of a rich_text value. */
export function fromRichText(value) {
  const words = (element) =>
    element.text ?? (element.elements || []).map(words).join(element.type === "rich_text_list" ? "\n" : "");
  return value ? (value.elements || []).map(words).join("\n") : "";
}
