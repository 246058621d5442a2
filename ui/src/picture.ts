/** What the timeline and the map share: a row of buttons, a line that says what is in view, and one chosen entry. */

import { make } from "./island";

export interface Action {
  readonly words: string;
  readonly sign?: string;
  readonly keys: readonly string[];
  run(): void;
}

/** Buttons for what the keys do, too: nothing is reached by keys or by a mouse alone. */
export function toolbar(actions: readonly Action[], ...more: Node[]): HTMLElement {
  const bar = make("div", { className: "tools" });
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "View");
  for (const action of actions) {
    const button = make("button", { type: "button", textContent: action.sign ?? action.words });
    if (action.sign) {
      button.setAttribute("aria-label", action.words);
      button.title = `${action.words} (${action.keys[0]})`;
    }
    button.addEventListener("click", () => action.run());
    bar.append(button);
  }
  bar.append(...more);
  return bar;
}

/** Run the action of a key. Whether there was one; keys with Ctrl, Alt or Meta are the browser's. */
export function pressed(event: KeyboardEvent, actions: readonly Action[]): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey) return false;
  const found = actions.find((action) => action.keys.includes(event.key));
  if (!found) return false;
  event.preventDefault();
  found.run();
  return true;
}

/** A line that is read aloud when it changes, and not at every step of a drag. */
export function status(): { line: HTMLElement; say(words: string): void } {
  const line = make("p", { className: "said" });
  line.setAttribute("role", "status");
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return {
    line,
    say(words) {
      clearTimeout(waiting);
      waiting = setTimeout(() => line.textContent !== words && line.replaceChildren(words), 120);
    },
  };
}

/** Of many marks one is reached by Tab, the others by arrows. */
export function reach(marks: readonly (HTMLElement | SVGElement)[], chosen: HTMLElement | SVGElement | undefined): void {
  const one = chosen ?? marks[0];
  for (const mark of marks) mark.setAttribute("tabindex", mark === one ? "0" : "-1");
}
