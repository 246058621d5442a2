/** Two sliders over a row of bars: of which part of the time the map shows the events. */

import { told } from "../days";
import { make } from "../island";
import { svg } from "../svg";

export interface Timebar {
  readonly bar: HTMLElement;
  /** The first and the last piece that count; what has no day counts while all of them do. */
  chosen(): readonly [number, number];
  /** The first and the last day of these pieces. */
  days(): readonly [number, number];
}

/** Whether a piece of time is chosen; -1, which has no day, only where no end is cut off (from is then -1). */
export const between = (piece: number, from: number, to: number): boolean => piece >= from && piece <= to;

export function timebar(start: number, step: number, steps: number, counts: readonly (readonly [number, number, number])[], changed: () => void): Timebar {
  const last = steps - 1;
  const [from, to] = [slider("From", 0, last), slider("To", last, last)];
  const dayOf = (piece: number) => start + piece * step;
  const sums = Array.from({ length: steps }, (_, n) => counts.filter(([piece]) => piece === n).reduce((sum, [, a, b]) => sum + a + b, 0));
  const most = Math.max(1, ...sums);
  const bars = sums.map((sum, n) => svg("rect", { x: n + 0.08, width: 0.84, y: 1 - sum / most, height: sum / most }));
  const row = svg("svg", { class: "bars", viewBox: `0 0 ${steps} 1`, preserveAspectRatio: "none", "aria-hidden": "true" }, ...bars);
  const tell = () => {
    for (const [end, day] of [[from, dayOf(Number(from.field.value))], [to, dayOf(Number(to.field.value) + 1) - 1]] as const) {
      end.field.setAttribute("aria-valuetext", told(day));
      end.day.textContent = told(day);
    }
    bars.forEach((bar, n) => bar.classList.toggle("out", !between(n, Number(from.field.value), Number(to.field.value))));
  };
  from.field.addEventListener("input", () => {
    if (Number(from.field.value) > Number(to.field.value)) to.field.value = from.field.value;
    tell();
    changed();
  });
  to.field.addEventListener("input", () => {
    if (Number(to.field.value) < Number(from.field.value)) from.field.value = to.field.value;
    tell();
    changed();
  });
  tell();
  const bar = make("div", { className: "timebar", hidden: steps < 2 }, make("div", { className: "end" }, row), from.row, to.row);
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "Time of the events");
  return {
    bar,
    chosen: () => {
      const [a, b] = [Number(from.field.value), Number(to.field.value)];
      return a === 0 && b === last ? [-1, last] : [a, b];
    },
    days: () => [dayOf(Number(from.field.value)), dayOf(Number(to.field.value) + 1) - 1],
  };
}

function slider(words: string, value: number, last: number): { row: HTMLElement; field: HTMLInputElement; day: HTMLElement } {
  const field = make("input", { type: "range", min: "0", max: String(last), step: "1", value: String(value), id: `time-${words.toLowerCase()}` });
  const day = make("span");
  return { row: make("div", { className: "end" }, make("label", { htmlFor: field.id, textContent: words }), field, day), field, day };
}
