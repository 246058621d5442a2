/** The map: draws the rows of its table as pins, and shows of the table what falls into the chosen time. */

import { dayNumber, told } from "./days";
import { gestures } from "./gestures";
import { make, type Island } from "./island";
import { clusters, labels, radius, towards, type Cluster } from "./map/cluster";
import { between, timebar } from "./map/time";
import { around, moved, onScreen, zoomed, type Point, type Size, type View } from "./map/view";
import { circle, kilometres, latitude, outline, outlines, place as placeOf } from "./map/world";
import { pressed, reach, status, toolbar, type Action } from "./picture";
import { svg } from "./svg";

interface Spot {
  readonly row: HTMLTableRowElement;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly km: number;
  readonly reach: string;
  readonly at: Point;
  readonly line: boolean;
  /** Whether it is only named: its counts are then those of articles, and it is no weight among pins. */
  readonly named: boolean;
  readonly counts: readonly (readonly [number, number, number])[];
}

interface Pin extends Point {
  readonly spot: Spot;
  readonly name: string;
  readonly size: number;
  readonly happened: number;
}

const STEP = 80;
/** What an article that only names a place weighs against an event. */
const FEATHER = 1e-6;
/** Pixels within which places that are only named are drawn as one. */
const NEAR = 16;
/** A place that reaches farther says little about where: it does not decide what is in view at first. */
const VAGUE = 700;
/** Beyond this a filled circle would only cover the map. */
const FAR = 1200;
const NOTE = "Coasts and borders: Natural Earth 1:50m; outlines of regions, waters and lines: our own, coarse. They show who holds what in fact and take no side.";

