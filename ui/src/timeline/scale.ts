/** The line of time: which days are in view, where a day stands, and which days are written under it. */

import { isoDay, monthName, parts } from "../days";

/** Days from `from` up to `to`, fractions allowed; the end of a day is the beginning of the next. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

export const FEWEST = 2;

export const x = (day: number, window: Window, width: number): number =>
  ((day - window.from) / (window.to - window.from)) * width;

/** Narrower (factor above 1) or wider about a day, within bounds; never fewer than two days. */
export function zoomed(window: Window, factor: number, about: number, bounds: Window): Window {
  const most = Math.max(FEWEST, bounds.to - bounds.from);
  const size = Math.min(most, Math.max(FEWEST, (window.to - window.from) / factor));
  const share = (about - window.from) / (window.to - window.from);
  return within({ from: about - share * size, to: about + (1 - share) * size }, bounds);
}

/** As wide as before, so many days later, within bounds. */
export const moved = (window: Window, days: number, bounds: Window): Window =>
  within({ from: window.from + days, to: window.to + days }, bounds);

function within(window: Window, bounds: Window): Window {
  const size = window.to - window.from;
  if (size >= bounds.to - bounds.from) return bounds;
  const from = Math.min(Math.max(window.from, bounds.from), bounds.to - size);
  return { from, to: from + size };
}

/** What the entries reach over, and of this what most of them reach over: one far day must not make all else a dot. */
export function extents(entries: readonly { first: number; last: number }[]): { all: Window; most: Window } {
  const firsts = entries.map((e) => e.first).sort((a, b) => a - b);
  const lasts = entries.map((e) => e.last).sort((a, b) => a - b);
  const cut = Math.floor(entries.length / 40);
  const wide = (from: number, to: number) => ({ from: from - 0.5, to: Math.max(to + 1.5, from + FEWEST) });
  const all = wide(firsts[0] ?? 0, lasts.at(-1) ?? 0);
  const most = wide(firsts[cut] ?? 0, lasts.at(-1 - cut) ?? 0);
  return { all, most: (all.to - all.from) / (most.to - most.from) > 3 ? most : all };
}

export type Unit = "day" | "week" | "month" | "quarter" | "year";
const DAYS: Record<Unit, number> = { day: 1, week: 7, month: 30.4, quarter: 91.3, year: 365.2 };
const UNITS = Object.keys(DAYS) as Unit[];

/** The smallest unit that is at least so many pixels wide. */
export function unitFor(window: Window, width: number, pixels: number): Unit {
  const day = width / (window.to - window.from);
  return UNITS.find((unit) => DAYS[unit] * day >= pixels) ?? "year";
}

/** The first day of the unit that holds a day, and the first day of the next. */
export function unitOf(day: number, unit: Unit): Window {
  const { year, month, weekday } = parts(Math.floor(day));
  if (unit === "day") return { from: Math.floor(day), to: Math.floor(day) + 1 };
  if (unit === "week") return { from: Math.floor(day) - weekday, to: Math.floor(day) - weekday + 7 };
  const size = unit === "month" ? 1 : unit === "quarter" ? 3 : 12;
  const first = Math.floor(month / size) * size;
  return { from: firstOf(year, first), to: firstOf(year, first + size) };
}

/** The number of the first day of a month; months beyond 11 belong to the years after. */
function firstOf(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 1);
  return Math.round(date.getTime() / 86_400_000);
}

export interface Tick {
  readonly day: number;
  readonly words: string;
  /** Where a month or year begins, or the first one: its words say the month or year, too. */
  readonly strong: boolean;
}

/** The days under the picture, in the smallest unit of which the words have room. */
export function ticks(window: Window, width: number): Tick[] {
  const unit = unitFor(window, width, 56);
  const room = (DAYS[unit] * width) / (window.to - window.from) > 84;
  const found: Tick[] = [];
  let before: ReturnType<typeof parts> | null = null;
  for (let at = unitOf(window.from, unit); at.from < window.to; at = unitOf(at.to, unit)) {
    if (at.from < window.from) continue;
    const now = parts(at.from);
    const strong = !before || (unit === "day" || unit === "week" ? now.month !== before.month : now.year !== before.year);
    found.push({ day: at.from, words: tickWords(at.from, unit, strong, room || (before !== null && now.year !== before.year)), strong });
    before = now;
  }
  return found;
}

function tickWords(day: number, unit: Unit, strong: boolean, room: boolean): string {
  const { year, month, day: date } = parts(day);
  if (unit === "day" || unit === "week") return strong ? `${date} ${monthName(month)}${room ? ` ${year}` : ""}` : String(date);
  if (unit === "year") return String(year);
  return strong ? `${monthName(month)} ${year}` : monthName(month);
}

/** Both ends of what is in view as ISO 8601 days, both counted. */
export const isoWindow = (window: Window): [string, string] => [isoDay(Math.floor(window.from + 0.5)), isoDay(Math.ceil(window.to - 1.5))];
