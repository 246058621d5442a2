/** The lanes as a picture. Every state has a shape of its own: colour is never the only sign. */

import { told } from "../days";
import { svg } from "../svg";
import type { Heap, Kind, Lane, Mark } from "./layout";
import { MOST_ROWS, PITCH, ROW } from "./layout";
import { ticks, x, type Window } from "./scale";

const AXIS = 24;
const TITLES: Record<Kind, string> = { promise: "Promises", event: "Events", statement: "Statements" };

/** The whole picture. Marks are links to their entries, named by their rows; `cut` is the day before which a kind is left out. */
export function drawn(
  lanes: readonly Lane[], rows: readonly HTMLTableRowElement[], window: Window, width: number, asOf: number | null, cut: (kind: Kind) => number | null,
): SVGElement {
  const height = lanes.reduce((sum, lane) => sum + lane.height, 0) + AXIS;
  const picture = svg("svg", { class: "time", width, height, viewBox: `0 0 ${width} ${height}` });
  picture.append(axis(window, width, height), ...now(window, width, height, asOf));
  let top = 0;
  for (const lane of lanes) {
    picture.append(...leftOut(cut(lane.kind), lane, top, window, width), laneOf(lane, rows, top, width));
    top += lane.height;
  }
  return picture;
}

function axis(window: Window, width: number, height: number): SVGElement {
  const made = svg("g", { class: "axis", "aria-hidden": "true" });
  let taken = 0;
  for (const tick of ticks(window, width)) {
    const at = x(tick.day, window, width);
    made.append(svg("path", { class: tick.strong ? "strong" : "", d: `M${round(at)} 0V${height - AXIS + 4}` }));
    if (at < taken || at + 3 + tick.words.length * 7 > width) continue;
    made.append(svg("text", { x: at + 3, y: height - 6, class: tick.strong ? "strong" : "" }, tick.words));
    taken = at + tick.words.length * 6.5 + 6;
  }
  return made;
}

/** What lies after the day of the page: there only deadlines and plans are. */
function now(window: Window, width: number, height: number, asOf: number | null): SVGElement[] {
  if (asOf === null || asOf + 1 >= window.to) return [];
  const at = Math.max(0, x(asOf + 1, window, width));
  return [
    svg("rect", { class: "ahead", x: at, y: 0, width: width - at, height: height - AXIS }),
    svg("text", { class: width - at < 100 ? "ahead end" : "ahead", x: width - at < 100 ? width - 4 : at + 4, y: 13, "aria-hidden": "true" }, `after ${told(asOf)}`),
  ];
}

/** The days of a lane of which the page does not hold all entries: an empty place must not look like nothing. */
function leftOut(day: number | null, lane: Lane, top: number, window: Window, width: number): SVGElement[] {
  if (day === null || day <= window.from) return [];
  const end = Math.min(width, x(day, window, width));
  const words = svg("text", { class: "ahead", x: 6, y: top + lane.height - 10, "aria-hidden": "true" }, "earlier ones: choose fewer days");
  return [svg("rect", { class: "cut", x: 0, y: top, width: end, height: lane.height }), ...(end > 190 ? [words] : [])];
}

function laneOf(lane: Lane, rows: readonly HTMLTableRowElement[], top: number, width: number): SVGElement {
  const made = svg("g", { class: "lane", "data-lane": lane.kind, transform: `translate(0 ${top})`, role: "group", "aria-label": `${TITLES[lane.kind]}, ${lane.size}` });
  made.append(svg("path", { class: "floor", d: `M0 ${lane.height - 0.5}H${width}` }));
  made.append(svg("text", { class: "title", x: 6, y: 14, "aria-hidden": "true" }, `${TITLES[lane.kind]} ${lane.size}`));
  const marks = [...lane.marks].sort((a, b) => a.left - b.left || a.y - b.y);
  made.append(...marks.map((mark) => markOf(mark, rows[mark.entry.number])));
  const most = Math.max(1, ...lane.heaps.map((heap) => heap.entries.length));
  made.append(...lane.heaps.map((heap) => heapOf(heap, lane, most)));
  return made;
}

