// The inline part of Slack's mrkdwn: links, mentions, dates, emphasis, emoji.
import { emoji } from "./emoji.js";
import { h } from "./dom.js";
import { nameOf, store } from "./store.js";
import { fillDate } from "./when.js";

const SAFE = /^(https?:|mailto:|tel:)/i;
// A mark opens after a non-word character and closes before one, so that `snake_case` and `2*3*4` stay as written.
const TOKEN = new RegExp(
  [
    "<([^<>\\n]+)>",
    "`([^`\\n]+)`",
    "(?<![\\w*])\\*(?=\\S)([^*\\n]*?[^\\s*])\\*(?![\\w*])",
    "(?<![\\w_])_(?=\\S)([^_\\n]*?[^\\s_])_(?![\\w_])",
    "(?<![\\w~])~(?=\\S)([^~\\n]*?[^\\s~])~(?![\\w~])",
    ":([a-z0-9_+'-]+(?:::skin-tone-\\d)?):",
    "(https?://[^\\s<>|]+[^\\s<>|.,;:!?)\\]'\"])",
  ].join("|"),
  "g",
);

/** Undo Slack's three escapes. */
export function unescape(text) {
  return text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
}

/** A link, or its plain label where the address is none that a browser should follow. */
export function link(url, label) {
  const address = unescape(url);
  if (!SAFE.test(address)) return h("span", {}, label);
  const outside = /^https?:/i.test(address);
  return h(
    "a",
    { class: "link", href: address, target: outside ? "_blank" : null, rel: "noopener noreferrer" },
    label,
  );
}

/** A mention of a person. */
export function mention(id) {
  const mine = id === store.me ? " mention-me" : "";
  return h("span", { class: `mention${mine}` }, `@${nameOf(id)}`);
}

/** A shortcode as its character, named for screen readers; an unknown one as written. */
export function emojiNode(name) {
  const sign = emoji(name);
  return sign
    ? h("span", { class: "emoji", role: "img", "aria-label": name.replace(/_/g, " ") }, sign)
    : `:${name}:`;
}

/** A date in the viewer's zone; hovering shows the fallback the sender wrote. */
export function dateNode(timestamp, format, fallback, url) {
  const words = fillDate(timestamp, format) || fallback || "";
  const node = h("time", { class: "date", title: fallback || null }, words);
  return url ? link(url, node) : node;
}

function special(body) {
  const date = /^date\^(-?\d+)\^([^|^]+)(?:\^([^|]+))?(?:\|(.*))?$/.exec(body);
  if (date) return dateNode(date[1], unescape(date[2]), date[4] ? unescape(date[4]) : null, date[3]);
  const [name, label] = body.split("|");
  if (["here", "channel", "everyone"].includes(name)) return h("span", { class: "mention" }, `@${name}`);
  return h("span", { class: "mention" }, unescape(label || name));
}

function angle(body) {
  const [target, ...rest] = body.split("|");
  const label = rest.length ? unescape(rest.join("|")) : null;
  if (/^@[UWB]\w*$/.test(target)) return mention(target.slice(1));
  if (target.startsWith("!")) return special(body.slice(1));
  if (/^#C\w+$/.test(target)) return h("span", { class: "mention" }, `#${label || target.slice(1)}`);
  if (SAFE.test(target)) return link(target, label || unescape(target).replace(/^(mailto:|tel:)/, ""));
  return `<${unescape(body)}>`;
}

function token([, bracket, code, bold, italic, strike, shortcode, url]) {
  if (bracket) return angle(bracket);
  if (code) return h("code", {}, unescape(code));
  if (bold) return h("strong", {}, inline(bold));
  if (italic) return h("em", {}, inline(italic));
  if (strike) return h("s", {}, inline(strike));
  if (shortcode) return emojiNode(shortcode);
  return link(url, unescape(url));
}

/** One line of mrkdwn as a list of nodes and strings. */
export function inline(text) {
  const out = [];
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    out.push(unescape(text.slice(at, match.index)), token(match));
    at = match.index + match[0].length;
  }
  out.push(unescape(text.slice(at)));
  return out;
}

/** Plain text: nothing but emoji shortcodes means anything, and those only where allowed. */
export function plain(text, withEmoji = true) {
  if (!withEmoji) return [text];
  return text.split(/(:[a-z0-9_+'-]+:)/).map((piece) => {
    const code = /^:(.+):$/.exec(piece);
    return code ? emojiNode(code[1]) : piece;
  });
}
