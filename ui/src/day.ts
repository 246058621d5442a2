/**
 * The form with the day of a page (`data-first`, `data-last`: from where to where there is something to see): a slider
 * beside its date field. The server stays the source of truth; its page for the day takes the place of this one's parts.
 */

import { dayNumber, isoDay, told } from "./days";
import { make, type Island } from "./island";

const PAUSE = 250;

const island: Island = (place, start) => {
  const form = place as HTMLFormElement;
  const field = form.elements.namedItem("as_of");
  const [first, last] = [dayNumber(form.dataset["first"]), dayNumber(form.dataset["last"])];
  if (!(field instanceof HTMLInputElement) || first === null || last === null || first >= last) return;

  const slider = make("input", { type: "range", min: String(first), max: String(last), step: "1", id: "as_of_slider" });
  const label = make("label", { htmlFor: slider.id, textContent: "Slide to a day" });
  const said = make("output", { htmlFor: "as_of as_of_slider" } as object);
  const heard = make("p", { className: "heard" });
  heard.setAttribute("role", "status");
  const show = (day: number) => {
    slider.value = String(day);
    slider.setAttribute("aria-valuetext", told(day));
    said.textContent = told(day);
  };
  show(dayNumber(field.value) ?? last);
  const row = make("div", { className: "slide" }, label, slider, said);
  form.append(row, heard);

  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  const load = async () => {
    const turn = ++asked;
    form.setAttribute("aria-busy", "true");
    const address = addressOf(form);
    try {
      const answer = await fetch(address, { headers: { accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (turn !== asked) return;
      if (!answer.ok || !renew(form, page, start)) return location.assign(address);
      history.replaceState(null, "", address);
      heard.textContent = `As of ${told(Number(slider.value))}. ${page.querySelector("main .lead")?.textContent?.trim() ?? ""}`;
    } catch {
      location.assign(address);
    } finally {
      if (turn === asked) form.removeAttribute("aria-busy");
    }
  };
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void load(), PAUSE);
  };
  slider.addEventListener("input", () => {
    field.value = isoDay(Number(slider.value));
    show(Number(slider.value));
    later();
  });
  field.addEventListener("change", () => {
    const day = dayNumber(field.value);
    if (day !== null) show(day);
  });
};

/** Where the form leads as it is filled now; empty fields are left out. */
function addressOf(form: HTMLFormElement): string {
  const asked = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string" && value) asked.append(name, value);
  return `${new URL(form.action).pathname}?${asked}`;
}

/** Put the parts of a new page into this one, all but the form and what it stands in. Whether the two are alike enough. */
function renew(form: HTMLElement, page: Document, start: (root: ParentNode) => void): boolean {
  const main = document.querySelector("main");
  const other = page.querySelector("main");
  const twin = other?.querySelector("[data-island=day]");
  if (!main || !other || !twin) return false;
  replaceAround(main, other, form, twin, start);
  const [menu, newMenu] = [document.querySelector(".top nav"), page.querySelector(".top nav")];
  if (menu && newMenu) menu.replaceChildren(...newMenu.childNodes);
  document.title = page.title;
  return true;
}

function replaceAround(old: Element, fresh: Element, form: Element, twin: Element, start: (root: ParentNode) => void): void {
  const [kept, met] = [childWith(old, form), childWith(fresh, twin)];
  if (!kept || !met) return;
  const [before, after] = [nodesBefore(met), nodesAfter(met)];
  for (const node of [...old.childNodes]) if (node !== kept) node.remove();
  kept.before(...before);
  kept.after(...after);
  for (const node of [...before, ...after]) if (node instanceof Element) start(wrapped(node));
  if (kept !== form) replaceAround(kept, met, form, twin, start);
}

const childWith = (parent: Element, inside: Element) => [...parent.children].find((child) => child.contains(inside));
const nodesBefore = (node: Node) => [...(node.parentNode?.childNodes ?? [])].slice(0, indexOf(node));
const nodesAfter = (node: Node) => [...(node.parentNode?.childNodes ?? [])].slice(indexOf(node) + 1);
const indexOf = (node: Node) => [...(node.parentNode?.childNodes ?? [])].indexOf(node as ChildNode);
/** An element that can be asked for what is within it, itself among it. */
const wrapped = (node: Element): ParentNode => ({ querySelectorAll: (what: string) => [...(node.matches(what) ? [node] : []), ...node.querySelectorAll(what)] }) as unknown as ParentNode;

export default island;
