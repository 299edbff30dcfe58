// The Home and About tabs.
import { drawBlocks } from "./blocks.js";
import { fill, h } from "./dom.js";
import { store } from "./store.js";
import { surfaceOf } from "./surface.js";

/** The bot's Home tab as it is for this person. */
export function drawHome(panel) {
  const view = store.state?.home;
  let page = panel.querySelector(".home-page");
  if (!view) {
    fill(
      panel,
      h(
        "div",
        { class: "nothing" },
        h("p", {}, "Nothing here yet."),
        h("p", {}, `${store.bot.name} draws this page when it is opened for the first time.`),
      ),
    );
    return;
  }
  if (!page || page.dataset.view !== `${store.me}${view.id}`) {
    page = h("div", { class: "home-page blocks", data: { view: `${store.me}${view.id}` } });
    fill(panel, page);
  }
  drawBlocks(
    page,
    view.blocks,
    surfaceOf({ kind: "view", view_id: view.id }),
    view.state?.values || view.state,
  );
}

function list(title, rows) {
  return rows.length
    ? [
        h("h3", {}, title),
        h(
          "dl",
          { class: "about-list" },
          rows.map(([name, words]) => [h("dt", {}, name), h("dd", {}, words)]),
        ),
      ]
    : null;
}

/** What the app offers, and how this page is used. */
export function drawAbout(panel) {
  const kinds = { global: "from the ⚡ button beside the message box", message: "from a message's ⋮ menu" };
  fill(
    panel,
    h(
      "div",
      { class: "about-page" },
      h("h2", {}, `About ${store.bot.name}`),
      h(
        "p",
        {},
        "An assistant for caseworkers: tell it about a visit in your own words and it makes the note, keeps the deadlines and finds who is on call.",
      ),
      list(
        "Commands",
        store.commands.map((one) => [one.command, one.description || ""]),
      ),
      list(
        "Shortcuts",
        store.shortcuts.map((one) => [one.name, kinds[one.type] || one.type]),
      ),
      list("Keys", [
        ["Enter", "sends"],
        ["Shift + Enter", "begins a new line"],
        ["/", "lists the commands"],
        ["Ctrl + Enter", "submits a window"],
        ["Esc", "closes a window, menu or thread"],
        ["Alt + ↑ ↓", "walks through the messages"],
      ]),
      h("h3", {}, "This workspace"),
      h(
        "p",
        {},
        "A practice copy of Slack that runs on this computer. Its people and children are invented, nothing leaves the machine. Its clock runs on from wherever you move it; deadlines and reminders follow it.",
      ),
    ),
  );
}
