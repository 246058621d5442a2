/**
 * The text of an article: what a reader selects there goes into the form that has the fields `start`, `end` and `quote`,
 * in code points of the article's text. Each line (`data-start`) says where it begins; codes and labels are no text.
 */

import { make, type Island } from "./island";
import { codePoints } from "./offsets";

const NO_TEXT = ".code, .part";

interface Stretch {
  start: number;
  end: number;
  quote: string;
}

const island: Island = (place) => {
  const form = document.querySelector<HTMLFormElement>("form:has([name=start]):has([name=end]):has([name=quote])");
  if (!form) return;
  const button = make("button", { type: "button", className: "pick", hidden: true, textContent: "Add as a missed entry" });
  place.append(button);
  button.addEventListener("click", () => {
    form.closest("details")?.setAttribute("open", "");
    form.scrollIntoView({ block: "center" });
    const field = form.querySelector<HTMLElement>("select") ?? form.querySelector<HTMLElement>("input:not([type=hidden]), button");
    field?.focus({ preventScroll: true });
    button.hidden = true;
  });
  document.addEventListener("selectionchange", () => {
    const chosen = document.getSelection();
    const range = chosen && !chosen.isCollapsed && chosen.rangeCount ? chosen.getRangeAt(0) : null;
    const found = range && stretch(place, range);
    button.hidden = !found;
    if (!found || !range) return;
    fill(form, found);
    beside(button, range, place);
  });
};

/** The selected stretch of the text without blanks at its ends; null where no text is selected. */
function stretch(place: HTMLElement, range: Range): Stretch | null {
  let first: number | null = null;
  let [last, quote] = [0, ""];
  for (const line of place.querySelectorAll<HTMLElement>("[data-start]")) {
    if (!range.intersectsNode(line)) continue;
    const { text, from, to } = within(line, range);
    if (from >= to) continue;
    const base = Number(line.dataset["start"]);
    const start = base + codePoints(text, from);
    if (first === null) first = start;
    else quote += "\n".repeat(Math.max(1, start - last));
    quote += text.slice(from, to);
    last = base + codePoints(text, to);
  }
  return first === null ? null : trimmed(first, quote);
}

/** The text of a line, and from where to where (code units) it is selected. */
function within(line: HTMLElement, range: Range): { text: string; from: number; to: number } {
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  let text = "";
  let from = -1;
  let to = -1;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (node.parentElement?.closest(NO_TEXT)) continue;
    if (range.intersectsNode(node)) {
      const begin = node === range.startContainer ? range.startOffset : 0;
      const end = node === range.endContainer ? range.endOffset : node.length;
      if (from < 0) from = text.length + begin;
      to = text.length + end;
    }
    text += node.data;
  }
  return { text, from, to };
}

function trimmed(start: number, quote: string): Stretch | null {
  const words = quote.trim();
  if (!words) return null;
  const before = codePoints(quote, quote.indexOf(words));
  return { start: start + before, end: start + before + codePoints(words, words.length), quote: words };
}

function fill(form: HTMLFormElement, found: Stretch): void {
  for (const name of ["start", "end", "quote"] as const) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
      field.value = String(found[name]);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
}

/** Under the end of what is selected. The style goes through the object model, which the strict policy allows. */
function beside(button: HTMLElement, range: Range, place: HTMLElement): void {
  const [words, frame] = [range.getBoundingClientRect(), place.getBoundingClientRect()];
  const left = Math.min(Math.max(0, words.left - frame.left), Math.max(0, frame.width - 200));
  button.style.setProperty("--x", `${left}px`);
  button.style.setProperty("--y", `${words.bottom - frame.top + 6}px`);
}

export default island;
