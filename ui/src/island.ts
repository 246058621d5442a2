/** What an island is: it is handed its place in the page, and `start` for what it puts there anew. */
export type Island = (place: HTMLElement, start: (root: ParentNode) => void) => void | Promise<void>;

/** A new element with its properties and children. Texts stay texts: nothing here is ever read as HTML. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  given: Partial<Omit<HTMLElementTagNameMap[K], "style">> = {},
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(tag), given);
  made.append(...inside);
  return made;
}
