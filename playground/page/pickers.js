// Date and time pickers.
import { openCalendar } from "./calendar.js";
import { choose, clearButton, naming, showChoice } from "./choose.js";
import { h } from "./dom.js";
import { openListbox } from "./listbox.js";
import { clock24, dayOf, localToUnix, spellDay, spellTime, today } from "./when.js";

const STEP = 15;

function trigger(el, cx, popup, open) {
  const look = { type: "button", class: "select", "aria-haspopup": popup, "aria-expanded": "false" };
  const node = h("button", { ...look, ...naming(el, cx, true), on: { click: () => open(node) } });
  return node;
}

// A picker: a button that shows `spell(value)` and opens `open(node, value, take)`.
function picker(el, cx, { sign, popup, hint, spell, open }) {
  const value = () => cx.surface.value(cx.blockId, el);
  const take = async (next) => {
    await choose(el, cx, next);
    draw();
  };
  const node = trigger(el, cx, popup, () => open(node, value(), take));
  const clear = clearButton(cx, () => take(null));
  const draw = () => {
    showChoice(node, value() ? spell(value()) : null, el.placeholder?.text || hint, sign);
    if (clear) clear.hidden = !value();
  };
  draw();
  return h("span", { class: "control" }, node, clear);
}

/** A date: "YYYY-MM-DD". */
export function datePicker(el, cx) {
  return picker(el, cx, {
    sign: "calendar",
    popup: "dialog",
    hint: "Choose a date",
    spell: spellDay,
    open: openCalendar,
  });
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
  const steps = Array.from({ length: (24 * 60) / STEP }, (_, index) =>
    pad(Math.floor((index * STEP) / 60), (index * STEP) % 60),
  );
  const all = value && !steps.includes(value) ? [...steps, value].sort() : steps;
  openListbox(node, {
    name: "Choose a time",
    hint: "Type a time, as 4:10 pm",
    options: all.map(timeOption),
    always: true,
    chosen: () => [value || "09:00"],
    parse: (typed) => [{ title: null, options: readTimes(typed).map(timeOption) }],
    choose: (option) => take(option.value),
  });
}

/** A time: "HH:mm". */
export function timePicker(el, cx) {
  return picker(el, cx, {
    sign: "clock",
    popup: "listbox",
    hint: "Choose a time",
    spell: spellTime,
    open: openTimes,
  });
}

/** Date and time together: seconds since 1970, in the viewer's zone. */
export function dateTimePicker(el, cx) {
  const moment = () => {
    const seconds = cx.surface.value(cx.blockId, el);
    return seconds ? new Date(seconds * 1000) : null;
  };
  const day = () => moment() && dayOf(moment());
  const clock = () => moment() && clock24(moment());
  const take = async (nextDay, nextClock) => {
    await choose(el, cx, localToUnix(nextDay || today(), nextClock || "09:00"));
    draw();
  };
  const openDay = () => openCalendar(date, day(), (next) => take(next, clock()));
  const openTime = () => openTimes(time, clock(), (next) => take(day(), next));
  const date = trigger(el, cx, "dialog", openDay);
  const time = trigger(el, { ...cx, fk: `${cx.fk}|time` }, "listbox", openTime);
  const draw = () => {
    showChoice(date, day() && spellDay(day()), "Choose a date", "calendar");
    showChoice(time, clock() && spellTime(clock()), "Time", "clock");
  };
  draw();
  return h("span", { class: "control pair" }, date, time);
}
