/**
 * The server counts a text in Unicode code points, the browser in UTF-16 code units: an emoji is one there and two here.
 * This is the only place where one becomes the other.
 */

/** How many code points lie before `unit` in `text`; a place between the halves of a pair counts as before the pair. */
export function codePoints(text: string, unit: number): number {
  const end = Math.max(0, Math.min(unit, text.length));
  let points = 0;
  for (let at = 0; at < end; points++) {
    at += width(text, at);
    if (at > end) break;
  }
  return points;
}

/** Where in `text`, in UTF-16 code units, the code point number `point` begins; the end of the text at the most. */
export function codeUnits(text: string, point: number): number {
  let at = 0;
  for (let left = point; left > 0 && at < text.length; left--) at += width(text, at);
  return at;
}

/** Units of the code point that begins at `at`. A half without its other half is a code point of its own, as there. */
function width(text: string, at: number): 1 | 2 {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
