import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codePoints, codeUnits } from "../src/offsets";

const pieces = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("é", "e\u0301", "😎", "👩‍👩‍👧", "🇺🇳", "a\r\nb", "ﷺ", "𝒜", "\u202e", "\ud83d", "\ude0e", " "),
);
const texts = fc.array(pieces).map((some) => some.join(""));

/** The text as Python counts it: a list of code points. */
const asListed = (text: string) => Array.from(text);

describe("places in a text", () => {
  test.each([
    ["", 0, 0],
    ["plain", 3, 3],
    ["😎 then", 2, 1],
    ["😎 then", 1, 0],
    ["a😎b", 4, 3],
    ["e\u0301", 1, 1],
    ["short", 99, 5],
    ["short", -1, 0],
  ])("%j, unit %i is code point %i", (text, unit, point) => {
    expect(codePoints(text, unit)).toBe(point);
  });

  test("a selection names the same words on both sides", () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, one, other) => {
        const listed = asListed(text);
        const [start, end] = [one % (listed.length + 1), other % (listed.length + 1)].sort((a, b) => a - b) as [number, number];
        const units = [codeUnits(text, start), codeUnits(text, end)] as const;
        expect(text.slice(...units)).toBe(listed.slice(start, end).join(""));
        expect(codePoints(text, units[0])).toBe(start);
        expect(codePoints(text, units[1])).toBe(end);
      }),
    );
  });

  test("the further on in the text, the higher the number", () => {
    fc.assert(
      fc.property(texts, fc.nat(), (text, unit) => {
        const at = unit % (text.length + 1);
        expect(codePoints(text, at)).toBeGreaterThanOrEqual(codePoints(text, at - 1));
        expect(codeUnits(text, codePoints(text, at))).toBeLessThanOrEqual(at);
      }),
    );
  });
});
