import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { APART, clusters, labels, radius, towards } from "../src/map/cluster";
import { between } from "../src/map/time";
import { around, CLOSEST, moved, onScreen, zoomed } from "../src/map/view";
import { circle, kilometres, latitude, outline, place } from "../src/map/world";

const size = { width: 800, height: 500 };
const dots = fc.array(fc.record({ x: fc.integer({ min: 0, max: 800 }), y: fc.integer({ min: 0, max: 500 }), size: fc.integer({ min: 1, max: 90 }), name: fc.string({ maxLength: 12 }) }), { maxLength: 60 });

describe("pins", () => {
  test("no event is lost in a cluster, and no two clusters lie on each other", () => {
    fc.assert(
      fc.property(dots, (some) => {
        const found = clusters(some);
        expect(found.reduce((sum, c) => sum + c.size, 0)).toBe(some.reduce((sum, d) => sum + d.size, 0));
        found.forEach((a, n) => found.slice(n + 1).forEach((b) => expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(APART)));
      }),
    );
  });

  test("names cover neither pins nor each other, and stay in the frame", () => {
    fc.assert(
      fc.property(dots, (some) => {
        const written = labels(clusters(some), size.width, size.height);
        const boxes = written.map((l) => {
          const long = l.words.length * 7.2;
          const left = l.anchor === "start" ? l.x : l.anchor === "end" ? l.x - long : l.x - long / 2;
          return { left, right: left + long, y: l.y };
        });
        for (const box of boxes) expect(box.left >= -0.01 && box.right <= size.width + 0.01).toBe(true);
        boxes.forEach((a, n) => boxes.slice(n + 1).forEach((b) => expect(Math.abs(a.y - b.y) >= 13 || a.right <= b.left + 0.01 || b.right <= a.left + 0.01).toBe(true)));
      }),
    );
  });

  test("a pin grows with its events, up to a bound", () => {
    expect(radius(1)).toBeLessThan(radius(9));
    expect(radius(1e6)).toBe(22);
  });

  test("an arrow leads to the next pin on that side", () => {
    const [west, east, south] = [{ x: 10, y: 50 }, { x: 90, y: 55 }, { x: 60, y: 90 }];
    expect(towards({ x: 50, y: 50 }, [west, east, south], "ArrowRight")).toBe(east);
    expect(towards({ x: 50, y: 50 }, [west, east, south], "ArrowLeft")).toBe(west);
    expect(towards({ x: 50, y: 50 }, [west, east, south], "ArrowDown")).toBe(south);
    expect(towards({ x: 50, y: 50 }, [west, east, south], "ArrowUp")).toBe(null);
  });
});

describe("the view", () => {
  test("all places are in it", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.double({ min: -60, max: 70, noNaN: true }), fc.double({ min: -160, max: 160, noNaN: true })), { minLength: 1, maxLength: 20 }), (some) => {
        const points = some.map(([lat, lon]) => place(lat, lon));
        const view = around(points, size);
        expect(view.k).toBeLessThanOrEqual(CLOSEST);
        const shown = points.map((p) => onScreen(p, view));
        const spread = Math.max(...points.map((p) => p.x)) - Math.min(...points.map((p) => p.x));
        if (spread < 500) for (const p of shown) expect(p.x >= -1 && p.x <= size.width + 1).toBe(true);
      }),
    );
  });

  test("the point under the finger stays there", () => {
    const view = around([place(50, 20), place(54, 30)], size);
    const finger = { x: 300, y: 200 };
    const before = { x: (finger.x - view.x) / view.k, y: (finger.y - view.y) / view.k };
    const after = onScreen(before, zoomed(view, 2, finger, size));
    expect(after.x).toBeCloseTo(finger.x);
    expect(after.y).toBeCloseTo(finger.y);
    expect(moved(view, 1e9, 0, size).x).toBe(size.width / 2);
  });

  test("kilometres are kilometres", () => {
    expect(kilometres(0) * 1024).toBeCloseTo(40030, -2);
    expect(latitude(place(50, 20).y)).toBeCloseTo(50);
    const outline = [...circle(50, 20, 100).matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, , y]) => Number(y));
    expect((Math.max(...outline) - Math.min(...outline)) * kilometres(50)).toBeCloseTo(200, -1);
  });
});

test("what has no day counts while no end of the time is cut off", () => {
  expect(between(-1, -1, 9)).toBe(true);
  expect(between(-1, 0, 9)).toBe(false);
  expect(between(9, 3, 9)).toBe(true);
});

describe("an outline", () => {
  test("goes through its points, an area back to its beginning and a line in its pieces", () => {
    const { x, y } = place(48, 36);
    expect(outline("area 36,48 37,49 36,49")).toMatch(new RegExp(`^M${x.toFixed(3)} ${y.toFixed(3)}L.*L.*Z$`));
    expect(outline("line 36,48 37,49 | 1,2 3,4").match(/M/g)).toHaveLength(2);
    expect(outline("line 36,48 37,49")).not.toContain("Z");
  });
});
