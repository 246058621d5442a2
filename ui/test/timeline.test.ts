import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayNumber, isoDay, told } from "../src/days";
import { lanes, MOST_ROWS, type Entry, type Kind } from "../src/timeline/layout";
import { extents, isoWindow, moved, ticks, unitOf, x, zoomed } from "../src/timeline/scale";

const day = (iso: string) => dayNumber(iso) ?? NaN;

describe("days", () => {
  test.each([
    ["1970-01-01", 0],
    ["2031-02-05", 22315],
    ["2031-02-05T10:00:00+00:00", 22315],
    ["2031-02-30", null],
    ["2031-02", null],
    ["soon", null],
    [undefined, null],
  ])("%s is number %s", (iso, number) => expect(dayNumber(iso)).toBe(number));

  test("a number and its day are one", () => {
    fc.assert(fc.property(fc.integer({ min: -700000, max: 2900000 }), (n) => {
      expect(dayNumber(isoDay(n))).toBe(n);
    }));
    expect(told(day("2031-02-05"))).toBe("5 Feb 2031");
  });
});

describe("the line of time", () => {
  const bounds = { from: 0, to: 100 };

  test("zooming keeps the day under the finger where it is, and never leaves the time", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0.1, max: 10, noNaN: true }), (about, factor) => {
        const next = zoomed(bounds, factor, about, bounds);
        expect(next.from).toBeGreaterThanOrEqual(0);
        expect(next.to).toBeLessThanOrEqual(100.0001);
        if (factor >= 1 && next.from > 0 && next.to < 100) expect(x(about, next, 1)).toBeCloseTo(about / 100, 6);
      }),
    );
    expect(zoomed(bounds, 1e9, 50, bounds)).toEqual({ from: 49, to: 51 });
    expect(moved({ from: 10, to: 20 }, -50, bounds)).toEqual({ from: 0, to: 10 });
  });

  test("one entry of long ago does not make all others a dot", () => {
    const now = Array.from({ length: 60 }, (_, n) => ({ first: 1000 + (n % 14), last: 1000 + (n % 14) }));
    const { all, most } = extents([{ first: 0, last: 0 }, ...now]);
    expect(all.from).toBeLessThan(1);
    expect(most.from).toBeGreaterThan(990);
  });

  test("ticks are days, weeks, months or years as there is room, each written once", () => {
    const from = day("2031-01-28");
    expect(ticks({ from, to: from + 6 }, 600).map((t) => t.words)).toEqual(["28 Jan 2031", "29", "30", "31", "1 Feb 2031", "2"]);
    const months = ticks({ from, to: from + 100 }, 300).map((t) => t.words);
    expect(months).toEqual(["Feb 2031", "Mar", "Apr", "May"]);
    expect(ticks({ from, to: from + 4000 }, 800).map((t) => t.words)[0]).toBe("2032");
  });

  test("units lie side by side", () => {
    fc.assert(
      fc.property(fc.integer({ min: -9000, max: 90000 }), fc.constantFrom("day", "week", "month", "quarter", "year" as const), (n, unit) => {
        const own = unitOf(n, unit);
        expect(own.from <= n && n < own.to).toBe(true);
        expect(unitOf(own.to, unit).from).toBe(own.to);
      }),
    );
  });

  test("what is in view is told in whole days", () => {
    expect(isoWindow({ from: day("2031-02-01") - 0.5, to: day("2031-02-03") + 1.5 })).toEqual(["2031-02-01", "2031-02-03"]);
  });
});

describe("the picture", () => {
  const entry = fc.record({
    kind: fc.constantFrom<Kind>("promise", "event", "statement"),
    first: fc.integer({ min: 0, max: 40 }),
    long: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 30 })),
  });
  const many = fc.array(entry, { maxLength: 400 }).map((some) => some.map((e, number): Entry => ({ number, kind: e.kind, first: e.first, last: e.first + e.long, state: "happened", label: `Entry ${number}` })));

  test("every entry in view is in it once, as a mark or in a heap, and no two bars of a row meet", () => {
    fc.assert(
      fc.property(many, fc.integer({ min: 100, max: 1600 }), (entries, width) => {
        const window = { from: 5, to: 35 };
        const found = lanes(entries, window, width);
        const numbers = found.flatMap((lane) => [...lane.marks.map((m) => m.entry.number), ...lane.heaps.flatMap((h) => h.entries.map((e) => e.number))]);
        const seen = entries.filter((e) => e.last + 1 > 5 && e.first < 35).map((e) => e.number);
        expect(numbers.sort((a, b) => a - b)).toEqual(seen);
        const bars = found.find((lane) => lane.kind === "promise")?.marks ?? [];
        for (const row of new Set(bars.map((m) => m.y))) {
          const own = bars.filter((m) => m.y === row).sort((a, b) => a.left - b.left);
          own.slice(1).forEach((m, n) => expect(m.left).toBeGreaterThanOrEqual((own[n]?.right ?? 0) - 0.01));
        }
        expect(new Set(bars.map((m) => m.y)).size).toBeLessThanOrEqual(MOST_ROWS);
      }),
    );
  });
});
