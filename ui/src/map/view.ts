/** What of the world is in view: a point of the map stands at `k` times its place, moved by `x` and `y` pixels. */

export const WORLD = 1024;
export const CLOSEST = 400;

export interface View {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const onScreen = (point: Point, view: View): Point => ({ x: point.x * view.k + view.x, y: point.y * view.k + view.y });

/** Closer (factor above 1) or farther about a point of the screen; the map never leaves the frame. */
export function zoomed(view: View, factor: number, about: Point, size: Size): View {
  const least = Math.max(size.width, size.height) / WORLD / 2;
  const k = Math.min(CLOSEST, Math.max(least, view.k * factor));
  const grown = k / view.k;
  return held({ k, x: about.x - (about.x - view.x) * grown, y: about.y - (about.y - view.y) * grown }, size);
}

export const moved = (view: View, dx: number, dy: number, size: Size): View => held({ ...view, x: view.x + dx, y: view.y + dy }, size);

/** The middle of the frame is always somewhere on the map. */
function held(view: View, size: Size): View {
  const kept = (place: number, length: number) => Math.min(length / 2, Math.max(length / 2 - WORLD * view.k, place));
  return { k: view.k, x: kept(view.x, size.width), y: kept(view.y, size.height) };
}

/** All of these points with some air around them, and no closer than `closest`. */
export function around(points: readonly Point[], size: Size, closest = CLOSEST): View {
  const [xs, ys] = [points.map((p) => p.x), points.map((p) => p.y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const room = { x: size.width * 0.72, y: size.height * 0.72 };
  const k = Math.min(closest, room.x / Math.max(right - left, 1e-9), room.y / Math.max(bottom - top, 1e-9));
  const view = { k, x: size.width / 2 - ((left + right) / 2) * k, y: size.height / 2 - ((top + bottom) / 2) * k };
  return zoomed(view, 1, { x: size.width / 2, y: size.height / 2 }, size);
}
