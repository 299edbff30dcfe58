// What the page knows: who one is, the people, and the last state the server gave.
// One object, changed only by app.js; everything else reads it.

export const store = {
  people: [],
  byId: new Map(),
  bot: { name: "Fieldnote" },
  commands: [],
  shortcuts: [],
  me: null,
  state: null,
  tab: "messages",
  thread: null,
  lockScreen: false,
};

/** Remember the people and what the app offers. */
export function learn(answer) {
  store.people = answer.people || [];
  store.byId = new Map(store.people.map((person) => [person.id, person]));
  store.bot = answer.bot || store.bot;
  store.commands = answer.commands || [];
  store.shortcuts = answer.shortcuts || [];
}

/** A person's name for an id; the bot's for its own; else the id itself, as Slack shows strangers. */
export function nameOf(id) {
  if (id === "BOT" || id === store.bot.id) return store.bot.name;
  return store.byId.get(id)?.name || id;
}

/** Initials for an avatar: first and last word, at most two letters. */
export function initials(name) {
  const words = name
    .replace(/[^\p{L}\s-]/gu, "")
    .split(/\s+/)
    .filter(Boolean);
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return (
    letters
      .map((word) => word[0])
      .join("")
      .toUpperCase() || "?"
  );
}

/** A stable colour number (0-7) for a person. */
export function hue(id) {
  let sum = 0;
  for (const letter of String(id)) sum = (sum * 31 + letter.codePointAt(0)) % 997;
  return sum % 8;
}
