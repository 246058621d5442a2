/** The timeline: draws the rows of its table, and shows of the table what is in view. */

import { dayNumber, told } from "./days";
import { gestures } from "./gestures";
import { make, type Island } from "./island";
import { pressed, reach, status, toolbar, type Action } from "./picture";
import { svg } from "./svg";
import { drawn, glyph } from "./timeline/draw";
import { lanes, type Entry, type Kind } from "./timeline/layout";
import { extents, isoWindow, moved, zoomed, type Window } from "./timeline/scale";

const STEP = 0.25;

const island: Island = (place) => {
  const rows = [...document.querySelectorAll<HTMLTableRowElement>(`#${place.dataset["table"]} tbody tr`)];
  const entries = rows.flatMap((row, number) => read(row, number) ?? []);
  if (!entries.length) return;
  const asOf = dayNumber(place.dataset["asOf"]);
  const cut = (kind: Kind) => dayNumber(place.getAttribute(`data-cut-${kind}`));
  const { all, most } = extents(entries);
  let window = most;
  let chosen: number | null = null;

  const frame = make("div", { className: "frame", tabIndex: 0 });
  frame.setAttribute("role", "group");
  const { line, say } = status();
  const only = make("a", { textContent: "Only these days" });
  const detail = make("p", { className: "detail" });
  const middle = () => (window.from + window.to) / 2;
  const show = (next: Window) => {
    window = next;
    draw();
  };
  const days = () => window.to - window.from;
  const about = () => (chosen === null ? middle() : clamp(entryOf(chosen)?.first ?? middle(), window)) + 0.5;
  const actions: Action[] = [
    { words: "Zoom in", sign: "+", keys: ["+", "="], run: () => show(zoomed(window, 2, about(), all)) },
    { words: "Zoom out", sign: "−", keys: ["-", "_"], run: () => show(zoomed(window, 0.5, about(), all)) },
    { words: "Earlier", sign: "←", keys: ["ArrowLeft"], run: () => show(moved(window, -STEP * days(), all)) },
    { words: "Later", sign: "→", keys: ["ArrowRight"], run: () => show(moved(window, STEP * days(), all)) },
    { words: "Whole time", keys: ["0"], run: () => show(all) },
  ];
  const entryOf = (number: number) => entries.find((e) => e.number === number);

  const choose = (number: number | null) => {
    if (chosen !== null) rows[chosen]?.classList.remove("chosen");
    chosen = number;
    for (const mark of frame.querySelectorAll(".mark")) mark.classList.toggle("chosen", mark.getAttribute("data-n") === String(number));
    const row = number === null ? null : rows[number];
    row?.classList.add("chosen");
    detail.replaceChildren(...(row ? inWords(row) : [HINT]));
  };

  function draw(): void {
    const width = frame.clientWidth;
    if (!width) return;
    const held = document.activeElement instanceof SVGElement && frame.contains(document.activeElement) ? document.activeElement : null;
    const kept = held?.getAttribute("data-n");
    const seen = lanes(entries, window, width);
    frame.replaceChildren(drawn(seen, rows, window, width, asOf, cut));
    const marks = [...frame.querySelectorAll<SVGElement>(".mark, .heap")];
    const same = kept ? marks.find((mark) => mark.getAttribute("data-n") === kept) : undefined;
    reach(marks, same ?? marks.find((mark) => mark.getAttribute("data-n") === String(chosen)));
    if (held) (same ?? frame).focus({ preventScroll: true });
    if (chosen !== null) choose(chosen);
    const inView = new Set(seen.flatMap((lane) => [...lane.marks.map((m) => m.entry.number), ...lane.heaps.flatMap((h) => h.entries.map((e) => e.number))]));
    rows.forEach((row, n) => (row.hidden = !inView.has(n) && (days() < all.to - all.from || row.dataset["first"] !== "")));
    const [first, last] = isoWindow(window);
    const count = inView.size;
    say(`${told(dayNumber(first) ?? 0)} to ${told(dayNumber(last) ?? 0)}: ${count} ${count === 1 ? "entry" : "entries"}`);
    only.href = narrowed(first, last);
  }

  frame.setAttribute("aria-label", "Timeline. Plus and minus zoom, arrows move, Tab goes to the entries; the table below says the same.");
  frame.addEventListener("keydown", (event) => {
    const mark = (event.target as Element).closest?.<SVGElement>(".mark, .heap");
    if (mark && step(event, mark, frame)) return;
    pressed(event, actions);
  });
  frame.addEventListener("click", (event) => {
    const heap = (event.target as Element).closest(".heap");
    if (!heap) return;
    event.preventDefault();
    show(zoomed({ from: Number(heap.getAttribute("data-from")), to: Number(heap.getAttribute("data-to")) }, 0.8, (Number(heap.getAttribute("data-from")) + Number(heap.getAttribute("data-to"))) / 2, all));
  });
  for (const kind of ["focusin", "pointerover"]) {
    frame.addEventListener(kind, (event) => {
      const mark = (event.target as Element).closest(".mark");
      if (mark) choose(Number(mark.getAttribute("data-n")));
    });
  }
  gestures(frame, {
    move: (dx) => show(moved(window, (-dx / frame.clientWidth) * days(), all)),
    zoom: (factor, px) => show(zoomed(window, factor, window.from + (px / frame.clientWidth) * days(), all)),
  });

  place.replaceChildren(toolbar(actions, line, only), frame, detail, legend());
  choose(null);
  let width = 0;
  new ResizeObserver(() => {
    if (frame.clientWidth === width) return;
    width = frame.clientWidth;
    draw();
  }).observe(frame);
};

