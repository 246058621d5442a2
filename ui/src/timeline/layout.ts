/** Where every entry stands in the picture: pure arithmetic, so that it can be tested without a browser. */

import { unitFor, unitOf, x, type Window } from "./scale";

export type Kind = "promise" | "event" | "statement";

export interface Entry {
  readonly number: number;
  readonly kind: Kind;
  readonly first: number;
  readonly last: number;
  readonly state: string;
  readonly label: string;
}

/** One entry: a dot, or a bar from `left` to `right`; `words` is what of its label has room. */
export interface Mark {
  readonly entry: Entry;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly words: string;
}

/** So many entries that they are one bar, from one day up to another. */
export interface Heap {
  readonly entries: readonly Entry[];
  readonly days: Window;
  readonly left: number;
  readonly right: number;
}

export interface Lane {
  readonly kind: Kind;
  readonly marks: readonly Mark[];
  readonly heaps: readonly Heap[];
  readonly height: number;
  readonly size: number;
}

export const ROW = 20;
export const PITCH = 10;
export const MOST_ROWS = 12;
const HEAD = 20;
const FOOT = 12;
const LETTER = 6.3;
const GLYPH = 14;
const LABELS = [44, 26, 12, 0];

/** The lanes from above, those without entries in view left out. */
export function lanes(entries: readonly Entry[], window: Window, width: number): Lane[] {
  const seen = entries.filter((e) => e.last + 1 > window.from && e.first < window.to);
  const of = (kind: Kind) => seen.filter((e) => e.kind === kind);
  const made = [rows(of("promise"), window, width), heaped("event", of("event"), window, width), heaped("statement", of("statement"), window, width)];
  return made.filter((lane) => lane.size > 0);
}

/** Promises in rows, each with as much of its words as lets all of them be shown; those without a row become heaps. */
function rows(entries: readonly Entry[], window: Window, width: number): Lane {
  for (const letters of LABELS) {
    const { marks, left } = packed(entries, window, width, letters);
    if (left.length && letters > 0) continue;
    const used = 1 + Math.max(-1, ...marks.map((m) => m.y));
    const lifted = marks.map((m) => ({ ...m, y: HEAD + m.y * ROW + ROW / 2 }));
    const heaps = heapsOf(left, window, width);
    return { kind: "promise", marks: lifted, heaps, height: HEAD + used * ROW + (heaps.length ? ROW : 0) + FOOT, size: entries.length };
  }
  return { kind: "promise", marks: [], heaps: [], height: 0, size: 0 };
}

function packed(entries: readonly Entry[], window: Window, width: number, letters: number): { marks: Mark[]; left: Entry[] } {
  const ends: number[] = [];
  const [marks, left]: [Mark[], Entry[]] = [[], []];
  for (const entry of entries) {
    const start = Math.max(0, x(entry.first + 0.5, window, width) - GLYPH / 2);
    const end = entry.last > entry.first ? Math.min(width, x(entry.last + 0.5, window, width) + GLYPH / 2) : start + GLYPH;
    const words = shortened(entry.label, letters, width - start - GLYPH);
    const reach = Math.max(end, start + GLYPH + words.length * LETTER) + 6;
    let row = ends.findIndex((taken) => taken <= start);
    if (row < 0) row = ends.length;
    if (row >= MOST_ROWS) left.push(entry);
    else {
      ends[row] = reach;
      marks.push({ entry, left: start, right: end, y: row, words });
    }
  }
  return { marks, left };
}

function shortened(words: string, letters: number, room: number): string {
  const most = Math.min(letters, Math.floor(room / LETTER));
  if (words.length <= most) return words;
  return most < 6 ? "" : `${words.slice(0, most - 1).trimEnd()}…`;
}

/** Dots in a block for each day (or week, month, year, as there is room); where they are too many, one bar. */
function heaped(kind: Kind, entries: readonly Entry[], window: Window, width: number): Lane {
  const unit = unitFor(window, width, 16);
  const [marks, heaps]: [Mark[], Heap[]] = [[], []];
  let highest = 1;
  for (const [days, some] of grouped(entries, window, unit)) {
    const [begin, end] = [x(days.from, window, width), x(days.to, window, width)];
    const columns = Math.max(1, Math.floor((end - begin - 3) / PITCH));
    if (Math.ceil(some.length / columns) > MOST_ROWS) {
      heaps.push({ entries: some, days, left: begin + 2, right: end - 2 });
      highest = MOST_ROWS;
      continue;
    }
    some.forEach((entry, n) => {
      const left = begin + 3 + (n % columns) * PITCH;
      const row = Math.floor(n / columns);
      highest = Math.max(highest, row + 1);
      marks.push({ entry, left, right: left + PITCH, y: HEAD + row * PITCH + PITCH / 2, words: "" });
    });
  }
  return { kind, marks, heaps, height: HEAD + highest * PITCH + FOOT, size: entries.length };
}

function heapsOf(entries: readonly Entry[], window: Window, width: number): Heap[] {
  const groups = grouped(entries, window, unitFor(window, width, 28));
  return groups.map(([days, some]) => ({ entries: some, days, left: x(days.from, window, width) + 2, right: x(days.to, window, width) - 2 }));
}

/** By the unit that holds the middle of what is in view of them; within one by state, so that like stands by like. */
function grouped(entries: readonly Entry[], window: Window, unit: Parameters<typeof unitOf>[1]): [Window, Entry[]][] {
  const groups = new Map<number, [Window, Entry[]]>();
  for (const entry of entries) {
    const middle = (Math.max(entry.first, window.from) + Math.min(entry.last, window.to - 0.01)) / 2;
    const days = unitOf(middle, unit);
    const group = groups.get(days.from) ?? [days, []];
    group[1].push(entry);
    groups.set(days.from, group);
  }
  const order = (e: Entry) => STATES.indexOf(e.state);
  return [...groups.values()].map(([days, some]) => [days, some.toSorted((a, b) => order(a) - order(b) || a.number - b.number)]);
}

const STATES = ["happened", "ongoing", "planned", "possible", "hypothetical", "denied", "deny", "doubt"];
