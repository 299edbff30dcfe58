// Times as people read them: in the viewer's own zone, relative to the workspace's clock (not this computer's).
import { store } from "./store.js";

const HALF_YEAR = 183 * 86400;
const formatters = new Map();

function zone() {
  return store.state?.user?.tz || "America/New_York";
}

/** The workspace's present moment: its clock runs on between two answers of the server. */
export function workspaceNow() {
  return new Date(Date.now() + (store.clockAhead || 0));
}

/** Set the page's clock by an answer of the server. */
export function setClock(iso) {
  if (iso) store.clockAhead = Date.parse(iso) - Date.now();
}

/** "Mon Nov 9, 5:30 PM" in the agency's zone, as the workspace's clock shows it to everybody. */
export function clockWords() {
  const options = {
    weekday: "short",
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZone: "America/New_York",
  };
  const p = parts(workspaceNow(), options);
  return `${p.weekday} ${p.month} ${p.day}, ${p.hour}:${p.minute} ${p.dayPeriod}`;
}

// Making a formatter is slow and a conversation needs thousands of dates: each is made once.
function formatter(options) {
  const whole = { timeZone: zone(), ...options };
  const name = JSON.stringify(whole);
  if (!formatters.has(name)) formatters.set(name, new Intl.DateTimeFormat("en-US", whole));
  return formatters.get(name);
}

function parts(date, options) {
  return Object.fromEntries(
    formatter(options)
      .formatToParts(date)
      .map((part) => [part.type, part.value]),
  );
}

/** "2026-11-09" for a moment, in the viewer's zone. */
export function dayOf(date) {
  const p = parts(date, { year: "numeric", month: "2-digit", day: "2-digit" });
  return `${p.year}-${p.month}-${p.day}`;
}

/** Today's date by the workspace's clock. */
export function today() {
  return dayOf(workspaceNow());
}

function daysApart(day, other) {
  return Math.round((Date.parse(day) - Date.parse(other)) / 86400000);
}

/** "yesterday", "today", "tomorrow" or null. */
export function nearWord(date) {
  return { "-1": "yesterday", 0: "today", 1: "tomorrow" }[daysApart(dayOf(date), today())] ?? null;
}

function ordinal(day) {
  const n = Number(day);
  const tail = n % 100 >= 11 && n % 100 <= 13 ? "th" : ["th", "st", "nd", "rd"][n % 10] || "th";
  return `${n}${tail}`;
}

/** "5:30 PM" */
export function clockTime(date, seconds = false) {
  const options = { hour: "numeric", minute: "2-digit", ...(seconds ? { second: "2-digit" } : {}) };
  return formatter(options)
    .format(date)
    .replace(/\u202f/g, " ");
}

// Slack leaves the year out where the date is less than six months away.
function year(date) {
  const far = Math.abs(date - workspaceNow()) / 1000 > HALF_YEAR;
  return far ? `, ${parts(date, { year: "numeric" }).year}` : "";
}

function longDate(date, weekday) {
  const p = parts(date, { weekday: "long", month: "long", day: "numeric" });
  return `${weekday ? `${p.weekday}, ` : ""}${p.month} ${ordinal(p.day)}${year(date)}`;
}

function shortDate(date) {
  const p = parts(date, { month: "short", day: "numeric" });
  return `${p.month} ${p.day}${year(date)}`;
}

function ago(date) {
  const seconds = Math.round((date - workspaceNow()) / 1000);
  const steps = [
    ["day", 86400],
    ["hour", 3600],
    ["minute", 60],
    ["second", 1],
  ];
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) || steps[3];
  return new Intl.RelativeTimeFormat("en", { numeric: "auto" }).format(Math.round(seconds / size), unit);
}

const TOKENS = {
  date_num: dayOf,
  date: (date) => longDate(date, false),
  date_short: shortDate,
  date_long: (date) => longDate(date, true),
  date_pretty: (date) => nearWord(date) || longDate(date, false),
  date_short_pretty: (date) => nearWord(date) || shortDate(date),
  date_long_pretty: (date) => nearWord(date) || longDate(date, true),
  day_divider_pretty: (date) => nearWord(date) || longDate(date, true),
  time: (date) => clockTime(date),
  time_secs: (date) => clockTime(date, true),
  ago,
};

/** Fill Slack's `{date_short_pretty} {time}`; the first word of the whole is capitalised, as Slack does. */
export function fillDate(timestamp, format) {
  const date = new Date(Number(timestamp) * 1000);
  if (Number.isNaN(date.getTime())) return null;
  const words = format.replace(/\{(\w+)\}/g, (whole, name) => (TOKENS[name] ? TOKENS[name](date) : whole));
  return words.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}

/** A message's moment from its ts. */
export function fromTs(ts) {
  return new Date(Number.parseFloat(ts) * 1000);
}

/** "Today", "Yesterday" or "Monday, November 9th" for the line between two days. */
export function dayDivider(date) {
  return fillDate(date.getTime() / 1000, "{day_divider_pretty}");
}

/** "Mon, Nov 9, 2026" for a plain calendar date, which has no zone. */
export function spellDay(iso) {
  const options = { weekday: "short", month: "short", day: "numeric", year: "numeric", timeZone: "UTC" };
  return new Intl.DateTimeFormat("en-US", options).format(new Date(`${iso}T12:00:00Z`));
}

/** "4:05 PM" for "16:05". */
export function spellTime(clock) {
  const [hours, minutes] = clock.split(":").map(Number);
  return `${hours % 12 || 12}:${String(minutes).padStart(2, "0")} ${hours < 12 ? "AM" : "PM"}`;
}

/** Seconds since 1970 of a local date and time in the viewer's zone. */
export function localToUnix(day, clock) {
  const naive = Date.parse(`${day}T${clock}:00Z`);
  // The zone's offset depends on the moment looked for: one correction, then one more for the clock changes.
  const offset = (at) =>
    Date.parse(`${dayOf(new Date(at))}T${clock24(new Date(at))}:00Z`) - Math.floor(at / 60000) * 60000;
  const first = naive - offset(naive);
  return Math.round((naive - offset(first)) / 1000);
}

/** "16:05" of a moment in the viewer's zone. */
export function clock24(date) {
  const p = parts(date, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return `${p.hour}:${p.minute}`;
}
