// The `markdown` block: ordinary Markdown (headings, **bold**, lists, tables, code, links), as far as Slack shows it.
import { h } from "./dom.js";
import { emojiNode, link } from "./inline.js";

const TOKEN =
  /`([^`\n]+)`|\*\*(?=\S)(.+?)\*\*|~~(?=\S)(.+?)~~|(?<![\w*])[*](?=\S)([^*\n]+?)[*](?!\w)|(?<!\w)_(?=\S)([^_\n]+?)_(?!\w)|\[([^\]\n]+)\]\(([^)\s]+)\)|:([a-z0-9_+-]+):|(https?:\/\/[^\s<>)]+)/g;

function token([, code, bold, strike, star, under, words, url, shortcode, bare]) {
  if (code) return h("code", {}, code);
  if (bold) return h("strong", {}, inline(bold));
  if (strike) return h("s", {}, inline(strike));
  if (star || under) return h("em", {}, inline(star || under));
  if (words)
    return link(
      url,
      inline(words).map((piece) => (piece instanceof Node ? piece : String(piece))),
    );
  return shortcode ? emojiNode(shortcode) : link(bare, bare);
}

function inline(text) {
  const out = [];
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    out.push(text.slice(at, match.index), token(match));
    at = match.index + match[0].length;
  }
  out.push(text.slice(at));
  return out;
}

function cells(line) {
  return line
    .replace(/^\s*\||\|\s*$/g, "")
    .split("|")
    .map((cell) => cell.trim());
}

function table(lines) {
  const [head, , ...rows] = lines;
  return h(
    "div",
    { class: "table-wrap", tabindex: 0, role: "region", "aria-label": "Table" },
    h(
      "table",
      {},
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          cells(head).map((cell) => h("th", { scope: "col" }, inline(cell))),
        ),
      ),
      h(
        "tbody",
        {},
        rows.map((row) =>
          h(
            "tr",
            {},
            cells(row).map((cell) => h("td", {}, inline(cell))),
          ),
        ),
      ),
    ),
  );
}

function list(lines) {
  const ordered = /^\s*\d/.test(lines[0]);
  return h(
    ordered ? "ol" : "ul",
    { class: "md-list" },
    lines.map((line) => {
      const task = /^\s*[-*+]\s+\[([ xX])\]\s+/.exec(line);
      const words = line.replace(/^\s*(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?/, "");
      const depth = Math.floor(/^\s*/.exec(line)[0].length / 2);
      return h(
        "li",
        { style: { "--indent": depth } },
        task ? `${task[1] === " " ? "☐" : "☑"} ` : null,
        inline(words),
      );
    }),
  );
}

const KINDS = [
  [
    "heading",
    /^#{1,6}\s/,
    (lines) =>
      lines.map((line) =>
        h(
          "div",
          { class: "md-heading", role: "heading", "aria-level": 3 },
          inline(line.replace(/^#+\s+/, "")),
        ),
      ),
  ],
  ["rule", /^\s*(-{3,}|\*{3,})\s*$/, () => h("hr")],
  [
    "table",
    /^\s*\|/,
    (lines) => (lines.length > 1 ? table(lines) : h("div", { class: "line" }, inline(lines[0]))),
  ],
  ["list", /^\s*(?:[-*+]|\d+[.)])\s+/, list],
  ["quote", /^>/, (lines) => h("blockquote", {}, render(lines.map((line) => line.replace(/^>\s?/, ""))))],
  ["empty", /^\s*$/, () => h("div", { class: "gap" })],
  ["text", /^/, (lines) => lines.map((line) => h("div", { class: "line" }, inline(line)))],
];

function kindOf(line) {
  return KINDS.find(([, pattern]) => pattern.test(line));
}

function render(lines) {
  const out = [];
  let at = 0;
  while (at < lines.length) {
    const [name, , draw] = kindOf(lines[at]);
    let end = at;
    while (end < lines.length && kindOf(lines[end])[0] === name) end += 1;
    out.push(draw(lines.slice(at, end)));
    at = end;
  }
  return out;
}

/** Markdown as nodes. */
export function markdown(text) {
  const pieces = String(text ?? "").split(/```\w*\n?([\s\S]*?)\n?```/);
  return pieces.map((piece, index) =>
    index % 2 ? h("pre", {}, piece) : render(piece.replace(/^\n+|\n+$/g, "").split("\n")),
  );
}