const HINT = "Point at an entry, or go to it with Tab and the arrows, to read it here. Ctrl and the wheel zoom.";

function read(row: HTMLTableRowElement, number: number): Entry | null {
  const [first, last] = [dayNumber(row.dataset["first"]), dayNumber(row.dataset["last"])];
  if (first === null || last === null) return null;
  const label = (row.querySelector(".what")?.textContent ?? "").trim();
  return { number, kind: (row.dataset["kind"] ?? "event") as Kind, first, last, state: row.dataset["state"] ?? "", label };
}

/** A row of the table in one line, its links among it. */
function inWords(row: HTMLTableRowElement): Node[] {
  return [...row.cells].flatMap((cell, n) => [...(n ? [document.createTextNode(" · ")] : []), ...[...cell.childNodes].map((node) => node.cloneNode(true))]);
}

/** From mark to mark: left and right in the order of time, up and down to the lane beside; Home and End to its ends. */
function step(event: KeyboardEvent, mark: SVGElement, frame: HTMLElement): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return false;
  const lanesOf = [...frame.querySelectorAll("[data-lane]")].map((lane) => [...lane.querySelectorAll<SVGElement>(".mark, .heap")]);
  const at = lanesOf.findIndex((lane) => lane.includes(mark));
  const lane = lanesOf[at] ?? [];
  const n = lane.indexOf(mark);
  const middle = (one: SVGElement) => one.getBoundingClientRect().x;
  const beside = (other: SVGElement[] | undefined) =>
    other?.toSorted((a, b) => Math.abs(middle(a) - middle(mark)) - Math.abs(middle(b) - middle(mark)))[0];
  const next: Record<string, SVGElement | undefined> = {
    ArrowLeft: lane[n - 1], ArrowRight: lane[n + 1], Home: lane[0], End: lane.at(-1),
    ArrowUp: beside(lanesOf[at - 1]), ArrowDown: beside(lanesOf[at + 1]),
  };
  if (!(event.key in next)) return false;
  event.preventDefault();
  const to = next[event.key];
  if (to) {
    mark.setAttribute("tabindex", "-1");
    to.setAttribute("tabindex", "0");
    to.focus();
  }
  return true;
}

function narrowed(first: string, last: string): string {
  const address = new URL(location.href);
  address.searchParams.set("day_from", first);
  address.searchParams.set("day_to", last);
  return address.pathname + address.search;
}

const clamp = (day: number, window: Window) => Math.min(Math.max(day, window.from), window.to);

const SIGNS: readonly (readonly [string, string])[] = [
  ["event happened", "happened"], ["event planned", "planned"], ["event possible", "possible or supposed"],
  ["event denied", "denied"], ["statement say", "statement"], ["statement deny", "denial or doubt"],
  ["promise pending", "promise, running"], ["promise kept", "kept, carried out"], ["promise broken", "broken"],
  ["promise overdue", "overdue"], ["promise extended", "put off"], ["promise withdrawn", "ended"],
];

function legend(): HTMLElement {
  const list = make("ul", { className: "signs" });
  for (const [classes, words] of SIGNS) list.append(make("li", {}, sign(classes), words));
  return list;
}

function sign(classes: string): SVGElement {
  const [kind, state] = classes.split(" ") as [Kind, string];
  return svg("svg", { viewBox: "-7 -7 14 14", class: `mark k-${kind} is-${state}`, "aria-hidden": "true" }, glyph(kind, state, 0, 0));
}


export default island;
