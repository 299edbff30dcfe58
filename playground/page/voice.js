// A voice clip without a microphone: one types what was said, and may let the transcript fail.
import { post } from "./api.js";
import { ask } from "./confirm.js";
import { h, uid } from "./dom.js";
import { store } from "./store.js";

const WORDS_A_SECOND = 2.5;

function seconds(words) {
  return Math.max(2, Math.round(words.split(/\s+/).filter(Boolean).length / WORDS_A_SECOND));
}

function form(finish) {
  const [fieldId, failId] = [uid("said"), uid("fail")];
  const field = h("textarea", {
    id: fieldId,
    class: "field",
    rows: 4,
    data: { first: "" },
    placeholder: "saw Maya at school today, 3 to 3:30, she was…",
  });
  const fail = h("input", { type: "checkbox", id: failId });
  const send = (event) => {
    event.preventDefault();
    if (field.value.trim() || fail.checked) finish({ transcript: field.value.trim(), fail: fail.checked });
    else field.focus();
  };
  return h(
    "form",
    { on: { submit: send } },
    h("label", { for: fieldId, class: "input-label" }, "What you say"),
    field,
    h("div", { class: "choice" }, fail, h("label", { for: failId }, "Let the transcript fail")),
    h(
      "div",
      { class: "ask-buttons" },
      h("button", { type: "button", class: "btn", on: { click: () => finish(null) } }, "Cancel"),
      h("button", { type: "submit", class: "btn primary" }, "Send clip"),
    ),
  );
}

/** Ask what was said and send it as a voice clip. */
export async function recordClip(threadTs) {
  const said = await ask({
    title: "Voice clip",
    body: "The practice workspace has no microphone. Type what you would say; it arrives as a clip with a transcript.",
    build: form,
  });
  if (!said) return;
  await post("/ui/voice", {
    user: store.me,
    transcript: said.transcript,
    seconds: seconds(said.transcript),
    fail: said.fail,
    ...(threadTs ? { thread_ts: threadTs } : {}),
  });
}
