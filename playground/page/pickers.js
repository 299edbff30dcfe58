// Date and time pickers.
import { openCalendar } from "./calendar.js";
import { choose, naming } from "./choose.js";
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { openListbox } from "./listbox.js";
import { clock24, dayOf, localToUnix, spellDay, spellTime, today } from "./when.js";

const STEP = 15;

function clearButton(cx, run) {
  if (!cx.optional) return null;
  return h("button", { type: "button", class: "icon-button small clear", "aria-label": "Clear", on: { click: run } }, icon("close"));
}

function trigger(el, cx, sign, open, popup) {
  const node = h("button", {
    type: "button", class: "select", "aria-haspopup": popup, "aria-expanded": "false", ...naming(el, cx, true),
    on: { click: () => open(node) },
  });
  return node;
}

// A picker: a button that shows `spell(value)` and opens `open(node, value, take)`.
function picker(el, cx, { sign, popup, hint, spell, open }) {
  const value = () => cx.surface.value(cx.blockId, el);
  const take = async (next) => {
    await choose(el, cx, next);
    draw();
  };
  const node = trigger(el, cx, sign, () => open(node, value(), take), popup);
  const clear = clearButton(cx, () => take(null));
  const words = h("span", {});
  // The label names the field; what it holds has to be heard as well.
  const draw = () => {
    const text = value() ? spell(value()) : el.placeholder?.text || hint;
    words.className = value() ? "select-words" : "select-words hint";
    words.textContent = text;
    fill(node, icon(sign), words, icon("down"));
    if (clear) clear.hidden = !value();
  };
  draw();
  return h("span", { class: "control" }, node, clear);
}

/** A date: "YYYY-MM-DD". */
export function datePicker(el, cx) {
  return picker(el, cx, { sign: "calendar", popup: "dialog", hint: "Choose a date", spell: spellDay, open: openCalendar });
}

function timeOption(clock) {
  return { value: clock, text: { type: "plain_text", text: spellTime(clock) } };
}

function pad(hours, minutes) {
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}

/**
 * What was typed, as times: "4:10p", "1610", "4". Without am or pm both are offered, the one in
 * the working day first.
 */
export function readTimes(typed) {
  const match = /^(\d{1,2})[:.]?(\d{2})?\s*([ap])?\.?m?\.?$/i.exec(typed.trim());
  if (!match) return [];
  const [hours, minutes, half] = [Number(match[1]), Number(match[2] || 0), match[3]?.toLowerCase()];
  if (hours > 23 || minutes > 59 || (half && (hours > 12 || hours === 0))) return [];
  if (half) return [pad((hours % 12) + (half === "p" ? 12 : 0), minutes)];
  if (hours > 12 || hours === 0) return [pad(hours, minutes)];
  const both = [pad(hours % 12, minutes), pad((hours % 12) + 12, minutes)];
  return hours >= 7 && hours < 12 ? both : both.reverse();
}

function openTimes(node, value, take) {
  const steps = Array.from({ length: (24 * 60) / STEP }, (_, index) => pad(Math.floor((index * STEP) / 60), (index * STEP) % 60));
  const all = value && !steps.includes(value) ? [...steps, value].sort() : steps;
  openListbox(node, {
    name: "Choose a time", hint: "Type a time, as 4:10 pm", options: all.map(timeOption), always: true, chosen: () => [value || "09:00"],
    parse: (typed) => [{ title: null, options: readTimes(typed).map(timeOption) }], choose: (option) => take(option.value),
  });
}

/** A time: "HH:mm". */
export function timePicker(el, cx) {
  return picker(el, cx, { sign: "clock", popup: "listbox", hint: "Choose a time", spell: spellTime, open: openTimes });
}

/** Date and time together: seconds since 1970, in the viewer's zone. */
export function dateTimePicker(el, cx) {
  const value = () => cx.surface.value(cx.blockId, el);
  const moment = () => (value() ? new Date(value() * 1000) : null);
  const day = () => (moment() ? dayOf(moment()) : null);
  const clock = () => (moment() ? clock24(moment()) : null);
  const take = async (nextDay, nextClock) => {
    await choose(el, cx, localToUnix(nextDay || today(), nextClock || "09:00"));
    draw();
  };
  const date = trigger(el, cx, "calendar", () => openCalendar(date, day(), (next) => take(next, clock())), "dialog");
  const time = trigger(el, { ...cx, fk: `${cx.fk}|time` }, "clock", () => openTimes(time, clock(), (next) => take(day(), next)), "listbox");
  const draw = () => {
    fill(date, icon("calendar"), h("span", { class: day() ? "select-words" : "select-words hint" }, day() ? spellDay(day()) : "Choose a date"), icon("down"));
    fill(time, icon("clock"), h("span", { class: clock() ? "select-words" : "select-words hint" }, clock() ? spellTime(clock()) : "Time"), icon("down"));
  };
  draw();
  return h("span", { class: "control pair" }, date, time);
}
