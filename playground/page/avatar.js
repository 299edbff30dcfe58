// Faces: initials in the person's colour, the bot's mark.
import { h } from "./dom.js";
import { botMark } from "./icons.js";
import { hue, initials, nameOf } from "./store.js";

/** A person's or the bot's avatar; decorative, since the name stands beside it. */
export function avatar(id, size = "") {
  if (id === "BOT")
    return h("span", { class: `avatar bot ${size}`.trim(), "aria-hidden": "true" }, botMark());
  return h(
    "span",
    { class: `avatar hue-${hue(id)} ${size}`.trim(), "aria-hidden": "true" },
    initials(nameOf(id)),
  );
}
