/** Drag to move, two fingers or Ctrl and the wheel to zoom: what a hand does over a picture. Keys are the picture's own. */

export interface Gestures {
  /** By so many pixels. */
  move(dx: number, dy: number): void;
  /** By a factor about a point of the picture, in pixels. */
  zoom(factor: number, x: number, y: number): void;
}

const STARTS = 4;

/** Listen on a picture. A press that does not move stays a click on what lies there. */
export function gestures(picture: Element, told: Gestures): void {
  const down = new Map<number, { x: number; y: number }>();
  let dragged = false;

  const at = (event: MouseEvent) => {
    const frame = picture.getBoundingClientRect();
    return { x: event.clientX - frame.left, y: event.clientY - frame.top };
  };

  picture.addEventListener("pointerdown", (event) => {
    const press = event as PointerEvent;
    if (press.button !== 0) return;
    if (down.size === 0) dragged = false;
    down.set(press.pointerId, at(press));
  });
  picture.addEventListener("pointermove", (event) => {
    const press = event as PointerEvent;
    const before = down.get(press.pointerId);
    if (!before) return;
    const now = at(press);
    const [dx, dy] = [now.x - before.x, now.y - before.y];
    if (!dragged && Math.hypot(dx, dy) < STARTS) return;
    if (!dragged) picture.setPointerCapture(press.pointerId);
    dragged = true;
    const other = [...down].find(([id]) => id !== press.pointerId)?.[1];
    down.set(press.pointerId, now);
    if (!other) return told.move(dx, dy);
    const apart = (p: { x: number; y: number }) => Math.max(8, Math.hypot(p.x - other.x, p.y - other.y));
    told.zoom(apart(now) / apart(before), (now.x + other.x) / 2, (now.y + other.y) / 2);
  });
  for (const end of ["pointerup", "pointercancel", "pointerleave"]) {
    picture.addEventListener(end, (event) => void down.delete((event as PointerEvent).pointerId));
  }
  picture.addEventListener("click", (event) => dragged && (event.preventDefault(), event.stopPropagation()), true);
  picture.addEventListener("dragstart", (event) => event.preventDefault());
  picture.addEventListener("dblclick", (event) => {
    const { x, y } = at(event as MouseEvent);
    told.zoom(2, x, y);
  });
  picture.addEventListener(
    "wheel",
    (event) => {
      const turn = event as WheelEvent;
      if (!turn.ctrlKey && !turn.metaKey) return;
      turn.preventDefault();
      const { x, y } = at(turn);
      told.zoom(2 ** (-turn.deltaY / (turn.deltaMode === 0 ? 200 : 6)), x, y);
    },
    { passive: false },
  );
}