const island: Island = async (place) => {
  const rows = (table: string) => [...document.querySelectorAll<HTMLTableRowElement>(`#${place.dataset[table]} tbody tr`)];
  const spots = [...rows("table"), ...rows("named")].map(read);
  if (!spots.length) return;
  const time = timebar(dayNumber(place.dataset["start"]) ?? 0, Number(place.dataset["step"]), Number(place.dataset["steps"]), spots.flatMap((s) => (s.named ? [] : s.counts)), () => draw());

  const frame = make("div", { className: "frame", tabIndex: 0 });
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-label", "Map. Plus and minus zoom, arrows move, Tab goes to the places; the table below says the same.");
  const ground = svg("g", { class: "ground", "aria-hidden": "true" });
  const circles = svg("g", { class: "circles", "aria-hidden": "true" });
  const top = svg("g", { class: "pins" });
  const picture = svg("svg", { class: "world" }, ground, circles, top);
  frame.append(picture);
  const { line, say } = status();
  const also = make("input", { type: "checkbox", checked: true, id: "also-named", autocomplete: "off" });
  also.addEventListener("change", () => draw());
  const choice = make("label", { htmlFor: also.id, hidden: spots.every((s) => !s.named) }, also, " places that are only named");
  const detail = make("div", { className: "detail" });
  let view: View | null = null;
  let chosen: readonly Spot[] = [];

  const size = (): Size => ({ width: frame.clientWidth, height: frame.clientHeight });
  const centre = () => ({ x: size().width / 2, y: size().height / 2 });
  const show = (next: View) => {
    view = next;
    draw();
  };
  const weighty = spots.some((s) => !s.named) ? spots.filter((s) => !s.named) : spots;
  const firm = weighty.filter((s) => s.km <= VAGUE);
  const home = () => around((firm.length ? firm : weighty).map((s) => s.at), size(), 24);
  const zoom = (factor: number) => view && show(zoomed(view, factor, centre(), size()));
  const move = (dx: number, dy: number) => view && show(moved(view, dx, dy, size()));
  const actions: Action[] = [
    { words: "Zoom in", sign: "+", keys: ["+", "="], run: () => zoom(2) },
    { words: "Zoom out", sign: "−", keys: ["-", "_"], run: () => zoom(0.5) },
    { words: "West", sign: "←", keys: ["ArrowLeft"], run: () => move(STEP, 0) },
    { words: "East", sign: "→", keys: ["ArrowRight"], run: () => move(-STEP, 0) },
    { words: "North", sign: "↑", keys: ["ArrowUp"], run: () => move(0, STEP) },
    { words: "South", sign: "↓", keys: ["ArrowDown"], run: () => move(0, -STEP) },
    { words: "All places", keys: ["0"], run: () => show(home()) },
  ];

  function choose(some: readonly Spot[]): void {
    for (const spot of chosen) spot.row.classList.remove("chosen");
    chosen = some;
    for (const spot of chosen) spot.row.classList.add("chosen");
    detail.replaceChildren(...(chosen.length ? chosen.flatMap(inWords) : [make("p", { textContent: "Choose a place to read what is reported from there." })]));
    draw();
  }

  function draw(): void {
    const { width, height } = size();
    if (!width) return;
    view ??= home();
    const now = view;
    picture.setAttribute("viewBox", `0 0 ${width} ${height}`);
    for (const part of [ground, circles]) part.setAttribute("transform", `translate(${now.x} ${now.y}) scale(${now.k})`);
    const every = spots.flatMap((spot) => pinOf(spot, now, time.chosen()) ?? []);
    const pins = every.filter((pin) => !pin.spot.named);
    const named = every.filter((pin) => pin.spot.named);
    const held = frame.contains(document.activeElement) ? document.activeElement?.getAttribute("data-name") : null;
    const found = [...(also.checked ? clusters(named, NEAR) : []), ...clusters(pins)].sort((a, b) => a.x - b.x || a.y - b.y);
    const reaching = [...pins, ...named.filter((pin) => chosen.includes(pin.spot))];
    circles.replaceChildren(...reaching.map((pin) => reachOf(pin, chosen.includes(pin.spot))));
    top.replaceChildren(...labels(found, width, height).map((l) => svg("text", { x: l.x, y: l.y, class: `${l.anchor}${l.light ? " light" : ""}`, "aria-hidden": "true" }, l.words)), ...found.map(pinPicture), scaleBar(now, size()));
    const marks = [...top.querySelectorAll<SVGElement>(".pin")];
    const same = marks.find((mark) => mark.getAttribute("data-name") === held);
    reach(marks, same);
    if (held) (same ?? frame).focus({ preventScroll: true });
    shown(pins, named);
  }

  function shown(pins: readonly Pin[], named: readonly Pin[]): void {
    const inTime = new Map([...pins, ...named].map((pin) => [pin.spot, pin.size]));
    const [from, to] = time.chosen();
    for (const spot of spots) {
      spot.row.hidden = !inTime.has(spot);
      const tally = spot.row.querySelector(".tally");
      if (tally) tally.textContent = counted(inTime.get(spot) ?? 0, "event");
      for (const item of spot.row.querySelectorAll<HTMLElement>("li[data-piece]")) item.hidden = !between(Number(item.dataset["piece"]), from, to);
    }
    const events = pins.reduce((sum, pin) => sum + pin.size, 0);
    const [first, last] = time.days();
    const more = named.length ? `, ${counted(named.length, "more place")} named` : "";
    say(`${told(first)} to ${told(last)}: ${counted(events, "event")} at ${counted(pins.length, "place")}${more}`);
  }

  function pinPicture(pin: Cluster<Pin>): SVGElement {
    const first = pin.dots[0] as Pin;
    const happened = pin.dots.reduce((sum, dot) => sum + dot.happened, 0);
    const plain = first.spot.named;
    const places = pin.dots.map((dot) => (pin.dots.length > 1 && !plain ? `${dot.name} ${dot.size}` : dot.name)).join(", ");
    const names = plain ? `only named: ${places}` : `${counted(pin.size, "event")}: ${places}`;
    const mine = pin.dots.some((dot) => chosen.includes(dot.spot));
    const made = svg("g", { class: `pin${plain ? " named" : happened ? "" : " maybe"}${mine ? " chosen" : ""}`, role: "button", "data-name": first.name, "aria-label": names, transform: `translate(${pin.x.toFixed(1)} ${pin.y.toFixed(1)})` });
    if (plain) made.append(...square(pin.dots.length > 1));
    else {
      if (pin.dots.length > 1) made.append(svg("circle", { class: "ring", r: radius(pin.size) + 3 }));
      made.append(svg("circle", { r: radius(pin.size) }), svg("text", { y: 4 }, String(pin.size)));
    }
    const open = () => {
      const apart = pin.dots.length > 1 && pin.dots.some((dot) => Math.hypot(dot.spot.at.x - first.spot.at.x, dot.spot.at.y - first.spot.at.y) > 0.05);
      if (apart && !mine) show(around(pin.dots.map((dot) => dot.spot.at), size(), (view?.k ?? 1) * 4));
      choose(pin.dots.map((dot) => dot.spot));
    };
    made.addEventListener("click", open);
    made.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        event.stopPropagation();
        open();
      }
    });
    return made;
  }

  frame.addEventListener("keydown", (event) => {
    const pin = (event.target as Element).closest<SVGElement>(".pin");
    if (pin && !event.shiftKey && event.key.startsWith("Arrow")) {
      const all = [...top.querySelectorAll<SVGElement>(".pin")].map((one) => ({ one, ...middle(one) }));
      const next = towards(middle(pin), all, event.key)?.one;
      event.preventDefault();
      if (next) {
        reach(all.map(({ one }) => one), next);
        next.focus({ preventScroll: true });
      }
      return;
    }
    pressed(event, actions);
  });
  gestures(frame, {
    move: (dx, dy) => move(dx, dy),
    zoom: (factor, x, y) => view && show(zoomed(view, factor, { x, y }, size())),
  });

  const note = make("p", { className: "credit", textContent: NOTE });
  place.replaceChildren(toolbar(actions, line, choice), time.bar, make("div", { className: "beside" }, frame, detail), legend(), note);
  choose([]);
  new ResizeObserver(() => draw()).observe(frame);
  const { land, borders } = await outlines(new URL(/* @vite-ignore */ "world.json", import.meta.url).href);
  ground.replaceChildren(svg("path", { class: "land", d: land }), svg("path", { class: "borders", d: borders }));
};

