// The list of people to be. Each is a real link, so that another window can be opened on another person.
import { avatar } from "./avatar.js";
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { store } from "./store.js";

const ORDER = ["Caseworkers", "Supervisors", "On call", "Director", "Office", "Not on staff"];

/** The address of this page as that person. */
export function seatOf(id) {
  return `#as=${id}`;
}

function groups(people) {
  const names = [...new Set([...ORDER, ...people.map((person) => person.group)])];
  return names
    .map((name) => ({ name, people: people.filter((person) => person.group === name) }))
    .filter((group) => group.people.length);
}

function row(person) {
  const mine = person.id === store.me;
  return h(
    "li",
    { class: "person-row" },
    h(
      "a",
      {
        class: "person",
        href: seatOf(person.id),
        "aria-current": mine ? "true" : null,
        title: person.hint || null,
        data: { id: person.id, fk: `person|${person.id}` },
      },
      avatar(person.id, "small"),
      h(
        "span",
        { class: "person-words" },
        h("span", { class: "person-name" }, person.name),
        h("span", { class: "person-title" }, person.title || ""),
      ),
    ),
    h(
      "a",
      {
        class: "icon-button small elsewhere",
        href: seatOf(person.id),
        target: "_blank",
        "aria-label": `Open another window as ${person.name}`,
        title: "Open in another window",
      },
      icon("copy"),
    ),
  );
}

function matches(person, query) {
  const words = `${person.name} ${person.title} ${person.group} ${person.hint}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}

/** Draw the list; `query` narrows it. */
export function drawPeople(list, query = "") {
  const found = store.people.filter((person) => matches(person, query));
  fill(
    list,
    groups(found).map((group, index) =>
      h(
        "section",
        { class: "people-group", "aria-labelledby": `group-${index}` },
        h(
          "h3",
          { id: `group-${index}` },
          group.name,
          h("span", { class: "group-count" }, String(group.people.length)),
        ),
        h("ul", {}, group.people.map(row)),
      ),
    ),
  );
  if (!found.length) fill(list, h("p", { class: "people-none" }, "Nobody of that name."));
}

/** Mark who one is without redrawing the list (it keeps its scroll and focus). */
export function markMe(list) {
  for (const node of list.querySelectorAll(".person")) {
    const mine = node.dataset.id === store.me;
    if (mine) node.setAttribute("aria-current", "true");
    else node.removeAttribute("aria-current");
    if (mine) node.scrollIntoView({ block: "nearest" });
  }
}

/** Where nobody is chosen yet: some people to begin with, those whom a hint introduces first. */
export function welcome() {
  const hinted = store.people.filter((person) => person.hint);
  const others = groups(store.people)
    .map((group) => group.people[0])
    .filter((person) => !person.hint);
  const some = [...hinted, ...others].slice(0, 6);
  return h(
    "div",
    { class: "welcome" },
    h("h1", {}, "Who do you want to be?"),
    h(
      "p",
      {},
      "This is a practice copy of Slack with invented people. Everything stays on this computer. Open a second window to be two people at once.",
    ),
    h(
      "div",
      { class: "welcome-people" },
      some.map((person) =>
        h(
          "a",
          { class: "welcome-card", href: seatOf(person.id) },
          avatar(person.id),
          h(
            "span",
            {},
            h("strong", {}, person.name),
            h("span", { class: "person-title" }, person.title || ""),
            person.hint ? h("span", { class: "welcome-hint" }, person.hint) : null,
          ),
        ),
      ),
    ),
  );
}
