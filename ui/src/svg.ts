/** A new SVG element with its attributes and children; numbers are kept to a tenth, texts stay texts. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  given: Record<string, string | number> = {},
  ...inside: (Node | string)[]
): SVGElementTagNameMap[K] {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(given)) {
    made.setAttribute(name, typeof value === "number" ? String(Math.round(value * 10) / 10) : value);
  }
  made.append(...inside);
  return made;
}