function read(row: HTMLTableRowElement): Spot {
  const [lat, lon] = [Number(row.dataset["lat"]), Number(row.dataset["lon"])];
  const counts = (row.dataset["counts"] ?? "").split(" ").filter(Boolean).map((some) => some.split(":").map(Number) as [number, number, number]);
  const km = Number(row.dataset["radius"] ?? 0);
  const drawn = row.dataset["outline"];
  const pieces = row.dataset["pieces"];
  return {
    row, name: row.querySelector("b")?.textContent ?? "", lat, lon, km, at: placeOf(lat, lon),
    reach: drawn ? outline(drawn) : km ? circle(lat, lon, km) : "", line: drawn?.startsWith("line") ?? false,
    named: pieces !== undefined, counts: pieces === undefined ? counts : pieces.split(" ").filter(Boolean).map((piece) => [Number(piece), 0, 1]),
  };
}

const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;

/** The sign of a place that is only named, with a second line around it for several. */
function square(several: boolean): SVGElement[] {
  const box = (r: number, name: string) => svg("rect", { x: -r, y: -r, width: 2 * r, height: 2 * r, class: name });
  return [...(several ? [box(6.5, "ring")] : []), box(3.5, "box"), svg("rect", { x: -12, y: -12, width: 24, height: 24, class: "reach" })];
}

/** A spot with its events of the chosen time; null where it has none. */
function pinOf(spot: Spot, view: View, [from, to]: readonly [number, number]): Pin | null {
  const some = spot.counts.filter(([piece]) => between(piece, from, to));
  const size = some.reduce((sum, [, happened, other]) => sum + happened + other, 0);
  if (!size) return null;
  const happened = some.reduce((sum, [, yes]) => sum + yes, 0);
  return { spot, name: spot.name, size: spot.named ? size * FEATHER : size, happened, ...onScreen(spot.at, view) };
}

function reachOf(pin: Pin, chosen: boolean): SVGElement {
  const classes = `circle${chosen ? " chosen" : ""}${pin.spot.line ? " line" : pin.spot.km > FAR ? " far" : ""}`;
  return svg("path", { class: classes, d: pin.spot.reach });
}

function middle(mark: Element): Point {
  const box = mark.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** A place as its row says it. */
function inWords(spot: Spot): Node[] {
  const [name, far, events] = [...spot.row.cells];
  const copy = (cell: HTMLTableCellElement | undefined) => [...(cell?.childNodes ?? [])].map((node) => node.cloneNode(true));
  return [make("p", {}, ...copy(name), " · ", ...copy(far)), ...copy(events)];
}

function scaleBar(view: View, { height }: Size): SVGElement {
  const perPixel = kilometres(latitude((height / 2 - view.y) / view.k)) / view.k;
  const round = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].findLast((km) => km / perPixel <= 120) ?? 1;
  const long = round / perPixel;
  return svg("g", { class: "scale", "aria-hidden": "true", transform: `translate(10 ${height - 12})` }, svg("path", { d: `M0 -5V0H${long.toFixed(1)}V-5` }), svg("text", { x: long + 6, y: 2 }, `${round.toLocaleString("en")} km`));
}

function legend(): HTMLElement {
  const sign = (classes: string, r = 6) => svg("svg", { viewBox: "-9 -9 18 18", "aria-hidden": "true" }, svg("g", { class: classes }, svg("circle", { r, class: classes === "circle" ? "circle" : "" })));
  const more = svg("svg", { viewBox: "-9 -9 18 18", "aria-hidden": "true" }, svg("g", { class: "pin" }, svg("circle", { class: "ring", r: 8 }), svg("circle", { r: 5 })));
  const named = svg("svg", { viewBox: "-9 -9 18 18", "aria-hidden": "true" }, svg("g", { class: "pin named" }, ...square(false)));
  return make("ul", { className: "signs" },
    make("li", {}, sign("pin"), "events reported as happened"), make("li", {}, sign("pin maybe"), "only planned, feared or denied"),
    make("li", {}, more, "several places"), make("li", {}, named, "only named"),
    make("li", {}, sign("circle", 8), "how far the place reaches, or its outline: it was somewhere in there"));
}

export default island;
