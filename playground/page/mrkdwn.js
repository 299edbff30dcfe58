// The lines of Slack's mrkdwn: fenced text, quotes, bullets, everything else with its line breaks.
import { h } from "./dom.js";
import { inline, plain, unescape } from "./inline.js";

const QUOTE = /^(?:&gt;|>) ?/;
const BULLET = /^(\s*)([•◦▪‣*-]|\d{1,2}[.)]) +(?=\S)/;

function lineKind(line) {
  if (QUOTE.test(line)) return "quote";
  return BULLET.test(line) ? "bullet" : "text";
}

function bullet(line) {
  const [whole, indent, mark] = BULLET.exec(line);
  const sign = /\d/.test(mark) ? mark : "•";
  return h(
    "div",
    { class: "bullet", style: { "--indent": Math.min(8, Math.floor(indent.length / 2)) } },
    h("span", { class: "bullet-mark" }, sign),
    h("span", {}, inline(line.slice(whole.length))),
  );
}

// Slack breaks lines where the sender did, and shows an empty line as half a line of air.
function textLines(lines) {
  return lines.map((line) =>
    line.trim() ? h("div", { class: "line" }, inline(line)) : h("div", { class: "gap" }),
  );
}

function run(kind, lines) {
  if (kind === "quote") return h("blockquote", {}, prose(lines.map((line) => line.replace(QUOTE, ""))));
  return kind === "bullet" ? lines.map(bullet) : textLines(lines);
}

function prose(lines) {
  const out = [];
  let at = 0;
  while (at < lines.length) {
    const kind = lineKind(lines[at]);
    let end = at;
    while (end < lines.length && lineKind(lines[end]) === kind) end += 1;
    out.push(run(kind, lines.slice(at, end)));
    at = end;
  }
  return out;
}

/** mrkdwn as nodes. */
export function mrkdwn(text) {
  const pieces = String(text ?? "").split(/```\n?([\s\S]*?)\n?```/);
  return pieces.map((piece, index) => {
    if (index % 2) return h("pre", {}, unescape(piece));
    const trimmed = piece.replace(/^\n|\n$/g, "");
    return trimmed ? prose(trimmed.split("\n")) : [];
  });
}

/** A text object, whichever of the two kinds it is; a bare string is plain. */
export function textObject(object) {
  if (!object) return [];
  if (typeof object === "string") return plain(object);
  if (object.type === "mrkdwn") return mrkdwn(object.text);
  return plain(String(object.text ?? ""), object.emoji !== false);
}

/** The same in one line, for labels and menus. */
export function label(object) {
  if (object?.type === "mrkdwn") return inline(object.text);
  return textObject(object);
}
