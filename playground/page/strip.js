// For those who work on the bot: payloads that Slack would have refused, in a strip below the conversation.
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";

let dismissed = "";

function row(error) {
  return h(
    "li",
    {},
    h("code", {}, error.method || "?"),
    h("span", {}, error.error || "refused"),
    error.pointer ? h("code", { class: "pointer" }, error.pointer) : null,
    h("time", {}, (error.at || "").slice(11, 19)),
  );
}

/** Show the last refused payloads; a new one brings a dismissed strip back. */
export function drawStrip(box, errors = []) {
  const signature = JSON.stringify(errors);
  box.hidden = !errors.length || signature === dismissed;
  if (box.hidden || box.dataset.sign === signature) return;
  box.dataset.sign = signature;
  const words = `${errors.length} payload${errors.length === 1 ? "" : "s"} outside Slack's limits`;
  fill(
    box,
    h(
      "details",
      {},
      h("summary", {}, icon("warning"), h("span", {}, words)),
      h("ol", {}, [...errors].reverse().map(row)),
    ),
    h(
      "button",
      {
        type: "button",
        class: "icon-button small",
        "aria-label": "Dismiss",
        on: {
          click: () => {
            dismissed = signature;
            box.hidden = true;
            delete box.dataset.sign;
          },
        },
      },
      icon("close"),
    ),
  );
}
