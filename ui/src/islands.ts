/** The entry: finds the places of a page that ask for more than HTML, and loads no more than they need. */

import type { Island } from "./island";

const ISLANDS: Record<string, () => Promise<{ default: Island }>> = {
  day: () => import("./day"),
  select: () => import("./select"),
  timeline: () => import("./timeline"),
  map: () => import("./map"),
};

/** Start every island within `root`. One that fails leaves the page as the server made it. */
export function start(root: ParentNode): void {
  for (const place of root.querySelectorAll<HTMLElement>("[data-island]")) {
    const load = ISLANDS[place.dataset["island"] ?? ""];
    load?.()
      .then((island) => island.default(place, start))
      .catch((error: unknown) => console.error(error));
  }
}

start(document);
