// Files of a message: a voice clip with its transcript, or a plain file.
import { h } from "./dom.js";
import { icon } from "./icons.js";

// A drawn wave: the same for the same clip, since there is no sound to draw it from.
function wave(seed) {
  const heights = Array.from(
    { length: 64 },
    (_, index) =>
      25 +
      Math.round(60 * Math.abs(Math.sin((index + 1) * (seed.length + 3) * 0.37) * Math.cos(index * 0.61))),
  );
  return h(
    "span",
    { class: "wave", "aria-hidden": "true" },
    heights.map((height) => h("i", { style: { height: `${height}%` } })),
  );
}

function transcript({ transcription: state }) {
  if (!state || state.status === "none") return null;
  if (state.status === "complete") {
    const more = state.preview?.has_more ? "…" : "";
    return h(
      "div",
      { class: "transcript" },
      h("span", { class: "transcript-label" }, "Transcript"),
      `“${state.preview?.content || ""}${more}”`,
    );
  }
  if (state.status === "failed") return h("div", { class: "transcript" }, "The transcript failed.");
  return h("div", { class: "transcript waiting", role: "status" }, "Transcribing…");
}

function length(file) {
  const seconds = Math.round(file.seconds ?? (file.duration_ms || 0) / 1000);
  return seconds ? `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}` : "";
}

/** One file of a message. */
export function clip(file) {
  if (file.subtype !== "slack_audio")
    return h("div", { class: "file-chip" }, icon("file"), h("span", {}, file.name || "File"));
  const node = h(
    "div",
    { class: "clip" },
    h(
      "div",
      { class: "clip-bar" },
      h(
        "button",
        {
          type: "button",
          class: "clip-play",
          "aria-label": "Play the voice clip",
          on: { click: () => play(node) },
        },
        icon("play"),
      ),
      wave(file.id || file.name || "clip"),
      h("span", { class: "clip-length" }, length(file)),
    ),
    transcript(file),
  );
  return node;
}

// There is no sound: playing runs a light along the wave, so that the chip behaves as one expects.
function play(node) {
  node.classList.remove("playing");
  void node.offsetWidth;
  node.classList.add("playing");
}
