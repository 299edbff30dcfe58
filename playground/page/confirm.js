// The "are you sure?" of a confirm object, and small questions of the page's own.
import { h, trapTab, uid } from "./dom.js";
import { textObject } from "./mrkdwn.js";
import { rescueToasts } from "./toast.js";

/** Show a dialog over everything; resolves with what `finish` was called with, null when left. */
export function ask({ title, body, build, role = "dialog" }) {
  return new Promise((resolve) => {
    const heading = uid("ask");
    const dialog = h("dialog", { class: "ask", role, "aria-labelledby": heading });
    const back = document.activeElement;
    const finish = (answer) => {
      rescueToasts();
      dialog.remove();
      back?.isConnected && back.focus();
      resolve(answer);
    };
    put(dialog, heading, { title, body, build, finish });
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      event.stopPropagation();
      finish(null);
    });
    dialog.addEventListener("keydown", (event) => trapTab(event, dialog));
    document.body.append(dialog);
    dialog.showModal();
    (dialog.querySelector("[data-first]") || dialog.querySelector("button,textarea,input"))?.focus();
  });
}

function put(dialog, heading, { title, body, build, finish }) {
  dialog.append(h("h2", { id: heading }, title), h("div", { class: "ask-body" }, body || []), build(finish));
}

/** Slack's confirm object as a question; resolves true or false. */
export async function confirmed(confirm) {
  const answer = await ask({
    title: textObject(confirm.title),
    body: textObject(confirm.text),
    role: "alertdialog",
    build: (finish) =>
      h(
        "div",
        { class: "ask-buttons" },
        h(
          "button",
          { type: "button", class: "btn", on: { click: () => finish(false) } },
          textObject(confirm.deny) || "No",
        ),
        h(
          "button",
          {
            type: "button",
            class: `btn ${confirm.style === "danger" ? "danger solid" : "primary"}`,
            data: { first: "" },
            on: { click: () => finish(true) },
          },
          textObject(confirm.confirm) || "Yes",
        ),
      ),
  });
  return answer === true;
}
