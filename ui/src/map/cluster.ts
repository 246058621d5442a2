/** Pins that would lie on each other become one, and names are written where there is room: pure arithmetic. */

import type { Point } from "./view";

export interface Dot extends Point {
  readonly size: number;
  readonly name: string;
}

export interface Cluster<D extends Dot> extends Point {
  readonly dots: readonly D[];
  readonly size: number;
}

export const APART = 28;

/** Each dot in the cluster of the weightiest dot that is near, which keeps its place. */
export function clusters<D extends Dot>(dots: readonly D[], apart = APART): Cluster<D>[] {
  const found: { x: number; y: number; dots: D[]; size: number }[] = [];
  for (const dot of dots.toSorted((a, b) => b.size - a.size || a.name.localeCompare(b.name))) {
    const near = found.find((c) => Math.hypot(c.x - dot.x, c.y - dot.y) < apart);
    if (near) {
      near.dots.push(dot);
      near.size += dot.size;
    } else found.push({ x: dot.x, y: dot.y, dots: [dot], size: dot.size });
  }
  return found;
}

/** How large a pin is drawn: its area grows with its events, up to a bound. */
export const radius = (size: number): number => Math.min(22, 6 + 2.2 * Math.sqrt(size));

export interface Label extends Point {
  readonly words: string;
  readonly anchor: "start" | "end" | "middle";
  /** Whether there is no whole event behind it. */
  readonly light: boolean;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const LETTER = 7.8;
const LINE = 14;

/** The names that can be written beside their pins without covering a pin or each other, the weightiest first. */
export function labels(pins: readonly Cluster<Dot>[], width: number, height: number): Label[] {
  const taken: Box[] = pins.map((p) => boxAt(p.x - radius(p.size), p.y - radius(p.size), 2 * radius(p.size), 2 * radius(p.size)));
  const found: Label[] = [];
  for (const pin of pins.toSorted((a, b) => b.size - a.size)) {
    const words = pin.dots.length > 1 ? `${pin.dots[0]?.name ?? ""} +${pin.dots.length - 1}` : (pin.dots[0]?.name ?? "");
    const [long, off] = [words.length * LETTER, radius(pin.size) + 4];
    const light = pin.size < 1;
    const places: [Label, Box][] = [
      [{ x: pin.x + off, y: pin.y + 4, words, light, anchor: "start" }, boxAt(pin.x + off, pin.y - LINE / 2, long, LINE)],
      [{ x: pin.x - off, y: pin.y + 4, words, light, anchor: "end" }, boxAt(pin.x - off - long, pin.y - LINE / 2, long, LINE)],
      [{ x: pin.x, y: pin.y + off + 9, words, light, anchor: "middle" }, boxAt(pin.x - long / 2, pin.y + off, long, LINE)],
      [{ x: pin.x, y: pin.y - off - 1, words, light, anchor: "middle" }, boxAt(pin.x - long / 2, pin.y - off - LINE, long, LINE)],
    ];
    const free = places.find(([, box]) => box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height && !taken.some((other) => meets(box, other)));
    if (!free) continue;
    found.push(free[0]);
    taken.push(free[1]);
  }
  return found;
}

const boxAt = (left: number, top: number, width: number, height: number): Box => ({ left, top, right: left + width, bottom: top + height });
const meets = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The pin nearest in a direction; null where there is none. Sideways counts double, so that a row is kept. */
export function towards<P extends Point>(from: Point, others: readonly P[], key: string): P | null {
  const turn: Record<string, (p: Point) => [number, number]> = {
    ArrowRight: (p) => [p.x - from.x, p.y - from.y], ArrowLeft: (p) => [from.x - p.x, p.y - from.y],
    ArrowDown: (p) => [p.y - from.y, p.x - from.x], ArrowUp: (p) => [from.y - p.y, p.x - from.x],
  };
  const ahead = turn[key];
  if (!ahead) return null;
  const found = others.map((p) => ({ p, way: ahead(p) })).filter(({ way }) => way[0] > 0.5);
  return found.toSorted((a, b) => cost(a.way) - cost(b.way))[0]?.p ?? null;
}

const cost = ([along, across]: [number, number]) => along + 2 * Math.abs(across);