function markOf(mark: Mark, row: HTMLTableRowElement | undefined): SVGElement {
  const { entry, left, right, y, words } = mark;
  const link = svg("a", {
    class: `mark k-${entry.kind} is-${entry.state}`,
    href: row?.querySelector<HTMLAnchorElement>(".what")?.getAttribute("href") ?? "#",
    "data-n": entry.number,
  });
  link.append(svg("title", {}, [...(row?.cells ?? [])].map((cell) => cell.textContent?.trim().replace(/\s+/g, " ")).join(", ")));
  if (entry.kind !== "promise") {
    link.append(svg("rect", { class: "reach", x: left, y: y - PITCH / 2, width: PITCH, height: PITCH }));
    link.append(glyph(entry.kind, entry.state, left + PITCH / 2, y));
    return link;
  }
  link.append(svg("rect", { class: "reach", x: left, y: y - ROW / 2, width: Math.max(right - left, 14), height: ROW }));
  if (right - left > 15) link.append(svg("rect", { class: "bar", x: left, y: y - 7, width: right - left, height: 14, rx: 3 }));
  link.append(glyph("promise", entry.state, left + 7, y));
  if (words) link.append(svg("text", { x: left + 15, y: y + 4, "aria-hidden": "true" }, words));
  return link;
}

function heapOf(heap: Heap, lane: Lane, most: number): SVGElement {
  const promise = lane.kind === "promise";
  const full = promise ? 14 : MOST_ROWS * PITCH - 12;
  const size = promise ? full : Math.max(8, (full * heap.entries.length) / most);
  const [width, floor] = [Math.max(3, heap.right - heap.left), lane.height - 12];
  const words = `${heap.entries.length} ${heap.entries.length === 1 ? "entry" : "entries"}, ${told(heap.days.from)} to ${told(heap.days.to - 1)}: zoom in`;
  const made = svg("a", { class: `heap k-${lane.kind}`, role: "button", href: "#", "aria-label": words, "data-from": heap.days.from, "data-to": heap.days.to });
  made.append(svg("rect", { x: heap.left, y: floor - size, width, height: size, rx: 2 }));
  const count = String(heap.entries.length);
  if (width >= count.length * 7 + 2) made.append(svg("text", { x: heap.left + width / 2, y: promise ? floor - 3 : floor - size - 3 }, promise ? `+${count}` : count));
  return made;
}

const round = (value: number) => Math.round(value * 2) / 2;

/** The sign of a state about a point: full for what is, open for what may be, crossed for what is denied or broken. */
export function glyph(kind: Kind, state: string, cx: number, cy: number): SVGElement {
  const path = (d: string, name = "line") => svg("path", { class: name, transform: `translate(${cx} ${cy})`, d });
  if (kind === "promise") return promiseSign(state, path, cx, cy);
  if (kind === "statement") return state === "deny" || state === "doubt" ? path("M-3 -3L3 3M-3 3L3 -3") : path("M0 -3.6L3.6 0L0 3.6L-3.6 0Z", "full");
  if (state === "denied") return path("M-3 -3L3 3M-3 3L3 -3");
  const name = state === "happened" || state === "ongoing" ? "full" : state === "planned" ? "open" : "open maybe";
  return svg("circle", { class: name, cx, cy, r: 3.4 });
}

function promiseSign(state: string, path: (d: string, name?: string) => SVGElement, cx: number, cy: number): SVGElement {
  if (state === "broken") return path("M-3.5 -3.5L3.5 3.5M-3.5 3.5L3.5 -3.5");
  if (state === "kept" || state === "partly_kept" || state === "carried_out") return path("M-4 0.5L-1 3.5L4 -3.5");
  if (state === "overdue") return path("M0 -4.5V1.2M0 3.4V4.6");
  if (state === "extended") return path("M-4 -3.5L-0.5 0L-4 3.5M0.5 -3.5L4 0L0.5 3.5");
  if (state === "withdrawn" || state === "lapsed" || state === "not_carried_out") return path("M-4 0H4");
  return svg("circle", { class: "open", cx, cy, r: 3.4 });
}
