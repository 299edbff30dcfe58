// What happens when a value changes: ask where the element wants it, keep it, tell the bot where it listens.
import { confirmed } from "./confirm.js";
import { fill, h, uid } from "./dom.js";
import { icon } from "./icons.js";

/** Keep a new value. Resolves false where the person said no to the element's question. */
export async function choose(el, cx, value) {
  if (el.confirm && cx.acts && !(await confirmed(el.confirm))) return false;
  cx.surface.keep(cx.blockId, el, value);
  cx.clear?.();
  if (cx.acts) await cx.surface.act(cx.blockId, el, value);
  return true;
}

/**
 * The attributes that name a control and tie it to its hint and its error. A button that shows its
 * value (`shows`) is named by its label and by itself, so that the value is heard too.
 */
export function naming(el, cx, shows = false) {
  const id = uid("control");
  return {
    id,
    "aria-labelledby": cx.labelId ? `${cx.labelId}${shows ? ` ${id}` : ""}` : null,
    "aria-label": cx.labelId || shows ? null : el.placeholder?.text || null,
    "aria-describedby": cx.describedBy || null,
    "aria-required": cx.labelId && !cx.optional && !shows ? "true" : null,
    data: { fk: cx.fk, action: el.action_id },
  };
}

/** Show on a menu's or picker's button what is chosen, or the hint while nothing is. */
export function showChoice(node, words, hint, sign = null) {
  const look = words ? "select-words" : "select-words hint";
  fill(node, sign ? icon(sign) : null, h("span", { class: look }, words || hint), icon("down"));
}

/** A cross that empties an optional field. */
export function clearButton(cx, run) {
  if (!cx.optional) return null;
  const look = {
    type: "button",
    class: "icon-button small clear",
    "aria-label": "Clear",
    on: { click: run },
  };
  return h("button", look, icon("close"));
}
